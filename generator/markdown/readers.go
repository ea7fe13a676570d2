package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// ConvertFor converts a page for the readers of one tree, which reads tells:
// parts for others are taken out of the tree of nodes before anything counts
// or names what is in it, as if they were not in the file. No id, number,
// order or summary then gives them away. It is for a page that IsSplit; what
// is wrong with it, Convert has told.
func (c *Converter) ConvertFor(p source.Page, lang string, reads func(only string) bool) Document {
	var told []diag.Problem
	f := newFile(p, &told)
	w := c.writers.Get().(*writer)
	doc := w.document(f, prune(c.parse(f), f, reads), lang, reads)
	c.writers.Put(w)
	return doc
}

// prune takes out what is for others, and gives the node back. Nil reads all.
func prune(n ast.Node, f *file, reads func(only string) bool) ast.Node {
	if reads == nil {
		return n
	}
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if forOthers(c, reads) {
			if c.Type() == ast.TypeInline {
				next = closeGap(c, f)
			}
			n.RemoveChild(n, c)
		} else if c.HasChildren() && !prune(c, f, reads).HasChildren() && !isCell(c) {
			n.RemoveChild(n, c) // it held nothing else: a paragraph, a list item, a box
		}
		c = next
	}
	return n
}

// forOthers says whether a node is an only directive that the readers do not
// get.
func forOthers(n ast.Node, reads func(only string) bool) bool {
	var d *directive
	switch n := n.(type) {
	case *blockDirective:
		d = &n.directive
	case *inlineDirective:
		d = &n.directive
	}
	if d == nil || d.name != onlyName {
		return false
	}
	audience, _ := d.attr("for")
	return !reads(audience)
}

// isCell says whether a node is a place of a table, which stays when empty.
func isCell(n ast.Node) bool { return n.Kind() == east.KindTableCell }

// closeGap makes the text around an inline node read as it would without the
// node: one space and not two, and none at an end. It gives the sibling that
// then comes next.
func closeGap(n ast.Node, f *file) ast.Node {
	before, _ := n.PreviousSibling().(*ast.Text)
	after, _ := n.NextSibling().(*ast.Text)
	first, last := n.PreviousSibling() == nil, n.NextSibling() == nil
	spaced := first || before != nil && (before.SoftLineBreak() || bytes.HasSuffix(before.Segment.Value(f.body), []byte(" ")))
	if after != nil && spaced {
		after.Segment = after.Segment.TrimLeftSpace(f.body)
	}
	ends := last || after != nil && after.Segment.Len() == 0 && (after.SoftLineBreak() || after.NextSibling() == nil)
	if before != nil && ends {
		before.Segment = before.Segment.TrimRightSpace(f.body)
		if last {
			before.SetSoftLineBreak(false)
		}
	}
	next := n.NextSibling()
	if after != nil && after.Segment.Len() == 0 && (first || before != nil && before.SoftLineBreak()) {
		next = after.NextSibling()
		after.Parent().RemoveChild(after.Parent(), after)
	}
	return next
}
