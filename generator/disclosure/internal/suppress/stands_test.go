package suppress

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestStandsAsPublished holds Stands against Publish: all groups may stand
// exactly where none of them is withheld.
func TestStandsAsPublished(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 41))
	stood := 0
	const requests = 400
	for range requests {
		people := 8 + rng.IntN(30)
		some := func(share float64) []int {
			return slices.DeleteFunc(span(0, people), func(int) bool { return rng.Float64() > share })
		}
		r := Request{K: 4 + rng.IntN(2)}
		for g := range 1 + rng.IntN(4) {
			r.Groups = append(r.Groups, Group{Name: string(rune('a' + g)), Members: some(0.6), Tier: g})
		}
		if rng.IntN(3) == 0 {
			r.Forced = append(r.Forced, span(0, people))
		}
		if rng.IntN(4) == 0 {
			r.Hidden = append(r.Hidden, some(0.5))
		}
		want := !slices.Contains(Publish(r), false)
		if got := Stands(r); got != want {
			t.Fatalf("request %+v stands: %v, want %v", r, got, want)
		}
		if want {
			stood++
		}
	}
	if stood < requests/10 || stood > requests*9/10 {
		t.Errorf("%d of %d requests stand: the test has no teeth", stood, requests)
	}
}
