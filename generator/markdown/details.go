package markdown

import "github.com/yuin/goldmark/ast"

// detailsConstruct is what opens on a click: :::details[summary]{open} … :::.
var detailsConstruct = construct{
	name: "details", forms: formBlock, anchored: true, attributes: []string{"open"},
	block: func(w *writer, d *directive, n ast.Node) {
		w.html("<details")
		w.class("", d.classes)
		if d.anchor != "" {
			w.attribute("id", w.anchor(d, ""))
		}
		if _, open := d.attr("open"); open {
			w.html(" open")
		}
		w.html("><summary>")
		if d.label != nil {
			w.sentence(d.label)
		} else {
			w.escaped(w.word(wordDetails))
		}
		w.html("</summary>\n")
		w.blocks(n)
		w.html("</details>\n")
	},
}
