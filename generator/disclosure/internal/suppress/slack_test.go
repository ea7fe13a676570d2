package suppress

import (
	"slices"
	"strings"
	"testing"
)

// counts is a table of how many people are in each cell LINE.COLUMN, with its
// margins T. Cells without anybody have a place that counts for nobody.
type counts struct {
	sizes map[string]int
	sums  map[string]string // of further margins, what they add up
}

// request gives the margins and then the cells. Without places, cells that
// nobody is in are known to be so.
func (c counts) request(k int, places bool) Request {
	r := Request{K: k}
	members := make(map[string][]int)
	next := 0
	add := func(cell string, m int) {
		line, column, _ := strings.Cut(cell, ".")
		names := []string{cell, line + ".T", "T." + column, "T.T"}
		for sum, parts := range c.sums {
			if strings.Contains(parts, column) {
				names = append(names, line+"."+sum, "T."+sum)
			}
		}
		for _, name := range names {
			members[name] = append(members[name], m)
		}
	}
	for _, cell := range sortedKeys(c.sizes) {
		n := c.sizes[cell]
		if n == 0 && places {
			r.Empty, n = append(r.Empty, next), 1
		}
		if members[cell] = nil; n == 0 {
			continue
		}
		for range n {
			add(cell, next)
			next++
		}
	}
	names := sortedKeys(members)
	slices.SortStableFunc(names, func(a, b string) int { return btoi(c.isCell(a)) - btoi(c.isCell(b)) })
	for _, name := range names {
		r.Groups = append(r.Groups, Group{Name: name, Members: members[name], Tier: 1})
	}
	return r
}

func (c counts) isCell(name string) bool { _, is := c.sizes[name]; return is }

func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func namesOf(r Request, published []bool) string {
	var out []string
	for i, ok := range published {
		if !ok {
			out = append(out, r.Groups[i].Name)
		}
	}
	return strings.Join(out, " ")
}

// zerosShown takes cells without people off the primaries.
func (s *system) zerosShown() {
	s.hidden = nil
	for i := range s.fates {
		f := &s.fates[i]
		if f.primary = f.primary && f.people > 0; f.primary {
			s.hidden = append(s.hidden, f.row)
		}
	}
}

func (s *system) inTurn(first func(f fate) bool) []int {
	order := make([]int, len(s.fates))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return btoi(first(s.fates[b])) - btoi(first(s.fates[a])) })
	return order
}

// TestC02 withholds three ones of a line. Without regard to singletons, what is
// published tells that they are three people in three cells; anySum, k-support
// and slack each see it.
func TestC02(t *testing.T) {
	table := counts{sizes: map[string]int{}}
	for line, sizes := range map[string][]int{"1": {1, 1, 1, 5, 5}, "2": {9, 9, 9, 9, 9}, "3": {0, 0, 0, 7, 7}} {
		for column, n := range sizes {
			table.sizes[line+"."+"ABCDE"[column:column+1]] = n
		}
	}
	r, shown := table.request(5, true), table.request(4, false)
	s := newSystem(r)
	s.zerosShown()
	given := s.inTurn(func(fate) bool { return false })
	zeros := s.inTurn(func(f fate) bool { return f.people == 0 })
	plain := func(order []int) []bool { out, _ := s.pass(order); return out }
	for _, c := range []struct {
		name      string
		published []bool
		want      string
		safe      bool // k-support at 4
	}{
		{"candidates in given order", plain(given), "1.A 1.B 1.C 3.A 3.B 3.C", false},
		{"zeros first", plain(zeros), "1.A 1.B 1.C 2.A 2.B 2.C", false},
		{"zeros first, and singletons by anySum", s.anySum(zeros, 1), "1.A 1.B 1.C 1.E 2.A 2.B 2.C 2.E", true},
	} {
		if got := namesOf(r, s.ofGroups(c.published)); got != c.want {
			t.Errorf("C02, %s: withheld %q, want %q", c.name, got, c.want)
		}
		for _, shown.Slack = range []int{0, 1} {
			if got := !leaks(shown, s.ofGroups(c.published)); got != c.safe {
				t.Errorf("C02, %s: safe at slack %d is %v, want %v", c.name, shown.Slack, got, c.safe)
			}
		}
	}
}

