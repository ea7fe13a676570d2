package attack

import (
	"slices"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

var pairLimits = Thresholds{K: 5, KDistribution: 8, MinPairs: 5, Coalition: 1, Width: 1}

// heldPlainly prints what pairs hold with no rule at all: sums in place of
// shares and means, over all pairs and over months and themes.
func heldPlainly(c microdata.Cohort) []Table {
	tables := make(map[string]map[string]int)
	add := func(id, dimension, level string, value int) {
		if tables[id] == nil {
			tables[id] = make(map[string]int)
		}
		tables[id][""] += value
		if level != "" {
			tables[id][dimension+"\x00"+level] += value
		}
	}
	for _, s := range c.Sessions {
		if s.Status == microdata.Held {
			add("sessions.held", "month", s.Date.Month.String(), 1)
			add("sessions.minutes", "", "", s.Minutes)
		}
	}
	for _, days := range daysToFirst(c) {
		add("matching.days", "", "", max(0, days))
	}
	for _, g := range c.Goals {
		add("goals."+g.Status, "theme", g.Theme, 1)
	}
	for range c.Followups {
		add("metric.followups_per_pair", "", "", 1)
	}
	var out []Table
	for _, id := range sorted(tables) {
		t := Table{ID: id, Statistic: "sum"}
		for _, at := range sorted(tables[id]) {
			cell := Cell{Form: Exact, N: len(c.Pairs), Value: float64(tables[id][at])}
			if i := slices.Index([]byte(at), 0); i >= 0 {
				cell.At = []Level{{at[:i], at[i+1:]}}
			}
			t.Cells = append(t.Cells, cell)
		}
		out = append(out, t)
	}
	return out
}

// met makes n pairs, each with a first session so many days after the match, and
// every second pair with another on the last of the month.
func met(days ...int) microdata.Cohort {
	c := couples(len(days))
	c.Goals = nil
	for i, d := range days {
		c.Sessions = append(c.Sessions, microdata.Session{Pair: i, Status: microdata.Held, Minutes: 30,
			Date: microdata.Date{Year: 2025, Month: time.April, Day: 1 + d}})
		if i%2 == 1 {
			c.Sessions = append(c.Sessions, microdata.Session{Pair: i, Status: microdata.Held, Minutes: 50,
				Date: microdata.Date{Year: 2025, Month: time.April, Day: 30}})
		}
	}
	return c
}

// TestPairTwins has cohorts in which a pair can tell what another holds, and
// some in which none can.
func TestPairTwins(t *testing.T) {
	goals := func(status ...string) microdata.Cohort {
		c := couples(len(status))
		c.Goals = nil
		for i, s := range status {
			c.Goals = append(c.Goals, microdata.Goal{Pair: i, Theme: "digital", Status: s})
		}
		return c
	}
	checkIns := func(pairs int, of ...int) microdata.Cohort {
		c := couples(pairs)
		c.Goals = nil
		for _, pair := range of {
			c.Followups = append(c.Followups, microdata.Followup{Pair: pair})
		}
		return c
	}
	for _, c := range []struct {
		name string
		data microdata.Cohort
		want string // the series without a twin
	}{
		{"goals of eight pairs", goals("met", "met", "met", "partly", "partly", "open", "open", "met"), ""},
		{"goals of two pairs: each knows the other's", goals("met", "partly"), "goals"},
		{"check-ins", checkIns(6, 0, 0, 1, 2, 3, 4), ""},
		{"no pair but two has check-ins, and an insider is in one", checkIns(2, 0, 1), "followups"},
		{"days", met(3, 9, 4, 12, 7, 5), ""},
		{"all met on the first day: nought days each", met(0, 0, 0, 0, 0, 0), "days"},
	} {
		printed := heldPlainly(c.data)
		got := ""
		for _, f := range Twins(c.data, printed, pairLimits, heldPlainly, nil) {
			got += f.Series
		}
		if got != c.want {
			t.Errorf("%s: no twin for %q, want %q", c.name, got, c.want)
		}
	}
}

// TestInsiderInTwoPairs has a mentor with every second pair: two twins through
// his pairs are one to him.
func TestInsiderInTwoPairs(t *testing.T) {
	c := met(3, 9, 4)
	c.Pairs[2].Mentor = c.Pairs[1].Mentor
	var series []string
	for _, f := range Twins(c, heldPlainly(c), pairLimits, heldPlainly, nil) {
		series = append(series, f.Series)
	}
	if !slices.Contains(series, "days") {
		t.Errorf("the other two pairs have one mentor, who knows both: no twin for %v, want days among them", series)
	}
	if d := daysToFirst(c); d[0] != 3 || d[1] != 9 {
		t.Errorf("days to the first session %v", d)
	}
}

// TestExchangeKeepsOrientation lets pairs exchange their sessions without
// printing only where nobody's orientation falls between their first ones.
func TestExchangeKeepsOrientation(t *testing.T) {
	c := met(3, 9, 4)
	r := newReader(c, pairLimits)
	tables := heldPlainly(c)
	if s := r.transfer(r.holdings(tables)[0], heldPlainly); !s.exchangeable(0, 1) {
		t.Error("nobody was oriented, and the pairs may not exchange")
	}
	c.People[0].Oriented = microdata.Date{Year: 2025, Month: time.April, Day: 7}
	if s := r.transfer(r.holdings(tables)[0], heldPlainly); s.exchangeable(0, 2) || !s.exchangeable(1, 2) { // in order of their first sessions
		t.Error("a mentor was oriented between the first sessions of two pairs: they may not exchange, others may")
	}
}

// TestExchangeMost exchanges all but the first sessions, which keeps every sum,
// the days and the pairs' times together.
func TestExchangeMost(t *testing.T) {
	c := met(3, 9, 4)
	c.Pairs[2].Ended = microdata.Date{Year: 2025, Month: time.April, Day: 20}
	r := newReader(c, pairLimits)
	s := r.transfer(r.holdings(heldPlainly(c))[0], heldPlainly)
	twice := slices.IndexFunc(s.byPair, func(at []int) bool { return len(at) == 2 })
	for other := range s.byPair {
		if other == twice {
			continue
		}
		edits := s.exchangeMost(twice, other)
		want := 1
		if !s.cohort.Pairs[other].Ended.IsZero() {
			want = 0 // the last of the month is after its end
		}
		if len(edits) != want {
			t.Errorf("pairs %d and %d: %d edits, want %d", twice, other, len(edits), want)
		}
		if len(edits) > 0 && (!s.keepsSums(edits) || s.drift(edits) != 0) {
			t.Errorf("pairs %d and %d: sums or days move", twice, other)
		}
	}
	gone := s.pieces[0]
	gone.pair = -1
	if s.keepsSums([]edit{{0, gone}}) {
		t.Error("a session fewer keeps the sum of those held")
	}
}
