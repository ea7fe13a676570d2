package tabulate

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

func date(month, day int) microdata.Date {
	return microdata.Date{Year: 2025, Month: time.Month(month), Day: day}
}

// pairsOf makes n pairs of two departments: pairs below across go from one to
// the other. Each was matched on 1 April and first met so many days later;
// below 0 it did not meet.
func pairsOf(across int, days ...int) microdata.Cohort {
	c := microdata.Cohort{Start: date(4, 1), End: date(9, 30), AsOf: date(9, 30)}
	for i, d := range days {
		to := "A"
		if i < across {
			to = "B"
		}
		c.People = append(c.People,
			microdata.Person{ID: fmt.Sprint("r", i), Role: microdata.Mentor, Department: "A"},
			microdata.Person{ID: fmt.Sprint("e", i), Role: microdata.Mentee, Department: to})
		c.Pairs = append(c.Pairs, microdata.Pair{Mentor: 2 * i, Mentee: 2*i + 1, Matched: date(4, 1)})
		if d >= 0 {
			c.Sessions = append(c.Sessions, microdata.Session{Pair: i, Date: date(4, 1+d), Minutes: 45, Status: microdata.Held})
		}
	}
	return c
}

// tables shows every cell of the tables of a figure: "id[levels] form".
func tables(c microdata.Cohort, r Rules, figureName string) string {
	tabs := Make(c, r)
	var out []string
	for _, t := range tabs.Tables {
		if !strings.HasPrefix(t.ID, figureName) || t.Statistic == figure.Distribution {
			continue
		}
		for i, cell := range t.Cells {
			at := t.Within
			if t.Base < 0 {
				at = append(at, t.Levels[i]...)
			} else if g := tabs.Bases[t.Base].Groups[i]; t.LeavesOut(g) {
				continue
			} else {
				at = append(at, g.At...)
			}
			var levels []string
			for _, l := range at {
				levels = append(levels, l.Level)
			}
			out = append(out, fmt.Sprintf("%s[%s] %s", t.ID, strings.Join(levels, " "), printed(cell)))
		}
	}
	return strings.Join(out, "\n")
}

func printed(c Cell) string {
	switch c.Form {
	case Number:
		s := fmt.Sprintf("%.2f of %d", c.Value, c.N)
		if c.Interval[0] != c.Interval[1] {
			s += fmt.Sprintf(" (%.2f to %.2f)", c.Interval[0], c.Interval[1])
		}
		return s + strings.TrimRight(" "+string(c.Effect), " ")
	case Band:
		return fmt.Sprintf("%.1f to %.1f of %d", c.Lo, c.Hi, c.N)
	}
	return "nothing"
}

func check(t *testing.T, name, got string, want ...string) {
	t.Helper()
	if w := strings.Join(want, "\n"); got != w {
		t.Errorf("%s:\ngot\n%s\nwant\n%s", name, got, w)
	}
}

func TestMatching(t *testing.T) {
	c := pairsOf(4, 6, 6, 7, 8, 9, -1)
	c.People[0].Manager, c.People[1].ID = "boss", "boss"  // the first mentor reports to the mentee
	c.People[2].Manager, c.People[4].Manager = "r2", "e1" // the second to the third, who reports to the second's mentee
	check(t, "six pairs, one not yet met", tables(c, standard, "matching."),
		"matching.pairs[] 6.00 of 6",
		"matching.cross_department[] 66.67 of 6", // 4 of 6
		"matching.outside_line[] 66.67 of 6",     // neither the first nor the second
		"matching.days[] 7.20 of 6",              // 36 days over the 5 that met
	)
	check(t, "all met at once", tables(pairsOf(0, 0, 1, 2, 0, 1, 1), standard, "matching.days"), "matching.days[] 0.0 to 1.7 of 6")
	check(t, "one pair waited for all", tables(pairsOf(0, 29, 1, 1, 1, 1, 1), standard, "matching.days"), "matching.days[] nothing")
	check(t, "four pairs", tables(pairsOf(2, 6, 6, 6, 6), standard, "matching."),
		"matching.pairs[] nothing", "matching.cross_department[] nothing", "matching.days[] nothing")
	hidden := standard
	hidden.Secret = []string{"matched"}
	check(t, "who is matched is secret", tables(c, hidden, "matching."))
}

