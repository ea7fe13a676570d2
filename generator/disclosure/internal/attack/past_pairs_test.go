package attack

import (
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// TestPairsBeside has twelve pairs with a goal each, and an earlier share of goals
// met: a pair's goal passes to another only where both stand behind it as they
// are now, or both were something else then.
func TestPairsBeside(t *testing.T) {
	c := couples(12)
	c.Goals = nil
	e := Earlier{Held: make(map[int][]string), Items: make(map[string][][]string)}
	for i := range c.Pairs {
		c.Goals = append(c.Goals, microdata.Goal{Pair: i, Theme: "digital", Status: []string{"met", "partly", "open"}[i%3]})
		e.Held[i] = []string{"goals"}
		e.Items["goals"] = append(e.Items["goals"], []string{"goals"})
	}
	for _, s := range []struct {
		name    string
		changed []int // pairs whose goal was something else then
		want    bool  // a finding
	}{
		{"all as they were", nil, false},
		{"half of them changed since", []int{0, 1, 2, 3, 4, 5}, false},
		{"all but one changed since", []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, true},
		{"one changed since", []int{2}, true},
	} {
		past := Past{Table: Table{ID: "goals.met", Statistic: "rate", Cells: []Cell{{Form: Exact, N: 12, Value: 33}}}}
		for pair := range c.Pairs {
			past.Slots = append(past.Slots, PastSlot{Owner: pair, Series: "goals"})
		}
		for i, pair := range s.changed {
			past.Slots[pair].Replaced = i + 1
		}
		e.Cells = []Past{past}
		got := newReader(c, pairLimits).pairsBeside(heldPlainly(c), e, heldPlainly, nil)
		if (len(got) > 0) != s.want {
			t.Errorf("%s: %v, want a finding %v", s.name, got, s.want)
		}
	}
	e.Items["goals"] = append(e.Items["goals"], nil)
	r := newReader(c, pairLimits)
	transfer := r.transfer(r.holdings(heldPlainly(c))[1], heldPlainly) // after the days
	for at, want := range map[int]bool{0: true, len(c.Goals): false} {
		if _, _, ok := e.keys(transfer, []edit{{at, piece{pair: 1, theme: "digital", status: "open"}}}); ok != want {
			t.Errorf("goal %d of %d: what earlier releases made of it is known %v, want %v", at, len(c.Goals), ok, want)
		}
	}
}

// TestEarlierPairs says between which pairs things may pass beside an earlier
// release.
func TestEarlierPairs(t *testing.T) {
	slot := func(pair, replaced int) PastSlot {
		return PastSlot{Owner: pair, Series: "held 2025-04", Replaced: replaced}
	}
	e := Earlier{
		Cells: []Past{{Table: Table{ID: "sessions.held", Cells: []Cell{{Form: Exact}}}, Slots: []PastSlot{slot(0, 0), slot(1, 0), slot(2, 1), slot(3, 2)}}},
		Held:  map[int][]string{0: {"held 2025-04"}, 1: {"held 2025-04"}, 2: {"held 2025-04"}, 3: {"held 2025-04"}, 4: {"held 2025-04"}},
	}
	of, april := e.byOwner(), []string{"held 2025-04"}
	for _, c := range []struct {
		name     string
		from, to int
		want     bool
	}{
		{"both as they were", 0, 1, true},
		{"one changed since", 0, 2, false},
		{"both changed since", 2, 3, true},
		{"one is new", 0, 4, false},
		{"one never had any", 0, 5, true},
		{"one changed, one is new", 2, 4, true},
	} {
		if got := e.alike(of, "sessions", april, c.from, c.to); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if !e.alike(of, "goals", april, 0, 2) {
		t.Error("sessions bind goals")
	}
	if !e.alike(of, "sessions", []string{"held 2025-05"}, 0, 2) {
		t.Error("sessions of April bind those of May")
	}
}

// TestEarlierReadsPairsInTheirOrder has three pairs with a goal each, which the
// search numbers by what became of it: second, first, third.
func TestEarlierReadsPairsInTheirOrder(t *testing.T) {
	c := couples(3)
	c.Goals = []microdata.Goal{{Pair: 0, Theme: "digital", Status: "open"}, {Pair: 1, Theme: "digital", Status: "met"}, {Pair: 2, Theme: "digital", Status: "partly"}}
	e := Earlier{
		Items: map[string][][]string{"goals": {{"of the first"}, {"of the second"}, {"of the third"}}},
		Cells: []Past{{
			Table: Table{ID: "goals.met", Statistic: "rate", Cells: []Cell{{Form: Exact}}},
			Slots: []PastSlot{{Owner: 1, Series: "of the second"}},
		}},
	}
	r := newReader(c, pairLimits)
	s := r.transfer(r.holdings(heldPlainly(c))[1], heldPlainly) // after the days
	moved := s.pieces[0]
	moved.pair = 2
	if keys, _, _ := e.keys(s, []edit{{0, moved}}); len(keys) != 1 || keys[0] != "of the second" {
		t.Errorf("the goal that was met passes with %q, want that of the second pair", keys)
	}
	if of := e.byOwner(); e.together(of, s, []int{0, 1}) || !e.together(of, s, []int{0}) {
		t.Error("the second pair's goal alone stood behind the figure, and exchanges with the first pair's")
	}
}
