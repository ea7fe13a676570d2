package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// appendEscaped appends plain text with the characters escaped that mean
// something in HTML.
func appendEscaped[T string | []byte](dst []byte, s T) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		var e string
		switch s[i] {
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		case '&':
			e = "&amp;"
		case '"':
			e = "&quot;"
		case 0:
			e = "\ufffd"
		default:
			continue
		}
		dst = append(dst, s[start:i]...)
		dst = append(dst, e...)
		start = i + 1
	}
	return append(dst, s[start:]...)
}

// appendText appends the text of a Markdown segment as HTML: backslash escapes
// and character references are resolved, then escaped.
func appendText(dst, s []byte) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '<', '>', '"', 0:
			dst = append(dst, s[start:i]...)
			dst = appendEscaped(dst, s[i:i+1])
			start = i + 1
		case '\\', '&':
			value, size := resolve(s[i:])
			if size == 0 {
				if s[i] == '&' {
					dst = append(dst, s[start:i]...)
					dst = append(dst, "&amp;"...)
					start = i + 1
				}
				continue
			}
			dst = append(dst, s[start:i]...)
			dst = appendEscaped(dst, value)
			i += size - 1
			start = i + 1
		}
	}
	return append(dst, s[start:]...)
}

// unescape gives the plain text of a Markdown segment.
func unescape(s []byte) string {
	if bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		return string(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '\\' || s[i] == '&' {
			if value, size := resolve(s[i:]); size > 0 {
				b.WriteString(value)
				i += size
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// resolve gives what the backslash escape or character reference at the
// beginning of s stands for, and its size in bytes: 0 where it is none.
func resolve(s []byte) (value string, size int) {
	if len(s) < 2 {
		return "", 0
	}
	if s[0] == '\\' {
		if !util.IsPunct(s[1]) {
			return "", 0
		}
		return string(s[1:2]), 2
	}
	end := bytes.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		if entity, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(entity.Characters), end + 1
		}
		return "", 0
	}
	digits, radix, longest := name[1:], 10, 7
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, radix, longest = digits[1:], 16, 6
	}
	n, err := strconv.ParseUint(digits, radix, 32)
	if err != nil || len(digits) > longest {
		return "", 0
	}
	if n == 0 || !utf8.ValidRune(rune(n)) {
		n = utf8.RuneError
	}
	return string(rune(n)), end + 1
}

// plain gives the text of a node for readers without markup: titles,
// summaries, alternative texts. What stands for one audience only is left
// out, since the text may go where that audience's pages do not.
func (f *file) plain(n ast.Node) string {
	if t, ok := n.FirstChild().(*ast.Text); ok && t.NextSibling() == nil && n.Type() != ast.TypeDocument {
		return strings.TrimSpace(unescape(t.Segment.Value(f.body)))
	}
	var b strings.Builder
	f.plainInto(&b, n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (f *file) plainInto(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			value := c.Segment.Value(f.body)
			if c.IsRaw() {
				b.Write(value)
			} else {
				b.WriteString(unescape(value))
			}
			if c.HardLineBreak() || c.SoftLineBreak() && !f.joins(c) {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(f.body))
		case *ast.RawHTML, *ast.HTMLBlock, *east.FootnoteLink, *east.FootnoteBacklink, *ast.CodeBlock, *ast.FencedCodeBlock:
		case *inlineDirective:
			if c.name != "only" {
				f.plainInto(b, c)
			}
		case *blockDirective:
			if c.name != "only" {
				f.plainInto(b, c)
			}
		default:
			f.plainInto(b, c)
			if c.Type() == ast.TypeBlock {
				b.WriteByte(' ')
			}
		}
	}
}

// joins says whether the line break after t is no space, as far as its own
// text tells.
func (f *file) joins(t *ast.Text) bool {
	before, _ := utf8.DecodeLastRune(t.Segment.Value(f.body))
	return joinsLines(before, f.firstRune(t.NextSibling()))
}

// firstRune is the first character of the text of n, or 0.
func (f *file) firstRune(n ast.Node) rune {
	for n != nil {
		if t, ok := n.(*ast.Text); ok {
			r, _ := utf8.DecodeRune(t.Segment.Value(f.body))
			return r
		}
		n = n.FirstChild()
	}
	return 0
}
