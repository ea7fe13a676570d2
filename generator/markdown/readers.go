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
	f.reads = reads
	w := c.writers.Get().(*writer)
	doc := w.document(f, c.parse(f), lang)
	c.writers.Put(w)
	return doc
}

// prune takes out what is for others, and gives the node back.
func prune(n ast.Node, f *file) ast.Node {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		holdsNothingElse := func() bool { // as a paragraph, a list item or a box may
			return c.HasChildren() && !prune(c, f).HasChildren() && !isCell(c)
		}
		if forOthers(c, f.reads) || holdsNothingElse() {
			if c.Type() == ast.TypeInline {
				next = closeGap(c, f)
			}
			n.RemoveChild(n, c)
		}
		c = next
	}
	return n
}

// forOthers says whether a node is an only directive that the readers do not
// get.
func forOthers(n ast.Node, reads func(only string) bool) bool {
	d := onlyOf(n)
	if d == nil {
		return false
	}
	audience, _ := d.attr("for")
	return !reads(audience)
}

// onlyOf is the only directive that a node is; nil where it is none.
func onlyOf(n ast.Node) *directive {
	var d *directive
	switch n := n.(type) {
	case *blockDirective:
		d = &n.directive
	case *inlineDirective:
		d = &n.directive
	}
	if d == nil || d.name != onlyName {
		return nil
	}
	return d
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
