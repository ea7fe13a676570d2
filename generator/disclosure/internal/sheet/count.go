package sheet

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// maxMerged is the most merged ranges of a workbook: each is looked at for
// each cell.
const maxMerged = 500

// maxUnnumbered is the most rows without a number: Excel numbers all.
const maxUnnumbered = 2_000

// maxElements is the most elements of a workbook, of which a cell has two to
// four; maxDepth is how deep they may lie in each other, and maxTag the most
// bytes of one with its attributes.
const (
	maxElements = 1_000_000
	maxDepth    = 64
	maxTag      = 256 << 10
)

// controls are the characters of ASCII that XML has not (XML 1.0, 2.2).
const controls = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f"

// light are the elements of cells and their texts. A parser takes several
// times as much room for any other, and so it counts as four.
var light = []string{"row", "c", "v", "f", "is", "t", "si", "r", "rPr", "rPh", "phoneticPr", "b", "i", "u", "sz", "color", "rFont", "family", "charset", "scheme"}

// counter counts the rows and cells of a workbook's parts by their tags alone,
// before anything is built of them. The library would make room for every row
// and column that a tag names.
type counter struct {
	limits                         Limits
	rows, cells, merged, elements  int
	row, column, unnumbered, depth int // within one part
	texts                          texts
	names                          names // within one part
}

// count adds one part.
func (c *counter) count(part []byte) error {
	if !utf8.Valid(part) || bytes.ContainsAny(part, controls) || !isUTF8(part) {
		return errBroken
	}
	c.row, c.column, c.unnumbered, c.depth, c.names = 0, 0, 0, 0, newNames()
	for {
		start := bytes.IndexByte(part, '<')
		if start < 0 {
			return nil
		}
		tag, rest, ok := cutTag(part[start:])
		if !ok {
			return errBroken
		}
		if err := c.texts.add(part[:start], part[start:len(part)-len(rest)], tag); err != nil {
			return err
		}
		part = rest
		if err := c.tag(tag); err != nil {
			return err
		}
	}
}

// isUTF8 says whether the XML declaration names no other encoding, by which a
// parser would see other tags than are counted here.
func isUTF8(part []byte) bool {
	declaration, _, _ := bytes.Cut(bytes.TrimPrefix(part, []byte("\xef\xbb\xbf")), []byte("?>"))
	declaration = bytes.ToLower(declaration)
	return !bytes.HasPrefix(declaration, []byte("<?xml")) || !bytes.Contains(declaration, []byte("encoding")) || bytes.Contains(declaration, []byte("utf-8"))
}

// cutTag gives the tag that part begins with, < and > left out. A > within
// quotes ends no tag; of a comment, a CDATA section or an instruction the tag
// is empty.
func cutTag(part []byte) (tag, rest []byte, ok bool) {
	for _, long := range []struct{ open, end string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		if bytes.HasPrefix(part, []byte(long.open)) {
			_, rest, ok = bytes.Cut(part[len(long.open):], []byte(long.end))
			return nil, rest, ok
		}
	}
	var quote byte
	for i := 1; i < len(part); i++ {
		switch b := part[i]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return part[1:i], part[i+1:], true
		}
	}
	return nil, nil, false
}

// tag counts one tag.
func (c *counter) tag(tag []byte) error {
	switch {
	case len(tag) == 0:
		return nil
	case tag[0] == '!', len(tag) > maxTag: // a document type could define entities
		return errBroken
	case tag[0] == '/':
		c.depth--
		return nil
	}
	if tag[len(tag)-1] != '/' {
		c.depth++
	}
	name := localName(tag)
	if c.elements++; !slices.Contains(light, name) {
		c.elements += 3
	}
	switch {
	case c.elements > maxElements:
		return errCells
	case c.depth > maxDepth:
		return errBroken
	}
	switch name {
	case "row":
		return c.startRow(tag)
	case "c":
		return c.startCell(tag)
	case "mergeCell":
		if c.merged++; c.merged > maxMerged {
			return errMerged
		}
	default:
		return c.names.add(name, tag)
	}
	return nil
}

// localName is a tag's name without its prefix.
func localName(tag []byte) string {
	name := tag
	if i := bytes.IndexAny(tag, " \t\r\n/"); i >= 0 {
		name = tag[:i]
	}
	return string(name[bytes.IndexByte(name, ':')+1:])
}

// startRow holds that rows come in order, as the parser takes for granted.
func (c *counter) startRow(tag []byte) error {
	number, times := attribute(tag, "r")
	row, ok := digits(number)
	switch {
	case times == 0:
		row = c.row + 1
		if c.unnumbered++; c.unnumbered > maxUnnumbered {
			return errBroken
		}
	case times > 1 || !ok || row <= c.row:
		return errBroken
	}
	c.rows += row - c.row
	c.row, c.column = row, 0
	if c.rows > c.limits.Rows {
		return errRows
	}
	return nil
}

func (c *counter) startCell(tag []byte) error {
	column := c.column + 1
	if name, times := attribute(tag, "r"); times > 0 {
		letters := 0
		for letters < len(name) && name[letters] >= 'A' && name[letters] <= 'Z' {
			letters++
		}
		row, ok := digits(name[letters:])
		if !ok || times > 1 || row != c.row || letters == 0 || letters > 3 {
			return errBroken
		}
		number := 0
		for _, b := range name[:letters] {
			number = number*26 + int(b-'A'+1)
		}
		if number <= c.column {
			return errBroken
		}
		column = number
	}
	c.cells += column - c.column
	c.column = column
	switch {
	case column > c.limits.Columns:
		return errColumns
	case c.cells > c.limits.Cells:
		return errCells
	}
	return nil
}

// attribute gives the value of a tag's attribute, with any prefix, and how
// often it stands there: a parser does not care for prefixes, and takes the
// last of several.
func attribute(tag []byte, wanted string) (value []byte, times int) {
	for {
		equals := bytes.IndexByte(tag, '=')
		if equals < 0 {
			return value, times
		}
		name := bytes.TrimRight(tag[:equals], " \t\r\n")
		name = name[bytes.LastIndexAny(name, " \t\r\n:\"'")+1:]
		rest := bytes.TrimLeft(tag[equals+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return value, 2 // no XML
		}
		inside, after, _ := bytes.Cut(rest[1:], rest[:1])
		if string(name) == wanted {
			value = inside
			times++
		}
		tag = after
	}
}

// digits reads a whole number of at most seven digits.
func digits(s []byte) (n int, ok bool) {
	if len(s) == 0 || len(s) > 7 {
		return 0, false
	}
	for _, b := range s {
		if b < '0' || b > '9' {
			return 0, false
		}
		n = n*10 + int(b-'0')
	}
	return n, true
}
