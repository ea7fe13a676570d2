package attack

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// SecretCounts attacks what a release says of how many people stand where
// readers do not know who took part (W1 of the specification). The unknowns are
// the people of each atom, department × role × grade × site as far as the
// cells name them, in each base: whole and not below nought. Every printed count,
// size and share binds them. A withheld count that is left fewer than three
// values, or that is known to be of 1 to k-1 people, is a finding. A figure of
// answers may be withheld for the answers, of however many people: the size of k
// or more is no secret there, since a smaller one that it would give away is a
// finding itself. Bounds accuse and never clear.
//
// Where a release prints noughts, a withheld count is not one; that is taken
// back where no numbers are left with it.
func SecretCounts(c microdata.Cohort, tables []Table, t Thresholds) []Finding {
	s := newSecret(c, tables, t)
	if s == nil {
		return []Finding{{Kind: NotKnown, Proof: "participation"}}
	}
	var out []Finding
	for _, w := range s.withheld {
		if w.harmless {
			continue
		}
		if k := s.known[w.unknown]; k.hi-k.lo < 2 || k.lo >= 1 && k.hi < t.K {
			out = append(out, Finding{Kind: Bounded, Proof: w.name})
		}
	}
	return out
}

// secret is the bounds on how many people are in each cell.
type secret struct {
	bounds
	reader     *reader
	dimensions []string
	levels     [][]string              // by dimension; "" stands for all that no cell names
	first      map[string]int          // by base, its first atom
	order      []string                // of the bases, that of all people first
	printed    map[string]bool         // bases and levels that are read already
	exact      map[string][]exactCount // by base
	withheld   []withheldCount
	least      int // of a withheld count
}

type withheldCount struct {
	name, base string
	at         []Level
	atoms      []int // of the base, from its first
	unknown    int
	harmless   bool // withheld for answers: it is of k people or more
}

// many is more people than a cohort has.
const many = 1 << 20

// newSecret gives nil where the printed counts cannot all be true.
func newSecret(c microdata.Cohort, tables []Table, t Thresholds) *secret {
	least := []int{0}
	if slices.ContainsFunc(tables, printsNought) {
		least = []int{1, 0}
	}
	for _, from := range least {
		s := &secret{reader: newReader(c, t), first: make(map[string]int), printed: make(map[string]bool), exact: make(map[string][]exactCount), least: from}
		s.divide(tables)
		s.base("", s.reader.present(), "")
		for _, take := range []func(Table, Cell){s.read, s.hide} {
			for _, table := range tables {
				for _, cell := range table.Cells {
					take(table, cell)
				}
			}
		}
		s.follow()
		if s.tighten() {
			return s
		}
	}
	return nil
}

func printsNought(t Table) bool {
	return HeldSeries(t.ID) == "" && slices.ContainsFunc(t.Cells, func(c Cell) bool { return c.Form == Exact && c.N == 0 })
}

// divide finds the dimensions and levels by which cells count people.
func (s *secret) divide(tables []Table) {
	for _, d := range []string{"role", "department", "grade", "site"} {
		var levels []string
		for _, t := range tables {
			for _, c := range t.Cells {
				for _, l := range c.At {
					if l.Dimension == d {
						levels = append(levels, l.Level)
					}
				}
			}
		}
		slices.Sort(levels)
		levels = slices.Compact(levels)
		if len(levels) == 0 {
			continue
		}
		if slices.ContainsFunc(s.reader.present(), func(p int) bool { return !slices.Contains(levels, s.reader.cohort.People[p].Level(d)) }) {
			levels = append(levels, "")
		}
		s.dimensions, s.levels = append(s.dimensions, d), append(s.levels, levels)
	}
}

// base makes the unknowns of a set of people, one an atom, once. In no atom are
// they more than those of the base that they are part of, if there is one.
func (s *secret) base(what string, people []int, within string) string {
	key := what + fmt.Sprint(people)
	if _, known := s.first[key]; known {
		return key
	}
	s.first[key] = len(s.known)
	s.order = append(s.order, key)
	for i := range s.size() {
		u := s.unknown(0, many)
		if within != "" {
			s.add(constraint{of: []int{s.first[within] + i, u}, times: []int{1, -1}, between: interval{0, many}})
		}
	}
	return key
}

