package disclosure

import (
	"maps"
	"slices"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
	"kohort/generator/internal/workers"
)

// kept says, by question and wave, of which groups the mean and of which the
// distribution may print in the form that it has.
type kept struct {
	means, distributions map[string][]bool
	given                repair // what the attack asks to withhold
}

func (k kept) clone() kept {
	return kept{maps.Clone(k.means), maps.Clone(k.distributions), k.given}
}

// givesUp says whether a question or wave of a table, or what it is of pairs, is
// given up.
func (k kept) givesUp(t tabulate.Table) bool {
	return k.given[attack.HeldSeries(t.ID)] || slices.ContainsFunc(t.Answers, func(slot string) bool { return k.given[slot] })
}

// all says whether a group is kept in every question and wave of a table.
func (k kept) all(t tabulate.Table, group int) bool {
	in := k.means
	if t.Rung == 2 {
		in = k.distributions
	}
	return !slices.ContainsFunc(t.Answers, func(slot string) bool { return !in[slot][group] })
}

// keepAnswers runs the second elimination, for each question and wave over the
// groups that passed the first. A group whose result prints as a class must not
// follow from those that print exactly; where neighbours would give it away,
// some of them are withheld. Nor may the people whom no cell names, the rest of
// a group beside its printed parts, be so alike that their result would have
// been a class: their sum follows by subtraction.
//
// What leaks. Forms are a function of what would be printed here, and the rests
// of its differences, so the choice depends on no answer that a reader could
// not work out from the full print. He sees less than the full print, and
// might reason back from what is missing: that is why a twin counts only where
// it is printed through this function again and withholds the same cells. Where
// no such twin is found, all of the series is given up (settle).
func (w weighed) keepAnswers(given repair) kept {
	k := kept{make(map[string][]bool), make(map[string][]bool), given}
	found := make([]keptSlot, len(w.own))
	workers.Each(len(w.own), func(i int) {
		t := w.tabs.Tables[w.own[i]]
		found[i] = w.keepSlot(t, given[t.Answers[0]])
	})
	for i, own := range w.own {
		k.put(w.tabs.Tables[own].Answers[0], found[i])
	}
	return k
}

// keptSlot is what may print of one question in one wave.
type keptSlot struct{ means, distributions []bool }

func (k kept) put(slot string, s keptSlot) {
	k.means[slot], k.distributions[slot] = s.means, s.distributions
}

// keepSlot weighs a slot by the table of its mean.
func (w weighed) keepSlot(t tabulate.Table, given bool) keptSlot {
	slot, base := t.Answers[0], w.bases[t.Base]
	if given {
		return keptSlot{make([]bool, len(base.groups)), make([]bool, len(base.groups))}
	}
	sets := make([]counted, len(base.Groups))
	for g, group := range base.Groups {
		sets[g] = counted{base.sets[g], w.tabs.Counts(slot, group.Members)}
	}
	extreme := func(counts []int) bool { extreme, _ := w.tabs.Alike(slot, counts); return extreme }
	unanimous := func(counts []int) bool { _, unanimous := w.tabs.Alike(slot, counts); return unanimous }
	means := w.keepForms(base, sets, extreme, func(g int) (exact, class bool) {
		c := t.At(g, base.rungs[g])
		shown := base.rungs[g] >= 1 && c.N > 0
		return shown && c.Form == tabulate.Number, shown && c.Form != tabulate.Number
	})
	distributions := w.keepForms(base, sets, unanimous, func(g int) (exact, class bool) {
		c := t.At(g, 2)
		shown := base.rungs[g] == 2 && c.N > 0 && means[g]
		return shown && c.Form == tabulate.Number, shown && c.Form != tabulate.Number
	})
	for g, rung := range base.rungs {
		// Near an end of the scale, a mean from a group of k_distribution and
		// more stands only beside its distribution: alone it would say that
		// the answers are not near-unanimous, and so which they are.
		if rung == 2 && !distributions[g] && extreme(sets[g].counts) {
			means[g] = false
		}
	}
	return keptSlot{means, distributions}
}

// keepForms chooses among the groups that print exactly, so that no class and no
// rest that is alike follows from them. It gives the groups that keep their
// form, exact or class.
func (w weighed) keepForms(b weighedBase, sets []counted, alike func(counts []int) bool, form func(group int) (exact, class bool)) []bool {
	out := make([]bool, len(b.groups))
	r := suppress.Request{K: 1}
	var of []int
	var exact []counted
	for g := range b.groups {
		switch isExact, isClass := form(g); {
		case isExact:
			r.Groups, of, exact = append(r.Groups, b.groups[g]), append(of, g), append(exact, sets[g])
		case isClass:
			out[g] = true
			r.Hidden = append(r.Hidden, b.Groups[g].Members)
		}
	}
	for {
		printed := w.policy.memory.Publish(r)
		known := len(r.Hidden)
		for _, rest := range rests(exact, printed, alike) {
			if members := rest.members(); !slices.ContainsFunc(r.Hidden, func(h []int) bool { return slices.Equal(h, members) }) {
				r.Hidden = append(r.Hidden, members)
			}
		}
		if len(r.Hidden) == known {
			for i, ok := range printed {
				out[of[i]] = ok
			}
			return out
		}
	}
}
