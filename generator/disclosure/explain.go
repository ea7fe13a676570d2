package disclosure

import (
	"cmp"
	"errors"
	"slices"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/tabulate"
)

// Explanation says of every cell that the next release of a cohort withholds
// why, and what would free it. It counts people in withheld cells: it is for
// HR alone, is written nowhere, and no page can be made of it.
type Explanation struct {
	Cohort string
	Tables []string // ids of all tables, in the release's order
	Cells  []Explained
}

// Explained is one withheld cell.
type Explained struct {
	WithheldCell
	People int  // behind the cell; pairs where Pairs is set
	Pairs  bool // people are counted by pairs
	// Exposed are proofs of what would follow if the cell were printed too:
	// "A + B − C = 3 people", or "A − B = C" for another withheld cell. Empty
	// where the rule looks at the cell alone.
	Exposed []string
	// Needs is how many people (pairs) more the cell's group, or the group that
	// it would expose, must have at the least; 0 where more would not help.
	Needs int
	// Instead are groups of which any one could be withheld in its place with
	// nothing else lost, the smallest first, every cell of the same people with
	// it. Earlier releases are not weighed.
	Instead [][]Level
}

// Explain makes the next release of a cohort as a dry run does and explains
// what is withheld. It writes nothing.
func Explain(in ReleaseInput) (out Explanation, problems []diag.Problem, err error) {
	in.DryRun = true
	f, err := in.Place.open()
	if err != nil {
		return Explanation{}, nil, err
	}
	defer f.close()
	m, problems, err := f.remember(false, in.Cohort)
	if err != nil || len(problems) > 0 {
		return Explanation{}, problems, err
	}
	defer func() { err = errors.Join(err, m.close()) }()
	last, _, problems, err := loadChain(f.handbook, in.Cohort)
	if err != nil {
		return Explanation{}, nil, err
	}
	data, found := f.read(in.Cohort)
	problems = append(problems, found...)
	if diag.Stops(problems, false) {
		return Explanation{}, diag.Sort(problems), nil
	}
	made, found, err := f.next(in, m, data, last)
	problems = diag.Sort(append(problems, found...))
	if err != nil || diag.Stops(problems, false) {
		return Explanation{}, problems, err
	}
	policy, _ := in.Policy.orDefault().frozen(made.past.releases, in.Cohort)
	next, _, err := decode(made.file)
	if err != nil {
		return Explanation{}, nil, err
	}
	return policy.explain(data, next, made.sum.Withhelds), problems, nil
}

// explain explains the withheld cells of a release.
func (p Policy) explain(data microdata.Cohort, c Cohort, withhelds []WithheldCell) Explanation {
	out := Explanation{Cohort: c.id}
	for _, t := range c.tables {
		out.Tables = append(out.Tables, t.id)
	}
	out.Tables = slices.Compact(out.Tables)
	e := newExplainer(p, data, c)
	for _, w := range withhelds {
		out.Cells = append(out.Cells, e.cell(w))
	}
	return out
}

// explainer holds what the cells of one release have in common.
type explainer struct {
	policy  Policy
	data    microdata.Cohort
	tables  []Table
	tabs    tabulate.Tabulation
	ladders []ladder
	known   map[string]findings // by base, rung and group: cells with one fate
	swaps   map[fate][][]Level
}

func newExplainer(p Policy, data microdata.Cohort, c Cohort) *explainer {
	e := &explainer{policy: p, data: data, tables: c.tables, tabs: tabulate.Make(data, p.rules()),
		known: make(map[string]findings), swaps: make(map[fate][][]Level)}
	for _, b := range e.tabs.Bases {
		e.ladders = append(e.ladders, p.climb(b))
	}
	leaveOutGrids(e.tabs.Bases, e.ladders)
	return e
}

// fate names cells that are shown or withheld together.
type fate struct{ base, group, rung int }

// cell explains one cell.
func (e *explainer) cell(w WithheldCell) Explained {
	out := Explained{WithheldCell: w}
	t, i, ok := e.find(w)
	if !ok {
		return out // an earlier release alone holds it
	}
	c := t.Cells[i]
	out.People, out.Pairs = c.N, t.Of[0] == "sessions" || t.Of[0] == "pairs" || t.Of[0] == "goals"
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
	isNeighbour := t.Base >= 0 && e.ladders[t.Base][i] < t.Rung
	found := e.expose(w, c.N, isNeighbour, fate{t.Base, i, t.Rung})
	out.Exposed = found.proofs
	if found.people > 0 && found.people < least {
		out.Needs = least - found.people
	}
	if isNeighbour {
		out.Instead = e.instead(fate{t.Base, i, t.Rung}, found.few)
	}
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

// instead gives the groups that could be withheld in the place of one: with
// it, and without them, the elimination keeps all that it kept before. few
// are proofs of too few people: one that does not name a group holds without it.
func (e *explainer) instead(f fate, few []string) [][]Level {
	if known, ok := e.swaps[f]; ok {
		return known
	}
	b := e.tabs.Bases[f.base]
	groups := e.policy.groups(b, b.Groups)
	var kept []int
	for g := range groups {
		if e.ladders[f.base][g] >= f.rung || slices.Equal(groups[g].Members, groups[f.group].Members) {
			kept = append(kept, g)
		}
	}
	slices.SortStableFunc(kept, func(i, j int) int {
		return cmp.Or(cmp.Compare(groups[j].Tier, groups[i].Tier), cmp.Compare(len(groups[i].Members), len(groups[j].Members)))
	})
	k := e.policy.k
	if f.rung == 2 {
		k = e.policy.kDistribution
	}
	var out [][]Level
	for _, g := range kept {
		isTwice := slices.ContainsFunc(kept, func(h int) bool {
			return groups[h].Tier < groups[g].Tier && slices.Equal(groups[h].Members, groups[g].Members)
		})
		if len(out) == mostInstead || isTwice || slices.Equal(groups[g].Members, groups[f.group].Members) {
			continue
		}
		if names(few, groups, groups[g].Members) && keepsAll(groups, kept, groups[g].Members, k) {
			out = append(out, toLevels(b.Groups[g].At))
		}
	}
	e.swaps[f] = out
	return out
}

// mostInstead is how many groups are named that could be given up.
const mostInstead = 3

func toLevels(at []tabulate.Level) []Level {
	out := make([]Level, len(at))
	for i, l := range at {
		out[i] = Level(l)
	}
	return out
}
