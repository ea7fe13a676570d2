package disclosure

import (
	"slices"

	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
	"kohort/generator/figure"
)

// kept says, by question and wave, of which groups the mean and of which the
// distribution may print in the form that it has.
type kept struct{ means, distributions map[string][]bool }

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
// been a class: their sum follows by subtraction. What a reader can tell from a
// cell that is missing here is no more than that there is such a class.
func (p Policy) keepAnswers(tabs tabulate.Tabulation, ladders []ladder) kept {
	k := kept{make(map[string][]bool), make(map[string][]bool)}
	for _, t := range tabs.Tables {
		if len(t.Answers) != 1 || t.Statistic != figure.Mean {
			continue
		}
		slot, base, rungs := t.Answers[0], tabs.Bases[t.Base], ladders[t.Base]
		means := p.keepForms(base, func(g int) (exact, class bool) {
			c := t.At(g, rungs[g])
			shown := rungs[g] >= 1 && c.N > 0
			return shown && c.Form == tabulate.Number, shown && c.Form != tabulate.Number
		}, func(members []int) bool { extreme, _ := tabs.Alike(slot, members); return extreme })
		k.means[slot] = means
		k.distributions[slot] = p.keepForms(base, func(g int) (exact, class bool) {
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

// keepForms chooses among the groups that print exactly, so that no class and no
// rest that is alike follows from them. It gives the groups that keep their
// form, exact or class.
func (p Policy) keepForms(b tabulate.Base, form func(group int) (exact, class bool), alike func([]int) bool) []bool {
	all := p.groups(b, b.Groups)
	out := make([]bool, len(all))
	r := suppress.Request{K: 1}
	var exact []int
	for g := range all {
		switch isExact, isClass := form(g); {
		case isExact:
			r.Groups, exact = append(r.Groups, all[g]), append(exact, g)
		case isClass:
			out[g] = true
			r.Hidden = append(r.Hidden, b.Groups[g].Members)
		}
	}
	for {
		for i, ok := range suppress.Publish(r) {
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
