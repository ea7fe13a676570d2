package attack

import (
	"slices"
	"strings"
)

// grid is one series counted by atom and answer. An atom is all people whom
// neither a printed figure of the series separates nor, for twins, what is known
// of them; a kind is an atom and an answer, and people of a kind are alike to
// every figure.
type grid struct {
	values []int
	people [][][]int // by atom and point, persons
	kinds  []kind
	kindOf [][]int // by atom and point, index of kinds; -1 where there is nobody
	rows   []line
	of     [][]int          // by atom, the lines that it is in
	moves  map[int][]kernel // by atom, once asked for
	memory *Memory
}

type kind struct{ atom, point, count int }

// line is a figure as it bears on the series: a weight for each point, and how
// far its sum may move.
type line struct {
	weights []int
	room    interval // what its sum may move by, from what it is
	exact   bool
	ledger  bool // no figure, but what the ledger knows
	atoms   []int
}

// newGrid divides the people of a series by the figures. answers hold the
// series that the figures mix, by name. known says of each person what tells
// people apart whom no figure does; nil is nothing. It fails where a figure does
// not hold of the answers themselves: then the attack has misread what is printed.
func newGrid(s series, figures []figure, answers map[string][]int, known []string) (*grid, bool) {
	g := &grid{values: s.values}
	member := make([][]int, len(s.points))
	for _, f := range figures {
		weights := f.weights[s.name]
		if weights == nil {
			continue
		}
		var room interval // none, where what it was is not known
		if !f.open {
			now := f.sum(answers)
			if !f.between.holds(now) {
				return nil, false
			}
			room = interval{f.between.lo - now, f.between.hi - now}
		}
		for _, p := range f.of(s.name) {
			member[p] = append(member[p], len(g.rows))
		}
		g.rows = append(g.rows, line{weights: weights, room: room, exact: f.exact, ledger: f.ledger})
	}
	g.divide(s, member, known)
	return g, true
}

func (g *grid) divide(s series, member [][]int, known []string) {
	var order []int // who answered, by atom
	for p, point := range s.points {
		if point >= 0 {
			order = append(order, p)
		}
	}
	compare := func(p, q int) int {
		if c := slices.Compare(member[p], member[q]); c != 0 || known == nil {
			return c
		}
		return strings.Compare(known[p], known[q])
	}
	slices.SortStableFunc(order, compare)
	for i, p := range order {
		if i == 0 || compare(order[i-1], p) != 0 {
			for _, row := range member[p] {
				g.rows[row].atoms = append(g.rows[row].atoms, len(g.of))
			}
			g.of, g.people = append(g.of, member[p]), append(g.people, make([][]int, len(s.values)))
		}
		of := g.people[len(g.people)-1]
		of[s.points[p]] = append(of[s.points[p]], p)
	}
	g.kindOf = make([][]int, len(g.of))
	for a := range g.people {
		g.kindOf[a] = make([]int, len(s.values))
		for t, who := range g.people[a] {
			g.kindOf[a][t] = -1
			if len(who) > 0 {
				g.kindOf[a][t] = len(g.kinds)
				g.kinds = append(g.kinds, kind{a, t, len(who)})
			}
		}
	}
}

// step is one person of an atom who answers otherwise.
type step struct{ atom, from, to int }

// state is a change under way: its steps, how many people of each kind it may
// still take, and what it moved each line by.
type state struct {
	grid  *grid
	free  []int
	moved []int
	steps []step
}

func (g *grid) start(locked []int) *state {
	s := &state{grid: g, free: make([]int, len(g.kinds)), moved: make([]int, len(g.rows))}
	for i, k := range g.kinds {
		s.free[i] = k.count
	}
	for _, k := range locked {
		s.free[k]--
	}
	return s
}

func (s *state) take(m step) {
	s.shift(m, 1)
	s.free[s.grid.kindOf[m.atom][m.from]]--
	s.steps = append(s.steps, m)
}

func (s *state) back() {
	m := s.steps[len(s.steps)-1]
	s.steps = s.steps[:len(s.steps)-1]
	s.shift(m, -1)
	s.free[s.grid.kindOf[m.atom][m.from]]++
}

func (s *state) shift(m step, sign int) {
	for _, i := range s.grid.of[m.atom] {
		w := s.grid.rows[i].weights
		s.moved[i] += sign * (w[m.to] - w[m.from])
	}
}

// excess is how far a line that moved by so much prints another number.
func (l line) excess(moved int, rounding bool) int {
	room := l.room
	if l.exact && !rounding {
		room = interval{}
	}
	switch {
	case moved < room.lo:
		return room.lo - moved
	case moved > room.hi:
		return moved - room.hi
	}
	return 0
}
