package render

import (
	"kohort/generator/disclosure"
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
	if row.Change.Shown && row.Change.form == disclosure.Number {
		row.Trend = trend(row.Change.number, p.question.Good())
	}
	return row
}

// trend says whether a shown change is for the better.
func trend(change float64, good string) string {
	if good == "low" {
		change = -change
	}
	switch {
	case change > 0:
		return "better"
	case change < 0:
		return "worse"
	}
	return "same"
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
	return v
}

// dumbbellQuestions draws all questions for the whole cohort.
func (d *drawer) dumbbellQuestions(id string, questions []paired) chartView {
	v := d.dumbbellChart(id)
	var out chartGroup
	for i, p := range questions {
		row := d.dumbbellRow(p.question.Text().In(d.Lang, d.fallback), p, nil)
		row.ID = rowID(id, &v, &out)
		out.Rows = append(out.Rows, row)
		low, high := d.ends(p.question)
		if i == 0 {
			v.Low, v.High = low, high
		} else if v.Low != low || v.High != high {
			v.Low, v.High = d.T("scale_low"), d.T("scale_high")
		}
	}
	v.Groups = []chartGroup{out}
	return v
}

func (d *drawer) dumbbellChart(id string) chartView {
	return chartView{frame: d.frame, ID: id, Legend: []legendEntry{
		{"before", d.T("before")}, {"after", d.T("after")},
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
