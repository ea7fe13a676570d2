package value

import (
	"regexp"
	"strings"
	"time"
)

// Order is how a date of three numbers with the year last is meant. The zero
// value is not known.
type Order uint8

// The orders.
const (
	Unknown    Order = iota
	DayFirst         // 1/4/2025 is 1 April
	MonthFirst       // 4/1/2025 is 1 April
)

// The forms of a day, after code. Full forms alone: a part that is left over
// is no date.
var (
	yearFirst  = regexp.MustCompile(`^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?$`)
	eightDigit = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`)
	eraYear    = regexp.MustCompile(`^(令和|平成|昭和|令|平|昭|r|h|s)[. ]?(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`)
	monthDay   = regexp.MustCompile(`^([a-z]{3,9})(?:\. ?|[ -])?(\d{1,2})(?:st|nd|rd|th)?(?:, ?|[ -])(\d{4})$`)
	dayMonth   = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]{3,9})(?:\.,? ?|, ?|[ -])(\d{4}|\d\d)$`)
	yearLast   = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	serial     = regexp.MustCompile(`^(\d{5})(?:\.\d+)?$`)
	weekday    = regexp.MustCompile(`^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? | ?\((?:[月火水木金土日]|[a-z]{3})\)| ?[月火水木金土日]曜日`)
	spaced     = regexp.MustCompile(` ?([年月日/.-]) ?`)
)

// eras begin in the year before their first (Act No. 43 of 1979; a year that
// runs on under the old name, such as 平成31年5月, is the same day).
var eras = map[string]int{
	"令和": 2018, "令": 2018, "r": 2018, "平成": 1988, "平": 1988, "h": 1988, "昭和": 1925, "昭": 1925, "s": 1925,
}

// Day reads a day, at midnight UTC; a time of day after it is left off. It
// reads 2025-04-01, 2025/4/1, 20250401, 2025年4月1日, 令和7年4月1日, R7.4.1,
// Apr 1 2025, 1 April 2025, Excel's count of days (45748) and, where the order
// is known or one number is over 12, 4/1/2025.
func Day(cell string, order Order) (time.Time, bool) {
	if t, ok := Moment(cell, order); ok {
		return t.Truncate(24 * time.Hour), true
	}
	return time.Time{}, false
}

// day reads a cell that is a day and nothing else.
func day(s string, order Order) (time.Time, bool) {
	s = clean(s)
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		if m[2] == m[4] || m[2] == "年" && m[4] == "月" {
			return realDay(m[1], m[3], m[5])
		}
		return time.Time{}, false
	}
	if m := eightDigit.FindStringSubmatch(s); m != nil {
		return realDay(m[1], m[2], m[3])
	}
	if m := eraYear.FindStringSubmatch(s); m != nil {
		return eraDay(m[1], m[2], m[3], m[4])
	}
	if m := monthDay.FindStringSubmatch(s); m != nil {
		return realMonth(m[3], m[1], m[2])
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		return realMonth(m[3], m[2], m[1])
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		return lastYear(m[1], m[2], m[3], order)
	}
	if m := serial.FindStringSubmatch(s); m != nil {
		return serialDay(m[1])
	}
	return time.Time{}, false
}

// clean drops the day of the week and the blanks around the marks of a date.
func clean(s string) string {
	return strings.TrimSpace(spaced.ReplaceAllString(weekday.ReplaceAllString(s, ""), "$1"))
}

func eraDay(era, year, month, day string) (time.Time, bool) {
	if year == "元" {
		year = "1"
	}
	y, _ := digits(year)
	m, _ := digits(month)
	d, _ := digits(day)
	return valid(eras[era]+y, m, d, y > 0)
}

// lastYear reads two numbers before a year. Where both could be the month and
// they differ, only a known order tells.
func lastYear(a, b, year string, order Order) (time.Time, bool) {
	first, _ := digits(a)
	second, _ := digits(b)
	switch {
	case first > 12:
		order = DayFirst
	case second > 12:
		order = MonthFirst
	case first == second:
		order = DayFirst
	}
	switch order {
	case DayFirst:
		return realDay(year, b, a)
	case MonthFirst:
		return realDay(year, a, b)
	}
	return time.Time{}, false
}

// serialDay reads Excel's count of days from 1900; of 1927 to 2119 alone, so
// that another number of five digits is seldom taken for one.
func serialDay(s string) (time.Time, bool) {
	n, _ := digits(s)
	if n < 10_000 || n > 80_000 {
		return time.Time{}, false
	}
	return time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n), true
}

func realMonth(year, month, day string) (time.Time, bool) {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if month == name || month == name[:3] || month == "sept" && m == time.September {
			y, _ := digits(year)
			if len(year) == 2 { // as Excel writes 14-Apr-26, and reads it
				y += 1900
				if y < 1930 {
					y += 100
				}
			}
			d, _ := digits(day)
			return valid(y, int(m), d, true)
		}
	}
	return time.Time{}, false
}

func realDay(year, month, day string) (time.Time, bool) {
	y, _ := digits(year)
	m, _ := digits(month)
	d, _ := digits(day)
	return valid(y, m, d, true)
}

// valid holds that there is such a day: time.Date makes 3 March of 31 February.
func valid(y, m, d int, ok bool) (time.Time, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if !ok || y < 1900 || t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return time.Time{}, false
	}
	return t, true
}

// Ambiguous says whether a cell is a date only if one knows whether the day or
// the month comes first.
func Ambiguous(cell string) bool {
	_, unknown := Day(cell, Unknown)
	_, known := Day(cell, DayFirst)
	return !unknown && known
}

// OrderOf tells from all cells of a column whether the day or the month comes
// first; Unknown where none tells or two disagree.
func OrderOf(cells []string) Order {
	found := Unknown
	for _, cell := range cells {
		date, _ := cut(code(cell))
		m := yearLast.FindStringSubmatch(clean(date))
		if m == nil {
			continue
		}
		first, _ := digits(m[1])
		second, _ := digits(m[2])
		order := Unknown
		switch {
		case first > 12 && second <= 12:
			order = DayFirst
		case second > 12 && first <= 12:
			order = MonthFirst
		}
		if order == Unknown {
			continue
		}
		if found != Unknown && found != order {
			return Unknown
		}
		found = order
	}
	return found
}
