package disclosure

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
)

// ladder says for each group of a base which rung it may be published on.
type ladder []int

// climb runs the elimination for means (rung 1, k people) and, among the
// groups that passed, for distributions (rung 2, k_distribution people).
func (p Policy) climb(b tabulate.Base) ladder {
	rungs := make(ladder, len(b.Groups))
	all := make([]int, len(b.Groups))
	for i := range all {
		all[i] = i
	}
	for _, i := range p.uncrossed(b, all, p.fewCrossed(b), func(groups []suppress.Group) []bool { return p.publish(b, groups) }) {
		rungs[i] = 1
	}
	upper := slices.DeleteFunc(all, func(i int) bool { return rungs[i] == 0 })
	for _, i := range p.uncrossed(b, upper, p.fewCrossedCounts(), func(groups []suppress.Group) []bool {
		return p.memory.Publish(suppress.Request{Groups: groups, K: p.kDistribution})
	}) {
		rungs[i] = 2
	}
	return rungs
}

func (p Policy) groups(b tabulate.Base, groups []tabulate.Group) []suppress.Group {
	out := make([]suppress.Group, len(groups))
	for i, g := range groups {
		out[i] = suppress.Group{Name: nameOf(g.At), Members: g.Members, Tier: tier(g.At), Weight: p.weight(g.At)}
	}
	return out
}

// tier is the order in which cells are kept: the cohort, role, department,
// other margins, crossings.
func tier(at []tabulate.Level) int {
	switch {
	case len(at) == 0:
		return 0
	case len(at) > 1:
		return 2 + len(at)
	case at[0].Dimension == "role":
		return 1
	case at[0].Dimension == "department":
		return 2
	}
	return 3
}

func (p Policy) weight(at []tabulate.Level) float64 {
	w := 1.0
	for _, l := range at {
		if keep, given := p.keep[l.Dimension]; given {
			w *= keep
		}
	}
	return w
}

func nameOf(at []tabulate.Level) string {
	parts := make([]string, len(at))
	for i, l := range at {
		parts[i] = l.Dimension + "=" + l.Level
	}
	return strings.Join(parts, ",")
}
