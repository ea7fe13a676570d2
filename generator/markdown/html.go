package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

// htmlBlock writes a block of raw HTML, sanitized.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	var chunk []byte
	var places []place
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		places = append(places, place{len(chunk), line.Start - line.Padding})
		chunk = append(chunk, line.Value(w.file.body)...)
	}
	if n.HasClosure() {
		places = append(places, place{len(chunk), n.ClosureLine.Start - n.ClosureLine.Padding})
		chunk = append(chunk, n.ClosureLine.Value(w.file.body)...)
	}
	if n.HTMLBlockType >= ast.HTMLBlockType3 && n.HTMLBlockType <= ast.HTMLBlockType5 {
		end := [...]string{"?>", ">", "]]>"}[n.HTMLBlockType-ast.HTMLBlockType3]
		_, chunk, _ = bytes.Cut(chunk, []byte(end))
		places = nil // what stands behind is text
	}
	w.sanitize(chunk, places)
}

// place ties an offset of a chunk of raw HTML to one of the file's body.
type place struct{ chunk, body int }

func bodyOffset(places []place, offset int) int {
	for i := len(places) - 1; i >= 0; i-- {
		if offset >= places[i].chunk {
			return places[i].body + offset - places[i].chunk
		}
	}
	return 0
}

// rawHTML writes raw HTML in running text. It gives the last node that it
// dealt with: an element that is removed whole takes its content along.
func (w *writer) rawHTML(n *ast.RawHTML) ast.Node {
	chunk, places := w.segmentsOf(n)
	if len(chunk) > 1 && (chunk[1] == '!' || chunk[1] == '?') {
		return n // a comment, a declaration or an instruction
	}
	w.sanitize(chunk, places)
	name, start := tagName(chunk)
	if !start || !removedWhole[name] {
		return n
	}
	for c := n.NextSibling(); c != nil; c = c.NextSibling() {
		if raw, ok := c.(*ast.RawHTML); ok {
			chunk, _ := w.segmentsOf(raw)
			if closed, start := tagName(chunk); closed == name && !start {
				return c
			}
		}
	}
	return n
}

func (w *writer) segmentsOf(n *ast.RawHTML) ([]byte, []place) {
	if n.Segments.Len() == 1 {
		segment := n.Segments.At(0)
		return segment.Value(w.file.body), []place{{0, segment.Start}}
	}
	var chunk []byte
	var places []place
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		places = append(places, place{len(chunk), segment.Start})
		chunk = append(chunk, segment.Value(w.file.body)...)
	}
	return chunk, places
}

// tagName reads the name of a tag that chunk begins with, and whether it is a
// start tag.
func tagName(chunk []byte) (name string, start bool) {
	i := 1
	if len(chunk) > 1 && chunk[1] == '/' {
		i = 2
	}
	end := i
	for end < len(chunk) && (util.IsAlphaNumeric(chunk[end]) || chunk[end] == '-') {
		end++
	}
	return strings.ToLower(string(chunk[min(i, end):end])), i == 1
}

