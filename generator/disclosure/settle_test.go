package disclosure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
)

// atomOf is people whom nothing that is known tells apart.
type atomOf struct{ department, role, people int }

// TestWithholdingNeverTells is rule 0 of settle, by trying everything. Whoever
// knows the program knows which datasets it would print, and which withhold, as
// it did: of each release that small cohorts can come to, the datasets that
// come to it must leave every insider two answers of every other person.
func TestWithholdingNeverTells(t *testing.T) {
	for _, c := range []struct {
		atoms  []atomOf
		points int
		always bool
	}{
		{[]atomOf{{0, 0, 8}}, 5, false},
		{[]atomOf{{0, 0, 6}, {1, 0, 4}}, 3, true},
		{[]atomOf{{0, 0, 5}, {1, 0, 5}}, 3, true},
		{[]atomOf{{0, 0, 5}, {1, 0, 1}, {1, 1, 4}}, 3, false},
		{[]atomOf{{0, 0, 3}, {0, 1, 2}, {1, 0, 2}, {1, 1, 2}}, 3, false},
		{[]atomOf{{0, 0, 5}, {0, 1, 5}}, 4, false},
		{[]atomOf{{0, 0, 4}, {0, 1, 4}}, 3, true},
		{[]atomOf{{0, 0, 5}, {1, 0, 5}}, 4, false},
		{[]atomOf{{0, 0, 5}, {1, 0, 3}, {2, 0, 2}}, 3, false},
		{[]atomOf{{0, 0, 6}, {1, 0, 6}}, 3, false},
		{[]atomOf{{0, 0, 8}, {1, 0, 6}}, 2, true},
		{[]atomOf{{0, 0, 12}, {1, 0, 12}}, 2, true},
		{[]atomOf{{0, 0, 6}, {0, 1, 6}, {1, 0, 6}, {1, 1, 6}}, 2, false},
		{[]atomOf{{0, 0, 12}, {1, 0, 5}}, 3, false},
		{[]atomOf{{0, 0, 9}, {1, 0, 9}}, 3, false},
		{[]atomOf{{0, 0, 12}, {1, 0, 9}}, 3, false},
	} {
		if !c.always && many(1, 0) == 0 {
			continue
		}
		t.Run(fmt.Sprint(c.atoms, c.points), func(t *testing.T) {
			t.Parallel()
			p := defaultPolicy
			p.memory = &suppress.Memory{}
			worlds := make(map[string][][][]int) // by release: counts by atom and point
			withheld := make(map[string]bool)
			total := 0
			eachAtom(c.atoms, c.points, nil, func(counts [][]int) {
				shield, problems := p.settle(inOrder(answeredOnce(c.atoms, counts, c.points)))
				if len(problems) > 0 {
					t.Fatalf("%v: problems %v", counts, ids(problems))
				}
				release := fmt.Sprint(shield.tables)
				worlds[release] = append(worlds[release], counts)
				total++
				for _, w := range shield.withhelds {
					if w.Why == attacked.words(p) {
						withheld[release] = true
					}
				}
			})
			for _, release := range sortedKeys(worlds) {
				if certain := certainIn(worlds[release], c.points); certain > 0 {
					t.Errorf("%d times an insider is certain of another's answer in %s", certain, release)
				}
			}
			t.Logf("%d datasets, %d releases, of which %d withhold for the attack", total, len(worlds), len(withheld))
		})
	}
}

func eachAtom(atoms []atomOf, points int, chosen [][]int, visit func(counts [][]int)) {
	if len(atoms) == 0 {
		visit(chosen)
		return
	}
	eachMultiset(atoms[0].people, points, func(counts []int) {
		eachAtom(atoms[1:], points, append(slices.Clone(chosen), slices.Clone(counts)), visit)
	})
}

// answeredOnce is a cohort whose people answered one question midway.
func answeredOnce(atoms []atomOf, counts [][]int, points int) microdata.Cohort {
	c := random(rand.New(rand.NewPCG(1, 1)), shape{people: 0, departments: 1})
	c.Questions = c.Questions[:1]
	c.Questions[0].Scale = c.Questions[0].Scale[:points]
	w := microdata.Wave{Name: "mid", Closed: c.AsOf}
	for a, atom := range atoms {
		for point, n := range counts[a] {
			for range n {
				w.Answers = append(w.Answers, microdata.Answer{Person: len(c.People), Value: point + 1})
				w.Responded = append(w.Responded, true)
				c.People = append(c.People, microdata.Person{ID: fmt.Sprintf("E%04d", len(c.People)),
					Department: departments[atom.department], Role: []microdata.Role{microdata.Mentor, microdata.Mentee}[atom.role]})
			}
		}
	}
	c.Waves = []microdata.Wave{w}
	return c
}

// TestTwinsPrintAsAlone holds the printing of twins, of which only what changed
// is made anew, against the printing of each on its own.
func TestTwinsPrintAsAlone(t *testing.T) {
	rng := rand.New(rand.NewPCG(31, 31))
	for i := range 5 {
		data := inOrder(random(rng, shapes(rng, i)))
		given := repair{"digital.after": i%3 == 0}
		again := newPrinter(defaultPolicy).with(given)
		again(data)
		for range 4 {
			twin := data
			twin.Waves = slices.Clone(data.Waves)
			w := rng.IntN(len(twin.Waves))
			twin.Waves[w].Answers = slices.Clone(data.Waves[w].Answers)
			for j := range twin.Waves[w].Answers {
				if rng.IntN(4) == 0 {
					twin.Waves[w].Answers[j].Value = 1 + rng.IntN(5)
				}
			}
			got, want := fmt.Sprint(again(twin)), fmt.Sprint(newPrinter(defaultPolicy).with(given)(twin))
			if got != want || !strings.Contains(got, "survey.trust.after") {
				t.Fatalf("cohort %d: a twin prints\n%s\nwant\n%s", i, got, want)
			}
		}
	}
}
