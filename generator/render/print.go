package render

import (
	"html/template"
	"strconv"
	"strings"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// printMost is how many pages one document to print may hold. A handbook or
// section with more is printed by the sections below it.
const printMost = 500

// printName is the file of a document to print, in the folder of what it holds.
const printName = "print.html"

// document is a part of an edition as one page to print: its whole handbook, or
// a section of it.
type document struct {
	url     string
	title   string
	edition *handbook.Edition
	pages   []*handbook.Page // in reading order
	back    *handbook.Page   // where its reader came from
}

// printLinks are what a page offers to print; empty where there is no such
// document.
type printLinks struct{ Section, All string }

// documents gives what of an edition can be printed as one: the whole handbook,
// and each folder of it that no document but the whole holds. A page on a sheet
// of its own, as a brief is, stays out of them: it says nothing that the report
// does not. Where the handbook has a page or file named print.html, that one
// stays.
func documents(s *site, edition *handbook.Edition) []document {
	pages, count := printable(edition)
	var all []*document
	byFolder := make(map[string]*document)
	add := func(dir string, page *handbook.Page) {
		if byFolder[dir] == nil {
			byFolder[dir] = &document{url: dir + printName, edition: edition}
			all = append(all, byFolder[dir])
		}
		byFolder[dir].pages = append(byFolder[dir].pages, page)
	}
	for _, page := range pages {
		add(edition.Dir, page)
		if dir := sectionOf(edition, folder(page.URL), count); dir != edition.Dir {
			add(dir, page)
		}
	}
	taken := s.takenAddresses(edition)
	var out []document
	for _, d := range all {
		if len(d.pages) > 1 && len(d.pages) <= printMost && !taken[strings.ToLower(d.url)] {
			d.name()
			out = append(out, *d)
		}
	}
	return out
}

// printable lists the pages of an edition that can be in a document, and how
// many are in each folder, those of the folders in it among them.
func printable(edition *handbook.Edition) (pages []*handbook.Page, count map[string]int) {
	count = make(map[string]int)
	for _, page := range edition.Pages {
		if page.Layout == source.LayoutBrief {
			continue
		}
		pages = append(pages, page)
		for dir := folder(page.URL); ; dir = above(dir) {
			if count[dir]++; dir == edition.Dir {
				break
			}
		}
	}
	return pages, count
}

// sectionOf is the topmost folder above a page that can be printed as one; the
// edition's own where there is none.
func sectionOf(edition *handbook.Edition, dir string, count map[string]int) string {
	section := edition.Dir
	for ; dir != edition.Dir; dir = above(dir) {
		if count[dir] <= printMost {
			section = dir
		}
	}
	return section
}

// above is the folder that a folder is in: "guidelines/" for "guidelines/more/".
func above(dir string) string {
	return dir[:strings.LastIndexByte(strings.TrimSuffix(dir, "/"), '/')+1]
}

// takenAddresses are those of an edition at which a document to print would
// stand on something of the handbook's own, in lower case.
func (s *site) takenAddresses(edition *handbook.Edition) map[string]bool {
	taken := make(map[string]bool)
	add := func(url string) {
		if lower := strings.ToLower(url); strings.HasSuffix(lower, printName) {
			taken[lower] = true
		}
	}
	for _, page := range edition.Pages {
		add(page.URL)
	}
	for _, old := range edition.Redirects {
		add(old.URL)
	}
	for _, a := range s.tree.Assets {
		add(s.tree.Dir + a.Path)
	}
	return taken
}

// name gives a document the title of its folder's own page, else of the heading
// above its first page in the nav.
func (d *document) name() {
	first := d.pages[0]
	if folder(d.url) == d.edition.Dir {
		d.title, d.back = d.edition.Title, d.edition.Home
		return
	}
	d.title, d.back = first.Title, first
	if n := first.Node; n != nil && n.Parent != nil && n.Parent.Page == nil {
		d.title = n.Parent.Label
	}
	for _, page := range d.pages {
		if page.URL == folder(d.url)+"index.html" {
			d.title, d.back = page.Title, page
		}
	}
}

// printLinks gives what a page offers to print.
func (s *site) printLinks(page *handbook.Page) printLinks {
	var links printLinks
	dir := folder(page.URL)
	for ; ; dir = above(dir) {
		if s.prints[dir+printName] {
			if dir == page.Edition.Dir {
				links.All = relative(folder(page.URL), dir+printName)
			} else {
				links.Section = relative(folder(page.URL), dir+printName)
			}
		}
		if dir == page.Edition.Dir {
			return links
		}
	}
}

// printView is what the template of a document to print sees.
type printView struct {
	*frame
	Title      string
	Whole      bool // the whole handbook
	Changed    day  // of the page that changed last
	HasFigures bool
	Back       string
	Contents   []*printEntry
	Body       template.HTML
}

// printEntry is a line of a document's contents. URL is empty for a heading.
type printEntry struct {
	Label   string
	Lang    string // empty where it is the document's
	URL     string
	Entries []*printEntry
}

// view is a document without its pages.
func (s *site) printView(d document) printView {
	plain := *s.frame(d.edition, folder(d.url))
	plain.Plain = true
	v := printView{
		frame: &plain, Title: d.title, Whole: folder(d.url) == d.edition.Dir, Back: relative(folder(d.url), d.back.URL),
		Contents: d.contents(&plain), Body: bodyMarker,
	}
	var last source.Date
	for _, page := range d.pages {
		v.HasFigures = v.HasFigures || hasFigures(page)
		if changed := lastChange(page); last.IsZero() || last.Before(changed) {
			last = changed
		}
	}
	v.Changed = plain.Date(last)
	return v
}

// contents lists the pages of a document as the nav orders them.
func (d document) contents(f *frame) []*printEntry {
	var top []*printEntry
	known := make(map[*handbook.Node]*printEntry)
	var entry func(n *handbook.Node) *printEntry // of a node that is a heading or holds a page before
	add := func(parent *handbook.Node, e *printEntry) {
		if p := entry(parent); p != nil {
			p.Entries = append(p.Entries, e)
		} else {
			top = append(top, e)
		}
	}
	entry = func(n *handbook.Node) *printEntry {
		for ; n != nil; n = n.Parent {
			if e := known[n]; e != nil {
				return e
			}
			if n.Page == nil {
				e := &printEntry{Label: n.Label}
				known[n] = e
				add(n.Parent, e)
				return e
			}
		}
		return nil
	}
	for i, page := range d.pages {
		e := &printEntry{Label: page.Title, Lang: f.foreign(page), URL: "#" + printID(i)}
		if page.Node == nil {
			top = append(top, e)
			continue
		}
		known[page.Node] = e
		add(page.Node.Parent, e)
	}
	if len(top) == 1 && top[0].URL == "" {
		return top[0].Entries // the heading that the document is named after
	}
	return top
}

// printID is the id of a document's page by its place; ids in the page follow
// behind a hyphen.
func printID(place int) string { return "p" + strconv.Itoa(place+1) }
