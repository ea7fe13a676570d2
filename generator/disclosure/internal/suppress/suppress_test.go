package suppress

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// cells makes a request out of named parts with a size each and groups that
// are sums of parts: "All" is "HR IT Ops".
func cells(k int, sizes map[string]int, groups ...string) Request {
	r := Request{K: k}
	members := make(map[string][]int)
	next := 0
	names := make([]string, 0, len(sizes))
	for name := range sizes {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for range sizes[name] {
			members[name] = append(members[name], next)
			next++
		}
	}
	for _, g := range groups {
		name, parts, isSum := strings.Cut(g, "=")
		if !isSum {
			parts = name
		}
		group := Group{Name: name, Tier: 1}
		if isSum {
			group.Tier = 0
		}
		for _, p := range strings.Fields(parts) {
			group.Members = append(group.Members, members[p]...)
		}
		slices.Sort(group.Members)
		r.Groups = append(r.Groups, group)
	}
	return r
}

func withheld(r Request) string {
	var out []string
	for i, ok := range Publish(r) {
		if !ok {
			out = append(out, r.Groups[i].Name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// TestCases runs the worked cases of cases.json that are about suppression, by
// their ids. C02, C03, C25 and C27 are about counts as secrets: slack_test.go.
func TestCases(t *testing.T) {
	county := map[string]int{"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
	for _, c := range []struct {
		id   string
		r    Request
		want string
	}{
		{"C04 linked tables", cells(4, county, "Total=A B I J K L M N", "county1=A B I J", "county2=K L M N", "big=L M", "small=A B I J K N",
			"A", "B", "I", "J", "K", "L", "M", "N"), "A B K L M N"},
		{"C07 singleton problem", cells(5, map[string]int{"HR": 1, "IT": 3, "Ops": 6, "Eng": 9, "Fin": 7},
			"All=HR IT Ops Eng Fin", "HR", "IT", "Ops", "Eng", "Fin"), "HR IT Ops"},
		{"C11 mean attack", cells(5, map[string]int{"A": 18, "B": 2}, "Cohort=A B", "A", "B"), "A B"},
	} {
		if got := withheld(c.r); got != c.want {
			t.Errorf("%s: withheld %q, want %q", c.id, got, c.want)
		}
	}
}

// TestPairedBase is C15: a base of its own for before, after and change leaves
// four people, which is why tabulate makes all three on one.
func TestPairedBase(t *testing.T) {
	r := cells(5, map[string]int{"both": 11, "first": 3, "second": 1}, "before=both first", "paired=both", "after=both second")
	if got := withheld(r); got == "" {
		t.Errorf("C15: before over 14 and the paired 11 may stand together; their difference is 3 people")
	}
}

func TestLevels(t *testing.T) {
	r := cells(8, map[string]int{"A": 8, "B": 8, "C": 5}, "All=A B C", "A", "B")
	if got := withheld(r); got != "A" && got != "B" {
		t.Errorf("distributions of 21, 8 and 8 leave 5 people: withheld %q, want one of the parts", got)
	}
}

func TestHiddenFunctional(t *testing.T) {
	r := cells(1, map[string]int{"A": 9, "B": 9, "C": 9}, "All=A B C", "A", "B")
	r.Hidden = [][]int{{18, 19, 20, 21, 22, 23, 24, 25, 26}}
	if got := withheld(r); got != "A" && got != "B" {
		t.Errorf("C is a class: withheld %q, want one of its neighbours", got)
	}
}

func TestEmptyGroupIsPublished(t *testing.T) {
	r := Request{K: 5, Groups: []Group{{Name: "nobody"}, {Name: "all", Members: []int{0, 1, 2, 3, 4}}}}
	if got := withheld(r); got != "" {
		t.Errorf("withheld %q, want none: nobody stands behind an empty group", got)
	}
}

func TestSamePeopleShareOneFate(t *testing.T) {
	r := cells(5, map[string]int{"A": 6, "B": 3}, "All=A B", "A", "B", "法務=B", "mentor=A")
	got := Publish(r)
	if got[1] != got[4] || got[2] != got[3] {
		t.Errorf("published %v: A and mentor are the same people, so are B and 法務", got)
	}
}

// randomRequest is a cohort by department and role, with crossings.
func randomRequest(rng *rand.Rand, k int) Request {
	n, departments := 8+rng.IntN(53), 2+rng.IntN(5)
	groups := map[string][]int{}
	for p := range n {
		d, role := rng.IntN(departments), p%2
		if rng.IntN(3) == 0 {
			d = 0
		}
		for _, name := range []string{"0 all", fmt.Sprintf("1 role%d", role), fmt.Sprintf("2 d%d", d), fmt.Sprintf("3 d%d role%d", d, role)} {
			groups[name] = append(groups[name], p)
		}
	}
	var names []string
	for name := range groups {
		names = append(names, name)
	}
	slices.Sort(names)
	r := Request{K: k}
	for _, name := range names {
		r.Groups = append(r.Groups, Group{Name: name, Members: groups[name], Tier: int(name[0] - '0')})
	}
	return r
}

// TestOutcomesOfCases holds what C04 and C07 say of other choices than ours:
// what is published there gives three or four people away, and is mended by one
// cell.
func TestOutcomesOfCases(t *testing.T) {
	county := cells(4, map[string]int{"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}, "Total=A B I J K L M N",
		"county1=A B I J", "county2=K L M N", "big=L M", "small=A B I J K N", "A", "B", "I", "J", "K", "L", "M", "N")
	ops := cells(5, map[string]int{"HR": 1, "IT": 3, "Ops": 6, "Eng": 9, "Fin": 7}, "All=HR IT Ops Eng Fin", "HR", "IT", "Ops", "Eng", "Fin")
	for _, c := range []struct {
		id       string
		r        Request
		withheld string
		want     bool
	}{
		{"C04, regions of at most 3 alone", county, "A B K L M", true},
		{"C04, with N", county, "A B K L M N", false},
		{"C04, with I in its place", county, "A B I K L M", true},
		{"C07, the small ones alone", ops, "HR IT", true},
		{"C07, with Ops", ops, "HR IT Ops", false},
	} {
		published := make([]bool, len(c.r.Groups))
		for i, g := range c.r.Groups {
			published[i] = !slices.Contains(strings.Fields(c.withheld), g.Name)
		}
		if got := leaks(c.r, published); got != c.want {
			t.Errorf("%s: leaks %v, want %v", c.id, got, c.want)
		}
	}
}

// TestSafeAndMaximal holds the promise on random cohorts: no set of fewer than
// k people, nor of small cells where sizes are secret, holds a combination, and
// publishing any withheld group as well would make one.
func TestSafeAndMaximal(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for i := range 200 {
		r := randomRequest(rng, 5)
		if i%2 == 1 { // sizes are secret, and a role has nobody in one department or two
			r.Slack = 1 + i%3
			for place := 1000; place <= 1000+i%3; place++ {
				r.Empty = append(r.Empty, place)
				for g, name := range []string{"0 all", "1 role0", fmt.Sprintf("2 d%d", place-1000)} {
					at := slices.IndexFunc(r.Groups, func(g Group) bool { return g.Name == name })
					if at < 0 {
						r.Groups, at = append(r.Groups, Group{Name: name, Tier: g}), len(r.Groups)
					}
					r.Groups[at].Members = append(r.Groups[at].Members, place)
				}
			}
		}
		published := Publish(r)
		if leaks(r, published) {
			t.Fatalf("cohort %d: published %v touch fewer than %d people", i, published, r.K)
		}
		for g := range published {
			if published[g] {
				continue
			}
			more := slices.Clone(published)
			more[g] = true
			if !leaks(r, more) {
				t.Errorf("cohort %d: %s is withheld and need not be", i, r.Groups[g].Name)
			}
		}
	}
}

// leaks searches every set of people below k for a combination of published
// groups, from scratch and without active sets.
func leaks(r Request, published []bool) bool {
	s := newSystem(r)
	span := &basis{}
	for i, ok := range published {
		if !ok {
			continue
		}
		v := append(vector(nil), s.fates[s.fateOf[i]].row...)
		if pivot := span.reduce(v); pivot >= 0 {
			span.add(v, pivot)
		}
	}
	return len(s.search(span)) > 0
}

func TestOrderOfPeopleDoesNotMatter(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for i := range 50 {
		r := randomRequest(rng, 5)
		want := Publish(r)
		size := 0
		for _, g := range r.Groups {
			for _, p := range g.Members {
				size = max(size, p+1)
			}
		}
		number := rng.Perm(size)
		for g := range r.Groups {
			moved := make([]int, 0, len(r.Groups[g].Members))
			for _, p := range r.Groups[g].Members {
				moved = append(moved, number[p])
			}
			slices.Sort(moved)
			r.Groups[g].Members = moved
		}
		if got := Publish(r); !slices.Equal(got, want) {
			t.Fatalf("cohort %d: published %v after renumbering people, want %v", i, got, want)
		}
	}
}

func BenchmarkPublish(b *testing.B) {
	r := randomRequest(rand.New(rand.NewPCG(4, 4)), 5)
	for b.Loop() {
		Publish(r)
	}
}
