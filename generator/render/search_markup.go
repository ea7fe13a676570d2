package render

import (
	"html"
	"strings"

	"kohort/generator/search"
)

// element takes what stands between < and > of a tag.
func (t *pageText) element(tag string) {
	name, closing := strings.CutPrefix(tag, "/")
	if end := strings.IndexAny(name, " \n/"); end >= 0 {
		name = name[:end]
	}
	switch {
	case t.skipped != "":
		t.skip(name, closing)
	case closing:
		t.end(name)
	default:
		t.start(name, tag)
	}
}

// skip counts the elements of the name that is not read.
func (t *pageText) skip(name string, closing bool) {
	switch {
	case name != t.skipped:
	case !closing:
		t.depth++
	case t.depth == 1:
		t.skipped = ""
	default:
		t.depth--
	}
}

func (t *pageText) start(name, tag string) {
	if !phrasing[name] && !silent[name] {
		t.gap()
	}
	top := &t.open[len(t.open)-1]
	asks := name == "summary" && top.element == "details" && top.depth == 1 // its entry has it
	if asks || silent[name] || silentClass[attributeOf(tag, ` class="`)] {
		t.skipped, t.depth = name, 1
		return
	}
	if name == "img" {
		t.text(" " + attributeOf(tag, ` alt="`) + " ")
		return
	}
	if name == top.element {
		top.depth++
	}
	anchor := html.UnescapeString(attributeOf(tag, ` id="`))
	if anchor == "" {
		return
	}
	if e, ok := t.entries[anchor]; ok {
		t.open = append(t.open, opened{element: name, depth: 1})
		t.begin(section{anchor: anchor, entry: e})
		return
	}
	if isHeading(name) {
		t.begin(section{anchor: anchor, entry: entry{kind: search.Body}})
		t.heading = name
	}
}

func (t *pageText) end(name string) {
	if name == t.heading {
		t.heading = ""
	}
	if top := &t.open[len(t.open)-1]; name == top.element {
		if top.depth--; top.depth == 0 {
			t.open = t.open[:len(t.open)-1]
		}
	}
	if !phrasing[name] {
		t.gap()
	}
}

func isHeading(element string) bool {
	return len(element) == 2 && element[0] == 'h' && '1' <= element[1] && element[1] <= '6'
}

// attributeOf gives what stands in a tag from open, the name of an attribute
// with its quote, to the closing quote, escaped as it is.
func attributeOf(tag, open string) string {
	_, value, found := strings.Cut(tag, open)
	if !found {
		return ""
	}
	value, _, _ = strings.Cut(value, `"`)
	return value
}

// phrasing are the elements that stand in a word or sentence; every other one
// parts what stands before it from what follows.
var phrasing = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true, "del": true, "dfn": true,
	"em": true, "i": true, "ins": true, "kbd": true, "mark": true, "q": true, "rb": true, "ruby": true, "s": true, "samp": true,
	"small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true, "var": true, "wbr": true,
}

// silent are the elements whose content is not of the page's words: furigana
// would part a word in two.
var silent = map[string]bool{"rt": true, "rp": true, "script": true, "style": true, "svg": true, "template": true, "button": true}

// silentClass are the classes of what a reader does not read on: links to
// headings and notes, and the name of a term, which its entry has already.
var silentClass = map[string]bool{"anchor": true, "footnote-ref": true, "footnote-back": true, "term-name": true}
