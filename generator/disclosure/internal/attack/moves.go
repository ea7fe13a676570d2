package attack

import (
	"cmp"
	"slices"
)

// Limits of one search, fixed so that a release is the same on each machine.
const (
	maxStates = 300 // states that one search visits for each number of steps
	maxWays   = 16  // ways on from one state
	maxOffers = 5   // twins that printing again may refuse before the search gives up
)

// steps are how many people may answer otherwise in one twin, tried in turn.
var steps = []int{2, 3, 4, 6, 8}

// search looks for a change by which one of a kind answers otherwise and no
// figure prints another number.
//
// It takes the moves of section 4.3 in their order, as one search: a step that
// moves the target, then steps that mend what moved. An exchange in the target's
// own atom comes first (move 1), then one with whom no figure tells apart; after
// it the kernel moves (2), made beforehand; where a domain prints
// its mean alone, any steps that keep the sum will do (3); and what is left is
// a bounded search (4), which at last uses that figures are rounded.
type search struct {
	*state
	rounding bool
	limit    int // steps at most
	states   int
	offers   int
	accept   func([]step) bool
}

// another gives the steps of a twin for the target's kind, in which nobody of
// the locked kinds moves. width is how far the answer must move; rounding allows
// steps that only rounding hides.
func (g *grid) another(target int, locked []int, width int, rounding bool, accept func([]step) bool) ([]step, bool) {
	k := g.kinds[target]
	s := search{state: g.start(locked), accept: accept}
	if s.free[target] < 1 {
		return nil, false
	}
	if s.exchange(k, width) {
		return slices.Clone(s.steps), true
	}
	for _, s.rounding = range []bool{false, true} {
		if s.rounding && !rounding {
			break
		}
		for i, limit := range steps {
			if !s.rounding && i == 1 && s.byKernel(k, width) {
				return slices.Clone(s.steps), true
			}
			s.states, s.limit = 0, limit
			for _, to := range g.nearest(k.point, width) {
				s.take(step{k.atom, k.point, to})
				if s.mend() {
					return slices.Clone(s.steps), true
				}
				s.back()
			}
		}
	}
	return nil, false
}

// exchange takes another of the target's atom who answered otherwise: nobody can
// tell which of them answered what (move 1).
func (s *search) exchange(k kind, width int) bool {
	for _, to := range s.grid.nearest(k.point, width) {
		if !s.has([]int{k.atom}, to) {
			continue
		}
		s.take(step{k.atom, k.point, to})
		s.take(step{k.atom, to, k.point})
		if s.accept(s.steps) {
			return true
		}
		s.back()
		s.back()
	}
	return false
}

// nearest gives the answers at least width away, those that differ least first.
func (g *grid) nearest(from, width int) []int {
	var out []int
	for t := range g.values {
		if t != from && abs(g.values[t]-g.values[from]) >= width {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return cmp.Compare(abs(g.values[a]-g.values[from]), abs(g.values[b]-g.values[from]))
	})
	return out
}

// mend takes further steps until every line prints what it did, and says
// whether it came to an accepted end.
func (s *search) mend() bool {
	s.states++
	broken, excess := s.broken()
	if broken < 0 {
		s.offers++
		return s.offers <= maxOffers && s.accept(s.steps)
	}
	left := s.limit - len(s.steps)
	if left == 0 {
		return false
	}
	for _, m := range s.ways(broken, excess, left == 1) {
		if s.states > maxStates {
			return false
		}
		s.take(m)
		if s.mend() {
			return true
		}
		s.back()
	}
	return false
}

// broken is the line with the fewest atoms that prints another number, -1
// where none does, and by how much all lines do.
func (s *search) broken() (line, excess int) {
	line = -1
	for i, l := range s.grid.rows {
		e := l.excess(s.moved[i], s.rounding)
		excess += e
		if e > 0 && (line < 0 || len(l.atoms) < len(s.grid.rows[line].atoms)) {
			line = i
		}
	}
	return line, excess
}

// ways are the steps that bring a broken line nearer to what it prints, those
// that leave least broken elsewhere first; with a last step, those alone that
// mend all.
func (s *search) ways(broken, excess int, last bool) []step {
	type way struct {
		step
		left int
	}
	var out []way
	before := s.grid.rows[broken].excess(s.moved[broken], s.rounding)
	for _, a := range s.grid.rows[broken].atoms {
		for from, k := range s.grid.kindOf[a] {
			if k < 0 || s.free[k] < 1 {
				continue
			}
			for to := range s.grid.values {
				w := s.grid.rows[broken].weights
				moved := s.moved[broken] + w[to] - w[from]
				if to == from || s.grid.rows[broken].excess(moved, s.rounding) >= before {
					continue
				}
				m := step{a, from, to}
				if left := excess + s.gain(m); left == 0 || !last {
					out = append(out, way{m, left})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b way) int { return cmp.Compare(a.left, b.left) })
	steps := make([]step, 0, maxWays)
	for _, w := range out[:min(maxWays, len(out))] {
		steps = append(steps, w.step)
	}
	return steps
}

// gain is by how much a step raises the excess of all lines, less where it
// mends more.
func (s *search) gain(m step) int {
	total := 0
	for _, i := range s.grid.of[m.atom] {
		l := s.grid.rows[i]
		d := l.weights[m.to] - l.weights[m.from]
		total += l.excess(s.moved[i]+d, s.rounding) - l.excess(s.moved[i], s.rounding)
	}
	return total
}

func abs(x int) int { return max(x, -x) }
