package disclosure

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// TestPeopleAlikeAreExchangeable exchanges all answers of two people whom no
// dimension tells apart and who answered the same questions, all sessions, goals
// and follow-ups of two pairs, and the order of all rows: the release is the
// same bytes. The attack rests on it where it counts such an exchange as a twin.
func TestPeopleAlikeAreExchangeable(t *testing.T) {
	n := many(100, 5)
	exchanged := make([]int, n)
	inParallel(t, 17, n, func(t *testing.T, i int, rng *rand.Rand) {
		data := random(rng, shapes(rng, i))
		orientation := i%2 == 0
		if orientation {
			data = full(rng, shapes(rng, i))
		}
		first, _ := releaseOf(t, data)
		want := encode(first, "")
		data, exchanged[i] = exchangeAlike(data)
		moved, _ := releaseOf(t, shuffled(rng, data))
		if got := encode(moved, ""); !bytes.Equal(got, want) {
			t.Errorf("cohort %d: an exchange of answers or rows shows in the release", i)
		}
		x, y := rng.IntN(len(data.Pairs)), rng.IntN(len(data.Pairs))
		if stays(data, x) == stays(data, y) {
			data = exchangePairs(data, x, y, !orientation)
		}
		again, _ := releaseOf(t, data)
		if !bytes.Equal(encode(again, ""), want) {
			t.Errorf("cohort %d: an exchange of what pairs hold shows in the release", i)
		}
	})
	t.Cleanup(func() {
		if sum(exchanged) == 0 {
			t.Error("no two people were alike in any cohort")
		}
	})
}

// exchangeAlike exchanges the answers of every third person with those of one
// whom nothing tells apart, and counts the exchanges.
func exchangeAlike(data microdata.Cohort) (microdata.Cohort, int) {
	n := 0
	for a := range data.People {
		for b := range a {
			if a%3 == 0 && sameStanding(data, a, b) {
				data = exchange(data, a, b)
				n++
				break
			}
		}
	}
	return data, n
}

// exchangePairs gives each of two pairs the other's goals and follow-ups, and
// its sessions where no date of orientation is compared with them.
func exchangePairs(c microdata.Cohort, x, y int, sessions bool) microdata.Cohort {
	other := func(pair int) int {
		switch pair {
		case x:
			return y
		case y:
			return x
		}
		return pair
	}
	c.Sessions, c.Goals, c.Followups = slices.Clone(c.Sessions), slices.Clone(c.Goals), slices.Clone(c.Followups)
	for i := range c.Sessions {
		if sessions {
			c.Sessions[i].Pair = other(c.Sessions[i].Pair)
		}
	}
	for i := range c.Goals {
		c.Goals[i].Pair = other(c.Goals[i].Pair)
	}
	for i := range c.Followups {
		c.Followups[i].Pair = other(c.Followups[i].Pair)
	}
	return c
}

// shuffled has every row of every file in another place.
func shuffled(rng *rand.Rand, c microdata.Cohort) microdata.Cohort {
	c = renumberPairs(renumber(c, rng.Perm(len(c.People))), rng.Perm(len(c.Pairs)))
	rng.Shuffle(len(c.Sessions), func(i, j int) { c.Sessions[i], c.Sessions[j] = c.Sessions[j], c.Sessions[i] })
	rng.Shuffle(len(c.Goals), func(i, j int) { c.Goals[i], c.Goals[j] = c.Goals[j], c.Goals[i] })
	rng.Shuffle(len(c.Followups), func(i, j int) { c.Followups[i], c.Followups[j] = c.Followups[j], c.Followups[i] })
	for _, w := range c.Waves {
		rng.Shuffle(len(w.Answers), func(i, j int) { w.Answers[i], w.Answers[j] = w.Answers[j], w.Answers[i] })
	}
	return c
}

func sameStanding(c microdata.Cohort, a, b int) bool {
	for _, d := range dimensions {
		if c.People[a].Level(d) != c.People[b].Level(d) {
			return false
		}
	}
	return c.People[a].Withdrawn == c.People[b].Withdrawn && answeredOf(c, a) == answeredOf(c, b)
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