func TestOrientationAndRetention(t *testing.T) {
	c := pairsOf(0, 5, 5, 5, 5, 5, -1)
	for i := range c.People {
		c.People[i].Oriented = date(4, 6) // the day of the first session
	}
	c.People[0].Oriented = date(4, 7)       // a day late
	c.People[2].Oriented = microdata.Date{} // never
	c.People[11].Oriented = date(5, 1)      // has not met
	c.People[4].Left = date(6, 1)           // of the program
	c.People[7].LeftCompany = date(8, 1)    // of the company alone
	c.People[9].Left = date(9, 30)          // on the last day: stayed
	check(t, "by role", tables(c, standard, "orientation."),
		"orientation.share[] 83.33 of 12", "orientation.share[mentee] 100.00 of 6", "orientation.share[mentor] 66.67 of 6")
	check(t, "retention", tables(c, standard, "retention."),
		"retention.program[] 91.67 of 12", "retention.program[mentee] 100.00 of 6", "retention.program[mentor] 83.33 of 6",
		"retention.company[] 91.67 of 12", "retention.company[mentee] 83.33 of 6", "retention.company[mentor] 100.00 of 6")
	for i := range c.People {
		c.People[i].Oriented = microdata.Date{}
	}
	check(t, "no dates of orientation", tables(c, standard, "orientation."))
}

func TestGoals(t *testing.T) {
	c := pairsOf(0, 1, 1, 1, 1, 1, 1, 1, 1)
	add := func(theme, status string, pairs ...int) {
		for _, p := range pairs {
			c.Goals = append(c.Goals, microdata.Goal{Pair: p, Theme: theme, Status: status})
		}
	}
	add("digital", "met", 0, 1, 2, 3, 4, 5, 6, 7)
	add("safety", "met", 0, 1)
	add("safety", "partly", 2, 3, 4, 5, 6, 7, 7)
	add("safety", "open", 0, 1)
	add("trends", "dropped", 7)
	check(t, "20 goals of 8 pairs: all but met and partly are of 3 pairs", tables(c, standard, "goals."),
		"goals.met[] 50.00 of 8",        // 10 of 20
		"goals.partly[] nothing",        // 7 of 20, one more than the class of 0 to 6
		"goals.open[] 0.0 to 30.0 of 8", // 2 and 1 print alike
		"goals.dropped[] 0.0 to 30.0 of 8")
	more := c
	more.Goals = append(more.Goals[:len(more.Goals):len(more.Goals)], microdata.Goal{Pair: 3, Status: "open"}, microdata.Goal{Pair: 4, Status: "open"})
	check(t, "of 5 pairs", tables(more, standard, "goals."),
		"goals.met[] 45.45 of 8", "goals.partly[] 31.82 of 8", "goals.open[] 0.0 to 27.3 of 8", "goals.dropped[] 0.0 to 27.3 of 8")
	check(t, "the metric repeats it", tables(c, standard, "metric.goals_met_share"), "metric.goals_met_share[] 50.00 of 8")
	c.People[2].Withdrawn = date(5, 1) // pair 1: 17 goals are left, 8 of them met
	check(t, "a pair withdrew", tables(c, standard, "goals.met"), "goals.met[] 47.06 of 7")
	c.Goals = nil
	add("digital", "met", 0, 2, 3, 4)
	check(t, "four pairs with goals", tables(c, standard, "goals.met"), "goals.met[] nothing")
}

// TestGoalsByTheme: a theme of three pairs is never named. All goals less those
// of the two others would be theirs, so the second is withheld.
func TestGoalsByTheme(t *testing.T) {
	var days []int
	for range 45 {
		days = append(days, 1)
	}
	c := pairsOf(0, days...)
	for p := range 45 {
		status := []string{"met", "partly"}[p%2]
		c.Goals = append(c.Goals, microdata.Goal{Pair: p, Theme: "digital", Status: status})
		if p < 3 {
			c.Goals = append(c.Goals, microdata.Goal{Pair: p, Theme: "rare", Status: "met"})
		}
		if p >= 20 && p < 40 {
			c.Goals = append(c.Goals, microdata.Goal{Pair: p, Theme: "few", Status: status})
		}
	}
	check(t, "met by theme", tables(c, standard, "goals.met"),
		"goals.met[] 52.94 of 45", "goals.met[digital] 51.11 of 45", "goals.met[few] nothing")
}

