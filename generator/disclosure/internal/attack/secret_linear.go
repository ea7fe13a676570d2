package attack

import (
	"math/big"
	"slices"
)

// exactCount is a printed number of people of some atoms of a base, numbered
// from its first.
type exactCount struct {
	at    []Level
	atoms []int
	n     int
}

// follow adds to the constraints what follows from exact counts of a base by
// adding and subtracting them, over the rationals: by each constraint alone,
// 30 - 12 - 11 - 7 would never be seen to be nought where the groups overlap.
// It gives what is left of every printed count, every printed combination in
// reduced form, and every withheld count as what of it no printed count tells,
// beside a number.
func (s *secret) follow() {
	for _, base := range s.order {
		printed := s.exact[base]
		if len(printed) == 0 {
			continue
		}
		vectors := make([][]*big.Rat, len(printed))
		for i, p := range printed {
			vectors[i] = s.indicator(p.atoms)
		}
		s.rests(base, printed)
		e, _ := eliminate(vectors, s.size(), nil)
		for i, row := range e.rows {
			s.equal(base, row, dot(e.from[i], printed))
		}
		for _, w := range s.withheld {
			if w.base != base {
				continue
			}
			rest, from := s.indicator(w.atoms), zeros(len(printed))
			e.reduce(rest, from)
			// The count is rest less from times the printed counts.
			for _, x := range rest {
				x.Neg(x)
			}
			s.equal(base, rest, new(big.Rat).Neg(dot(from, printed)), w.unknown)
		}
	}
}

// rests adds how many people are in the levels of a dimension that do not print
// within a count that does.
func (s *secret) rests(base string, printed []exactCount) {
	for _, whole := range printed {
		for _, d := range s.dimensions {
			rest, n := s.indicator(whole.atoms), whole.n
			for _, part := range printed {
				if !isPart(part.at, whole.at, d) {
					continue
				}
				n -= part.n
				for _, a := range part.atoms {
					rest[a].SetInt64(0)
				}
			}
			var counts []int
			for _, w := range s.withheld {
				if w.base != base || !isPart(w.at, whole.at, d) {
					continue
				}
				counts = append(counts, w.unknown)
				for _, a := range w.atoms {
					rest[a].SetInt64(0)
				}
			}
			s.equal(base, rest, new(big.Rat).SetInt64(int64(n)), counts...)
		}
	}
}

// isPart says whether a cell names one level of a dimension more than another.
func isPart(part, whole []Level, dimension string) bool {
	if len(part) != len(whole)+1 || slices.ContainsFunc(whole, func(l Level) bool { return l.Dimension == dimension || !slices.Contains(part, l) }) {
		return false
	}
	return slices.ContainsFunc(part, func(l Level) bool { return l.Dimension == dimension })
}

// size is how many atoms a base has.
func (s *secret) size() int {
	size := 1
	for _, l := range s.levels {
		size *= len(l)
	}
	return size
}

func (s *secret) indicator(atoms []int) []*big.Rat {
	out := zeros(s.size())
	for _, a := range atoms {
		out[a].SetInt64(1)
	}
	return out
}

func dot(times []*big.Rat, printed []exactCount) *big.Rat {
	sum := new(big.Rat)
	for i, p := range printed {
		sum.Add(sum, new(big.Rat).Mul(times[i], new(big.Rat).SetInt64(int64(p.n))))
	}
	return sum
}

// equal binds atoms of a base, times their coefficients, and withheld counts,
// each once, to a sum. It counts all of them times their common denominator.
func (s *secret) equal(base string, times []*big.Rat, total *big.Rat, counts ...int) {
	common := new(big.Int).Set(total.Denom())
	for _, x := range times {
		d := x.Denom()
		common.Mul(common, new(big.Int).Div(d, new(big.Int).GCD(nil, nil, common, d)))
	}
	whole := func(x *big.Rat) int {
		return int(new(big.Int).Div(new(big.Int).Mul(x.Num(), common), x.Denom()).Int64())
	}
	var c constraint
	for j, x := range times {
		if x.Sign() != 0 {
			c.of, c.times = append(c.of, s.first[base]+j), append(c.times, whole(x))
		}
	}
	for _, u := range counts {
		c.of, c.times = append(c.of, u), append(c.times, int(common.Int64()))
	}
	if n := whole(total); len(c.of) > 0 {
		c.between = interval{n, n}
		s.add(c)
	}
}

// local are atoms of a base numbered from its first.
func (s *secret) local(base string, atoms []int) []int {
	out := slices.Clone(atoms)
	for i := range out {
		out[i] -= s.first[base]
	}
	return out
}
