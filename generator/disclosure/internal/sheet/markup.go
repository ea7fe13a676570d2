package sheet

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// visitor is told of the elements of a part in their order: of each start with
// its tag, and of each end with the characters since the last tag.
type visitor interface {
	start(element string, tag []byte) error
	end(element string, chars []byte) error
}

// walk goes through a part that was counted. Where it is not well-formed, what
// was told before is not to be used.
func walk(part []byte, to visitor) error {
	var open [][]byte // names of the elements that are not closed yet
	var chars []byte  // since the last tag
	for {
		start := bytes.IndexByte(part, '<')
		if start < 0 {
			if len(open) > 0 {
				return errBroken
			}
			return nil
		}
		tag, rest, ok := cutTag(part[start:])
		if !ok {
			return errBroken
		}
		if chars, ok = appendChars(chars, part[:start]); !ok {
			return errBroken
		}
		markup := part[start : len(part)-len(rest)]
		part = rest
		if len(tag) == 0 {
			if cdata, is := bytes.CutPrefix(markup, []byte("<![CDATA[")); is {
				chars = append(chars, bytes.TrimSuffix(cdata, []byte("]]>"))...)
			}
			continue
		}
		var err error
		switch name := fullName(tag); {
		case tag[0] == '/':
			if len(open) == 0 || !bytes.Equal(open[len(open)-1], fullName(tag[1:])) {
				return errBroken
			}
			open = open[:len(open)-1]
			err = to.end(localName(tag[1:]), chars)
		case tag[len(tag)-1] == '/':
			if err = to.start(localName(tag), tag); err == nil {
				err = to.end(localName(tag), nil)
			}
		default:
			open = append(open, name)
			err = to.start(localName(tag), tag)
		}
		if err != nil {
			return err
		}
		chars = chars[:0]
	}
}

// fullName is a tag's name with its prefix.
func fullName(tag []byte) []byte {
	if i := bytes.IndexAny(tag, " \t\r\n/"); i >= 0 {
		return tag[:i]
	}
	return tag
}

// appendChars adds characters as XML means them: references resolved, and a
// line break as one line feed, whatever the file has. ok is false where there
// is a reference to what no XML has of itself.
func appendChars(to, chars []byte) (out []byte, ok bool) {
	for len(chars) > 0 {
		i := bytes.IndexAny(chars, "&\r")
		if i < 0 {
			return append(to, chars...), true
		}
		to = append(to, chars[:i]...)
		if chars[i] == '\r' {
			to = append(to, '\n')
			chars = bytes.TrimPrefix(chars[i+1:], []byte("\n"))
			continue
		}
		name, rest, closed := bytes.Cut(chars[i+1:], []byte(";"))
		c, known := reference(name)
		if !closed || !known {
			return nil, false
		}
		to, chars = utf8.AppendRune(to, c), rest
	}
	return to, true
}

// reference is the character that a reference means (XML 1.0, 4.1 and 4.6).
func reference(name []byte) (c rune, ok bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "apos":
		return '\'', true
	case "quot":
		return '"', true
	}
	number, base := bytes.CutPrefix(name, []byte("#x"))
	if base {
		n, err := strconv.ParseUint(string(number), 16, 32)
		return rune(n), err == nil && isCharacter(n)
	}
	if number, ok = bytes.CutPrefix(name, []byte("#")); !ok {
		return 0, false
	}
	n, err := strconv.ParseUint(string(number), 10, 32)
	return rune(n), err == nil && isCharacter(n)
}

// isCharacter says whether XML may have a character (XML 1.0, 2.2).
func isCharacter(n uint64) bool {
	return n == '\t' || n == '\n' || n == '\r' || n >= 0x20 && n <= 0xd7ff || n >= 0xe000 && n <= 0xfffd || n >= 0x10000 && n <= utf8.MaxRune
}
