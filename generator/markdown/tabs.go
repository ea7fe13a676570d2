package markdown

import "github.com/yuin/goldmark/ast"

// tabsConstruct is a choice between texts of which a reader needs one:
// ::::tabs with :::tab[label] … ::: in it. Without a script they stand one
// below the other, each under its label.
var tabsConstruct = construct{
	name: "tabs", forms: formBlock, noLabel: true, anchored: true,
	block: func(w *writer, d *directive, n ast.Node) {
		if !w.holds(d, n, ":::tab[…]", func(c ast.Node) bool { return isNamed(c, "tab") }) {
			w.blocks(n)
			return
		}
		w.openDiv("tabs", d)
		w.members(n, "tab")
		w.html("</div>\n")
	},
}

// tabConstruct is one of the texts in tabs.
var tabConstruct = construct{
	name: "tab", forms: formBlock, needsLabel: true, anchored: true,
	block: func(w *writer, d *directive, n ast.Node) {
		if w.member != "tab" {
			w.outside(d, n, "tabs")
			return
		}
		words := w.labelText(d)
		w.html("<div")
		w.class("tab", d.classes)
		w.attribute("id", w.anchor(d, "tab "+words))
		// A group, and not a section: each would be a landmark.
		w.html(` role="group"`)
		w.attribute("aria-label", words)
		w.html(">\n", `<p class="tab-label">`)
		if d.label != nil {
			w.sentence(d.label)
		}
		w.html("</p>\n")
		w.asMember(func() { w.blocks(n) })
		w.html("</div>\n")
	},
}

// isNamed says whether a block is the directive of a name.
func isNamed(n ast.Node, name string) bool {
	d, ok := n.(*blockDirective)
	return ok && d.name == name
}
