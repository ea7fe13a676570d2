package attack

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/internal/workers"
)

// pairTwins looks for twins of what pairs hold: for each pair, each measure of
// a holding of which something is printed, and any other people as insiders, a
// dataset in which the pair has another number, and everything prints the same.
// may says which changes of a series there may be; nil is all.
func (r *reader) pairTwins(tables []Table, print Print, due map[string]bool, may func(t *transfer, edits []edit) bool) []Finding {
	holdings := r.holdings(tables)
	found := make([][]Finding, len(holdings))
	var wait workers.Group
	for i, h := range holdings {
		if due != nil && !due[h.series] {
			continue
		}
		wait.Go(func() {
			t := r.transfer(h, print)
			t.may = func(edits []edit) bool { return may == nil || may(t, edits) }
			if !t.all() {
				found[i] = []Finding{{Kind: NoTwin, Proof: h.series, Series: h.series}}
			}
		})
	}
	wait.Wait()
	return slices.Concat(found...)
}

// transfer is the search for the twins of one holding.
type transfer struct {
	holding
	pairs    []int
	byPair   [][]int // pieces
	likes    []piece // formats and topics that a session might have
	printed  []Table
	print    Print
	limits   Thresholds
	may      func([]edit) bool
	inPairs  map[int]int // by person
	sum, met int         // days to the first session of all pairs, and how many have met
	tried    map[string]bool
	found    map[int][][]edit // twins, by each pair that they change
}

func (r *reader) transfer(h holding, print Print) *transfer {
	h = h.inOrder()
	t := &transfer{holding: h, pairs: pairsIn(h.cohort), print: print, limits: r.limits,
		byPair: make([][]int, len(h.cohort.Pairs)), inPairs: make(map[int]int), tried: make(map[string]bool), found: make(map[int][][]edit)}
	if t.isSessions() {
		t.likes = likesOf(t.pieces)
	}
	t.printed = print(t.cohort)
	for _, p := range t.cohort.Pairs {
		t.inPairs[p.Mentor]++
		t.inPairs[p.Mentee]++
	}
	for i, p := range t.pieces {
		t.byPair[p.pair] = append(t.byPair[p.pair], i)
	}
	for _, pair := range t.pairs {
		if days := t.days(pair, nil); t.isSessions() && days >= 0 {
			t.sum, t.met = t.sum+days, t.met+1
		}
	}
	return t
}

// all says whether each pair has its twins in each measure.
func (t *transfer) all() bool {
	for _, m := range t.measures {
		for _, target := range t.pairs {
			if !m.isKnown(t.cohort.Pairs[target]) && t.value(m, target, nil) >= 0 && !t.covered(target, m, nil) {
				return false
			}
		}
	}
	return true
}

// covered says whether a pair has a twin beside each choice of insiders that
// holds those given. One twin serves all insiders who are in no pair that it
// changes; the search goes on for the others alone. Who is in the pair itself
// knows what it holds.
func (t *transfer) covered(target int, m measure, insiders []int) bool {
	edits, found := t.another(target, m, insiders)
	if !found {
		return false
	}
	if len(insiders) >= t.limits.Coalition {
		return true
	}
	own := t.cohort.Pairs[target]
	var seen [][]int
	for _, pair := range t.changed(edits) {
		p := t.cohort.Pairs[pair]
		for _, person := range []int{p.Mentor, p.Mentee} {
			knows := t.pairsOf(person)
			if person == own.Mentor || person == own.Mentee || slices.ContainsFunc(seen, func(s []int) bool { return slices.Equal(s, knows) }) {
				continue
			}
			seen = append(seen, knows)
			if !t.covered(target, m, append(slices.Clone(insiders), person)) {
				return false
			}
		}
	}
	return true
}

func (t *transfer) pairsOf(person int) []int {
	var out []int
	for i, p := range t.cohort.Pairs {
		if p.Mentor == person || p.Mentee == person {
			out = append(out, i)
		}
	}
	return out
}

// isTwin prints the cohort after a change.
func (t *transfer) isTwin(edits []edit) bool {
	key := fmt.Sprint(edits)
	is, known := t.tried[key]
	if known {
		return is
	}
	is = t.may(edits) && slices.EqualFunc(t.print(t.after(edits)), t.printed, sameTable)
	t.tried[key] = is
	if is {
		for _, pair := range t.changed(edits) {
			t.found[pair] = append(t.found[pair], edits)
		}
	}
	return is
}

// after is the cohort after a change.
func (t *transfer) after(edits []edit) microdata.Cohort {
	pieces := slices.Clone(t.pieces)
	for _, e := range edits {
		if e.at == len(pieces) {
			pieces = append(pieces, e.piece)
		} else {
			pieces[e.at] = e.piece
		}
	}
	return t.put(t.cohort, pieces)
}

func (t *transfer) isSessions() bool { return t.series == "sessions" || t.series == "days" }
