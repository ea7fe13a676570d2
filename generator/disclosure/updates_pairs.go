package disclosure

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/disclosure/internal/ledger"
)

// undominated says whether a figure of sessions or minutes may follow one that
// was printed in its place: the difference of the two sums is a sum over the
// pairs that changed, and rule 9 holds of it as of any other. Where what a pair
// held then cannot be told, it may not.
func (h *history) undominated(at place, v pairValues) bool {
	if family := pairFamily(at.now); family != "minutes" && family != sessionSeries {
		return true
	}
	for _, release := range h.releases {
		for _, f := range release.Figures {
			if figureKey(f) != figureKey(at.now) || f.Unknown() || sameParts(f, at.now) {
				continue
			}
			parts, ok := h.changes(f, at.now, v)
			if !ok || !at.policy.dominance.spread(parts, v.owners) {
				return false
			}
		}
	}
	return true
}

// pairValues are what pairs hold now, by slot, and the pairs' ids by their hash.
type pairValues struct {
	now    map[string]int
	owners map[string]string
}

func (h *history) pairValues() pairValues {
	v := pairValues{make(map[string]int), make(map[string]string)}
	for s, part := range h.asked {
		if n, err := strconv.Atoi(s.Value); err == nil {
			v.now[part.Slot] = n
		}
	}
	for _, p := range h.data.Pairs {
		id := h.data.People[p.Mentor].ID + "\x00" + h.data.People[p.Mentee].ID
		v.owners[h.versions.Owner(id)] = id
	}
	return v
}

// changes gives by how much each pair's part of a sum differs from what it was
// in an earlier one.
func (h *history) changes(before, after ledger.Figure, v pairValues) (map[string]int, bool) {
	out := make(map[string]int)
	for i, f := range []ledger.Figure{before, after} {
		sign := 2*i - 1
		for _, part := range f.Parts {
			value, known := v.now[part.Slot]
			if id, is := v.owners[part.Owner]; !known && is {
				value, known = h.versions.Value(id, part.Strand, part.Slot)
			}
			if !known {
				return nil, false
			}
			out[part.Owner] += sign * value * part.Times
		}
	}
	for owner, n := range out {
		if n == 0 {
			delete(out, owner)
		}
	}
	return out, true
}

// spread says whether rule 9 lets a sum over pairs be known: of enough pairs,
// mentors and mentees, of whom none, and no two, hold too much.
func (d dominance) spread(parts map[string]int, owners map[string]string) bool {
	mentors, mentees := make(map[string]bool), make(map[string]bool)
	var sizes []int
	sum := 0
	for owner, n := range parts {
		mentor, mentee, _ := strings.Cut(owners[owner], "\x00")
		mentors[mentor], mentees[mentee] = true, true
		sizes, sum = append(sizes, max(n, -n)), sum+max(n, -n)
	}
	slices.SortFunc(sizes, func(a, b int) int { return cmp.Compare(b, a) })
	switch {
	case len(sizes) == 0:
		return true // the same sums of the same pairs
	case len(sizes) < d.minPairs || len(mentors) < d.minMentors || len(mentees) < d.minMentees:
		return false
	}
	return float64(sizes[0]) <= d.top1*float64(sum) && float64(sizes[0]+sizes[1]) <= d.top2*float64(sum)
}
