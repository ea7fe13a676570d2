package handbook

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// entry is a page or folder among its siblings, before they are sorted.
type entry struct {
	node     *Node
	order    int
	title    string // in the first language, so that all editions read in one order
	children []*entry
}

// folderNav makes the nav of a handbook without nav.md: a folder is its index
// page, or a heading, over what it holds. The home is the site's title and
// not an entry.
func (e *edition) folderNav() []*Node {
	folders := map[string]*entry{"": {}}
	for i, g := range e.site.groups {
		d := e.pages[i]
		if d.Page == nil || d.Page == e.Home {
			continue
		}
		base := g.base()
		order, title := base.Page.Front.Order, e.title(base)
		if g.isIndex() {
			f := e.folder(folders, g.dir())
			f.node.Label, f.node.Page, f.order, f.title = d.Title, d.Page, order, title
			d.Node = f.node
			continue
		}
		d.Node = &Node{Label: d.Title, Page: d.Page}
		parent := e.folder(folders, g.dir())
		parent.children = append(parent.children, &entry{node: d.Node, order: order, title: title})
	}
	if d, made := e.made[reportsURL]; made && folders["reports"] != nil {
		f := folders["reports"]
		f.node.Label, f.node.Page = d.Title, d.Page
		d.Node = f.node
	}
	return folders[""].sorted()
}

// folder gives the entry of a folder, and makes those of the folders above.
func (e *edition) folder(folders map[string]*entry, dir string) *entry {
	if f := folders[dir]; f != nil {
		return f
	}
	label := humanise(path.Base(dir))
	f := &entry{node: &Node{Label: label}, title: label}
	folders[dir] = f
	parent := e.folder(folders, folderOf(dir))
	parent.children = append(parent.children, f)
	return f
}

// sorted gives the children's nodes: those with an order first, then by title.
func (f *entry) sorted() []*Node {
	slices.SortStableFunc(f.children, func(a, b *entry) int {
		return cmp.Or(
			cmp.Compare(last(a.order), last(b.order)),
			strings.Compare(a.title, b.title),
		)
	})
	nodes := make([]*Node, len(f.children))
	for i, c := range f.children {
		c.node.Children = c.sorted()
		nodes[i] = c.node
	}
	return nodes
}

// last sorts what has no order behind what has one.
func last(order int) int {
	if order == 0 {
		return int(^uint(0) >> 1)
	}
	return order
}
