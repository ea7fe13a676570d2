package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// Nav reads the reading order out of nav.md: its nested lists. A title at its
// top is allowed; anything else there is a problem.
func (c *Converter) Nav(p source.Page) ([]NavLine, []diag.Problem) {
	var problems []diag.Problem
	f := newFile(p, &problems)
	root := c.parse(f)
	var lines []NavLine
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.List:
			lines = append(lines, f.navList(n)...)
		case *ast.Heading:
			if n.Level > 1 {
				f.report("nav-not-list", n.Pos(), 0)
			}
		default:
			if !isComment(n) {
				f.report("nav-not-list", n.Pos(), 0)
			}
		}
	}
	return lines, diag.Sort(problems)
}

func (f *file) navList(list *ast.List) []NavLine {
	var lines []NavLine
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		line := NavLine{Pos: f.pos(item.Pos(), 0)}
		for n := item.FirstChild(); n != nil; n = n.NextSibling() {
			if inner, ok := n.(*ast.List); ok {
				line.Children = append(line.Children, f.navList(inner)...)
				continue
			}
			if line.Label != "" || n.Kind() != ast.KindTextBlock && n.Kind() != ast.KindParagraph {
				f.report("nav-not-list", n.Pos(), 0)
				continue
			}
			f.navItem(n, &line)
		}
		if line.Label == "" {
			f.report("nav-empty", item.Pos(), 0)
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// navItem reads the words and the link of an entry.
func (f *file) navItem(n ast.Node, line *NavLine) {
	line.Label = f.plain(n)
	first := f.firstLine(n)
	line.Pos = f.pos(first.offset, first.length)
	for c := range nodes(n) {
		if d := onlyOf(c); d != nil { // the nav of a tree lists the pages that are in it
			f.report("only-unread", d.offset, d.length)
		}
	}
	linked := false
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		link, ok := n.(*ast.Link)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		offset, length := f.locate(link.Destination, link.Pos())
		if linked {
			f.report("nav-two-links", offset, length)
			return ast.WalkSkipChildren, nil
		}
		linked = true
		line.Label = f.plain(link)
		line.Target = decodeTarget(strings.TrimSpace(unescape(link.Destination)))
		line.Pos = f.pos(offset, length)
		return ast.WalkSkipChildren, nil
	})
}

// stretch is a piece of a file's body.
type stretch struct{ offset, length int }

func (f *file) firstLine(n ast.Node) stretch {
	if n.Lines().Len() == 0 {
		return stretch{max(n.Pos(), 0), 0}
	}
	line := n.Lines().At(0)
	return stretch{line.Start, len(strings.TrimRight(string(line.Value(f.body)), "\n"))}
}
