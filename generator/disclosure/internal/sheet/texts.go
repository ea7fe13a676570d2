package sheet

import (
	"bytes"
)

// maxNumber is the most bytes of a number: Excel writes seventeen digits and
// an exponent, and a parser's work grows with the square of their count.
const maxNumber = 1_000

// texts counts the text that the cells hold in all: many cells may name one
// shared text by its index, so that a small file could hold a long text
// thousands of times over.
type texts struct {
	shared  []int       // work on each shared text, in order
	uses    map[int]int // cells that name each
	inCells int         // work on texts that stand in cells themselves
	kind    string      // of the cell that is being read, as the file names it
	inside  text        // what was read of a shared text or one in a cell
	chars   []byte      // characters since the last tag
}

// text is the size of a text in bytes and the count of its escapes (_x000D_).
type text struct{ size, escapes int }

// work is what a text costs whoever reads on, in bytes: the library, which makes
// HR's marked copy, writes a text anew for every escape.
func (t text) work() int { return t.size + t.escapes*t.size/20 }

// add takes the characters before a tag and the tag, which is empty for a
// comment, a CDATA section and an instruction; markup is all of it, < and > too.
func (t *texts) add(before, markup, tag []byte) error {
	t.chars = append(t.chars, before...)
	if cdata, ok := bytes.CutPrefix(markup, []byte("<![CDATA[")); ok {
		t.chars = append(t.chars, bytes.TrimSuffix(cdata, []byte("]]>"))...)
	}
	if len(tag) == 0 {
		return nil
	}
	chars := t.chars
	t.chars = t.chars[:0]
	if tag[0] == '/' {
		return t.end(localName(tag[1:]), chars)
	}
	switch localName(tag) {
	case "c":
		kind, times := attribute(tag, "t")
		if t.kind = string(kind); times > 1 {
			return errBroken
		}
	case "si", "is":
		t.inside = text{}
		if tag[len(tag)-1] == '/' {
			return t.end(localName(tag), nil)
		}
	}
	return nil
}

// end takes the end of an element with the characters before it.
func (t *texts) end(element string, chars []byte) error {
	switch element {
	case "t":
		t.inside.size += len(chars)
		t.inside.escapes += bytes.Count(chars, []byte("_x"))
	case "si":
		t.shared = append(t.shared, t.inside.work())
	case "is":
		t.inCells += t.inside.work()
	case "v":
		return t.value(bytes.TrimSpace(chars))
	}
	return nil
}

// value takes a cell's value: the index of a shared text, a text or a number.
func (t *texts) value(chars []byte) error {
	switch t.kind {
	case "s":
		i, ok := digits(chars)
		if !ok && len(chars) > 0 {
			return errBroken
		}
		if t.uses == nil {
			t.uses = map[int]int{}
		}
		t.uses[i]++
	case "str", "inlineStr":
		t.inCells += len(chars)
	default:
		if len(chars) > maxNumber {
			return errBroken
		}
	}
	return nil
}

// work is that on the texts of all cells, in bytes.
func (t *texts) work() int {
	sum := t.inCells
	for i, n := range t.uses {
		if i < len(t.shared) {
			sum += n * t.shared[i]
		}
	}
	return sum
}
