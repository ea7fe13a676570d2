package disclosure

import (
	"fmt"
	"maps"
	"slices"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/figure"
)

// repair is what the attack made a release give up: for each question and wave
// ("trust.after"), how many of its cheapest groups are withheld; under
// "sessions", 1 where no figure of sessions may be printed.
type repair map[string]int

// sessionSeries is the name under which the attack speaks of sessions.
const sessionSeries = "sessions"

// settle protects a cohort and attacks the result. Where the bounds or the
// twins tell that somebody's answer may follow, it withholds the cheapest
// groups of that question and wave, three times as many each round, and tries again,
// until no attack succeeds. It ends, since each round withholds more, and with
// nothing printed there is nothing to attack.
//
// Which group goes is read from sizes, names and weights alone: not the one in
// which the attack succeeded, since its place would tell a reader where
// somebody is alone with an answer. What remains to be seen is that in this
// question something was withheld, as for any other reason.
func (p Policy) settle(data microdata.Cohort) (protected, []diag.Problem) {
	p.memory = &suppress.Memory{}
	p.repaired = make(repair)
	var due map[string]bool
	for {
		shield := protect(data, p)
		p.repaired.sessions(&shield)
		printed := attackTables(shield.tables)
		findings := attack.Bounds(data, printed, p.limits())
		findings = append(findings, attack.Twins(data, printed, p.limits(), p.printAgain, due)...)
		next := p.repaired.after(findings, groupsOf(shield.tables))
		if next == nil {
			shield.notes = append(shield.notes, p.repaired.words()...)
			return shield, problemsOf(data.ID, append(attack.Linear(data, printed, p.limits()), findings...))
		}
		due = make(map[string]bool)
		for series, count := range next {
			due[series] = count != p.repaired[series]
		}
		p.repaired = next
	}
}

// after gives what the next round withholds; nil where no finding can be
// answered so.
func (r repair) after(findings []attack.Finding, groups int) repair {
	next := maps.Clone(r)
	for _, f := range findings {
		if f.Series == "" || f.Kind != attack.NoTwin && f.Kind != attack.Bounded || r[f.Series] >= groups {
			continue
		}
		next[f.Series] = min(max(1, 3*r[f.Series]), groups)
		if f.Series == sessionSeries {
			next[f.Series] = groups
		}
	}
	if maps.Equal(next, r) {
		return nil
	}
	return next
}

// groupsOf is the most groups that a table has.
func groupsOf(tables []Table) int {
	most := 1
	for _, t := range tables {
		most = max(most, len(t.cells))
	}
	return most
}

// sessions withholds every figure of sessions, where the attack asks for it.
func (r repair) sessions(shield *protected) {
	if r[sessionSeries] == 0 {
		return
	}
	for i, t := range shield.tables {
		if t.base[0] != sessionSeries {
			continue
		}
		cells := slices.Clone(t.cells)
		for j, c := range cells {
			if c.form != Withheld {
				cells[j] = Cell{at: c.at}
				shield.withhelds = append(shield.withhelds, WithheldCell{Table: t.id, Statistic: t.statistic, At: c.at, Why: attacked.words(Policy{})})
			}
		}
		shield.tables[i].cells = cells
	}
}

// words tells HR what the attack cost.
func (r repair) words() []figure.Words {
	var out []figure.Words
	for _, series := range sortedKeys(r) {
		if series == sessionSeries {
			out = append(out, figure.Words{
				EN: "figures of sessions are withheld: from them a pair could have worked out another pair's",
				JA: "セッションの数字はすべて伏せました。あるペアが別のペアの値を推測できてしまうためです",
			})
			continue
		}
		out = append(out, figure.Words{
			EN: fmt.Sprintf("more groups than usual are withheld in survey.%s: with them somebody who answered could have worked out another person's answer", series),
			JA: fmt.Sprintf("survey.%s では、伏せるグループを増やしました。回答者の一人が別の人の回答を推測できてしまうためです", series),
		})
	}
	return out
}

// printAgain is what would be printed of another dataset, with the same groups
// given up: how a twin is held against the release.
func (p Policy) printAgain(data microdata.Cohort) []attack.Table {
	shield := protect(data, p)
	p.repaired.sessions(&shield)
	return attackTables(shield.tables)
}

func (p Policy) limits() attack.Thresholds {
	return attack.Thresholds{K: p.k, KDistribution: p.kDistribution, MinPairs: p.dominance.minPairs, Coalition: p.coalition, Width: p.width}
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
		out[i] = attack.Table{ID: t.id, Statistic: t.statistic, Decimals: t.decimals}
		for _, cell := range t.cells {
			out[i].Cells = append(out[i].Cells, attackCell(cell))
		}
	}
	return out
}

func attackCell(c Cell) attack.Cell {
	out := attack.Cell{N: c.n, Value: c.value, Lo: c.lo, Hi: c.hi}
	for _, l := range c.at {
		out.At = append(out.At, attack.Level(l))
	}
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
