package attack

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// crossed makes people of rows (grades) and columns (departments) with so many
// in each cell, and prints participation by both with margins, but for the
// withheld cells. A margin is "row.T" or "T.column".
func crossed(counts map[string]int, withheld ...string) (microdata.Cohort, []Table) {
	var c microdata.Cohort
	sizes := map[string]int{}
	for _, name := range sorted(counts) {
		row, column, _ := strings.Cut(name, ".")
		for _, cell := range []string{name, row + ".T", "T." + column, "T.T"} {
			sizes[cell] += counts[name]
		}
		for range counts[name] {
			c.People = append(c.People, microdata.Person{Role: microdata.Mentor, Grade: row, Department: column})
		}
	}
	table := Table{ID: "participation.enrolled", Statistic: "count"}
	for _, name := range sorted(sizes) {
		row, column, _ := strings.Cut(name, ".")
		var cell Cell
		if row != "T" {
			cell.At = append(cell.At, Level{"grade", row})
		}
		if column != "T" {
			cell.At = append(cell.At, Level{"department", column})
		}
		if !slices.Contains(withheld, name) {
			cell.Form, cell.N, cell.Value = Exact, sizes[name], float64(sizes[name])
		}
		table.Cells = append(table.Cells, cell)
	}
	return c, []Table{table}
}

// withheldIn gives the interval of each withheld count, by row and column.
func withheldIn(c microdata.Cohort, tables []Table, k int) map[string]interval {
	out := make(map[string]interval)
	s := newSecret(c, tables, Thresholds{K: k, Secret: true})
	for _, w := range s.withheld {
		at := strings.TrimSuffix(strings.TrimPrefix(w.name, "participation.enrolled count["), "]")
		row, column := "T", "T"
		for _, l := range strings.Split(at, ",") {
			dimension, level, _ := strings.Cut(l, "=")
			if dimension == "grade" {
				row = level
			} else {
				column = level
			}
		}
		out[row+"."+column] = s.known[w.unknown]
	}
	return out
}

// TestSecretCounts runs the worked cases about counts that readers do not know,
// by their ids: the intervals of withheld counts, and which are accused.
func TestSecretCounts(t *testing.T) {
	c02 := map[string]int{"1.A": 1, "1.B": 1, "1.C": 1, "1.D": 5, "1.E": 5, "2.A": 9, "2.B": 9, "2.C": 9, "2.D": 9, "2.E": 9,
		"3.A": 0, "3.B": 0, "3.C": 0, "3.D": 7, "3.E": 7}
	c03 := map[string]int{"young.Spain": 5, "young.Iceland": 0, "young.Portugal": 0, "old.Spain": 6, "old.Iceland": 3, "old.Portugal": 4}
	c25 := map[string]int{"1.A": 1, "1.B": 1, "1.H": 7, "1.M": 1, "1.W": 0, "2.A": 1, "2.B": 0, "2.H": 0, "2.M": 2, "2.W": 8}
	overlapping := map[string]int{"1.A": 6, "2.A": 6, "1.B": 5, "2.B": 6, "1.C": 3, "2.C": 4, "1.D": 0, "2.D": 0}
	one, seven, two := interval{1, 1}, interval{1, 7}, interval{1, 2}
	for _, c := range []struct {
		id       string
		counts   map[string]int
		withheld string
		want     map[string]interval
		accused  bool
	}{
		{"C02 zeros first", c02, "1.A 1.B 1.C 2.A 2.B 2.C", map[string]interval{"1.A": one}, true},
		{"C02 zeros first and singletons", c02, "1.A 1.B 1.C 1.E 2.A 2.B 2.C 2.E", map[string]interval{"1.A": {1, 5}}, false},
		{"C03 none", c03, "old.Iceland old.Portugal young.Iceland young.Portugal", map[string]interval{"young.Portugal": {0, 0}}, true},
		{"C03 default", c03, "old.Iceland old.Portugal old.Spain young.Iceland young.Portugal young.Spain", map[string]interval{"young.Portugal": {0, 4}}, false},
		{"C25 without the singleton method", c25, "1.A 1.B 1.M 2.A 2.M T.A T.B",
			map[string]interval{"1.A": one, "1.B": one, "1.M": one, "2.A": one, "2.M": {2, 2}}, true},
		{"C25 anySum", c25, "1.A 1.B 1.H 1.M 2.A 2.M T.A T.B T.H",
			map[string]interval{"1.A": seven, "1.B": seven, "1.H": seven, "1.M": two, "2.A": two, "2.M": two}, true},
		{"C25 k-support with slack", c25, "1.A 1.B 1.H 1.M 2.A 2.M T.A T.B T.H T.M",
			map[string]interval{"1.A": seven, "1.B": seven, "1.H": seven, "1.M": seven, "2.A": two, "2.M": two}, true},
		{"C27 0 = x + x + 0", map[string]int{"1.A": 0, "1.B": 0, "1.C": 0}, "1.A 1.B T.A T.B", map[string]interval{"1.A": {0, 0}}, true},
		{"C27 15 = 10 + 5 + x + x", map[string]int{"1.A": 10, "1.B": 5, "1.C": 0, "1.D": 0}, "1.C 1.D T.C T.D", map[string]interval{"1.C": {0, 0}, "1.D": {0, 0}}, true},
		{"C27 15 = 10 + 3 + x + x, noughts printed elsewhere", map[string]int{"1.A": 10, "1.B": 3, "1.C": 1, "1.D": 1, "1.E": 0}, "1.C 1.D T.C T.D",
			map[string]interval{"1.C": one, "1.D": one}, true},
		{"30 - 12 - 11 - 7 = 0, by departments over grades", overlapping, "1.A 1.B 1.C 1.D 2.A 2.B 2.C 2.D T.D", map[string]interval{"T.D": {0, 0}, "1.D": {0, 0}}, true},
		{"30 - 12 - 11 is of two departments", overlapping, "1.A 1.B 1.C 1.D 2.A 2.B 2.C 2.D T.C T.D", map[string]interval{"T.C": {0, 7}, "T.D": {0, 7}}, false},
	} {
		people, tables := crossed(c.counts, strings.Fields(c.withheld)...)
		got := withheldIn(people, tables, 3)
		for name, want := range c.want {
			if got[name] != want {
				t.Errorf("%s: %s in %v, want %v", c.id, name, got[name], want)
			}
		}
		disclosed := 0
		for _, i := range got {
			if i.lo == i.hi {
				disclosed++
			}
		}
		if strings.HasPrefix(c.id, "C25") && (disclosed > 0) != strings.Contains(c.id, "without") {
			t.Errorf("%s: %d counts are exact", c.id, disclosed)
		}
		found := SecretCounts(people, tables, Thresholds{K: 3, Secret: true})
		if (len(found) > 0) != c.accused {
			t.Errorf("%s: %v, want findings %v", c.id, found, c.accused)
		}
	}
}

