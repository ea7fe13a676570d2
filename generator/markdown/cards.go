package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// cardsConstruct is a grid of cards: ::::cards with :::card[title]{href=page.md}
// … ::: in it.
var cardsConstruct = construct{
	name: "cards", forms: formBlock, noLabel: true, anchored: true,
	block: func(w *writer, d *directive, n ast.Node) {
		if !w.holds(d, n, ":::card[…]", func(c ast.Node) bool { return isNamed(c, "card") }) {
			w.blocks(n)
			return
		}
		w.html("<ul")
		w.class("card-list", d.classes)
		if d.anchor != "" {
			w.attribute("id", w.anchor(d, ""))
		}
		w.html(">\n")
		w.members(n, "card")
		w.html("</ul>\n")
	},
}

// cardConstruct is one card: a title, which may be a link, and a few words.
var cardConstruct = construct{
	name: "card", forms: formBlock, needsLabel: true, anchored: true, attributes: []string{"href"},
	block: func(w *writer, d *directive, n ast.Node) {
		if w.member != "card" {
			w.outside(d, n, "cards")
			return
		}
		w.html("<li")
		w.class("card", d.classes)
		if d.anchor != "" {
			w.attribute("id", w.anchor(d, ""))
		}
		w.html(">\n", `<p class="card-title">`)
		w.cardTitle(d)
		w.html("</p>\n")
		w.asMember(func() { w.blocks(n) })
		w.html("</li>\n")
	},
}

// cardTitle writes a card's title, as a link where it has an href.
func (w *writer) cardTitle(d *directive) {
	if d.label == nil {
		return // reported
	}
	for _, a := range d.attrs {
		if a.Name == "href" && w.openLink(a.Value, string(util.URLEscape([]byte(a.Value), true)), a.Pos) {
			w.html(">")
			w.linked(d.label)
			w.html("</a>")
			return
		}
	}
	w.sentence(d.label)
}
