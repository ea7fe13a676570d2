package render

import (
	"strconv"
	"strings"

	"kohort/generator/disclosure"
)

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
	LabelTop string // of the number above it; empty where it has no room
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

// numberEvery says that each number over the columns, each second or so has
// room on a phone, by the longest of them.
func numberEvery(columns int, longest string) int {
	const phone, digit = 240, 8 // pixels
	return max(1, (columns*(digit*len(longest)+3)+phone-1)/phone)
}

// columns draws a table by month as columns.
func (d *drawer) columns(id string, t disclosure.Table) chartView {
	v := chartView{frame: d.frame, ID: id, Kind: kindColumns}
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
	every, numbered := labelEvery(len(cells)), numberEvery(len(cells), decimal(greatest, t.Decimals()))
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
		col.Top, col.Height = pixels(top), pixels(columnArea*(a.place(high)-a.place(low)))
		if i%numbered == 0 || col.Upright {
			col.LabelTop = pixels(top - 6)
		}
		v.Columns = append(v.Columns, col)
	}
	v.Finding = d.course(d.timePoints(t), d.T("unit_"+t.Unit()))
	return v
}

func pixels(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
