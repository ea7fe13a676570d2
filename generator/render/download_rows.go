package render

import (
	"slices"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/render/internal/download"
)

// heads are the headings of the columns.
func (f *frame) heads() []download.Field {
	var heads []download.Field
	for _, id := range []string{"column_cohort", "column_figure", "column_measure", "column_by", "column_group", "value", "unit", "n", "column_note", "data_as_of", "column_cell"} {
		heads = append(heads, download.Text(f.T(id)))
	}
	return heads
}

// row is one released cell, or one answer of a distribution.
func (b *body) row(v cellView) []download.Field {
	id, rest, _ := strings.Cut(v.Cell, "/")
	d, ok := b.drawer(id)
	if !ok {
		return nil
	}
	id, rest, _ = strings.Cut(rest, "/")
	stat, _, _ := strings.Cut(rest, "/")
	t, ok := d.cohort.Table(id, stat)
	if !ok {
		return nil
	}
	i := slices.IndexFunc(t.Cells(), func(c disclosure.Cell) bool { return cellKey(d.cohort.ID(), t, c.At()) == v.Cell })
	if i < 0 {
		return nil
	}
	c := t.Cells()[i]
	by, group := d.place(c)
	about, measure := d.named(t)
	key, asOf := v.Cell, v.AsOf.ISO
	if v.Answer != "" {
		key += "#" + v.Answer
		point, _ := strconv.Atoi(v.Answer) // made of a number
		if c.Form() == disclosure.Distribution {
			measure += d.T("title_separator") + d.answer(t, point)
		}
	}
	if asOf == "" {
		asOf = d.cohort.DataAsOf()
	}
	value, unit, n := d.field(t, v), download.Text(d.T("unit_"+t.Unit())), download.Field{}
	if v.Withheld {
		unit = download.Field{}
	} else if hasN(t) {
		n = download.Number(float64(c.N()), 0)
	}
	cohort := d.cohort.Title().In(d.Lang, d.fallback)
	return []download.Field{download.Text(cohort), download.Text(about), download.Text(measure), download.Text(by), download.Text(group),
		value, unit, n, download.Text(d.note(t, c)), download.Text(asOf), download.Text(key)}
}

// field is a cell's number, or the words that stand for a range or for nothing.
func (d *drawer) field(t disclosure.Table, v cellView) download.Field {
	switch {
	case v.Withheld:
		return download.Text(v.Words)
	case v.form == disclosure.Number:
		return download.Number(v.number, t.Decimals())
	case v.form == disclosure.Distribution:
		return download.Number(v.number, 0)
	}
	return download.Text(v.Before + v.Text + v.After)
}

// note is what is said beside a number: the size of a change, its interval,
// and in a preview that it is not published.
func (d *drawer) note(t disclosure.Table, c disclosure.Cell) string {
	var notes []string
	if effect := c.Effect(); effect != "" {
		notes = append(notes, d.T("effect_"+string(effect)))
	}
	if from, to, ok := c.Interval(); ok {
		notes = append(notes, d.words.fill(d.Lang, "column_interval", slots{
			N: signed(decimal(from, t.Decimals()), false), K: signed(decimal(to, t.Decimals()), false)}))
	}
	if d.Preview {
		notes = append(notes, d.T("unpublished"))
	}
	return strings.Join(notes, d.T("list_separator"))
}

// place words the dimensions and levels of a cell.
func (d *drawer) place(c disclosure.Cell) (by, group string) {
	if len(c.At()) == 0 {
		return "", d.T("whole_cohort")
	}
	var names, labels []string
	for _, l := range c.At() {
		names, labels = append(names, d.dimension(l.Dimension)), append(labels, d.level(l))
	}
	gap := d.T("crossing_separator")
	return strings.Join(names, gap), strings.Join(labels, gap)
}

// named names a table in two parts: what it is about, and what it measures.
func (d *drawer) named(t disclosure.Table) (about, measure string) {
	def, _ := defined(t)
	about, measure = def.Figure.In(d.Lang), capital(def.Measure.In(d.Lang))
	if q, ok := d.question(t.ID()); ok {
		return q.Text().In(d.Lang, d.fallback), measure
	}
	kind, rest, _ := strings.Cut(t.ID(), ".")
	switch kind {
	case "response":
		measure += d.T("title_separator") + d.T(rest)
	case "pulse":
		if q, ok := d.cohort.Question(rest); ok {
			about = q.Text().In(d.Lang, d.fallback)
		}
	case "theme":
		theme, _, _ := strings.Cut(rest, ".")
		about += d.T("title_separator") + d.theme(theme)
	}
	return about, measure
}
