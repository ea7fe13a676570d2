package disclosure

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/attack"
)

// unlimited is enough for any case of the file.
const unlimited = 1 << 20

// countGrid is a table of counts with names LINE.COLUMN, and its margins.
type countGrid struct {
	cells map[string]int
	sums  map[string][]string // the cells of each margin
}

func newCountGrid(cells map[string]int) countGrid {
	g := countGrid{cells, make(map[string][]string)}
	for _, name := range sortedKeys(cells) {
		line, column, _ := strings.Cut(name, ".")
		for _, m := range []string{line + ".T", "T." + column, "T.T"} {
			g.sums[m] = append(g.sums[m], name)
		}
	}
	return g
}

// figures gives cells and margins as sums over their people, those that are
// withheld apart. people tells how many slots stand for a cell.
func (g countGrid) figures(withheld []string, people func(cell string) int) (printed, hidden []attack.Sum) {
	first, next := make(map[string]int), 0
	for _, name := range sortedKeys(g.cells) {
		first[name], next = next, next+people(name)
	}
	parts := maps.Clone(g.sums)
	for name := range g.cells {
		parts[name] = []string{name}
	}
	for _, name := range sortedKeys(parts) {
		s := attack.Sum{Name: name, Slots: make(map[attack.Slot]int64)}
		for _, cell := range parts[name] {
			for i := range people(cell) {
				s.Slots[attack.Slot{Owner: first[cell] + i}] = 1
			}
		}
		if slices.Contains(withheld, name) {
			hidden = append(hidden, s)
		} else {
			printed = append(printed, s)
		}
	}
	return printed, hidden
}

// interval gives what the printed cells leave of a withheld one, each withheld
// cell being least or more.
func (g countGrid) interval(t *testing.T, withheld []string, cell string, least int) [2]int {
	t.Helper()
	var s integers
	at, total := make(map[string]int), 0
	for _, n := range g.cells {
		total += n
	}
	for _, name := range sortedKeys(g.cells) {
		if slices.Contains(withheld, name) {
			at[name] = s.unknown(least, total, g.cells[name])
		}
	}
	for _, m := range sortedKeys(g.sums) {
		rest, of := 0, []int(nil)
		for _, name := range g.sums[m] {
			if u, unknown := at[name]; unknown {
				of, rest = append(of, u), rest+g.cells[name]
			}
		}
		if !slices.Contains(withheld, m) {
			s.total(rest, rest, of...)
		}
	}
	lo, hi, decided := s.ends(at[cell], unlimited)
	if !decided {
		t.Fatalf("%s: no interval was found in time", cell)
	}
	return [2]int{lo, hi}
}

func one(string) int { return 1 }

// evaluate adds up a proof's combination, such as "A + 2·B − C", over values.
func evaluate(t *testing.T, words string, values map[string]int) int {
	t.Helper()
	total, sign := 0, 1
	for _, word := range strings.Fields(words) {
		switch word {
		case "+":
			sign = 1
			continue
		case "−":
			sign = -1
			continue
		}
		if rest, minus := strings.CutPrefix(word, "−"); minus {
			word, sign = rest, -1
		}
		if times, name, several := strings.Cut(word, "·"); several {
			word, sign = name, sign*int(number(times))
		}
		v, known := values[word]
		if !known {
			t.Fatalf("the proof %q names %q", words, word)
		}
		total, sign = total+sign*v, 1
	}
	return total
}

// values are those of the cells and of their sums.
func (g countGrid) values() map[string]int {
	out := maps.Clone(g.cells)
	for m, parts := range g.sums {
		for _, p := range parts {
			out[m] += g.cells[p]
		}
	}
	return out
}

