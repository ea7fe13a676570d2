package render

import (
	"html"
	"strings"

	"kohort/generator/handbook"
	"kohort/generator/search"
)

// pageText gathers what a page says for its search index, section by section,
// from the pieces that its body is made of. Numbers of cohorts are not among
// it: a figure gives its title and caption, a number in running text an
// ellipsis.
//
// It reads the markup of package markdown, which escapes every > in an
// attribute and closes every element but the void ones.
type pageText struct {
	sections []section
	open     []opened         // questions and terms being read; the first is the page itself
	entries  map[string]entry // questions and terms of the page by their anchor
	heading  string           // element of the heading being read; empty outside
	skipped  string           // element whose content is not read; empty outside
	depth    int              // of skipped, in elements of its name
	tag      []byte           // beginning of a tag that the next piece ends
	inTag    bool
}

// section is a section while its text is gathered.
type section struct {
	entry
	anchor string
	text   []byte
}

// entry is what the handbook knows of a question or term, or a heading.
type entry struct {
	kind    search.Kind
	heading string
	aliases []string
}

// opened is an element whose text is of a section of its own.
type opened struct {
	section int
	element string
	depth   int // elements of its name that are open in it, itself among them
}

// newPageText begins a page. Its own sections end with it; the text before the
// first heading is one without a heading.
func newPageText(page *handbook.Page, terms []handbook.Term) *pageText {
	t := &pageText{sections: make([]section, 1, 8), open: []opened{{}}}
	if len(page.Questions)+len(terms) > 0 {
		t.entries = make(map[string]entry, len(page.Questions)+len(terms))
	}
	for _, q := range page.Questions {
		t.entries[q.ID] = entry{kind: search.Question, heading: q.Text}
	}
	for _, term := range terms {
		e := entry{kind: search.Term, heading: term.Name, aliases: term.Aliases}
		if term.Reading != "" {
			e.aliases = append(e.aliases[:len(e.aliases):len(e.aliases)], term.Reading)
		}
		t.entries[term.ID] = e
	}
	return t
}

// page gives the page as its index takes it.
func (t *pageText) page(p *handbook.Page) search.Page {
	out := search.Page{URL: strings.TrimPrefix(p.URL, p.Edition.Dir), Title: p.Title, Description: p.Description}
	if p.ContentLang != p.Edition.Lang {
		out.Lang = p.ContentLang
	}
	for _, s := range t.sections {
		out.Sections = append(out.Sections, search.Section{
			Anchor: s.anchor, Heading: strings.Join(strings.Fields(s.heading), " "), Kind: s.kind,
			Text: strings.TrimSpace(string(s.text)), Aliases: s.aliases,
		})
	}
	return out
}

// words adds plain words that stand for themselves.
func (t *pageText) words(words ...string) {
	for _, w := range words {
		t.gap()
		t.write(w)
		t.gap()
	}
}

// lead adds words of the author that the layout sets above the page's own.
func (t *pageText) lead(words ...string) {
	text := strings.Join(words, " ")
	if text = strings.TrimSpace(text); text != "" {
		t.sections[0].text = append(t.sections[0].text, " "+text...)
	}
}

// titled adds a section that the theme draws, not the author.
func (t *pageText) titled(anchor, heading string, words []string) {
	t.begin(section{anchor: anchor, entry: entry{heading: heading}})
	t.words(words...)
}

// markup reads a piece of the body. It may begin or end within a tag.
func (t *pageText) markup(s string) {
	for s != "" {
		if !t.inTag {
			text, rest, found := strings.Cut(s, "<")
			t.text(text)
			s, t.inTag = rest, found
			continue
		}
		tag, rest, found := strings.Cut(s, ">")
		if len(t.tag) > 0 || !found {
			t.tag = append(t.tag, tag...)
			tag = string(t.tag)
		}
		if !found {
			return
		}
		t.tag, t.inTag, s = t.tag[:0], false, rest
		t.element(tag)
	}
}

// text takes text between two tags.
func (t *pageText) text(s string) {
	if t.skipped != "" || s == "" {
		return
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	t.write(s)
}

// write adds to the heading or text being read.
func (t *pageText) write(s string) {
	here := &t.sections[t.open[len(t.open)-1].section]
	if t.heading != "" {
		here.heading += s
	} else {
		here.text = append(here.text, s...)
	}
}

// gap parts what stands in two blocks.
func (t *pageText) gap() {
	here := &t.sections[t.open[len(t.open)-1].section]
	if n := len(here.text); t.heading == "" && n > 0 && here.text[n-1] != ' ' {
		here.text = append(here.text, ' ')
	}
}

// begin goes on with a new section.
func (t *pageText) begin(s section) {
	t.sections = append(t.sections, s)
	t.open[len(t.open)-1].section = len(t.sections) - 1
}