// atoms are the unknowns of a base that a cell counts together.
func (s *secret) atoms(base string, at []Level) []int {
	out := []int{s.first[base]}
	step := 1
	for i, levels := range s.levels {
		var next []int
		for j, level := range levels {
			if slices.ContainsFunc(at, func(l Level) bool { return l.Dimension == s.dimensions[i] && l.Level != level }) {
				continue
			}
			for _, a := range out {
				next = append(next, a+j*step)
			}
		}
		out, step = next, step*len(levels)
	}
	return out
}

// read binds the unknowns of a base by a printed cell.
func (s *secret) read(t Table, c Cell) {
	people, fact, ok := s.of(t, c)
	if !ok || c.Form == Withheld {
		return
	}
	at := s.levelsOf(c)
	base := s.base("", people, s.order[0])
	s.count(base, at, interval{c.N, c.N})
	if !fact {
		return
	}
	between := interval{int(c.Value), int(c.Value)}
	switch {
	case t.Statistic == "count" && c.Form == Coarse:
		between = interval{int(c.Lo), int(c.Hi)}
	case t.Statistic == "rate" && c.Form == Coarse:
		between = bandSums(c.Lo, c.Hi, c.N, 100, t.Decimals)
	case t.Statistic == "rate":
		between = scaledSums(c.Value, c.N, 100, t.Decimals)
	}
	s.count(s.base(t.ID, people, base), at, between)
}

// levelsOf are the levels by which a cell counts people, in one order.
func (s *secret) levelsOf(c Cell) []Level {
	out := slices.DeleteFunc(slices.Clone(c.At), func(l Level) bool { return !slices.Contains(s.dimensions, l.Dimension) })
	slices.SortFunc(out, func(a, b Level) int { return strings.Compare(a.Dimension, b.Dimension) })
	return out
}

// count binds the people of a cell to what it prints.
func (s *secret) count(base string, at []Level, between interval) {
	key := fmt.Sprintf("%s %q", base, at)
	if !s.printed[key] {
		s.printed[key] = true
		atoms := s.atoms(base, at)
		s.add(sum(between, atoms...))
		if between.lo == between.hi {
			s.exact[base] = append(s.exact[base], exactCount{at, s.local(base, atoms), between.lo})
		}
	}
}

// hide makes the number of people of a withheld cell an unknown, which nothing
// that is printed may tell. It is told already where another figure of the same
// people prints.
func (s *secret) hide(t Table, c Cell) {
	people, fact, ok := s.of(t, c)
	if !ok || c.Form != Withheld {
		return
	}
	base, at := s.base("", people, s.order[0]), s.levelsOf(c)
	key := fmt.Sprintf("%s %q", base, at)
	if s.printed[key] {
		return
	}
	s.printed[key] = true
	of, u := s.atoms(base, at), s.unknown(s.least, many)
	sizes := sum(interval{0, 0}, append(of, u)...)
	sizes.times[len(of)] = -1
	s.add(sizes)
	size := 0
	for _, p := range people {
		if !slices.ContainsFunc(at, func(l Level) bool { return s.reader.cohort.People[p].Level(l.Dimension) != l.Level }) {
			size++
		}
	}
	s.withheld = append(s.withheld, withheldCount{cellName(t, c), base, at, s.local(base, of), u, !fact && size >= s.reader.limits.K})
}

// of gives the people that a table counts in, and whether its values count some
// of them by a fact.
func (s *secret) of(t Table, c Cell) (people []int, fact, ok bool) {
	r := s.reader
	kind, rest, _ := strings.Cut(t.ID, ".")
	switch kind {
	case "participation", "orientation", "retention":
		return r.present(), true, true
	case "response":
		return r.reached(rest), true, true
	case "theme":
		dot := max(0, strings.LastIndexByte(rest, '.'))
		if of := r.ofTheme(rest[:dot]); len(of) > 0 {
			return r.base(of[0].Code, rest[dot+1:]), false, true
		}
	}
	whole := c
	whole.At = slices.DeleteFunc(slices.Clone(c.At), func(l Level) bool { return l.Dimension != "week" })
	every := make([]int, len(r.cohort.Questions))
	for i := range every {
		every[i] = i
	}
	q, _, people := r.asks(every, t, whole)
	return people, false, q >= 0
}
