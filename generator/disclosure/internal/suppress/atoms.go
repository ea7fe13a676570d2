package suppress

import (
	"cmp"
	"slices"
	"strings"
)

// system is a request over atoms: rows are fates, columns those of the atoms.
type system struct {
	k       int
	fates   []fate
	fateOf  []int    // group of the request -> fate
	weights []int    // people in each atom; 0 of a cell that nobody stands in
	columns [][]int  // of each atom: one, or one for each version of its people's answers
	width   int      // columns in all
	hidden  []vector // functionals that must not be derivable
	forced  []vector // rows that are public already
	guarded [][]bool // columns of sets of small cells, where sizes are secret
	active  [][]bool // columns of sets of atoms, lighter than k, that once held a combination
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
			s.fates = append(s.fates, fate{name: g.Name, people: r.owners(g.Members), tier: g.Tier})
			sets = append(sets, g.Members)
		}
		f := &s.fates[i]
		f.name, f.tier = min(f.name, g.Name), min(f.tier, g.Tier)
		f.weight += cmp.Or(g.Weight, 1)
		f.primary = f.primary || g.Primary || len(g.Members) > 0 && f.people < r.K
		s.fateOf = append(s.fateOf, i)
	}
	rows := s.divide(slices.Concat(sets, r.Hidden, r.Forced), r)
	for i := range s.fates {
		s.fates[i].row = rows[i]
		if s.fates[i].primary {
			s.hidden = append(s.hidden, rows[i])
		}
	}
	hidden, forced := len(sets), len(sets)+len(r.Hidden)
	s.hidden = append(s.hidden, rows[hidden:forced]...)
	s.forced = rows[forced:]
	s.guarded = s.slack(r.Slack)
	return s
}

// owners counts the people behind members.
func (r Request) owners(members []int) int {
	if r.Owners == nil && r.Empty == nil {
		return len(members)
	}
	seen := make(map[int]bool)
	for _, m := range members {
		if !slices.Contains(r.Empty, m) {
			seen[r.owner(m)] = true
		}
	}
	return len(seen)
}

func (r Request) owner(member int) int {
	if r.Owners == nil {
		return member
	}
	return r.Owners[member]
}

// count is how many people an owner is: none where it stands for an empty cell.
func (r Request) count(owner int) int {
	if slices.ContainsFunc(r.Empty, func(m int) bool { return r.owner(m) == owner }) {
		return 0
	}
	return 1
}

// divide makes the atoms: people whose columns have equal membership in all
// sets. They are ordered by that membership, so that the order of people does
// not matter. It gives each set as a row over the columns.
func (s *system) divide(sets [][]int, r Request) []vector {
	membership := make(map[int][]byte)
	for i, set := range sets {
		for _, m := range set {
			membership[m] = append(membership[m], byte(i>>8), byte(i))
		}
	}
	versions := make(map[int][]string)
	for m, in := range membership {
		versions[r.owner(m)] = append(versions[r.owner(m)], string(in))
	}
	size, columnsOf := make(map[string]int), make(map[string][]string)
	for owner, own := range versions {
		slices.Sort(own)
		signature := strings.Join(own, "\xff\xff") // no set has this number
		size[signature] += r.count(owner)
		columnsOf[signature] = own
	}
	atoms := make([]string, 0, len(size))
	for m := range size {
		atoms = append(atoms, m)
	}
	slices.SortFunc(atoms, strings.Compare)
	var columns []string
	for _, m := range atoms {
		s.weights = append(s.weights, size[m])
		var own []int
		for _, column := range columnsOf[m] {
			own = append(own, len(columns))
			columns = append(columns, column)
		}
		s.columns = append(s.columns, own)
	}
	s.width = len(columns)
	rows := make([]vector, len(sets))
	for i := range rows {
		rows[i] = make(vector, s.width)
	}
	for c, m := range columns {
		for j := 0; j < len(m); j += 2 {
			rows[int(m[j])<<8|int(m[j+1])][c] = 1
		}
	}
	return rows
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
