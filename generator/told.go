package generator

import (
	"kohort/generator/audit"
	"kohort/generator/disclosure"
	"kohort/generator/figure"
	"kohort/generator/handbook"
	"kohort/generator/markdown"
	"kohort/generator/render"
	"kohort/generator/source"
)

// What one stage is told of another, where it may not import it: plain words
// and names, no number.

// marks are the words of the neutral mark in each language of a handbook.
func marks(theme *render.Theme, languages []string) []string {
	out := make([]string, len(languages))
	for i, lang := range languages {
		out[i] = theme.Words(lang, "withheld")
	}
	return out
}

// prose says what the words of the pages about a cohort are about. On a brief
// that nobody wrote, the words are those of the report.
func prose(book *handbook.Handbook) map[string]audit.Prose {
	out := make(map[string]audit.Prose)
	for _, tree := range book.Trees {
		for _, edition := range tree.Editions {
			for _, page := range edition.Pages {
				if page.Cohort != "" && !page.Generated {
					out[page.URL] = audit.Prose{Cohort: page.Cohort, Lang: page.ContentLang}
				}
			}
			for _, c := range edition.Cohorts {
				if c.Brief != nil && c.Brief.Generated && c.Report != nil && !c.Report.Generated {
					out[c.Brief.URL] = audit.Prose{Cohort: c.ID, Lang: c.Report.ContentLang}
				}
			}
		}
	}
	return out
}

// metric gives the words of a guideline's metric; none for an unknown one,
// which the handbook reports.
func metric(lang, id string) markdown.MetricWords {
	m, _ := figure.LookupMetric(id)
	return markdown.MetricWords{Name: m.Name.In(lang), Unit: m.Unit.In(lang)}
}

// cohorts gives the handbook the names of what is released: no number.
func cohorts(p disclosure.Published) []handbook.Released {
	var out []handbook.Released
	for _, c := range p.Cohorts() {
		r := handbook.Released{ID: c.ID(), Title: source.TextOf(c.Title().ByLang())}
		for _, t := range c.Tables() {
			table := handbook.Table{ID: t.ID(), Statistic: t.Statistic(), Dimensions: t.Dimensions()}
			for _, cell := range t.Cells() {
				var at []handbook.Level
				for _, l := range cell.At() {
					at = append(at, handbook.Level{Dimension: l.Dimension, Level: l.Level})
				}
				table.Cells = append(table.Cells, at)
			}
			r.Tables = append(r.Tables, table)
		}
		out = append(out, r)
	}
	return out
}
