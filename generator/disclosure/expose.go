package disclosure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/suppress"
)

// findings is what the attack shows where one withheld cell is printed too.
type findings struct {
	proofs []string
	few    []string // those of too few people, all
	people int      // the fewest that a proof is about; 0 where none counts people
}

// mostProofs is how many proofs are given for a cell, the shortest first.
const mostProofs = 2

// expose prints a withheld cell beside all that is printed and attacks that.
// Cells of one fate share their proof.
func (e *explainer) expose(w WithheldCell, n int, isNeighbour bool, f fate) findings {
	key := fmt.Sprint(f)
	if !isNeighbour {
		key = fmt.Sprint(w.Table, w.Statistic, w.At)
	}
	if known, ok := e.known[key]; ok {
		return known
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
		if finding.Kind == attack.FewPeople {
			out.few = append(out.few, finding.Proof)
			out.people = min(cmp.Or(out.people, finding.People), finding.People)
		}
		if len(out.proofs) < mostProofs && !slices.Contains(out.proofs, finding.Proof) {
			out.proofs = append(out.proofs, finding.Proof)
		}
	}
	e.known[key] = out
	return out
}

// beside gives the tables to attack, those that say something of the same
// answers or people, with one withheld cell printed, and the cell's name in
// proofs.
func (e *explainer) beside(w WithheldCell, n int) (out []attack.Table, name string) {
	for _, t := range attackTables(e.tables) {
		if figureOf(t.ID) != figureOf(w.Table) {
			continue
		}
		if t.ID == w.Table && t.Statistic == w.Statistic {
			t.Cells = slices.Clone(t.Cells)
			for i, c := range t.Cells {
				if sameLevels(levelsOf(c.At), w.At) {
					t.Cells[i].Form, t.Cells[i].N = attack.Exact, n
				}
			}
		}
		out = append(out, t)
	}
	return out, cellKey(w)
}

// figureOf is what tables have in common that can expose each other: a question
// in all its waves, or a whole figure.
func figureOf(table string) string {
	if i := strings.LastIndexByte(table, '.'); i >= 0 {
		table = table[:i]
	}
	return table
}

func levelsOf(at []attack.Level) []Level {
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

// keepsAll says whether all groups of a list but those of the given people may
// stand beside each other.
func keepsAll(groups []suppress.Group, list []int, without []int, k int) bool {
	var r suppress.Request
	r.K = k
	for _, g := range list {
		if !slices.Equal(groups[g].Members, without) {
			r.Groups = append(r.Groups, groups[g])
		}
	}
	return !slices.Contains(suppress.Publish(r), false)
}
