package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// faqHeading writes a heading of a page whose layout is faq: one of the
// deepest level opens a question, whose answer goes on to the next heading.
func (w *writer) faqHeading(n *ast.Heading) {
	w.closeFAQ()
	if n.Level < w.faqLevel {
		w.block(n)
		return
	}
	words := w.file.plain(n)
	id := w.headingID(n, words)
	pos := w.file.pos(n.Pos(), 0)
	w.addHeading(n.Level, id, words, pos)
	w.doc.Questions = append(w.doc.Questions, Question{ID: id, Text: words, Answer: w.file.plainUntil(n.NextSibling(), n.Level), Audience: w.forAudience(), Pos: pos})
	w.openQuestion(id, n.Level, nil, func() { w.sentence(n) })
	w.question, w.faqBase, w.base = true, w.base, len(w.raw)
}

// closeFAQ ends the question that a heading opened.
func (w *writer) closeFAQ() {
	if !w.question {
		return
	}
	w.closeRaw(w.base)
	w.question, w.base = false, w.faqBase
	w.closeQuestion()
}

// plainUntil gives the text from a block to the next heading of a level or a
// higher one.
func (f *file) plainUntil(n ast.Node, level int) string {
	var words []string
	for ; n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level <= level {
			break
		}
		if d, ok := n.(*blockDirective); ok && d.name == "only" || n.Kind() == ast.KindHTMLBlock {
			continue
		}
		if text := f.plain(n); text != "" {
			words = append(words, text)
		}
	}
	return strings.Join(words, " ")
}

// openQuestion begins the widget of a question, which is closed at first.
func (w *writer) openQuestion(id string, level int, classes []string, words func()) {
	w.html("<details")
	w.class("question", classes)
	w.attribute("id", id)
	tag := "h" + strconv.Itoa(level)
	w.html("><summary><", tag, ">")
	words()
	w.html("</", tag, "></summary>\n<div class=\"answer\">\n")
}

func (w *writer) closeQuestion() { w.html("</div>\n</details>\n") }
