package disclosure

import (
	"fmt"

	"kohort/generator/disclosure/internal/tabulate"
	"kohort/generator/figure"
)

// reason is the rule that withholds a cell. It is told to HR alone.
type reason uint8

const (
	shown          reason = iota
	nobody                // no one in the group has a value
	fewPeople             // fewer than k
	fewForRung            // fewer than k_distribution, for a distribution
	neighbours            // others would give a group of fewer than k away
	asClass               // the group's answers print as a class in another table
	besideBand            // it would give away a group that prints as a class
	attacked              // the attack made the release give its series up
	fewPairs              // rule 9
	otherBase             // a theme whose questions were not answered by the same people
	pairNeighbours        // others of the same pairs would give a few of them away
)

// decided is the rule of a cell that was withheld for its own sake, without
// weighing groups of people.
func decided(w tabulate.Why) reason {
	switch w {
	case tabulate.OtherBase:
		return otherBase
	case tabulate.Follows:
		return pairNeighbours
	}
	return fewPairs
}

// whyNot gives the rule that withholds a cell of a base, if any.
func (p Policy) whyNot(t tabulate.Table, c tabulate.Cell, group, rung int, kept kept) reason {
	switch {
	case c.N == 0:
		return nobody
	case t.Rung == 2 && c.N < p.kDistribution:
		return fewForRung
	case c.N < p.k:
		return fewPeople
	case rung < t.Rung:
		return neighbours
	case kept.givesUp(t):
		return attacked
	case !kept.all(t, group):
		return besideBand
	case c.Form == tabulate.Nothing:
		return asClass
	}
	return shown
}

func (r reason) words(p Policy) figure.Words {
	switch r {
	case nobody:
		return figure.Words{EN: "nobody in this group has a value", JA: "このグループに該当する回答がありません"}
	case fewPeople:
		return figure.Words{EN: fmt.Sprintf("fewer than %d people", p.k), JA: fmt.Sprintf("%d人に満たない", p.k)}
	case fewForRung:
		return figure.Words{EN: fmt.Sprintf("fewer than %d people, too few for a distribution", p.kDistribution), JA: fmt.Sprintf("%d人に満たず、分布を示せない", p.kDistribution)}
	case neighbours:
		return figure.Words{EN: "together with other cells it would give a small group away", JA: "ほかの数字と合わせると小さいグループの値が分かってしまう"}
	case asClass:
		return figure.Words{EN: "the answers are so alike that only a range is shown", JA: "回答が偏っているため、範囲だけを示す"}
	case attacked:
		return figure.Words{EN: "with it somebody could work out another's value", JA: "これを示すと、ある人が別の人の値を推測できてしまう"}
	case besideBand:
		return figure.Words{EN: "beside it, a group shown only as a range could be worked out", JA: "範囲だけを示しているグループの値が分かってしまう"}
	case otherBase:
		return figure.Words{EN: "not all questions of this theme were answered by the same people", JA: "このテーマの設問に答えた人がそろっていない"}
	case pairNeighbours:
		return figure.Words{EN: "together with other cells it would give a few pairs away", JA: "ほかの数字と合わせると少数のペアの値が分かってしまう"}
	}
	return figure.Words{EN: "too few pairs, or one or two pairs hold most of it", JA: "ペアが少ないか、1、2組が大半を占める"}
}
