package markdown

import "github.com/yuin/goldmark/ast"

// rubyConstruct is furigana: :ruby[逆]{rt=ぎゃく}.
var rubyConstruct = construct{
	name: "ruby", forms: formInline, needsLabel: true, attributes: []string{"rt"}, required: []string{"rt"},
	inline: func(w *writer, d *directive, n ast.Node) {
		reading, _ := d.attr("rt")
		if reading == "" {
			w.inlines(n)
			return
		}
		w.html("<ruby>")
		w.inlines(n)
		w.html("<rp>(</rp><rt>")
		w.escaped(reading)
		w.html("</rt><rp>)</rp></ruby>")
	},
}
