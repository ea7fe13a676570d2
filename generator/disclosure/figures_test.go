package disclosure

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

// full is a random cohort that has something for every figure of the list.
func full(rng *rand.Rand, s shape) microdata.Cohort {
	c := random(rng, s)
	for i := range c.People {
		p := &c.People[i]
		p.Manager = c.People[rng.IntN(len(c.People))].ID
		if rng.IntN(6) > 0 {
			p.Oriented = microdata.Date{Year: 2025, Month: 4, Day: 1 + rng.IntN(28)}
		}
		if rng.IntN(15) == 0 {
			p.Left = microdata.Date{Year: 2025, Month: 7, Day: 1 + rng.IntN(28)}
		}
		if rng.IntN(40) == 0 {
			p.Withdrawn = c.AsOf
		}
	}
	for i := range c.Sessions {
		session := &c.Sessions[i]
		session.Format = []string{"対面", "オンライン", "オンライン", "電話", ""}[rng.IntN(5)]
		for _, topic := range []string{"生成AI", "キャリア", "働き方", "顧客"} {
			if rng.IntN(3) == 0 {
				session.Topics = append(session.Topics, topic)
			}
		}
	}
	for pair := range c.Pairs {
		for range rng.IntN(4) {
			c.Goals = append(c.Goals, microdata.Goal{Pair: pair, Theme: []string{"digital", "trust", "trends"}[rng.IntN(3)],
				Status: []string{"met", "met", "partly", "open", "dropped"}[rng.IntN(5)]})
		}
		for range rng.IntN(3) {
			c.Followups = append(c.Followups, microdata.Followup{Pair: pair, Date: c.Start})
		}
	}
	return surveyed(rng, c)
}

// surveyed gives both questions one theme, adds one from 0 to 10, and asks
// midway and in two weeks.
func surveyed(rng *rand.Rand, c microdata.Cohort) microdata.Cohort {
	nps := microdata.Question{Code: "nps", Text: map[string]string{"ja": "勧めたい"}, Theme: "recommend", Good: "high"}
	for v := range 11 {
		nps.Scale = append(nps.Scale, microdata.Point{Value: v})
	}
	c.Questions = append(c.Questions, nps)
	c.Questions[0].Theme, c.Questions[1].Theme, c.Questions[1].Good = "trust", "trust", "low"
	after := &c.Waves[1]
	for p := range c.People {
		if after.Responded[p] {
			after.Answers = append(after.Answers, microdata.Answer{Person: p, Question: 2, Value: 4 + rng.IntN(7)})
		}
	}
	waves := c.Waves[:1:1]
	for _, name := range []string{"mid", "pulse-2025-06-02", "pulse-2025-06-09"} {
		w := microdata.Wave{Name: name, Responded: make([]bool, len(c.People))}
		for p := range c.People {
			if w.Responded[p] = rng.IntN(4) > 0; w.Responded[p] {
				w.Answers = append(w.Answers, microdata.Answer{Person: p, Question: 0, Value: 1 + rng.IntN(5)})
			}
		}
		waves = append(waves, w)
	}
	c.Waves = append(waves, c.Waves[1])
	return c
}

// TestEveryFigure releases random cohorts with every figure: the attack finds
// nothing, the order of people does not show, and what is written is read.
func TestEveryFigure(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	shown := make(map[string]int)
	for i := range 12 {
		s := shapes(rng, i)
		s.people = 24 + 4*i
		data := full(rng, s)
		c, problems := releaseOf(t, data)
		for _, p := range problems {
			t.Errorf("cohort %d (%+v): %s", i, s, p.Message(diag.English))
		}
		for _, table := range c.tables {
			for _, cell := range table.cells {
				checkCell(t, table, cell)
				if cell.form != Withheld {
					figure, _, _ := strings.Cut(table.id, ".")
					shown[figure]++
				}
			}
		}
		want := encode(c, "")
		if i%4 == 0 {
			moved, _ := releaseOf(t, renumber(data, rng.Perm(len(data.People))))
			if !bytes.Equal(encode(moved, ""), want) {
				t.Errorf("cohort %d: the order of rows shows in the release", i)
			}
		}
		if read, _, err := decode(want); err != nil || !bytes.Equal(encode(read, ""), want) {
			t.Errorf("cohort %d: what was written is not read alike: %v", i, err)
		}
	}
	for _, figure := range []string{"participation", "matching", "orientation", "sessions", "topics", "response", "survey", "recommend", "pulse", "goals", "retention", "metric"} {
		if shown[figure] == 0 {
			t.Errorf("%s: no cell of 12 cohorts is shown", figure)
		}
	}
	t.Logf("cells shown: %v", shown)
}
