package search

import "strings"

// gram is what Japanese is searched by: two characters that stand side by side
// or, of kanji, one. Whether ー stands between the two is part of it, so that
// メール is not 決める; an ー at the end of a run of kana is in no gram, so that
// サーバー is サーバ. The order of grams is the order of their texts in UTF-16.
type gram uint64

func newGram(a, b rune, long bool) gram {
	g := gram(unitOrder(a))<<22 | gram(unitOrder(b))<<1
	if long {
		g |= 1
	}
	return g
}

// unitOrder numbers characters as JavaScript sorts them.
func unitOrder(r rune) uint32 {
	switch {
	case r < 0xe000:
		return uint32(r)
	case r < 0x10000:
		return uint32(r) + 0x100000
	}
	return uint32(r) - 0x2000
}

func unitRune(o uint32) rune {
	switch {
	case o < 0xe000:
		return rune(o)
	case o >= 0x10e000:
		return rune(o - 0x100000)
	}
	return rune(o + 0x2000)
}

// String is the gram as it stands in a shard: ー last, so that the two forms of
// a pair are neighbours.
func (g gram) String() string {
	s := string(unitRune(uint32(g >> 22)))
	if b := uint32(g>>1) & 0x1fffff; b != 0 {
		s += string(unitRune(b))
	}
	if g&1 != 0 {
		s += "ー"
	}
	return s
}

// run is a stretch of a normal form: a word, or Japanese.
type run struct {
	at   int // in the normal form
	text []rune
	cjk  bool
}

// runs cuts a normal form at its spaces and where Japanese begins or ends.
func runs(text []rune, each func(r run)) {
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		start, cjk := i, isCJK(text[i])
		for i < len(text) && text[i] != ' ' && isCJK(text[i]) == cjk {
			i++
		}
		each(run{start, text[start:i], cjk})
	}
}

// grams gives the pairs of a run in order, with the places of their characters
// in the run, and its only character where it has one.
func grams(text []rune, each func(g gram, first, last int)) {
	before, pairs := -1, 0
	for i, r := range text {
		if r == 'ー' {
			continue
		}
		if before >= 0 {
			each(newGram(text[before], r, before < i-1), before, i)
			pairs++
		}
		before = i
	}
	if pairs == 0 && before >= 0 {
		each(newGram(text[before], 0, false), before, before)
	}
}

// stem takes the plural from a word: -ies becomes -y, and -s goes where it is no
// -ss, -us or -is.
func stem(word string) string {
	n := len(word)
	switch {
	case n < 4 || word[n-1] != 's':
		return word
	case n > 4 && strings.HasSuffix(word, "ies"):
		return word[:n-3] + "y"
	case strings.ContainsRune("sui", rune(word[n-2])):
		return word
	}
	return word[:n-1]
}

// base gives what a word is without -ing, -ed or -ly, to look for longer words
// that begin like it: the record of recording finds recorded. Empty where too
// little would be left.
func base(word string) string {
	for _, ending := range []string{"ing", "ed", "ly"} {
		rest, ok := strings.CutSuffix(word, ending)
		n := len(rest)
		if !ok || n < 4 {
			continue
		}
		if n > 4 && rest[n-1] == rest[n-2] {
			return rest[:n-1] // cancelled
		}
		return rest
	}
	return ""
}

// minorWords say little of what an English question is about.
const minorWords = " a an and are as at be by can could did do does for from has have how i if in is it its may me my of on or our " +
	"shall should so that the their them there these they this to us was we were what whats when where which who why will with would you your "

func isMinor(word string) bool { return strings.Contains(minorWords, " "+word+" ") }

// hyphenated says whether a hyphen and nothing else stands between two words.
func hyphenated(text string, f *folded, a, b run) bool {
	if len(a.text) == 0 || a.cjk || b.cjk || a.at+len(a.text)+1 != b.at {
		return false
	}
	return text[f.end(a.at+len(a.text)-1):f.from[b.at]] == "-"
}

// single says whether a gram is one character.
func (g gram) single() bool { return g>>1&0x1fffff == 0 }
