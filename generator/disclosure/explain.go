package disclosure

import (
	"errors"
	"slices"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/suppress"
)

// Explanation says of every cell that the next release of a cohort withholds
// why, and what would free it. It counts people in withheld cells: it is for
// HR alone, is written nowhere, and no page can be made of it.
type Explanation struct {
	Cohort string
	Tables []string // ids of all tables, in the release's order
	Cells  []Explained
	// Unweighed is how many of Cells are told without what they would expose and
	// without swaps, since the limit of the search was reached.
	Unweighed int
	// Stays say why cells show an earlier value, and what an update takes.
	Stays []Note
}

// Explained is one withheld cell.
type Explained struct {
	WithheldCell
	People int  // behind the cell; pairs where Pairs is set
	Pairs  bool // people are counted by pairs
	// Unequal says that the cell is a theme's whose questions were not answered by
	// the same people: nobody is counted, and more people would not help.
	Unequal bool
	// Exposed are proofs of what would follow if the cell were printed too:
	// "A + B − C = 3 people", or "A − B = C" for another withheld cell. Empty
	// where the rule looks at the cell alone.
	Exposed []string
	// Needs is how many people (pairs) more the cell's group, or the group that
	// it would expose, must have at the least; 0 where more would not help.
	Needs int
	// Instead are groups of which any one could be withheld in its place with
	// nothing else lost, beside all that earlier releases printed: the smallest
	// first, every cell of the same people with it. For pairs they are cells of
	// the table of Instead.
	Instead []Swap
	Weighed bool // Exposed and Instead were looked for, where the rule looks beyond the cell
	// Neighbours says that the cell is withheld for the sake of others: where
	// Instead is empty, none is known that could be withheld in its place.
	Neighbours bool
}

// Swap is what could be withheld in the place of a cell.
type Swap struct {
	Table string // empty: all tables of the same people
	At    []Level
}

// Explain makes the next release of a cohort as a dry run does and explains
// what is withheld, of one table where its id is given. It writes nothing.
func Explain(in ReleaseInput, table string) (out Explanation, problems []diag.Problem, err error) {
	in.DryRun = true
	in.Policy = in.Policy.orDefault()
	in.Policy.memory = &suppress.Memory{}
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
	next, _, err := decode(made.file)
	if err != nil {
		return Explanation{}, nil, err
	}
	out = in.Policy.on(made.past.releases).explain(made.past, next, table, made.sum.Withhelds)
	out.Stays = stayWords(made.stays, table)
	return out, problems, nil
}

// explain explains the withheld cells of a release, of one table where its id
// is given: each by the thresholds that its base stands under.
func (t terms) explain(past *history, c Cohort, table string, withhelds []WithheldCell) Explanation {
	out := Explanation{Cohort: c.id}
	for _, t := range c.tables {
		out.Tables = append(out.Tables, t.id)
	}
	out.Tables = slices.Compact(out.Tables)
	under := make(map[ledger.Thresholds]*explainer)
	for _, w := range withhelds {
		if table != "" && w.Table != table {
			continue
		}
		p := t.now
		if of, ok := c.Table(w.Table, w.Statistic); ok {
			p = t.at(baseOf(of, Cell{at: w.At}))
		}
		e := under[p.thresholds()]
		if e == nil {
			e = newExplainer(p, past, c)
			under[p.thresholds()] = e
		}
		cell := e.cell(w)
		if !cell.Weighed {
			out.Unweighed++
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}
