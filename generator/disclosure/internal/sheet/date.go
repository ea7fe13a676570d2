package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// maxSerial is the day after 9999-12-31, where Excel's calendar ends.
const maxSerial = 2_958_466

// date makes a cell of Excel's count of days, to the second.
func date(n float64, from1904 bool) Cell {
	day, err := excelize.ExcelDateToTime(n, from1904)
	if err != nil {
		return Cell{Kind: Number, Text: strconv.FormatFloat(n, 'f', -1, 64), Number: n}
	}
	return moment(day.Round(time.Second), n)
}

// written makes a cell of a date that the file spells out, as strict files may
// (ISO 8601; a fraction of a second is left off).
func written(raw string) (Cell, bool) {
	whole, _, _ := strings.Cut(strings.TrimSuffix(raw, "Z"), ".")
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, whole); err == nil {
			return moment(t, t.Sub(dayZero).Hours()/24), true
		}
	}
	return Cell{}, false
}

// dayZero is the day that Excel counts from, for days from March 1900 on.
var dayZero = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)

// Moment makes a cell of a day, perhaps with a time of day, as the clock of t
// shows it: the zone is left off, and what is left of a second. A year that has
// not four digits makes a cell of text.
func Moment(t time.Time) Cell {
	shown := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	c := moment(shown, shown.Sub(dayZero).Hours()/24)
	if t.Year() < 1000 || t.Year() > 9999 {
		return Cell{Kind: Text, Text: c.Text}
	}
	return c
}

func moment(t time.Time, n float64) Cell {
	text := t.Format("2006-01-02")
	if t.Hour() != 0 || t.Minute() != 0 || t.Second() != 0 {
		text = t.Format("2006-01-02 15:04:05")
	}
	return Cell{Kind: Date, Text: text, Number: n, Time: t}
}

// clock writes a part of a day, or several days, as hours and minutes.
func clock(n float64) string {
	seconds := int(math.Round(n * 24 * 60 * 60))
	text := fmt.Sprintf("%d:%02d", seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf(":%02d", seconds%60)
	}
	return text
}