// sanitize writes what is allowed of a chunk of raw HTML and reports what is
// not.
func (w *writer) sanitize(chunk []byte, places []place) {
	z := html.NewTokenizer(bytes.NewReader(chunk))
	offset := 0
	skip := "" // the element that is being removed with its content
	for {
		kind := z.Next()
		size := len(z.Raw())
		at := bodyOffset(places, offset)
		offset += size
		switch kind {
		case html.ErrorToken:
			if skip == "" && offset < len(chunk) || size > 0 {
				w.report("html-removed", bodyOffset(places, offset-size), len(chunk)-offset+size, diag.Slot("what", strings.TrimSpace(string(chunk[offset-size:]))))
			}
			return
		case html.TextToken:
			if skip == "" {
				w.buf = appendEscaped(w.buf, z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			if skip == "" && !w.startTag(token, at, size) && kind == html.StartTagToken && removedWhole[token.Data] {
				skip = token.Data
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if skip == "" {
				w.endTag(string(name), at, size)
			} else if string(name) == skip {
				skip = ""
			}
		}
	}
}

// startTag writes an allowed start tag and says whether it did.
func (w *writer) startTag(t html.Token, offset, length int) bool {
	kind, ok := allowedElements[t.Data]
	if !ok || kind&flow != 0 && w.phrasing || t.Data == "a" && (w.inLink || w.isOpen("a")) {
		w.report("html-removed", offset, length, diag.Slot("what", "<"+t.Data+">"))
		if ok && kind&void == 0 {
			w.refused = append(w.refused, t.Data)
		}
		return false
	}
	w.implyEnds(t.Data, kind)
	if t.Data == "img" {
		w.rawImage(t, offset, length)
		return true
	}
	href, _ := value(t, "href")
	if t.Data == "a" && href != "" {
		if !w.openLink(strings.TrimSpace(href), strings.TrimSpace(href), w.file.pos(offset, length)) {
			w.html("<a")
		}
	} else {
		w.html("<", t.Data)
	}
	w.rawAttributes(t, offset, length, "href")
	w.html(">")
	if kind&void == 0 {
		w.raw = append(w.raw, t.Data)
	}
	return true
}

func (w *writer) rawImage(t html.Token, offset, length int) {
	src, _ := value(t, "src")
	alt, hasAlt := value(t, "alt")
	_, wide := value(t, "width")
	_, high := value(t, "height")
	if !w.openImage(strings.TrimSpace(src), alt, wide || high, offset, length) {
		return
	}
	if hasAlt && alt == "" {
		w.html(` alt=""`)
	}
	w.rawAttributes(t, offset, length, "src")
	w.html(">")
}

// rawAttributes writes the attributes that are allowed, but for the one that
// is dealt with elsewhere.
func (w *writer) rawAttributes(t html.Token, offset, length int, done string) {
	for i, a := range t.Attr {
		switch {
		case a.Key == done && (t.Data == "a" || t.Data == "img") || a.Key == "loading" || a.Key == "decoding":
		case a.Key == "name" && t.Data == "a": // an anchor, as it was written before HTML5
			w.rawID(a.Val, offset, length)
		case !allowedAttributes[a.Key] || twice(t.Attr[:i], a.Key):
			w.report("html-removed", offset, length, diag.Slot("what", a.Key+"=…"))
		case a.Key == "id":
			w.rawID(a.Val, offset, length)
		case a.Key == "open":
			w.html(" open")
		case a.Val == "":
		default:
			w.attribute(a.Key, a.Val)
		}
	}
}

// rawID writes an id that raw HTML gives.
func (w *writer) rawID(id string, offset, length int) {
	id = norm.NFC.String(strings.TrimSpace(id))
	if id == "" || strings.ContainsAny(id, " \t\n") {
		return
	}
	other, ok := w.takeID(id, offset, length)
	switch {
	case ok:
		w.attribute("id", id)
	case other.given:
		w.report("html-id-repeated", offset, length, diag.Slot("id", id), diag.SlotInt("line", other.line))
	}
	// A heading that got the id from its words leads to the same place.
}

func twice(before []html.Attribute, key string) bool {
	for _, a := range before {
		if a.Key == key {
			return true
		}
	}
	return false
}

func value(t html.Token, key string) (string, bool) {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// endTag closes an element that raw HTML opened in the same Markdown element;
// any other end tag is dropped.
func (w *writer) endTag(name string, offset, length int) {
	kind, ok := allowedElements[name]
	if !ok || kind&void != 0 {
		return // its start tag was reported, or the tag means nothing
	}
	for i := len(w.raw) - 1; i >= w.base; i-- {
		if w.raw[i] == name {
			w.closeRaw(i)
			return
		}
	}
	if i := slices.Index(w.refused, name); i >= 0 {
		w.refused = slices.Delete(w.refused, i, i+1)
		return // its start tag was reported
	}
	if _, implied := impliedEnds[name]; !implied && name != "p" {
		w.report("html-end-stray", offset, length, diag.Slot("what", "</"+name+">"))
	}
}

// implyEnds closes the elements that end where another one begins.
func (w *writer) implyEnds(name string, kind element) {
	for top := len(w.raw) - 1; top >= w.base; top = len(w.raw) - 1 {
		ends := w.raw[top] == "p" && kind&flow != 0
		for _, other := range impliedEnds[name] {
			ends = ends || w.raw[top] == other
		}
		if !ends {
			return
		}
		w.closeRaw(top)
	}
}

// closeRaw closes the raw HTML elements from the one at index on.
func (w *writer) closeRaw(index int) {
	for i := len(w.raw) - 1; i >= index; i-- {
		w.html("</", w.raw[i], ">")
	}
	w.raw = w.raw[:index]
}

func (w *writer) isOpen(name string) bool {
	return slices.Contains(w.raw, name)
}
