package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
)

// TestFormNeverTells is rule 0, by trying everything: for 5 to 12 people, one
// insider and scales of 3 and 5 points, it prints every possible set of answers
// to a question. Of each printed form and value, and for each answer that the
// insider may have given, the datasets that print so must leave another person
// at least two answers.
func TestFormNeverTells(t *testing.T) {
	printed := 0
	for _, points := range []int{3, 5} {
		for n := 5; n <= 12; n++ {
			p := defaultPolicy
			p.memory = &suppress.Memory{}
			data := alone(n, points)
			left := make(map[string][]map[int]bool) // by print, by the insider's answer, what another may have answered
			eachMultiset(n, points, func(counts []int) {
				key := printOf(p, data, counts)
				if left[key] == nil {
					left[key] = make([]map[int]bool, points)
				}
				for own, count := range counts {
					if count == 0 {
						continue
					}
					if left[key][own] == nil {
						left[key][own] = make(map[int]bool)
					}
					for other, count := range counts {
						if count > 1 || count == 1 && other != own {
							left[key][own][other+1] = true
						}
					}
				}
			})
			printed += len(left)
			for _, key := range sortedKeys(left) {
				for own, others := range left[key] {
					if len(others) == 1 {
						t.Errorf("%d people, scale 1 to %d, insider answered %d: all others answered %v by\n%s", n, points, own+1, others, key)
					}
				}
			}
		}
	}
	t.Logf("%d prints", printed)
}

// alone is a cohort whose people nothing tells apart, and who all answered one
// question before and after.
func alone(n, points int) microdata.Cohort {
	data := cohortOf(n, sales, answered(1), answered(1))
	for i := range data.People {
		data.People[i].Role, data.People[i].Grade = microdata.Mentor, ""
	}
	data.Pairs, data.Sessions, data.Questions = nil, nil, data.Questions[:1]
	data.Questions[0].Scale = data.Questions[0].Scale[:points]
	for i := range data.Waves[0].Answers {
		data.Waves[0].Answers[i].Value = 1 + i%points
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

// printOf is everything that is printed of the answers after the program.
func printOf(p Policy, data microdata.Cohort, counts []int) string {
	data.Waves = slices.Clone(data.Waves)
	answers := slices.Clone(data.Waves[1].Answers)
	person := 0
	for point, count := range counts {
		for range count {
			answers[person].Value = point + 1
			person++
		}
	}
	data.Waves[1].Answers = answers
	var b strings.Builder
	for _, table := range protect(data, p).tables {
		if strings.HasPrefix(table.id, "survey.") || strings.HasPrefix(table.id, "theme.") {
			fmt.Fprintln(&b, table.id, table.statistic, table.cells)
		}
	}
	return b.String()
}
