package disclosure

import (
	"math"
	"slices"

	"kohort/generator/disclosure/internal/tabulate"
	"kohort/generator/figure"
)

// protected is a cohort's tables after suppression, not yet attacked.
type protected struct {
	tables    []Table
	withhelds []WithheldCell
	notes     []figure.Words
	courses   []course // how other datasets would have come out, by policy
}

func (p Policy) rules() tabulate.Rules {
	return tabulate.Rules{
		K: p.k, KDistribution: p.kDistribution, Coalition: p.coalition, Width: p.width, ModalMax: p.modalMax,
		MinPairs: p.dominance.minPairs, MinMentors: p.dominance.minMentors, MinMentees: p.dominance.minMentees,
		Top1: p.dominance.top1, Top2: p.dominance.top2, Secret: p.secret, SecretRoster: p.secretRoster,
	}
}

// protect decides for each question and wave, by what would be printed there,
// what may stand beside what, and makes the tables, without what is given up.
func (w weighed) protect(given repair) protected {
	out := protected{notes: slices.Clone(w.notes)}
	kept := w.keepAnswers(given)
	for _, t := range w.tabs.Tables {
		next, reasons := w.table(t, kept)
		for i, why := range reasons {
			if why != shown {
				out.withhelds = append(out.withhelds, WithheldCell{Table: t.ID, Statistic: string(t.Statistic), At: next.cells[i].at, Why: why.words(w.policy)})
			}
		}
		if last := len(out.tables) - 1; last >= 0 && out.tables[last].id == next.id && out.tables[last].statistic == next.statistic {
			out.tables[last].cells = append(out.tables[last].cells, next.cells...)
			continue
		}
		out.tables = append(out.tables, next)
	}
	return out
}

// table is the released form of a table, and why each cell is withheld.
func (w weighed) table(t tabulate.Table, kept kept) (Table, []reason) {
	d, _ := figure.Lookup(t.ID, t.Statistic)
	out := Table{id: t.ID, statistic: string(t.Statistic), base: t.Of, unit: string(d.Unit), decimals: w.policy.decimals(d), dimensions: dimensionsOf(t, w.tabs)}
	out.cells = make([]Cell, 0, len(t.Cells))
	reasons := make([]reason, 0, len(t.Cells))
	for i, c := range t.Cells {
		if t.Base >= 0 && (w.bases[t.Base].rungs[i] == leftOut || t.LeavesOut(w.tabs.Bases[t.Base].Groups[i])) {
			continue
		}
		cell, why := Cell{at: levelsAt(t, w.tabs, i)}, shown
		switch {
		case t.Base >= 0:
			rung := w.bases[t.Base].rungs[i]
			c = t.At(i, rung)
			why = w.policy.whyNot(t, c, i, rung, kept)
			if !kept.spread(t, i) {
				c.Interval, c.Effect = [2]float64{}, ""
			}
		case c.Form == tabulate.Nothing:
			why = decided(c.Why)
		}
		if why == shown && t.Base < 0 && kept.givesUp(t) {
			why = attacked
		}
		if why == shown {
			cell = print(cell.at, c, out.decimals)
		}
		out.cells, reasons = append(out.cells, cell), append(reasons, why)
	}
	return out, reasons
}

// dimensionsOf lists the dimensions that the cells of a table have.
func dimensionsOf(t tabulate.Table, tabs tabulate.Tabulation) []string {
	if t.Base < 0 {
		return t.Dimensions
	}
	var out []string
	for _, l := range t.Within {
		out = append(out, l.Dimension)
	}
	for _, d := range tabs.Bases[t.Base].Dimensions {
		if !t.Narrow || slices.Contains(t.By, d) {
			out = append(out, d)
		}
	}
	return out
}

// spread says whether the distributions that an interval is made of print
// beside it.
func (k kept) spread(t tabulate.Table, group int) bool {
	return !slices.ContainsFunc(t.Answers, func(slot string) bool { return k.distributions[slot] == nil || !k.distributions[slot][group] })
}

func levelsAt(t tabulate.Table, tabs tabulate.Tabulation, i int) []Level {
	within, of := t.Within, []tabulate.Level(nil)
	if t.Base >= 0 {
		of = tabs.Bases[t.Base].Groups[i].At
	} else {
		within = t.Levels[i]
	}
	at := make([]Level, 0, len(within)+len(of))
	for _, l := range within {
		at = append(at, Level(l))
	}
	for _, l := range of {
		at = append(at, Level(l))
	}
	return at
}

// print is a cell as it stands in the release: rounded, so that no more than
// the printed digits is held.
func print(at []Level, c tabulate.Cell, decimals int) Cell {
	out := Cell{at: at, n: c.N, effect: c.Effect}
	if c.Interval[0] != c.Interval[1] {
		out.hasInterval, out.lo, out.hi = true, round(c.Interval[0], decimals), round(c.Interval[1], decimals)
	}
	switch c.Form {
	case tabulate.Number:
		out.form, out.value = Number, round(c.Value, decimals)
	case tabulate.Band:
		out.form, out.lo, out.hi = Band, round(c.Lo, decimals), round(c.Hi, decimals)
	case tabulate.Distribution, tabulate.Class:
		out.form = Distribution
		if c.Form == tabulate.Class {
			out.form = Class
		}
		for _, n := range c.Counts {
			out.counts = append(out.counts, Count(n))
		}
	}
	return out
}

// round rounds half away from zero and never gives minus nought. A figure is a
// whole number over at most some thousand people, so that what lies within a
// millionth of a half is one: 41/40 prints as 1.03 though its nearest float64
// is less.
func round(v float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	r := math.Round(math.Round(v*scale*1e6)/1e6) / scale
	if r == 0 {
		return 0
	}
	return r
}
