package attack

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestHoldingsStandInOneOrder puts the pairs and the rows of a cohort in random
// order: what pairs hold of sessions is searched in the
// same order. Two pairs have one mentor and met on the same days as two that do
// not.
func TestHoldingsStandInOneOrder(t *testing.T) {
	c := met(9, 3, 9, 4, 9, 3, 12)
	c.Pairs[4].Mentor = c.Pairs[6].Mentor
	want := ""
	rng := rand.New(rand.NewPCG(6, 1))
	for range 20 {
		to := rng.Perm(len(c.Pairs))
		moved := c
		moved.Pairs, moved.Sessions = slices.Clone(c.Pairs), slices.Clone(c.Sessions)
		for i, p := range c.Pairs {
			moved.Pairs[to[i]] = p
		}
		for i := range moved.Sessions {
			moved.Sessions[i].Pair = to[c.Sessions[i].Pair]
		}
		rng.Shuffle(len(moved.Sessions), func(i, j int) {
			moved.Sessions[i], moved.Sessions[j] = moved.Sessions[j], moved.Sessions[i]
		})
		r := newReader(moved, pairLimits)
		h := r.holdings(heldPlainly(moved))[0].inOrder()
		got := fmt.Sprint(h.pieces, h.cohort.Sessions)
		for i, p := range h.cohort.Pairs {
			if moved.Pairs[h.owners[i]] != p {
				t.Fatalf("pair %d is said to be pair %d of the cohort, and is another", i, h.owners[i])
			}
			others := 0
			for _, q := range h.cohort.Pairs {
				if q.Mentor == p.Mentor {
					others++
				}
			}
			got += fmt.Sprint(" ", others)
		}
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("another order of rows gives\n%s\nand before\n%s", got, want)
		}
	}
}
