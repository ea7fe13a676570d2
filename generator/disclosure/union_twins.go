package disclosure

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/figure"
)

// withstand attacks a merged release beside everything that was ever printed,
// by bounds and by twins. Where an attack succeeds that the earlier releases
// alone do not give, all that the release would add of that question, or of
// what pairs hold, is withheld: a rule that looks at no answer. What the earlier
// releases alone give is told once to HR; no withholding takes it back.
//
// made is the release before it was merged, and courses are those that it took.
// A cell that shows what the data give now must print the same of a twin; of any
// other only the form counts, from which merge decides. A reader knows this
// program: that something is new tells him that the attack did not succeed. So
// a twin counts only where it would have come to print the same itself (follow).
func (h *history) withstand(m merged, made Cohort, courses []course, t terms) (merged, []Note) {
	if len(h.releases) == 0 {
		return m, nil
	}
	data := courses[0].data
	past := h.earlier(data, t)
	due := past.due(m.fresh)
	if len(due) == 0 {
		return m, nil
	}
	veil := newVeil(m.cohort, made)
	limits := t.now.limits()
	limits.Memory = courses[0].printer.policy.moves
	beside := rival{veil: veil, courses: courses, limits: limits, due: due, known: make(map[string]bool)}
	findings := attack.Beside(data, veil.shown(attackTables(made.tables)), past.Earlier, beside.limits, beside.print(), due, beside.follows)
	already := false
	lost := make(map[string]bool)
	for _, f := range findings {
		already = already || f.Already
		if !f.Already {
			lost[questionIn(f.Series)] = true
		}
	}
	m = h.giveUp(m, made, lost, t)
	if !already {
		return m, nil
	}
	return m, []Note{{figure.Words{
		EN: "earlier releases alone let somebody work out another's answer; what is published cannot be taken back, and nothing more is withheld for it",
		JA: "以前のリリースだけで、ある人が別の人の回答を推測できます。公開済みの数字は取り消せないため、これを理由に伏せる数字は増やしません",
	}}}
}

// questionIn is the question of a series such as "trust.after"; a series of
// what pairs hold is its own.
func questionIn(series string) string {
	if dot := strings.LastIndexByte(series, '.'); dot >= 0 {
		return series[:dot]
	}
	return series
}

// seriesBehind names the series that a figure is of, as the attack does.
func seriesBehind(f ledger.Figure) []string {
	if held := attack.HeldSeries(f.Table); held != "" {
		return []string{held}
	}
	var out []string
	for _, p := range f.Parts {
		if !slices.Contains(out, p.Strand) {
			out = append(out, p.Strand)
		}
	}
	return out
}

// giveUp withholds what a release would add of questions, and of what pairs
// hold; what was printed there before stands again.
func (h *history) giveUp(m merged, made Cohort, lost map[string]bool, t terms) merged {
	if len(lost) == 0 {
		return m
	}
	gone := make(map[string]bool)
	for _, f := range m.fresh {
		if slices.ContainsFunc(seriesBehind(f), func(s string) bool { return lost[questionIn(s)] }) {
			gone[figureKey(f)] = true
		}
	}
	isGone := func(f ledger.Figure) bool { return gone[figureKey(f)] }
	m.fresh, m.record = slices.DeleteFunc(slices.Clone(m.fresh), isGone), slices.DeleteFunc(slices.Clone(m.record), isGone)
	for i, table := range made.tables {
		for j, cell := range table.cells {
			if !gone[figureKey(ledger.Figure{Table: table.id, Statistic: table.statistic, At: ledgerLevels(cell.at)})] {
				continue
			}
			at := h.place(table, ledgerTable(table), cell, t.at(baseOf(table, cell)))
			at.table, at.cell, at.decision, at.attacked = i, j, at.instead(), true
			h.settle(&m, at, table)
		}
	}
	return m
}
