package render

import (
	"slices"
	"strings"

	"kohort/generator/disclosure"
)

// changesBy draws the changes by the levels of a dimension, beside the whole
// cohort: a row a question, a column a level. Levels and questions of which
// hardly a number may be shown are left out.
func (d *drawer) changesBy(id, dimension string) figureView {
	title := d.words.fill(d.Lang, "figure_changes_by", slots{Of: d.dimension(dimension)})
	questions := d.allPaired()
	levels, leftOut := d.tellingLevels(questions, dimension)
	var tables []disclosure.Table
	v := gridView{Corner: d.T("question"), Groups: []gridGroup{{}}}
	for _, key := range levels {
		v.Columns = append(v.Columns, key.label)
	}
	var rows []heatRow
	for _, p := range questions {
		label := p.question.Text().In(d.Lang, d.fallback)
		row, heat := gridRow{Label: label}, heatRow{Label: label}
		for _, key := range levels {
			row.Cells = append(row.Cells, d.withN(p.change, key.at...))
			heat.Cells = append(heat.Cells, d.at(p.change, key.at...))
		}
		if !slices.ContainsFunc(row.Cells, func(c cellView) bool { return c.Shown }) {
			leftOut = append(leftOut, label)
			continue
		}
		tables, rows = append(tables, p.change), append(rows, heat)
		v.Groups[0].Rows = append(v.Groups[0].Rows, row)
	}
	hasLevel := slices.ContainsFunc(levels, func(k rowKey) bool { return len(k.at) > 0 })
	switch {
	case (len(rows) == 0 || !hasLevel) && len(leftOut) > 0:
		return figureView{LeftOut: []string{title}}
	case len(rows) == 0 || !hasLevel:
		return figureView{}
	}
	f := d.newFigure(id, kindHeatmap, title, tables...)
	f.Chart, f.Table = d.heatmap(id, v.Columns, rows), v
	if len(leftOut) > 0 {
		f.LeftOut = []string{title + d.T("title_separator") + strings.Join(leftOut, d.T("list_separator"))}
	}
	return d.finish(f)
}

// tellingLevels parts the levels of a dimension, the whole cohort among them,
// into those of which enough changes are shown and the labels of all others.
func (d *drawer) tellingLevels(questions []paired, dimension string) (levels []rowKey, leftOut []string) {
	for _, key := range d.levelsOf(questions, dimension) {
		var all gridRow
		for _, p := range questions {
			all.Cells = append(all.Cells, d.at(p.change, key.at...))
		}
		if len(key.at) > 0 && !(gridGroup{Rows: []gridRow{all}}).tells() {
			leftOut = append(leftOut, key.label)
			continue
		}
		levels = append(levels, key)
	}
	return levels, leftOut
}

// levelsOf lists the whole cohort and the levels of a dimension that the
// changes of any question are given for.
func (d *drawer) levelsOf(questions []paired, dimension string) []rowKey {
	var levels []rowKey
	for _, p := range questions {
		for _, group := range d.rows(p.change, dimension) {
			for _, key := range group.rows {
				if !slices.ContainsFunc(levels, func(k rowKey) bool { return slices.Equal(k.at, key.at) }) {
					levels = append(levels, key)
				}
			}
		}
	}
	return levels
}
