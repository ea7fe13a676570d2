package render

import (
	"slices"
	"strconv"
	"strings"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// reportView is what the template of a cohort's report sees, after the
// author's own words.
type reportView struct {
	*frame
	Verdict     string // the author's; may be empty
	VerdictLang string // of one that is not in the page's language
	Start, End  day
	Before      *link // the report that its numbers are compared with; nil is none
	DataAsOf    day
	Tiles       []tile
	Sections    []reportSection
	Protection  string   // how people are protected, with k
	Withheld    []string // titles of the figures that hold a withheld cell
	LeftOut     []string // of those in which hardly a number may be shown
	Provenance  string   // the data's date and the release

	Definitions definitionsView
}

// reportSection is one heading of a report and its figures.
type reportSection struct {
	ID, Title string
	Figures   []figureView
	Quotes    *quotesView // nil in every other section than that of comments
}

// addFigures fills in what the layout of a page shows of the cohorts.
func (s *site) addFigures(v *pageView, b *body) {
	switch {
	case v.Layout == string(source.LayoutCohorts):
		v.Cohorts = b.cohorts()
		if v.Compare = b.compare(); v.Compare != nil {
			b.later = v.Compare.headings()
		}
	case v.Layout == string(source.LayoutBrief):
		v.Brief = b.brief()
	case v.Layout == string(source.LayoutReport):
		v.ToBrief = b.briefLink()
		d, ok := b.drawer(b.page.Cohort)
		if !ok {
			return
		}
		r := b.report(d)
		v.Report, v.HasBody = &r, true
		drawn := len(b.out)
		draw(b, "parts/report", r)
		b.addSections(r, strings.Join(b.out[drawn:], ""))
	}
}

// addSections adds to the table of contents what a report drew: a handbook's
// own theme may leave sections out.
func (b *body) addSections(r reportView, drawn string) {
	b.toc = slices.Clone(b.toc) // the page's own stays as it is
	sections := append(slices.Clone(r.Sections), reportSection{ID: "report-protection", Title: r.T("report_protection")},
		reportSection{ID: "report-definitions", Title: r.T("report_definitions")})
	for _, section := range sections {
		if strings.Contains(drawn, ` id="`+section.ID+`"`) {
			b.toc = append(b.toc, handbook.Heading{Level: 2, ID: section.ID, Text: section.Title})
		}
	}
}

func (b *body) report(d *drawer) reportView {
	r := reportView{frame: d.frame, Verdict: b.page.Front.Verdict, VerdictLang: b.frame.foreign(b.page),
		Start: d.day(d.cohort.Start()), End: d.day(d.cohort.End()), DataAsOf: d.day(d.cohort.DataAsOf()), Before: b.beforeLink(d),
		Tiles: b.tiles(d), Provenance: d.provenance(), Protection: d.words.fill(d.Lang, "protection", slots{K: strconv.Itoa(d.cohort.K())})}
	add := func(id string, figures ...figureView) {
		var kept []figureView
		for _, f := range figures {
			f = d.worth(f)
			r.LeftOut = append(r.LeftOut, f.LeftOut...)
			if f.Kind != "" {
				kept = append(kept, b.download(f))
			}
		}
		if len(kept) > 0 {
			r.Sections = append(r.Sections, reportSection{ID: "report-" + id, Title: d.T("report_" + id), Figures: kept})
		}
	}
	add("participation", d.participation(b.figureID()), d.people(b.figureID()))
	add("matching", d.measures(b.figureID(), "figure_matching", "matching.pairs count", "matching.cross_department rate", "matching.outside_line rate", "matching.days mean"))
	add("sessions", d.sessionsByMonth(b.figureID()), d.sessionsTable(b.figureID()), d.shares(b.figureID(), "sessions.format"))
	add("topics", d.topics(b.figureID()))
	add("survey", append([]figureView{d.response(b.figureID()), d.learning(b.figureID())}, d.allAnswers(b)...)...)
	add("groups", d.changesBy(b.figureID(), "department"), d.changesBy(b.figureID(), "role"))
	add("guidelines", d.kept(b.figureID(), b.rules(), b.before(d)))
	add("goals", d.goals(b.figureID()))
	add("recommend", d.recommend(b.figureID()))
	add("pulse", d.pulse(b)...)
	if q := d.quotes(); q != nil {
		r.Sections = append(r.Sections, reportSection{ID: "report-quotes", Title: d.T("report_quotes"), Quotes: q})
	}
	r.Definitions = b.definitions(d)
	for _, section := range r.Sections {
		for _, f := range section.Figures {
			if f.HasWithheld {
				r.Withheld = append(r.Withheld, f.Title)
			}
		}
	}
	return r
}
