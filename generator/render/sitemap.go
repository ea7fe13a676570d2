package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// sitemap is the list of a tree's pages for search engines, as sitemaps.org
// describes it.
type sitemap struct {
	XMLName xml.Name      `xml:"urlset"`
	Space   string        `xml:"xmlns,attr"`
	HTML    string        `xml:"xmlns:xhtml,attr,omitempty"`
	Pages   []sitemapPage `xml:"url"`
}

type sitemapPage struct {
	Address    string             `xml:"loc"`
	Changed    string             `xml:"lastmod,omitempty"`
	Alternates []sitemapAlternate `xml:"xhtml:link"`
}

type sitemapAlternate struct {
	Rel     string `xml:"rel,attr"`
	Lang    string `xml:"hreflang,attr"`
	Address string `xml:"href,attr"`
}

// sitemap gives sitemap.xml of the tree: its pages in reading order, each with
// its translations.
func (s *site) sitemap() (File, error) {
	base := s.in.Config.BaseURL
	list := sitemap{Space: "http://www.sitemaps.org/schemas/sitemap/0.9"}
	for _, edition := range s.tree.Editions {
		for _, page := range edition.Pages {
			if !listed(page) {
				continue
			}
			entry := sitemapPage{Address: absolute(base, page.URL), Changed: lastChange(page).String()}
			for _, a := range s.alternates(base, page) {
				list.HTML = "http://www.w3.org/1999/xhtml"
				entry.Alternates = append(entry.Alternates, sitemapAlternate{"alternate", a.Lang, a.URL})
			}
			list.Pages = append(list.Pages, entry)
		}
	}
	return xmlFile(s.tree.Dir+"sitemap.xml", list)
}

// robots is robots.txt of the tree: all of it may be read by search engines. A
// server that is not to be found keeps them away itself; a site without
// base_url has no such file.
func (s *site) robots() File {
	return File{
		Path:    s.tree.Dir + robotsFile,
		Content: "User-agent: *\nAllow: /\nSitemap: " + absolute(s.in.Config.BaseURL, s.tree.Dir+"sitemap.xml") + "\n",
	}
}

const robotsFile = "robots.txt"

// xmlFile writes a document with its declaration, an element a line.
func xmlFile[D sitemap | atomFeed](path string, document D) (File, error) {
	var out bytes.Buffer
	out.WriteString(xml.Header)
	e := xml.NewEncoder(&out)
	e.Indent("", " ")
	if err := e.Encode(document); err != nil {
		return File{}, fmt.Errorf("encode %s: %w", path, err)
	}
	out.WriteByte('\n')
	return File{Path: path, Content: out.String()}, nil
}
