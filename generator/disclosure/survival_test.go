package disclosure

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

var update = flag.Bool("update", false, "write the table of what survives into ARCHITECTURE.md")

// TestWhatSurvives releases simulated cohorts of 24 and 48 people and counts
// which share of the survey's cells is shown. The table stands in
// ARCHITECTURE.md. At most is the share of figures of merged departments that
// could stand beside those of the total and the roles, whoever withholds: the
// others are of too few people, or leave too few by a sum of the four.
func TestWhatSurvives(t *testing.T) {
	if many(1, 0) == 0 && !*update {
		t.Skip("counted with KOHORT_PROPERTY=all")
	}
	const cohorts = 12
	var b strings.Builder
	b.WriteString("| people | figure | total | role | department | merged department | at most, by size |\n|---|---|---|---|---|---|---|\n")
	for _, people := range []int{24, 48} {
		rng := rand.New(rand.NewPCG(24, 48))
		shown, cells := make(map[string]int), make(map[string]int)
		for range cohorts {
			data := random(rng, shape{people: people, departments: 4, response: 0.9}) // 0.9 of 0.9: 81 % both times
			survive(data, "department", shown, cells)
			for i, p := range data.People {
				data.People[i].Department = map[bool]string{true: departments[0], false: departments[1]}[p.Department < departments[2]]
			}
			survive(data, "merged", shown, cells)
			atMost(data, shown, cells)
		}
		for _, statistic := range []string{"distribution", "mean", "difference"} {
			fmt.Fprintf(&b, "| %d | %s |", people, statistic)
			for _, by := range []string{"total", "role", "department", "merged", "at most"} {
				key := statistic + by
				fmt.Fprintf(&b, " %d %% |", 100*shown[key]/max(1, cells[key]))
			}
			b.WriteString("\n")
		}
	}
	const file = "../ARCHITECTURE.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(data), "<!-- survival -->\n")
	old, after, ok := strings.Cut(rest, "<!-- /survival -->")
	switch {
	case !ok:
		t.Errorf("ARCHITECTURE.md has no place for the table survival; got\n%s", b.String())
	case *update:
		if err := os.WriteFile(file, []byte(before+"<!-- survival -->\n"+b.String()+"<!-- /survival -->"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	case old != b.String():
		t.Errorf("ARCHITECTURE.md, table survival: got\n%s\nwant\n%s", b.String(), old)
	}
}

// survive counts the cells of the survey, those by department under the name
// of the breakdown.
func survive(data microdata.Cohort, department string, shown, cells map[string]int) {
	c, _, _ := gate(data, defaultPolicy)
	for _, table := range c.tables {
		if !strings.HasPrefix(table.id, "survey.") {
			continue
		}
		for _, cell := range table.cells {
			by := "total"
			if len(cell.at) == 1 {
				by = map[bool]string{true: department, false: cell.at[0].Dimension}[cell.at[0].Dimension == "department"]
			}
			cells[table.statistic+by]++
			if cell.form != Withheld {
				shown[table.statistic+by]++
			}
		}
	}
}

// atMost counts the figures of two departments that could stand, by the sizes of
// the groups that answered before and after. Department and role together, less
// everybody, leave who is in both or in neither.
func atMost(data microdata.Cohort, possible, cells map[string]int) {
	for q, question := range data.Questions {
		answered := make(map[int]int)
		for _, w := range data.Waves {
			for _, a := range w.Answers {
				if a.Question == q {
					answered[a.Person]++
				}
			}
		}
		sizes := make(map[string]int)
		for p, times := range answered {
			if times < len(data.Waves) {
				continue
			}
			department, mentor := data.People[p].Department == departments[0], data.People[p].Role == microdata.Mentor
			sizes[fmt.Sprint("department ", department)]++
			if question.Who == "" {
				sizes[fmt.Sprint("crossed ", department == mentor)]++
			}
		}
		least := len(answered)
		for _, n := range sizes {
			least = min(least, n)
		}
		for statistic, k := range map[string]int{"distribution": defaultPolicy.kDistribution, "mean": defaultPolicy.k, "difference": defaultPolicy.k} {
			if cells[statistic+"at most"]++; least >= k && len(sizes) > 1 {
				possible[statistic+"at most"]++
			}
		}
	}
}
