package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalising makes the same of what a reader takes for the same. It is
// specified here and written twice, in this file and in 10-normalise.js of the
// theme; a test compares the two. In this order:
//
//  1. A text is cut into clusters: a character with the marks that follow it
//     (U+0300–036F, U+3099, U+309A, U+FF9E, U+FF9F). Each becomes its NFKC.
//  2. Characters without width are gone: U+00AD, U+200B–200D, U+2060, U+FEFF
//     and variation selectors.
//  3. Hiragana become katakana, small kana large ones (ヶ and ヵ: カ); ヂ ヅ ヰ ヱ
//     become ジ ズ イ エ; ヴ with a small vowel becomes バ ビ ベ ボ, alone ブ.
//  4. A sign of repetition (々 〻 ゝ ゞ ヽ ヾ) becomes the character before it,
//     where that is kana, a kanji or Hangul; else it is gone.
//  5. ー stays once after a kana, else it is gone. What it means for a query is
//     said at gram.
//  6. ・ between two kana is gone (リバース・メンター), as is an apostrophe between
//     two letters.
//  7. Letters of other scripts lose the marks U+0300–036F and become small; ß æ
//     œ ø đ ð þ ł ı ς become ss ae oe o d d th l i σ.
//  8. All that is neither kana, kanji, Hangul, letter nor digit is a space;
//     spaces are one, and none at either end.

// folded is a text in normal form and, for each character, the byte of the text
// that it comes from.
type folded struct {
	runes []rune
	from  []int32 // of a space: where the character before it ends
	stop  int32   // where the last character ends
	until int32   // where the cluster that is read ends
	vu    bool    // the last character is a ヴ that a small vowel may change
	held  rune    // ・ or an apostrophe that the next character decides on
	gap   bool    // a space is due
}

// end is where a character of the normal form ends in the text.
func (f *folded) end(i int) int {
	if i+1 < len(f.from) {
		return int(f.from[i+1])
	}
	return int(f.stop)
}

// Normalise gives a text's normal form.
func Normalise(s string) string {
	var f folded
	f.fold(s)
	return string(f.runes)
}

func (f *folded) fold(s string) {
	f.runes, f.from = f.runes[:0], f.from[:0]
	f.vu, f.held, f.gap, f.stop = false, 0, false, 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
			i++
			f.until = int32(i)
			f.ascii(r, int32(i-1))
			continue
		}
		if r >= utf8.RuneSelf {
			r, size = decode(s, i)
		}
		end := i + size
		if end < len(s) && mayBeMark(s[end]) {
			end = clusterEnd(s, end)
		}
		f.until = int32(end)
		if end == i+size && isPlain(r) {
			f.add(r, int32(i))
		} else {
			for _, c := range norm.NFKC.String(s[i:end]) {
				f.add(c, int32(i))
			}
		}
		i = end
	}
}

// clusterEnd is where the marks that stand at a place end.
func clusterEnd(s string, at int) int {
	for at < len(s) {
		r, size := decode(s, at)
		if !isMark(r) && r != 0x3099 && r != 0x309a && r != 0xff9e && r != 0xff9f {
			break
		}
		at += size
	}
	return at
}

// add appends one character of NFKC text that comes from a place.
func (f *folded) add(r rune, at int32) {
	switch {
	case r < utf8.RuneSelf:
		f.ascii(r, at)
	case r >= 0x4e00 && r <= 0x9fff:
		f.put(r, at)
	case r == '、' || r == '。' || r == '「' || r == '」':
		f.gap = true
	case isZeroWidth(r):
	case r >= 'ぁ' && r <= 'ゖ':
		f.kana(r+'ァ'-'ぁ', at)
	case r >= 'ァ' && r <= 'ヺ':
		f.kana(r, at)
	case r == 'ー':
		f.vu = false
		if last := f.last(); isKana(last) && last != 'ー' {
			f.put(r, at)
		}
	case r == '々' || r == '〻' || r == 'ゝ' || r == 'ゞ' || r == 'ヽ' || r == 'ヾ':
		if last := f.last(); isCJK(last) && last != 'ー' {
			f.put(last, at)
		}
	case isCJK(r):
		f.put(r, at)
	case r == '・' || r == '’':
		f.hold(r)
	default:
		f.letter(r, at)
	}
}

func (f *folded) ascii(r rune, at int32) {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		f.put(r, at)
	case r >= 'A' && r <= 'Z':
		f.put(r+'a'-'A', at)
	case r == '\'':
		f.hold('’')
	default:
		f.gap = true
	}
}

// last is the character that the next one would follow without a space.
func (f *folded) last() rune {
	if f.gap || f.held != 0 || len(f.runes) == 0 {
		return 0
	}
	return f.runes[len(f.runes)-1]
}

func (f *folded) hold(r rune) {
	f.gap = f.gap || f.held != 0 || len(f.runes) == 0
	f.held = r
}

// put appends a character that is in normal form.
func (f *folded) put(r rune, at int32) {
	f.vu = false
	if f.held != 0 {
		last := rune(0)
		if len(f.runes) > 0 {
			last = f.runes[len(f.runes)-1]
		}
		joins := f.held == '・' && isKana(last) && isKana(r) || f.held == '’' && isLetter(last) && isLetter(r)
		f.gap, f.held = f.gap || !joins, 0
	}
	if f.gap {
		f.gap = false
		if len(f.runes) > 0 {
			f.runes, f.from = append(f.runes, ' '), append(f.from, f.stop)
		}
	}
	f.runes, f.from, f.stop = append(f.runes, r), append(f.from, at), f.until
}

func (f *folded) kana(r rune, at int32) {
	if r == 'ヴ' {
		f.put('ブ', at)
		f.vu = true
		return
	}
	if f.vu && !f.gap && f.held == 0 {
		with := rune(0)
		switch r {
		case 'ァ':
			with = 'バ'
		case 'ィ':
			with = 'ビ'
		case 'ェ':
			with = 'ベ'
		case 'ォ':
			with = 'ボ'
		}
		if with != 0 {
			f.runes[len(f.runes)-1], f.vu, f.stop = with, false, f.until
			return
		}
	}
	f.put(kanaFold[r-'ァ'], at)
}

// letter appends a letter or digit of another script, and takes the rest for a
// space.
func (f *folded) letter(r rune, at int32) {
	for _, c := range norm.NFD.String(string(r)) {
		c = unicode.ToLower(c)
		switch {
		case isMark(c):
		case latinFold(c) != "":
			for _, l := range latinFold(c) {
				f.put(l, at)
			}
		case isLetter(c):
			f.put(c, at)
		default:
			f.gap = true
		}
	}
}
