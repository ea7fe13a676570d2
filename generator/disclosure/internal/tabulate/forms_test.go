package tabulate

import (
	"fmt"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

var standard = Rules{
	K: 5, KDistribution: 8, Coalition: 1, Width: 1, ModalMax: 0.90,
	MinPairs: 5, MinMentors: 3, MinMentees: 3, Top1: 0.50, Top2: 0.67,
}

func onScale(counts ...int) answers {
	a := answers{counts: counts}
	for i := range counts {
		a.scale = append(a.scale, microdata.Point{Value: i + 1})
	}
	return a
}

func show(c Cell) string {
	switch c.Form {
	case Number:
		return fmt.Sprintf("mean %.2f", c.Value)
	case Band:
		return fmt.Sprintf("band %.1f to %.1f", c.Lo, c.Hi)
	case Distribution:
		return "distribution"
	case Class:
		return fmt.Sprintf("class: at least %d chose %d", c.Counts[0].People, c.Counts[0].Value)
	}
	return "nothing"
}

// TestForms runs C08, C14 and C28 of cases.json and their neighbours.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		id                 string
		answers            answers
		rung               int
		distribution, mean string
	}{
		{"C08 unanimous", onScale(0, 0, 0, 0, 12), 2, "class: at least 10 chose 5", "nothing"},
		{"C08 one other", onScale(1, 0, 0, 0, 9), 2, "class: at least 8 chose 5", "nothing"},
		{"C08 two others", onScale(2, 0, 0, 0, 8), 2, "class: at least 8 chose 5", "nothing"},
		{"C08 one neighbour", onScale(0, 0, 1, 0, 11), 2, "class: at least 10 chose 5", "nothing"},
		{"C08 spread, mean 4.5", onScale(0, 0, 0, 6, 6), 2, "distribution", "mean 4.50"},
		{"C08 spread", onScale(0, 1, 2, 5, 4), 2, "distribution", "mean 4.00"},
		{"C08 20 of 22", onScale(0, 0, 0, 2, 20), 2, "class: at least 20 chose 5", "nothing"},
		{"C08 20 of 23", onScale(0, 0, 0, 3, 20), 2, "distribution", "mean 4.87"},
		{"C14 as a mean", onScale(0, 0, 0, 1, 7), 1, "nothing", "band 4.4 to 5.0"},
		{"C14 least of the class", onScale(0, 0, 0, 5, 3), 1, "nothing", "band 4.4 to 5.0"},
		{"C14 outside the class", onScale(0, 0, 0, 6, 2), 1, "nothing", "mean 4.25"},
		{"C14 low end", onScale(7, 1, 0, 0, 0), 1, "nothing", "band 1.0 to 1.6"},
		{"C28 married", onScale(6, 0), 2, "nothing", "band 1.0 to 1.3"},
		{"C28 divorced", onScale(5, 1), 2, "nothing", "band 1.0 to 1.3"},
		{"C28 single", onScale(2, 2), 2, "nothing", "nothing"},
		{"near the end, not alike", onScale(0, 0, 0, 3, 5), 2, "distribution", "mean 4.62"},
		{"fewer than k_distribution", onScale(0, 1, 2, 2, 2), 2, "nothing", "mean 3.71"},
		{"all in the middle, no distribution", onScale(0, 0, 9, 0, 0), 1, "nothing", "mean 3.00"},
	} {
		distribution, mean := standard.forms(c.answers, c.rung)
		if show(distribution) != c.distribution || show(mean) != c.mean {
			t.Errorf("%s %v: got %s, %s; want %s, %s", c.id, c.answers.counts, show(distribution), show(mean), c.distribution, c.mean)
		}
	}
}

// TestClassesThatMeetPrintNothing has four people on a scale of two points: a
// band at one end would say that the result is not at the other.
func TestClassesThatMeetPrintNothing(t *testing.T) {
	four := standard
	four.K = 4
	for _, counts := range [][]int{{4, 0}, {3, 1}, {2, 2}, {0, 4}} {
		if distribution, mean := four.forms(onScale(counts...), 1); show(distribution) != "nothing" || show(mean) != "nothing" {
			t.Errorf("%v: got %s, %s; want nothing", counts, show(distribution), show(mean))
		}
	}
}

// TestNoDatasetLeavesOneAnswer is rule 0 by enumeration: for 5 to 11 people
// and one insider, whatever everybody answered, what is printed leaves each
// other person at least two possible answers.
func TestNoDatasetLeavesOneAnswer(t *testing.T) {
	for n := 5; n <= 11; n++ {
		for rung := 1; rung <= 2; rung++ {
			printed := make(map[string][][]int)
			each(n, 5, func(counts []int) {
				key := exactly(standard.forms(onScale(counts...), rung))
				printed[key] = append(printed[key], append([]int(nil), counts...))
			})
			for key, datasets := range printed {
				checkInsiders(t, n, key, datasets)
			}
		}
	}
}

// exactly writes what is printed with more digits than are: the worst case.
func exactly(distribution, mean Cell) string {
	return fmt.Sprint(distribution.Form, distribution.Counts, mean.Form, mean.Value, mean.Lo, mean.Hi)
}

// checkInsiders takes each answer as an insider's own and unites the others'
// answers over all datasets that print alike.
func checkInsiders(t *testing.T, n int, key string, datasets [][]int) {
	t.Helper()
	for own := range 5 {
		possible, holds := make(map[int]bool), false
		for _, counts := range datasets {
			if counts[own] == 0 {
				continue
			}
			holds = true
			for v, c := range counts {
				if v == own {
					c--
				}
				if c > 0 {
					possible[v] = true
				}
			}
		}
		if holds && len(possible) < 2 {
			t.Errorf("n=%d, printed %s: who answered %d knows everybody's answer", n, key, own+1)
		}
	}
}

// each gives every way in which n people spread over points.
func each(n, points int, visit func([]int)) {
	counts := make([]int, points)
	var place func(point, left int)
	place = func(point, left int) {
		if point == points-1 {
			counts[point] = left
			visit(counts)
			return
		}
		for c := 0; c <= left; c++ {
			counts[point] = c
			place(point+1, left-c)
		}
	}
	place(0, n)
}
