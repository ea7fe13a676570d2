package attack

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// Bounds narrows, for each question and wave of which something is printed, the
// unknown numbers of each atom that gave each answer. It accuses where the
// people of an atom can have given one answer alone, and where a withheld mean
// is known to within less than a quarter of the scale. What it does not accuse
// may be disclosed all the same: that is for the twins.
func Bounds(c microdata.Cohort, tables []Table, t Thresholds) []Finding {
	r := newReader(c, t)
	var out []Finding
	for q := range c.Questions {
		figures := r.figures([]int{q}, tables)
		if len(figures) == 0 {
			continue
		}
		answers := make(map[string][]int)
		var all []series
		for w := range c.Waves {
			s := newSeries(c, q, w)
			all, answers[s.name] = append(all, s), s.points
		}
		for _, s := range all {
			g, ok := newGrid(s, figures, answers, nil)
			if !ok || len(g.rows) == 0 {
				continue // told by Twins; or nothing is printed
			}
			out = append(out, r.bounded(s, g, figures, tables)...)
		}
	}
	return out
}

// bounded attacks one series. Only figures of the series alone bind its
// unknowns: a change binds two.
func (r *reader) bounded(s series, g *grid, figures []figure, tables []Table) []Finding {
	var b bounds
	first := make([]int, len(g.people))
	for a, byPoint := range g.people {
		size := 0
		for _, who := range byPoint {
			size += len(who)
		}
		first[a] = b.counts(size, len(s.values))
	}
	sizes, groups := replaced(figures, s.name)
	var gone []int
	for _, size := range sizes {
		gone = append(gone, b.counts(size, len(s.values)))
	}
	row := 0
	for i, f := range figures {
		weights := f.weights[s.name]
		if weights == nil {
			continue
		}
		if len(f.weights) == 1 {
			var of []int
			for _, a := range g.rows[row].atoms {
				of = append(of, first[a])
			}
			for _, j := range groups[i] {
				of = append(of, gone[j])
			}
			for _, c := range centred(weights, f, of) {
				b.add(c)
			}
		}
		row++
	}
	name := "survey." + s.name
	if !b.tighten() {
		return []Finding{{Kind: NotKnown, Proof: name, Series: s.name}}
	}
	bound := gone // that some figure binds
	for a, rows := range g.of {
		if len(rows) > 0 {
			bound = append(bound, first[a])
		}
	}
	if b.alone(bound, len(s.values)) || r.narrow(&b, s, g, first, tables) {
		return []Finding{{Kind: Bounded, Proof: name, Series: s.name}}
	}
	return nil
}

// counts makes the unknown numbers of so many people who gave each answer, and
// gives the first.
func (b *bounds) counts(people, points int) int {
	var of []int
	for range points {
		of = append(of, b.unknown(0, people))
	}
	b.add(sum(interval{people, people}, of...))
	return of[0]
}

// centred writes a figure as two constraints over counts, weights measured from
// the greatest and from the least: with the number of people known both say the
// same, but an interval is narrowed by one where it is not by the other. of are
// the first unknowns of its atoms.
func centred(weights []int, f figure, of []int) []constraint {
	var out []constraint
	for _, from := range []int{slices.Min(weights), slices.Max(weights)} {
		c := constraint{between: interval{f.between.lo - from*len(f.people), f.between.hi - from*len(f.people)}}
		for _, first := range of {
			for t, w := range weights {
				c.of, c.times = append(c.of, first+t), append(c.times, w-from)
			}
		}
		out = append(out, c)
	}
	return out
}

// alone says whether the people of some atom can have given one answer only.
// atoms are their first unknowns.
func (b *bounds) alone(atoms []int, points int) bool {
	return slices.ContainsFunc(atoms, func(first int) bool {
		possible := 0
		for t := range points {
			if b.known[first+t].hi > 0 {
				possible++
			}
		}
		return possible < 2
	})
}

// narrow says whether a withheld mean is known to within a quarter of the
// scale. Beside a class it is withheld for the class, which by itself leaves
// the answers of a few people open: there it is a quarter of what these leave.
func (r *reader) narrow(b *bounds, s series, g *grid, first []int, tables []Table) bool {
	lowest, highest := s.values[0], s.values[len(s.values)-1]
	for _, t := range tables {
		if t.ID != "survey."+s.name || t.Statistic != "mean" {
			continue
		}
		code := s.name[:strings.LastIndexByte(s.name, '.')]
		for _, c := range t.Cells {
			if c.Form != Withheld {
				continue
			}
			people := r.at(r.base(code, s.name[len(code)+1:]), c)
			if len(people) == 0 {
				continue
			}
			low, high, whole := b.sumOver(people, s, g, first)
			if whole && 4*(high-low) < (len(people)-inClass(tables, s.name, c))*(highest-lowest) {
				return true
			}
		}
	}
	return false
}

// inClass is how many people a class of a group tells to have given one answer;
// 0 where none is printed.
func inClass(tables []Table, series string, at Cell) int {
	for _, t := range tables {
		if t.ID != "survey."+series || t.Statistic != "distribution" {
			continue
		}
		for _, c := range t.Cells {
			if c.Form == Coarse && slices.Equal(c.At, at.At) {
				return c.Counts[0].People
			}
		}
	}
	return 0
}

// sumOver gives the least and the greatest sum of answers of people who are
// whole atoms; whole is false where they are not, since then nothing binds them.
func (b *bounds) sumOver(people []int, s series, g *grid, first []int) (low, high int, whole bool) {
	found := 0
	for a, byPoint := range g.people {
		in, size := 0, 0
		for _, who := range byPoint {
			for _, p := range who {
				size++
				if _, ok := slices.BinarySearch(people, p); ok {
					in++
				}
			}
		}
		if in == 0 {
			continue
		}
		if in < size {
			return 0, 0, false
		}
		found += in
		l, h := b.atomSum(first[a], size, s.values)
		low, high = low+l, high+h
	}
	return low, high, found == len(people)
}

// atomSum is the least and the greatest sum of an atom's answers: as many as
// must give each answer, the rest at the end of what they can.
func (b *bounds) atomSum(first, size int, values []int) (low, high int) {
	rest := size
	for t, v := range values {
		k := b.known[first+t]
		low, high, rest = low+k.lo*v, high+k.lo*v, rest-k.lo
	}
	left := rest
	for t := 0; t < len(values) && left > 0; t++ {
		n := min(left, b.known[first+t].hi-b.known[first+t].lo)
		low, left = low+n*values[t], left-n
	}
	left = rest
	for t := len(values) - 1; t >= 0 && left > 0; t-- {
		n := min(left, b.known[first+t].hi-b.known[first+t].lo)
		high, left = high+n*values[t], left-n
	}
	return low, high
}
