package render

import (
	"slices"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/handbook"
)

// before draws the released cohort of the edition that started last before
// another; nil where there is none.
func (b *body) before(d *drawer) *drawer {
	for _, c := range b.site.in.Published.Cohorts() { // the latest first
		isListed := func(listed handbook.Cohort) bool { return listed.ID == c.ID() }
		if c.Start() < d.cohort.Start() && slices.ContainsFunc(b.page.Edition.Cohorts, isListed) {
			before, _ := b.drawer(c.ID())
			return before
		}
	}
	return nil
}

// beforeLink leads to the report of the cohort before; nil where there is
// none.
func (b *body) beforeLink(d *drawer) *link {
	before := b.before(d)
	if before == nil {
		return nil
	}
	i := slices.IndexFunc(b.page.Edition.Cohorts, func(c handbook.Cohort) bool { return c.ID == before.cohort.ID() })
	c := b.page.Edition.Cohorts[i]
	v := &link{Label: c.Title}
	if c.Report != nil {
		v.URL = relative(folder(b.page.URL), c.Report.URL)
	}
	return v
}

// previous is a measure of the whole cohort before, with its unit, and of how
// many it is; nil where there is none, or none that was made alike. How great
// an earlier change was in words stands in that cohort's own report.
func (h headline) previous(now disclosure.Table) *cellView {
	if h.before == nil {
		return nil
	}
	was, ok := h.before.cohort.Table(now.ID(), now.Statistic())
	if !ok || !h.alike(was, now) {
		return nil
	}
	v := h.before.withN(was)
	if v.blank() {
		return nil
	}
	if isExact(v) {
		v.After = ""
	}
	v = h.inWords(v, h.T("unit_"+now.Unit()))
	if v.N != nil {
		v.N.Before, v.N.After = h.words.around(h.Lang, "n_in")
	}
	return &v
}

// alike says whether a measure of the cohort before is of the same questions,
// base and unit. Another k changes what may be shown, not what it says.
func (h headline) alike(was, now disclosure.Table) bool {
	asked, is := h.before.askedFor(was.ID()), h.askedFor(now.ID())
	if len(asked) != len(is) {
		return false
	}
	if len(h.alterations(basis{base: was.Base(), unit: was.Unit()}, basis{base: now.Base(), unit: now.Unit()})) > 0 {
		return false
	}
	for i := range asked {
		if asked[i].Code() != is[i].Code() || len(h.alterations(basis{question: asked[i]}, basis{question: is[i]})) > 0 {
			return false
		}
	}
	return true
}

// askedFor lists the questions that a table is made of.
func (d *drawer) askedFor(table string) []disclosure.Question {
	if q, ok := d.question(table); ok {
		return []disclosure.Question{q}
	}
	kind, rest, _ := strings.Cut(table, ".")
	switch kind {
	case "theme":
		theme, _, _ := strings.Cut(rest, ".")
		return d.askedIn(theme)
	case "recommend":
		return d.askedIn("recommend")
	}
	return nil
}
