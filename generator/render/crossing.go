package render

import (
	"slices"

	"kohort/generator/disclosure"
)

// overTime is the dimension of time that a table has cells for, "month" or
// "week"; empty where it has none: a cohort of few pairs has no months.
func overTime(t disclosure.Table) string {
	for _, name := range times {
		if slices.ContainsFunc(t.Cells(), func(c disclosure.Cell) bool { at := c.At(); return len(at) == 1 && at[0].Dimension == name }) {
			return name
		}
	}
	return ""
}

// isCrossed says whether a table has cells of two dimensions.
func isCrossed(t disclosure.Table) bool { return crossed(t, "") != "" }

// crossed names the two dimensions that a heatmap of a table crosses: those of
// by, where there are cells of both, else those of the first cell of two. It is
// empty where there is none.
func crossed(t disclosure.Table, by string) string {
	first, wanted := "", dimensions(by)
	for _, c := range t.Cells() {
		at := c.At()
		if len(at) != 2 {
			continue
		}
		if len(wanted) == 2 && crosses(at, wanted) {
			return by
		}
		if first == "" {
			first = at[0].Dimension + "," + at[1].Dimension
		}
	}
	return first
}

// crossing draws the cells of two dimensions as a heatmap: a row a level of the
// first, a column a level of the second.
func (d *drawer) crossing(id string, t disclosure.Table, by string) chartView {
	wanted := dimensions(crossed(t, by))
	var columns []string
	var rows []heatRow
	var labels []string
	for _, c := range t.Cells() {
		at := c.At()
		if len(at) != 2 || !crosses(at, wanted) {
			continue
		}
		if at[0].Dimension != wanted[0] {
			slices.Reverse(at)
		}
		row, column := d.level(at[0]), d.level(at[1])
		if slices.Index(labels, row) < 0 {
			labels, rows = append(labels, row), append(rows, heatRow{Label: row})
		}
		if slices.Index(columns, column) < 0 {
			columns = append(columns, column)
		}
		r, i := &rows[slices.Index(labels, row)], slices.Index(columns, column)
		for len(r.Cells) <= i {
			r.Cells = append(r.Cells, cellView{})
		}
		r.Cells[i] = d.cell(t, c)
	}
	return d.heatmap(id, columns, rows)
}
