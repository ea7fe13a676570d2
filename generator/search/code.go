package search

import "strings"

// Numbers stand in shards in base 32, least digit first, each digit but a
// number's last one from the second half of the alphabet. The alphabet has no
// vowel, no digit, and no sign that may stand inside a name, so that numbers
// spell nobody's name, and nothing that a string would have to escape.
const alphabet = "!#$&'()*+/:;=>?@[]^`{|}~bcdfghjk" + "lmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ"

func appendNumber(out []byte, n uint32) []byte {
	for n >= 32 {
		out = append(out, alphabet[32+n%32])
		n = n/32 - 1
	}
	return append(out, alphabet[n])
}

// number reads one number and gives what follows it.
func number(s string) (n uint32, rest string) {
	times := uint32(1)
	for i := 0; i < len(s); i++ {
		digit := uint32(strings.IndexByte(alphabet, s[i]))
		if digit < 32 {
			return n + digit*times, s[i+1:]
		}
		n += (digit - 32) * times
		times *= 32
		n += times
	}
	return n, ""
}

// cutSign stands before postings of which the best alone were kept, followed by
// how many passages have the term. No number begins with it.
const cutSign = '-'

// appendPostings appends the postings of a term: for each the distance from the
// passage after the one before, times four, plus how the text has it; where a
// name or a title has it too, plus nought, followed by the whole weight. What
// follows the term comes last, where links are kept and the text says it other
// than in hiragana.
func appendPostings(out []byte, all []kept, most int, links bool) []byte {
	if len(all) > most {
		out = appendNumber(append(out, cutSign), uint32(len(all)))
		all = best(all, most)
	}
	next := uint32(0)
	for _, k := range all {
		away := (k.passage - next) * 4
		next = k.passage + 1
		w := k.weight
		if w.plain() {
			out = appendNumber(out, away+uint32(w.body))
		} else {
			out = appendNumber(out, away)
			out = appendNumber(out, uint32(w.body)+4*uint32(w.name)+4*32*uint32(w.page))
		}
		if links && w.linked() {
			out = appendNumber(out, uint32(w.next))
		}
	}
	return out
}

// best keeps the postings of highest rank, in their order; of equals the first.
func best(all []kept, most int) []kept {
	var ranks [mostRank + 1]int
	for _, k := range all {
		ranks[k.weight.rank()]++
	}
	least, above := mostRank, 0 // what is kept whole is above least
	for ; above+ranks[least] < most; least-- {
		above += ranks[least]
	}
	room := most - above
	out := make([]kept, 0, most)
	for _, k := range all {
		switch rank := k.weight.rank(); {
		case rank > least:
			out = append(out, k)
		case rank == least && room > 0:
			out = append(out, k)
			room--
		}
	}
	return out
}

// found is what an index knows of one term.
type found struct {
	kept   []kept
	spread int  // in how many passages the term is
	cut    bool // only the best of them are kept
}

// postings reads what appendPostings wrote.
func postings(s string, links bool) found {
	var f found
	if s[0] == cutSign {
		var n uint32
		n, s = number(s[1:])
		f.spread, f.cut = int(n), true
	}
	passage := uint32(0)
	for s != "" {
		var n, w, next uint32
		n, s = number(s)
		passage += n / 4
		k := kept{passage: passage, weight: weight{body: uint8(n % 4)}}
		if n%4 == 0 {
			w, s = number(s)
			k.weight = weight{body: uint8(w % 4), name: uint8(w / 4 % 32), page: uint8(w / 128)}
		}
		k.weight.next = anything
		if links && k.weight.linked() {
			next, s = number(s)
			k.weight.next = uint8(next)
		}
		f.kept = append(f.kept, k)
		passage++
	}
	if !f.cut {
		f.spread = len(f.kept)
	}
	return f
}
