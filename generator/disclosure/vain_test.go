package disclosure

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/disclosure/internal/tabulate"
)

// TestNoGroupIsWithheldInVain gives each group that the elimination withholds
// back, one at a time: with all groups that it publishes beside it, the exact
// attack must succeed. It does so for every figure of people that the groups of
// a base serve: counts, means, changes, distributions, shares.
func TestNoGroupIsWithheldInVain(t *testing.T) {
	n := many(40, 24)
	tried := make([]map[string]int, n)
	inParallel(t, 7, n, func(t *testing.T, i int, rng *rand.Rand) {
		tried[i] = make(map[string]int)
		data := inOrder(full(rng, shapes(rng, i)))
		p := defaultPolicy
		p.memory = &suppress.Memory{}
		tabs := tabulate.Make(data, p.rules())
		for _, table := range tabs.Tables {
			if table.Base < 0 || strings.HasPrefix(table.ID, "theme.") {
				continue // decided by pairs; or made of figures that are tried here
			}
			rungs := p.climb(tabs.Bases[table.Base])
			if found := attack.Linear(data, []attack.Table{asLadder(table, tabs, rungs, -1)}, p.limits()); len(found) > 0 {
				t.Errorf("cohort %d: %s %s as the elimination has it: %v", i, table.ID, table.Statistic, found)
			}
			for g, group := range tabs.Bases[table.Base].Groups {
				if rungs[g] != table.Rung-1 || len(group.Members) == 0 || table.LeavesOut(group) {
					continue
				}
				figure, _, _ := strings.Cut(table.ID, ".")
				tried[i][figure+" "+string(table.Statistic)]++
				if cuts(tabs.Bases[table.Base], rungs, g, table.Rung) {
					continue // TestGroupsThatCutEachOther
				}
				if found := attack.Linear(data, []attack.Table{asLadder(table, tabs, rungs, g)}, p.limits()); len(found) == 0 {
					t.Errorf("cohort %d: %s %s %v of %d people is withheld and need not be", i, table.ID, table.Statistic, group.At, len(group.Members))
				}
			}
		}
	})
	t.Cleanup(func() {
		all := together(tried)
		t.Logf("%v", all)
		for _, figure := range []string{"participation count", "response rate", "survey mean", "survey distribution", "survey difference", "survey rate", "pulse mean"} {
			if all[figure] == 0 {
				t.Errorf("%s: no withheld cell was tried", figure)
			}
		}
	})
}

// together adds up counts by name.
func together(of []map[string]int) map[string]int {
	all := make(map[string]int)
	for _, counts := range of {
		for name, n := range counts {
			all[name] += n
		}
	}
	return all
}

// asLadder is a table in which all groups print that reach its rung, and one
// more.
func asLadder(table tabulate.Table, tabs tabulate.Tabulation, rungs ladder, more int) attack.Table {
	out := attack.Table{ID: table.ID, Statistic: string(table.Statistic)}
	for g, group := range tabs.Bases[table.Base].Groups {
		if table.LeavesOut(group) {
			continue
		}
		c := attack.Cell{}
		for _, l := range slices.Concat(table.Within, group.At) {
			c.At = append(c.At, attack.Level(l))
		}
		if rungs[g] >= table.Rung || g == more {
			c.Form, c.N = attack.Exact, len(group.Members)
		}
		out.Cells = append(out.Cells, c)
	}
	return out
}

// TestNoPairsAreWithheldInVain gives each withheld cell of sessions, topics and
// goals back: the exact attack must succeed, or what the cell or its rest adds
// up rests on too few pairs (rule 9), or lies near an end that is known.
func TestNoPairsAreWithheldInVain(t *testing.T) {
	n := many(60, 24)
	tried, weighed := make([]map[string]int, n), make([]int, n)
	inParallel(t, 7, n, func(t *testing.T, i int, rng *rand.Rand) {
		tried[i] = make(map[string]int)
		s := shapes(rng, i)
		s.people = max(s.people, 24)
		if i%4 == 0 {
			s.people = 96 // enough pairs for goals by theme
		}
		data := inOrder(full(rng, s))
		c := Cohort{tables: protect(data, defaultPolicy).tables}
		for ti, table := range c.tables {
			if !slices.Contains([]string{"sessions", "goals"}, table.base[0]) || strings.HasPrefix(table.id, "metric.") {
				continue
			}
			for ci, cell := range table.cells {
				if cell.form != Withheld {
					continue
				}
				tried[i][table.id]++
				if ownRule(data, c, table, cell) {
					continue
				}
				weighed[i]++
				back := c
				back.tables = slices.Clone(c.tables)
				back.tables[ti].cells = slices.Clone(table.cells)
				back.tables[ti].cells[ci] = Cell{at: cell.at, form: Number, n: pairsOf(data)}
				if len(attackRelease(data, back, defaultPolicy)) == 0 {
					t.Errorf("cohort %d: %s %v is withheld and need not be", i, table.id, cell.at)
				}
			}
		}
	})
	t.Cleanup(func() {
		all := together(tried)
		t.Logf("%v, of which the attack weighed %d", all, sum(weighed))
		if all["sessions.held"] == 0 || all["sessions.format"]+all["topics.share"] == 0 || all["goals.met"] == 0 || sum(weighed) == 0 {
			t.Errorf("withheld cells tried: %v, %d weighed; want some of months, divisions and goals", all, sum(weighed))
		}
	})
}

