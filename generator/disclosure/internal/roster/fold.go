package roster

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folding makes texts that a reader takes for the same be the same bytes:
//
//   - NFKC, letter case, full and half width, accents of Latin letters;
//   - katakana as hiragana, variant kanji as one of them (see kanji.go);
//   - characters without width (zero-width spaces, soft hyphens, variation
//     selectors) are gone;
//   - what stands between the parts of a name (spaces, one line break, and the
//     signs of separators) is gone beside kana and kanji, and one space
//     between anything else;
//   - an empty line is one byte that no name holds, and so is any sign that is
//     no letter, digit or ASCII.
//
// Forms and texts are folded alike, so that finding is comparing bytes.

// apart is the byte of what keeps two texts apart.
const apart = 1

// gap is the mark of asciiFold for what may stand between the parts of a name.
const gap = 0

// separators are the ASCII characters that may stand between the parts of a
// name in text, lists and file names.
const separators = " \t\n\r\f\v_-.,"

// asciiFold holds each ASCII character folded, or gap.
var asciiFold = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		t[c] = byte(unicode.ToLower(rune(c)))
	}
	for _, c := range separators + "\x00" {
		t[c] = gap
	}
	return t
}()

// fold appends s folded to dst. Where from is not nil it also appends, for
// each byte of dst, the offset in s of the character that the byte comes from.
// It allocates nothing where dst is large enough and from is nil.
//
// Each byte of a site passes here: ASCII, kana and kanji have ways of their own.
func fold(dst []byte, from []int, s string) ([]byte, []int) {
	var g gaps
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			f := asciiFold[c]
			if f == gap {
				g.add(c == '\n')
				i++
				continue
			}
			if g.parted {
				dst = g.close(dst, false)
			}
			dst, g.wide = append(dst, f), false
			if from != nil {
				from = mark(from, len(dst), i)
			}
			i++
			continue
		}
		r, size := decode(s, i)
		switch {
		case r >= 'ぁ' && r <= 'ゖ' || r == 'ー' || isKanji(r) && !variants.has(r):
			if g.parted {
				dst = g.close(dst, true)
			}
			dst, g.wide = append(dst, s[i], s[i+1], s[i+2]), true
		case r >= 'ァ' && r <= 'ヶ':
			if g.parted {
				dst = g.close(dst, true)
			}
			dst, g.wide = utf8.AppendRune(dst, r-'ァ'+'ぁ'), true
		case isSign(r):
			if g.parted {
				dst = g.close(dst, false)
			}
			dst, g.wide = append(dst, apart), false
		default:
			dst = foldRare(dst, &g, r)
		}
		if from != nil {
			from = mark(from, len(dst), i)
		}
		i += size
	}
	return dst, from
}

// decode is utf8.DecodeRuneInString, with a short way for the lead bytes of
// kana and kanji.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c >= 0xe3 && c <= 0xe9 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
		return rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s[i:])
}

// gaps is what stood between the last character and the next.
type gaps struct {
	parted, broken, empty bool // any separator, a line break, an empty line
	wide                  bool // the last character is kana or kanji
}

func (g *gaps) add(lineBreak bool) {
	g.parted = true
	g.empty = g.empty || lineBreak && g.broken
	g.broken = g.broken || lineBreak
}

// close appends what stands for the separators before the next character.
func (g *gaps) close(dst []byte, nextWide bool) []byte {
	wide, empty := g.wide || nextWide, g.empty
	g.parted, g.broken, g.empty = false, false, false
	switch {
	case empty:
		return append(dst, apart)
	case wide || len(dst) == 0:
		return dst
	}
	return append(dst, ' ')
}

// mark gives every byte of dst up to its length a place in the source.
func mark(from []int, length, at int) []int {
	for len(from) < length {
		from = append(from, at)
	}
	return from
}

// isKanji is true for the kanji of the main block, whose UTF-8 has three bytes.
func isKanji(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r == '々' || r == '〆' || r == '〇'
}

