package attack

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// attacked gives the proofs of what the linear attack finds, without the
// statistics in them.
func attacked(c microdata.Cohort, tables ...Table) string {
	var out []string
	for _, f := range Linear(c, tables, Thresholds{K: 5, KDistribution: 8, MinPairs: 5}) {
		out = append(out, fmt.Sprintf("%d: %s", f.Kind, f.Proof))
	}
	return strings.Join(out, "\n")
}

func exact(n int, at ...Level) Cell  { return Cell{At: at, Form: Exact, N: n} }
func coarse(n int, at ...Level) Cell { return Cell{At: at, Form: Coarse, N: n} }
func hidden(at ...Level) Cell        { return Cell{At: at} }

// couples makes n pairs with goals: all set one, the first three one more.
func couples(n int) microdata.Cohort {
	var c microdata.Cohort
	for i := range n {
		c.People = append(c.People, microdata.Person{Role: microdata.Mentor, Department: "A"}, microdata.Person{Role: microdata.Mentee, Department: "B"})
		c.Pairs = append(c.Pairs, microdata.Pair{Mentor: 2 * i, Mentee: 2*i + 1, Matched: microdata.Date{Year: 2025, Month: 4, Day: 1}})
		status := "met"
		if i >= 6 {
			status = "partly"
		}
		c.Goals = append(c.Goals, microdata.Goal{Pair: i, Theme: "digital", Status: status})
		if i < 3 {
			c.Goals = append(c.Goals, microdata.Goal{Pair: i, Theme: "trust", Status: "open"})
		}
	}
	return c
}

func TestGoalsAreAttacked(t *testing.T) {
	c := couples(12)
	met, partly := Table{ID: "goals.met", Statistic: "rate"}, Table{ID: "goals.partly", Statistic: "rate"}
	open := Table{ID: "goals.open", Statistic: "rate", Cells: []Cell{hidden()}}
	met.Cells, partly.Cells = []Cell{exact(12)}, []Cell{hidden()}
	if got := attacked(c, met, partly, open); got != "" {
		t.Errorf("met alone: got %q, want nothing", got)
	}
	partly.Cells = []Cell{exact(12)}
	if got := attacked(c, met, partly, open); strings.Contains(got, "= goals.open rate[all]") || !strings.Contains(got, "= 3 pairs") {
		t.Errorf("met and partly: got %q, want what is open or dropped, of 3 pairs", got)
	}
	dropped := Table{ID: "goals.dropped", Statistic: "rate", Cells: []Cell{exact(12)}}
	if got := attacked(c, met, partly, dropped, open); !strings.Contains(got, "= goals.open rate[all]") {
		t.Errorf("met, partly and dropped: got %q, want what is open", got)
	}
	metric := Table{ID: "metric.goals_met_share", Statistic: "rate", Cells: []Cell{hidden()}}
	if got := attacked(c, met, metric); !strings.Contains(got, "goals.met rate[all] = metric.goals_met_share rate[all]") {
		t.Errorf("a metric is withheld beside its figure: got %q", got)
	}
	met.Cells = []Cell{exact(12), exact(12, Level{"theme", "digital"})}
	if got := attacked(c, met); !strings.Contains(got, "= 3 pairs") {
		t.Errorf("goals of a theme beside all goals: got %q, want the 3 pairs with another", got)
	}
}

// asked gives everybody an answer in every wave, but those left out.
func asked(people int, themes []string, waves ...string) microdata.Cohort {
	var c microdata.Cohort
	for range people {
		c.People = append(c.People, microdata.Person{Role: microdata.Mentor})
	}
	for i, theme := range themes {
		q := microdata.Question{Code: fmt.Sprint("q", i), Theme: theme}
		for v := range 11 {
			q.Scale = append(q.Scale, microdata.Point{Value: v})
		}
		c.Questions = append(c.Questions, q)
	}
	for _, name := range waves {
		w := microdata.Wave{Name: name}
		for p := range people {
			for q := range themes {
				w.Answers = append(w.Answers, microdata.Answer{Person: p, Question: q, Value: p % 5})
			}
		}
		c.Waves = append(c.Waves, w)
	}
	return c
}

