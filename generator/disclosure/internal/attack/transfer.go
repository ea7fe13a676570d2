package attack

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// maxTransfers is how many sessions a search gives to other pairs at most.
const maxTransfers = 24

// sessionTwins looks for twins of the sessions: for each pair, each status of
// sessions of which something is printed, and any other pairs as insiders, a
// dataset in which the pair has another number of them, one session having been
// another pair's. Every sum by month, status or format stays as it is.
func (r *reader) sessionTwins(tables []Table, print Print) []Finding {
	shown := slices.ContainsFunc(tables, func(t Table) bool {
		return strings.HasPrefix(t.ID, "sessions.") && slices.ContainsFunc(t.Cells, func(c Cell) bool { return c.Form != Withheld })
	})
	if !shown {
		return nil
	}
	t := transfer{cohort: r.cohort, print: print, limits: r.limits}
	t.cohort.Questions, t.cohort.Waves = nil, nil
	t.printed = print(t.cohort)
	for i, p := range r.cohort.Pairs {
		if r.cohort.People[p.Mentor].Withdrawn.IsZero() && r.cohort.People[p.Mentee].Withdrawn.IsZero() {
			t.pairs = append(t.pairs, i)
		}
	}
	t.count()
	for _, status := range []microdata.Status{microdata.Held, microdata.Cancelled, microdata.Planned} {
		if t.counts[status] == nil {
			continue
		}
		for _, target := range t.pairs {
			if !t.covered(target, status) {
				return []Finding{{Kind: NoTwin, Proof: "sessions", Series: "sessions"}}
			}
		}
	}
	return nil
}

type transfer struct {
	cohort  microdata.Cohort
	pairs   []int
	printed []Table
	print   Print
	limits  Thresholds
	counts  map[microdata.Status][]int // by pair
	inPairs map[int]int                // by person
}

// count makes what pairs are compared by.
func (t *transfer) count() {
	t.counts, t.inPairs = make(map[microdata.Status][]int), make(map[int]int)
	for _, s := range t.cohort.Sessions {
		if t.counts[s.Status] == nil {
			t.counts[s.Status] = make([]int, len(t.cohort.Pairs))
		}
		t.counts[s.Status][s.Pair]++
	}
	for _, p := range t.cohort.Pairs {
		t.inPairs[p.Mentor]++
		t.inPairs[p.Mentee]++
	}
}

// covered says whether a pair has enough twins for any insiders: one more than
// the coalition, each through another pair, so that insiders cannot be in all.
func (t *transfer) covered(target int, status microdata.Status) bool {
	need, tries := t.limits.Coalition+1, 0
	through := make(map[int]bool)
	for _, other := range t.pairs {
		if other != target && t.counts[status][other] != t.counts[status][target] && t.exchangeable(target, other) {
			if through[other] = true; len(through) >= need {
				return true
			}
		}
	}
	for i, s := range t.cohort.Sessions {
		if s.Status != status || !slices.Contains(t.pairs, s.Pair) {
			continue
		}
		for _, other := range t.partners(target, s.Pair, through) {
			if tries++; tries > maxTransfers {
				return false
			}
			to := target
			if s.Pair == target {
				to = other
			}
			if t.isTwin(i, to) {
				through[other] = true
				break
			}
		}
		if len(through) >= need {
			return true
		}
	}
	return false
}

// exchangeable says whether two pairs may exchange all their sessions and no
// figure can tell: they were together in the same time, and each of their
// people is in one pair alone. Every figure of sessions is over all pairs alike,
// so by its symmetry it prints the same; a test holds that.
func (t *transfer) exchangeable(a, b int) bool {
	x, y := t.cohort.Pairs[a], t.cohort.Pairs[b]
	for _, person := range []int{x.Mentor, x.Mentee, y.Mentor, y.Mentee} {
		if t.inPairs[person] != 1 {
			return false
		}
	}
	return x.Matched == y.Matched && x.Ended == y.Ended
}

// partners are the pairs that a session may be exchanged with: its own, where
// it is not the target's, else some that no twin went through yet.
func (t *transfer) partners(target, of int, through map[int]bool) []int {
	if of != target {
		if through[of] {
			return nil
		}
		return []int{of}
	}
	var out []int
	for _, p := range t.pairs {
		if p != target && !through[p] && len(out) < 2 {
			out = append(out, p)
		}
	}
	return out
}

// isTwin gives one session to another pair. It keeps its day, status, format,
// topics and minutes, so that no sum moves; printing it again shows whether
// dominance or the number of pairs behind a sum does.
func (t *transfer) isTwin(session, to int) bool {
	c := t.cohort
	c.Sessions = slices.Clone(c.Sessions)
	c.Sessions[session].Pair = to
	return slices.EqualFunc(t.print(c), t.printed, sameTable)
}
