package disclosure

import (
	"cmp"
	"slices"

	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
	"kohort/generator/figure"
)

// kept says, by question and wave, of which groups the mean and of which the
// distribution may print in the form that it has.
type kept struct {
	means, distributions map[string][]bool
	given                map[string][]bool // given up, since the attack asks for it
}

// givesUp says whether a group is given up in a question or wave of a table.
func (k kept) givesUp(t tabulate.Table, group int) bool {
	return slices.ContainsFunc(t.Answers, func(slot string) bool { return k.given[slot] != nil && k.given[slot][group] })
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
// no such twin is found, p.repaired withholds the cheapest groups of the
// series, by size and name (settle).
func (p Policy) keepAnswers(tabs tabulate.Tabulation, ladders []ladder) kept {
	k := kept{make(map[string][]bool), make(map[string][]bool), make(map[string][]bool)}
	for _, t := range tabs.Tables {
		if len(t.Answers) != 1 || t.Statistic != figure.Mean || t.Base < 0 || k.means[t.Answers[0]] != nil {
			continue // nothing to weigh, or done with the question's own table
		}
		slot, base, rungs := t.Answers[0], tabs.Bases[t.Base], ladders[t.Base]
		given := p.cheapest(base, rungs, p.repaired[slot])
		k.given[slot] = given
		means := p.keepForms(base, given, func(g int) (exact, class bool) {
			c := t.At(g, rungs[g])
			shown := rungs[g] >= 1 && c.N > 0
			return shown && c.Form == tabulate.Number, shown && c.Form != tabulate.Number
		}, func(members []int) bool { extreme, _ := tabs.Alike(slot, members); return extreme })
		k.means[slot] = means
		k.distributions[slot] = p.keepForms(base, given, func(g int) (exact, class bool) {
			shown := rungs[g] == 2 && t.At(g, 2).N > 0 && means[g]
			return shown && t.At(g, 2).Form == tabulate.Number, shown && t.At(g, 2).Form != tabulate.Number
		}, func(members []int) bool { _, unanimous := tabs.Alike(slot, members); return unanimous })
		for g, rung := range rungs {
			// Near an end of the scale, a mean from a group of k_distribution and
			// more stands only beside its distribution: alone it would say that
			// the answers are not near-unanimous, and so which they are.
			if extreme, _ := tabs.Alike(slot, base.Groups[g].Members); extreme && rung == 2 && !k.distributions[slot][g] {
				means[g] = false
			}
		}
	}
	return k
}

// cheapest marks so many groups that are printed, the least wanted first: by
// tier, people, weight and name, and by no answer.
func (p Policy) cheapest(b tabulate.Base, rungs ladder, count int) []bool {
	out := make([]bool, len(b.Groups))
	if count == 0 {
		return out
	}
	groups := p.groups(b, b.Groups)
	var order []int
	for g := range groups {
		if rungs[g] >= 1 && len(groups[g].Members) > 0 {
			order = append(order, g)
		}
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := groups[i], groups[j]
		return cmp.Or(cmp.Compare(y.Tier, x.Tier),
			cmp.Compare(float64(len(x.Members)+1)*x.Weight, float64(len(y.Members)+1)*y.Weight), cmp.Compare(y.Name, x.Name))
	})
	for _, g := range order[:min(count, len(order))] {
		for same := range groups { // the same people are one figure
			out[same] = out[same] || slices.Equal(groups[same].Members, groups[g].Members)
		}
	}
	return out
}

// keepForms chooses among the groups that print exactly, so that no class, no
// group that was given up and no rest that is alike follows from them. It gives
// the groups that keep their form, exact or class.
func (p Policy) keepForms(b tabulate.Base, given []bool, form func(group int) (exact, class bool), alike func([]int) bool) []bool {
	all := p.groups(b, b.Groups)
	out := make([]bool, len(all))
	r := suppress.Request{K: 1}
	var exact []int
	for g := range all {
		switch isExact, isClass := form(g); {
		case (isExact || isClass) && given[g]:
			r.Hidden = append(r.Hidden, b.Groups[g].Members)
		case isExact:
			r.Groups, exact = append(r.Groups, all[g]), append(exact, g)
		case isClass:
			out[g] = true
			r.Hidden = append(r.Hidden, b.Groups[g].Members)
		}
	}
	for {
		for i, ok := range p.memory.Publish(r) {
			out[exact[i]] = ok
		}
		known := len(r.Hidden)
		for _, rest := range rests(b, exact, out) {
			if alike(rest) && !slices.ContainsFunc(r.Hidden, func(h []int) bool { return slices.Equal(h, rest) }) {
				r.Hidden = append(r.Hidden, rest)
			}
		}
		if len(r.Hidden) == known {
			return out
		}
	}
}
