package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
	"kohort/generator/handbook"
)

// briefView is what the template of a brief sees: what leaders must know of a
// cohort, on one sheet of paper.
type briefView struct {
	*frame
	Verdict    string
	Risks      []string
	Decision   string
	WordsLang  string // language of those three; empty where it is the page's
	Short      bool   // few words in all: the sheet has room for larger type
	Tiles      []tile
	Cadence    figureView // no kind: the release has no sessions by month, or hardly one that may be shown
	Learning   figureView // no kind: nothing was asked before and after, or nothing of it may be shown
	Topics     []topic
	TopicsSay  string // what their shares count
	Start, End day    // of the cohort
	Protection string // how people are protected, with k
	Provenance string // the data's date and the release
	Report     *link  // nil where the report is for other readers
}

// topic is what sessions were about, with the share of sessions.
type topic struct {
	Label string
	Share cellView
	Unit  string // empty where Share says it
}

// What a sheet of paper has room for, beside the author's words.
const (
	briefRows   = 6
	briefTopics = 5
	briefShort  = 400 // full-width characters of words and labels that fit in larger type
)

// brief is the page for leaders of the page's cohort; nil where it has no
// release.
func (b *body) brief() *briefView {
	d, ok := b.drawer(b.page.Cohort)
	if !ok {
		return nil
	}
	said := b.page
	v := &briefView{frame: d.frame, Start: d.day(d.cohort.Start()), End: d.day(d.cohort.End()), Provenance: d.provenance(),
		Protection: d.words.fill(d.Lang, "brief_protection", slots{K: strconv.Itoa(d.cohort.K())}),
		Tiles:      b.tiles(d), Cadence: d.worth(d.sessionsByMonth(b.figureID())), Learning: d.leadingChanges(b.figureID())}
	v.Topics, v.TopicsSay = d.topTopics()
	if c, ok := b.cohort(); ok {
		v.Report = b.frame.linkTo(folder(b.page.URL), c.Report)
		if b.page.Generated {
			said = c.Report
		}
	}
	v.Verdict, v.Risks, v.Decision, v.WordsLang = said.Front.Verdict, said.Front.Risks, said.Front.Decision, b.frame.foreign(said)
	v.Short = handbook.FullWidth(v.words()) <= briefShort
	return v
}

// words are those that take more room on one brief than on another.
func (v *briefView) words() string {
	all := append([]string{v.Verdict, v.Decision}, v.Risks...)
	for _, t := range v.Topics {
		all = append(all, t.Label)
	}
	for _, g := range v.Learning.Chart.Groups {
		for _, r := range g.Rows {
			all = append(all, r.Label)
		}
	}
	return strings.Join(all, "")
}

// cohort is the page's cohort as the edition lists it.
func (b *body) cohort() (handbook.Cohort, bool) {
	i := slices.IndexFunc(b.page.Edition.Cohorts, func(c handbook.Cohort) bool { return c.ID == b.page.Cohort })
	if i < 0 {
		return handbook.Cohort{}, false
	}
	return b.page.Edition.Cohorts[i], true
}

// briefLink leads from a cohort's report to its brief; nil where there is none.
func (b *body) briefLink() *link {
	c, ok := b.cohort()
	if !ok {
		return nil
	}
	return b.frame.linkTo(folder(b.page.URL), c.Brief)
}

// topTopics are the topics that came up most, by the shares that are shown,
// topics of one share by name, and what the shares count. Small topics that
// are counted together are none.
func (d *drawer) topTopics() (topics []topic, says string) {
	t, ok := d.cohort.Table("topics.share", "rate")
	if !ok {
		return nil, ""
	}
	for _, c := range t.Cells() {
		at := c.At()
		if len(at) != 1 || isOther(at[0]) {
			continue
		}
		if share := d.cell(t, c); share.Shown {
			share, unit := d.inUnit(share, d.T("unit_"+t.Unit()))
			topics = append(topics, topic{d.level(at[0]), share, unit})
		}
	}
	slices.SortFunc(topics, func(a, b topic) int {
		return cmp.Or(cmp.Compare(b.Share.least(), a.Share.least()), cmp.Compare(a.Label, b.Label))
	})
	def, _ := figure.Lookup(t.ID(), figure.Rate)
	return topics[:min(len(topics), briefTopics)], def.Says.In(d.Lang)
}

// least is the number that a shown cell is known to reach.
func (v cellView) least() float64 {
	if v.form == disclosure.Band {
		return v.from
	}
	return v.number
}