func TestTopicsAndFormats(t *testing.T) {
	c := meetings(times(10, 2, 2, 2), nil, nil)
	for i := range c.Sessions {
		s := &c.Sessions[i]
		s.Topics = []string{"career"}
		if s.Pair < 7 && i%2 == 0 {
			s.Topics = append(s.Topics, "tools")
		}
		if s.Pair < 2 {
			s.Topics = append(s.Topics, "secret project")
		}
		if s.Pair > 6 {
			s.Topics = append(s.Topics, "pensions")
		}
	}
	// 60 sessions: all about career; 21 about tools; 12 and 18 about what two
	// and three pairs spoke of, which is one topic of 30.
	check(t, "topics", tables(c, standard, "topics."),
		"topics.share[career] 83.3 to 100.0 of 10", "topics.share[tools] 35.00 of 10", "topics.share[other] 50.00 of 10")
	check(t, "no formats", tables(c, standard, "sessions.format"))
	for i := range c.Sessions {
		c.Sessions[i].Format = []string{"online", "onsite"}[i%2]
	}
	check(t, "formats", tables(c, standard, "sessions.format"),
		"sessions.format[online] 50.00 of 10", "sessions.format[onsite] 50.00 of 10")
	check(t, "tools, which 7 of 10 pairs spoke of, and always online", tables(c, standard, "topics.share"),
		"topics.share[career] 83.3 to 100.0 of 10", "topics.share[tools] nothing", "topics.share[other] 50.00 of 10")
	for i := range c.Sessions {
		if c.Sessions[i].Pair > 2 {
			c.Sessions[i].Format = "online"
		}
	}
	few := []string{"sessions.format[online] 83.3 to 100.0 of 10", "sessions.format[other] 0.0 to 16.7 of 10"}
	check(t, "nine sessions of three pairs in another format", tables(c, standard, "sessions.format"), few...)
	for i := range c.Sessions {
		c.Sessions[i].Format = "online"
	}
	check(t, "all in one format", tables(c, standard, "sessions.format"), few...)
	for i := range c.Sessions {
		c.Sessions[i].Format = []string{"online", "onsite"}[max(0, 1-c.Sessions[i].Pair/2)]
	}
	check(t, "twelve sessions of two pairs in another format", tables(c, standard, "sessions.format"))
}

// TestFormatsBesideMonths: the sessions on site were all held in April but
// those of one pair: together with the months they would tell of it.
func TestFormatsBesideMonths(t *testing.T) {
	c := meetings(times(12, 2, 2, 2), nil, nil)
	for i := range c.Sessions {
		s := &c.Sessions[i]
		s.Format = map[bool]string{true: "onsite", false: "online"}[s.Date.Month == time.April || s.Pair == 0]
	}
	check(t, "formats", tables(c, standard, "sessions.format"),
		"sessions.format[online] nothing", "sessions.format[onsite] nothing")
	if got := cell(Make(c, standard), "sessions.held", 4); got != "24.0 of 12" {
		t.Errorf("April is %s, want 24.0 of 12: months come first", got)
	}
}

func TestFollowups(t *testing.T) {
	c := pairsOf(0, 1, 1, 1, 1, 1, 1)
	for i := range 15 {
		c.Followups = append(c.Followups, microdata.Followup{Pair: i % 6, Date: date(5, 1)})
	}
	check(t, "15 of 6 pairs", tables(c, standard, "metric.followups"), "metric.followups_per_pair[] 2.50 of 6")
	c.Followups = c.Followups[:3]
	check(t, "three", tables(c, standard, "metric.followups"), "metric.followups_per_pair[] 0.0 to 1.7 of 6")
}
