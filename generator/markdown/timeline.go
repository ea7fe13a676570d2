package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// timelineConstruct is what happens when: :::timeline around a list whose items
// begin with the time in bold, or around a definition list of times.
var timelineConstruct = construct{
	name: "timeline", forms: formBlock, noLabel: true, anchored: true,
	block: func(w *writer, d *directive, n ast.Node) {
		if !w.holds(d, n, "- **2026-04** …", isTimes) {
			w.blocks(n)
			return
		}
		w.openDiv("timeline", d)
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch list := c.(type) {
			case *ast.List:
				w.times(list)
			case *east.DefinitionList:
				w.definedTimes(list)
			default:
				w.siblings(c, c.NextSibling())
			}
		}
		w.html("</div>\n")
	},
}

func isTimes(n ast.Node) bool {
	return n.Kind() == ast.KindList || n.Kind() == east.KindDefinitionList
}

// times writes a list in the order of time, whatever its marks.
func (w *writer) times(list *ast.List) {
	w.html("<ol>\n")
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		w.html("<li>\n")
		if label := takeTime(item, w.file.body); label != nil {
			w.time(label)
		} else {
			offset, length := w.firstLine(item)
			w.report("timeline-time-missing", offset, length)
		}
		w.event(item)
		w.html("</li>\n")
	}
	w.html("</ol>\n")
}

// definedTimes writes a definition list in the same form: its terms are times.
func (w *writer) definedTimes(list *east.DefinitionList) {
	w.html("<ol>\n")
	open := false
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*east.DefinitionTerm); !ok {
			w.event(c)
			continue
		}
		if _, again := c.PreviousSibling().(*east.DefinitionTerm); !again {
			if open {
				w.html("</li>\n")
			}
			w.html("<li>\n")
			open = true
		}
		w.time(c)
	}
	if open {
		w.html("</li>\n")
	}
	w.html("</ol>\n")
}

func (w *writer) time(label ast.Node) {
	w.html(`<p class="time">`)
	w.sentence(label)
	w.html("</p>\n")
}

// event writes what happens at a time, in paragraphs even where its list is
// tight.
func (w *writer) event(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if text, ok := c.(*ast.TextBlock); ok {
			w.html("<p>")
			w.sentence(text)
			w.html("</p>\n")
			continue
		}
		w.siblings(c, c.NextSibling())
	}
}

// takeTime takes the bold words that an item begins with out of it, and the
// colon or space after them. It gives nil where there are none.
func takeTime(item ast.Node, body []byte) ast.Node {
	first := item.FirstChild()
	if first == nil {
		return nil
	}
	label, ok := first.FirstChild().(*ast.Emphasis)
	if !ok || label.Level != 2 {
		return nil
	}
	rest, ok := label.NextSibling().(*ast.Text)
	first.RemoveChild(first, label)
	if ok {
		value := rest.Segment.Value(body)
		cut := len(value) - len(strings.TrimLeft(string(value), " \u3000:："))
		rest.Segment = rest.Segment.WithStart(rest.Segment.Start + cut)
	}
	if first.FirstChild() == nil {
		item.RemoveChild(item, first)
	}
	return label
}
