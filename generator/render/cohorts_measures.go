package render

import (
	"slices"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
)

// measure is what one small chart shows of each cohort: a line a table.
type measure struct {
	title  string
	lines  []measureLine
	beside []string // tables that stand in the table alone
	code   string   // of a survey question; else empty
}

// measureLine is one line; table is an id and statistic, "matching.days mean".
type measureLine struct{ label, table string }

func (m measure) tables() []string {
	var names []string
	for _, line := range m.lines {
		names = append(names, line.table)
	}
	return append(names, m.beside...)
}

// single is a measure of one table, in the words of the catalogue.
func (c comparison) single(table string) measure {
	id, stat, _ := strings.Cut(table, " ")
	def, _ := figure.Lookup(id, figure.Statistic(stat))
	title := def.Figure.In(c.Lang) + c.T("title_separator") + def.Measure.In(c.Lang)
	return measure{title: title, lines: []measureLine{{capital(def.Measure.In(c.Lang)), table}}}
}

// response is the response to the surveys before and after.
func (c comparison) response() measure {
	return measure{title: c.T("figure_response"), lines: []measureLine{
		{c.T("before"), "response.before rate"}, {c.T("after"), "response.after rate"},
	}}
}

// questions are the survey's, in the order of the latest cohort, then those
// that only earlier ones were asked: those whether participants would recommend
// the program, or all others.
func (c comparison) questions(recommend bool) []measure {
	var out []measure
	for _, d := range slices.Backward(c.drawers) {
		for _, q := range d.cohort.Questions() {
			isKnown := slices.ContainsFunc(out, func(m measure) bool { return m.code == q.Code() })
			if isKnown || (q.Theme() == "recommend") != recommend {
				continue
			}
			table := "survey." + q.Code()
			out = append(out, measure{
				title: q.Text().In(d.Lang, d.fallback), code: q.Code(),
				lines:  []measureLine{{c.T("before"), table + ".before mean"}, {c.T("after"), table + ".after mean"}},
				beside: []string{table + ".change difference"},
			})
		}
	}
	return out
}

// present is the measure without the tables that no cohort has.
func (c comparison) present(m measure) measure {
	absent := func(name string) bool {
		for i := range c.drawers {
			if _, ok := c.table(i, name); ok {
				return false
			}
		}
		return true
	}
	m.lines = slices.DeleteFunc(slices.Clone(m.lines), func(line measureLine) bool { return absent(line.table) })
	m.beside = slices.DeleteFunc(slices.Clone(m.beside), absent)
	return m
}

// released is how many cohorts have the measure, withheld or not.
func (c comparison) released(m measure) int {
	n := 0
	for i := range c.drawers {
		if len(c.tables(i, measure{lines: m.lines})) > 0 {
			n++
		}
	}
	return n
}

// shown is how many cohorts show it: of several lines, that which most do.
func (c comparison) shown(m measure) int {
	most := 0
	for _, line := range m.lines {
		n := 0
		for i := range c.drawers {
			t, _ := c.table(i, line.table)
			if cell, ok := t.Cell(); ok && cell.Form() != disclosure.Withheld {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}
