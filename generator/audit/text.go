package audit

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// unescapePercent decodes percent-escapes; what is none stays.
func unescapePercent(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if c, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(c))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// unescapeData decodes the escapes of strings in JSON, scripts and style
// sheets, so that \u4f50 and \4f50 are what they show; \n and \t are space.
func unescapeData(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			i++
			continue
		}
		switch c := s[i+1]; {
		case c == 'u' || c == 'x':
			r, size := codePoint(s[i:])
			b.WriteRune(r)
			i += size
		case c == 'n' || c == 'r' || c == 't':
			b.WriteByte('\n')
			i += 2
		case isHex(c): // style sheets: up to six digits and one space
			digits := hexRun(s[i+1:], 6)
			b.WriteRune(runeOf(digits))
			i += 1 + len(digits)
			if i < len(s) && isSpace(s[i]) {
				i++
			}
		default:
			b.WriteByte(c)
			i += 2
		}
	}
	return b.String()
}

// codePoint decodes \u4f50, \u{4f50}, \xe9 and a pair of surrogates at the
// start of s.
func codePoint(s string) (r rune, size int) {
	if strings.HasPrefix(s, `\u{`) {
		digits := hexRun(s[3:], 6)
		return runeOf(digits), min(len(s), len(digits)+4)
	}
	width := 4
	if s[1] == 'x' {
		width = 2
	}
	digits := hexRun(s[2:], width)
	if len(digits) < width {
		return rune(s[1]), 2
	}
	r, size = runeOf(digits), 2+width
	if utf16.IsSurrogate(r) && strings.HasPrefix(s[size:], `\u`) {
		if low := hexRun(s[size+2:], 4); len(low) == 4 {
			return utf16.DecodeRune(r, runeOf(low)), size + 6
		}
	}
	return r, size
}

func runeOf(digits string) rune {
	n, err := strconv.ParseInt(digits, 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	return rune(n)
}

func hexRun(s string, most int) string {
	i := 0
	for i < len(s) && i < most && isHex(s[i]) {
		i++
	}
	return s[:i]
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// decodeText gives the text of a file in UTF-8, UTF-16 with a mark, or, as
// Excel in Japanese saves it, CP932.
func decodeText(s string) string {
	switch {
	case strings.HasPrefix(s, "\xff\xfe"):
		return decodeUTF16(s[2:], 0, 1)
	case strings.HasPrefix(s, "\xfe\xff"):
		return decodeUTF16(s[2:], 1, 0)
	case utf8.ValidString(s):
		return strings.TrimPrefix(s, "\ufeff")
	}
	plain, err := japanese.ShiftJIS.NewDecoder().String(s)
	if err != nil {
		return s
	}
	return plain
}

// decodeUTF16 decodes pairs of bytes, the low and the high one at the given
// places.
func decodeUTF16(s string, low, high int) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i+low]) | uint16(s[2*i+high])<<8
	}
	return string(utf16.Decode(units))
}
