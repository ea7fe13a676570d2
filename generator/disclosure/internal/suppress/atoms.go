package suppress

import (
	"cmp"
	"slices"
	"strings"
)

// system is a request over atoms: rows are fates, columns are atoms.
type system struct {
	k       int
	fates   []fate
	fateOf  []int    // group of the request -> fate
	weights []int    // people in each atom, none empty
	hidden  []vector // functionals that must not be derivable
	active  [][]bool // sets of atoms, lighter than k, that once held a combination
	seen    map[string]bool
}

// fate is all groups with the same people: they are one figure to an
// attacker, whatever their labels, and are published or withheld together.
type fate struct {
	name    string
	people  int
	tier    int
	weight  float64
	primary bool
	row     vector
}

func newSystem(r Request) *system {
	s := &system{k: r.K, seen: make(map[string]bool)}
	fateOf := make(map[string]int)
	var sets [][]int
	for _, g := range r.Groups {
		key := setKey(g.Members)
		i, known := fateOf[key]
		if !known {
			i = len(s.fates)
			fateOf[key] = i
			s.fates = append(s.fates, fate{name: g.Name, people: len(g.Members), tier: g.Tier})
			sets = append(sets, g.Members)
		}
		f := &s.fates[i]
		f.name, f.tier = min(f.name, g.Name), min(f.tier, g.Tier)
		f.weight += cmp.Or(g.Weight, 1)
		f.primary = f.primary || g.Primary || len(g.Members) > 0 && len(g.Members) < r.K
		s.fateOf = append(s.fateOf, i)
	}
	s.divide(append(slices.Clone(sets), r.Hidden...), len(sets))
	return s
}

// divide makes the atoms: people with equal membership in all sets. They are
// ordered by that membership, so that the order of people does not matter.
func (s *system) divide(sets [][]int, fates int) {
	membership := make(map[int][]byte)
	for i, set := range sets {
		for _, p := range set {
			membership[p] = append(membership[p], byte(i>>8), byte(i))
		}
	}
	size := make(map[string]int)
	for _, m := range membership {
		size[string(m)]++
	}
	atoms := make([]string, 0, len(size))
	for m := range size {
		atoms = append(atoms, m)
	}
	slices.SortFunc(atoms, strings.Compare)
	rows := make([]vector, len(sets))
	for i := range rows {
		rows[i] = make(vector, len(atoms))
	}
	for a, m := range atoms {
		s.weights = append(s.weights, size[m])
		for j := 0; j < len(m); j += 2 {
			rows[int(m[j])<<8|int(m[j+1])][a] = 1
		}
	}
	for i := range s.fates {
		s.fates[i].row = rows[i]
		if s.fates[i].primary {
			s.hidden = append(s.hidden, rows[i])
		}
	}
	s.hidden = append(s.hidden, rows[fates:]...)
}

func (s *system) lightAtoms() int {
	n := 0
	for _, w := range s.weights {
		if w < s.k {
			n++
		}
	}
	return n
}

func setKey(members []int) string {
	var b strings.Builder
	for _, m := range members {
		b.WriteByte(byte(m >> 16))
		b.WriteByte(byte(m >> 8))
		b.WriteByte(byte(m))
	}
	return b.String()
}
