package suppress

import (
	"cmp"
	"maps"
	"slices"
)

// Slot is one number of an owner: what a pair holds under a key, such as its
// sessions of a month in a format.
type Slot struct {
	Owner int
	Key   string
}

// Sum is a figure over slots, each counted as often as Parts says. It is the
// joint system of section 3.2: one owner has several slots, and figures that
// divide them differently stand beside each other (sessions by month, by
// format, by topic).
type Sum struct {
	Name  string
	Parts map[Slot]int
	// Unseen is what else the sum might be of, for all that readers know: keys
	// of no owner, which cover nobody. Without them a hidden sum would seem to
	// follow from another that is the same by chance.
	Unseen []string
	Known  bool // readers have it, whatever is decided here
	Hidden bool // never to be printed, nor to be derivable
}

// Joint gives for each sum whether it may be printed beside the others, so that
// no combination of printed sums touches fewer than k owners and no hidden one
// follows. Sums are taken in the order given, the most wanted first; it depends
// on nothing else, whatever the numbers of the owners.
func Joint(sums []Sum, k int) []bool {
	j := newJoint(sums, k)
	out := make([]bool, len(sums))
	var chosen []int
	for i, s := range sums {
		if s.Known && len(s.Parts) > 0 && !j.follows(chosen, i) {
			chosen = append(chosen, i)
		}
		out[i] = s.Known
	}
	for i, s := range sums {
		if s.Known || s.Hidden || len(s.Parts) == 0 {
			continue
		}
		with := append(slices.Clone(chosen), i)
		if out[i] = j.safe(with); out[i] && !j.follows(chosen, i) {
			chosen = with
		}
	}
	return out
}

// joint is sums over the owners' columns. Slots of an owner that no sum
// divides are one column, of which row i is its part in sum i.
type joint struct {
	k        int
	sums     []Sum
	owners   [][]vector
	supposed *joint // the same with columns of what is not seen as one more owner
}

func newJoint(sums []Sum, k int) *joint {
	columns := make(map[Slot]vector)
	owner := make(map[int][]vector)
	for i, s := range sums {
		for at, times := range s.Parts {
			if columns[at] == nil {
				columns[at] = make(vector, len(sums))
				owner[at.Owner] = append(owner[at.Owner], columns[at])
			}
			columns[at][i] = uint64(times)
		}
	}
	j := &joint{k: k, sums: sums}
	for _, list := range owner {
		slices.SortFunc(list, func(a, b vector) int { return slices.Compare(a, b) })
		j.owners = append(j.owners, slices.CompactFunc(list, slices.Equal))
	}
	// Owners with many columns first: few of them span the whole, which keeps
	// the search of cut short.
	slices.SortFunc(j.owners, func(a, b []vector) int {
		return cmp.Or(len(b)-len(a), slices.CompareFunc(a, b, slices.Compare[vector]))
	})
	j.supposed = &joint{owners: append([][]vector{unseen(sums)}, j.owners...)}
	return j
}

// unseen gives the columns that are nobody's: few, and most of them apart.
func unseen(sums []Sum) []vector {
	columns := make(map[string]vector)
	for i, s := range sums {
		for _, key := range s.Unseen {
			if columns[key] == nil {
				columns[key] = make(vector, len(sums))
			}
			columns[key][i] = 1
		}
	}
	list := slices.SortedFunc(maps.Values(columns), func(a, b vector) int { return slices.Compare(a, b) })
	return slices.CompactFunc(list, slices.Equal[vector])
}

// safe says whether the chosen sums may stand beside each other.
func (j *joint) safe(chosen []int) bool {
	full := j.span(chosen, make([]bool, len(j.owners)), len(chosen))
	return !j.cut(chosen, make([]bool, len(j.owners)), full.rank, j.k-1) && !j.tells(chosen)
}

// tells says whether a hidden sum follows from the chosen ones.
func (j *joint) tells(chosen []int) bool {
	for i, s := range j.sums {
		if s.Hidden && len(s.Parts)+len(s.Unseen) > 0 && j.follows(chosen, i) {
			return true
		}
	}
	return false
}

// follows says whether a sum is a combination of the chosen ones, whatever there
// is that readers do not see.
func (j *joint) follows(chosen []int, i int) bool {
	nobody := make([]bool, len(j.supposed.owners))
	rank := j.supposed.span(chosen, nobody, len(chosen)).rank
	return j.supposed.span(append(slices.Clone(chosen), i), nobody, rank+1).rank == rank
}

// spanning is a set of owners whose columns span those of all owners.
type spanning struct {
	owners []int
	rank   int
}

// span takes owners in order, without those set aside, that add to the rank of
// the chosen sums, until it is enough.
func (j *joint) span(chosen []int, aside []bool, enough int) spanning {
	var out spanning
	var b basis
	for o, columns := range j.owners {
		if aside[o] {
			continue
		}
		before := out.rank
		for _, c := range columns {
			v := make(vector, len(chosen))
			for at, i := range chosen {
				v[at] = c[i]
			}
			if pivot := b.reduce(v); pivot >= 0 {
				b.add(v, pivot)
				out.rank++
			}
		}
		if out.rank > before {
			out.owners = append(out.owners, o)
		}
		if out.rank >= enough {
			break
		}
	}
	return out
}

// cut says whether setting at most so many more owners aside lowers the rank:
// then some combination of the chosen sums touches only those. A set that does
// so holds an owner of every spanning set, so that only such owners need to be
// tried; and where more spanning sets without a common owner are left than
// owners may be set aside, there is none.
func (j *joint) cut(chosen []int, aside []bool, rank, more int) bool {
	first := j.span(chosen, aside, rank)
	if first.rank < rank {
		return true
	}
	if more == 0 || j.disjoint(chosen, aside, rank, first) > more {
		return false
	}
	for _, o := range first.owners {
		aside[o] = true
		lower := j.cut(chosen, aside, rank, more-1)
		aside[o] = false
		if lower {
			return true
		}
	}
	return false
}

// disjoint counts spanning sets without a common owner, taken one after the
// other, up to k.
func (j *joint) disjoint(chosen []int, aside []bool, rank int, first spanning) int {
	rest := slices.Clone(aside)
	n := 0
	for s := first; s.rank == rank && n < j.k; s = j.span(chosen, rest, rank) {
		n++
		for _, o := range s.owners {
			rest[o] = true
		}
	}
	return n
}
