package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// termConstruct is a glossary entry as a block, and the use of one in running
// text: :term[words] or :term[words]{of=id}.
var termConstruct = construct{
	name: "term", forms: formBlock | formInline, needsLabel: true, anchored: true, attributes: []string{"reading", "aliases", "of"},
	block: defineTerm, inline: useTerm,
}

func defineTerm(w *writer, d *directive, n ast.Node) {
	name := w.labelText(d)
	t := Term{ID: w.anchor(d, name), Name: name, Summary: w.firstParagraph(n), Audience: w.forAudience(), Pos: w.file.pos(d.offset, d.length)}
	t.Reading, _ = d.attr("reading")
	aliases, _ := d.attr("aliases")
	for alias := range strings.FieldsFuncSeq(aliases, func(r rune) bool { return r == ',' || r == '、' || r == ';' }) {
		if alias = strings.TrimSpace(alias); alias != "" {
			t.Aliases = append(t.Aliases, alias)
		}
	}
	w.doc.Terms = append(w.doc.Terms, t)
	w.html(`<div`)
	w.class("term", d.classes)
	w.attribute("id", t.ID)
	w.html(">\n<p class=\"term-name\"><dfn>")
	if d.label != nil {
		w.sentence(d.label)
	}
	w.html("</dfn>")
	// A name in kana reads itself; the reading then serves the order alone.
	if t.Reading != "" && strings.ContainsFunc(t.Name, isHan) {
		w.html(` <span class="term-reading">`)
		w.escaped(t.Reading)
		w.html("</span>")
	}
	w.html("</p>\n")
	w.blocks(n)
	w.html("</div>\n")
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// firstParagraph is the text of the first paragraph directly in n.
func (w *writer) firstParagraph(n ast.Node) string {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if p, ok := c.(*ast.Paragraph); ok {
			return w.file.plain(p)
		}
	}
	return ""
}

func useTerm(w *writer, d *directive, n ast.Node) {
	if w.inLink || w.isOpen("a") {
		w.inlines(n) // a link holds no other one
		return
	}
	label := w.file.plain(n)
	target, named := d.attr("of")
	if !named {
		target = label
	}
	w.slot(&Slot{Kind: SlotTerm, Pos: w.file.pos(d.offset, d.length), Target: target, Label: label, Attrs: d.attrs})
	w.last, _ = utf8.DecodeLastRuneInString(label)
}
