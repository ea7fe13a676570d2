package suppress

import (
	"cmp"
	"slices"
)

// gauss is Gaussian suppression by few contributors as section 3.1 of the
// specification describes it (Langsrud 2024): primaries are the groups of fewer
// than k people, and a group is published unless a primary would enter the
// span. contrib adds what GaussSuppression's few-contributors rule does by
// default with groups of one person ("numttHTT"): that is the plain Gaussian
// suppression by few contributors that an office runs, and "R contrib" of
// section 3.2. gauss without it promises less still; it stands beside it to
// show what singletons cost.
func gauss(r Request) []bool {
	s := newSystem(r)
	published, _ := (&system{fates: s.fates, hidden: s.hidden, width: s.width}).pass(s.manyCellsFirst())
	return s.ofGroups(published)
}

// manyCellsFirst orders candidates by people; of equals those first that
// overlap cells of many people, and then the earlier.
func (s *system) manyCellsFirst() []int {
	overlap := make([]int, len(s.fates))
	most, order := 1, make([]int, len(s.fates))
	for i, a := range s.fates {
		order[i] = i
		for _, b := range s.fates {
			for c := range a.row {
				overlap[i] += int(a.row[c]*b.row[c]) * b.people
			}
		}
		most = max(most, overlap[i])
	}
	key := func(i int) float64 { return float64(s.fates[i].people) + 0.99*float64(overlap[i])/float64(most) }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(key(b), key(a)) })
	return order
}

// ofGroups gives each group of the request the fate that it shares.
func (s *system) ofGroups(published []bool) []bool {
	out := make([]bool, len(s.fateOf))
	for i, f := range s.fateOf {
		out[i] = published[f]
	}
	return out
}

// contributors is one elimination of contrib. Its rows are atoms, those of one
// person last; columns of candidates and primaries are reduced in place.
type contributors struct {
	single     []bool   // row holds one person
	candidates []vector // by fate
	primaries  []vector
	alone      []int // of each primary that has a threshold of its own: its row, where it is one person; else -1
}

// contrib publishes in the order of gauss. A candidate is withheld where it is
// empty but for a primary, or but for a primary and one person who could take
// himself away; or where what is left of it is one or two single persons. The
// last two become primaries themselves. Persons are taken in one order and, as
// soon as only they are left, in the reverse order beside it.
func contrib(r Request) []bool {
	s := newSystem(r)
	rows := make([]int, s.width)
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(btoi(s.weights[a] == 1), btoi(s.weights[b] == 1)) })
	runs := []*contributors{newContributors(s, rows)}
	published := make([]bool, len(s.fates))
	for _, i := range s.manyCellsFirst() {
		f := s.fates[i]
		first := firstNonZero(runs[0].candidates[i])
		if f.primary || first < 0 {
			published[i] = !f.primary
			continue
		}
		if runs[0].single[first] && len(runs) == 1 {
			runs = append(runs, runs[0].reversed())
		}
		risk := safe
		for at, run := range runs {
			risk = cmp.Or(risk, run.risk(run.candidates[i], false))
			if at == 1 {
				risk = cmp.Or(risk, run.risk(run.candidates[i], true))
			}
		}
		for _, run := range runs {
			switch risk {
			case safe:
				run.eliminate(i)
			case byOnePerson:
				run.primaries = append(run.primaries, slices.Clone(run.candidates[i]))
			}
		}
		published[i] = risk == safe
	}
	return s.ofGroups(published)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func newContributors(s *system, rows []int) *contributors {
	c := &contributors{single: make([]bool, len(rows))}
	for at, row := range rows {
		c.single[at] = s.weights[row] == 1
	}
	primaryRow := make([]bool, len(rows)) // rows that are a primary cell of their own
	for _, f := range s.fates {
		v := make(vector, len(rows))
		for at, row := range rows {
			v[at] = f.row[row]
		}
		c.candidates = append(c.candidates, v)
		if f.primary {
			c.primaries, c.alone = append(c.primaries, slices.Clone(v)), append(c.alone, c.onePerson(v))
			if at := firstNonZero(v); countNonZero(v) == 1 {
				primaryRow[at] = true
			}
		}
	}
	published := slices.Clone(c.primaries)
	for at := range rows {
		if c.single[at] && !primaryRow[at] {
			v := make(vector, len(rows))
			v[at] = 1
			c.primaries, c.alone = append(c.primaries, v), append(c.alone, at)
		}
	}
	c.addSums(s, primaryRow, published)
	return c
}

