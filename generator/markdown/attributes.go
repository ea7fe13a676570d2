package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"
)

// scanName gives the end of the directive or attribute name that begins at i.
func scanName(line []byte, i int) int {
	for i < len(line) && (util.IsAlphaNumeric(line[i]) || line[i] == '-' || line[i] == '_') {
		i++
	}
	return i
}

// scanLabel gives the place of the bracket that closes the one at i, or -1
// where none does. Escaped brackets and those in code do not count.
func scanLabel(line []byte, i int) int {
	depth := 0
	for ; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '`':
			run := i
			for run < len(line) && line[run] == '`' {
				run++
			}
			if end := bytes.Index(line[run:], line[i:run]); end >= 0 {
				i = run + end + (run - i) - 1
			} else {
				i = run - 1
			}
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// scanAttributes reads {#id .class key=value key="value"} at i into d and
// gives the place behind it, or -1 where it is not well-formed. The first byte
// of line stands at offset in the file's body.
func (d *directive) scanAttributes(f *file, line []byte, i, offset int) int {
	open := offset + i
	for i++; i < len(line); {
		switch c := line[i]; {
		case c == '}':
			f.directives = append(f.directives, open)
			return i + 1
		case util.IsSpace(c):
			i++
		case c == '#' || c == '.':
			end := i + 1
			for end < len(line) && !util.IsSpace(line[end]) && line[end] != '}' {
				end++
			}
			if end == i+1 {
				return -1
			}
			if c == '#' {
				d.anchor, d.anchorAt = norm.NFC.String(string(line[i+1:end])), offset+i
			} else {
				d.classes = append(d.classes, string(line[i+1:end]))
			}
			i = end
		default:
			end, ok := d.scanPair(f, line, i, offset)
			if !ok {
				return -1
			}
			i = end
		}
	}
	return -1
}

// scanPair reads one key, key=value or key="value".
func (d *directive) scanPair(f *file, line []byte, i, offset int) (end int, ok bool) {
	end = scanName(line, i)
	if end == i {
		return i, false
	}
	a := Attr{Name: string(line[i:end])}
	if end < len(line) && line[end] == '=' {
		if a.Value, end, ok = scanValue(line, end+1); !ok {
			return i, false
		}
	}
	a.Pos = f.pos(offset+i, end-i)
	d.attrs = append(d.attrs, a)
	return end, true
}

func scanValue(line []byte, i int) (value string, end int, ok bool) {
	if i < len(line) && (line[i] == '"' || line[i] == '\'') {
		quote := line[i]
		var b strings.Builder
		for i++; i < len(line); i++ {
			switch {
			case line[i] == quote:
				return b.String(), i + 1, true
			case line[i] == '\\' && i+1 < len(line) && (line[i+1] == quote || line[i+1] == '\\'):
				i++
			}
			b.WriteByte(line[i])
		}
		return "", i, false
	}
	start := i
	for i < len(line) && !util.IsSpace(line[i]) && line[i] != '}' {
		i++
	}
	return string(line[start:i]), i, i > start
}
