package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// topLevel writes the blocks of a whole file. Of the page itself, not of a
// file that it includes, the title is left out where it comes first.
func (w *writer) topLevel(root ast.Node, page bool) {
	base := w.base
	w.base = len(w.raw)
	first := page
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			if first && h.Level == 1 {
				w.doc.Title, w.seenTitle = w.file.plain(h), true
				first = false
				continue
			}
			if page && w.faqLevel > 0 && h.Level <= w.faqLevel {
				w.faqHeading(h)
				first = false
				continue
			}
		}
		if p, ok := n.(*ast.Paragraph); ok && w.doc.Summary == "" && len(w.audience) == 0 {
			w.doc.Summary = w.file.plain(p)
		}
		first = first && isComment(n)
		w.block(n)
	}
	if page {
		w.closeFAQ()
	}
	w.closeRaw(w.base)
	w.base = base
}

// isComment says whether a block shows nothing, so that a title after it still
// comes first.
func isComment(n ast.Node) bool {
	h, ok := n.(*ast.HTMLBlock)
	return ok && h.HTMLBlockType == ast.HTMLBlockType2 || n.Kind() == ast.KindLinkReferenceDefinition
}

// blocks writes the blocks in n. Raw HTML that is opened in them is closed at
// their end.
func (w *writer) blocks(n ast.Node) {
	w.siblings(n.FirstChild(), nil)
}

// siblings writes the blocks from first up to end.
func (w *writer) siblings(first, end ast.Node) {
	base, phrasing := w.base, w.phrasing
	w.base, w.phrasing = len(w.raw), false
	for c := first; c != end; c = c.NextSibling() {
		w.block(c)
	}
	w.closeRaw(w.base)
	w.base, w.phrasing = base, phrasing
}

func (w *writer) block(n ast.Node) {
	if w.member != "" && !w.isMember(n) {
		return
	}
	if h, ok := n.(*ast.HTMLBlock); ok {
		w.htmlBlock(h)
		return
	}
	if top := len(w.raw) - 1; top >= w.base && w.raw[top] == "p" {
		w.closeRaw(top)
	}
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		if isTask(n) {
			w.task(n)
		} else {
			w.inlines(n)
		}
		if n.NextSibling() != nil {
			w.html("\n")
		}
	case *ast.Heading:
		w.heading(n)
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.listItem(n)
	case *ast.Blockquote:
		w.blockquote(n)
	case *ast.FencedCodeBlock:
		w.fencedCode(n)
	case *ast.CodeBlock:
		w.code(n.Lines(), "")
	case *ast.ThematicBreak:
		w.html("<hr>\n")
	case *east.Table:
		w.table(n)
	case *east.DefinitionList:
		w.enclosed("dl", n)
	case *east.DefinitionTerm:
		w.html("<dt>")
		w.inlines(n)
		w.html("</dt>\n")
	case *east.DefinitionDescription:
		w.enclosed("dd", n)
	case *east.FootnoteList:
		w.keepNotes(n)
	case *blockDirective:
		w.blockDirective(n)
	}
}

// enclosed writes an element that holds the blocks of n.
func (w *writer) enclosed(tag string, n ast.Node) {
	w.html("<", tag, ">")
	if _, tight := n.FirstChild().(*ast.TextBlock); !tight {
		w.html("\n")
	}
	w.blocks(n)
	w.html("</", tag, ">\n")
}

func (w *writer) paragraph(n *ast.Paragraph) {
	if image, ok := n.FirstChild().(*ast.Image); ok && image.NextSibling() == nil && len(image.Title) > 0 {
		w.figureOf(image)
		return
	}
	w.html("<p>")
	if isTask(n) {
		w.task(n)
	} else {
		w.sentence(n)
	}
	w.html("</p>\n")
}

func (w *writer) list(n *ast.List) {
	if !n.IsOrdered() {
		w.enclosed("ul", n)
		return
	}
	if n.Start == 1 {
		w.enclosed("ol", n)
		return
	}
	w.html(`<ol start="`)
	w.int(n.Start)
	w.html("\">\n")
	w.blocks(n)
	w.html("</ol>\n")
}

func (w *writer) listItem(n *ast.ListItem) {
	class := ""
	if first := n.FirstChild(); first != nil && isTask(first) {
		class = ` class="task"`
	}
	w.html("<li", class, ">")
	if n.FirstChild() != nil {
		if _, tight := n.FirstChild().(*ast.TextBlock); !tight {
			w.html("\n")
		}
	}
	w.blocks(n)
	w.html("</li>\n")
}

// blockquote writes a quotation, or a GitHub alert where its first line is
// [!NOTE] or the like.
func (w *writer) blockquote(n *ast.Blockquote) {
	p, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		w.enclosed("blockquote", n)
		return
	}
	first := p.Lines().At(0)
	mark := strings.TrimSpace(string(first.Value(w.file.body)))
	kind, ok := alerts[strings.ToUpper(mark)]
	if !ok || p.Lines().Len() == 1 && n.FirstChild() == n.LastChild() {
		w.enclosed("blockquote", n)
		return
	}
	dropBefore(p, first.Stop)
	if p.FirstChild() == nil {
		n.RemoveChild(n, p)
	}
	w.openBox(kind.class, "", nil)
	w.boxTitle(func() { w.escaped(w.word(kind.word)) })
	w.blocks(n)
	w.closeBox()
}

// box is a kind of box for a remark: its class and the word in its title.
type box struct{ class, word string }

// alerts are GitHub's, by their first line.
var alerts = map[string]box{
	"[!NOTE]":      {"note", wordNote},
	"[!TIP]":       {"tip", wordTip},
	"[!IMPORTANT]": {"important", wordImportant},
	"[!WARNING]":   {"warning", wordWarning},
	"[!CAUTION]":   {"caution", wordCaution},
}

// dropBefore takes the text of a paragraph's first line out of it.
func dropBefore(p *ast.Paragraph, stop int) {
	for c := p.FirstChild(); c != nil; c = p.FirstChild() {
		t, ok := c.(*ast.Text)
		if !ok || t.Segment.Start >= stop {
			return
		}
		p.RemoveChild(p, c)
	}
}

// openBox begins a box for a remark.
func (w *writer) openBox(class, id string, classes []string) {
	// An aside alone would be a landmark; there would be too many of them.
	w.html(`<aside role="note"`)
	w.class("admonition "+class, classes)
	if id != "" {
		w.attribute("id", id)
	}
	w.html(">\n")
}

func (w *writer) boxTitle(title func()) {
	w.html(`<p class="admonition-title">`)
	title()
	w.html("</p>\n")
}

func (w *writer) closeBox() { w.html("</aside>\n") }

// blockDirective writes a directive of block or leaf form. One whose name is
// unknown or whose form is wrong was reported: its content is written alone.
func (w *writer) blockDirective(n *blockDirective) {
	if n.void {
		return
	}
	if n.construct == nil || n.construct.block == nil || n.construct.forms&n.form == 0 {
		w.blocks(n)
		return
	}
	n.construct.block(w, &n.directive, n)
}