// TestC25 has three ones in a line. k = 3 lets them pass, since they are three
// people; slack 1 withholds two cells more.
func TestC25(t *testing.T) {
	table := counts{sizes: map[string]int{"1.A": 1, "1.B": 1, "1.H": 7, "1.M": 1, "1.W": 0, "2.A": 1, "2.B": 0, "2.H": 0, "2.M": 2, "2.W": 8}}
	r := table.request(3, false)
	s := newSystem(r)
	order := s.manyCellsFirst()
	plain, _ := s.pass(order)
	for _, c := range []struct {
		name      string
		published []bool
		want      string
	}{
		{"no singleton method", s.ofGroups(plain), "1.A 1.B 1.M 2.A 2.M T.A T.B"},
		{"anySum", s.ofGroups(s.anySum(order, 1)), "1.A 1.B 1.H 1.M 2.A 2.M T.A T.B T.H"},
		{"k-support", Publish(r), "1.A 1.B 1.M 2.A 2.M T.A T.B T.M"},
		{"k-support and slack 1", Publish(Request{Groups: r.Groups, K: 3, Slack: 1}), "1.A 1.B 1.H 1.M 2.A 2.M T.A T.B T.H T.M"},
	} {
		got := strings.Fields(namesOf(r, c.published))
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("C25, %s: withheld %q, want %q", c.name, got, c.want)
		}
	}
}

// TestC03 withholds cells of at most two people, and those of none. Without
// singletons the sum of the empty ones follows; the default hides Spain too, and
// so does Publish.
func TestC03(t *testing.T) {
	table := counts{sizes: map[string]int{"young.Spain": 5, "young.Iceland": 0, "young.Portugal": 0, "old.Spain": 6, "old.Iceland": 3, "old.Portugal": 4},
		sums: map[string]string{"EU": "Spain Portugal", "nonEU": "Iceland"}}
	r := table.request(3, true)
	s := newSystem(r)
	order := s.manyCellsFirst()
	plain, _ := s.pass(order)
	none := "old.EU old.Iceland old.Portugal old.nonEU young.EU young.Iceland young.Portugal young.nonEU"
	both := "old.EU old.Iceland old.Portugal old.Spain old.nonEU young.EU young.Iceland young.Portugal young.Spain young.nonEU"
	r.Slack = 1
	for _, c := range []struct {
		name      string
		published []bool
		want      string
	}{{"no singleton method", s.ofGroups(plain), none}, {"default", s.ofGroups(s.anySum(order, 0)), both}, {"slack 1", Publish(r), both}} {
		got := strings.Fields(namesOf(r, c.published))
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("C03, %s: withheld %q, want %q", c.name, got, c.want)
		}
	}
}

// TestC27 has lines of which the rest is nought or ones: where sizes are
// secret, no cell but the withheld ones is left to take them from.
func TestC27(t *testing.T) {
	for _, c := range []struct {
		line  string
		sizes map[string]int
	}{
		{"0 = x + x + 0", map[string]int{"a": 0, "b": 0, "c": 0}},
		{"15 = 10 + 5 + x + x", map[string]int{"a": 10, "b": 5, "c": 0, "d": 0}},
		{"15 = 10 + 3 + x + x", map[string]int{"a": 10, "b": 3, "c": 1, "d": 1}},
	} {
		r := Request{K: 3, Slack: 1}
		total := Group{Name: "total"}
		for i, cell := range sortedKeys(c.sizes) {
			g := Group{Name: cell, Tier: 1}
			for p := range max(1, c.sizes[cell]) {
				g.Members = append(g.Members, 100*i+p)
			}
			if c.sizes[cell] == 0 {
				r.Empty = append(r.Empty, 100*i)
			}
			total.Members = append(total.Members, g.Members...)
			r.Groups = append(r.Groups, g)
		}
		r.Groups = append(r.Groups, total)
		shown, whole := 0, false
		for i, ok := range Publish(r) {
			if ok && r.Groups[i].Name == "total" {
				whole = true
			} else if ok {
				shown += c.sizes[r.Groups[i].Name]
			}
		}
		if rest := 15 - shown; whole && (c.sizes["a"] == 0 || rest < 3) {
			t.Errorf("C27, %s: the total and cells of %d people are published", c.line, shown)
		}
	}
}
