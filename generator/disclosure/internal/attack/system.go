package attack

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// slot is one number that nobody may learn: what an owner, a person or a pair,
// holds under a key.
type slot struct {
	owner int
	key   string
}

// row is a printed or withheld figure: a sum over slots, each counted as often
// as its coefficient says.
type row struct {
	name  string
	slots map[slot]int64
	// unseen is what else the figure might be of, for all that readers know. It
	// covers nobody, and without it figures would seem to follow that are the
	// same by chance: in April alone all met online.
	unseen []string
}

// system is a family of rows that share slots.
type system struct {
	k       int
	unit    string // people or pairs
	printed []row
	hidden  []row
}

// classes groups owners whom no row tells apart. columns[c] are the columns of
// class c, one a key; weights[c] its owners.
type classes struct {
	columns [][]int
	weights []int
	count   int // columns in all
	of      map[slot]int
	number  []int // within a component, the class of the whole system
}

func newClasses(rows []row) classes {
	patterns := make(map[int]map[string]*strings.Builder)
	for i, r := range rows {
		for at, c := range r.slots {
			if patterns[at.owner] == nil {
				patterns[at.owner] = make(map[string]*strings.Builder)
			}
			b := patterns[at.owner][at.key]
			if b == nil {
				b = &strings.Builder{}
				patterns[at.owner][at.key] = b
			}
			fmt.Fprintf(b, "%d:%d ", i, c)
		}
	}
	owners := make([]int, 0, len(patterns))
	for o := range patterns {
		owners = append(owners, o)
	}
	slices.Sort(owners)
	out := classes{of: make(map[slot]int)}
	known := make(map[string]int)
	for _, o := range owners {
		// Slots of an owner that no row tells apart are one column.
		columnOf, texts := make(map[string]int), []string{}
		for _, b := range patterns[o] {
			if _, twice := columnOf[b.String()]; !twice {
				columnOf[b.String()] = 0
				texts = append(texts, b.String())
			}
		}
		slices.Sort(texts)
		signature := strings.Join(texts, "|")
		c, seen := known[signature]
		if !seen {
			c = len(out.weights)
			known[signature] = c
			out.weights = append(out.weights, 0)
			columns := make([]int, len(texts))
			for i := range texts {
				columns[i] = out.count
				out.count++
			}
			out.columns = append(out.columns, columns)
		}
		out.weights[c]++
		for i, text := range texts {
			columnOf[text] = out.columns[c][i]
		}
		for key, b := range patterns[o] {
			out.of[slot{o, key}] = columnOf[b.String()]
		}
	}
	return out
}

// vector is a row over the columns of the classes.
func (c classes) vector(r row) []*big.Rat {
	v := zeros(c.count)
	for at, coefficient := range r.slots {
		v[c.of[at]].SetInt64(coefficient)
	}
	return v
}

func zeros(n int) []*big.Rat {
	v, values := make([]*big.Rat, n), make([]big.Rat, n)
	for i := range v {
		v[i] = &values[i]
	}
	return v
}

// distinct leaves out printed rows over the same slots as an earlier one: a
// mean and a distribution of the same people are one row.
func distinct(printed []row) []row {
	known := make(map[int][]row) // by size and coefficients, to compare few
	return slices.DeleteFunc(slices.Clone(printed), func(r row) bool {
		mark := len(r.slots)
		for at, c := range r.slots {
			mark += (at.owner + 1) * (len(at.key) + 7) * int(c)
		}
		same := slices.ContainsFunc(known[mark], func(k row) bool { return maps.Equal(k.slots, r.slots) && slices.Equal(k.unseen, r.unseen) })
		if !same {
			known[mark] = append(known[mark], r)
		}
		return same
	})
}

// attack runs both audits of a system: every withheld row, and every set of
// fewer than k owners.
func (s *system) attack() []Finding {
	var out []Finding
	s.printed = distinct(s.printed)
	printed, hidden := supposed(s.printed), supposed(s.hidden)
	c := newClasses(append(slices.Clone(printed), hidden...))
	e := newElimination(c, printed)
	for _, h := range hidden {
		if len(h.slots) == 0 {
			continue // nobody stands behind it, nor might
		}
		if combination, inside := e.express(c.vector(h)); inside {
			out = append(out, Finding{Kind: Recomputed, Proof: s.words(combination) + " = " + h.name})
		}
	}
	// Owners whom only withheld rows tell apart are one class to this search,
	// which keeps it short.
	c = newClasses(s.printed)
	e = newElimination(c, s.printed)
	for _, part := range e.components(c) {
		if part.spread(s.k) {
			continue
		}
		for _, set := range part.lightSets(part.classes, s.k) {
			for i, class := range set {
				set[i] = part.classes.number[class]
			}
			combination, people := s.isolate(c, set)
			if people > 0 {
				out = append(out, Finding{Kind: FewPeople, People: people,
					Proof: fmt.Sprintf("%s = %d %s", s.words(combination), people, s.unit)})
			}
		}
	}
	return out
}

// supposed are rows with what they might be of besides, which is nobody's.
func supposed(rows []row) []row {
	out := slices.Clone(rows)
	for i, r := range rows {
		out[i].slots = maps.Clone(r.slots)
		for _, key := range r.unseen {
			out[i].slots[slot{-1, key}] = 1
		}
	}
	return out
}

// words writes a combination of printed rows.
func (s *system) words(combination []*big.Rat) string {
	var b strings.Builder
	for i, c := range combination {
		if c.Sign() == 0 {
			continue
		}
		switch {
		case b.Len() > 0 && c.Sign() < 0:
			b.WriteString(" − ")
		case b.Len() > 0:
			b.WriteString(" + ")
		case c.Sign() < 0:
			b.WriteString("−")
		}
		if size := new(big.Rat).Abs(c); size.Cmp(big.NewRat(1, 1)) != 0 {
			b.WriteString(size.RatString() + "·")
		}
		b.WriteString(s.printed[i].name)
	}
	return b.String()
}
