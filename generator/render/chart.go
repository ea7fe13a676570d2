package render

import (
	"math"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
)

// chartView is what the template of a chart sees: its rows, drawn. All
// positions and lengths are shares of the chart's width ("37.50%"), so that text
// keeps its size at any width.
type chartView struct {
	*frame
	ID      string
	Title   string
	Legend  []legendEntry
	Low     string // what the low end of the axis means; may be empty
	High    string
	Groups  []chartGroup
	Columns []column // of a column chart
}

// legendEntry says what a class of marks stands for.
type legendEntry struct{ Class, Label string }

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
	if a.high <= a.low {
		return 0.5
	}
	return a.margin + (1-2*a.margin)*(v-a.low)/(a.high-a.low)
}

// bars draws a table as horizontal bars, a row a level. The axis comes from
// the kind of value and from numbers that are shown.
func (d *drawer) bars(id string, t disclosure.Table, by string) chartView {
	v := chartView{frame: d.frame, ID: id}
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

// column is one month of a column chart.
type column struct {
	ID       string
	Label    string // short: "4月"; empty where there is no room for all
	Year     string // below it, where a year begins
	Full     string // "2025年4月"
	Number   cellView
	span     // across
	Middle   string
	Top      string // of the bar, in pixels from the chart's top
	Height   string
	LabelTop string // of the number above it
	Band     bool   // only a class is shown: the stretch it covers
	Upright  bool   // the number has room only on its side
}

// columnArea is the height in pixels that the tallest column takes; above it
// is room for its number.
const columnArea, columnHead = 150.0, 22.0

// monthLabels is how many months a chart has room to name on a phone.
const monthLabels = 9

// labelEvery says that of a number of months each first, second or so is named.
func labelEvery(months int) int { return (months + monthLabels - 1) / monthLabels }

// columns draws a table by month as columns.
func (d *drawer) columns(id string, t disclosure.Table) chartView {
	v := chartView{frame: d.frame, ID: id}
	var cells []disclosure.Cell
	greatest := 0.0
	for _, c := range t.Cells() {
		if at := c.At(); len(at) == 1 && at[0].Dimension == "month" {
			cells = append(cells, c)
			_, high := reach(c)
			greatest = max(greatest, high)
		}
	}
	slot := 1 / float64(max(len(cells), 1))
	every := labelEvery(len(cells))
	for i, c := range cells {
		iso := c.At()[0].Level
		label, year, _ := strings.Cut(d.month(iso, true, i == 0), "\n")
		if i%every != 0 {
			label = ""
		}
		col := column{ID: id + "-" + strconv.Itoa(i+1), Label: label, Year: year, Full: d.month(iso, false, false), Number: d.cell(t, c)}
		x := slot * float64(i)
		col.span = stretch(x+slot*0.16, x+slot*0.84)
		col.Middle = share(x + slot/2)
		low, high := 0.0, greatest // a withheld column is hatched over its whole height
		if col.Number.Shown {
			low, high = reach(c)
			if col.Band = c.Form() == disclosure.Band; !col.Band {
				low = 0
			}
			col.Upright = col.Band && every > 1
		}
		a := axis{low: 0, high: max(greatest, 1)}
		top := columnHead + columnArea*(1-a.place(high))
		col.Top, col.Height, col.LabelTop = pixels(top), pixels(columnArea*(a.place(high)-a.place(low))), pixels(top-6)
		v.Columns = append(v.Columns, col)
	}
	return v
}

func pixels(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
