package markdown

import "github.com/yuin/goldmark/ast"

// figureConstruct is a table or chart of a cohort:
// ::figure{id=survey.trust.after by=department kind=bar}.
var figureConstruct = construct{
	name: "figure", forms: formLeaf, required: []string{"id"},
	attributes: []string{"id", "stat", "by", "kind", "cohort", "caption"},
	block: func(w *writer, d *directive, _ ast.Node) {
		id, _ := d.attr("id")
		if id == "" {
			return // reported
		}
		w.slot(&Slot{Kind: SlotFigure, Pos: w.file.pos(d.offset, d.length), Target: id, Attrs: d.attrs})
		w.html("\n")
	},
}
