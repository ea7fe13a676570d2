package disclosure

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkPairs protects and attacks a cohort of 2,000 people whose pairs
// differ in all that may tell them apart: when they were matched and ended, who
// was oriented when, formats, topics, minutes, goals, check-ins.
func BenchmarkPairs(b *testing.B) {
	rng := rand.New(rand.NewPCG(4, 4))
	data := large(2000, 12, 5, 20, 1)
	data.Sessions = nil
	pairs := full(rng, shape{people: 2000, departments: 1})
	data.Sessions, data.Goals, data.Followups, data.Pairs = pairs.Sessions, pairs.Goals, pairs.Followups, pairs.Pairs
	for i := range data.People {
		data.People[i].Oriented, data.People[i].Left = pairs.People[i].Oriented, pairs.People[i].Left
	}
	for i := range data.Pairs {
		p := &data.Pairs[i]
		p.Matched.Day = 1 + rng.IntN(28)
		if rng.IntN(10) == 0 {
			p.Ended = p.Matched
			p.Ended.Month, p.Ended.Day = 9, 1+rng.IntN(28)
		}
	}
	kept := data.Sessions[:0]
	for _, s := range data.Sessions {
		if !s.Date.Before(data.Pairs[s.Pair].Matched) {
			kept = append(kept, s)
		}
	}
	data.Sessions = kept
	b.ReportAllocs()
	for b.Loop() {
		if _, _, problems := gate(data, defaultPolicy); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
