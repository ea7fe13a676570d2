package attack

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// sums makes a system of printed and hidden rows over named parts. Each part
// has so many owners.
func sums(k int, sizes map[string]int, printed, hidden map[string]string) *system {
	s := &system{k: k, unit: "people"}
	first := make(map[string]int)
	next := 0
	for _, name := range sorted(sizes) {
		first[name] = next
		next += sizes[name]
	}
	rows := func(from map[string]string) []row {
		var out []row
		for _, name := range sorted(from) {
			r := row{name: name, slots: make(map[slot]int64)}
			for _, part := range strings.Fields(from[name]) {
				for i := range sizes[part] {
					r.slots[slot{first[part] + i, ""}] = 1
				}
			}
			out = append(out, r)
		}
		return out
	}
	s.printed, s.hidden = rows(printed), rows(hidden)
	return s
}

func sorted[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// TestGapsInEveryLine is C01: every row and column with a gap has two, and w.b
// follows all the same.
func TestGapsInEveryLine(t *testing.T) {
	var file struct {
		Cases []struct {
			ID    string
			Input json.RawMessage
		}
	}
	data, err := os.ReadFile("../../testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	var input struct {
		Table      map[string]int
		Suppressed []string
	}
	for _, c := range file.Cases {
		if c.ID == "C01" {
			if err := json.Unmarshal(c.Input, &input); err != nil {
				t.Fatal(err)
			}
		}
	}
	margins := make(map[string]string)
	for cell := range input.Table {
		line, column, _ := strings.Cut(cell, ".")
		for _, m := range []string{line + ".T", "T." + column, "T.T"} {
			margins[m] += " " + cell
		}
	}
	run := func(withheld []string) []string {
		printed, hidden := make(map[string]string), make(map[string]string)
		for name, parts := range margins {
			printed[name] = parts
		}
		for cell := range input.Table {
			if slices.Contains(withheld, cell) {
				hidden[cell] = cell
			} else {
				printed[cell] = cell
			}
		}
		var out []string
		for _, f := range sums(1, input.Table, printed, hidden).attack() {
			out = append(out, f.Proof)
		}
		return out
	}
	got := run(input.Suppressed)
	if len(got) != 1 || !strings.HasSuffix(got[0], " = w.b") {
		t.Errorf("C01: recomputed %q, want w.b alone", got)
	}
	for _, more := range []string{"w.d", "x.b", "x.d", "y.a", "y.c", "z.a", "z.c"} {
		if got := run(append(slices.Clone(input.Suppressed), more)); len(got) != 0 {
			t.Errorf("C01 with %s withheld too: recomputed %q, want none", more, got)
		}
	}
}

// TestLinkedTables is C04: each table alone is clean, both give K.
func TestLinkedTables(t *testing.T) {
	sizes := map[string]int{"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
	regions := map[string]string{"I": "I", "J": "J", "N": "N", "Total": "A B I J K L M N"}
	counties := map[string]string{"county1": "A B I J", "county2": "K L M N"}
	kinds := map[string]string{"big": "L M", "small": "A B I J K N"}
	hidden := map[string]string{"A": "A", "B": "B", "K": "K", "L": "L", "M": "M"}
	join := func(maps ...map[string]string) map[string]string {
		out := make(map[string]string)
		for _, m := range maps {
			for k, v := range m {
				out[k] = v
			}
		}
		return out
	}
	for _, c := range []struct {
		name    string
		printed map[string]string
		want    int
	}{
		{"table 1", join(regions, counties), 0},
		{"table 2", join(regions, kinds), 0},
		{"both", join(regions, counties, kinds), 1},
	} {
		got := sums(1, sizes, c.printed, hidden).attack()
		if len(got) != c.want || c.want == 1 && !strings.HasSuffix(got[0].Proof, " = K") {
			t.Errorf("C04 %s: recomputed %v, want %d (K)", c.name, got, c.want)
		}
	}
}

// TestSingletonProblem is C07: no withheld cell follows, and yet four people's
// sum does.
func TestSingletonProblem(t *testing.T) {
	sizes := map[string]int{"HR": 1, "IT": 3, "Ops": 6, "Eng": 9, "Fin": 7}
	printed := map[string]string{"All": "HR IT Ops Eng Fin", "Eng": "Eng", "Fin": "Fin", "Ops": "Ops"}
	hidden := map[string]string{"HR": "HR", "IT": "IT"}
	got := fmt.Sprint(sums(5, sizes, printed, hidden).attack())
	if want := "All − Eng − Fin − Ops = 4 people"; !strings.Contains(got, want) {
		t.Errorf("C07: got %s, want %q", got, want)
	}
	delete(printed, "Ops")
	hidden["Ops"] = "Ops"
	if got := sums(5, sizes, printed, hidden).attack(); len(got) != 0 {
		t.Errorf("C07 with Ops withheld: got %v, want nothing", got)
	}
}

// TestSeparateBases is C15 on the attack's own rows: a mean over all who
// answered before, one over all who answered after, and the change of those who
// did both.
func TestSeparateBases(t *testing.T) {
	s := &system{k: 5, unit: "people", printed: []row{
		{name: "before", slots: make(map[slot]int64)}, {name: "after", slots: make(map[slot]int64)}, {name: "change", slots: make(map[slot]int64)}}}
	for i := range 15 {
		if i < 14 {
			s.printed[0].slots[slot{i, "before"}] = 1
		}
		if i < 11 || i == 14 {
			s.printed[1].slots[slot{i, "after"}] = 1
		}
		if i < 11 {
			s.printed[2].slots[slot{i, "before"}], s.printed[2].slots[slot{i, "after"}] = -1, 1
		}
	}
	got := s.attack()
	if len(got) == 0 || got[0].People != 4 {
		t.Errorf("C15: got %v, want a combination about 4 people", got)
	}
}

func small() microdata.Cohort {
	c := microdata.Cohort{ID: "2025-spring"}
	for i := range 12 {
		department := "営業部"
		if i < 3 {
			department = "法務部"
		}
		c.People = append(c.People, microdata.Person{Role: microdata.Mentor, Department: department})
	}
	return c
}

func TestReadsItsOwnGroups(t *testing.T) {
	at := func(d string) []Level { return []Level{{"department", d}} }
	table := Table{ID: "participation.active", Statistic: "count", Cells: []Cell{
		{Form: Exact, N: 12}, {At: at("営業部"), Form: Exact, N: 9}, {At: at("法務部")}}}
	limits := Thresholds{K: 5, KDistribution: 8, MinPairs: 5}
	got := Linear(small(), []Table{table}, limits)
	var kinds []Kind
	for _, f := range got {
		kinds = append(kinds, f.Kind)
	}
	if !slices.Contains(kinds, FewPeople) || !slices.Contains(kinds, Recomputed) {
		t.Errorf("whole cohort 12 and 営業部 9 printed, 法務部 withheld: got %v, want both a group of 3 and the withheld cell", got)
	}
	table.Cells[1].N = 8
	if got := Linear(small(), []Table{table}, limits); len(got) == 0 || got[0].Kind != NotKnown {
		t.Errorf("a printed size that is not the group's: got %v, want it refused", got)
	}
	if got := Linear(small(), []Table{{ID: "salary.mean", Cells: []Cell{{Form: Exact, N: 12}}}}, limits); len(got) != 1 || got[0].Kind != NotKnown {
		t.Errorf("a figure that the attack does not know: got %v, want it refused", got)
	}
}