// isSign is true for signs that no name holds and NFKC leaves alone: 、。「」 and
// the like, …, arrows, shapes, emoji.
func isSign(r rune) bool {
	return r >= 0x3001 && r <= 0x3004 || r >= 0x3008 && r <= 0x3020 || r >= 0x201a && r <= 0x2023 || r >= 0x2190 && r <= 0x243f ||
		r >= 0x2500 && r <= 0x2bff || r >= 0x1f300 && r <= 0x1faff
}

// kind is what a character that is neither ASCII nor kana nor kanji counts as.
type kind uint8

const (
	character kind = iota
	between        // stands between the parts of a name
	nothing        // has no width
)

// fullWidth is how far ！ to ～ stand from ! to ~.
const fullWidth = '！' - '!'

func kindOf(r rune) kind {
	switch {
	case r == '\u3000' || r == '\u00a0' || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x205f,
		r == '・' || r == '･' || r == '·' || r >= 0x2010 && r <= 0x2015 || r == 0x2212,
		r >= '！' && r <= '～' && asciiFold[r-fullWidth] == gap:
		return between
	case r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2064, r == 0xad, r == 0xfeff,
		r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef:
		return nothing
	}
	return character
}

// foldRare folds a character that is not worth a fast way.
func foldRare(dst []byte, g *gaps, r rune) []byte {
	switch kindOf(r) {
	case nothing:
		return dst
	case between:
		g.add(false)
		return dst
	}
	switch r {
	case '\u3099', '\uff9e', '゛':
		return voice(dst, 1)
	case '\u309a', '\uff9f', '゜':
		return voice(dst, 2)
	}
	if unicode.Is(unicode.Mn, r) {
		return dst // an accent that stands alone
	}
	wide := r > 0x2e7f && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ｰ'
	if g.parted {
		dst = g.close(dst, wide)
	}
	g.wide = wide
	switch {
	case r >= '！' && r <= '～':
		return append(dst, asciiFold[r-fullWidth])
	case r == '’' || r == '‘':
		return append(dst, '\'')
	case r == utf8.RuneError:
		return append(dst, apart)
	}
	return decompose(dst, r)
}

// decompose appends r folded by its compatibility decomposition: ㈱ is (株).
func decompose(dst []byte, r rune) []byte {
	var own [utf8.UTFMax]byte
	parts := own[:utf8.EncodeRune(own[:], r)]
	if d := norm.NFKD.Properties(parts).Decomposition(); d != nil {
		parts = d
	}
	for len(parts) > 0 {
		c, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		switch {
		case c == '\u3099':
			dst = voice(dst, 1)
		case c == '\u309a':
			dst = voice(dst, 2)
		case unicode.Is(unicode.Mn, c):
			// an accent
		case c < utf8.RuneSelf && asciiFold[c] != gap:
			dst = append(dst, asciiFold[c])
		case c >= 'ァ' && c <= 'ヶ':
			dst = utf8.AppendRune(dst, c-'ァ'+'ぁ')
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if v, ok := variantKanji[c]; ok {
				c = v
			}
			dst = utf8.AppendRune(dst, unicode.ToLower(c))
		default:
			dst = append(dst, apart)
		}
	}
	return dst
}

// voice joins a mark of its own with the kana before it: か with ゛ is が.
// by is how far the voiced kana stands after the plain one.
func voice(dst []byte, by rune) []byte {
	last, size := utf8.DecodeLastRune(dst)
	switch {
	case by == 1 && last == 'う':
		last = 'ゔ'
	case last >= 'は' && last <= 'ほ' && (last-'は')%3 == 0, by == 1 && voiced(last):
		last += by
	default:
		return dst
	}
	return utf8.AppendRune(dst[:len(dst)-size], last)
}

// voiced says whether a kana from か to と has a voiced one right after it.
func voiced(r rune) bool {
	return r >= 'か' && r <= 'ち' && (r-'か')%2 == 0 || r >= 'つ' && r <= 'と' && (r-'つ')%2 == 0
}

// folded is s folded.
func folded(s string) string {
	b, _ := fold(nil, nil, s)
	return string(b)
}
