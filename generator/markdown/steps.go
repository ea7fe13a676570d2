package markdown

import "github.com/yuin/goldmark/ast"

// stepsConstruct is a way to do something, step by step: :::steps around an
// ordered list, or around headings, each of which then begins a step.
var stepsConstruct = construct{
	name: "steps", forms: formBlock, noLabel: true, anchored: true,
	block: func(w *writer, d *directive, n ast.Node) {
		if !w.holds(d, n, "1. …", func(c ast.Node) bool { return isOrdered(c) || c.Kind() == ast.KindHeading }) {
			w.blocks(n)
			return
		}
		w.openDiv("steps", d)
		if level := highestHeading(n); level > 0 {
			w.headedSteps(n, level)
		} else {
			w.blocks(n)
		}
		w.html("</div>\n")
	},
}

func isOrdered(n ast.Node) bool {
	list, ok := n.(*ast.List)
	return ok && list.IsOrdered()
}

// highestHeading is the least level of the headings directly in n; 0 where
// there are none.
func highestHeading(n ast.Node) int {
	level := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if h, ok := c.(*ast.Heading); ok && (level == 0 || h.Level < level) {
			level = h.Level
		}
	}
	return level
}

// headedSteps writes a list with an item for each heading of a level and what
// follows it.
func (w *writer) headedSteps(n ast.Node, level int) {
	begins := func(c ast.Node) bool {
		h, ok := c.(*ast.Heading)
		return ok && h.Level == level
	}
	next := func(c ast.Node) ast.Node {
		for c != nil && !begins(c) {
			c = c.NextSibling()
		}
		return c
	}
	first := next(n.FirstChild())
	w.siblings(n.FirstChild(), first)
	w.html("<ol>\n")
	for step := first; step != nil; {
		end := next(step.NextSibling())
		w.html("<li>\n")
		w.siblings(step, end)
		w.html("</li>\n")
		step = end
	}
	w.html("</ol>\n")
}
