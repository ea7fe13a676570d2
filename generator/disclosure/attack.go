package disclosure

import (
	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
)

// attackRelease attacks what is about to be written: the cells as they stand
// in the release, against the people behind them. Any success stops it.
func attackRelease(data microdata.Cohort, c Cohort, p Policy) []diag.Problem {
	var tables []attack.Table
	for _, t := range c.tables {
		out := attack.Table{ID: t.id, Statistic: t.statistic}
		for _, cell := range t.cells {
			out.Cells = append(out.Cells, attackCell(cell))
		}
		tables = append(tables, out)
	}
	limits := attack.Thresholds{K: p.k, KDistribution: p.kDistribution, MinPairs: minPairs}
	at := diag.Pos{File: "cohorts/" + c.id}
	var problems []diag.Problem
	for _, f := range attack.Linear(data, tables, limits) {
		switch f.Kind {
		case attack.FewPeople:
			problems = append(problems, diag.New("attack-few-people", at, diag.Slot("proof", f.Proof)))
		case attack.Recomputed:
			problems = append(problems, diag.New("attack-recomputed", at, diag.Slot("proof", f.Proof)))
		case attack.NotKnown:
			problems = append(problems, diag.New("attack-not-known", at, diag.Slot("cell", f.Proof)))
		}
	}
	return problems
}

func attackCell(c Cell) attack.Cell {
	out := attack.Cell{N: c.n}
	for _, l := range c.at {
		out.At = append(out.At, attack.Level(l))
	}
	switch c.form {
	case Number, Distribution:
		out.Form = attack.Exact
	case Band, Class:
		out.Form = attack.Coarse
	}
	return out
}
