package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a box that scrolls where it is wider than the page.
// The box takes the keyboard's focus, else nobody without a mouse could scroll
// it.
func (w *writer) table(n *east.Table) {
	w.html(`<div class="table" role="group" tabindex="0"`)
	w.attribute("aria-label", w.word(wordTable))
	w.html("><table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, head := row.(*east.TableHeader); head {
			w.html("<thead>\n")
			w.tableRow(row, true)
			w.html("</thead>\n")
			continue
		}
		if !body {
			w.html("<tbody>\n")
			body = true
		}
		w.tableRow(row, false)
	}
	if body {
		w.html("</tbody>\n")
	}
	w.html("</table></div>\n")
}

// tableRow writes a row. An empty cell of the head is no heading: a screen
// reader would announce it as one without a name.
func (w *writer) tableRow(row ast.Node, head bool) {
	w.html("<tr>\n")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cell, ok := c.(*east.TableCell)
		if !ok {
			continue
		}
		open, end := "<td", "</td>\n"
		if head && cell.HasChildren() {
			open, end = `<th scope="col"`, "</th>\n"
		}
		w.html(open)
		switch cell.Alignment {
		case east.AlignLeft:
			w.html(` class="left"`)
		case east.AlignRight:
			w.html(` class="right"`)
		case east.AlignCenter:
			w.html(` class="center"`)
		}
		w.html(">")
		w.inlines(cell)
		w.html(end)
	}
	w.html("</tr>\n")
}
