package markdown

import "github.com/yuin/goldmark/ast"

// questionConstruct is one entry of a FAQ: :::question[words]{#id} answer :::.
var questionConstruct = construct{
	name: "question", forms: formBlock, needsLabel: true, anchored: true,
	block: func(w *writer, d *directive, n ast.Node) {
		words := w.labelText(d)
		id := w.anchor(d, words)
		pos := w.file.pos(d.offset, d.length)
		level := min(w.level+1, 6)
		w.doc.Questions = append(w.doc.Questions, Question{ID: id, Text: words, Answer: w.bodyText(d, n), Audience: w.forAudience(), Pos: pos})
		w.openQuestion(id, level, d.classes, func() {
			if d.label != nil {
				w.sentence(d.label)
			}
		})
		outer := w.level
		w.addHeading(level, id, words, pos)
		w.blocks(n)
		w.level = outer
		w.closeQuestion()
	},
}

// labelText is the text of a directive's label.
func (w *writer) labelText(d *directive) string {
	if d.label == nil {
		return ""
	}
	return w.file.plain(d.label)
}

// bodyText is the text of a block directive without its label.
func (w *writer) bodyText(d *directive, n ast.Node) string {
	first := n.FirstChild()
	if d.label != nil {
		first = d.label.NextSibling()
	}
	return w.file.plainUntil(first, 0)
}
