package value

import (
	"regexp"
	"strings"
	"time"
)

// timeOfDay is a time at a cell's end, with 午後 or pm on either side and a
// zone after it, as form services write it.
var timeOfDay = regexp.MustCompile(`(?:^|[ t])(午前|午後|am|pm)? ?(\d{1,2})(?::|時)(\d{2})分?(?::(\d{2})(?:\.\d+)?|(\d{1,2})秒)? ?(午前|午後|am|pm|a\.m\.|p\.m\.)? ?(?:z|jst|utc|gmt ?(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)?$`)

// Moment reads a day with a time of day after it, as the clock of whoever
// wrote it had it: the zone is left off, and the result is in UTC. A day alone
// is its midnight. It reads what Day reads, with 13:05, 13:05:22, 1:05 PM,
// 午後1:05 or 13時5分.
func Moment(cell string, order Order) (time.Time, bool) {
	s := code(cell)
	if m := serialMoment.FindStringSubmatch(s); m != nil {
		return serialTime(m[1], m[2])
	}
	date, clock := cut(s)
	t, ok := day(date, order)
	if !ok || clock == nil {
		return t, ok
	}
	since, ok := sinceMidnight(clock)
	if !ok {
		return time.Time{}, false
	}
	return t.Add(since), true
}

// cut separates the date of a cell from the parts of its time of day, which is
// nil where there is none.
func cut(s string) (date string, clock []string) {
	at := timeOfDay.FindStringSubmatchIndex(s)
	if at == nil {
		return s, nil
	}
	return strings.TrimRight(s[:at[0]], " ,"), timeOfDay.FindStringSubmatch(s)
}

func sinceMidnight(m []string) (time.Duration, bool) {
	hour, _ := digits(m[2])
	minute, _ := digits(m[3])
	second, _ := digits(m[4] + m[5])
	half := strings.ReplaceAll(m[1]+m[6], ".", "")
	switch {
	case half == "" && hour > 23, half != "" && hour > 12, minute > 59, second > 59:
		return 0, false
	case half == "pm" && hour < 12, half == "午後" && hour < 12:
		hour += 12
	case (half == "am" || half == "午前") && hour == 12:
		hour = 0
	}
	return time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second, true
}

var serialMoment = regexp.MustCompile(`^(\d{5})\.(\d{1,9})\d*$`)

// serialTime reads Excel's count of days with a part of a day, to the second.
func serialTime(whole, part string) (time.Time, bool) {
	t, ok := serialDay(whole)
	numerator, _ := digits((part + "000000000")[:9])
	seconds := (int64(numerator)*24*60*60 + 500_000_000) / 1_000_000_000
	return t.Add(time.Duration(seconds) * time.Second), ok
}
