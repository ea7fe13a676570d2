package search

import (
	"cmp"
	"slices"
	"strings"
)

// What is typed wrong by one character: another one, one too many or too few, or
// two that changed places; or a space too few. Words are held against the dictionary around them;
// Japanese against the passages that have most of its pairs.

// shortest is how many characters a run must have to be corrected, by whether it
// is Japanese.
func shortest(cjk bool) int {
	if cjk {
		return 3
	}
	return 4
}

// tried is how many passages Japanese is held against.
const tried = 8

// correct gives the query with its runs corrected that no passage has; empty
// where nothing is near.
func (r *reader) correct(q *query, all []matched) string {
	var out strings.Builder
	from, changed := 0, false
	for i, run := range q.runs {
		start, end := q.place(i)
		out.WriteString(q.typed[from:start])
		from = end
		instead := ""
		if len(run.text) >= shortest(run.cjk) {
			instead = r.correctRun(q, i, all)
		}
		if instead == "" {
			out.WriteString(q.typed[start:end])
			continue
		}
		out.WriteString(instead)
		changed = true
	}
	if !changed {
		return ""
	}
	out.WriteString(q.typed[from:])
	return out.String()
}

// place is where a run stands in what was typed.
func (q *query) place(run int) (start, end int) {
	at := 0
	for i, r := range q.runs {
		for q.folded.runes[at] == ' ' {
			at++
		}
		if i == run {
			return int(q.folded.from[at]), q.folded.end(at + len(r.text) - 1)
		}
		at += len(r.text)
	}
	return len(q.typed), len(q.typed)
}

// correctRun gives what a run may have been meant to be; empty where a passage
// has it as it is, and where nothing is near.
func (r *reader) correctRun(q *query, run int, all []matched) string {
	var wanted []wanted
	var of []matched
	for i, m := range all {
		if q.of[i] == run {
			wanted, of = append(wanted, q.wanted[i]), append(of, m)
		}
	}
	if len(of) == 0 {
		return ""
	}
	k := r.rank(wanted, of)
	if k.anyWhole() {
		return ""
	}
	if !q.runs[run].cjk {
		word := string(q.runs[run].text)
		return cmp.Or(r.correctWord(stem(word)), r.part(word))
	}
	start, _ := q.place(run)
	return r.correctJapanese(bases(q.runs[run].text), !isHiragana(q.typed[start:]), k)
}

// correctWord gives the commonest word of the dictionary that is one letter
// away, of those that begin alike or, in a small dictionary, of all.
func (r *reader) correctWord(word string) string {
	best, spread := "", 0
	for _, shard := range r.around([]rune(word)) {
		for _, e := range r.entries(&r.manifest.words, shard) {
			if !oneAway([]rune(word), []rune(e.term)) {
				continue
			}
			if f := e.found(); f.spread > spread {
				best, spread = e.term, f.spread
			}
		}
	}
	return best
}

// shortestPart is how many letters each of two words has that are typed as one.
const shortestPart = 3

// part gives the two words that were typed as one (frontmatter), those that
// stand side by side in most passages; empty where no two do.
func (r *reader) part(word string) string {
	letters := []rune(word)
	best, most := "", 0
	for at := shortestPart; at+shortestPart <= len(letters); at++ {
		a, b := string(letters[:at]), string(letters[at:])
		first := r.find(&r.manifest.words, stem(a))
		if first.spread == 0 {
			continue
		}
		if n := beside(first, r.find(&r.manifest.words, stem(b)), bit(letters[at])); n > most {
			best, most = a+" "+b, n
		}
	}
	return best
}

// beside counts the passages that have two terms, the first followed by what the
// second begins with.
func beside(a, b found, next uint8) int {
	n, i := 0, 0
	for _, k := range a.kept {
		for i < len(b.kept) && b.kept[i].passage < k.passage {
			i++
		}
		if i < len(b.kept) && b.kept[i].passage == k.passage && k.weight.next&next != 0 {
			n++
		}
	}
	return n
}

// around gives the shards of words that begin with the same two letters, those
// that are nearest, and the one of what it is with the first two exchanged.
func (r *reader) around(word []rune) []int {
	d := &r.manifest.words
	first, last := 0, len(d.starts)-1
	if last >= tried {
		at := d.shard(string(word))
		first = max(d.shard(string(word[:2])), at-tried/2)
		last = min(d.shard(string(word[:2])+"\uffff"), at+tried/2)
	}
	var out []int
	for i := first; i <= last; i++ {
		out = append(out, i)
	}
	swapped := slices.Concat([]rune{word[1], word[0]}, word[2:])
	if at := d.shard(string(swapped)); !slices.Contains(out, at) {
		out = append(out, at)
	}
	return out
}

// bases is Japanese without ー.
func bases(text []rune) []rune {
	return slices.DeleteFunc(slices.Clone(text), func(r rune) bool { return r == 'ー' })
}

// correctJapanese gives what is one character away in the passages that have
// most of a run's pairs, as it is written there.
func (r *reader) correctJapanese(typed []rune, loud bool, k *ranking) string {
	var near []scored
	for _, n := range k.order {
		near = append(near, scored{int(n), k.passages[n].covered})
	}
	slices.SortFunc(near, byScore)
	best, worth := "", 0
	for _, n := range near[:min(tried, len(near))] {
		t, err := r.text(n.number)
		if err != nil {
			panic(err) // a bug: the index has just been made
		}
		for _, s := range []string{t.heading, t.text} {
			if found, w := nearest(typed, loud, s); w > worth {
				best, worth = found, w
			}
		}
	}
	return best
}
