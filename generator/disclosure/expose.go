package disclosure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
)

// findings is what the attack shows where one withheld cell is printed too.
type findings struct {
	proofs []string
	few    []string // those of too few people, all
	all    []string
	people int // the fewest that a proof is about; 0 where none counts people
}

// mostProofs is how many proofs are given for a cell, the shortest first.
const mostProofs = 2

// expose prints a withheld cell beside all that is printed and attacks that.
// Cells of one key share their proof. It says whether it was weighed.
func (e *explainer) expose(key string, w WithheldCell, n int) (findings, bool) {
	if known, ok := e.known[key]; ok {
		return known, true
	}
	if !e.weigh() {
		return findings{}, false
	}
	tables, name := e.beside(w, n)
	var found []attack.Finding
	for _, finding := range attack.Linear(e.data, tables, e.policy.limits()) {
		if strings.Contains(finding.Proof, name) && (finding.Kind == attack.FewPeople || finding.Kind == attack.Recomputed) {
			found = append(found, finding)
		}
	}
	slices.SortStableFunc(found, func(a, b attack.Finding) int { return len(a.Proof) - len(b.Proof) })
	var out findings
	for _, finding := range found {
		out.all = append(out.all, finding.Proof)
		if finding.Kind == attack.FewPeople {
			out.few = append(out.few, finding.Proof)
			out.people = min(cmp.Or(out.people, finding.People), finding.People)
		}
		if len(out.proofs) < mostProofs && !slices.Contains(out.proofs, finding.Proof) {
			out.proofs = append(out.proofs, finding.Proof)
		}
	}
	e.known[key] = out
	return out, true
}

// beside gives the tables to attack, those that say something of the same
// answers or people, with one withheld cell printed, and the cell's name in
// proofs.
func (e *explainer) beside(w WithheldCell, n int) (out []attack.Table, name string) {
	for _, t := range attackTables(e.tables) {
		if !e.beOf(t.ID, w.Table) {
			continue
		}
		if t.ID == w.Table && t.Statistic == w.Statistic {
			t.Cells = slices.Clone(t.Cells)
			for i, c := range t.Cells {
				if sameLevels(attackedLevels(c.At), w.At) {
					t.Cells[i].Form, t.Cells[i].N = attack.Exact, n
				}
			}
		}
		out = append(out, t)
	}
	return out, cellKey(w)
}

// beOf says whether a table can expose a cell of another: a question in all
// its waves, beside its theme; all that pairs did; a whole figure.
func (e *explainer) beOf(table, other string) bool {
	if e.familyOf(table) == e.familyOf(other) {
		return true
	}
	theme, isTheme := strings.CutPrefix(figureOf(other), "theme.")
	return isTheme && slices.ContainsFunc(e.data.Questions, func(q microdata.Question) bool {
		return q.Theme == theme && figureOf(table) == "survey."+q.Code
	})
}

// familyOf names the figures that share slots.
func (e *explainer) familyOf(table string) string {
	figure, measure, _ := strings.Cut(table, ".")
	switch {
	case figure == "topics" || table == "metric.sessions_per_month" || table == "metric.minutes":
		return "sessions"
	case table == "metric.goals_met_share":
		return "goals"
	case figure == "metric" && strings.HasPrefix(measure, "days_") || table == "metric.cross_department_share":
		return "matching"
	}
	return figureOf(table)
}

func figureOf(table string) string {
	if i := strings.LastIndexByte(table, '.'); i >= 0 {
		table = table[:i]
	}
	return table
}

func attackedLevels(at []attack.Level) []Level {
	out := make([]Level, len(at))
	for i, l := range at {
		out[i] = Level(l)
	}
	return out
}

// cellKey names a cell as proofs do.
func cellKey(w WithheldCell) string {
	at := make([]string, len(w.At))
	for i, l := range w.At {
		at[i] = l.Dimension + "=" + l.Level
	}
	where := "all"
	if len(at) > 0 {
		where = strings.Join(at, ",")
	}
	return fmt.Sprintf("%s %s[%s]", w.Table, w.Statistic, where)
}

// names says whether every proof names a group of the given people.
func names(proofs []string, groups []suppress.Group, members []int) bool {
	for _, proof := range proofs {
		if !slices.ContainsFunc(groups, func(g suppress.Group) bool {
			return slices.Equal(g.Members, members) && (g.Name == "" || strings.Contains(proof, g.Name+"]"))
		}) {
			return false
		}
	}
	return true
}
