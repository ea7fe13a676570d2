package disclosure

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
)

// ofSizes is a cohort of departments of given sizes, without any survey.
func ofSizes(sizes ...int) microdata.Cohort {
	c := microdata.Cohort{ID: "2025-spring", By: [][]string{{"department"}},
		Start: microdata.Date{Year: 2025, Month: 4, Day: 1}, AsOf: microdata.Date{Year: 2025, Month: 10, Day: 1}}
	for i, size := range sizes {
		for range size {
			role := []microdata.Role{microdata.Mentor, microdata.Mentee}[len(c.People)%2]
			c.People = append(c.People, microdata.Person{ID: fmt.Sprintf("E%04d", len(c.People)), Role: role, Department: departments[i]})
		}
	}
	return c
}

// unreleased is the history of a cohort of which nothing was printed.
func unreleased(c microdata.Cohort) *history {
	return newHistory(c, Cohort{}, nil, ledger.NewVersions(nil, c.ID))
}

func explained(t *testing.T, c microdata.Cohort) Explanation {
	t.Helper()
	next, shield, problems := gate(c, defaultPolicy)
	if len(problems) > 0 {
		t.Fatalf("gate: %v", problems)
	}
	return defaultPolicy.on(nil).explain(unreleased(c), next, "", shield.withhelds)
}

func (e Explanation) at(t *testing.T, table, department string) Explained {
	t.Helper()
	for _, c := range e.Cells {
		if c.Table == table && slices.Equal(c.At, []Level{{"department", department}}) {
			return c
		}
	}
	t.Fatalf("%s of %s: not among the withheld cells", table, department)
	return Explained{}
}

// TestExplainCaseC07 is C07: of departments of 1, 3, 6, 9 and 7 people two are
// too small, and a third must go with them.
func TestExplainCaseC07(t *testing.T) {
	e := explained(t, ofSizes(1, 3, 6, 9, 7))
	const table = "participation.enrolled"
	if c := e.at(t, table, departments[0]); c.People != 1 || c.Needs != 4 || c.Exposed != nil || c.Instead != nil {
		t.Errorf("a department of one: %+v, want 1 person, 4 more needed", c)
	}
	c := e.at(t, table, departments[2])
	if c.People != 6 || c.Needs != 1 || c.Pairs {
		t.Errorf("the department that goes with them: %+v, want 6 people, and one more in those it would expose", c)
	}
	if len(c.Exposed) == 0 || !strings.HasSuffix(c.Exposed[0], "= 4 people") || !strings.Contains(c.Exposed[0], "department="+departments[2]) {
		t.Errorf("proofs %q, want one of 4 people that names the cell", c.Exposed)
	}
	want := []Swap{{At: []Level{{"department", departments[4]}}}, {At: []Level{{"department", departments[3]}}}} // the whole is the sum of the roles
	if diff := cmp.Diff(want, c.Instead); diff != "" {
		t.Errorf("in its place (-want +got):\n%s", diff)
	}
}

// TestSwapsHold gives up each group that explain names, and prints the cell in
// its place: the attack must find nothing.
func TestSwapsHold(t *testing.T) {
	swaps := 0
	for _, sizes := range [][]int{{1, 3, 6, 9, 7}, {4, 5, 6, 7}, {2, 8, 8, 8}, {3, 3, 3, 9, 9}, {4, 12}} {
		data := ofSizes(sizes...)
		next, shield, _ := gate(data, defaultPolicy)
		for _, c := range defaultPolicy.on(nil).explain(unreleased(data), next, "", shield.withhelds).Cells {
			for _, given := range c.Instead {
				swaps++
				swapped := next
				swapped.tables = nil
				for _, table := range next.tables {
					table.cells = slices.Clone(table.cells)
					for i, cell := range table.cells {
						switch {
						case sameLevels(cell.at, given.At):
							table.cells[i] = Cell{at: cell.at}
						case sameLevels(cell.at, c.At):
							table.cells[i] = Cell{at: cell.at, form: Number, n: c.People, value: float64(c.People)}
						}
					}
					if table.id == c.Table {
						swapped.tables = append(swapped.tables, table)
					}
				}
				if problems := attackRelease(data, swapped, defaultPolicy); len(problems) > 0 {
					t.Errorf("sizes %v, %v in place of %v: %v", sizes, given, c.At, problems)
				}
			}
		}
	}
	if swaps < 5 {
		t.Errorf("%d swaps were tried, want more", swaps)
	}
}

