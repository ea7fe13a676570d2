package disclosure

import (
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/suppress"
)

// peopleOf numbers the members of named parts.
func peopleOf(sizes map[string]int) map[string][]int {
	out, next := make(map[string][]int), 0
	for _, name := range sortedKeys(sizes) {
		for range sizes[name] {
			out[name] = append(out[name], next)
			next++
		}
	}
	return out
}

// withheldAt makes named groups out of parts, decides at a threshold what may be
// published and gives the others.
func withheldAt(k int, members map[string][]int, groups map[string]string) []string {
	r := suppress.Request{K: k}
	for _, name := range sortedKeys(groups) {
		g := suppress.Group{Name: name, Tier: 1}
		parts := strings.Fields(groups[name])
		for _, p := range parts {
			g.Members = append(g.Members, members[p]...)
		}
		if len(parts) > 1 {
			g.Tier = 0
		}
		slices.Sort(g.Members)
		r.Groups = append(r.Groups, g)
	}
	var out []string
	for i, ok := range suppress.Publish(r) {
		if !ok {
			out = append(out, r.Groups[i].Name)
		}
	}
	return out
}

// unionOf attacks groups of parts: those named are printed, all others hidden.
func unionOf(k int, members map[string][]int, groups map[string]string, printed ...string) []attack.Finding {
	var shown, hidden []attack.Sum
	for _, name := range sortedKeys(groups) {
		s := attack.Sum{Name: name, Slots: make(map[attack.Slot]int64)}
		for _, p := range strings.Fields(groups[name]) {
			for _, m := range members[p] {
				s.Slots[attack.Slot{Owner: m}] = 1
			}
		}
		if slices.Contains(printed, name) {
			shown = append(shown, s)
		} else {
			hidden = append(hidden, s)
		}
	}
	return attack.Union(shown, hidden, k, "people")
}

func caseLinkedTables(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Counts         map[string]int
		Table1, Table2 map[string]string
		Primary        []string
	}](t, c.Input)
	want := decodeCase[struct {
		Table1      []string `json:"recoverable_table1"`
		Table2      []string `json:"recoverable_table2"`
		Jointly     []string `json:"recoverable_jointly"`
		Value       int
		Combination map[string]int
		Fixes       []string `json:"single_cells_that_fix"`
		KSupport    struct {
			Suppressed []string
		} `json:"k_support_k4"`
	}](t, c.Expected)
	groups := map[string]string{"Total": strings.Join(sortedKeys(in.Counts), " ")}
	for name := range in.Counts {
		groups[name] = name
	}
	var printed []string // in both tables
	for _, name := range sortedKeys(groups) {
		if !slices.Contains(in.Primary, name) {
			printed = append(printed, name)
		}
	}
	for _, table := range []map[string]string{in.Table1, in.Table2} {
		for name, parts := range table {
			groups[name] = strings.Join(strings.Split(parts, ""), " ")
		}
	}
	members := peopleOf(in.Counts)
	recovered := func(printed ...string) (out []string) {
		for _, f := range unionOf(1, members, groups, printed...) {
			if cell := f.Proof[strings.LastIndex(f.Proof, " ")+1:]; slices.Contains(in.Primary, cell) {
				out = append(out, cell)
			}
		}
		return out
	}
	first, second := append(sortedKeys(in.Table1), printed...), append(sortedKeys(in.Table2), printed...)
	both := append(slices.Clone(first), sortedKeys(in.Table2)...)
	for _, a := range []struct {
		name          string
		printed, want []string
	}{{"table 1", first, want.Table1}, {"table 2", second, want.Table2}, {"both", both, want.Jointly}} {
		if got := recovered(a.printed...); !slices.Equal(got, a.want) && len(got)+len(a.want) > 0 {
			t.Errorf("%s: recovered %v, want %v", a.name, got, a.want)
		}
	}
	var fixes []string
	for _, name := range printed {
		without := slices.DeleteFunc(slices.Clone(both), func(n string) bool { return n == name })
		if len(in.Table1[name])+len(in.Table2[name]) == 0 && name != "Total" && len(recovered(without...)) == 0 {
			fixes = append(fixes, name)
		}
	}
	if !slices.Equal(fixes, want.Fixes) {
		t.Errorf("single cells that mend it: %v, want %v", fixes, want.Fixes)
	}
	if got := withheldAt(4, members, groups); !slices.Equal(got, want.KSupport.Suppressed) {
		t.Errorf("withheld %v, want %v", got, want.KSupport.Suppressed)
	}
	if sum := sumOf(groups, in.Counts, want.Combination); sum != want.Value {
		t.Errorf("the file's combination adds up to %d, want %d", sum, want.Value)
	}
}

// sumOf adds up a combination of groups.
func sumOf(groups map[string]string, sizes, combination map[string]int) int {
	sum := 0
	for name, times := range combination {
		for _, part := range strings.Fields(groups[name]) {
			sum += times * sizes[part]
		}
	}
	return sum
}

func caseInsider(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Departments map[string]int
		Published   []string
		Hours       map[string]int `json:"sum_hours"`
		K           int
	}](t, c.Input)
	want := decodeCase[struct {
		Solution struct{ Suppressed []string } `json:"k_support_solution"`
	}](t, c.Expected)
	groups := map[string]string{"All": strings.Join(sortedKeys(in.Departments), " ")}
	for name := range in.Departments {
		groups[name] = name
	}
	members := peopleOf(in.Departments)
	if found := unionOf(1, members, groups, in.Published...); len(found) > 0 {
		t.Errorf("the classic audit finds %v, want nothing", found)
	}
	found := unionOf(in.K, members, groups, in.Published...)
	if len(found) != 1 || found[0].People != 4 {
		t.Fatalf("at k = %d: %v, want a combination about 4 people", in.K, found)
	}
	combination, _, _ := strings.Cut(found[0].Proof, " = ")
	if hours := evaluate(t, combination, in.Hours); hours != 27 || hours-in.Hours["HR"] != in.Hours["IT"] {
		t.Errorf("%s is %d hours, want 27, of which HR's own 12 leave IT's 15", found[0].Proof, hours)
	}
	if got := withheldAt(in.K, members, groups); !slices.Equal(got, want.Solution.Suppressed) {
		t.Errorf("withheld %v, want %v", got, want.Solution.Suppressed)
	}
}
