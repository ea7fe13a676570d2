package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"

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
