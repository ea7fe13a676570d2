package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
)

// TestDominatedUpdates lets six pairs meet once more before the next release.
// Where one of them met for most of the minutes, the sum of the minutes less the
// earlier one would be that pair's, and the earlier one stays.
func TestDominatedUpdates(t *testing.T) {
	data := random(rand.New(rand.NewPCG(8, 8)), shape{people: 40, departments: 2, response: 0})
	for _, c := range []struct {
		name    string
		minutes []int
		follows bool
	}{
		{"six pairs alike", []int{60, 60, 60, 60, 60, 60}, true},
		{"one of six for more than half", []int{30, 30, 30, 30, 30, 200}, false},
		{"two of six for more than two thirds", []int{30, 30, 30, 30, 140, 140}, false},
		{"four pairs", []int{60, 60, 60, 60}, false},
	} {
		s := newSequence()
		s.step(t, data, false)
		next := data
		next.AsOf.Day++
		next.Sessions = slices.Clone(data.Sessions)
		for pair, minutes := range c.minutes {
			next.Sessions = append(next.Sessions, microdata.Session{Pair: pair, Date: next.AsOf, Minutes: minutes, Status: microdata.Held})
		}
		before := at(t, s.last, "sessions.minutes", "mean")
		m, _ := s.step(t, next, false)
		after := at(t, m.cohort, "sessions.minutes", "mean")
		if before.form == Withheld || after.form == Withheld || (after.asOf == "") != c.follows {
			t.Errorf("%s: %+v, then %+v; want it to follow: %v", c.name, before, after, c.follows)
		}
	}
}

// TestSpread takes changes of sums by pair, in either direction.
func TestSpread(t *testing.T) {
	owners := map[string]string{"a": "m1\x00n1", "b": "m2\x00n2", "c": "m3\x00n3", "d": "m4\x00n4", "e": "m5\x00n5", "f": "m1\x00n6", "g": "m1\x00n7", "h": "m2\x00n8"}
	d := defaultPolicy.dominance
	for _, c := range []struct {
		name  string
		parts map[string]int
		want  bool
	}{
		{"nothing changed", nil, true},
		{"five alike", map[string]int{"a": 30, "b": 30, "c": 30, "d": 30, "e": 30}, true},
		{"one was taken back", map[string]int{"a": 30, "b": 30, "c": 30, "d": 30, "e": -150}, false},
		{"of two mentors", map[string]int{"a": 30, "b": 30, "f": 30, "g": 30, "h": 30}, false},
	} {
		if got := d.spread(c.parts, owners); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestValueOfASlot finds what a slot stood for, of this version or another, and
// adds none.
func TestValueOfASlot(t *testing.T) {
	v := ledger.NewVersions([]byte("key"), "2025-spring")
	of := func(value string) ledger.Part {
		return v.Part(ledger.Slot{Owner: "m1\x00n1", Key: "minutes 2025-05", Value: value})
	}
	first, second := of("90"), of("150")
	for slot, want := range map[string]int{first.Slot: 90, second.Slot: 150} {
		if got, ok := v.Value("m1\x00n1", "minutes 2025-05", slot); !ok || got != want {
			t.Errorf("%d, %v; want %d", got, ok, want)
		}
	}
	if _, ok := v.Value("m2\x00n1", "minutes 2025-05", first.Slot); ok || len(v.Known) != 1 {
		t.Errorf("another pair has it: %v, of %d slots; want none, and one slot", ok, len(v.Known))
	}
}
