package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// writer writes one Document: markup into one buffer, and where each part of
// it begins and ends. It is used again for the next page.
type writer struct {
	converter *Converter
	lang      string
	words     map[string]string // of lang, by id
	doc       Document
	file      *file   // the one whose nodes are being written
	including []*file // the files that include it, outermost first

	buf    []byte
	mark   int    // where the markup begins that is in no part yet
	parts  []span // of the body that is being written
	bodies []body // of the only directives

	ids       map[string]taken
	repeats   map[string]int // how often words made an id that was taken
	audience  []string       // of the only directives around, outermost first
	level     int            // of the last heading
	faqLevel  int            // whose headings are questions; 0 is none
	question  bool           // a question of the faq layout is open
	faqBase   int            // base around that question
	raw       []string       // raw HTML elements that are open
	refused   []string       // elements whose start tag was removed, and whose end tag goes with it
	base      int            // of raw: those opened in the Markdown element being written
	phrasing  bool           // only phrasing content may stand here
	inLink    bool
	member    string // the directive that alone may stand here; empty is any block
	seenTitle bool
	last      rune // of the text written
	notes     []note
	spare     []note // footnotes that nothing refers to yet
}

// span is a part of a body: markup between two places of the buffer, or a
// slot.
type span struct {
	start, end int
	slot       *Slot
}

// body is what an only directive holds.
type body struct {
	slot  *Slot
	spans []span
}

// themeID is what the theme calls a page's content; no made id takes it.
const themeID = "main"

// taken says who has an id.
type taken struct {
	given    bool // by the author, not made of words
	met      bool // in the text written so far
	audience string
	line     int
}

func (w *writer) reset(f *file, lang string) {
	ids, repeats := w.ids, w.repeats
	if ids == nil {
		ids, repeats = make(map[string]taken), make(map[string]int)
	}
	clear(ids)
	clear(repeats)
	ids[themeID] = taken{}
	words := w.words
	if words == nil || w.lang != lang {
		words = w.converter.wordsIn(lang)
	}
	*w = writer{
		converter: w.converter, lang: lang, words: words, file: f, level: 1, ids: ids, repeats: repeats,
		buf: w.buf[:0], parts: w.parts[:0], raw: w.raw[:0], audience: w.audience[:0],
	}
}

// document writes a whole page, or what the readers of one tree read of it.
func (w *writer) document(f *file, root ast.Node, lang string) Document {
	w.reset(f, lang)
	deepest := w.survey(root)
	if f.page.Front.Layout == source.LayoutFAQ && deepest > 1 {
		w.faqLevel = deepest
	}
	w.topLevel(root, true)
	w.footnotes()
	w.flush()
	doc := w.doc
	defer w.release()
	markup := string(w.buf)
	doc.Parts = makeParts(markup, w.parts)
	for _, b := range w.bodies {
		b.slot.Body = makeParts(markup, b.spans)
	}
	return doc
}

// release lets go of the page, so that the pool keeps nothing but buffers.
func (w *writer) release() {
	clear(w.parts)
	w.doc, w.file, w.notes, w.spare, w.bodies, w.including = Document{}, nil, nil, nil, nil, nil
}

// makeParts turns spans of the markup into parts. All of them share the one
// string.
func makeParts(markup string, spans []span) []Part {
	if len(spans) == 0 {
		return nil
	}
	parts := make([]Part, len(spans))
	for i, s := range spans {
		if s.slot != nil {
			parts[i].Slot = s.slot
		} else {
			parts[i].HTML = HTML{markup[s.start:s.end]}
		}
	}
	return parts
}

// flush ends the part of markup that is being written.
func (w *writer) flush() {
	if len(w.buf) > w.mark {
		w.parts = append(w.parts, span{start: w.mark, end: len(w.buf)})
	}
	w.mark = len(w.buf)
}

// slot puts a slot after what is written.
func (w *writer) slot(s *Slot) {
	w.flush()
	w.parts = append(w.parts, span{slot: s})
}

// only puts what content writes into a slot for one audience.
func (w *writer) only(s *Slot, content func()) {
	if w.file.reads != nil { // what is for others is not here
		content()
		return
	}
	w.flush()
	outer := w.parts
	w.parts = nil
	w.audience = append(w.audience, s.Target)
	content()
	w.audience = w.audience[:len(w.audience)-1]
	w.flush()
	w.bodies = append(w.bodies, body{s, w.parts})
	w.parts = append(outer, span{slot: s})
}

// forAudience is the audience of what is being written; empty is everyone.
func (w *writer) forAudience() string {
	if len(w.audience) == 0 {
		return ""
	}
	return w.audience[len(w.audience)-1]
}

// html writes pieces of markup as they stand.
func (w *writer) html(pieces ...string) {
	for _, p := range pieces {
		w.buf = append(w.buf, p...)
	}
}

// escaped writes text that is plain, not Markdown.
func (w *writer) escaped(s string) { w.buf = appendEscaped(w.buf, s) }

// attribute writes an attribute of the tag being written.
func (w *writer) attribute(name, value string) {
	w.html(" ", name, `="`)
	w.escaped(value)
	w.html(`"`)
}

// class writes a class attribute: ours, and those that the author gave.
func (w *writer) class(own string, given []string) {
	if names := strings.TrimSpace(own + " " + strings.Join(given, " ")); names != "" {
		w.attribute("class", names)
	}
}

func (w *writer) int(n int) { w.buf = strconv.AppendInt(w.buf, int64(n), 10) }

func (w *writer) word(id string) string { return w.words[id] }

func (w *writer) report(id diag.ID, offset, length int, args ...diag.Arg) {
	w.file.report(id, offset, length, args...)
}

// tell reports what is wrong at a place that is known already.
func (w *writer) tell(id diag.ID, pos diag.Pos, args ...diag.Arg) {
	*w.file.problems = append(*w.file.problems, diag.New(id, pos, args...))
}
