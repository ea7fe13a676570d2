package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
)

// TestFormNeverTells is rule 0, by trying everything: for 5 to 12 people and one
// insider it prints every possible set of answers to a question after the
// program. Of each printed form and value, and for each answer that the insider
// may have given, the datasets that print so must leave another person at least
// two answers. On the scale from 0 to 10 the shares of promoters and the score
// stand beside the distribution; with the thresholds raised, means and
// near-extreme bands stand alone.
func TestFormNeverTells(t *testing.T) {
	means := defaultPolicy
	means.kDistribution = 13 // no distribution: the mean and its band, for all sizes
	floor := defaultPolicy
	floor.kDistribution = 5
	for _, scale := range []struct {
		name     string
		policy   Policy
		from, to int
		most     int // people, 12 where all is asked for
	}{
		{"1 to 3", defaultPolicy, 1, 3, 12}, {"1 to 5", defaultPolicy, 1, 5, 12}, {"0 to 10", floor, 0, 10, many(7, 6)}, {"0 to 10 by default", defaultPolicy, 0, 10, many(9, 5)},
		{"1 to 2", defaultPolicy, 1, 2, 12}, {"means, 1 to 3", means, 1, 3, 12}, {"means, 1 to 5", means, 1, 5, 12},
	} {
		t.Run(scale.name, func(t *testing.T) {
			t.Parallel()
			forms := make(map[string]int)
			for n := 5; n <= scale.most; n++ {
				p := scale.policy
				p.memory = &suppress.Memory{}
				data := alone(n, scale.from, scale.to)
				left := make(printsLeft)
				eachMultiset(n, scale.to-scale.from+1, func(counts []int) {
					left.add(printOf(p, data, counts, forms), counts)
				})
				left.check(t, n, scale.name)
			}
			t.Logf("%v", forms)
			if scale.name == "0 to 10" && (forms["recommend"] == 0 || forms["rate Band"] == 0) {
				t.Errorf("no share of promoters was printed: %v", forms)
			}
			wants := []string{"mean Band", "mean Number", "rate Band", "rate Number", "distribution Class", "distribution Distribution"}
			if scale.policy.kDistribution > 12 {
				wants = wants[:2]
			}
			for _, want := range wants {
				if scale.most == 12 && scale.to > 2 && forms[want] == 0 {
					t.Errorf("%s: never printed, so never held: %v", want, forms)
				}
			}
		})
	}
}

// printsLeft is, by print and by the insider's answer, what another person may
// have answered.
type printsLeft map[string][]map[int]bool

func (left printsLeft) add(print string, counts []int) {
	if left[print] == nil {
		left[print] = make([]map[int]bool, len(counts))
	}
	for own, count := range counts {
		if count == 0 {
			continue
		}
		if left[print][own] == nil {
			left[print][own] = make(map[int]bool)
		}
		for other, count := range counts {
			if count > 1 || count == 1 && other != own {
				left[print][own][other] = true
			}
		}
	}
}

func (left printsLeft) check(t *testing.T, n int, scale string) {
	t.Helper()
	for _, key := range sortedKeys(left) {
		for own, others := range left[key] {
			if len(others) == 1 {
				t.Errorf("%d people, scale %s, insider answered point %d: all others answered %v by\n%s", n, scale, own, others, key)
			}
		}
	}
}

// TestChangeNeverTells is rule 0 for the change: it prints every possible set of
// answers before and after, together. Whoever knows his own two must be left two
// answers of another person, before and after.
func TestChangeNeverTells(t *testing.T) {
	var changes atomic.Int64
	for _, c := range []struct{ points, least, most int }{{2, 5, 12}, {3, 5, many(9, 7)}, {4, 5, many(6, 5)}} {
		for n := c.least; n <= c.most; n++ {
			t.Run(fmt.Sprint(n, " on ", c.points), func(t *testing.T) {
				t.Parallel()
				changes.Add(int64(changeTells(t, n, c.points)))
			})
		}
	}
	t.Cleanup(func() {
		if changes.Load() == 0 {
			t.Error("no change was printed: nothing was held")
		}
	})
}

