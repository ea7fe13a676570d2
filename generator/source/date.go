package source

import "time"

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

// Period is a span of whole days, months and years, such as 90d, 6m or 1y.
type Period struct{ Years, Months, Days int }

// After is the day that lies p after d.
func (p Period) After(d Date) Date {
	return DateOf(d.Time().AddDate(p.Years, p.Months, p.Days))
}
