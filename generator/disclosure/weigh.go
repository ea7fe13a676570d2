package disclosure

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
	"kohort/generator/figure"
	"kohort/generator/internal/workers"
)

// weighed is a cohort's tables, and on which rung each group of a base may
// stand: all that follows from who is in which group and who answered, and from
// no answer.
type weighed struct {
	policy Policy
	tabs   tabulate.Tabulation
	bases  []weighedBase
	own    []int // tables by which a slot is weighed, one a slot
	notes  []figure.Words
}

// weighedBase is a base with the rung of each of its groups.
type weighedBase struct {
	tabulate.Base
	rungs  ladder
	groups []suppress.Group
	sets   []people // of each group
}

// weigh tabulates a cohort and decides for each base what may stand beside what.
func (p Policy) weigh(c microdata.Cohort) weighed {
	w := weighed{policy: p, tabs: tabulate.Make(c, p.rules())}
	ladders := make([]ladder, len(w.tabs.Bases))
	workers.Each(len(ladders), func(i int) { ladders[i] = p.climb(w.tabs.Bases[i]) })
	w.notes = slices.Concat(w.tabs.Notes, leaveOutGrids(w.tabs.Bases, ladders))
	for i, b := range w.tabs.Bases {
		base := weighedBase{b, ladders[i], p.groups(b, b.Groups), nil}
		for _, g := range b.Groups {
			base.sets = append(base.sets, newPeople(g.Members, len(c.People)))
		}
		w.bases = append(w.bases, base)
	}
	slots := make(map[string]bool)
	for i, t := range w.tabs.Tables {
		// The mean of one question in one wave; the first, where a theme has one question.
		if len(t.Answers) == 1 && t.Statistic == figure.Mean && t.Base >= 0 && !slots[t.Answers[0]] {
			slots[t.Answers[0]] = true
			w.own = append(w.own, i)
		}
	}
	return w
}
