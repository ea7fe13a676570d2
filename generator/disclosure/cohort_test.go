package disclosure

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

var departments = []string{"営業部", "研究開発部", "情報システム部", "人事部", "法務部", "経理部"}

// shape says what a random cohort looks like.
type shape struct {
	people, departments int
	by                  [][]string
	response            float64 // share that answers a wave
	skip                float64 // share of questions that a respondent skips
	high                float64 // share of fives among answers
	grades              int     // 0: three
	uneven              bool    // the first departments have most of the people
}

// random makes a cohort of pairs. Its people are in random departments; all
// names are numbers.
func random(rng *rand.Rand, s shape) microdata.Cohort {
	c := microdata.Cohort{
		ID: "2025-spring", Title: map[string]string{"ja": "2025年度 春期", "en": "Spring 2025"},
		Start: microdata.Date{Year: 2025, Month: 4, Day: 1}, End: microdata.Date{Year: 2025, Month: 9, Day: 30},
		AsOf: microdata.Date{Year: 2025, Month: 10, Day: 15}, By: s.by,
	}
	for i := range s.people {
		d := rng.IntN(s.departments)
		if s.uneven {
			d = min(d, rng.IntN(s.departments))
		}
		p := microdata.Person{ID: fmt.Sprintf("E%04d", i), Role: microdata.Mentor, Department: departments[d]}
		if i%2 == 1 {
			p.Role = microdata.Mentee
			c.Pairs = append(c.Pairs, microdata.Pair{Mentor: i - 1, Mentee: i, Matched: c.Start})
		}
		p.Grade = []string{"一般", "主任", "部長", "課長", "係長", "役員"}[rng.IntN(cmp.Or(s.grades, 3))]
		c.People = append(c.People, p)
	}
	for _, code := range []string{"trust", "digital"} {
		q := microdata.Question{Code: code, Text: map[string]string{"ja": "設問 " + code}, Theme: code, Good: "high"}
		for v := 1; v <= 5; v++ {
			q.Scale = append(q.Scale, microdata.Point{Value: v, Label: map[string]string{"": fmt.Sprint(v)}})
		}
		c.Questions = append(c.Questions, q)
	}
	for i, name := range []string{"before", "after"} {
		w := microdata.Wave{Name: name, Closed: microdata.Date{Year: 2025, Month: 4, Day: 10}, Responded: make([]bool, s.people)}
		if i == 1 {
			w.Closed = c.AsOf
		}
		for p := range s.people {
			if rng.Float64() >= s.response {
				continue
			}
			w.Responded[p] = true
			for q := range c.Questions {
				if rng.Float64() < s.skip {
					continue
				}
				value := 1 + rng.IntN(5)
				if rng.Float64() < s.high {
					value = 5
				}
				w.Answers = append(w.Answers, microdata.Answer{Person: p, Question: q, Value: value})
			}
		}
		c.Waves = append(c.Waves, w)
	}
	for pair := range c.Pairs {
		for month := 4; month <= 9; month++ {
			for range rng.IntN(4) {
				status := []microdata.Status{microdata.Held, microdata.Held, microdata.Held, microdata.Cancelled, microdata.Planned}[rng.IntN(5)]
				c.Sessions = append(c.Sessions, microdata.Session{
					Pair: pair, Date: microdata.Date{Year: 2025, Month: time.Month(month), Day: 1 + rng.IntN(28)}, Minutes: 30 + 5*rng.IntN(7), Status: status})
			}
		}
	}
	return c
}

// shapes draws the shape of the i-th random cohort: 8 to 60 people in 2 to 6
// departments, roles and grades, of whom some do not answer or skip questions,
// and whose answers may all but agree.
func shapes(rng *rand.Rand, i int) shape {
	s := shape{people: 8 + rng.IntN(53), departments: 2 + rng.IntN(5), response: 0.6 + 0.4*rng.Float64(), skip: 0.1 * rng.Float64(), high: 0.6 * rng.Float64(),
		grades: 2 + rng.IntN(5), uneven: rng.IntN(2) == 0}
	if i%4 == 3 {
		s.high = 0.9 // so skewed that whole departments are alike
	}
	switch {
	case i%2 == 1:
		s.by = [][]string{{"department", "role"}}
	case i%32 == 2: // up to 72 atoms, most of them of one person: dear
		s.by = [][]string{{"department", "role"}, {"grade"}}
	case i%16 == 4:
		s.by = [][]string{{"grade"}}
	case i%16 == 6:
		s.by = [][]string{{"role", "grade"}}
	}
	return s
}

// inParallel makes n random cohorts, each from the seed and its own number, as
// parallel subtests of a part each. What lives is small and what is made is much:
// fewer collections of garbage leave more time for cohorts.
func inParallel(t *testing.T, seed uint64, n int, do func(t *testing.T, i int, rng *rand.Rand)) {
	t.Helper()
	usual := debug.SetGCPercent(400)
	t.Cleanup(func() { debug.SetGCPercent(usual) })
	const parts = 8
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for i := part; i < n; i += parts {
				do(t, i, rand.New(rand.NewPCG(seed, uint64(i))))
			}
		})
	}
}
