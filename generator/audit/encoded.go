package audit

import (
	"encoding/base64"
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastEncoded is the shortest run of letters that is tried as base64: twelve
// letters are nine bytes, a name of three kanji. An id of fewer is not found so.
const leastEncoded = 12

// decodeBase64 gives what runs of base64 in a text say, each on its own, decoded
// once. A run that gives no readable text is none.
func decodeBase64(text string) string {
	var out strings.Builder
	for last := leastEncoded - 1; last < len(text); {
		if !isBase64[text[last]] { // no run that is long enough covers this place
			last += leastEncoded
			continue
		}
		from, end := last, last+1
		for from > 0 && isBase64[text[from-1]] {
			from--
		}
		for end < len(text) && isBase64[text[end]] {
			end++
		}
		if end-from >= leastEncoded {
			if plain, ok := fromBase64(text[from:end]); ok {
				out.WriteString(plain)
				out.WriteByte(gap)
			}
		}
		last = end + leastEncoded
	}
	return out.String()
}

// fromBase64 decodes a run in either alphabet, with or without its padding.
func fromBase64(run string) (string, bool) {
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(run, "-_") {
		encoding = base64.RawURLEncoding
	}
	if len(run)%4 == 1 {
		return "", false
	}
	plain, err := encoding.DecodeString(run)
	if err != nil || !utf8.Valid(plain) {
		return "", false
	}
	text := string(plain)
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' }) {
		return "", false
	}
	return text, true
}

var isBase64 = func() (t [256]bool) {
	for c := range t {
		b := byte(c)
		t[c] = isLetter(b) || '0' <= b && b <= '9' || b == '+' || b == '/' || b == '-' || b == '_'
	}
	return t
}()
