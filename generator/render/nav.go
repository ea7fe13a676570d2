package render

import (
	"html/template"
	"slices"
	"strings"

	"kohort/generator/handbook"
)

// window is how many entries of one level of the nav a page shows; of a longer
// level it shows the stretch around itself, so that the work stays
// proportional to the pages.
const window = 40

// wholeNav is how many entries a nav may have for every page to show all of
// it, folded; of a larger one a page shows the way to itself, its siblings and
// its children.
const wholeNav = 150

// navView is what the template of the sidebar sees.
type navView struct {
	*frame
	Entries []navEntry
}

// navEntry is one line of the sidebar. URL is empty for a heading whose entries
// stand below it. Mark stands for aria-current on the page that is shown.
type navEntry struct {
	Label   string
	Lang    string // of the label, empty where it is the page's
	URL     string
	Mark    template.HTMLAttr
	Open    bool       // on the way to the page, or the page itself
	Entries []navEntry // folded unless Open
	Fold    string     // what unfolds the entries of a page, in words
	Elided  bool       // leads to a further stretch of a long level
}

// sidebarKey names the pages that share a sidebar but for the mark: the
// children of one node, in one folder.
type sidebarKey struct {
	edition *handbook.Edition
	open    *handbook.Node // the node whose children are shown; nil is the top
	dir     string
	stretch int // of its children
}

// sidebar is a sidebar with a slot at each page that may be marked.
type sidebar struct {
	slotted
	marks map[*handbook.Page]int // the slot of each page
	err   error
}

const current = ` aria-current="page"`

// write writes the sidebar as page sees it.
func (s *sidebar) write(out *strings.Builder, page *handbook.Page) {
	mine, ok := s.marks[page]
	s.slotted.write(out, func(slot int) string {
		if ok && slot == mine {
			return current
		}
		return ""
	})
}

// sidebar gives the sidebar of a page, shared with its siblings.
func (s *site) sidebar(edition *handbook.Edition, page *handbook.Page, dir string) *sidebar {
	key := sidebarKey{edition: edition, dir: dir}
	if page != nil && page.Node != nil {
		if key.open = page.Node; len(page.Node.Children) == 0 {
			key.open = page.Node.Parent
			key.stretch = slices.Index(level(edition, key.open), page.Node) / window
		}
	}
	return s.sidebars.get(key, func() *sidebar { return s.drawSidebar(key) })
}

func level(edition *handbook.Edition, parent *handbook.Node) []*handbook.Node {
	if parent == nil {
		return edition.Nav
	}
	return parent.Children
}

// drawSidebar renders the sidebar of all pages of a key.
func (s *site) drawSidebar(key sidebarKey) *sidebar {
	d := navDrawing{site: s, key: key, open: make(map[*handbook.Node]bool), whole: fits(key.edition.Nav)}
	for n := key.open; n != nil; n = n.Parent {
		d.open[n] = true
	}
	view := navView{s.frame(key.edition, key.dir), d.level(nil)}
	text, err := part(s.in.Theme, "parts/nav", view)
	result := &sidebar{slotted: cutSlots(text, " "+slotOpen), marks: make(map[*handbook.Page]int), err: err}
	for i, page := range d.marked {
		result.marks[page] = i
	}
	return result
}

// navDrawing collects the entries of one sidebar.
type navDrawing struct {
	site   *site
	key    sidebarKey
	open   map[*handbook.Node]bool
	whole  bool             // the nav is small enough to be shown folded
	marked []*handbook.Page // by the number of their slot
}

// fits says whether a nav has at most wholeNav entries; it stops counting
// there.
func fits(nav []*handbook.Node) bool {
	left := wholeNav
	var count func([]*handbook.Node)
	count = func(nodes []*handbook.Node) {
		left -= len(nodes)
		for i := 0; i < len(nodes) && left >= 0; i++ {
			count(nodes[i].Children)
		}
	}
	count(nav)
	return left >= 0
}

// level gives the entries below parent, the top level for nil.
func (d *navDrawing) level(parent *handbook.Node) []navEntry {
	nodes := level(d.key.edition, parent)
	first := 0
	if parent == d.key.open {
		first = d.key.stretch * window
	} else if i := slices.IndexFunc(nodes, func(n *handbook.Node) bool { return d.open[n] }); i >= 0 {
		first = i / window * window
	}
	last := min(first+window, len(nodes))
	var entries []navEntry
	if first > 0 {
		entries = append(entries, navEntry{Label: d.more(), URL: d.link(nodes[first-1]), Elided: true})
	}
	for _, n := range nodes[first:last] {
		entries = append(entries, d.entry(n, parent))
	}
	if last < len(nodes) {
		entries = append(entries, navEntry{Label: d.more(), URL: d.link(nodes[last]), Elided: true})
	}
	return entries
}

func (d *navDrawing) entry(n, parent *handbook.Node) navEntry {
	e := navEntry{Label: n.Label, Lang: d.frame().labelLang(n), Open: d.open[n]}
	if e.Open || d.whole && len(n.Children) > 0 {
		e.Entries = d.level(n)
	}
	if n.Page != nil || len(e.Entries) == 0 {
		e.URL = d.link(n)
	}
	if e.URL != "" && len(e.Entries) > 0 {
		e.Fold = d.frame().words.fill(d.key.edition.Lang, "nav_fold", slots{Of: n.Label})
	}
	if n.Page != nil && (n == d.key.open || parent == d.key.open && len(n.Children) == 0) {
		e.Mark = template.HTMLAttr(" " + slot(len(d.marked)))
		d.marked = append(d.marked, n.Page)
	}
	return e
}

// more labels a link to a further stretch of a long level.
func (d *navDrawing) more() string { return d.frame().T("nav_more") }

func (d *navDrawing) frame() *frame { return d.site.frame(d.key.edition, d.key.dir) }

// link leads to a node's page; a heading's leads to the first page below it.
func (d *navDrawing) link(n *handbook.Node) string {
	page := firstPage(n)
	if page == nil {
		return ""
	}
	return relative(d.key.dir, page.URL)
}

func firstPage(n *handbook.Node) *handbook.Page {
	if n.Page != nil {
		return n.Page
	}
	for _, child := range n.Children {
		if p := firstPage(child); p != nil {
			return p
		}
	}
	return nil
}
