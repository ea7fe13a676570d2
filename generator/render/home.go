package render

import (
	"slices"
	"strings"

	"kohort/generator/handbook"
)

// card is a page of a section, as its section's page shows it. Lang and
// DescriptionLang are empty where the words are in the page's language.
type card struct{ Title, Lang, Description, DescriptionLang, URL string }

// changed is a page that the home page lists as changed lately.
type changed struct {
	link
	Updated day
}

// mostRecent is how many changed pages a home page lists.
const mostRecent = 5

// children are the pages below a section's page; for the home page, the top of
// the nav.
func (f *frame) children(edition *handbook.Edition, page *handbook.Page, dir string) []card {
	nodes := edition.Nav
	if page != edition.Home && page.Node != nil {
		nodes = page.Node.Children
	}
	var cards []card
	for _, n := range nodes {
		p := firstPage(n)
		if p == nil || p == page {
			continue
		}
		c := card{Title: n.Label, URL: relative(dir, p.URL), Lang: f.labelLang(n)}
		if n.Page != nil {
			c.Description, c.DescriptionLang = p.Description, f.foreign(p)
		} else {
			c.Description = f.listed(n.Children)
		}
		cards = append(cards, c)
	}
	return cards
}

// listed names the first entries of a part of the nav that has no page of its
// own to describe it.
func (f *frame) listed(nodes []*handbook.Node) string {
	var labels []string
	for _, n := range nodes[:min(4, len(nodes))] {
		labels = append(labels, n.Label)
	}
	return strings.Join(labels, f.T("list_separator"))
}

// recent are the pages that were changed last, by their front matter; of one
// day, those that come first in the nav.
func (f *frame) recent(edition *handbook.Edition, dir string) []changed {
	var pages []*handbook.Page
	for _, p := range edition.Pages {
		if p != edition.Home && !p.Front.Updated.IsZero() {
			pages = append(pages, p)
		}
	}
	slices.SortStableFunc(pages, func(a, b *handbook.Page) int {
		return b.Front.Updated.Time().Compare(a.Front.Updated.Time())
	})
	var list []changed
	for _, p := range pages[:min(mostRecent, len(pages))] {
		list = append(list, changed{*f.linkTo(dir, p), f.Date(p.Front.Updated)})
	}
	return list
}
