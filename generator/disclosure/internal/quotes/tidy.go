package quotes

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tidy is a comment in the form in which it is read and shown: one line, with
// letters, digits and katakana of one width each, and without characters that
// have no width or that steer a terminal. How somebody types is not shown.
func tidy(s string) string {
	var b strings.Builder
	half := "" // half-width katakana, whose voice marks stand apart
	flush := func() {
		b.WriteString(norm.NFKC.String(half))
		half = ""
	}
	for _, r := range norm.NFC.String(s) {
		if r >= '･' && r <= 'ﾟ' {
			half += string(r)
			continue
		}
		flush()
		switch {
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
			b.WriteRune(r - '０' + '0')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Variation_Selector), r == unicode.ReplacementChar:
		default:
			b.WriteRune(r)
		}
	}
	flush()
	return norm.NFC.String(strings.Join(strings.Fields(b.String()), " "))
}

// hashOf is the hash by which a comment is approved. It is not keyed: an
// approval outlives the private folder's key.
func hashOf(parts ...string) string {
	h := sha256.New()
	add(h, parts)
	return hex.EncodeToString(h.Sum(nil))[:32]
}

// keyed is a hash that tells nothing to whoever does not have the key.
func keyed(key []byte, parts ...string) string {
	h := hmac.New(sha256.New, key)
	add(h, parts)
	return hex.EncodeToString(h.Sum(nil))[:32]
}

func add(h io.Writer, parts []string) {
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p) // a hash never fails to write
	}
}

// isJapanese says whether a text has kana or kanji.
func isJapanese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) })
}
