package disclosure

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
)

// mostInstead is how many swaps are named for a cell.
const mostInstead = 3

// instead gives the groups that could be withheld in the place of one: with
// it, and without them, all that was kept before may stand. few are proofs of
// too few people: one that does not name a group holds without it. It says
// whether all were weighed.
func (e *explainer) instead(key string, w WithheldCell, f fate, few []string) ([]Swap, bool) {
	if known, ok := e.swaps[key]; ok {
		return known, true
	}
	b := e.tabs.Bases[f.base]
	groups := e.policy.groups(b, b.Groups)
	own := groups[f.group].Members
	kept := e.keptBeside(f, groups)
	k := e.policy.k
	if f.rung == 2 {
		k = e.policy.kDistribution
	}
	var out []Swap
	tried := make(map[string]bool)
	for _, g := range kept {
		given := fmt.Sprint(groups[g].Members)
		if tried[given] || slices.Equal(groups[g].Members, own) || !names(few, groups, groups[g].Members) {
			continue
		}
		if tried[given] = true; len(out) == mostInstead {
			break
		}
		if !e.weigh() {
			return out, false
		}
		rest := slices.DeleteFunc(slices.Clone(kept), func(h int) bool { return slices.Equal(groups[h].Members, groups[g].Members) })
		if e.standAlone(b, groups, rest, k) && e.standBeside(w, b, f.group, rest, k) {
			out = append(out, Swap{At: toLevels(b.Groups[g].At)})
		}
	}
	e.swaps[key] = out
	return out, true
}

// keptBeside lists the groups that are kept on a rung, and those of the same
// people as the one that would be: the finest and smallest first.
func (e *explainer) keptBeside(f fate, groups []suppress.Group) []int {
	var kept []int
	for g := range groups {
		if e.ladders[f.base][g] >= f.rung || slices.Equal(groups[g].Members, groups[f.group].Members) {
			kept = append(kept, g)
		}
	}
	slices.SortStableFunc(kept, func(i, j int) int {
		return cmp.Or(cmp.Compare(groups[j].Tier, groups[i].Tier), cmp.Compare(len(groups[i].Members), len(groups[j].Members)))
	})
	// Of groups of the same people the coarsest names them.
	seen := make(map[string]bool)
	slices.Reverse(kept)
	kept = slices.DeleteFunc(kept, func(g int) bool {
		key := fmt.Sprint(groups[g].Members)
		twice := seen[key]
		seen[key] = true
		return twice
	})
	slices.Reverse(kept)
	return kept
}

// standAlone says whether groups of a list may stand beside each other. Where
// readers do not know who took part, no size may follow either.
func (e *explainer) standAlone(b tabulate.Base, groups []suppress.Group, list []int, k int) bool {
	r := suppress.Request{K: k}
	if e.policy.secretRoster {
		groups, r.Empty = places(b, groups)
		r.Slack = slack
	}
	for _, g := range list {
		r.Groups = append(r.Groups, groups[g])
	}
	return suppress.Stands(r)
}

// strands are, by question and wave, the members behind each group of a base,
// and those of all that earlier releases printed.
type strands map[string]*strand

type strand struct {
	numbers *numbering
	groups  map[int][]int
	forced  [][]int
}

// standBeside says whether groups of a base may stand beside what earlier
// releases printed of the same answers, and whether the one that would be
// printed instead may still change.
func (e *explainer) standBeside(w WithheldCell, b tabulate.Base, freed int, list []int, k int) bool {
	if len(e.past.releases) == 0 {
		return true
	}
	t, ok := find(e.tables, w)
	if !ok {
		return false
	}
	key := w.Table + " " + w.Statistic
	if e.earlier[key] == nil {
		e.earlier[key] = e.strandsOf(t, b)
	}
	if e.past.frozen(t, Cell{at: w.At}) && !e.past.unchanged(e.past.figure(t, b.Groups[freed].At)) {
		return false
	}
	for _, name := range slices.Sorted(maps.Keys(e.earlier[key])) {
		s := e.earlier[key][name]
		r := suppress.Request{K: k, Owners: s.numbers.ownerOf, Forced: s.forced}
		for _, g := range list {
			r.Groups = append(r.Groups, suppress.Group{Name: fmt.Sprint(g), Members: s.groups[g]})
		}
		if !suppress.Stands(r) {
			return false
		}
	}
	return true
}

func find(tables []Table, w WithheldCell) (Table, bool) {
	i := slices.IndexFunc(tables, func(t Table) bool { return t.id == w.Table && t.statistic == w.Statistic })
	if i < 0 {
		return Table{}, false
	}
	return tables[i], true
}

// strandsOf reads who stands behind the groups of a table, strand by strand.
func (e *explainer) strandsOf(t Table, b tabulate.Base) strands {
	out := make(strands)
	for g, group := range b.Groups {
		f := e.past.figure(t, group.At)
		for _, part := range f.Parts {
			if out[part.Strand] == nil {
				out[part.Strand] = &strand{numbers: newNumbering(), groups: make(map[int][]int)}
			}
			s := out[part.Strand]
			if s.groups[g] == nil {
				s.groups[g] = s.numbers.members(f, part.Strand)
			}
		}
	}
	for name, s := range out {
		for _, release := range e.past.releases {
			for _, f := range release.Figures {
				if m := s.numbers.members(f, name); len(m) > 0 && (t.statistic != "distribution" || f.Statistic == t.statistic) {
					s.forced = append(s.forced, m)
				}
			}
		}
		s.forced = distinct(s.forced)
	}
	return out
}

// figure is the cell of some people as the ledger would hold it.
func (h *history) figure(t Table, at []tabulate.Level) ledger.Figure {
	out := ledger.Figure{Table: t.id, Statistic: t.statistic, At: ledgerLevels(toLevels(at))}
	out.Parts, _ = h.parts(ledgerTable(t), out.At, ledger.AnySize)
	return out
}

// insteadOfPairs gives the cells that could be withheld in the place of one
// about pairs. Each is tried by the attack: with the one printed and the other
// not, nothing may be found. Where there are earlier releases none is tried:
// what they printed of pairs cannot be taken back.
func (e *explainer) insteadOfPairs(key string, w WithheldCell, n int, found findings) ([]Swap, bool) {
	if known, ok := e.swaps[key]; ok {
		return known, true
	}
	if len(e.past.releases) > 0 {
		return nil, true
	}
	var out []Swap
	tables, _ := e.beside(w, n)
	for t := range tables {
		for i, c := range tables[t].Cells {
			at := WithheldCell{Table: tables[t].ID, Statistic: tables[t].Statistic, At: attackedLevels(c.At)}
			isOther := c.Form == attack.Exact && len(c.At) > 0 && cellKey(at) != cellKey(w)
			if !isOther || len(out) == mostInstead || slices.ContainsFunc(found.all, func(proof string) bool { return !strings.Contains(proof, cellKey(at)) }) {
				continue
			}
			if !e.weigh() {
				return out, false
			}
			swapped := slices.Clone(tables)
			swapped[t].Cells = slices.Clone(tables[t].Cells)
			swapped[t].Cells[i] = attack.Cell{At: c.At}
			if len(attack.Linear(e.data, swapped, e.policy.limits())) == 0 {
				out = append(out, Swap{Table: at.Table, At: at.At})
			}
		}
	}
	e.swaps[key] = out
	return out, true
}

func toLevels(at []tabulate.Level) []Level {
	out := make([]Level, len(at))
	for i, l := range at {
		out[i] = Level(l)
	}
	return out
}
