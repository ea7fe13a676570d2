package render

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// metaView is what the head of a page says about it. Without base_url a page
// has no address that holds everywhere, and so only its description.
type metaView struct {
	Description string
	Canonical   string         // absolute: of the page that these words belong to
	Alternates  []languageLink // absolute; x-default is the last
	Feed        string         // relative link to what changed last
	FeedTitle   string
	Card        *cardMeta // what a chat or a mail shows of a link to the page
}

// cardMeta are the properties of the Open Graph protocol, which Teams, Slack
// and others read.
type cardMeta struct {
	Type         string // website for a home page, else article
	Title        string
	Site         string
	Description  string
	Locale       string
	OtherLocales []string
	URL          string
	Image        string // absolute; empty where the page and the theme have none
	Size         string // summary_large_image where the picture is the page's own
}

func (s *site) meta(page *handbook.Page) metaView {
	m := metaView{Description: page.Description}
	base := s.in.Config.BaseURL
	if base == "" {
		return m
	}
	own := original(page)
	m.Canonical = absolute(base, own.URL)
	m.Alternates = s.alternates(base, page)
	if s.hasFeed(page.Edition) {
		m.Feed, m.FeedTitle = relative(folder(page.URL), feedPath(page.Edition)), s.feedTitle(page.Edition)
	}
	card := &cardMeta{
		Type: "article", Title: page.Title, Site: own.Edition.Title, Description: page.Description,
		Locale: locale(own.Edition.Lang), URL: m.Canonical, Size: "summary",
	}
	if page == page.Edition.Home {
		card.Type = "website"
	}
	for _, other := range s.translations(page) {
		if other.Edition != own.Edition {
			card.OtherLocales = append(card.OtherLocales, locale(other.Edition.Lang))
		}
	}
	if image := s.firstImage(page); image != "" {
		card.Image, card.Size = absolute(base, image), "summary_large_image"
	} else if image := s.siteImage(); image != "" {
		card.Image = absolute(base, image)
	}
	m.Card = card
	return m
}

// original is the page that a fallback repeats: the same words in the edition
// of their language. Any other page is its own.
func original(page *handbook.Page) *handbook.Page {
	for _, other := range page.Others {
		if page.ContentLang != page.Edition.Lang && other.Edition.Lang == page.ContentLang {
			return other
		}
	}
	return page
}

// translations are the versions of a page that are in the language of their
// edition, in the order of the site's languages; none where there is only one.
func (s *site) translations(page *handbook.Page) []*handbook.Page {
	var own []*handbook.Page
	for _, edition := range s.tree.Editions {
		for _, p := range append([]*handbook.Page{page}, page.Others...) {
			if p.Edition == edition && p.ContentLang == edition.Lang {
				own = append(own, p)
			}
		}
	}
	if len(own) < 2 {
		return nil
	}
	return own
}

// alternates are the addresses of a page in each language that it is written
// in; x-default is the site's first.
func (s *site) alternates(base string, page *handbook.Page) []languageLink {
	var links []languageLink
	for _, p := range s.translations(page) {
		links = append(links, languageLink{Lang: p.Edition.Lang, URL: absolute(base, p.URL)})
	}
	if len(links) > 0 {
		links = append(links, languageLink{Lang: "x-default", URL: links[0].URL})
	}
	return links
}

// absolute is the address of a file of the output, percent-encoded.
func absolute(base, file string) string { return strings.TrimSuffix(base, "/") + "/" + encoded(file) }

// encoded is a path in characters that every program takes in an address.
func encoded(file string) string {
	return strings.ReplaceAll((&url.URL{Path: file}).EscapedPath(), ":", "%3A")
}

// serverPath is the path of the site on its server; it is known where the site
// has a base_url, and in the preview.
func (s *site) serverPath() (path string, known bool) {
	if s.in.Preview {
		return "", true
	}
	base, err := url.Parse(s.in.Config.BaseURL)
	if err != nil || s.in.Config.BaseURL == "" {
		return "", false
	}
	return base.EscapedPath(), true
}

// locale names a language as the Open Graph protocol does, with a country. The
// country of a language that names none is the one most readers expect.
func locale(lang string) string {
	name, country, _ := strings.Cut(lang, "-")
	if country == "" {
		country = countries[name]
	}
	if country == "" {
		return name
	}
	return name + "_" + strings.ToUpper(country)
}

var countries = map[string]string{"de": "de", "en": "us", "es": "es", "fr": "fr", "it": "it", "ja": "jp", "ko": "kr", "pt": "br", "vi": "vn", "zh": "cn"}

// firstImage is the path of the first picture of a page that programs show;
// empty where there is none.
func (s *site) firstImage(page *handbook.Page) string {
	for _, part := range page.Parts {
		if part.Image != nil && isOnCards(part.Image.Asset) {
			return s.tree.Dir + part.Image.Asset
		}
	}
	return ""
}

// isOnCards says whether programs show a kind of picture beside a link.
func isOnCards(file string) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg", ".webp", ".gif"}, strings.ToLower(path.Ext(file)))
}

// siteImage is the path of the picture for pages that have none: card.png among
// the theme's assets, else the site's logo.
func (s *site) siteImage() string {
	for _, a := range s.theme {
		if a.name == "card.png" {
			return s.tree.Dir + a.path
		}
	}
	logo := s.in.Config.Theme.Logo
	if isOnCards(logo) {
		return s.tree.Dir + logo
	}
	return ""
}

// listed says whether a page is named to search engines and feed readers: a
// page in the language of its edition that is published.
func listed(page *handbook.Page) bool {
	return page.ContentLang == page.Edition.Lang && !page.Draft
}

// lastChange is the day that a page says it was changed on.
func lastChange(page *handbook.Page) source.Date { return page.Front.Updated }
