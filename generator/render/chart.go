package render

import (
	"math"
	"strconv"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
	"kohort/generator/render/internal/scale"
)

// chartView is what the template of a chart sees: its rows, drawn. All
// positions and lengths are shares of the chart's width ("37.50%"), so that text
// keeps its size at any width.
type chartView struct {
	*frame
	ID      string
	Kind    string // bar, columns, stacked, dumbbell, line, heatmap, bullet, calendar
	Title   string // the caller's to set
	Finding []piece
	Legend  []legendEntry
	Low     string // what the low end of the axis means; may be empty
	High    string
	Groups  []chartGroup
	Columns []column // of a column chart
	Plot    plot     // of a line chart
	Panels  []heatPanel
	Bullets []bullet
	Months  []month
}

// legendEntry says what a class of marks stands for. Shape is the path of a
// mark that is told by its form too; empty is a square.
type legendEntry struct{ Class, Label, Shape string }

// chartGroup is the rows of one dimension.
type chartGroup struct {
	Label string
	Rows  []chartRow
}

// chartRow is one row of a bar, dumbbell or stacked chart.
type chartRow struct {
	ID       string
	Label    string
	N        cellView // how many it is about; not shown where Number says the same
	Number   cellView // of a bar
	From, To cellView // of a dumbbell: before and after
	Change   cellView
	Trend    string // better, worse, same; empty where the change is not shown
	Line     span   // of a dumbbell: from before to after
	FromMark mark
	ToMark   mark
	Bar      mark
	Centre   string // where zero or the middle of the scale stands; may be empty
	Segments []segment
	Class    *cellView // of a stacked row: near-unanimous answers, in place of segments
	Withheld bool      // nothing of the row may be shown
}

// span is a stretch of the axis.
type span struct{ X, Width string }

// mark is one number's place on the axis: a point, a bar or, for a band, the
// stretch it covers. Its zero value draws nothing.
type mark struct {
	Kind string // point, bar, band; empty draws nothing
	At   string
	span
}

// segment is one answer of a stacked row.
type segment struct {
	span
	Middle string
	Class  string
	Label  string // the answer in words
	Cell   cellView
	Narrow bool // too narrow for its number
}

// share prints a share of the chart's width.
func share(v float64) string { return strconv.FormatFloat(100*v, 'f', 2, 64) + "%" }

// stretch is the span between two shares.
func stretch(a, b float64) span { return span{share(min(a, b)), share(math.Abs(b - a))} }

// axis maps values to shares of the width.
type axis struct{ low, high, margin float64 }

func (a axis) place(v float64) float64 {
	return scale.Linear{Low: a.low, High: a.high, Start: a.margin, End: 1 - a.margin}.At(v)
}

// bars draws a table as horizontal bars, a row a level. The axis comes from
// the kind of value and from numbers that are shown.
func (d *drawer) bars(id string, t disclosure.Table, by string) chartView {
	v := chartView{frame: d.frame, ID: id, Kind: kindBar}
	a := d.barAxis(t)
	for _, group := range d.rows(t, by) {
		out := chartGroup{Label: group.label}
		for _, key := range group.rows {
			cell := d.at(t, key.at...)
			row := chartRow{ID: rowID(id, &v, &out), Label: key.label, Number: cell, Withheld: cell.Withheld}
			if c, ok := t.Cell(key.at...); ok && hasN(t) {
				row.N = d.n(t, c)
			}
			row.Bar = a.bar(cell)
			if a.low < 0 {
				row.Centre = share(a.place(0))
			}
			out.Rows = append(out.Rows, row)
		}
		v.Groups = append(v.Groups, out)
	}
	if q, ok := d.question(t.ID()); ok && t.Statistic() == string(figure.Mean) {
		v.Low, v.High = d.ends(q)
	}
	v.Finding = d.wholeAndGroups(t, v.Groups)
	return v
}

// barAxis is the axis of a bar chart: the scale where there is one, else from
// zero to the greatest number shown.
func (d *drawer) barAxis(t disclosure.Table) axis {
	least, most := d.scaleEnds(t)
	if t.Statistic() == string(figure.Difference) {
		least, most = 0, 0
	}
	if most > least {
		return axis{low: least, high: most}
	}
	greatest, negative := 0.0, false
	for _, c := range t.Cells() {
		low, high := reach(c)
		greatest = max(greatest, math.Abs(low), math.Abs(high))
		negative = negative || low < 0
	}
	if negative {
		return axis{low: -greatest, high: greatest}
	}
	return axis{low: 0, high: greatest}
}

// reach is the least and greatest number that a cell shows.
func reach(c disclosure.Cell) (low, high float64) {
	if c.Form() == disclosure.Band {
		return c.Band()
	}
	return c.Value(), c.Value()
}

// bar is the bar of a number, from zero or from the low end of the scale.
func (a axis) bar(c cellView) mark {
	base := a.place(max(a.low, 0))
	switch {
	case !c.Shown:
		return mark{}
	case c.form == disclosure.Band:
		return mark{Kind: "band", span: stretch(a.place(c.from), a.place(c.to))}
	}
	return mark{Kind: "bar", span: stretch(base, a.place(c.number))}
}

// point is the point of a number, or the stretch of a band.
func (a axis) point(c cellView) mark {
	switch {
	case !c.Shown:
		return mark{}
	case c.form == disclosure.Band:
		return mark{Kind: "band", span: stretch(a.place(c.from), a.place(c.to))}
	}
	return mark{Kind: "point", At: share(a.place(c.number))}
}

// ends are the words of the ends of a question's scale.
func (d *drawer) ends(q disclosure.Question) (low, high string) {
	scale := q.Scale()
	if len(scale) == 0 {
		return "", ""
	}
	return scale[0].Label.In(d.Lang, d.fallback), scale[len(scale)-1].Label.In(d.Lang, d.fallback)
}

// rowID numbers the rows of a chart.
func rowID(id string, v *chartView, last *chartGroup) string {
	n := len(last.Rows)
	for _, g := range v.Groups {
		n += len(g.Rows)
	}
	return id + "-" + strconv.Itoa(n+1)
}