// TestLinearAuditOfCounts is the other half of C02, C03 and C27: nothing that
// is withheld follows by adding and subtracting, and in C02 a group of three
// people does.
func TestLinearAuditOfCounts(t *testing.T) {
	c02 := map[string]int{"1.A": 1, "1.B": 1, "1.C": 1, "1.D": 5, "1.E": 5, "2.A": 9, "2.B": 9, "2.C": 9, "2.D": 9, "2.E": 9, "3.D": 7, "3.E": 7}
	for _, c := range []struct {
		id, withheld string
		counts       map[string]int
		k            int
		want         string
	}{
		{"C02 zeros first", "1.A 1.B 1.C 2.A 2.B 2.C", c02, 4, "= 3 people"},
		{"C02 zeros first and singletons", "1.A 1.B 1.C 1.E 2.A 2.B 2.C 2.E", c02, 4, ""},
		{"C03 none", "o.I o.P y.I y.P", map[string]int{"y.S": 5, "o.S": 6, "o.I": 3, "o.P": 4, "y.I": 1, "y.P": 1}, 1, ""},
		{"C27 15 = 10 + 3 + x + x", "1.C 1.D T.C T.D", map[string]int{"1.A": 10, "1.B": 3, "1.C": 1, "1.D": 1}, 1, ""},
	} {
		printed, hidden := make(map[string]string), make(map[string]string)
		for _, name := range sorted(c.counts) {
			row, column, _ := strings.Cut(name, ".")
			for _, cell := range []string{name, row + ".T", "T." + column, "T.T"} {
				in := printed
				if slices.Contains(strings.Fields(c.withheld), cell) {
					in = hidden
				}
				in[cell] += " " + name
			}
		}
		got := fmt.Sprint(sums(c.k, c.counts, printed, hidden).attack())
		if (c.want == "") != (got == "[]") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s, want %q", c.id, got, c.want)
		}
	}
}

// TestSecretSizesOfAnswers has the size of a withheld group follow from the
// sizes of survey figures, and a share of people by a fact name nobody.
func TestSecretSizesOfAnswers(t *testing.T) {
	c := asked(12, []string{"trust"}, "mid")
	for i := range c.People {
		c.People[i].Department = []string{"営業部", "法務部"}[i/10]
	}
	at := func(d string) []Level { return []Level{{"department", d}} }
	mean := Table{ID: "survey.q0.mid", Statistic: "mean", Cells: []Cell{{Form: Exact, N: 12}, {At: at("営業部"), Form: Exact, N: 10}, {At: at("法務部")}}}
	limits := Thresholds{K: 5, Secret: true}
	if got := SecretCounts(c, []Table{mean}, limits); len(got) != 1 || got[0].Proof != "survey.q0.mid mean[department=法務部]" {
		t.Errorf("12 and 10 are printed: %v, want the 2 found", got)
	}
	mean.Cells[1] = Cell{At: at("営業部")}
	if got := SecretCounts(c, []Table{mean}, limits); len(got) != 0 {
		t.Errorf("both withheld: %v, want none", got)
	}
	c.Waves[0].Answers = slices.DeleteFunc(c.Waves[0].Answers, func(a microdata.Answer) bool { return a.Person == 11 })
	mean.Cells[0].N = 11
	enrolled := Table{ID: "participation.enrolled", Statistic: "count", Cells: []Cell{
		{Form: Exact, N: 12, Value: 12}, {At: at("営業部"), Form: Exact, N: 10, Value: 10}, {At: at("法務部"), Form: Exact, N: 2, Value: 2}}}
	if got := SecretCounts(c, []Table{enrolled, mean}, limits); len(got) != 1 || got[0].Proof != "survey.q0.mid mean[department=法務部]" {
		t.Errorf("11 of 10 and 2 answered: %v, want that one or two did, and nothing of the nine or ten", got)
	}
	enrolled.Cells[0].N, enrolled.Cells[0].Value = 5, 5
	if got := SecretCounts(c, []Table{enrolled}, limits); len(got) != 1 || got[0].Kind != NotKnown {
		t.Errorf("counts that contradict each other: %v, want it refused", got)
	}
}
