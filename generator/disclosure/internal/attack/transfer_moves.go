package attack

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// edit is one piece as it is after a change; at is where it stands, or the
// number of pieces for one that is new.
type edit struct {
	at int
	piece
}

// edited is a piece after a change.
func (t *transfer) edited(at int, edits []edit) piece {
	for _, e := range edits {
		if e.at == at {
			return e.piece
		}
	}
	return t.pieces[at]
}

// each calls see for the pieces of a pair after a change, with where they stand.
func (t *transfer) each(pair int, edits []edit, see func(at int, p piece)) {
	for _, at := range t.byPair[pair] {
		if !slices.ContainsFunc(edits, func(e edit) bool { return e.at == at }) {
			see(at, t.pieces[at])
		}
	}
	for _, e := range edits {
		if e.pair == pair {
			see(e.at, e.piece)
		}
	}
}

// value is a pair's number in a measure after a change; -1 where it has none.
func (t *transfer) value(m measure, pair int, edits []edit) int {
	if m.weigh == nil {
		return t.days(pair, edits)
	}
	sum := 0
	t.each(pair, edits, func(_ int, p piece) { sum += m.weigh(p) })
	return sum
}

// affects says whether a change may give a pair another number in a measure.
func (t *transfer) affects(m measure, pair int, edits []edit) bool {
	return m.weigh == nil || abs(t.moves(m.weigh, edits, func(p piece) bool { return p.pair == pair })) >= max(1, t.limits.Width)
}

// keepsSums says whether every sum that prints to the unit stays as it is: a
// change of one is no twin, and need not be printed to be known for none.
func (t *transfer) keepsSums(edits []edit) bool {
	return !slices.ContainsFunc(t.sums, func(weigh func(piece) int) bool {
		return t.moves(weigh, edits, func(p piece) bool { return p.pair >= 0 }) != 0
	})
}

// moves is by how much a change moves what the pieces of some pairs weigh.
func (t *transfer) moves(weigh func(piece) int, edits []edit, of func(piece) bool) int {
	sum := 0
	for _, e := range edits {
		if of(e.piece) {
			sum += weigh(e.piece)
		}
		if e.at < len(t.pieces) && of(t.pieces[e.at]) {
			sum -= weigh(t.pieces[e.at])
		}
	}
	return sum
}

// changed lists the pairs that hold something else after a change.
func (t *transfer) changed(edits []edit) []int {
	var out []int
	for _, e := range edits {
		out = append(out, e.pair)
		if e.at < len(t.pieces) {
			out = append(out, t.pieces[e.at].pair)
		}
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(pair int) bool { return pair < 0 })
}

// exchange gives each of two pairs all that the other holds.
func (t *transfer) exchange(a, b int) []edit {
	var out []edit
	for from, to := range map[int]int{a: b, b: a} {
		for _, at := range t.byPair[from] {
			p := t.pieces[at]
			p.pair = to
			out = append(out, edit{at, p})
		}
	}
	slices.SortFunc(out, func(x, y edit) int { return x.at - y.at })
	return out
}

// exchangeMost gives each of two pairs what the other holds and it may have had
// itself, but for their first sessions. It is a twin in many measures at once.
func (t *transfer) exchangeMost(a, b int) []edit {
	if !t.isSessions() {
		return t.exchange(a, b)
	}
	return slices.DeleteFunc(t.exchange(a, b), func(e edit) bool {
		_, own := t.first(t.pieces[e.at].pair, nil)
		first, _ := t.first(e.pair, nil)
		return e.at == own || e.isHeld() && e.date.Before(first) || !t.plausible([]edit{e})
	})
}

// between are the changes that two pairs make between them: a part of two
// pieces exchanged, two pieces exchanged, one given or taken, minutes moved
// from one session to another.
func (t *transfer) between(target, other int, try func([]edit) bool) bool {
	parts := append(slices.Clone(t.parts), func(a, b *piece) { a.pair, b.pair = b.pair, a.pair })
	if t.isSessions() {
		for _, minutes := range []int{5, -5} {
			parts = append(parts, func(a, b *piece) { a.minutes, b.minutes = a.minutes+minutes, b.minutes-minutes })
		}
	}
	for _, exchange := range parts {
		for _, i := range t.byPair[target] {
			for _, j := range t.byPair[other] {
				a, b := t.pieces[i], t.pieces[j]
				exchange(&a, &b)
				if try(sortedEdits(edit{i, a}, edit{j, b})) {
					return true
				}
			}
		}
	}
	if t.series == "goals" && t.becomes(target, other, try) {
		return true
	}
	for _, from := range []int{target, other} {
		for _, at := range t.byPair[from] {
			p := t.pieces[at]
			p.pair = target + other - from
			if try([]edit{{at, p}}) {
				return true
			}
		}
	}
	return false
}

// becomes lets a goal have become something else; one of the other pair, where
// there is one, became what it was.
func (t *transfer) becomes(target, other int, try func([]edit) bool) bool {
	for _, i := range t.byPair[target] {
		for _, status := range []string{"met", "partly", "open", "dropped"} {
			a := t.pieces[i]
			was := a.status
			a.status = status
			if other < 0 {
				if try([]edit{{i, a}}) {
					return true
				}
				continue
			}
			for _, j := range t.byPair[other] {
				b := t.pieces[j]
				b.status = was
				if try(sortedEdits(edit{i, a}, edit{j, b})) {
					return true
				}
			}
		}
	}
	return false
}

func sortedEdits(a, b edit) []edit {
	if b.at < a.at {
		return []edit{b, a}
	}
	return []edit{a, b}
}

// plausible says whether each session may be as it is after a change, for who
// knows when pairs were together: it lies in that time, none but a planned one
// after the latest day in the data, and one that was held took some minutes
// where it did before.
func (t *transfer) plausible(edits []edit) bool {
	return !t.isSessions() || !slices.ContainsFunc(edits, func(e edit) bool {
		if e.pair < 0 {
			return false
		}
		pair := t.cohort.Pairs[e.pair]
		late := !t.cohort.AsOf.IsZero() && t.cohort.AsOf.Before(e.date) && e.status != string(microdata.Planned)
		timed := !e.isHeld() || e.minutes > 0 || e.at < len(t.pieces) && t.pieces[e.at].minutes == 0
		return late || !timed || e.date.Before(pair.Matched) || !pair.Ended.IsZero() && pair.Ended.Before(e.date)
	})
}
