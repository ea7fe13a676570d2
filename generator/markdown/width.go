package markdown

import (
	"unicode"

	"golang.org/x/text/width"
)

// isCJK says whether r is a CJK character in the sense of the CJK-friendly
// amendments to CommonMark: wide, fullwidth or halfwidth and no emoji, or
// Hangul.
func isCJK(r rune) bool {
	if r < 0x1100 {
		return false
	}
	if unicode.Is(unicode.Hangul, r) {
		return true
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianHalfwidth:
		return !isWideEmoji(r)
	}
	return false
}

// isWideEmoji says whether a wide character is an emoji by default. Wide
// symbols below U+2C00 are all emoji but the two angle brackets; from U+1F000
// only part of the enclosed ideographs is text.
func isWideEmoji(r rune) bool {
	switch {
	case r < 0x2c00:
		return r > 0x2300 && r != 0x2329 && r != 0x232a
	case r < 0x1f000 || r >= 0x20000:
		return false
	case r < 0x1f200 || r > 0x1f265:
		return true
	case r == 0x1f201, r == 0x1f21a, r == 0x1f22f, r >= 0x1f232 && r <= 0x1f236, r >= 0x1f238 && r <= 0x1f23a, r >= 0x1f250 && r <= 0x1f251:
		return true
	}
	return false
}

// joinsLines says whether a line break after one character and before the
// next is no space: both belong to a script that is written without spaces.
func joinsLines(before, after rune) bool {
	return isCJK(before) && isCJK(after) && !unicode.Is(unicode.Hangul, before) && !unicode.Is(unicode.Hangul, after)
}
