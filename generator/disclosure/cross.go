package disclosure

import (
	"cmp"
	"slices"

	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
)

// uncrossed publishes groups of which none cuts another into parts of too few
// people. The mentors of a department and the department beside the mentors
// leave two mentors of it, say: no combination of sums tells of these two, but
// with few answers left that fit, the attack often finds what they answered, and
// then all of the question goes. Here a group goes instead, and by sizes alone.
// It takes the groups by their numbers in the base and gives those that stand;
// few says of how many people each part must be for a group.
func (p Policy) uncrossed(b tabulate.Base, of []int, few func(tabulate.Group) int, publish func([]suppress.Group) []bool) []int {
	asked := make([]tabulate.Group, len(of))
	order := make([]int, len(of))
	for i, g := range of {
		asked[i], order[i] = b.Groups[g], i
	}
	groups := p.groups(b, asked)
	slices.SortStableFunc(order, func(i, j int) int {
		x, y := groups[i], groups[j]
		return cmp.Or(cmp.Compare(x.Tier, y.Tier), cmp.Compare(y.Weight, x.Weight), cmp.Compare(len(y.Members), len(x.Members)))
	})
	for {
		published, again := publish(groups), false
		var stand []int
		for _, i := range order {
			switch {
			case !published[i]:
			case slices.ContainsFunc(stand, func(j int) bool { return slices.Equal(asked[i].Members, asked[j].Members) }):
				stand = append(stand, i) // of the same people: it says what stands already
			case b.Answers && slices.ContainsFunc(stand, func(j int) bool { return smallestPart(asked[i].Members, asked[j].Members) < few(asked[i]) }):
				groups[i].Primary, again = true, true
			default:
				stand = append(stand, i)
			}
		}
		if again {
			continue
		}
		out := make([]int, 0, len(stand))
		for _, i := range stand {
			out = append(out, of[i])
		}
		slices.Sort(out)
		return out
	}
}

// fewCrossed is how small a part may be that the mean of a group of fewer than
// k_distribution people cuts out: whoever is no insider needs somebody beside
// him whose answer may have been his. Of a dimension with two levels the second
// is what the first leaves, and says nothing of its own. The mean of more people
// leaves room enough.
func (p Policy) fewCrossed(b tabulate.Base) func(tabulate.Group) int {
	levels := make(map[string]int)
	for _, g := range b.Groups {
		if len(g.At) == 1 {
			levels[g.At[0].Dimension]++
		}
	}
	return func(g tabulate.Group) int {
		switch {
		case len(g.Members) >= p.kDistribution:
			return 0
		case len(g.At) == 1 && levels[g.At[0].Dimension] == 2:
			return p.coalition + 1
		}
		return p.coalition + 2
	}
}

// fewCrossedCounts is the same for distributions, which say more.
func (p Policy) fewCrossedCounts() func(tabulate.Group) int {
	return func(tabulate.Group) int { return p.coalition + 3 }
}

// smallestPart is the least number of people in both groups, or in one alone,
// where there is anybody. Members are ascending.
func smallestPart(a, b []int) int {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c == 0:
			both, i, j = both+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	least := len(a) + len(b)
	for _, n := range []int{both, len(a) - both, len(b) - both} {
		if n > 0 {
			least = min(least, n)
		}
	}
	return least
}
