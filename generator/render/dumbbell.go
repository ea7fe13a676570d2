package render

import (
	"slices"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
)

// paired is the three tables of a question that was asked before and after.
type paired struct {
	question              disclosure.Question
	before, after, change disclosure.Table
}

// pairedTables finds the tables of a question; false where the release lacks
// one.
func (d *drawer) pairedTables(code string) (paired, bool) {
	q, known := d.cohort.Question(code)
	before, b := d.cohort.Table("survey."+code+".before", "mean")
	after, a := d.cohort.Table("survey."+code+".after", "mean")
	change, c := d.cohort.Table("survey."+code+".change", "difference")
	return paired{q, before, after, change}, known && b && a && c
}

// allPaired lists the questions that were asked before and after, in the
// survey's order.
func (d *drawer) allPaired() []paired {
	var out []paired
	for _, q := range d.cohort.Questions() {
		if p, ok := d.pairedTables(q.Code()); ok {
			out = append(out, p)
		}
	}
	return out
}

// dumbbellRow draws one group's mean before and after on the question's scale.
func (d *drawer) dumbbellRow(label string, p paired, at []disclosure.Level) chartRow {
	row := chartRow{Label: label, From: d.at(p.before, at...), To: d.at(p.after, at...), Change: d.at(p.change, at...)}
	if c, ok := p.after.Cell(at...); ok {
		row.N = d.n(p.after, c)
	}
	least, most := d.scaleEnds(p.after)
	a := axis{least, most, 0.04}
	row.FromMark, row.ToMark = a.point(row.From), a.point(row.To)
	row.Withheld = !row.From.Shown && !row.To.Shown
	if row.FromMark.Kind == "point" && row.ToMark.Kind == "point" {
		row.Line = stretch(a.place(row.From.number), a.place(row.To.number))
	}
	row.Trend = trend(row.Change, p.question.Good())
	return row
}

// beyondChance says whether a change is greater than chance alone may bring:
// its interval leaves out 0, or, where the group is too small for an interval,
// its effect is more than small. A change with neither is never called so.
func beyondChance(c disclosure.Cell) bool {
	if from, to, ok := c.Interval(); ok {
		return from > 0 || to < 0
	}
	return c.Effect() == figure.Medium || c.Effect() == figure.Large
}

// trend says whether a change is for the better or the worse, or else "same":
// one that chance alone may bring is judged neither way. It is empty where no
// number is shown.
func trend(change cellView, good string) string {
	switch up := change.number > 0; {
	case !change.Shown || change.form != disclosure.Number:
		return ""
	case !change.clear || change.number == 0:
		return "same"
	case up == (good != "low"):
		return "better"
	}
	return "worse"
}

// dumbbells draws one question by the levels of a dimension.
func (d *drawer) dumbbells(id string, p paired, by string) chartView {
	v := d.dumbbellChart(id)
	v.Low, v.High = d.ends(p.question)
	for _, group := range d.rows(p.after, by) {
		out := chartGroup{Label: group.label}
		for _, key := range group.rows {
			row := d.dumbbellRow(key.label, p, key.at)
			row.ID = rowID(id, &v, &out)
			out.Rows = append(out.Rows, row)
		}
		v.Groups = append(v.Groups, out)
	}
	v.Finding = d.changeFinding(v)
	v.Legend = append(v.Legend, d.trendLegend(v)...)
	return v
}

// trendLegend explains the lines between before and after that a chart has.
func (d *drawer) trendLegend(v chartView) []legendEntry {
	var out []legendEntry
	for _, trend := range []string{"better", "worse", "same"} {
		for _, g := range v.Groups {
			if slices.ContainsFunc(g.Rows, func(r chartRow) bool { return r.Trend == trend && r.Line.X != "" }) {
				out = append(out, legendEntry{Class: "trend-" + trend, Label: d.T("trend_" + trend)})
				break
			}
		}
	}
	return out
}

func (d *drawer) dumbbellChart(id string) chartView {
	return chartView{frame: d.frame, ID: id, Kind: kindDumbbell, Legend: []legendEntry{
		{Class: "before", Label: d.T("before"), Shape: shapes[0]}, {Class: "after", Label: d.T("after"), Shape: shapes[0]},
	}}
}

// pairedGrid is the table of the same numbers: n, before, after and change.
func (d *drawer) pairedRow(label string, p paired, at []disclosure.Level) gridRow {
	r := d.dumbbellRow(label, p, at)
	return gridRow{Label: label, Cells: []cellView{r.N, r.From, r.To, r.Change}}
}

func (d *drawer) pairedColumns() []string {
	return []string{d.T("n"), d.T("before"), d.T("after"), d.T("change")}
}