func pairsOf(data microdata.Cohort) int {
	n := 0
	for i := range data.Pairs {
		if stays(data, i) {
			n++
		}
	}
	return n
}

// stays says whether nobody of a pair withdrew.
func stays(data microdata.Cohort, pair int) bool {
	p := data.Pairs[pair]
	return data.People[p.Mentor].Withdrawn.IsZero() && data.People[p.Mentee].Withdrawn.IsZero()
}

// held9 counts rule 9 again: enough pairs, mentors and mentees, and neither one
// pair nor two hold most.
func held9(data microdata.Cohort, byPair map[int]int) bool {
	mentors, mentees, total := make(map[int]bool), make(map[int]bool), 0
	var amounts []int
	for pair, n := range byPair {
		if n > 0 {
			mentors[data.Pairs[pair].Mentor], mentees[data.Pairs[pair].Mentee] = true, true
			amounts, total = append(amounts, n), total+n
		}
	}
	slices.Sort(amounts)
	slices.Reverse(amounts)
	return len(amounts) >= 5 && len(mentors) >= 3 && len(mentees) >= 3 && 100*amounts[0] <= 50*total && 100*(amounts[0]+amounts[1]) <= 67*total
}

// ownRule says whether a cell of sessions or goals is withheld for its own
// sake: its sum, or what it leaves of the whole, fails rule 9.
func ownRule(data microdata.Cohort, c Cohort, table Table, cell Cell) bool {
	part, rest := divided(data, c, table, cell)
	if table.base[0] == "goals" || table.statistic == "rate" {
		return !held9(data, part) || !held9(data, rest)
	}
	switch table.id {
	case "sessions.held":
		return !held9(data, part) || len(cell.at) > 0 && (!held9(data, rest) || furtherMonths(data, c, table) <= 2)
	case "sessions.cancelled":
		return !held9(data, part)
	}
	// planned, per pair and minutes stand on all that was held, and on what a
	// reader would learn of the sessions not held
	return !held9(data, part) || !held9(data, rest)
}

// furtherMonths counts the months that are withheld and would not be for their
// own sake: two stand beside any that is.
func furtherMonths(data microdata.Cohort, c Cohort, table Table) int {
	n := 0
	for _, cell := range table.cells {
		if part, _ := divided(data, c, table, cell); len(cell.at) > 0 && cell.form == Withheld && held9(data, part) {
			n++
		}
	}
	return n
}

// divided counts, by pair, what a cell is about and what a reader knows it to be
// a part of without it: for a month the other withheld months, for a share all
// else.
func divided(data microdata.Cohort, c Cohort, table Table, cell Cell) (part, rest map[int]int) {
	part, rest = make(map[int]int), make(map[int]int)
	at := func(dimension string) (string, bool) {
		for _, l := range cell.at {
			if l.Dimension == dimension {
				return l.Level, true
			}
		}
		return "", false
	}
	if table.base[0] == "goals" {
		theme, byTheme := at("theme")
		for _, g := range data.Goals {
			switch {
			case !stays(data, g.Pair) || byTheme && levelOf(table, "theme", g.Theme) != theme:
			case g.Status == strings.TrimPrefix(table.id, "goals."):
				part[g.Pair]++
			default:
				rest[g.Pair]++
			}
		}
		return part, rest
	}
	for _, s := range data.Sessions {
		if !stays(data, s.Pair) {
			continue
		}
		in, out := sessionIn(c, table, cell, s)
		if in {
			part[s.Pair]++
		} else if out {
			rest[s.Pair]++
		}
	}
	return part, rest
}

// levelOf is the level of a table in which a category is counted.
func levelOf(table Table, dimension, name string) string {
	if _, ok := table.Cell(Level{dimension, name}); ok {
		return name
	}
	return "other"
}

// sessionIn says whether a session is part of a cell, and else whether it is
// part of what the cell leaves.
func sessionIn(c Cohort, table Table, cell Cell, s microdata.Session) (in, out bool) {
	wasHeld := s.Status == microdata.Held
	switch table.id {
	case "sessions.cancelled":
		return s.Status == microdata.Cancelled, false
	case "sessions.planned":
		return !wasHeld, s.Status == microdata.Planned
	case "sessions.minutes":
		return wasHeld && s.Minutes > 0, wasHeld
	}
	if !wasHeld || len(cell.at) == 0 {
		return wasHeld, false
	}
	switch l := cell.at[0]; l.Dimension {
	case "month":
		month := day(s.Date)[:7]
		months, _ := c.Table("sessions.held", "sum")
		other, _ := months.Cell(Level{"month", month})
		return month == l.Level, other.form == Withheld
	case "format":
		return levelOf(table, "format", s.Format) == l.Level, true
	default:
		return slices.ContainsFunc(s.Topics, func(topic string) bool { return levelOf(table, "topic", topic) == l.Level }), true
	}
}
