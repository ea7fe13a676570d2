package markdown

import (
	"github.com/yuin/goldmark/ast"
)

const onlyName = "only"

// onlyConstruct is content for one audience, as a block or in running text:
// :::only{for=leaders} … :::.
var onlyConstruct = construct{
	name: onlyName, forms: formBlock | formInline, attributes: []string{"for"}, required: []string{"for"},
	block:  func(w *writer, d *directive, n ast.Node) { w.onlyFor(d, func() { w.blocks(n) }) },
	inline: func(w *writer, d *directive, n ast.Node) { w.onlyFor(d, func() { w.inlines(n) }) },
}

// onlyFor writes content for the audience that d names. Where it names none,
// which was reported, the content is for nobody.
func (w *writer) onlyFor(d *directive, content func()) {
	audience, _ := d.attr("for")
	if audience == "" {
		return
	}
	pos := w.file.pos(d.offset, d.length)
	for _, a := range d.attrs {
		if a.Name == "for" {
			pos = a.Pos
		}
	}
	w.only(&Slot{Kind: SlotOnly, Pos: pos, Target: audience, Attrs: d.attrs}, content)
}
