package disclosure

import (
	"slices"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
)

// Where the roster is secret, readers do not know who took part (world W1 of
// the specification): how many people a group has is then a secret as an answer
// is. Groups are those that cohort.yaml lists, whether anybody is in them or
// not, and one of nobody is withheld as one of few people is.

// slack is by how much the people of cells whose sum is told must exceed the
// number of cells, where sizes are secret: three cells of three people are of
// one each.
const slack = 1

// publish chooses the groups of a base that may stand beside each other. Where
// sizes are secret, what is withheld for their sake does not follow for those
// readers either who do know who took part.
func (p Policy) publish(b tabulate.Base, groups []suppress.Group) []bool {
	r := suppress.Request{Groups: groups, K: p.k}
	if !p.secretRoster {
		return p.memory.Publish(r)
	}
	out := p.publishSizes(b, groups)
	r.Groups = slices.Clone(groups)
	for i, ok := range out {
		r.Groups[i].Primary = groups[i].Primary || !ok
	}
	return p.memory.Publish(r)
}

// publishSizes chooses among groups of which the sizes are secret.
func (p Policy) publishSizes(b tabulate.Base, groups []suppress.Group) []bool {
	with, empty := places(b, groups)
	return p.memory.Publish(suppress.Request{Groups: with, K: p.k, Slack: slack, Empty: empty})
}

// placesFrom is the first number of a place; people have smaller ones.
const placesFrom = 1 << 20

// places adds to the groups of a base a place for each crossing of all its
// levels in which there is nobody: a reader does not know that, and no
// difference may tell him.
func places(b tabulate.Base, groups []suppress.Group) (with []suppress.Group, empty []int) {
	levels, taken := crossed(b)
	for _, g := range groups {
		g.Members = slices.Clone(g.Members)
		with = append(with, g)
	}
	for _, at := range crossings(levels) {
		if taken[crossingKey(at)] {
			continue
		}
		place := placesFrom + len(empty)
		empty = append(empty, place)
		for i, g := range b.Groups {
			if holds(g, b.Dimensions, at) {
				with[i].Members = append(with[i].Members, place)
			}
		}
	}
	return with, empty
}

// crossed gives the levels of each dimension of a base, as its margins have
// them, and the crossings in which there is somebody.
func crossed(b tabulate.Base) (levels [][]string, taken map[string]bool) {
	levels = make([][]string, len(b.Dimensions))
	of := make(map[int][]string) // a person's levels
	for _, g := range b.Groups {
		if len(g.At) != 1 {
			continue
		}
		d := slices.Index(b.Dimensions, g.At[0].Dimension)
		levels[d] = append(levels[d], g.At[0].Level)
		for _, m := range g.Members {
			if of[m] == nil {
				of[m] = make([]string, len(b.Dimensions))
			}
			of[m][d] = g.At[0].Level
		}
	}
	taken = make(map[string]bool)
	for _, own := range of {
		taken[crossingKey(own)] = true
	}
	return levels, taken
}

// crossings gives every choice of one level a dimension; a dimension without
// levels is left blank.
func crossings(levels [][]string) [][]string {
	out := [][]string{nil}
	for _, of := range levels {
		if len(of) == 0 {
			of = []string{""}
		}
		var next [][]string
		for _, at := range out {
			for _, l := range of {
				next = append(next, append(slices.Clone(at), l))
			}
		}
		out = next
	}
	return out
}

func crossingKey(at []string) string {
	key := ""
	for _, l := range at {
		key += l + "\x00"
	}
	return key
}

// holds says whether a crossing is part of a group.
func holds(g tabulate.Group, dimensions, at []string) bool {
	return !slices.ContainsFunc(g.At, func(l tabulate.Level) bool { return at[slices.Index(dimensions, l.Dimension)] != l.Level })
}

// attackCounts attacks the sizes of groups, where they are secret.
func (p Policy) attackCounts(data microdata.Cohort, tables []Table) []attack.Finding {
	if !p.secretRoster {
		return nil
	}
	return attack.SecretCounts(data, attackTables(tables), p.limits())
}
