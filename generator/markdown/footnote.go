package markdown

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// note is a footnote: what it says, and where the text refers to it.
type note struct {
	file  *file
	node  *east.Footnote
	index int // that goldmark gave it within its file
	refs  []noteRef
}

// noteRef is one reference to a footnote, with the audiences around it.
type noteRef struct {
	id       string
	audience []string
}

// noteFor gives the number of a footnote of the file being written. Included
// files count on from the notes before them.
func (w *writer) noteFor(index int) int {
	for i, n := range w.notes {
		if n.file == w.file && n.index == index {
			return i
		}
	}
	n := note{file: w.file, index: index}
	for _, spare := range w.spare {
		if spare.file == w.file && spare.index == index {
			n = spare
		}
	}
	w.notes = append(w.notes, n)
	return len(w.notes) - 1
}

func (w *writer) footnoteLink(n *east.FootnoteLink) {
	i := w.noteFor(n.Index)
	number := strconv.Itoa(i + 1)
	id := "fnref-" + number
	if len(w.notes[i].refs) > 0 {
		id += "-" + strconv.Itoa(len(w.notes[i].refs)+1)
	}
	w.notes[i].refs = append(w.notes[i].refs, noteRef{id, slices.Clone(w.audience)})
	w.html(`<sup class="footnote-ref" id="`, id, `"><a href="#fn-`, number, `" role="doc-noteref"`)
	w.attribute("aria-label", w.word(wordFootnote)+" "+number)
	w.html(">", number, "</a></sup>")
}

// keepNotes puts a file's footnotes by until the end of the page. One that
// nothing in these readers' parts refers to must not take a number.
func (w *writer) keepNotes(list *east.FootnoteList) {
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		node, ok := c.(*east.Footnote)
		if !ok {
			continue
		}
		at := slices.IndexFunc(w.notes, func(n note) bool { return n.file == w.file && n.index == node.Index })
		if at < 0 {
			w.spare = append(w.spare, note{file: w.file, node: node, index: node.Index})
		} else {
			w.notes[at].node = node
		}
	}
}

// footnotes writes the notes of the page. A note to which only parts for one
// audience refer is for that audience.
func (w *writer) footnotes() {
	if len(w.notes) == 0 {
		return
	}
	shared := w.sharedAudience()
	w.within(shared, w.notes[0], func() { w.footnoteList(shared) })
}

// sharedAudience gives the audience that all notes of the page are for, so
// that others do not see an empty list.
func (w *writer) sharedAudience() []string {
	var shared []string
	for i := range w.notes {
		paths := w.notes[i].audiences()
		if len(paths) == 0 {
			continue // only notes refer to it, or nothing does
		}
		if len(paths) > 1 || shared != nil && !slices.Equal(paths[0], shared) || len(paths[0]) == 0 {
			return nil
		}
		shared = paths[0]
	}
	return shared
}

// footnoteList writes the list of notes inside the slots of an audience.
func (w *writer) footnoteList(shared []string) {
	w.html(`<section class="footnotes" role="doc-endnotes"`)
	w.attribute("aria-label", w.word(wordFootnotes))
	w.html(">\n<ol>\n")
	for i := 0; i < len(w.notes); i++ { // a note may refer to a further one
		for _, audience := range w.notes[i].audiences() {
			if slices.Equal(audience, shared) {
				w.footnote(i, audience)
				continue
			}
			w.within(audience, w.notes[i], func() { w.footnote(i, audience) })
		}
	}
	w.html("</ol>\n</section>\n")
}

// audiences gives the audiences that a note is for, each a path of only
// directives; one that is empty is everyone.
func (n *note) audiences() [][]string {
	var paths [][]string
	for _, ref := range n.refs {
		if len(ref.audience) == 0 {
			return [][]string{nil}
		}
		if !slices.ContainsFunc(paths, func(p []string) bool { return slices.Equal(p, ref.audience) }) {
			paths = append(paths, ref.audience)
		}
	}
	return paths
}

// within writes content into nested slots, one for each audience of a path.
func (w *writer) within(path []string, n note, content func()) {
	if len(path) == 0 {
		content()
		return
	}
	pos := n.file.pos(0, 0)
	if n.node != nil {
		pos = n.file.pos(n.node.Pos(), 0)
	}
	w.only(&Slot{Kind: SlotOnly, Pos: pos, Target: path[0]}, func() { w.within(path[1:], n, content) })
}

func (w *writer) footnote(i int, audience []string) {
	n := w.notes[i]
	if n.node == nil {
		return
	}
	w.html(`<li id="fn-`, strconv.Itoa(i+1), `" value="`, strconv.Itoa(i+1), "\">\n")
	outer := w.file
	w.file = n.file
	last, _ := n.node.LastChild().(*ast.Paragraph)
	for c := n.node.FirstChild(); c != nil; c = c.NextSibling() {
		if c != ast.Node(last) || last == nil {
			w.block(c)
		}
	}
	w.html("<p>")
	if last != nil {
		w.sentence(last)
	}
	for j, ref := range n.refs {
		w.backLink(j, ref, n, audience)
	}
	w.html("</p>\n</li>\n")
	w.file = outer
}

// backLink writes the way back to a reference, for those who can see it.
func (w *writer) backLink(j int, ref noteRef, n note, audience []string) {
	link := func() {
		w.html(` <a class="footnote-back" href="#`, ref.id, `" role="doc-backlink"`)
		name := w.word(wordBack)
		if len(n.refs) > 1 {
			name += " " + strconv.Itoa(j+1)
		}
		w.attribute("aria-label", name)
		w.html(">↩</a>")
	}
	switch {
	case slices.Equal(ref.audience, audience):
		link()
	case len(audience) == 0:
		w.within(ref.audience, n, link)
	}
}
