package handbook

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/markdown"
)

// addNav gives an edition its nav and reading order: from its own nav.md, from
// that of the first language, or from the folders.
func (s *site) addNav(e *edition) []diag.Problem {
	var problems []diag.Problem
	if nav, own := s.navFor(e.Lang); nav != nil {
		b := navBuilder{edition: e, ownWords: own, seen: make(map[string]bool)}
		e.Nav = b.nodes(nav.Lines)
		problems = b.problems
	} else {
		e.Nav = e.folderNav()
	}
	e.navGenerated()
	setParents(e.Nav, nil)
	e.setOrder()
	return problems
}

// navFor is the nav.md of a language; own says whether its labels are in it.
func (s *site) navFor(lang string) (nav *Nav, own bool) {
	for i, n := range s.in.Navs {
		if n.Lang == lang {
			return &s.in.Navs[i], true
		}
		if n.Lang == "" {
			nav = &s.in.Navs[i]
		}
	}
	return nav, lang == s.languages[0]
}

type navBuilder struct {
	edition  *edition
	ownWords bool
	seen     map[string]bool // files
	problems []diag.Problem
}

// nodes makes the entries of one level. An entry whose page is not in this
// tree leaves its children in its place; a heading over nothing goes.
func (b *navBuilder) nodes(lines []markdown.NavLine) []*Node {
	var nodes []*Node
	for _, line := range lines {
		children := func() []*Node { return b.nodes(line.Children) }
		if line.Target == "" {
			if below := children(); len(below) > 0 || len(line.Children) == 0 {
				nodes = append(nodes, &Node{Label: line.Label, Children: below})
			}
			continue
		}
		p := b.page(line)
		if p == nil {
			nodes = append(nodes, children()...)
			continue
		}
		label := line.Label
		if !b.ownWords || label == "" {
			label = p.Title
		}
		p.Node = &Node{Label: label, Page: p}
		p.Node.Children = children()
		nodes = append(nodes, p.Node)
	}
	return nodes
}

// page finds what a line of nav.md leads to; nil where that is nothing, or
// nothing for this tree.
func (b *navBuilder) page(line markdown.NavLine) *Page {
	s := b.edition.site
	file, _, _ := strings.Cut(line.Target, "#")
	var v *version
	near := ""
	if path, inside := join("", file); inside {
		if p := b.edition.generated(path); p != nil {
			return b.once(line, path, p)
		}
		v, near = s.find(path)
	}
	if v == nil {
		id := diag.ID("nav-no-page")
		if near != "" {
			id = "nav-misspelt"
		}
		b.problems = append(b.problems, diag.New(id, line.Pos, diag.Slot("target", line.Target), diag.Slot("near", near)))
		return nil
	}
	return b.once(line, v.Page.Path, b.edition.pages[v.group.place].Page)
}

// once gives the page, unless it has been listed before.
func (b *navBuilder) once(line markdown.NavLine, file string, p *Page) *Page {
	if b.seen[file] {
		b.problems = append(b.problems, diag.New("nav-twice", line.Pos, diag.Slot("page", file)))
		return nil
	}
	b.seen[file] = true
	return p
}

// navGenerated puts the list of reports and the reports that nobody wrote
// into the nav, where nav.md does not name them.
func (e *edition) navGenerated() {
	list := e.list()
	if list == nil {
		list = e.at(reportsURL)
	}
	var reports []*Node
	for _, c := range e.Cohorts {
		if c.Report.Generated && c.Report.Node == nil {
			c.Report.Node = &Node{Label: c.Report.Title, Page: c.Report}
			reports = append(reports, c.Report.Node)
		}
	}
	reports = e.navBriefs(reports)
	if list != nil && list.Node == nil && list.Generated {
		list.Node = &Node{Label: list.Title, Page: list}
		e.Nav = append(e.Nav, list.Node)
	}
	if list != nil && list.Node != nil {
		list.Node.Children = append(list.Node.Children, reports...)
		return
	}
	e.Nav = append(e.Nav, reports...)
}

func setParents(nodes []*Node, parent *Node) {
	for _, n := range nodes {
		n.Parent = parent
		setParents(n.Children, n)
	}
}

// setOrder puts the pages into reading order and links each to the one before
// and after it. Pages on no nav follow, by path. A home on no nav comes first.
func (e *edition) setOrder() {
	drafts := make(map[*Page]draft, len(e.pages))
	var off []draft
	for _, d := range e.pages {
		if d.Page == nil {
			continue
		}
		drafts[d.Page] = d
		if d.Node == nil && d.Page != e.Home {
			off = append(off, d)
		}
	}
	if e.Home.Node == nil {
		e.order = append(e.order, draft{e.Home, drafts[e.Home].version})
	}
	var walk func(nodes, above []*Node)
	walk = func(nodes, above []*Node) {
		for _, n := range nodes {
			if n.Page != nil {
				n.Page.Breadcrumbs = above
				e.order = append(e.order, draft{n.Page, drafts[n.Page].version})
			}
			walk(n.Children, append(slices.Clip(above), n))
		}
	}
	walk(e.Nav, nil)
	for i := 1; i < len(e.order); i++ {
		e.order[i-1].Next, e.order[i].Prev = e.order[i].Page, e.order[i-1].Page
	}
	slices.SortStableFunc(off, func(a, b draft) int { return strings.Compare(a.URL, b.URL) })
	e.order = append(e.order, off...)
	e.Pages = make([]*Page, len(e.order))
	for i, d := range e.order {
		e.Pages[i] = d.Page
	}
}

// unlisted tells the pages that nav.md leaves out, each once with all the
// navs that lack it. A home needs no entry: the site's title leads to it.
func (s *site) unlisted(editions []*edition) []diag.Problem {
	var problems []diag.Problem
	for place, g := range s.groups {
		var navs []string
		for _, e := range editions {
			nav, _ := s.navFor(e.Lang)
			d := e.pages[place]
			if nav == nil || d.Page == nil || d.Node != nil || d.Page == e.Home {
				continue
			}
			if name := strings.TrimPrefix(nav.File, "pages/"); !slices.Contains(navs, name) {
				navs = append(navs, name)
			}
		}
		if len(navs) > 0 {
			problems = append(problems, diag.New("page-no-nav", diag.Pos{File: g.base().Page.File()}, diag.Slot("nav", listing(navs))))
		}
	}
	return problems
}
