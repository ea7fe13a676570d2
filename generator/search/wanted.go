package search

import "strings"

// A query is read into what a passage should have. A wanted is one of these: a
// pair, a word, or the beginning of a word.
type wanted struct {
	words  bool
	key    string
	also   string // of grams: the other way to write it; of words: base; empty where there is none
	joined string // of words: what it is with a neighbour as one word; empty where that is not looked for
	prefix bool   // of the last word: longer ones will do, even where it is a word itself
	minor  bool   // a word that says little: a passage need not have it
	next   uint8  // of following; nought where nothing follows
	loud   bool   // not of grams in hiragana: a passage that has just what was typed is worth more
	bound  bool   // what follows is in the same run, so that the two overlap
}

// query is a text that a reader typed, in normal form.
type query struct {
	typed  string
	folded folded
	runs   []run
	wanted []wanted
	of     []int // for each wanted the run it is of
}

// mostWanted is how much of a long query is looked for.
const mostWanted = 40

// read reads a query. The last word is taken as a beginning unless a space or
// another sign ends it.
func read(typed string) *query {
	q := &query{typed: typed}
	q.folded.fold(typed)
	runs(q.folded.runes, func(r run) { q.runs = append(q.runs, r) })
	for i, r := range q.runs {
		if !r.cjk {
			q.wantWord(i)
			continue
		}
		either := baseCount(r.text) >= 4
		grams(r.text, func(g gram, first, last int) {
			if g.single() && isKana(r.text[first]) && len(q.runs) > 1 {
				return // a particle between words
			}
			w := wanted{key: g.String(), next: nextBit(q.folded.runes, r.at+last+1)}
			w.bound = last+1 < len(r.text) && !(last+2 == len(r.text) && r.text[last+1] == 'ー')
			from := q.folded.from[r.at:]
			w.loud = !isHiragana(typed[from[first]:]) || !isHiragana(typed[from[last]:])
			if either && g.isOptional() {
				w.also = (g ^ 1).String()
			}
			q.want(i, w)
		})
	}
	q.settleMinor()
	return q
}

// wantWord wants the word of a run.
func (q *query) wantWord(run int) {
	r := q.runs[run]
	word := string(r.text)
	w := wanted{words: true, key: stem(word), also: base(stem(word)), joined: q.joined(run), minor: isMinor(word), loud: true}
	w.prefix = run == len(q.runs)-1 && !q.folded.gap && q.folded.held == 0
	w.next = nextBit(q.folded.runes, r.at+len(r.text))
	q.want(run, w)
}

// joined gives the word that a run is with its neighbour: of two words that a
// hyphen joins, and where they are all of the query.
func (q *query) joined(run int) string {
	for _, first := range []int{run, run - 1} {
		if first < 0 || first+1 >= len(q.runs) || q.runs[first].cjk || q.runs[first+1].cjk {
			continue
		}
		if len(q.runs) == 2 || hyphenated(q.typed, &q.folded, q.runs[first], q.runs[first+1]) {
			return stem(string(q.runs[first].text) + string(q.runs[first+1].text))
		}
	}
	return ""
}

// settleMinor makes all words count where a query has no others.
func (q *query) settleMinor() {
	for _, w := range q.wanted {
		if !w.minor {
			return
		}
	}
	for i := range q.wanted {
		q.wanted[i].minor = false
	}
}

// nextBit is the bit of what stands at a place: the character after ー if there
// is one, else ー.
func nextBit(runes []rune, at int) uint8 {
	if at+1 < len(runes) && runes[at] == 'ー' && runes[at+1] != ' ' {
		at++
	}
	if at < len(runes) && runes[at] == ' ' {
		at++
	}
	if at < len(runes) {
		return bit(runes[at])
	}
	return 0
}

// want adds what is not wanted yet.
func (q *query) want(run int, w wanted) {
	for i, have := range q.wanted {
		if have.words == w.words && have.key == w.key {
			q.wanted[i].prefix = have.prefix || w.prefix
			if have.next != w.next {
				q.wanted[i].next = 0
			}
			return
		}
	}
	if len(q.wanted) < mostWanted {
		q.wanted, q.of = append(q.wanted, w), append(q.of, run)
	}
}

// baseCount is how many characters a run has, ー left out.
func baseCount(text []rune) int {
	n := 0
	for _, r := range text {
		if r != 'ー' {
			n++
		}
	}
	return n
}

// isOptional says whether a pair may be written with or without ー between the
// two: writers disagree after a long a or i (ユーザーガイド, ユーザガイド).
func (g gram) isOptional() bool {
	a := unitRune(uint32(g >> 22))
	return !g.single() && strings.ContainsRune("アカサタナハマヤラワガザダバパイキシチニヒミリギジビピ", a)
}