// TestExplainStarter explains every cell that a release of the starter
// withholds, and writes nothing.
func TestExplainStarter(t *testing.T) {
	p := starter(t)
	sum, _, err := Release(ReleaseInput{Place: p, Cohort: "2025-spring", DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	e, problems, err := Explain(ReleaseInput{Place: p, Cohort: "2025-spring"}, "")
	if err != nil || len(problems) > 0 || len(e.Cells) != sum.Withheld {
		t.Fatalf("%d cells, problems %v, %v; want the %d that a release withholds", len(e.Cells), problems, err, sum.Withheld)
	}
	for _, c := range e.Cells {
		if c.Needs == 0 && len(c.Exposed) == 0 && c.People >= 8 && strings.HasPrefix(c.Why.EN, "together with") {
			t.Errorf("%s %s %v: nothing says what it would expose", c.Table, c.Statistic, c.At)
		}
	}
	for _, name := range []string{"private", "cohorts/2025-spring/releases"} {
		if _, err := os.Stat(filepath.Join(p.Handbook, name)); err == nil {
			t.Errorf("%s was made", name)
		}
	}
}

// TestSwapsOfPairs gives up each figure of pairs that explain names, and
// prints the other in its place: the attack must find nothing.
func TestSwapsOfPairs(t *testing.T) {
	swaps := 0
	for seed := uint64(1); seed < 4; seed++ {
		data := inOrder(full(rand.New(rand.NewPCG(seed, seed)), shape{people: 90 + 4*int(seed), departments: 4, response: 0.9}))
		shield := protect(data, defaultPolicy)
		next := describe(data, defaultPolicy)
		next.tables = slices.DeleteFunc(shield.tables, func(t Table) bool { return t.base[0] != "goals" })
		for _, c := range defaultPolicy.on(nil).explain(unreleased(data), next, "", shield.withhelds).Cells {
			for _, given := range c.Instead {
				if given.Table == "" {
					continue
				}
				swaps++
				swapped := next
				swapped.tables = slices.Clone(next.tables)
				for i, table := range next.tables {
					cells := slices.Clone(table.cells)
					for j, cell := range cells {
						switch {
						case table.id == given.Table && sameLevels(cell.at, given.At):
							cells[j] = Cell{at: cell.at}
						case table.id == c.Table && sameLevels(cell.at, c.At):
							cells[j] = Cell{at: cell.at, form: Number, n: c.People}
						}
					}
					swapped.tables[i].cells = cells
				}
				if problems := attackRelease(data, swapped, defaultPolicy); len(problems) > 0 {
					t.Errorf("%v of %s in place of %v of %s: %v", given.At, given.Table, c.At, c.Table, problems)
				}
			}
		}
	}
	if swaps < 3 {
		t.Errorf("%d swaps of pairs were named, want more", swaps)
	}
}

// TestSwapsBesideEarlierReleases names no group in place of another where an
// earlier release printed it: it cannot be taken back.
func TestSwapsBesideEarlierReleases(t *testing.T) {
	data := ofSizes(1, 3, 6, 9, 7)
	data.Questions = []microdata.Question{{Code: "trust", Theme: "trust", Good: "high"}}
	for v := 1; v <= 5; v++ {
		data.Questions[0].Scale = append(data.Questions[0].Scale, microdata.Point{Value: v})
	}
	wave := microdata.Wave{Name: "mid", Responded: make([]bool, len(data.People))}
	for i := range data.People {
		wave.Responded[i] = true
		wave.Answers = append(wave.Answers, microdata.Answer{Person: i, Value: 1 + i%5})
	}
	data.Waves = []microdata.Wave{wave}
	swaps := func(past *history) int {
		shield := protect(inOrder(data), defaultPolicy)
		next, n := describe(data, defaultPolicy), 0
		next.tables = shield.tables
		for _, c := range defaultPolicy.on(nil).explain(past, next, "survey.trust.mid", shield.withhelds).Cells {
			n += len(c.Instead)
		}
		return n
	}
	if n := swaps(unreleased(data)); n == 0 {
		t.Fatal("no swap is named where nothing was released")
	}
	s := newSequence()
	out, problems := s.add(data)
	if len(problems) > 0 || len(out.record) == 0 {
		t.Fatalf("%d figures released, problems %v", len(out.record), problems)
	}
	past := newHistory(data, s.last, s.releases, s.versions)
	if n := swaps(past); n > 0 {
		t.Errorf("%d swaps are named of groups that an earlier release printed", n)
	}
}
