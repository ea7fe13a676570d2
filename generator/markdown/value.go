package markdown

import "github.com/yuin/goldmark/ast"

// valueConstruct is one released number in running text:
// :value{id=participation.enrolled at="department=営業部" show=n}.
var valueConstruct = construct{
	name: "value", forms: formInline, required: []string{"id"},
	attributes: []string{"id", "cohort", "at", "stat", "show"},
	inline: func(w *writer, d *directive, _ ast.Node) {
		id, _ := d.attr("id")
		if id == "" {
			return // reported
		}
		w.slot(&Slot{Kind: SlotValue, Pos: w.file.pos(d.offset, d.length), Target: id, Attrs: d.attrs, InLink: w.inLink || w.isOpen("a")})
		w.last = '0'
	},
}
