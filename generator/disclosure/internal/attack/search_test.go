package attack

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"testing"
)

// TestSearchFindsWhatEverySetShows compares the search with every set of fewer
// than k owners, one by one, on random rows over two keys.
func TestSearchFindsWhatEverySetShows(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	broken := 0
	for i := range 100 {
		const owners, k = 8, 4
		s := &system{k: k, unit: "people"}
		for r := range 2 + rng.IntN(5) {
			slots := make(map[slot]int64)
			for o := range owners {
				for _, key := range []string{"before", "after"} {
					if rng.IntN(3) > 0 {
						slots[slot{o, key}] = 1
					}
				}
			}
			s.printed = append(s.printed, row{name: fmt.Sprint(r), slots: slots})
		}
		want := false
		each := newClasses(append(singles(owners), s.printed...)) // every owner a class of its own
		for set := range 1 << owners {
			if bits.OnesCount(uint(set)) >= k {
				continue
			}
			var classes []int
			for o := range owners {
				if set>>o&1 == 1 {
					classes = append(classes, o)
				}
			}
			_, people := s.isolate(each, classes)
			want = want || people > 0
		}
		got := s.attack()
		if (len(got) > 0) != want {
			t.Fatalf("system %d, rows %v: found %v, want a finding: %v", i, s.printed, got, want)
		}
		for _, f := range got {
			if f.People < 1 || f.People >= k {
				t.Errorf("system %d: %q is about %d people, want fewer than %d", i, f.Proof, f.People, k)
			}
		}
		if want {
			broken++
		}
	}
	if broken == 0 || broken == 100 {
		t.Errorf("%d of 100 systems are broken: the test tells nothing", broken)
	}
}

func singles(owners int) []row {
	var out []row
	for o := range owners {
		out = append(out, row{name: fmt.Sprint("only ", o), slots: map[slot]int64{{o, "before"}: 1, {o, "after"}: 1}})
	}
	return out
}
