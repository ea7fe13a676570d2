package markdown

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// inlines writes the inline content of n. Raw HTML that is opened in it is
// closed at its end.
func (w *writer) inlines(n ast.Node) {
	base := w.base
	w.base = len(w.raw)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if raw, ok := c.(*ast.RawHTML); ok {
			c = w.rawHTML(raw)
			continue
		}
		w.inline(c)
	}
	w.closeRaw(w.base)
	w.base = base
}

// sentence writes inline content where raw HTML may hold no blocks.
func (w *writer) sentence(n ast.Node) {
	outer := w.phrasing
	w.phrasing = true
	w.inlines(n)
	w.phrasing = outer
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.String:
		w.buf = appendText(w.buf, n.Value)
	case *ast.Emphasis:
		tag := "em"
		if n.Level == 2 {
			tag = "strong"
		}
		w.inlineElement(tag, n)
	case *east.Strikethrough:
		w.inlineElement("del", n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n, true)
	case *east.TaskCheckBox:
		w.checkbox(n)
	case *east.FootnoteLink:
		w.footnoteLink(n)
	case *inlineDirective:
		w.inlineDirective(n)
	}
}

func (w *writer) inlineElement(tag string, n ast.Node) {
	w.html("<", tag, ">")
	w.inlines(n)
	w.html("</", tag, ">")
}

func (w *writer) text(n *ast.Text) {
	value := n.Segment.Value(w.file.body)
	if n.IsRaw() {
		w.buf = appendEscaped(w.buf, value)
	} else {
		w.buf = appendText(w.buf, value)
	}
	if len(value) > 0 {
		w.last, _ = utf8.DecodeLastRune(value)
	}
	if n.HardLineBreak() {
		w.html("<br>\n")
	} else if n.SoftLineBreak() && !joinsLines(w.last, w.file.firstRune(n.NextSibling())) {
		w.html("\n")
	}
}

func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.html("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		value := t.Segment.Value(w.file.body)
		if end := len(value) - 1; end >= 0 && value[end] == '\n' {
			w.buf = append(appendEscaped(w.buf, value[:end]), ' ')
		} else {
			w.buf = appendEscaped(w.buf, value)
		}
		w.last, _ = utf8.DecodeLastRune(value)
	}
	w.html("</code>")
}

// inlineDirective writes a directive in running text. One whose name is
// unknown or whose form is wrong was reported: its label is written alone.
func (w *writer) inlineDirective(n *inlineDirective) {
	if n.construct == nil || n.construct.inline == nil {
		w.inlines(n)
		return
	}
	n.construct.inline(w, &n.directive, n)
}
