package render

import (
	"slices"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
)

// month is one month of a calendar strip.
type month struct {
	ID, Full, Class string
	Label           string // "4月"
	Year            string // where a year begins
	Text            string
	Number          cellView
}

// calendar draws a table by month as a strip of months, shaded by their number
// from 0 to the greatest shown. A strip that has no room goes on below.
func (d *drawer) calendar(id string, t disclosure.Table) chartView {
	v := chartView{frame: d.frame, ID: id, Kind: kindCalendar}
	points := d.timePoints(t)
	var cells []cellView
	for _, p := range points {
		cells = append(cells, p.Cell)
	}
	shade := shadesOf(cells)
	for i, p := range points {
		name, year, _ := strings.Cut(p.Label, "\n")
		v.Months = append(v.Months, month{ID: id + "-" + strconv.Itoa(i+1), Full: p.full(), Class: shade.class(p.Cell),
			Label: name, Year: year, Text: compact(p.Cell), Number: p.Cell})
	}
	v.Finding = d.course(points, d.T("unit_"+t.Unit()))
	return v
}

// timePoints are the cells of a table by month or by week, in their order.
func (d *drawer) timePoints(t disclosure.Table) []linePoint {
	var out []linePoint
	for _, c := range t.Cells() {
		at := c.At()
		if len(at) != 1 || !slices.Contains(times, at[0].Dimension) {
			continue
		}
		p := linePoint{Full: d.level(at[0]), Cell: d.cell(t, c)}
		if at[0].Dimension == "month" {
			p.Label = d.month(at[0].Level, true, len(out) == 0)
		} else {
			p.Label, p.Full = d.week(at[0].Level), d.words.fill(d.Lang, "week_of", slots{Date: p.Full})
		}
		out = append(out, p)
	}
	return out
}

// times are the dimensions that run through time.
var times = []string{"month", "week"}

// lineOverTime draws a table by month or by week as a line.
func (d *drawer) lineOverTime(id string, t disclosure.Table) chartView {
	low, high := d.scaleEnds(t)
	v := d.lines(id, axis{low: low, high: high}, lineSeries{Points: d.timePoints(t)})
	v.Finding = d.course(d.timePoints(t), d.T("unit_"+t.Unit()))
	return v
}
