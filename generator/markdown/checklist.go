package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"kohort/generator/diag"
)

// checklistConstruct is a list of tasks whose ticks the reader's browser keeps:
// :::checklist[title] around task items. Without a script, and on paper, its
// boxes are empty ones to tick by hand.
var checklistConstruct = construct{
	name: "checklist", forms: formBlock, anchored: true,
	block: func(w *writer, d *directive, n ast.Node) {
		if !w.holds(d, n, "- [ ] …", hasTask) {
			w.blocks(n)
			return
		}
		w.checkBoxes(n)
		title := w.labelText(d)
		name := title
		if name == "" && len(w.doc.Headings) > 0 {
			name = w.doc.Headings[len(w.doc.Headings)-1].Text
		}
		// The id is what the ticks are kept under: it must not change when
		// another checklist comes before this one.
		w.html("<div")
		w.class("checklist", d.classes)
		w.attribute("id", w.anchor(d, strings.TrimSpace("checklist "+name)))
		w.html(` role="group"`)
		if title == "" {
			title = w.word(wordChecklist)
		}
		w.attribute("aria-label", title)
		w.attribute("data-done", w.word(wordChecklistDone))
		w.attribute("data-reset", w.word(wordChecklistReset))
		w.attribute("data-undo", w.word(wordChecklistUndo))
		w.html(">\n")
		if d.label != nil {
			w.html(`<p class="checklist-title">`)
			w.sentence(d.label)
			w.html("</p>\n")
		}
		w.blocks(n)
		w.html("</div>\n")
	},
}

// hasTask says whether a task item stands in n.
func hasTask(n ast.Node) bool {
	if n.Kind() == east.KindTaskCheckBox {
		return true
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if hasTask(c) {
			return true
		}
	}
	return false
}

// brokenBox is what people write for a box that is none.
var brokenBox = regexp.MustCompile(`^(\[　?\]|［[ 　xXｘ]?］)`)

// checkBoxes reports items of a checklist whose box is written wrong.
func (w *writer) checkBoxes(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() != ast.TypeBlock {
			return
		}
		if _, ok := c.(*ast.ListItem); ok && c.FirstChild() != nil && !isTask(c.FirstChild()) {
			offset, length := w.firstLine(c)
			if box := brokenBox.Find(w.file.body[offset : offset+length]); box != nil {
				w.report("task-malformed", offset, len(box), diag.Slot("text", string(box)))
			}
		}
		w.checkBoxes(c)
	}
}

// isTask says whether a paragraph is the words of a task item.
func isTask(n ast.Node) bool {
	_, ok := n.FirstChild().(*east.TaskCheckBox)
	return ok
}

// task writes the words of a task item as the label of its box.
func (w *writer) task(n ast.Node) {
	w.html("<label>")
	w.sentence(n)
	w.html("</label>")
}

func (w *writer) checkbox(n *east.TaskCheckBox) {
	w.html(`<input type="checkbox" disabled`)
	if n.IsChecked {
		w.html(" checked")
	}
	w.html("> ")
}
