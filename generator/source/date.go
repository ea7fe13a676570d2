package source

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Date is a day without time or zone. The zero value is no date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Time is the date's midnight in UTC.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String gives 2006-01-02, or nothing for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Before says whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Time().Before(e.Time()) }

// DateOf is the day of t in t's zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// UnmarshalText reads 2006-01-02 and nothing else: a time or a zone would make
// the site depend on where it is built.
func (d *Date) UnmarshalText(words []byte) error {
	t, err := time.Parse(time.DateOnly, string(words))
	if err != nil {
		return fmt.Errorf("read date: %w", err)
	}
	*d = DateOf(t)
	return nil
}

// Example shows how a date is written.
func (d *Date) Example() string { return "2026-04-01" }

// Period is a span of whole days, months and years, such as 90d, 6m or 1y.
type Period struct{ Years, Months, Days int }

// After is the day that lies p after d. A month that has no such day counts
// its overhang into the next, as time.AddDate does.
func (p Period) After(d Date) Date {
	return DateOf(d.Time().AddDate(p.Years, p.Months, p.Days))
}

var periodPattern = regexp.MustCompile(`^([1-9][0-9]{0,3})([dmy])$`)

// UnmarshalText reads a number from 1 to 9999 and its unit: d, m or y.
func (p *Period) UnmarshalText(words []byte) error {
	m := periodPattern.FindSubmatch(words)
	if m == nil {
		return fmt.Errorf("read period %q: not a number and d, m or y", words)
	}
	n, err := strconv.Atoi(string(m[1]))
	if err != nil {
		return fmt.Errorf("read period: %w", err)
	}
	switch string(m[2]) {
	case "d":
		*p = Period{Days: n}
	case "m":
		*p = Period{Months: n}
	case "y":
		*p = Period{Years: n}
	}
	return nil
}

// Example shows how a period is written.
func (p *Period) Example() string { return "90d / 6m / 1y" }