// TestThemesAreAttacked is C21: an index over eleven people beside questions
// that twelve and eleven answered.
func TestThemesAreAttacked(t *testing.T) {
	c := asked(12, []string{"trust", "trust"}, "before", "after")
	one, two := Table{ID: "survey.q0.before", Statistic: "mean"}, Table{ID: "survey.q1.before", Statistic: "mean"}
	index := Table{ID: "theme.trust.before", Statistic: "mean"}
	one.Cells, two.Cells, index.Cells = []Cell{exact(12)}, []Cell{exact(12)}, []Cell{exact(12)}
	if got := attacked(c, one, two, index); got != "" {
		t.Errorf("one base: got %q, want nothing", got)
	}
	index.Cells = []Cell{hidden()}
	if got := attacked(c, one, two, index); !strings.Contains(got, "= theme.trust.before mean[all]") {
		t.Errorf("the index is withheld beside all its questions: got %q, want it to follow", got)
	}
	c.Waves[0].Answers = slices.DeleteFunc(c.Waves[0].Answers, func(a microdata.Answer) bool { return a.Person == 11 && a.Question == 1 })
	two.Cells, index.Cells = []Cell{exact(11)}, []Cell{exact(11)}
	if got := attacked(c, one, two, index); got != "2: theme.trust.before mean[all]" {
		t.Errorf("C21: got %q, want that the index is not known", got)
	}
}

func TestPartsOfDistributionsAreAttacked(t *testing.T) {
	c := asked(12, []string{"recommend"}, "before", "after")
	distribution := Table{ID: "survey.q0.after", Statistic: "distribution", Cells: []Cell{exact(12)}}
	share := Table{ID: "survey.q0.after", Statistic: "rate", Cells: []Cell{coarse(12)}}
	promoters := Table{ID: "recommend.promoters", Statistic: "rate", Cells: []Cell{exact(12)}}
	if got := attacked(c, distribution, share, promoters); got != "" {
		t.Errorf("beside the distribution: got %q, want nothing", got)
	}
	if got := attacked(c, share); got != "2: survey.q0.after rate[all]" {
		t.Errorf("a band without the distribution: got %q, want not known", got)
	}
	for i := range 6 {
		c.People[i].Role = microdata.Mentee
	}
	promoters.Cells = []Cell{exact(12), exact(6, Level{"role", "mentee"})}
	if got := attacked(c, promoters); !strings.Contains(got, "= 6 people") {
		t.Errorf("promoters of 6 people: got %q, want it found: fewer than 8", got)
	}
}

func TestPulseAndUnlistedAreAttacked(t *testing.T) {
	c := asked(9, []string{"mood"}, "pulse-2025-06-02")
	week := Level{"week", "2025-06-02"}
	for i := range 4 {
		c.People[i].Role = microdata.Mentee
	}
	pulse := Table{ID: "pulse.q0", Statistic: "mean", Cells: []Cell{exact(9, week), hidden(week, Level{"role", "mentee"})}}
	if got := attacked(c, pulse); got != "" {
		t.Errorf("a week: got %q, want nothing", got)
	}
	pulse.Cells = append(pulse.Cells, exact(5, week, Level{"role", "mentor"}))
	if got := attacked(c, pulse); !strings.Contains(got, "= 4 people") {
		t.Errorf("a week and its mentors: got %q, want the 4 mentees", got)
	}
	for _, id := range []string{"pulse.max", "salary.mean", "metric.salary", "matching.ages"} {
		if got := attacked(c, Table{ID: id, Statistic: "mean", Cells: []Cell{exact(9)}}); got != "2: "+id+" mean[all]" {
			t.Errorf("%s: got %q, want not known", id, got)
		}
	}
}