// onePerson gives the row of a cell that is one person; else -1.
func (c *contributors) onePerson(v vector) int {
	if first := firstNonZero(v); first >= 0 && countNonZero(v) == 1 && c.single[first] {
		return first
	}
	return -1
}

func countNonZero(v vector) int {
	n := 0
	for _, x := range v {
		n += btoi(x != 0)
	}
	return n
}

// addSums makes primaries of what two withheld parts of a cell come to, where
// one of them is a single person: two inner cells, or an inner cell and a
// primary of several.
func (c *contributors) addSums(s *system, primaryRow []bool, published []vector) {
	for i, f := range s.fates {
		if f.primary {
			continue
		}
		withheld, persons := make(vector, len(primaryRow)), 0
		for at, x := range c.candidates[i] {
			if x != 0 && primaryRow[at] {
				withheld[at] = 1
				persons += btoi(c.single[at])
			}
		}
		n := countNonZero(withheld)
		pair := n == 2 && persons > 0
		for _, p := range published {
			rest := slices.Clone(withheld)
			for at, x := range p {
				rest[at] = sub(rest[at], x)
			}
			pair = pair || n > 2 && countNonZero(p) == n-1 && c.onePerson(rest) >= 0
		}
		if pair && !slices.ContainsFunc(c.primaries, func(p vector) bool { return slices.Equal(p, withheld) }) {
			c.primaries = append(c.primaries, withheld)
		}
	}
}

// risk is why a candidate is withheld.
type risk int

const (
	safe risk = iota
	byAnybody
	byOnePerson
)

// risk holds a candidate against every primary. Their proportion is taken from
// the first row that they share or, turned, from the next one.
func (c *contributors) risk(a vector, turned bool) risk {
	first := firstNonZero(a)
	if turned && (!c.single[first] || countNonZero(a) == 1) {
		return safe
	}
	if c.single[first] && countNonZero(a) <= 2 {
		return byOnePerson
	}
	for i, b := range c.primaries {
		var common, apart []int
		for at := range a {
			switch {
			case a[at] != 0 && b[at] != 0:
				common = append(common, at)
			case a[at] != 0 || b[at] != 0:
				apart = append(apart, at)
			}
		}
		if len(common) == 0 || len(apart) > 0 && i >= len(c.alone) {
			continue
		}
		by := common[0]
		if turned && by == first && len(common) > 1 {
			by = common[1]
		}
		for _, at := range common {
			if mul(a[at], b[by]) != mul(b[at], a[by]) {
				apart = append(apart, at)
			}
		}
		switch {
		case len(apart) == 0:
			return byAnybody
		case len(apart) == 1 && i < len(c.alone) && c.single[apart[0]] && apart[0] != c.alone[i]:
			return byOnePerson
		}
	}
	return safe
}

// eliminate publishes a candidate.
func (c *contributors) eliminate(i int) {
	v := slices.Clone(c.candidates[i])
	pivot := firstNonZero(v)
	scale := inverse(v[pivot])
	for at := range v {
		v[at] = mul(v[at], scale)
	}
	reduceAll(c.candidates, v, pivot)
	reduceAll(c.primaries, v, pivot)
}

// reversed is the same elimination with the single persons in reverse order.
func (c *contributors) reversed() *contributors {
	n, first := len(c.single), slices.Index(c.single, true)
	turn := func(vectors []vector) []vector {
		out := make([]vector, len(vectors))
		for i, v := range vectors {
			out[i] = slices.Clone(v)
			slices.Reverse(out[i][first:])
		}
		return out
	}
	out := &contributors{single: c.single, candidates: turn(c.candidates), primaries: turn(c.primaries), alone: slices.Clone(c.alone)}
	for i, at := range out.alone {
		if at >= 0 {
			out.alone[i] = n - 1 - (at - first)
		}
	}
	return out
}
