package attack

import (
	"fmt"
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
}

// system is a family of rows that share slots.
type system struct {
	k       int
	unit    string // people or pairs
	printed []row
	hidden  []row
}

// classes groups owners whom no row tells apart. columns[c] are the columns of
// class c, one a key; weights[c] its owners. Columns that stand in the same
// rows are alike: a combination touches all of them or none. alike holds for
// each column the owners of all that are alike to it.
type classes struct {
	columns [][]int
	weights []int
	count   int // columns in all
	of      map[slot]int
	alike   []int
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
	like := likeness(patterns)
	for _, o := range owners {
		keys := make([]string, 0, len(patterns[o]))
		for key := range patterns[o] {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		var signature strings.Builder
		for _, key := range keys {
			fmt.Fprintf(&signature, "%s[%s]", key, patterns[o][key])
		}
		c, seen := known[signature.String()]
		if !seen {
			c = len(out.weights)
			known[signature.String()] = c
			out.weights = append(out.weights, 0)
			columns := make([]int, len(keys))
			for i, key := range keys {
				columns[i] = out.count
				out.count++
				out.alike = append(out.alike, like[patterns[o][key].String()])
			}
			out.columns = append(out.columns, columns)
		}
		out.weights[c]++
		for i, key := range keys {
			out.of[slot{o, key}] = out.columns[c][i]
		}
	}
	return out
}

// likeness counts the owners of each pattern, under whatever key.
func likeness(patterns map[int]map[string]*strings.Builder) map[string]int {
	out := make(map[string]int)
	for _, keys := range patterns {
		mine := make(map[string]bool)
		for _, pattern := range keys {
			mine[pattern.String()] = true
		}
		for pattern := range mine {
			out[pattern]++
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
	v := make([]*big.Rat, n)
	for i := range v {
		v[i] = new(big.Rat)
	}
	return v
}

// attack runs both audits of a system: every withheld row, and every set of
// fewer than k owners.
func (s *system) attack() []Finding {
	var out []Finding
	c := newClasses(append(slices.Clone(s.printed), s.hidden...))
	e := newElimination(c, s.printed)
	for _, h := range s.hidden {
		if len(h.slots) == 0 {
			continue // nobody stands behind it
		}
		if combination, inside := e.express(c.vector(h)); inside {
			out = append(out, Finding{Kind: Recomputed, Proof: s.words(combination) + " = " + h.name})
		}
	}
	// Owners whom only withheld rows tell apart are one class to this search,
	// which keeps it short.
	c = newClasses(s.printed)
	for _, set := range lightSets(c, s.printed, s.k) {
		combination, people := s.isolate(c, set)
		if people > 0 {
			out = append(out, Finding{Kind: FewPeople, People: people,
				Proof: fmt.Sprintf("%s = %d %s", s.words(combination), people, s.unit)})
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
