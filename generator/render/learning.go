package render

import (
	"slices"
	"strings"

	"kohort/generator/disclosure"
)

// learned is what changed in one theme of the survey.
type learned struct {
	label string
	paired
}

// learned lists the themes that were asked about before and after, in the
// survey's order; where the release has no themes, the questions. A theme of a
// single question takes that question's tables, which say how sure a change is.
// One that is withheld, as always where its questions are for different people,
// is told by those of its questions that are shown.
func (d *drawer) learned() []learned {
	var out []learned
	var seen []string
	for _, q := range d.cohort.Questions() {
		theme := q.Theme()
		if theme == "" || slices.Contains(seen, theme) {
			continue
		}
		seen = append(seen, theme)
		p, ok := d.themeTables(theme)
		if !ok {
			continue
		}
		if d.told(p) {
			out = append(out, learned{d.themeLabel(theme), p})
			continue
		}
		var questions []learned
		for _, q := range d.askedIn(theme) {
			if p, ok := d.pairedTables(q.Code()); ok && d.told(p) {
				text := q.Text().In(d.Lang, d.fallback)
				questions = append(questions, learned{d.theme(theme) + d.T("title_separator") + text, p})
			}
		}
		if len(questions) == 0 {
			questions = []learned{{d.themeLabel(theme), p}}
		}
		out = append(out, questions...)
	}
	if len(out) > 0 {
		return out
	}
	for _, p := range d.allPaired() {
		out = append(out, learned{p.question.Text().In(d.Lang, d.fallback), p})
	}
	return out
}

// told says whether a mean of the whole cohort is shown.
func (d *drawer) told(p paired) bool { return d.at(p.before).Shown || d.at(p.after).Shown }

// themeLabel names a theme for readers. Where low is the good end of all its
// questions, its means are counted reversed, and the name says so. Any other
// theme without words goes by its question, where it has one alone.
func (d *drawer) themeLabel(theme string) string {
	label, asked := d.theme(theme), d.askedIn(theme)
	if slices.ContainsFunc(asked, func(q disclosure.Question) bool { return q.Good() != "low" }) {
		if label == theme && len(asked) == 1 {
			return asked[0].Text().In(d.Lang, d.fallback)
		}
		return label
	}
	return label + d.T("theme_reversed")
}

// themeTables finds the tables of a theme. A theme's mean counts a question
// whose low end is the good one reversed: it has no question of its own.
func (d *drawer) themeTables(theme string) (paired, bool) {
	before, b := d.cohort.Table("theme."+theme+".before", "mean")
	after, a := d.cohort.Table("theme."+theme+".after", "mean")
	change, c := d.cohort.Table("theme."+theme+".change", "difference")
	if !b || !a || !c {
		return paired{}, false
	}
	if asked := d.askedIn(theme); len(asked) == 1 && asked[0].Good() != "low" {
		if p, ok := d.pairedTables(asked[0].Code()); ok {
			return p, true
		}
	}
	return paired{before: before, after: after, change: change}, true
}

// askedIn lists the questions of a theme.
func (d *drawer) askedIn(theme string) []disclosure.Question {
	return slices.DeleteFunc(d.cohort.Questions(), func(q disclosure.Question) bool { return q.Theme() != theme })
}

// themeScale is the scale of the means of a theme's table, which is that of
// its questions; empty for any other table.
func (d *drawer) themeScale(table string) []disclosure.ScalePoint {
	rest, ok := strings.CutPrefix(table, "theme.")
	if i := strings.LastIndexByte(rest, '.'); ok && i >= 0 {
		if asked := d.askedIn(rest[:i]); len(asked) > 0 {
			return asked[0].Scale()
		}
	}
	return nil
}

// learning draws what changed, a row a theme, for the whole cohort.
func (d *drawer) learning(id string) figureView { return d.learningOf(id, d.learned()) }

func (d *drawer) learningOf(id string, themes []learned) figureView {
	if len(themes) == 0 {
		return figureView{}
	}
	var tables []disclosure.Table
	v := gridView{Corner: d.T("theme"), Columns: d.pairedColumns(), Groups: []gridGroup{{}}}
	chart := d.dumbbellChart(id)
	chart.Low, chart.High = d.T("scale_low"), d.T("scale_high")
	var rows chartGroup
	for _, l := range themes {
		tables = append(tables, l.before, l.after, l.change)
		v.Groups[0].Rows = append(v.Groups[0].Rows, d.pairedRow(l.label, l.paired, nil))
		row := d.dumbbellRow(l.label, l.paired, nil)
		row.ID = rowID(id, &chart, &rows)
		rows.Rows = append(rows.Rows, row)
	}
	chart.Groups = []chartGroup{rows}
	chart.Legend = append(chart.Legend, d.trendLegend(chart)...)
	chart.Finding = d.greatestChange(rows.Rows)
	f := d.newFigure(id, kindDumbbell, d.T("figure_learning"), tables...)
	f.Chart, f.Table = chart, v
	return d.finish(f)
}
