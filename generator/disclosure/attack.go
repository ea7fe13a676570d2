package disclosure

import (
	"slices"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
)

// sessionSeries is the name under which the attack speaks of sessions.
const sessionSeries = "sessions"

func (p Policy) limits() attack.Thresholds {
	return attack.Thresholds{K: p.k, KDistribution: p.kDistribution, MinPairs: p.dominance.minPairs, Coalition: p.coalition, Width: p.width, Secret: p.secretRoster, FewAnswers: fewAnswers, FewKinds: fewKinds, Memory: p.moves}
}

// attackRelease runs the exact audit over what is about to be written: the
// cells as they stand in the release, against the people behind them.
func attackRelease(data microdata.Cohort, c Cohort, p Policy) []diag.Problem {
	return problemsOf(c.id, attack.Linear(data, attackTables(c.tables), p.limits()))
}

func problemsOf(cohort string, findings []attack.Finding) []diag.Problem {
	at := diag.Pos{File: "cohorts/" + cohort}
	var problems []diag.Problem
	for _, f := range findings {
		switch f.Kind {
		case attack.FewPeople:
			problems = append(problems, diag.New("attack-few-people", at, diag.Slot("proof", f.Proof)))
		case attack.Recomputed:
			problems = append(problems, diag.New("attack-recomputed", at, diag.Slot("proof", f.Proof)))
		case attack.NotKnown:
			problems = append(problems, diag.New("attack-not-known", at, diag.Slot("cell", f.Proof)))
		case attack.Bounded:
			problems = append(problems, diag.New("attack-bounded", at, diag.Slot("proof", f.Proof)))
		case attack.NoTwin:
			problems = append(problems, diag.New("attack-no-twin", at, diag.Slot("figure", f.Proof)))
		}
	}
	return problems
}

func attackTables(tables []Table) []attack.Table {
	out := make([]attack.Table, len(tables))
	for i, t := range tables {
		out[i] = attackTable(t)
	}
	return out
}

func attackTable(t Table) attack.Table {
	out := attack.Table{ID: t.id, Statistic: t.statistic, Decimals: t.decimals, Cells: make([]attack.Cell, len(t.cells))}
	for i, cell := range t.cells {
		out.Cells[i] = attackCell(cell)
	}
	return out
}

func attackCell(c Cell) attack.Cell {
	out := attack.Cell{N: c.n, Value: c.value, Effect: string(c.effect)}
	if c.hasInterval {
		out.Interval = [2]float64{c.lo, c.hi}
	} else {
		out.Lo, out.Hi = c.lo, c.hi
	}
	out.At = slices.Grow(out.At, len(c.at))
	for _, l := range c.at {
		out.At = append(out.At, attack.Level(l))
	}
	out.Counts = slices.Grow(out.Counts, len(c.counts))
	for _, n := range c.counts {
		out.Counts = append(out.Counts, attack.Count(n))
	}
	switch c.form {
	case Number, Distribution:
		out.Form = attack.Exact
	case Band, Class:
		out.Form = attack.Coarse
	}
	return out
}

// Questions with few answers in a wave, or answered by few kinds of people, are
// attacked closely: their twins are followed, and their people told apart by the
// roster. Each twin then takes an attack of its own. Of larger questions it is
// not proven that from their being printed nothing follows.
const (
	fewAnswers = 18
	fewKinds   = 16
)