// changeTells prints every possible set of answers of n people before and after,
// and counts the changes that print.
func changeTells(t *testing.T, n, points int) (changes int) {
	p := defaultPolicy
	p.memory = &suppress.Memory{}
	data := alone(n, 1, points)
	left := make(map[string][][2]map[int]bool) // by print and own pair of answers
	eachMultiset(n, points*points, func(counts []int) {
		key := printBoth(p, data, counts, points)
		if left[key] == nil {
			left[key] = make([][2]map[int]bool, len(counts))
		}
		if strings.Contains(key, "change difference [{[] 1") {
			changes++
		}
		for own, count := range counts {
			if count == 0 {
				continue
			}
			if left[key][own][0] == nil {
				left[key][own] = [2]map[int]bool{make(map[int]bool), make(map[int]bool)}
			}
			for other, count := range counts {
				if count > 1 || count == 1 && other != own {
					left[key][own][0][other/points], left[key][own][1][other%points] = true, true
				}
			}
		}
	})
	for _, key := range sortedKeys(left) {
		for own, others := range left[key] {
			if len(others[0]) == 1 || len(others[1]) == 1 {
				t.Errorf("%d people, scale of %d, insider answered %d then %d: all others %v by\n%s", n, points, own/points+1, own%points+1, others, key)
			}
		}
	}
	return changes
}

// alone is a cohort whose people nothing tells apart, and who all answered one
// question before and after. On the scale from 0 to 10 it is that of
// recommendation.
func alone(n, from, to int) microdata.Cohort {
	data := cohortOf(n, sales, answered(1), answered(1))
	for i := range data.People {
		data.People[i].Role, data.People[i].Grade = microdata.Mentor, ""
	}
	data.Pairs, data.Sessions, data.Questions = nil, nil, data.Questions[:1]
	q := &data.Questions[0]
	q.Scale = nil
	for v := from; v <= to; v++ {
		q.Scale = append(q.Scale, microdata.Point{Value: v})
	}
	if to == 10 {
		q.Theme = "recommend"
	}
	for i := range data.Waves[0].Answers {
		data.Waves[0].Answers[i].Value = from + i%(to-from+1)
	}
	return data
}

// eachMultiset counts through all ways in which n people can answer.
func eachMultiset(n, points int, visit func(counts []int)) {
	counts := make([]int, points)
	var fill func(point, left int)
	fill = func(point, left int) {
		if point == points-1 {
			counts[point] = left
			visit(counts)
			return
		}
		for counts[point] = 0; counts[point] <= left; counts[point]++ {
			fill(point+1, left-counts[point])
		}
	}
	fill(0, n)
}

// printOf is everything that is printed of the answers after the program. It
// counts the forms of each statistic.
func printOf(p Policy, data microdata.Cohort, counts []int, forms map[string]int) string {
	data.Waves = slices.Clone(data.Waves)
	answers := slices.Clone(data.Waves[1].Answers)
	person := 0
	for point, count := range counts {
		for range count {
			answers[person].Value = data.Questions[0].Scale[point].Value
			person++
		}
	}
	data.Waves[1].Answers = answers
	var b strings.Builder
	for _, table := range protect(data, p).tables {
		if table.base[0] == "survey" {
			fmt.Fprintln(&b, table.id, table.statistic, table.cells)
			forms[table.statistic+" "+[]string{"Withheld", "Number", "Band", "Distribution", "Class"}[table.cells[0].form]]++
			if strings.HasPrefix(table.id, "recommend.") && table.cells[0].form != Withheld {
				forms["recommend"]++
			}
		}
	}
	return b.String()
}

// printBoth is everything that is printed of a question that people answered
// before and after; counts are of pairs of answers.
func printBoth(p Policy, data microdata.Cohort, counts []int, points int) string {
	data.Waves = slices.Clone(data.Waves)
	person := 0
	for w := range data.Waves {
		data.Waves[w].Answers = slices.Clone(data.Waves[w].Answers)
	}
	for pair, count := range counts {
		for range count {
			data.Waves[0].Answers[person].Value, data.Waves[1].Answers[person].Value = 1+pair/points, 1+pair%points
			person++
		}
	}
	var b strings.Builder
	for _, table := range protect(data, p).tables {
		if table.base[0] == "survey" {
			fmt.Fprintln(&b, table.id, table.statistic, table.cells[:1]) // all cells are of the same people
		}
	}
	return b.String()
}
