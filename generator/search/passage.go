package search

import (
	"strings"
	"unicode/utf8"
)

// A passage is what is found and shown: a section, or a part of one that is
// long. The first passage of a page stands for the page itself: its title and
// description lead there.
type passage struct {
	page    int
	section *Section
	lead    bool   // the page's first
	first   bool   // of its section
	text    string // spaces are one
}

// passageBytes is how long a passage may become before it is cut.
const passageBytes = 1400

// appendPassages cuts a page's sections, after one that has no heading.
func appendPassages(out []passage, page int, p *Page) []passage {
	before := len(out)
	if len(p.Sections) == 0 || p.Sections[0].Heading != "" {
		out = append(out, passage{page: page, section: &Section{}, lead: true})
	}
	for i := range p.Sections {
		first := true
		for part := range cut(oneSpace(p.Sections[i].Text)) {
			out = append(out, passage{page, &p.Sections[i], len(out) == before, first, part})
			first = false
		}
	}
	return out
}

// cut gives the parts of a text, at least one: about equal, and ending where a
// sentence, a clause or a word does.
func cut(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for parts := (len(text) + passageBytes - 1) / passageBytes; parts > 1 && len(text) > passageBytes; parts-- {
			at := cutAt(text, len(text)/parts+passageBytes/8)
			if !yield(text[:at]) {
				return
			}
			text = strings.TrimPrefix(text[at:], " ")
		}
		yield(text)
	}
}

// cutAt is the best place to cut a text before a byte.
func cutAt(text string, before int) int {
	before = min(before, len(text))
	for before > 0 && before < len(text) && !utf8.RuneStart(text[before]) {
		before--
	}
	half := before / 2
	for _, ends := range []string{"。！？", ".!?", "、", " "} {
		if i := strings.LastIndexAny(text[half:before], ends); i >= 0 {
			_, size := utf8.DecodeRuneInString(text[half+i:])
			return half + i + size
		}
	}
	return before
}

// oneSpace makes one space of every run of white space, and none at the ends.
func oneSpace(s string) string {
	var out []byte
	kept := 0     // up to where s is in out
	blank := true // the last character was a space
	for i := 0; i < len(s); {
		size := spaceAt(s, i)
		switch {
		case size == 0:
			blank = false
			i++
			continue
		case blank:
			out = append(out, s[kept:i]...)
			kept = i + size
		case s[i] != ' ':
			out = append(append(out, s[kept:i]...), ' ')
			kept = i + size
		}
		blank = true
		i += size
	}
	if kept == 0 {
		return strings.TrimSuffix(s, " ")
	}
	return strings.TrimSuffix(string(append(out, s[kept:]...)), " ")
}

// spaceAt is how many bytes of white space begin at a place.
func spaceAt(s string, i int) int {
	switch c := s[i]; {
	case c <= ' ':
		return 1
	case c == 0xe3 && strings.HasPrefix(s[i:], "\u3000"):
		return 3
	case c == 0xc2 && strings.HasPrefix(s[i:], "\u00a0"):
		return 2
	}
	return 0
}
