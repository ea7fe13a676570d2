package render

import (
	"strconv"

	"kohort/generator/render/internal/scale"
)

// linePoint is one place on a line: a cohort or a month. The zero Cell is a
// place without a figure, which leaves a gap; a withheld one is hatched.
type linePoint struct {
	Label string // below the axis
	Full  string // in sentences; empty is Label
	Cell  cellView
	Break bool // made differently from the point before: no line joins the two
}

func (p linePoint) full() string {
	if p.Full != "" {
		return p.Full
	}
	return p.Label
}

// lineSeries is one line. Label may be empty where there is only one.
type lineSeries struct {
	Label  string
	Points []linePoint
}

// plot is the drawing area of a line chart: shares of its width across, pixels
// from its top down.
type plot struct {
	Height   string
	Grid     []gridLine
	Places   []string // labels below the axis; an empty one has no room
	Every    int      // that each place, each second or so has a label
	Series   []lineSeries
	Hatches  []plotHatch
	Cuts     []string // where a line is broken, between two places
	Blanks   []string // places where no line has a figure
	Segments []plotSegment
	Points   []plotPoint

	down scale.Linear // from numbers to pixels
}

// gridLine is a line of the grid and the round number that it stands for.
type gridLine struct{ Y, LabelY, Label string }

// plotHatch is the stretch of a withheld point. Marked says that it has room
// for the mark in words. Where there are several series its Shape, above
// the axis, tells of which it is.
type plotHatch struct {
	span
	Middle       string
	Cell         cellView
	Marked       bool
	Class, Shape string
}

// plotSegment joins two numbers that stand side by side.
type plotSegment struct{ Class, X1, Y1, X2, Y2 string }

// plotPoint is a number, or for a range the stretch from Y to Foot.
type plotPoint struct {
	Class, Shape     string
	X, Y, Foot, Text string // Text is where its number stands; empty where it has no room
	Cell             cellView
}

// plotArea is the height in pixels that the axis takes; above it is room for
// the number of the highest point.
const plotArea, plotHead, plotFoot = 150.0, 20.0, 8.0

// shapes are the marks of the series in their order, told apart without colour.
// A sixth series begins again.
var shapes = []string{
	"M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
	"M-4.5-4.5h9v9h-9z",
	"M0-6.5L6.5 0 0 6.5-6.5 0z",
	"M0-6L6 5H-6z",
	"M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
}

// numberedPoints is how many numbers a single line has room to print on a phone.
const numberedPoints = 8

// lines draws series over the same places, which are those of the first. The
// zero axis begins at 0, or at the least number below it, and ends at the
// greatest number shown; either axis is widened to round numbers.
func (f *frame) lines(id string, a axis, series ...lineSeries) chartView {
	v := chartView{frame: f, ID: id, Kind: kindLine}
	p := &v.Plot
	p.Series, p.Height = series, pixels(plotHead+plotArea+plotFoot)
	p.setAxis(a, series)
	if len(series) > 0 {
		p.setPlaces(series)
	}
	withheld := false
	for i, s := range series {
		look := plotPoint{Class: "series-" + strconv.Itoa(i%len(shapes)+1), Shape: shapes[i%len(shapes)]}
		if len(series) > 1 {
			v.Legend = append(v.Legend, legendEntry{Class: look.Class, Label: s.Label, Shape: look.Shape})
		}
		withheld = p.add(i, len(series), look, s.Points) || withheld
		v.Finding = append(v.Finding, f.seriesFinding(s)...)
	}
	if len(series) == 0 {
		v.Finding = f.sentence("finding_none")
	}
	if withheld {
		v.Legend = append(v.Legend, f.withheldEntry())
	}
	return v
}

// seriesFinding is the finding of one line, after its name.
func (f *frame) seriesFinding(s lineSeries) []piece {
	if s.Label == "" {
		return f.course(s.Points, "")
	}
	return append(f.sentence("finding_series", label("Of", s.Label)), f.course(s.Points, "")...)
}

// withheldEntry explains the hatching of a chart that has no room to name it
// in place.
func (f *frame) withheldEntry() legendEntry {
	return legendEntry{Class: "hatch", Label: f.T("withheld")}
}
