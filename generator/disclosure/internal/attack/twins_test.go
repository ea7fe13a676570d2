package attack

import (
	"math/rand/v2"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// oneWave is a cohort of people who answered one question midway.
func oneWave(department func(int) string, answers ...int) microdata.Cohort {
	c := microdata.Cohort{ID: "2025-spring", Questions: []microdata.Question{{Code: "trust"}}}
	for v := 1; v <= 5; v++ {
		c.Questions[0].Scale = append(c.Questions[0].Scale, microdata.Point{Value: v})
	}
	w := microdata.Wave{Name: "mid"}
	for i, v := range answers {
		c.People = append(c.People, microdata.Person{Role: microdata.Mentor, Department: department(i)})
		w.Answers = append(w.Answers, microdata.Answer{Person: i, Value: v})
	}
	c.Waves = []microdata.Wave{w}
	return c
}

// plainly prints a distribution of the cohort and the means of departments,
// with no rule at all.
func plainly(c microdata.Cohort) []Table {
	means := Table{ID: "survey.trust.mid", Statistic: "mean", Decimals: 1}
	whole := Cell{Form: Exact}
	counts := make([]int, 6)
	sums, sizes := make(map[string]int), make(map[string]int)
	for _, a := range c.Waves[0].Answers {
		d := c.People[a.Person].Department
		counts[a.Value]++
		sums[d], sizes[d] = sums[d]+a.Value, sizes[d]+1
		whole.N++
	}
	for v := 1; v <= 5; v++ {
		whole.Counts = append(whole.Counts, Count{v, counts[v]})
	}
	for _, d := range sorted(sizes) {
		mean := float64(int(float64(sums[d])/float64(sizes[d])*10+0.5)) / 10
		means.Cells = append(means.Cells, Cell{At: []Level{{"department", d}}, Form: Exact, N: sizes[d], Value: mean})
	}
	return []Table{{ID: means.ID, Statistic: "distribution", Cells: []Cell{whole}}, means}
}

func oneDepartment(int) string { return "営業部" }

// TestTwins has datasets in which somebody can tell another's answer, and some
// in which nobody can.
func TestTwins(t *testing.T) {
	two := func(i int) string { return []string{"営業部", "法務部"}[i%2] }
	limits := Thresholds{K: 5, KDistribution: 8, MinPairs: 5, Coalition: 1, Width: 1}
	for _, c := range []struct {
		name string
		data microdata.Cohort
		want bool
	}{
		{"spread", oneWave(oneDepartment, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5), true},
		{"all alike (C28)", oneWave(oneDepartment, 5, 5, 5, 5, 5, 5), false},
		{"one apart (C08): he knows that all others answered 5", oneWave(oneDepartment, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1), false},
		{"two apart", oneWave(oneDepartment, 5, 5, 5, 5, 5, 5, 5, 5, 1, 1), true},
		{"one department all 5, the other not", oneWave(two, 5, 1, 5, 2, 5, 3, 5, 4, 5, 2), false},
	} {
		printed := plainly(c.data)
		got := Twins(c.data, printed, limits, plainly, nil)
		if (len(got) == 0) != c.want {
			t.Errorf("%s: findings %v, want twins %v", c.name, got, c.want)
		}
	}
	limits.Coalition = 2
	pair := oneWave(oneDepartment, 5, 5, 5, 5, 5, 5, 5, 5, 1, 1)
	if got := Twins(pair, plainly(pair), limits, plainly, nil); len(got) != 1 || got[0].Kind != NoTwin || got[0].Series != "trust.mid" {
		t.Errorf("two apart and two insiders: findings %v, want one for trust.mid", got)
	}
	if got := Twins(pair, plainly(pair), limits, plainly, map[string]bool{"trust.after": true}); len(got) != 0 {
		t.Errorf("another series is due: findings %v, want none", got)
	}
}

// TestRefusedByPrinting has a printing that tells every change: then no twin
// counts, but an exchange of two whom nothing tells apart.
func TestRefusedByPrinting(t *testing.T) {
	byPerson := func(c microdata.Cohort) []Table {
		out := plainly(c)
		out[0].Cells[0].Lo = float64(c.Waves[0].Answers[0].Value)
		return out
	}
	limits := Thresholds{K: 5, KDistribution: 8, MinPairs: 5, Coalition: 1, Width: 1}
	alone := func(i int) string { return string(rune('a' + i)) }
	c := oneWave(alone, 3, 3, 2, 4, 1, 5, 3, 3)
	tables := plainly(c)[:1]
	if got := Twins(c, tables, limits, func(c microdata.Cohort) []Table { return plainly(c)[:1] }, nil); len(got) != 0 {
		t.Fatalf("a distribution of 8: findings %v, want none", got)
	}
	if got := Twins(c, tables, limits, func(c microdata.Cohort) []Table { return byPerson(c)[:1] }, nil); len(got) == 0 {
		t.Error("printing tells the first person's answer: no finding")
	}
}

// TestTwinsAreComplete holds the search against trying every dataset, on small
// cohorts: where it finds no twin for somebody there is none, but for a few.
func TestTwinsAreComplete(t *testing.T) {
	rng := rand.New(rand.NewPCG(31, 1))
	limits := Thresholds{K: 5, KDistribution: 8, MinPairs: 5, Coalition: 1, Width: 1}
	found, missed := 0, 0
	for range 60 {
		answers := make([]int, 6)
		for i := range answers {
			answers[i] = 1 + rng.IntN(5)
		}
		c := oneWave(func(i int) string { return []string{"営業部", "法務部"}[i%2] }, answers...)
		printed := plainly(c)
		safe := len(Twins(c, printed, limits, plainly, nil)) == 0
		switch every := everyTwin(c, printed); {
		case safe && !every:
			t.Errorf("answers %v: twins are claimed, and trying all datasets finds none for somebody", answers)
		case !safe && every:
			missed++
		case safe:
			found++
		}
	}
	if missed > found/5 {
		t.Errorf("the search misses twins in %d cohorts and finds them in %d", missed, found)
	}
}

// everyTwin tries all datasets: for each insider and each other person one must
// print the same with another answer.
func everyTwin(c microdata.Cohort, printed []Table) bool {
	n := len(c.Waves[0].Answers)
	now := make([]int, n)
	for i, a := range c.Waves[0].Answers {
		now[i] = a.Value
	}
	covered := make(map[[2]int]bool)
	try := make([]int, n)
	var all func(i int)
	all = func(i int) {
		if i < n {
			for try[i] = 1; try[i] <= 5; try[i]++ {
				all(i + 1)
			}
			return
		}
		other := c
		other.Waves = []microdata.Wave{{Name: "mid"}}
		for p, v := range try {
			other.Waves[0].Answers = append(other.Waves[0].Answers, microdata.Answer{Person: p, Value: v})
		}
		if !slices.EqualFunc(plainly(other), printed, sameTable) {
			return
		}
		for j := range n {
			for k := range n {
				if try[j] == now[j] && try[k] != now[k] {
					covered[[2]int{j, k}] = true
				}
			}
		}
	}
	all(0)
	return len(covered) == n*(n-1)
}
