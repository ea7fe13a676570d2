package disclosure

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/tabulate"
)

// explainer holds what the cells of one release have in common.
type explainer struct {
	policy  Policy
	past    *history
	data    microdata.Cohort
	tables  []Table
	tabs    tabulate.Tabulation
	ladders []ladder
	known   map[string]findings // cells with one fate share their proof
	swaps   map[string][]Swap
	earlier map[string]strands // of a table: what stands behind its groups
	left    int                // how much more may be weighed
}

// mostWeighed is how much is weighed for one explanation: attacks on a cell
// that is printed too, and trials of a swap. It is counted, not timed, so that
// the same data gives the same words.
const mostWeighed = 600

func newExplainer(p Policy, past *history, c Cohort) *explainer {
	data := inOrder(past.data)
	e := &explainer{policy: p, past: past, data: data, tables: c.tables, tabs: tabulate.Make(data, p.rules()),
		known: make(map[string]findings), swaps: make(map[string][]Swap), earlier: make(map[string]strands), left: mostWeighed}
	for _, b := range e.tabs.Bases {
		e.ladders = append(e.ladders, p.climb(b))
	}
	leaveOutGrids(e.tabs.Bases, e.ladders)
	return e
}

// weigh says whether one more may be weighed.
func (e *explainer) weigh() bool {
	e.left--
	return e.left >= 0
}

// fate names cells that are shown or withheld together: those of the same
// people on one rung; a cell that was decided alone has its own.
type fate struct{ base, group, rung int }

// cell explains one cell.
func (e *explainer) cell(w WithheldCell) Explained {
	out := Explained{WithheldCell: w, Weighed: true}
	t, i, ok := e.find(w)
	if !ok {
		return out // an earlier release alone holds it
	}
	c := t.Cells[i]
	if c.Why == tabulate.OtherBase {
		out.Unequal = true
		return out
	}
	out.People, out.Pairs = c.N, slices.Contains([]string{"sessions", "pairs", "goals"}, t.Of[0])
	least := e.policy.k
	switch {
	case out.Pairs:
		least = e.policy.dominance.minPairs
	case t.Rung == 2:
		least = e.policy.kDistribution
	}
	if c.N < least {
		out.Needs = least - c.N
		return out
	}
	f := fate{t.Base, i, t.Rung}
	isNeighbour := t.Base >= 0 && e.ladders[t.Base][i] < t.Rung
	key := fmt.Sprint(w.Table, w.Statistic, w.At)
	if isNeighbour {
		key = fmt.Sprint(f)
	}
	found, ok := e.expose(key, w, c.N)
	out.Exposed, out.Weighed = found.proofs, ok
	if found.people > 0 && found.people < least {
		out.Needs = least - found.people
	}
	out.Neighbours = isNeighbour || t.Base < 0 && c.Why == tabulate.Follows
	switch {
	case isNeighbour:
		out.Instead, ok = e.instead(key, w, f, found.few)
	case out.Neighbours:
		out.Instead, ok = e.insteadOfPairs(key, w, c.N, found)
	}
	out.Weighed = out.Weighed && ok
	return out
}

// find finds the table and the cell that a withheld cell was made from.
func (e *explainer) find(w WithheldCell) (tabulate.Table, int, bool) {
	for _, t := range e.tabs.Tables {
		if t.ID != w.Table || string(t.Statistic) != w.Statistic {
			continue
		}
		for i := range t.Cells {
			if sameLevels(levelsAt(t, e.tabs, i), w.At) {
				return t, i, true
			}
		}
	}
	return tabulate.Table{}, 0, false
}
