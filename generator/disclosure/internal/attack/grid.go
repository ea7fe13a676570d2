package attack

import "slices"

// grid is one series counted by atom and answer. An atom is all people whom no
// printed figure of the series separates; a kind is an atom and an answer, and
// people of a kind are alike to every figure.
type grid struct {
	values []int
	people [][][]int // by atom and point, persons
	kinds  []kind
	kindOf [][]int // by atom and point, index of kinds; -1 where there is nobody
	rows   []line
	of     [][]int // by atom, the lines that it is in
	moves  [][]kernel
}

type kind struct{ atom, point, count int }

// line is a figure as it bears on the series: a weight for each point, and how
// far its sum may move.
type line struct {
	weights []int
	room    interval // what its sum may move by, from what it is
	exact   bool
	atoms   []int
}

// newGrid divides the people of a series by the figures. answers hold the
// series that the figures mix, by name. It fails where a figure does not hold
// of the answers themselves: then the attack has misread what is printed.
func newGrid(s series, figures []figure, answers map[string][]int) (*grid, bool) {
	g := &grid{values: s.values}
	member := make([][]int, len(s.points))
	for _, f := range figures {
		weights := f.weights[s.name]
		if weights == nil {
			continue
		}
		now := f.sum(answers)
		if !f.between.holds(now) {
			return nil, false
		}
		for _, p := range f.people {
			member[p] = append(member[p], len(g.rows))
		}
		g.rows = append(g.rows, line{weights: weights, room: interval{f.between.lo - now, f.between.hi - now}, exact: f.exact})
	}
	g.divide(s, member)
	return g, true
}

func (g *grid) divide(s series, member [][]int) {
	for p, point := range s.points {
		if point >= 0 {
			g.of = append(g.of, member[p])
		}
	}
	slices.SortFunc(g.of, slices.Compare)
	g.of = slices.CompactFunc(g.of, slices.Equal)
	g.people = make([][][]int, len(g.of))
	g.kindOf = make([][]int, len(g.of))
	for a, rows := range g.of {
		g.people[a] = make([][]int, len(s.values))
		for _, i := range rows {
			g.rows[i].atoms = append(g.rows[i].atoms, a)
		}
	}
	for p, point := range s.points {
		if point >= 0 {
			a, _ := slices.BinarySearchFunc(g.of, member[p], slices.Compare)
			g.people[a][point] = append(g.people[a][point], p)
		}
	}
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
