package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// guidelineConstruct is a rule of the program, measured where it names a
// metric: :::guideline[rule]{#id metric=sessions_per_month min=2 max=4}.
var guidelineConstruct = construct{
	name: "guideline", forms: formBlock, needsLabel: true, anchored: true, attributes: []string{"metric", "min", "max"},
	block: func(w *writer, d *directive, n ast.Node) {
		words := w.labelText(d)
		id := w.anchor(d, words)
		g := Guideline{ID: id, Label: words, Audience: w.forAudience(), Pos: w.file.pos(d.offset, d.length)}
		g.Metric, _ = d.attr("metric")
		g.Min, _ = d.attr("min")
		g.Max, _ = d.attr("max")
		w.doc.Guidelines = append(w.doc.Guidelines, g)
		w.html(`<section`)
		w.class("guideline", d.classes)
		w.attribute("id", id)
		w.html(">\n", `<p class="guideline-rule"><span class="guideline-mark">`)
		w.escaped(w.word(wordGuideline))
		w.html("</span> <strong>")
		if d.label != nil {
			w.sentence(d.label)
		}
		w.html("</strong></p>\n")
		w.blocks(n)
		if target := w.target(g); target != "" {
			w.html(`<p class="guideline-target">`)
			w.escaped(target)
			w.html("</p>\n")
		}
		w.html("</section>\n")
	},
}

// target puts a guideline's metric and limits into words.
func (w *writer) target(g Guideline) string {
	if g.Metric == "" || g.Min == "" && g.Max == "" {
		return ""
	}
	word := wordBetween
	switch {
	case g.Max == "":
		word = wordAtLeast
	case g.Min == "":
		word = wordAtMost
	}
	metric := w.converter.options.Metric(w.lang, g.Metric)
	if metric.Name == "" {
		metric.Name = g.Metric
	}
	limits := strings.NewReplacer("{min}", g.Min, "{max}", g.Max, "{unit}", metric.Unit).Replace(w.word(word))
	return strings.NewReplacer("{metric}", metric.Name, "{limits}", strings.TrimSpace(limits)).Replace(w.word(wordTarget))
}
