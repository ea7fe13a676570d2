package disclosure

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

// many is how many random cohorts a test tries: all where KOHORT_PROPERTY=all
// asks for it, else some.
func many(all, some int) int {
	if os.Getenv("KOHORT_PROPERTY") == "all" {
		return all
	}
	return some
}

// TestEveryReleaseIsProven releases random cohorts of 8 to 60 people: the exact
// audit is clean, no bound accuses, and a twin stands for every insider and
// target.
func TestEveryReleaseIsProven(t *testing.T) {
	rng := rand.New(rand.NewPCG(2026, 11))
	repaired, shown, cells := 0, 0, 0
	n := many(2000, 24)
	for i := range n {
		s := shapes(rng, i)
		if i%4 == 3 {
			s.high = 0.9 // answers so skewed that whole departments are alike
		}
		c, shield, problems := gate(random(rng, s), defaultPolicy)
		for _, p := range problems {
			t.Errorf("cohort %d (%+v): %s", i, s, p.Message(diag.English))
		}
		if len(shield.notes) > 0 {
			repaired++
		}
		for _, table := range c.tables {
			for _, cell := range table.cells {
				cells++
				if cell.form != Withheld {
					shown++
				}
			}
		}
	}
	t.Logf("%d cohorts, %d of %d cells shown, notes for %d cohorts", n, shown, cells, repaired)
}

// TestPeopleAlikeAreExchangeable exchanges all answers of two people whom no
// dimension tells apart and who answered the same questions, and all sessions
// of two pairs: the release is the same bytes. The attack rests on it where it
// counts such an exchange as a twin.
func TestPeopleAlikeAreExchangeable(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 17))
	exchanged := 0
	for i := range many(200, 8) {
		data := random(rng, shapes(rng, i))
		first, _ := releaseOf(t, data)
		want := encode(first, "")
		for a := range data.People {
			for b := range a {
				if a%3 == 0 && sameStanding(data, a, b) {
					data = exchange(data, a, b)
					exchanged++
					break
				}
			}
		}
		data.Sessions = slices.Clone(data.Sessions)
		x, y := rng.IntN(len(data.Pairs)), rng.IntN(len(data.Pairs))
		for j, s := range data.Sessions {
			switch s.Pair {
			case x:
				data.Sessions[j].Pair = y
			case y:
				data.Sessions[j].Pair = x
			}
		}
		again, _ := releaseOf(t, data)
		if got := encode(again, ""); !bytes.Equal(got, want) {
			t.Fatalf("cohort %d: an exchange shows in the release", i)
		}
	}
	if exchanged == 0 {
		t.Error("no two people were alike in any cohort")
	}
}

func sameStanding(c microdata.Cohort, a, b int) bool {
	for _, d := range dimensions {
		if c.People[a].Level(d) != c.People[b].Level(d) {
			return false
		}
	}
	return answeredOf(c, a) == answeredOf(c, b)
}

func answeredOf(c microdata.Cohort, person int) string {
	out := ""
	for _, w := range c.Waves {
		for _, a := range w.Answers {
			if a.Person == person {
				out += fmt.Sprint(w.Name, a.Question, " ")
			}
		}
	}
	return out
}

func exchange(c microdata.Cohort, a, b int) microdata.Cohort {
	c.Waves = slices.Clone(c.Waves)
	for i := range c.Waves {
		c.Waves[i].Answers = slices.Clone(c.Waves[i].Answers)
		for j, answer := range c.Waves[i].Answers {
			switch answer.Person {
			case a:
				c.Waves[i].Answers[j].Person = b
			case b:
				c.Waves[i].Answers[j].Person = a
			}
		}
	}
	return c
}

// FuzzRelease releases cohorts of any shape: no attack may succeed on what is
// released.
func FuzzRelease(f *testing.F) {
	f.Add(uint64(1), uint8(8), uint8(2), uint8(80), uint8(90))
	f.Add(uint64(2), uint8(24), uint8(4), uint8(80), uint8(30))
	f.Add(uint64(3), uint8(56), uint8(6), uint8(100), uint8(95))
	f.Fuzz(func(t *testing.T, seed uint64, people, departments, response, high uint8) {
		s := shape{people: 8 + int(people)%53, departments: 2 + int(departments)%5,
			response: float64(response%101) / 100, high: float64(high%101) / 100, by: [][]string{{"department", "role"}}}
		if _, _, problems := gate(random(rand.New(rand.NewPCG(seed, 1)), s), defaultPolicy); len(problems) > 0 {
			t.Errorf("%+v: %s", s, problems[0].Message(diag.English))
		}
	})
}
