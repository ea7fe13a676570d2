package disclosure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
)

// TestGroupsThatCutEachOther holds by sizes, counted here anew, that no two
// groups of answers that stand cut each other into parts of too few people.
func TestGroupsThatCutEachOther(t *testing.T) {
	rng := rand.New(rand.NewPCG(12, 21))
	stand, lowered := 0, 0
	for i := range 24 {
		p := defaultPolicy
		p.memory = &suppress.Memory{}
		for _, b := range tabulate.Make(inOrder(full(rng, shapes(rng, i))), p.rules()).Bases {
			rungs := p.climb(b)
			for g := range b.Groups {
				for rung := 1; rung <= rungs[g]; rung++ {
					stand++
					if cuts(b, rungs, g, rung) {
						t.Errorf("cohort %d: %v on rung %d cuts another group into too small parts", i, b.Groups[g].At, rung)
					}
				}
				if rungs[g] == 0 && len(b.Groups[g].Members) >= p.k && cuts(b, rungs, g, 1) {
					lowered++
				}
			}
		}
	}
	if stand == 0 || lowered == 0 {
		t.Errorf("%d groups stand and %d would cut another: nothing was tried", stand, lowered)
	}
}

// TestGroupsOfTheSamePeople has all mentors in one department, so that the
// mentors and the mentors of that department are the same people. Asked for
// twice, they are held to what is asked of the role, which comes first.
func TestGroupsOfTheSamePeople(t *testing.T) {
	c := random(rand.New(rand.NewPCG(1, 1)), shape{departments: 1, by: [][]string{{"department", "role"}, {"grade"}}})
	c.Questions, c.Waves = c.Questions[:1], []microdata.Wave{{Name: "mid", Closed: c.AsOf}}
	w := &c.Waves[0]
	for _, g := range []struct {
		n          int
		role       microdata.Role
		department int
		grade      string
	}{
		{4, microdata.Mentor, 0, "主任"}, {2, microdata.Mentor, 0, "部長"}, {3, microdata.Mentee, 0, "主任"},
		{3, microdata.Mentee, 0, "部長"}, {4, microdata.Mentee, 1, "主任"}, {6, microdata.Mentee, 1, "部長"},
	} {
		for range g.n {
			p := len(c.People)
			c.People = append(c.People, microdata.Person{ID: fmt.Sprintf("E%04d", p), Role: g.role, Department: departments[g.department], Grade: g.grade})
			w.Responded, w.Answers = append(w.Responded, true), append(w.Answers, microdata.Answer{Person: p, Value: 1 + p%5})
		}
	}
	tried := false
	for _, b := range tabulate.Make(inOrder(c), defaultPolicy.rules()).Bases {
		for g, rung := range defaultPolicy.climb(b) {
			if at := b.Groups[g].At; b.Answers && len(at) == 1 && at[0].Dimension == "role" {
				if tried = true; rung == 0 {
					t.Errorf("%v, %d people, is withheld, want its mean to stand", at, len(b.Groups[g].Members))
				}
			}
		}
	}
	if !tried {
		t.Error("there is no base of answers with roles: nothing was tried")
	}
}

// cuts says whether a group on a rung would cut a group that stands there into
// parts of fewer people than there have to be: 4 for distributions; for means of
// fewer than 8 people 3, and 2 where the dimension has two levels.
func cuts(b tabulate.Base, rungs ladder, group, rung int) bool {
	if !b.Answers {
		return false
	}
	least := func(g tabulate.Group) int {
		levels := 0
		for _, h := range b.Groups {
			if len(g.At) == 1 && len(h.At) == 1 && h.At[0].Dimension == g.At[0].Dimension {
				levels++
			}
		}
		switch {
		case rung == 2:
			return 4
		case len(g.Members) >= 8:
			return 0
		case levels == 2:
			return 2
		}
		return 3
	}
	mine := b.Groups[group]
	for other, theirs := range b.Groups {
		if other == group || rungs[other] < rung {
			continue
		}
		parts := map[[2]bool]int{}
		for _, p := range slices.Concat(mine.Members, theirs.Members) {
			parts[[2]bool{slices.Contains(mine.Members, p), slices.Contains(theirs.Members, p)}]++
		}
		parts[[2]bool{true, true}] /= 2 // counted from both
		few := least(mine)
		if rungs[group] >= rung {
			few = min(few, least(theirs)) // which of the two came first is not known here
		}
		for _, n := range parts {
			if n > 0 && n < few {
				return true
			}
		}
	}
	return false
}
