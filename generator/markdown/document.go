// Package markdown turns a page's Markdown into a Document.
//
// It takes a source.Page and gives safe HTML in pieces, with slots between
// them where the rest of the site is needed: links, images, figures, values,
// terms and parts for one audience. Its two main types are Converter and
// Document. It refuses raw HTML that is not on its allow-list (removed, with a
// warning) and directives that are unknown or not closed (problems).
package markdown

import (
	"slices"

	"kohort/generator/diag"
)

// HTML is markup that this package made and that is safe to put into a page
// as it stands. Only this package can make one that is not empty.
type HTML struct{ s string }

// String is the markup.
func (h HTML) String() string { return h.s }

// Document is a converted page.
type Document struct {
	Title      string // text of the first level-1 heading, else of the first; for a page whose front matter has none
	Summary    string // text of the first paragraph, for a page that has no description
	Parts      []Part // the body in order; the first level-1 heading is left out when it is the page's first block
	Headings   []Heading
	Questions  []Question
	Terms      []Term
	Guidelines []Guideline
	External   []Link // links that leave the site, for check --external
	IDs        []ID   // every id attribute in Parts that a link may name, headings included
}

// IsSplit says whether parts of the page are for one audience alone.
func (d *Document) IsSplit() bool {
	return slices.ContainsFunc(d.Parts, func(p Part) bool { return p.Slot != nil && p.Slot.Kind == SlotOnly })
}

// Part is a piece of the body: markup, or a slot that a later stage fills.
// Exactly one of HTML and Slot is set.
type Part struct {
	HTML HTML
	Slot *Slot
}

// SlotKind says what belongs in a slot.
type SlotKind uint8

// The kinds of slots.
const (
	// SlotLink is the value of an href attribute: Target is a link to a file
	// of pages/ as the author wrote it, decoded ("../faq.md#dates").
	SlotLink SlotKind = iota
	// SlotImage is the value of the src attribute of an img: Target is a path
	// to an asset. What else its picture says of it (its size, how it is loaded)
	// belongs behind that value.
	SlotImage
	// SlotFigure is a whole block: a table or chart of a cohort. Target is the
	// id of its table.
	SlotFigure
	// SlotValue is one number in running text. Target is the id of its table.
	SlotValue
	// SlotTerm is a glossary term in running text: Target is the term as
	// written or the id given with of=, Label the words to show.
	SlotTerm
	// SlotOnly is Body, for the audience Target alone.
	SlotOnly
)

// Slot is a place that needs the rest of the site.
type Slot struct {
	Kind   SlotKind
	Pos    diag.Pos // in the file the slot was written in; a relative Target is relative to that file
	Target string
	Label  string
	Attrs  []Attr // of a directive, in order
	Body   []Part // of SlotOnly
	InLink bool   // of SlotValue: it stands in a link, and can be none itself
	Sized  bool   // of SlotImage: the author gave its width or height
}

// Attr is one attribute of a directive.
type Attr struct {
	Name, Value string
	Pos         diag.Pos
}

// Attr gives the value of the attribute called name, and whether it is there.
func (s *Slot) Attr(name string) (string, bool) {
	for _, a := range s.Attrs {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// Heading is one heading of the body, for the table of contents and the nav.
type Heading struct {
	Level    int // 1 to 6
	ID       string
	Text     string
	Audience string // of the only directive it stands in; empty is everyone
	Pos      diag.Pos
}

// ID is an id attribute of the body.
type ID struct {
	Name     string
	Audience string
	Pos      diag.Pos
}

// Question is one entry of a FAQ.
type Question struct {
	ID       string
	Text     string
	Answer   string // plain text
	Audience string
	Pos      diag.Pos
}

// Term is the definition of a glossary term.
type Term struct {
	ID       string
	Name     string
	Reading  string   // in kana; may be empty
	Aliases  []string // other names, such as 逆メンター
	Summary  string   // plain text of its first paragraph
	Audience string
	Pos      diag.Pos
}

// Guideline is a rule of the program. Metric is empty where it is not
// measured; Min and Max are as written, empty where not given.
type Guideline struct {
	ID       string
	Label    string
	Metric   string
	Min, Max string
	Audience string
	Pos      diag.Pos
}

// Link is a link that leaves the site.
type Link struct {
	URL string
	Pos diag.Pos
}

// NavLine is one entry of nav.md. Target is empty for a heading.
type NavLine struct {
	Label    string
	Target   string
	Pos      diag.Pos
	Children []NavLine
}
