package sheet

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A rawCell is a cell as a worksheet's part has it.
type rawCell struct {
	column  int    // from 1
	kind    string // the attribute t (ECMA-376 part 1, 18.18.11); empty: a number
	style   int    // index
	text    string // the value, or the text that its index names
	formula bool
}

// rawRow is a row as a worksheet's part has it.
type rawRow struct {
	number int
	hidden bool
	cells  []rawCell // the filled ones and those with a formula
}

// richText gathers the text of an item of shared texts or of a cell with a text
// of its own: its runs one after the other, without how they are read aloud.
type richText struct {
	text    []byte
	reading bool // within a reading (rPh)
}

func (t *richText) start(element string) {
	switch element {
	case "si", "is":
		t.text, t.reading = t.text[:0], false
	case "rPh":
		t.reading = true
	}
}

func (t *richText) end(element string, chars []byte) {
	switch element {
	case "t":
		if !t.reading {
			t.text = append(t.text, chars...)
		}
	case "rPh":
		t.reading = false
	}
}

// escape is a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
var escape = regexp.MustCompile(`_x[0-9a-fA-F]{4}_`)

// String is the text with its escapes resolved.
func (t *richText) String() string {
	if !bytes.Contains(t.text, []byte("_x")) {
		return string(t.text)
	}
	return escape.ReplaceAllStringFunc(string(t.text), func(s string) string {
		n, err := strconv.ParseUint(s[2:6], 16, 16)
		if err != nil || utf16.IsSurrogate(rune(n)) {
			return ""
		}
		return string(rune(n))
	})
}

// sharedTexts visits the part of the texts that cells name by index.
type sharedTexts struct {
	inside richText
	texts  []string
}

func (s *sharedTexts) start(element string, _ []byte) error {
	s.inside.start(element)
	return nil
}

func (s *sharedTexts) end(element string, chars []byte) error {
	s.inside.end(element, chars)
	if element == "si" {
		s.texts = append(s.texts, s.inside.String())
	}
	return nil
}

// worksheet visits the part of a worksheet. That rows and cells come in order
// and stand where they say is held by counter.
type worksheet struct {
	shared  []string
	rows    []rawRow
	merged  []Range
	columns [][2]int // first and last of hidden columns
	inData  bool
	row     rawRow
	cell    rawCell
	inside  richText
}

func (w *worksheet) start(element string, tag []byte) error {
	switch {
	case element == "sheetData":
		w.inData = true
	case element == "col" && isHidden(tag):
		first, _ := attribute(tag, "min")
		last, _ := attribute(tag, "max")
		from, ok1 := digits(first)
		to, ok2 := digits(last)
		if ok1 && ok2 {
			w.columns = append(w.columns, [2]int{from, to})
		}
	case element == "mergeCell":
		ref, _ := attribute(tag, "ref")
		if m, ok := rangeOf(string(ref)); ok {
			w.merged = append(w.merged, m)
		}
	case !w.inData:
	case element == "row":
		number, _ := attribute(tag, "r")
		n, ok := digits(number)
		if !ok {
			n = w.row.number + 1
		}
		w.row, w.cell = rawRow{number: n, hidden: isHidden(tag)}, rawCell{}
	case element == "c":
		w.startCell(tag)
	case element == "f":
		kind, _ := attribute(tag, "t")
		w.cell.formula = w.cell.formula || string(kind) == "shared"
	default:
		w.inside.start(element)
	}
	return nil
}

func (w *worksheet) startCell(tag []byte) {
	column := w.cell.column + 1
	if name, times := attribute(tag, "r"); times > 0 {
		column, _ = columnOf(string(name))
	}
	kind, _ := attribute(tag, "t")
	index, _ := attribute(tag, "s")
	style, _ := digits(index)
	w.cell = rawCell{column: column, kind: string(kind), style: style}
}

func (w *worksheet) end(element string, chars []byte) error {
	if !w.inData {
		return nil
	}
	w.inside.end(element, chars)
	switch element {
	case "sheetData":
		w.inData = false
	case "row":
		if len(w.row.cells) > 0 {
			w.rows = append(w.rows, w.row)
		}
	case "c":
		if w.cell.text != "" || w.cell.formula {
			w.row.cells = append(w.row.cells, w.cell)
		}
	case "f":
		w.cell.formula = w.cell.formula || len(chars) > 0
	case "is":
		if w.cell.kind == "inlineStr" {
			w.cell.text = w.inside.String()
		}
	case "v":
		return w.value(chars)
	}
	return nil
}

// value takes what stands in a cell: the index of a shared text or the value
// itself.
func (w *worksheet) value(chars []byte) error {
	if w.cell.kind != "s" {
		w.cell.text = string(chars)
		return nil
	}
	trimmed := bytes.TrimSpace(chars)
	if len(trimmed) == 0 {
		return nil
	}
	i, ok := digits(trimmed)
	if !ok || i >= len(w.shared) {
		return errBroken
	}
	w.cell.text = w.shared[i]
	return nil
}

// rangeOf reads a range such as A1:B2.
func rangeOf(ref string) (r Range, ok bool) {
	first, last, ok := strings.Cut(ref, ":")
	if !ok {
		return Range{}, false
	}
	c1, r1 := columnOf(first)
	c2, r2 := columnOf(last)
	return Range{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, min(c1, r1, c2, r2) > 0
}

// columnOf reads the name of a cell, such as C14; 0 where it is none.
func columnOf(name string) (column, row int) {
	letters := strings.TrimRight(name, "0123456789")
	row, ok := digits([]byte(name[len(letters):]))
	if !ok || len(letters) == 0 || len(letters) > 3 {
		return 0, 0
	}
	for _, b := range []byte(letters) {
		if b < 'A' || b > 'Z' {
			return 0, 0
		}
		column = column*26 + int(b-'A'+1)
	}
	return column, row
}
