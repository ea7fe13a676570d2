package render

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/handbook"
	"kohort/generator/source"
)

// reportView is what the template of a cohort's report sees, after the
// author's own words.
type reportView struct {
	*frame
	Tiles      []tile
	Sections   []reportSection
	Protection string   // how people are protected, with k
	Withheld   []string // titles of the figures that hold a withheld cell
	Provenance string   // the data's date and the release
}

// tile is one headline number.
type tile struct {
	Label string
	Cell  cellView
	Unit  string
	Note  string    // what the number is about, where the label does not say it
	Of    *cellView // how many people or pairs it is about, where it does not itself say so
	Trend string
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
	case v.Layout == string(source.LayoutReport):
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
	sections := append(slices.Clone(r.Sections), reportSection{ID: "report-protection", Title: r.T("report_protection")})
	for _, section := range sections {
		if strings.Contains(drawn, ` id="`+section.ID+`"`) {
			b.toc = append(b.toc, handbook.Heading{Level: 2, ID: section.ID, Text: section.Title})
		}
	}
}

func (b *body) report(d *drawer) reportView {
	r := reportView{frame: d.frame, Tiles: d.tiles(), Provenance: d.provenance(),
		Protection: d.words.fill(d.Lang, "protection", slots{K: strconv.Itoa(d.cohort.K())})}
	add := func(id string, figures ...figureView) {
		figures = slices.DeleteFunc(figures, func(f figureView) bool { return f.Kind == "" })
		if len(figures) > 0 {
			r.Sections = append(r.Sections, reportSection{ID: "report-" + id, Title: d.T("report_" + id), Figures: figures})
		}
	}
	add("participation", d.participation(b.figureID()), d.people(b.figureID()))
	add("matching", d.measures(b.figureID(), "figure_matching", "matching.pairs count", "matching.cross_department rate", "matching.outside_line rate", "matching.days mean"))
	add("sessions", d.sessionsByMonth(b.figureID()), d.sessionsTable(b.figureID()), d.shares(b.figureID(), "sessions.format"), d.shares(b.figureID(), "topics.share"))
	add("goals", d.goals(b.figureID()))
	add("survey", append([]figureView{d.response(b.figureID()), d.allChanges(b.figureID())}, d.allAnswers(b)...)...)
	add("recommend", d.recommend(b.figureID()))
	add("pulse", d.pulse(b)...)
	add("groups", d.changesBy(b.figureID(), "department"), d.changesBy(b.figureID(), "role"))
	if q := d.quotes(); q != nil {
		r.Sections = append(r.Sections, reportSection{ID: "report-quotes", Title: d.T("report_quotes"), Quotes: q})
	}
	for _, section := range r.Sections {
		for _, f := range section.Figures {
			if f.HasWithheld {
				r.Withheld = append(r.Withheld, f.Title)
			}
		}
	}
	return r
}

// tiles are the headline numbers of the whole cohort.
func (d *drawer) tiles() []tile {
	var tiles []tile
	for _, id := range []string{"participation.enrolled count", "participation.active count", "sessions.per_pair mean", "sessions.held sum", "response.after rate"} {
		name, stat, _ := strings.Cut(id, " ")
		t, ok := d.cohort.Table(name, stat)
		if !ok {
			continue
		}
		c, ok := t.Cell()
		if !ok {
			continue
		}
		v := tile{Label: d.T("tile_" + strings.ReplaceAll(name, ".", "_"))}
		v.Cell, v.Unit = d.inUnit(d.cell(t, c), d.T("unit_"+t.Unit()))
		if v.Cell.Shown && hasN(t) {
			of := d.of(t, c)
			v.Of = &of
		}
		tiles = append(tiles, v)
	}
	if leading, ok := d.leadingChange(); ok {
		tiles = append(tiles, leading)
	}
	return tiles
}

// leadingChange is the greatest change among those that are shown, the first
// in the survey's order of equal ones.
func (d *drawer) leadingChange() (tile, bool) {
	var best tile
	for _, p := range d.allPaired() {
		c, _ := p.change.Cell()
		cell, of := d.at(p.change), d.of(p.change, c)
		if !cell.Shown || cell.form != disclosure.Number || best.Cell.Shown && math.Abs(cell.number) <= math.Abs(best.Cell.number) {
			continue
		}
		best = tile{Label: d.T("tile_leading_change"), Cell: cell, Unit: d.T("unit_points"),
			Note: p.question.Text().In(d.Lang, d.fallback), Of: &of, Trend: trend(cell.number, p.question.Good())}
	}
	return best, best.Cell.Shown
}
