package search

import (
	"unicode"
	"unicode/utf8"
)

// What normalising knows of single characters.

// smallKana and largeKana say what rule 3 makes of katakana.
const (
	smallKana = "ァィゥェォッャュョヮヵヶヂヅヰヱ"
	largeKana = "アイウエオツヤユヨワカカジズイエ"
)

var kanaFold = func() (t ['ヺ' - 'ァ' + 1]rune) {
	for i := range t {
		t[i] = 'ァ' + rune(i)
	}
	large := []rune(largeKana)
	for i, r := range []rune(smallKana) {
		t[r-'ァ'] = large[i]
	}
	return t
}()

// latinFold is what rule 7 makes of a letter; empty where it stays.
func latinFold(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ł':
		return "l"
	case 'ı':
		return "i"
	case 'ς':
		return "σ"
	}
	return ""
}

func isZeroWidth(r rune) bool {
	return r == 0xad || r >= 0x200b && r <= 0x200d || r == 0x2060 || r == 0xfeff || r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef
}

// isKana says whether a character in normal form is kana, ー included.
func isKana(r rune) bool { return r >= 'ァ' && r <= 'ー' && r != '・' }

// isCJK says whether a character is searched by pairs: kana, kanji, Hangul.
func isCJK(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || isKana(r) || r == '〆' || r == '〇' || r >= 0x3400 && r <= 0x4dbf ||
		r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff
}

// isLetter says whether a character is part of a word: a letter, a mark or a
// digit outside kana, kanji and Hangul, of the Basic Multilingual Plane.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
	}
	return r < 0x10000 && !isCJK(r) && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Nd, r))
}

// isPlain says that NFKC leaves a character as it is.
func isPlain(r rune) bool {
	return r < utf8.RuneSelf || r >= 'ぁ' && r <= 'ゖ' || r >= '゠' && r <= 'ヾ' || r >= 0x4e00 && r <= 0x9fff || r >= '、' && r <= '】'
}

func isMark(r rune) bool { return r >= 0x300 && r <= 0x36f }

// decode is utf8.DecodeRuneInString, with a short way for kana and kanji.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c >= 0xe3 && c <= 0xe9 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
		return rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s[i:])
}

// mayBeMark says whether a mark of a cluster can begin with a byte.
func mayBeMark(c byte) bool { return c == 0xcc || c == 0xcd || c == 0xe3 || c == 0xef }
