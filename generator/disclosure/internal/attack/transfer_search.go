package attack

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// maxPrinted is how many changed datasets the search for one twin prints at
// most, maxAlone how many of them of the pair alone and maxBeside through one
// other pair, and maxWeighed how many changes it looks at.
const (
	maxPrinted = 60
	maxAlone   = 20
	maxBeside  = 6
	maxWeighed = 5000
)

// another finds a twin in which the target has another number and the insiders
// hold what they did: one found before, else all that two pairs hold exchanged,
// else by single changes, those first that leave the days to the first session
// as they are.
func (t *transfer) another(target int, m measure, insiders []int) ([]edit, bool) {
	value := t.value(m, target, nil)
	knows := func(pair int) bool {
		p := t.cohort.Pairs[pair]
		return slices.Contains(insiders, p.Mentor) || slices.Contains(insiders, p.Mentee)
	}
	for _, edits := range t.found[target] {
		if t.differs(t.value(m, target, edits), value) && !slices.ContainsFunc(t.changed(edits), knows) {
			return edits, true
		}
	}
	var others []int
	for _, p := range t.pairs {
		if p > target && !knows(p) {
			others = append(others, p)
		}
	}
	for _, p := range t.pairs {
		if p < target && !knows(p) {
			others = append(others, p)
		}
	}
	for _, other := range others {
		if t.differs(t.value(m, other, nil), value) && t.exchangeable(target, other) {
			if edits := t.exchange(target, other); t.may(edits) {
				return edits, true
			}
		}
	}
	return t.try(target, m, others)
}

// try makes changes until one is a twin: most that two pairs hold exchanged, then
// something of the pair alone, then with each of the others. Those that move the
// mean of days to the first session come last, mended.
func (t *transfer) try(target int, m measure, others []int) ([]edit, bool) {
	s := trial{transfer: t, target: target, measure: m, was: t.value(m, target, nil), left: maxPrinted}
	done := false
	for _, other := range others {
		if done || s.left <= maxPrinted-maxBeside {
			break
		}
		done = s.attempt(t.exchangeMost(target, other)) && s.over()
	}
	if stop := s.left - maxAlone; !done {
		done = t.alone(target, func(edits []edit) bool { return s.attempt(edits) || s.left <= stop }) && s.over()
	}
	for _, other := range others {
		if done {
			break
		}
		stop := s.left - maxBeside
		done = t.between(target, other, func(edits []edit) bool { return s.attempt(edits) || s.left <= stop }) && s.over()
	}
	for _, edits := range s.later {
		if s.twin != nil || s.left <= 0 {
			break
		}
		if mended, ok := t.mend(edits, target, others); ok && t.keepsOriented(mended) && t.differs(t.value(m, target, mended), s.was) {
			s.verify(mended)
		}
	}
	return s.twin, s.twin != nil
}

// trial is the search for one twin.
type trial struct {
	*transfer
	target, was int
	measure     measure
	left        int // datasets that it may still print
	weighed     int
	later       [][]edit // changes that need mending
	twin        []edit
}

// over says whether the search has its twin, or has come to its limits.
func (s *trial) over() bool { return s.twin != nil || s.left <= 0 || s.weighed > maxWeighed }

// attempt looks at one change, and says whether to stop there.
func (s *trial) attempt(edits []edit) bool {
	if !s.affects(s.measure, s.target, edits) {
		return false
	}
	if s.weighed++; s.weighed > maxWeighed {
		return true
	}
	switch {
	case !s.keepsSums(edits) || !s.differs(s.value(s.measure, s.target, edits), s.was) || !s.plausible(edits):
		return false
	case s.drift(edits) != 0:
		s.later = append(s.later, edits)
		return false
	case !s.keepsOriented(edits):
		return false
	}
	return s.verify(edits)
}

func (s *trial) verify(edits []edit) bool {
	s.left--
	if s.isTwin(edits) {
		s.twin = edits
	}
	return s.twin != nil || s.left <= 0
}

func (t *transfer) differs(a, b int) bool {
	return a >= 0 && b >= 0 && abs(a-b) >= max(1, t.limits.Width)
}

// exchangeable says whether two pairs may exchange all that they hold and no
// figure can tell: they were together in the same time, each of their people is
// in one pair alone, and each is oriented before both pairs' first sessions or
// before neither's. Every figure of what pairs hold is over all pairs alike,
// so by its symmetry it prints the same; a test holds that.
func (t *transfer) exchangeable(a, b int) bool {
	x, y := t.cohort.Pairs[a], t.cohort.Pairs[b]
	first := func(pair int) microdata.Date { d, _ := t.first(pair, nil); return d }
	for _, person := range []int{x.Mentor, x.Mentee, y.Mentor, y.Mentee} {
		oriented := t.cohort.People[person].Oriented
		if t.inPairs[person] != 1 || !oriented.IsZero() && first(a).Before(oriented) != first(b).Before(oriented) {
			return false
		}
	}
	return !t.isSessions() || x.Matched == y.Matched && x.Ended == y.Ended
}
