package render

import (
	"encoding/xml"
	"slices"

	"kohort/generator/handbook"
)

// newest is how many pages a feed holds.
const newest = 30

// atomFeed is the list of an edition's pages that changed last, as RFC 4287
// describes it.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	Title    string      `xml:"title"`
	ID       string      `xml:"id"`
	Updated  string      `xml:"updated"`
	Author   atomAuthor  `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Maker    string      `xml:"generator"`
	Articles []atomEntry `xml:"entry"`
}

type atomEntry struct {
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Link    atomLink    `xml:"link"`
	Author  *atomAuthor `xml:"author"`
	Summary string      `xml:"summary,omitempty"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Lang string `xml:"hreflang,attr,omitempty"`
	URL  string `xml:"href,attr"`
}

func feedPath(edition *handbook.Edition) string { return edition.Dir + "feed.xml" }

func (s *site) feedTitle(edition *handbook.Edition) string {
	return edition.Title + s.in.Theme.Words(edition.Lang, "title_separator") + s.in.Theme.Words(edition.Lang, "feed")
}

// hasFeed says whether an edition has a feed: the site has an address, and a
// page says when it was changed.
func (s *site) hasFeed(edition *handbook.Edition) bool {
	return s.in.Config.BaseURL != "" && !s.in.Preview && slices.ContainsFunc(edition.Pages, isNews)
}

func isNews(page *handbook.Page) bool { return listed(page) && !lastChange(page).IsZero() }

// feed gives the feed of an edition: the pages that say when they were changed,
// the newest first. An entry keeps its page's address as its id, and is new to
// a reader when its day is.
func (s *site) feed(edition *handbook.Edition) (File, error) {
	var pages []*handbook.Page
	for _, page := range edition.Pages {
		if isNews(page) {
			pages = append(pages, page)
		}
	}
	slices.SortStableFunc(pages, func(a, b *handbook.Page) int { return lastChange(b).Time().Compare(lastChange(a).Time()) })
	pages = pages[:min(len(pages), newest)]
	base := s.in.Config.BaseURL
	home := absolute(base, edition.Home.URL)
	out := atomFeed{
		Lang: edition.Lang, Title: s.feedTitle(edition), ID: absolute(base, feedPath(edition)), Updated: midnight(pages[0]),
		Author: atomAuthor{edition.Title}, Maker: "Kohort",
		Links: []atomLink{{"self", "application/atom+xml", "", absolute(base, feedPath(edition))}, {"alternate", "text/html", edition.Lang, home}},
	}
	var from []string
	for _, page := range pages {
		address := absolute(base, page.URL)
		entry := atomEntry{
			Title: page.Title, ID: address, Updated: midnight(page), Summary: page.Description,
			Link: atomLink{"alternate", "text/html", edition.Lang, address},
		}
		if page.Front.Owner != "" {
			entry.Author = &atomAuthor{page.Front.Owner}
		}
		out.Articles = append(out.Articles, entry)
		from = append(from, page.Sources...)
	}
	file, err := xmlFile(feedPath(edition), out)
	slices.Sort(from)
	file.Sources = slices.Compact(from)
	return file, err
}

// midnight is the beginning of the day on which a page was changed.
func midnight(page *handbook.Page) string { return lastChange(page).String() + "T00:00:00Z" }
