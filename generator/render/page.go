package render

import (
	"cmp"
	"html/template"
	"slices"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// pageView is what the template of a page sees.
type pageView struct {
	*frame
	Title       string
	HeadTitle   string // of the browser's tab: with the site's title
	Description string
	HasFigures  bool // charts or tables of a cohort: the page needs their style sheet
	Layout      string
	ContentLang string // language of the words
	Fallback    bool   // the words are not in the page's language
	Draft       bool
	Meta        metaView
	Breadcrumbs []link
	Head        template.HTML // what stands in head on every page
	Header      template.HTML
	Sidebar     template.HTML
	Body        template.HTML
	HasBody     bool
	TOC         template.HTML
	Foot        template.HTML // of the site
	Prev, Next  *link
	Updated     day
	Owner       string
	Print       printLinks
	PastReview  day       // when a review was due that has not been done; zero where none is
	Children    []card    // of a section's page or the home page
	Recent      []changed // of the home page: what was changed last, the newest first
	Report      *reportView
	ToBrief     *link // from a report to its brief
	Brief       *briefView
	Cohorts     []cohortCard
	Compare     *compareView // nil where there are fewer than two cohorts
}

// link leads to a page. Lang is the language of its words, empty where it is
// the page's own.
type link struct{ Label, URL, Lang string }

// languageLink leads to the same page in another language.
type languageLink struct {
	Lang, Name, URL string
	Current         bool
}

// Markers stand for the large pieces of a page while its template runs: they
// are put in afterwards, so that their bytes are copied once and a template
// that many pages share runs once. They hold NULs, which no page can.
const (
	headMarker    template.HTML = "\x00head\x00"
	headerMarker  template.HTML = "\x00header\x00"
	sidebarMarker template.HTML = "\x00sidebar\x00"
	bodyMarker    template.HTML = "\x00body\x00"
	tocMarker     template.HTML = "\x00toc\x00"
	footMarker    template.HTML = "\x00foot\x00"
)

func (s *site) pageView(edition *handbook.Edition, page *handbook.Page) pageView {
	dir := folder(page.URL)
	f := s.frame(edition, dir)
	v := pageView{
		frame:       f,
		Title:       page.Title,
		HeadTitle:   page.Title + " · " + edition.Title,
		Description: page.Description,
		HasFigures:  hasFigures(page),
		Layout:      string(layoutOf(page)),
		ContentLang: page.ContentLang,
		Fallback:    page.ContentLang != edition.Lang,
		Draft:       page.Draft,
		Head:        headMarker,
		Header:      headerMarker,
		Sidebar:     sidebarMarker,
		Body:        bodyMarker,
		TOC:         tocMarker,
		Foot:        footMarker,
		HasBody:     len(page.Parts) > 0,
		Updated:     f.Date(page.Front.Updated),
		Owner:       page.Front.Owner,
		PastReview:  f.Date(page.ReviewDue),
		Meta:        s.meta(page),
		Print:       s.printLinks(page),
		Prev:        f.linkTo(dir, page.Prev),
		Next:        f.linkTo(dir, page.Next),
	}
	if page == edition.Home {
		v.HeadTitle = edition.Title
		v.Recent = f.recent(edition, dir)
	}
	for _, n := range page.Breadcrumbs {
		b := link{Label: n.Label, Lang: f.labelLang(n)}
		if p := firstPage(n); p != nil {
			b.URL = relative(dir, p.URL)
		}
		v.Breadcrumbs = append(v.Breadcrumbs, b)
	}
	if page.Layout == source.LayoutHome || page.Layout == source.LayoutLanding {
		v.Children = f.children(edition, page, dir)
	}
	return v
}

// hasFigures says whether a page shows charts or tables of a cohort, by its
// layout or in its own words.
func hasFigures(page *handbook.Page) bool {
	switch layoutOf(page) {
	case source.LayoutReport, source.LayoutBrief, source.LayoutCohorts:
		return true
	}
	return slices.ContainsFunc(page.Parts, func(p handbook.Part) bool { return p.Figure != nil })
}

func layoutOf(page *handbook.Page) source.Layout {
	return cmp.Or(page.Layout, source.LayoutPage)
}

func (f *frame) linkTo(dir string, page *handbook.Page) *link {
	if page == nil {
		return nil
	}
	return &link{page.Title, relative(dir, page.URL), f.foreign(page)}
}

// foreign is the language of a page's words, empty where it is the frame's.
func (f *frame) foreign(page *handbook.Page) string {
	if page.ContentLang == f.Lang {
		return ""
	}
	return page.ContentLang
}

// labelLang is the language of an entry of the nav, empty where it is the
// frame's: nav.md is in the frame's, the title of a page in the page's.
func (f *frame) labelLang(n *handbook.Node) string {
	if n.Page == nil || n.Label != n.Page.Title {
		return ""
	}
	return f.foreign(n.Page)
}

// inLanguage is the link to a page in another edition, else to its home.
func (s *site) inLanguage(page *handbook.Page, dir string, edition *handbook.Edition) string {
	target := edition.Home
	if edition == page.Edition {
		target = page
	}
	for _, other := range page.Others {
		if other.Edition == edition {
			target = other
		}
	}
	if target == nil {
		return relative(dir, edition.Dir+"index.html")
	}
	return relative(dir, target.URL)
}
