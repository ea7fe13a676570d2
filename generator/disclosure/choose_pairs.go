package disclosure

import (
	"cmp"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/suppress"
)

// refusePairs chooses among figures of what pairs did, each family of figures
// that share slots on its own: first with classes counted as if they were exact,
// then among what is exact, from which no class may follow.
func (h *history) refusePairs(refused map[int]bool, places []place, pairs []int) {
	if len(pairs) == 0 {
		return
	}
	families, values := make(map[string][]int), h.pairValues()
	for _, i := range pairs {
		if !h.undominated(places[i], values) {
			refused[i] = true
			continue
		}
		name := pairFamily(places[i].now)
		families[name] = append(families[name], i)
	}
	for _, name := range sortedKeys(families) {
		of := families[name]
		slices.SortStableFunc(of, func(a, b int) int { return cmp.Compare(len(places[a].now.At), len(places[b].now.At)) })
		h.refuseFamily(refused, places, of, name, false)
		h.refuseFamily(refused, places, of, name, true)
	}
}

func (h *history) refuseFamily(refused map[int]bool, places []place, pairs []int, family string, exact bool) {
	f := newFamilySums(exact)
	for _, release := range h.releases {
		for _, g := range release.Figures {
			if len(g.Parts) > 0 && pairFamily(g) == family {
				f.add(g, true)
			}
		}
	}
	known, of := len(f.sums), make(map[string][]int) // candidates by their sum: one sum has one fate
	var first []int
	for _, i := range pairs {
		if refused[i] {
			continue
		}
		if f.add(places[i].now, false) {
			first = append(first, i)
		}
		name := sumName(places[i].now)
		of[name] = append(of[name], i)
	}
	if len(first) == 0 {
		return
	}
	sums := f.sums
	if exact {
		sums = append(slices.Clone(sums), f.hidden(places, family)...)
	}
	for j, ok := range suppress.Joint(sums, places[first[0]].policy.dominance.minPairs)[known : known+len(first)] {
		if ok {
			continue
		}
		for _, i := range of[sums[known+j].Name] {
			refused[i] = true
		}
	}
}

// sumName tells figures over the same slots apart from others.
func sumName(f ledger.Figure) string { return strings.Join(partNames(f), ",") }

// familySums are the figures of a family as sums over slots, each once.
type familySums struct {
	exact   bool // only what is exact
	numbers *numbering
	sums    []suppress.Sum
	seen    map[string]bool
	classes []ledger.Figure // left out, since they are not exact
}

func newFamilySums(exact bool) *familySums {
	return &familySums{exact: exact, numbers: newNumbering(), seen: make(map[string]bool)}
}

// add says whether a figure is a new sum.
func (s *familySums) add(f ledger.Figure, known bool) bool {
	if s.exact && !f.Exact {
		s.classes = append(s.classes, f)
		return false
	}
	name := sumName(f)
	if s.seen[name] {
		return false
	}
	s.seen[name] = true
	s.sums = append(s.sums, suppress.Sum{Name: name, Parts: s.numbers.parts(f), Known: known})
	return true
}

// hidden are the sums that must not follow from exact ones: those of which a
// class was or will be printed. One that is itself printed exactly is out.
func (s *familySums) hidden(places []place, family string) []suppress.Sum {
	for _, at := range places {
		if at.kind == ledger.Pairs && !at.shown && pairFamily(at.now) == family {
			s.classes = append(s.classes, at.now)
		}
	}
	var out []suppress.Sum
	for _, f := range s.classes {
		name := sumName(f)
		if len(f.Parts) > 0 && !s.seen[name] {
			s.seen[name] = true
			out = append(out, suppress.Sum{Name: name, Parts: s.numbers.parts(f), Hidden: true})
		}
	}
	return out
}

func (n *numbering) parts(f ledger.Figure) map[suppress.Slot]int {
	out := make(map[suppress.Slot]int, len(f.Parts))
	for _, p := range f.Parts {
		out[suppress.Slot{Owner: n.owner(p.Owner), Key: p.Slot}] += p.Times
	}
	return out
}
