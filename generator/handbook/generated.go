package handbook

import (
	"path"

	"kohort/generator/source"
)

const (
	homeURL    = "index.html"
	reportsURL = "reports/index.html"
)

// reportURL is where the report of a cohort stands that no page is written for.
func reportURL(cohort string) string { return "reports/" + cohort + ".html" }

// addGenerated makes the pages that nobody wrote: a home, and for released
// cohorts their reports, their briefs and the list of reports.
func (e *edition) addGenerated() {
	if e.Home == nil {
		e.Home = e.generate(homeURL, e.Title, source.LayoutHome)
	}
	if len(e.site.in.Cohorts) == 0 {
		return
	}
	if !e.site.listed && e.at(reportsURL) == nil {
		e.generate(reportsURL, e.site.words(e.Lang, "hb_reports"), source.LayoutCohorts)
	}
	reports := make(map[string]*Page)
	for _, d := range e.pages {
		if d.Page != nil && d.Layout == source.LayoutReport && reports[d.Cohort] == nil {
			reports[d.Cohort] = d.Page
		}
	}
	for _, c := range e.site.in.Cohorts {
		title := e.site.text(c.Title, e.Lang)
		if title == "" {
			title = c.ID
		}
		if !e.site.reports[c.ID] && e.site.urls[fold(reportURL(c.ID))] == nil {
			p := e.generate(reportURL(c.ID), title, source.LayoutReport)
			p.Cohort = c.ID
			reports[c.ID] = p
		}
		if reports[c.ID] == nil {
			continue // its report is for other readers, or not yet published
		}
		e.Cohorts = append(e.Cohorts, Cohort{ID: c.ID, Title: title, Report: reports[c.ID]})
	}
	e.addBriefs()
}

func (e *edition) generate(url, title string, layout source.Layout) *Page {
	p := &Page{Edition: e.Edition, URL: e.Dir + url, Title: title, Layout: layout, ContentLang: e.Lang, Generated: true}
	e.made[url] = draft{Page: p}
	return p
}

// list is the page that lists the cohorts' reports, written or generated.
func (e *edition) list() *Page {
	for _, d := range e.pages {
		if d.Page != nil && d.Layout == source.LayoutCohorts {
			return d.Page
		}
	}
	return e.made[reportsURL].Page
}

// at is the written page at a URL, where it is shown.
func (e *edition) at(url string) *Page {
	if g := e.site.urls[fold(url)]; g != nil {
		return e.pages[g.place].Page
	}
	return nil
}

// generated is the page made in place of a file of pages/ that nobody wrote,
// or of the index page of a folder; nil where there is none.
func (e *edition) generated(file string) *Page {
	url, _ := e.site.address(file)
	if d := e.made[url]; d.Page != nil {
		return d.Page
	}
	return e.made[path.Join(file, "index.html")].Page
}
