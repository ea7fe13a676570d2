package disclosure

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/ledger"
)

// audit attacks the union of everything that was ever printed and of what is
// about to be, over exact rationals. Figures that share no slot are attacked
// apart.
func (h *history) audit(m merged, p Policy) []diag.Problem {
	if len(h.releases) == 0 || len(m.fresh) == 0 {
		return nil
	}
	u := newUnion()
	for _, r := range h.releases {
		for _, f := range r.Figures {
			u.add(f, fmt.Sprintf("%s (%d)", cellWords(f), r.Number), true)
		}
	}
	for _, f := range m.fresh {
		u.add(f, cellWords(f), false)
	}
	var problems []diag.Problem
	for _, family := range u.families() {
		for _, f := range family.attack(p) {
			problems = append(problems, diag.New("attack-union", diag.Pos{File: "cohorts/" + h.data.ID}, diag.Slot("proof", f.Proof)))
		}
	}
	return problems
}

func cellWords(f ledger.Figure) string {
	at := make([]string, len(f.At))
	for i, l := range f.At {
		at[i] = l.Dimension + "=" + l.Level
	}
	where := "all"
	if len(at) > 0 {
		where = strings.Join(at, ",")
	}
	return fmt.Sprintf("%s %s[%s]", f.Table, f.Statistic, where)
}

// union is figures of several releases, each a sum over slots.
type union struct {
	numbering *numbering
	sums      []attack.Sum
	figures   []ledger.Figure
	seen      map[string]bool
}

func newUnion() *union { return &union{numbering: newNumbering(), seen: make(map[string]bool)} }

// add takes an exact figure, once however often it was printed.
func (u *union) add(f ledger.Figure, name string, earlier bool) {
	key := strings.Join(partNames(f), ",") + map[bool]string{true: " distribution"}[f.Statistic == "distribution"]
	if !f.Exact || len(f.Parts) == 0 || u.seen[key] {
		return
	}
	u.seen[key] = true
	s := attack.Sum{Name: name, Slots: make(map[attack.Slot]int64), Earlier: earlier}
	for _, p := range f.Parts {
		s.Slots[attack.Slot{Owner: u.numbering.owner(p.Owner), Key: p.Slot}] += int64(p.Times)
	}
	u.sums, u.figures = append(u.sums, s), append(u.figures, f)
}

// family is figures that are linked by slots they share.
type family struct {
	all, distributions []attack.Sum
	pairs              bool
}

func (f family) attack(p Policy) []attack.Finding {
	if f.pairs {
		return attack.Union(f.all, nil, p.rules().MinPairs, "pairs")
	}
	return append(attack.Union(f.all, nil, p.k, "people"), attack.Union(f.distributions, nil, p.kDistribution, "people")...)
}

func (u *union) families() []family {
	parent := make([]int, len(u.sums))
	var find func(i int) int
	find = func(i int) int {
		if parent[i] != i {
			parent[i] = find(parent[i])
		}
		return parent[i]
	}
	holder := make(map[string]int)
	for i, f := range u.figures {
		parent[i] = i
		for _, p := range f.Parts {
			if first, known := holder[p.Slot]; known {
				parent[find(i)] = find(first)
			} else {
				holder[p.Slot] = i
			}
		}
	}
	byRoot := make(map[int]*family)
	var out []*family
	for i, s := range u.sums {
		root := find(i)
		if byRoot[root] == nil {
			byRoot[root] = &family{}
			out = append(out, byRoot[root])
		}
		f := byRoot[root]
		f.all = append(f.all, s)
		if u.figures[i].Statistic == "distribution" {
			f.distributions = append(f.distributions, s)
		}
		figure, _, _ := strings.Cut(u.figures[i].Table, ".")
		f.pairs = f.pairs || !slices.Contains([]string{"survey", "theme", "recommend", "pulse"}, figure)
	}
	families := make([]family, len(out))
	for i, f := range out {
		families[i] = *f
	}
	return families
}
