package attack

import (
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

// TestMendedDays moves a pair's first session within April: the other pairs' first
// sessions move within their months, and their mean days stay as they were.
func TestMendedDays(t *testing.T) {
	c := met(3, 9, 4, 12, 7, 5)
	for i := range c.Pairs {
		c.Pairs[i].Matched = microdata.Date{Year: 2025, Month: time.April, Day: 1}
	}
	r := newReader(c, pairLimits)
	s := r.transfer(r.holdings(heldPlainly(c))[0], heldPlainly)
	const second = 4 // the second pair, by its first session
	later := s.pieces[s.byPair[second][0]]
	later.date.Day = 29
	edits := []edit{{s.byPair[second][0], later}}
	if got := s.drift(edits); got != 19 {
		t.Fatalf("a first session 19 days later drifts by %d, want 19", got)
	}
	mended, ok := s.mend(edits, second, []int{0, 1, 2, 3, 5})
	if !ok {
		t.Fatal("19 days are not mended by five pairs that met on days 4 to 13")
	}
	sum := func(days []int) int {
		total := 0
		for _, d := range days {
			total += d
		}
		return total
	}
	before, after := daysToFirst(c), daysToFirst(s.after(mended))
	if sum(before) != sum(after) || after[second] != 28 {
		t.Errorf("days %v become %v, want the same sum and 28 for the second pair", before, after)
	}
}

// TestMonthsApartAreKnown has a pair that was together from May to July: that it
// met in no other month is no secret.
func TestMonthsApartAreKnown(t *testing.T) {
	day := func(month, day int) microdata.Date {
		return microdata.Date{Year: 2025, Month: time.Month(month), Day: day}
	}
	pair := microdata.Pair{Matched: day(5, 20), Ended: day(7, 2)}
	for month, want := range map[int]bool{4: true, 5: false, 6: false, 7: false, 8: true} {
		if got := (measure{month: day(month, 1)}).isKnown(pair); got != want {
			t.Errorf("month %d: known %v, want %v", month, got, want)
		}
	}
	if (measure{}).isKnown(pair) {
		t.Error("what is of no month is taken for known")
	}
}

// TestOrientationBindsFirstSessions moves a first session over the day on which
// its mentor was oriented: the printed share of mentors tells that.
func TestOrientationBindsFirstSessions(t *testing.T) {
	c := met(3, 9, 4)
	c.People[c.Pairs[0].Mentor].Oriented = microdata.Date{Year: 2025, Month: time.April, Day: 6}
	r := newReader(c, pairLimits)
	s := r.transfer(r.holdings(heldPlainly(c))[0], heldPlainly)
	moved := s.pieces[s.byPair[0][0]]
	for day, want := range map[int]bool{2: true, 5: true, 6: false, 20: false} {
		moved.date.Day = day
		if got := s.keepsOriented([]edit{{s.byPair[0][0], moved}}); got != want {
			t.Errorf("first session on April %d beside an orientation on the 6th: keeps %v, want %v", day, got, want)
		}
	}
}
