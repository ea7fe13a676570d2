package tabulate

import (
	"fmt"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

// meetings makes a cohort of pairs; held[p][m] sessions of pair p in month m
// from April, cancelled[p] and open[p] more in June.
func meetings(held [][]int, cancelled, open []int) microdata.Cohort {
	c := microdata.Cohort{Start: microdata.Date{Year: 2025, Month: 4, Day: 1}, End: microdata.Date{Year: 2025, Month: 6, Day: 30}, AsOf: microdata.Date{Year: 2025, Month: 6, Day: 30}}
	add := func(pair, month, n int, status microdata.Status) {
		for range n {
			c.Sessions = append(c.Sessions, microdata.Session{Pair: pair, Date: microdata.Date{Year: 2025, Month: time.Month(month), Day: 5}, Minutes: 45, Status: status})
		}
	}
	for p := range held {
		c.People = append(c.People, microdata.Person{Role: microdata.Mentor}, microdata.Person{Role: microdata.Mentee})
		c.Pairs = append(c.Pairs, microdata.Pair{Mentor: 2 * p, Mentee: 2*p + 1, Matched: c.Start})
		for m, n := range held[p] {
			add(p, 4+m, n, microdata.Held)
		}
		if p < len(cancelled) {
			add(p, 6, cancelled[p], microdata.Cancelled)
		}
		if p < len(open) {
			add(p, 6, open[p], microdata.Planned)
		}
	}
	return c
}

func times(n int, months ...int) [][]int {
	var out [][]int
	for range n {
		out = append(out, months)
	}
	return out
}

// cell shows a cell of a session table: of a month, or of the whole cohort.
func cell(tabs Tabulation, id string, month int) string {
	for _, t := range tabs.Tables {
		if t.ID != id {
			continue
		}
		for i, at := range t.Levels {
			if month == 0 && len(at) == 0 || month > 0 && len(at) == 1 && at[0].Level == fmt.Sprintf("2025-%02d", month) {
				switch c := t.Cells[i]; c.Form {
				case Number:
					return fmt.Sprintf("%.1f of %d", c.Value, c.N)
				case Band:
					return fmt.Sprintf("%.0f to %.0f", c.Lo, c.Hi)
				}
				return "withheld"
			}
		}
	}
	return "no cell"
}

func TestSessions(t *testing.T) {
	dominated := append(times(5, 1, 1, 1), []int{14, 14, 14})
	late := append(times(6, 2, 2, 0, 2), times(2, 2, 2, 2, 2)...)
	few := []int{1, 1, 1, 1, 1, 1, 1, 1}
	for _, c := range []struct {
		name            string
		held            [][]int
		cancelled, open []int
		id              string
		month           int
		want            string
	}{
		{"all meet", times(8, 2, 2, 2), nil, nil, "sessions.held", 0, "48.0 of 8"},
		{"a month", times(8, 2, 2, 2), nil, nil, "sessions.held", 5, "16.0 of 8"},
		{"six pairs: no months", times(6, 2, 2, 2), nil, nil, "sessions.held", 5, "no cell"},
		{"hardly any", times(8, 1, 0, 0), nil, nil, "sessions.held", 0, "0 to 10"},
		{"hardly any: no months", times(8, 1, 0, 0), nil, nil, "sessions.held", 4, "no cell"},
		{"hardly any: no mean that gives the sum", times(8, 1, 0, 0), nil, nil, "sessions.per_pair", 0, "withheld"},
		{"four pairs", times(4, 2, 2, 2), nil, nil, "sessions.held", 0, "withheld"},
		{"C16 one pair holds most", dominated, nil, nil, "sessions.held", 0, "withheld"},
		{"a month of two pairs", late, nil, nil, "sessions.held", 6, "withheld"},
		{"another, or it would follow", late, nil, nil, "sessions.held", 4, "withheld"},
		{"and a third, as beside a month of none", late, nil, nil, "sessions.held", 5, "withheld"},
		{"the last month stays", late, nil, nil, "sessions.held", 7, "16.0 of 8"},
		{"the total stays", late, nil, nil, "sessions.held", 0, "52.0 of 8"},
		{"a sum by months together", times(8, 2, 2, 2), nil, nil, "sessions.per_pair", 0, "2.0 of 8"},
		{"length", times(8, 2, 2, 2), nil, nil, "sessions.minutes", 0, "45.0 of 8"},
		{"none cancelled", times(8, 2, 2, 2), nil, nil, "sessions.cancelled", 0, "0 to 10"},
		{"one cancelled", times(8, 2, 2, 2), []int{1}, nil, "sessions.cancelled", 0, "0 to 10"},
		{"planned 49, held 48", times(8, 2, 2, 2), []int{1}, nil, "sessions.planned", 0, "48 to 68"},
		{"many cancelled", times(8, 2, 2, 2), []int{2, 2, 2, 2, 2, 2, 2, 2}, nil, "sessions.cancelled", 0, "16.0 of 8"},
		{"many cancelled, none open", times(8, 2, 2, 2), []int{2, 2, 2, 2, 2, 2, 2, 2}, few, "sessions.planned", 0, "64 to 74"},
		{"one pair cancels all", times(8, 2, 2, 2), []int{16}, nil, "sessions.cancelled", 0, "withheld"},
	} {
		m := maker{cohort: meetings(c.held, c.cancelled, c.open), rules: standard}
		m.sessions()
		if got := cell(m.out, c.id, c.month); got != c.want {
			t.Errorf("%s: %s in month %d is %s, want %s", c.name, c.id, c.month, got, c.want)
		}
	}
}

// TestDominance is C16 on the rule itself.
func TestDominance(t *testing.T) {
	m := maker{cohort: meetings(times(6, 1), nil, nil), rules: standard}
	for _, c := range []struct {
		topic string
		hours parts
		want  bool
	}{
		{"Career", parts{40, 5, 4, 3, 2, 2}, false},
		{"Tech", parts{6, 7, 5, 8, 6, 7}, true},
		{"two pairs hold most", parts{30, 30, 5, 5, 5, 5}, false},
		{"four pairs", parts{6, 6, 6, 6, 0, 0}, false},
	} {
		if got := m.safe(c.hours); got != c.want {
			t.Errorf("C16 %s %v: safe is %v, want %v", c.topic, c.hours, got, c.want)
		}
	}
}

func TestWithdrawnPairIsNotCounted(t *testing.T) {
	c := meetings(times(8, 2, 2, 2), nil, nil)
	c.People[3].Withdrawn = microdata.Date{Year: 2025, Month: 5, Day: 1}
	m := maker{cohort: c, rules: standard}
	m.sessions()
	if got := cell(m.out, "sessions.held", 0); got != "42.0 of 7" {
		t.Errorf("one of 8 pairs withdrew: %s, want 42.0 of 7", got)
	}
}
