package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// unknowns is a family as whole numbers: how many people of each atom, those
// whom no figure of the column separates, gave each answer.
type unknowns struct {
	integers
	atom  [][]int   // by column and person, -1 for none
	first [][]int   // by column and atom, the unknown of the first point
	size  [][]int   // by column and atom, people
	kinds [][][]int // by column, atom and point, people who gave it
}

func newUnknowns(f *themed) *unknowns {
	u := &unknowns{}
	for k, column := range f.columns {
		points := 0
		for _, s := range f.figures {
			points = max(points, len(s.weights[k]))
		}
		atoms := make(map[string]int)
		of, kinds := slices.Repeat([]int{-1}, len(column.points)), [][]int(nil)
		for p, point := range column.points {
			if point < 0 || points == 0 {
				continue
			}
			var in strings.Builder
			for i, s := range f.figures {
				if s.weights[k] != nil && s.people[p] {
					fmt.Fprint(&in, i, " ")
				}
			}
			if in.Len() == 0 {
				continue // nothing is printed of him
			}
			a, known := atoms[in.String()]
			if !known {
				a = len(atoms)
				atoms[in.String()] = a
				kinds = append(kinds, make([]int, points))
			}
			of[p] = a
			kinds[a][point]++
		}
		u.atom, u.kinds = append(u.atom, of), append(u.kinds, kinds)
		u.first, u.size = append(u.first, nil), append(u.size, nil)
		for _, counts := range kinds {
			u.addAtom(k, counts)
		}
	}
	for _, s := range f.figures {
		u.addFigure(f, s)
	}
	return u
}

func (u *unknowns) addAtom(column int, counts []int) {
	size := 0
	for _, n := range counts {
		size += n
	}
	var of []int
	for _, n := range counts {
		of = append(of, u.unknown(0, size, n))
	}
	u.first[column], u.size[column] = append(u.first[column], of[0]), append(u.size[column], size)
	u.total(size, size, of...)
}

func (u *unknowns) addFigure(f *themed, s says) {
	var of, times []int
	for k := range f.columns {
		weights := s.weights[k]
		if weights == nil {
			continue
		}
		seen := make(map[int]bool)
		for p, in := range s.people {
			if a := u.atom[k][p]; in && !seen[a] {
				seen[a] = true
				for point, w := range weights {
					of, times = append(of, u.first[k][a]+point), append(times, w)
				}
			}
		}
	}
	u.bind(s.lo, s.hi, of, times)
}

// outcome counts the questions that an attack asked, those that it had to
// search for, and how they ended.
type outcome struct{ asked, searched, undecided, certain int }

func (o *outcome) add(p outcome) {
	o.asked, o.searched, o.undecided, o.certain = o.asked+p.asked, o.searched+p.searched, o.undecided+p.undecided, o.certain+p.certain
}

// attack asks, for each person as insider and each kind of other people, and
// gives up a question after so many nodes.
func (c *colleague) attack(t *testing.T, nodes int) (total outcome) {
	t.Helper()
	for _, f := range c.families(t) {
		u := newUnknowns(f)
		insiders := make(map[string][]int) // by column, his atom and point; each kind once
		for p := range c.data.People {
			key, mine := "", make([]int, 0, 2*len(f.columns))
			for k, column := range f.columns {
				mine = append(mine, u.atom[k][p], column.points[p])
				key += fmt.Sprint(u.atom[k][p], column.points[p], " ")
			}
			insiders[key] = mine
		}
		for k := range f.columns {
			for a, counts := range u.kinds[k] {
				for point, n := range counts {
					if n > 0 {
						total.add(u.target(k, a, point, insiders, nodes))
					}
				}
			}
		}
	}
	return total
}

// target asks each insider whether somebody of an atom who gave one answer can
// have given another. Solutions found for one insider serve all whom they
// leave as they are.
func (u *unknowns) target(k, a, point int, insiders map[string][]int, nodes int) (o outcome) {
	var known [][]int
	for _, key := range sortedKeys(insiders) {
		mine := insiders[key]
		own := mine[2*k] == a && mine[2*k+1] >= 0
		if own && mine[2*k+1] == point && u.kinds[k][a][point] == 1 {
			continue // he is the one
		}
		o.asked++
		holds := func(values []int) bool {
			for i := 0; i < len(mine); i += 2 {
				if mine[i] >= 0 && values[u.first[i/2][mine[i]]+mine[i+1]] < 1 {
					return false
				}
			}
			others := u.size[k][a] - values[u.first[k][a]+point]
			if own && mine[2*k+1] != point {
				others--
			}
			return others > 0
		}
		if holds(u.near) || slices.ContainsFunc(known, holds) {
			continue
		}
		o.searched++
		values, found, decided := u.asks(k, a, point, mine, nodes)
		switch {
		case found:
			known = append(known, values)
		case decided:
			o.certain++
		default:
			o.undecided++
		}
	}
	return o
}

// asks searches the answers in which the insider answered as he did and another
// of the atom otherwise than point.
func (u *unknowns) asks(k, a, point int, mine []int, nodes int) (values []int, found, decided bool) {
	s := integers{lo: slices.Clone(u.lo), hi: u.hi, near: u.near, rows: slices.Clone(u.rows), in: slices.Clone(u.in)}
	for i := range s.in {
		s.in[i] = slices.Clone(s.in[i])
	}
	for i := 0; i < len(mine); i += 2 {
		if mine[i] >= 0 {
			s.lo[u.first[i/2][mine[i]]+mine[i+1]] = 1
		}
	}
	var others []int
	for p := range u.kinds[k][a] {
		if p != point {
			others = append(others, u.first[k][a]+p)
		}
	}
	least := 1
	if mine[2*k] == a && mine[2*k+1] != point {
		least++
	}
	s.total(least, u.size[k][a], others...)
	return s.solve(nodes)
}
