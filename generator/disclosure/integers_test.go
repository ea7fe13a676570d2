package disclosure

import "slices"

// integers is a set of unknown whole numbers with bounds, and rows that bind
// them: each the sum of times × unknown, between lo and hi. It is the second
// solver of this project and shares nothing with package attack: it searches
// all values, by branch and bound, so that it can say that there is none.
type integers struct {
	lo, hi []int
	near   []int // values from which the search starts
	rows   []bound
	in     [][]int // by unknown, its rows
	room   int     // how far from near, in all, the search goes
}

type bound struct {
	of, times []int
	lo, hi    int
}

func (s *integers) unknown(lo, hi, near int) int {
	s.lo, s.hi, s.near, s.in = append(s.lo, lo), append(s.hi, hi), append(s.near, near), append(s.in, nil)
	return len(s.lo) - 1
}

// bind adds a row. Unknowns with times 0 are left out of it.
func (s *integers) bind(lo, hi int, of, times []int) {
	row := bound{lo: lo, hi: hi}
	for i, u := range of {
		if times[i] != 0 {
			row.of, row.times = append(row.of, u), append(row.times, times[i])
			s.in[u] = append(s.in[u], len(s.rows))
		}
	}
	s.rows = append(s.rows, row)
}

// total binds the plain sum of unknowns.
func (s *integers) total(lo, hi int, of ...int) {
	s.bind(lo, hi, of, slices.Repeat([]int{1}, len(of)))
}

// solve gives values that keep all rows. found is false where there are none;
// decided is false where the search gave up after so many nodes.
func (s *integers) solve(nodes int) (values []int, found, decided bool) {
	for _, s.room = range []int{4, 6, 8, 12, 16, 1 << 30} {
		left := nodes
		if values = s.search(slices.Clone(s.lo), slices.Clone(s.hi), &left); values != nil {
			return values, true, true
		}
		decided = left > 0
	}
	return nil, false, decided
}

// ends gives the least and the greatest value that an unknown takes in any
// solution.
func (s *integers) ends(unknown, nodes int) (lo, hi int, decided bool) {
	was := [2]int{s.lo[unknown], s.hi[unknown]}
	restore := func() { s.lo[unknown], s.hi[unknown] = was[0], was[1] }
	defer restore()
	decided = true
	within := func(from, to int) bool {
		s.lo[unknown], s.hi[unknown] = from, to
		_, found, sure := s.solve(nodes)
		decided = decided && sure
		return found
	}
	for lo = was[0]; lo < was[1] && !within(lo, lo); lo++ {
	}
	for hi = was[1]; hi > lo && !within(hi, hi); hi-- {
	}
	return lo, hi, decided
}

// search narrows the bounds and, where the values nearest to the start do not
// keep all rows, divides the values of one unknown of a broken row: first those
// that mend it, then the others. Both halves are smaller, so that it ends.
func (s *integers) search(lo, hi []int, left *int) []int {
	if *left--; *left < 0 || !s.narrow(lo, hi) || s.away(lo, hi) > s.room {
		return nil
	}
	guess := make([]int, len(lo))
	for u := range guess {
		guess[u] = max(lo[u], min(hi[u], s.near[u]))
	}
	unknown, up := s.mend(guess, lo, hi)
	if unknown < 0 {
		return guess
	}
	for _, mending := range []bool{true, false} {
		from, to := slices.Clone(lo), slices.Clone(hi)
		switch {
		case up && mending:
			from[unknown] = guess[unknown] + 1
		case up:
			to[unknown] = guess[unknown]
		case mending:
			to[unknown] = guess[unknown] - 1
		default:
			from[unknown] = guess[unknown]
		}
		if out := s.search(from, to, left); out != nil {
			return out
		}
	}
	return nil
}

// away is how far from near the bounds have come, in all.
func (s *integers) away(lo, hi []int) int {
	total := 0
	for u, near := range s.near {
		total += max(0, lo[u]-near, near-hi[u])
	}
	return total
}

// mend chooses the unknown of a broken row that, moved by one, leaves least
// broken, and its direction; -1 where no row is broken. After narrow a broken
// row has an unknown that can move.
func (s *integers) mend(guess, lo, hi []int) (unknown int, up bool) {
	sums := make([]int, len(s.rows))
	broken := -1
	for i, r := range s.rows {
		for j, u := range r.of {
			sums[i] += r.times[j] * guess[u]
		}
		if r.miss(sums[i]) > 0 && (broken < 0 || len(r.of) < len(s.rows[broken].of)) {
			broken = i
		}
	}
	if broken < 0 {
		return -1, false
	}
	unknown = -1
	least := 0
	for j, u := range s.rows[broken].of {
		up1 := (sums[broken] < s.rows[broken].lo) == (s.rows[broken].times[j] > 0)
		if up1 && guess[u] >= hi[u] || !up1 && guess[u] <= lo[u] {
			continue
		}
		rest := 0
		for _, i := range s.in[u] {
			r := s.rows[i]
			times := r.times[slices.Index(r.of, u)]
			if !up1 {
				times = -times
			}
			rest += r.miss(sums[i]+times) - r.miss(sums[i])
		}
		if unknown < 0 || rest < least {
			unknown, up, least = u, up1, rest
		}
	}
	return unknown, up
}

// miss is how far a sum lies outside a row.
func (r bound) miss(sum int) int { return max(0, r.lo-sum, sum-r.hi) }

// narrow takes from each unknown what the rest of a row cannot make up for,
// until nothing moves; false where some row cannot be kept.
func (s *integers) narrow(lo, hi []int) bool {
	for moved := true; moved; {
		moved = false
		for _, r := range s.rows {
			least, most := 0, 0
			for j, u := range r.of {
				least += min(r.times[j]*lo[u], r.times[j]*hi[u])
				most += max(r.times[j]*lo[u], r.times[j]*hi[u])
			}
			if least > r.hi || most < r.lo {
				return false
			}
			if least >= r.lo && most <= r.hi {
				continue
			}
			for j, u := range r.of {
				for lo[u] < hi[u] && (r.times[j] > 0 && most-r.times[j]*(hi[u]-lo[u]) < r.lo || r.times[j] < 0 && least-r.times[j]*(hi[u]-lo[u]) > r.hi) {
					if r.times[j] > 0 {
						least += r.times[j]
					} else {
						most += r.times[j]
					}
					lo[u]++
					moved = true
				}
				for lo[u] < hi[u] && (r.times[j] > 0 && least+r.times[j]*(hi[u]-lo[u]) > r.hi || r.times[j] < 0 && most+r.times[j]*(hi[u]-lo[u]) < r.lo) {
					if r.times[j] > 0 {
						most -= r.times[j]
					} else {
						least -= r.times[j]
					}
					hi[u]--
					moved = true
				}
			}
		}
	}
	return true
}