func caseGaps(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		Table      map[string]int
		Suppressed []string
	}](t, c.Input)
	want := decodeCase[struct {
		Recoverable []string
		Value       int
		Combination map[string]int
		Fixes       []string `json:"one_extra_suppression_that_fixes"`
		After       struct {
			Recoverable []string
			Interval    [2]int `json:"integer_interval_w_b"`
		} `json:"after_suppressing_x_d"`
	}](t, c.Expected)
	g := newCountGrid(in.Table)
	recovered := func(withheld []string) []string {
		printed, hidden := g.figures(withheld, one)
		var out []string
		for _, f := range attack.Union(printed, hidden, 1, "people") {
			combination, cell, _ := strings.Cut(f.Proof, " = ")
			out = append(out, cell)
			if got := evaluate(t, combination, g.values()); got != want.Value {
				t.Errorf("%s: adds up to %d, want %d", f.Proof, got, want.Value)
			}
		}
		return out
	}
	if got := recovered(in.Suppressed); !slices.Equal(got, want.Recoverable) {
		t.Errorf("recovered %v, want %v", got, want.Recoverable)
	}
	sum := 0
	for name, times := range want.Combination {
		sum += times * g.values()[name]
	}
	if sum != want.Value {
		t.Errorf("the file's own combination adds up to %d, want %d", sum, want.Value)
	}
	var fixes []string
	for _, name := range sortedKeys(in.Table) {
		if !slices.Contains(in.Suppressed, name) && len(recovered(append(slices.Clone(in.Suppressed), name))) == 0 {
			fixes = append(fixes, name)
		}
	}
	if !slices.Equal(fixes, want.Fixes) {
		t.Errorf("withholding one more of %v mends it, want %v", fixes, want.Fixes)
	}
	if got := g.interval(t, append(slices.Clone(in.Suppressed), "x.d"), "w.b", 0); got != want.After.Interval {
		t.Errorf("with x.d withheld too, w.b lies in %v, want %v", got, want.After.Interval)
	}
}

func caseSingletons(t *testing.T, c workedCase) {
	g := newCountGrid(decodeCase[struct{ Table map[string]int }](t, c.Input).Table)
	want := decodeCase[struct {
		Zeros  []string `json:"zeros_first"`
		AnySum []string `json:"zeros_first_and_singletons_anySum"`
		Attack struct {
			Value    int
			Interval [2]int `json:"interval_of_1A_when_zeros_are_never_suppressed"`
		} `json:"attack_on_zeros_first"`
		Interval [2]int `json:"interval_of_1A_with_singleton_method"`
	}](t, c.Expected)
	people := func(cell string) int { return g.cells[cell] }
	printed, hidden := g.figures(want.Zeros, people)
	found := attack.Union(printed, hidden, 4, "people")
	if len(found) == 0 || !slices.ContainsFunc(found, func(f attack.Finding) bool { return f.Kind == attack.FewPeople && f.People == want.Attack.Value }) {
		t.Errorf("zeros first: findings %v, want a group of %d people", found, want.Attack.Value)
	}
	if got := g.interval(t, want.Zeros, "1.A", 1); got != want.Attack.Interval {
		t.Errorf("zeros first: 1.A lies in %v, want %v", got, want.Attack.Interval)
	}
	printed, hidden = g.figures(want.AnySum, people)
	if found := attack.Union(printed, hidden, 4, "people"); len(found) > 0 {
		t.Errorf("with the singleton method: findings %v, want none", found)
	}
	if got := g.interval(t, want.AnySum, "1.A", 1); got != want.Interval {
		t.Errorf("with the singleton method: 1.A lies in %v, want %v", got, want.Interval)
	}
}

func caseZeros(t *testing.T, c workedCase) {
	g := newCountGrid(decodeCase[struct{ Table map[string]int }](t, c.Input).Table)
	for name, parts := range map[string][]string{"EU": {"Spain", "Portugal"}, "nonEU": {"Iceland"}} {
		for _, p := range parts {
			g.sums["young."+name] = append(g.sums["young."+name], "young."+p)
			g.sums["old."+name] = append(g.sums["old."+name], "old."+p)
			g.sums["T."+name] = append(g.sums["T."+name], "young."+p, "old."+p)
		}
	}
	want := decodeCase[struct {
		None    []string                       `json:"R_singletonMethod_none"`
		Default []string                       `json:"R_default"`
		Young   struct{ None, Default [2]int } `json:"integer_interval_young_Portugal"`
	}](t, c.Expected)
	printed, hidden := g.figures(want.None, one)
	if found := attack.Union(printed, hidden, 1, "people"); len(found) > 0 {
		t.Errorf("no singleton method: the linear attack finds %v, want nothing", found)
	}
	if got := g.interval(t, want.None, "young.Portugal", 0); got != want.Young.None {
		t.Errorf("no singleton method: young.Portugal lies in %v, want %v", got, want.Young.None)
	}
	if got := g.interval(t, want.Default, "young.Portugal", 0); got != want.Young.Default {
		t.Errorf("by default: young.Portugal lies in %v, want %v", got, want.Young.Default)
	}
}
