package disclosure

import (
	"math"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/tabulate"
	"kohort/generator/figure"
)

// protected is a cohort's tables after suppression, not yet attacked.
type protected struct {
	tables    []Table
	withhelds []WithheldCell
	notes     []figure.Words
}

func (p Policy) rules() tabulate.Rules {
	return tabulate.Rules{
		K: p.k, KDistribution: p.kDistribution, Coalition: p.coalition, Width: p.width, ModalMax: p.modalMax,
		MinPairs: p.dominance.minPairs, MinMentors: p.dominance.minMentors, MinMentees: p.dominance.minMentees,
		Top1: p.dominance.top1, Top2: p.dominance.top2, Secret: p.secret,
	}
}

// protect tabulates a cohort and decides what may stand beside what: first for
// each base by who is in which group, then for each question and wave by what
// would be printed there.
func protect(c microdata.Cohort, p Policy) protected {
	tabs := tabulate.Make(c, p.rules())
	ladders := make([]ladder, len(tabs.Bases))
	for i, b := range tabs.Bases {
		ladders[i] = p.climb(b)
	}
	out := protected{notes: append(tabs.Notes, leaveOutGrids(tabs.Bases, ladders)...)}
	kept := p.keepAnswers(tabs, ladders)
	for _, t := range tabs.Tables {
		next := p.table(t, tabs, ladders, kept, &out.withhelds)
		if last := len(out.tables) - 1; last >= 0 && out.tables[last].id == next.id && out.tables[last].statistic == next.statistic {
			out.tables[last].cells = append(out.tables[last].cells, next.cells...)
			continue
		}
		out.tables = append(out.tables, next)
	}
	return out
}

// table is the released form of a table.
func (p Policy) table(t tabulate.Table, tabs tabulate.Tabulation, ladders []ladder, kept kept, withhelds *[]WithheldCell) Table {
	d, _ := figure.Lookup(t.ID, t.Statistic)
	out := Table{id: t.ID, statistic: string(t.Statistic), base: t.Of, unit: string(d.Unit), decimals: p.decimals(d), dimensions: dimensionsOf(t, tabs)}
	for i, c := range t.Cells {
		if t.Base >= 0 && (ladders[t.Base][i] == leftOut || t.LeavesOut(tabs.Bases[t.Base].Groups[i])) {
			continue
		}
		at := levelsAt(t, tabs, i)
		why := shown
		switch {
		case t.Base >= 0:
			rung := ladders[t.Base][i]
			c = t.At(i, rung)
			why = p.whyNot(t, c, i, rung, kept)
			if !kept.spread(t, i) {
				c.Interval, c.Effect = [2]float64{}, ""
			}
		case c.Form == tabulate.Nothing:
			why = decided(c.Why)
		}
		cell := Cell{at: at}
		if why == shown {
			cell = print(at, c, out.decimals)
		} else {
			*withhelds = append(*withhelds, WithheldCell{Table: t.ID, Statistic: string(t.Statistic), At: at, Why: why.words(p)})
		}
		out.cells = append(out.cells, cell)
	}
	return out
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
	from := slices.Clone(t.Within)
	if t.Base >= 0 {
		from = append(from, tabs.Bases[t.Base].Groups[i].At...)
	} else {
		from = t.Levels[i]
	}
	at := make([]Level, len(from))
	for j, l := range from {
		at[j] = Level(l)
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

// round rounds half away from zero and never gives minus nought.
func round(v float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	r := math.Round(v*scale) / scale
	if r == 0 {
		return 0
	}
	return r
}
