package render

import (
	"strconv"
	"time"
)

// day is a date for readers and for machines. Its zero value is no date.
type day struct{ ISO, Text string }

// day words a date given as 2006-01-02, as the page's language writes it.
func (f *frame) day(iso string) day {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return day{}
	}
	return day{iso, t.Format(f.layout("format_day", "2 January 2006"))}
}

// month words a month given as 2006-01. Its short form has the year in
// January and where it begins a series.
func (f *frame) month(iso string, short, withYear bool) string {
	t, err := time.Parse("2006-01", iso)
	if err != nil {
		return iso
	}
	if !short {
		return t.Format(f.layout("format_month", "January 2006"))
	}
	s := t.Format(f.layout("format_month_short", "Jan"))
	if withYear || t.Month() == time.January {
		s += "\n" + strconv.Itoa(t.Year())
	}
	return s
}

// week words the day that a week begins on, short.
func (f *frame) week(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format(f.layout("format_week_short", "2 Jan"))
}

// layout is a date layout of Go that the theme's words hold.
func (f *frame) layout(id, otherwise string) string {
	if s := f.T(id); s != id {
		return s
	}
	return otherwise
}
