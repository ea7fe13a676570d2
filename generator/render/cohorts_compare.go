package render

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/handbook"
)

// mostCompared is how many cohorts, the latest, a small chart has room for on
// a phone.
const mostCompared = 12

// compareView is what the template of the comparison between cohorts sees.
type compareView struct {
	*frame
	Lead     string // what the points are
	Sections []compareSection
	Single   []string // titles of measures that fewer than two cohorts show
	Care     []string // what a reader should bear in mind
}

// compareSection is one heading of the comparison and its small charts.
type compareSection struct {
	ID, Title string
	Figures   []figureView
}

// comparison is the cohorts that are compared, in order of their start.
type comparison struct {
	*frame
	drawers []*drawer
	titles  []string
	labels  []string // short, for the axis
}

// compare is the comparison of the cohorts of the page's edition; nil where
// there are fewer than two.
func (b *body) compare() *compareView {
	c := b.comparison()
	if len(c.drawers) < 2 {
		return nil
	}
	v := &compareView{frame: b.frame, Lead: b.frame.T("compare_lead")}
	if !slices.Equal(c.titles, c.labels) {
		v.Lead += b.frame.T("unit_gap") + b.frame.T("compare_labels")
	}
	if len(b.page.Edition.Cohorts) > mostCompared {
		v.Lead += b.frame.T("unit_gap") + b.frame.T("compare_latest")
	}
	add := func(id string, measures ...measure) {
		section := compareSection{ID: "compare-" + id, Title: b.frame.T("compare_" + id)}
		for _, m := range measures {
			m = c.present(m)
			switch {
			case c.released(m) < 2:
			case c.shown(m) < 2:
				v.Single = append(v.Single, m.title)
			default:
				section.Figures = append(section.Figures, b.download(c.figure(b.figureID(), m)))
			}
		}
		if len(section.Figures) > 0 {
			v.Sections = append(v.Sections, section)
		}
	}
	add("program", c.single("participation.enrolled count"), c.single("matching.pairs count"),
		c.single("matching.days mean"), c.single("sessions.per_pair mean"))
	add("survey", append([]measure{c.response()}, c.questions(false)...)...)
	add("outcomes", append(c.questions(true), c.single("recommend.score difference"), c.single("goals.met rate"))...)
	v.Care = c.care(v.Sections)
	return v
}

func (b *body) comparison() comparison {
	c := comparison{frame: b.frame}
	listed := slices.Clone(b.page.Edition.Cohorts)
	starts := func(h handbook.Cohort) string {
		released, _ := b.site.in.Published.Cohort(h.ID)
		return released.Start()
	}
	slices.SortStableFunc(listed, func(x, y handbook.Cohort) int {
		return cmp.Or(strings.Compare(starts(x), starts(y)), strings.Compare(x.ID, y.ID))
	})
	for _, h := range listed[max(0, len(listed)-mostCompared):] {
		if d, ok := b.drawer(h.ID); ok {
			c.drawers = append(c.drawers, d)
			c.titles = append(c.titles, h.Title)
		}
	}
	c.labels = c.axisLabels()
	return c
}

// care is what to bear in mind when the cohorts of these sections are compared.
func (c comparison) care(sections []compareSection) []string {
	care := []string{c.T("compare_care_people"), c.T("compare_care_size")}
	hasBreak, hasGap := false, false
	for _, s := range sections {
		for _, f := range s.Figures {
			hasBreak, hasGap = hasBreak || len(f.Breaks) > 0, hasGap || f.HasWithheld || f.HasBlank
		}
	}
	if hasBreak {
		care = append(care, c.T("compare_care_breaks"))
	}
	if hasGap {
		care = append(care, c.T("compare_care_gaps"))
	}
	var running []string
	for i, d := range c.drawers {
		if _, ended := d.cohort.Table("response.after", "rate"); !ended && d.cohort.DataAsOf() < d.cohort.End() {
			running = append(running, c.titles[i])
		}
	}
	if len(running) > 0 {
		care = append(care, c.words.fill(c.Lang, "compare_care_running", slots{Of: strings.Join(running, c.T("list_separator"))}))
	}
	return care
}

// table finds a table in one of the cohorts by "matching.days mean".
func (c comparison) table(cohort int, name string) (disclosure.Table, bool) {
	id, stat, _ := strings.Cut(name, " ")
	return c.drawers[cohort].cohort.Table(id, stat)
}

// headings are those of the comparison, for the table of contents.
func (v *compareView) headings() []handbook.Heading {
	out := []handbook.Heading{{Level: 2, ID: "compare", Text: v.T("compare_title")}}
	for _, s := range v.Sections {
		out = append(out, handbook.Heading{Level: 3, ID: s.ID, Text: s.Title})
	}
	return append(out, handbook.Heading{Level: 3, ID: "compare-care", Text: v.T("compare_care")})
}

// addLater adds to the table of contents what a page's layout drew after its
// body: a handbook's own theme may leave it out.
func (b *body) addLater(drawn []byte) {
	b.toc = slices.Clip(b.toc) // the page's own stays as it is
	for _, h := range b.later {
		if bytes.Contains(drawn, []byte(` id="`+h.ID+`"`)) {
			b.toc = append(b.toc, h)
		}
	}
}
