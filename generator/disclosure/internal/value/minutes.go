package value

import (
	"regexp"
	"strings"
)

var (
	clockLength = regexp.MustCompile(`^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$`)
	hoursLength = regexp.MustCompile(`^(\d{1,3})(?:\.(\d{1,2}))?(?:時間|h|hr|hrs|hour|hours)(半)?(?:と|and|,)?(?:(\d{1,3})(?:分|分間|m|min|mins|minute|minutes)?)?$`)
	plainLength = regexp.MustCompile(`^(\d{1,4})(?:\.0+)?(?:分|分間|m|min|mins|minute|minutes)?\.?$`)
)

// Minutes reads a length of time in minutes: 90, 90分, 1:30, 1時間30分,
// 1時間半, 1.5h, 1.5時間, 90 min, 1 hour 30 minutes. A bare number is minutes,
// 1:30 is hours and minutes, and what is left of a minute is rounded.
func Minutes(cell string) (int, bool) {
	s := strings.ReplaceAll(code(cell), " ", "")
	if m := clockLength.FindStringSubmatch(s); m != nil {
		return hours(m[1], m[2])
	}
	if m := plainLength.FindStringSubmatch(s); m != nil {
		return digits(m[1])
	}
	m := hoursLength.FindStringSubmatch(s)
	if m == nil || m[2] != "" && (m[3] != "" || m[4] != "") || m[3] != "" && m[4] != "" {
		return 0, false
	}
	switch {
	case m[2] != "":
		whole, _ := digits(m[1])
		part, _ := digits((m[2] + "0")[:2])
		return whole*60 + (part*60+50)/100, true
	case m[3] != "":
		return hours(m[1], "30")
	case m[4] != "":
		return hours(m[1], m[4])
	}
	return hours(m[1], "0")
}

func hours(h, m string) (int, bool) {
	hour, ok1 := digits(h)
	minute, ok2 := digits(m)
	return hour*60 + minute, ok1 && ok2
}
