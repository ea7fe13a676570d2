package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"kohort/generator/diag"
)

// openDiv begins the element of a directive that holds blocks.
func (w *writer) openDiv(class string, d *directive) {
	w.html("<div")
	w.class(class, d.classes)
	if d.anchor != "" {
		w.attribute("id", w.anchor(d, ""))
	}
	w.html(">\n")
}

// members writes what a directive holds that is made of one other kind: tabs
// of tab, cards of card. Parts for one audience and included files may stand
// around them; anything else is reported and left out.
func (w *writer) members(n ast.Node, member string) {
	outer := w.member
	w.member = member
	w.blocks(n)
	w.member = outer
}

// asMember writes a member's own content, in which any block may stand.
func (w *writer) asMember(content func()) {
	outer := w.member
	w.member = ""
	content()
	w.member = outer
}

// isMember says whether a block may stand where only members may. The author
// is told where not.
func (w *writer) isMember(n ast.Node) bool {
	switch d := n.(type) {
	case *labelBlock, *east.FootnoteList:
		return true
	case *blockDirective:
		if d.void || d.name == w.member || passesOn(d) {
			return true
		}
		if d.construct == nil || d.lenient {
			return false // reported
		}
	}
	if isComment(n) {
		return true
	}
	offset, length := w.firstLine(n)
	w.report("directive-between", offset, length, diag.Slot("wanted", ":::"+w.member+"[…]"))
	return false
}

// passesOn says whether a directive only passes on what stands in it.
func passesOn(d *blockDirective) bool { return d.name == "only" || d.name == "include" }

// holds says whether found is true of a block in n, or might be of one in an
// included file. The author is told where not, with an example of what is
// wanted.
func (w *writer) holds(d *directive, n ast.Node, wanted string, found func(ast.Node) bool) bool {
	if holds(n, found) {
		return true
	}
	w.report("directive-empty", d.offset, d.length, diag.Slot("name", d.marker()), diag.Slot("wanted", wanted))
	return false
}

func holds(n ast.Node, found func(ast.Node) bool) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if found(c) {
			return true
		}
		d, ok := c.(*blockDirective)
		if ok && (d.construct == nil || d.name == "include" || d.name == "only" && holds(d, found)) {
			return true // an unknown name was reported, and is most likely what is looked for
		}
	}
	return false
}

// outside reports a member that does not stand in what it is made for, and
// writes its content alone.
func (w *writer) outside(d *directive, n ast.Node, outer string) {
	w.report("directive-outside", d.offset, d.length, diag.Slot("name", d.marker()), diag.Slot("outer", "::::"+outer))
	w.blocks(n)
}

// firstLine is the place of the first line of a block in the file's body.
func (w *writer) firstLine(n ast.Node) (offset, length int) {
	for c := n; c != nil && c.Type() == ast.TypeBlock; c = c.FirstChild() {
		if d, ok := c.(*blockDirective); ok {
			return d.offset, d.length
		}
		if c.Lines().Len() > 0 {
			first := c.Lines().At(0)
			return first.Start, len(bytes.TrimSpace(first.Value(w.file.body)))
		}
	}
	return max(n.Pos(), 0), 0
}
