package render

import (
	"slices"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
)

// gridView is a table of numbers.
type gridView struct {
	Corner  string // heads the column of row labels; may be empty
	Columns []string
	Groups  []gridGroup
}

// gridGroup is the rows of one dimension.
type gridGroup struct {
	Label string // empty for the whole cohort
	Rows  []gridRow
}

// gridRow is one level. Span, where it is set, stands across the columns after
// the first in place of their cells.
type gridRow struct {
	Label string
	Lang  string // of the label; empty where it is the page's
	URL   string // of what the label names; may be empty
	Note  string // said below the label; may be empty
	Cells []cellView
	Span  *cellView
}

// rowKey is a row of a grid or chart: a level, or the whole cohort for the zero
// value.
type rowKey struct {
	at    []disclosure.Level
	label string
}

// rowGroup is the rows of one dimension; the whole cohort is a group of its
// own, without a label.
type rowGroup struct {
	label string
	rows  []rowKey
}

// rows lists the rows of a table: the whole cohort, then each dimension that is
// wanted, levels in the table's order. by names a dimension, or several parted
// by commas for their crossing; empty is every single dimension.
func (d *drawer) rows(t disclosure.Table, by string) []rowGroup {
	wanted := dimensions(by)
	var groups []rowGroup
	for _, c := range t.Cells() {
		at := c.At()
		if len(at) == 0 {
			groups = append(groups, rowGroup{rows: []rowKey{{nil, d.T("whole_cohort")}}})
			continue
		}
		if len(at) != max(len(wanted), 1) || len(wanted) > 0 && !crosses(at, wanted) {
			continue
		}
		var names, labels []string
		for _, l := range at {
			names = append(names, d.dimension(l.Dimension))
			labels = append(labels, d.level(l))
		}
		name := strings.Join(names, d.T("crossing_separator"))
		i := slices.IndexFunc(groups, func(g rowGroup) bool { return g.label == name })
		if i < 0 {
			i = len(groups)
			groups = append(groups, rowGroup{label: name})
		}
		groups[i].rows = append(groups[i].rows, rowKey{at, strings.Join(labels, d.T("crossing_separator"))})
	}
	return groups
}

// dimensions are the names in a by attribute.
func dimensions(by string) []string {
	return strings.FieldsFunc(by, func(r rune) bool { return r == ',' || r == ' ' || r == '、' })
}

// crosses says whether levels are of the wanted dimensions, in any order.
func crosses(at []disclosure.Level, wanted []string) bool {
	for _, l := range at {
		if !slices.Contains(wanted, l.Dimension) {
			return false
		}
	}
	return true
}

// dimension is the name of a dimension for readers.
func (d *drawer) dimension(name string) string {
	id := "dimension_" + name
	if s := d.T(id); s != id {
		return s
	}
	return name
}

// level is the name of a level for readers.
func (d *drawer) level(l disclosure.Level) string {
	if isOther(l) {
		return d.T("level_other")
	}
	switch l.Dimension {
	case "month":
		return d.month(l.Level, false, false)
	case "week":
		return d.day(l.Level).Text
	case "role":
		id := "role_" + l.Level
		if s := d.T(id); s != id {
			return s
		}
	}
	return d.cohort.LevelLabel(l.Dimension, l.Level, d.Lang)
}

// theme names a theme of the survey.
func (d *drawer) theme(id string) string { return d.cohort.LevelLabel("theme", id, d.Lang) }

// grid puts tables side by side: a row a level of the first, a column a table
// with its heading in columns. One that is not a count has its n in a column
// before it, or below each number where there are several.
func (d *drawer) grid(by string, columns []string, tables ...disclosure.Table) gridView {
	var g gridView
	alone := len(tables) == 1
	for i, t := range tables {
		if alone && hasN(t) {
			g.Columns = append(g.Columns, d.T("n"))
		}
		g.Columns = append(g.Columns, columns[i])
	}
	for _, group := range d.rows(tables[0], by) {
		out := gridGroup{Label: group.label}
		for _, key := range group.rows {
			row := gridRow{Label: key.label}
			for _, t := range tables {
				if !alone {
					row.Cells = append(row.Cells, d.withN(t, key.at...))
					continue
				}
				if hasN(t) {
					c, _ := t.Cell(key.at...) // rows are those of this table
					row.Cells = append(row.Cells, d.n(t, c))
				}
				row.Cells = append(row.Cells, d.at(t, key.at...))
			}
			out.Rows = append(out.Rows, row)
		}
		g.Groups = append(g.Groups, out)
	}
	return g
}

// hasN says whether a table's numbers do not themselves say of how many they
// are.
func hasN(t disclosure.Table) bool { return t.Statistic() != string(figure.Count) }

// distributionRow is a row of a table of answers: n, then a column a point of
// the scale.
func (d *drawer) distributionRow(label string, t disclosure.Table, c disclosure.Cell) gridRow {
	row := gridRow{Label: label, Cells: []cellView{d.n(t, c)}}
	switch c.Form() {
	case disclosure.Distribution:
		row.Cells = append(row.Cells, d.answers(t, c)...)
	case disclosure.Class:
		row.Span = &d.answers(t, c)[0]
	default:
		withheld := d.open(t, c)
		row.Span = &withheld
	}
	return row
}
