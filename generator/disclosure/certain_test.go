package disclosure

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// searchNodes bounds each search of the independent attacker. What it leaves
// undecided is counted and logged.
const searchNodes = 400

// TestNoAnswerIsCertain gives the bytes of random releases, most of them
// skewed and some with every figure of the list, to the independent attacker:
// no insider may be certain of anybody's answer.
func TestNoAnswerIsCertain(t *testing.T) {
	n := many(150, 12)
	found := make([]outcome, n)
	inParallel(t, 55, n, func(t *testing.T, i int, rng *rand.Rand) {
		s := shapes(rng, i)
		data := random(rng, s)
		if i%3 == 0 {
			data = full(rng, s)
		}
		c, _ := releaseOf(t, data)
		if found[i] = newColleague(t, data, encode(c, "")).attack(t, searchNodes); found[i].certain > 0 {
			t.Errorf("cohort %d (%+v): %d times an insider is certain of an answer", i, s, found[i].certain)
		}
	})
	t.Cleanup(func() {
		var total outcome
		for _, o := range found {
			total.add(o)
		}
		t.Logf("%d cohorts: %+v", n, total)
		if total.searched == 0 || 50*total.undecided > total.asked {
			t.Errorf("%+v: nothing to search for, or too little decided", total)
		}
	})
}

// TestIndependentAttackerHasTeeth gives it what would be printed without the
// attack before a release: some answers are certain then.
func TestIndependentAttackerHasTeeth(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	broken := 0
	for i := range 40 {
		s := shapes(rng, i)
		s.high = 0.9
		data := random(rng, s)
		c := describe(data, defaultPolicy)
		c.tables, c.release = protect(inOrder(data), defaultPolicy).tables, 1
		if newColleague(t, data, encode(c, "")).attack(t, searchNodes).certain > 0 {
			broken++
		}
	}
	if broken == 0 {
		t.Error("none of 40 skewed cohorts gives an answer away without the attack: the attacker finds nothing")
	}
	t.Logf("%d of 40 cohorts give an answer away without the attack before a release", broken)
}

// TestEveryDatasetThatPrintsAlike tries everything: of small cohorts it makes
// each dataset that there can be, releases it, and takes together those whose
// releases are the same bytes. To whoever knows the program, what was withheld
// and why included, these are all that may be; each insider must be left two
// answers of each other person.
func TestEveryDatasetThatPrintsAlike(t *testing.T) {
	for _, c := range []struct {
		sizes  []int // people by department
		points int
		always bool
	}{
		{[]int{8}, 5, true}, {[]int{10}, 5, false}, {[]int{6, 3}, 3, true}, {[]int{5, 4}, 4, false},
		{[]int{5, 5}, 3, true}, {[]int{6, 6}, 3, false}, {[]int{8, 5}, 3, false}, {[]int{8, 8}, 3, false}, {[]int{6, 5}, 4, false},
		{[]int{5, 3, 2}, 3, false}, {[]int{9, 3, 2}, 3, false},
	} {
		if !c.always && many(1, 0) == 0 {
			continue
		}
		t.Run(fmt.Sprint(c.sizes, c.points), func(t *testing.T) {
			t.Parallel()
			worlds := make(map[string][][][]int) // counts by department and point
			total, told := 0, 0
			eachWorld(c.sizes, c.points, nil, func(counts [][]int) {
				release, problems := releaseOf(t, worldOf(counts, c.points))
				if len(problems) > 0 {
					t.Fatalf("%v: problems %v", counts, ids(problems))
				}
				key := string(encode(release, ""))
				worlds[key] = append(worlds[key], counts)
				total++
			})
			for _, key := range sortedKeys(worlds) {
				told += certainIn(worlds[key], c.points)
			}
			t.Logf("%d datasets, %d releases; %d times an insider is certain of a department's answers", total, len(worlds), told)
			if told > 0 {
				t.Errorf("%d times an insider is certain of a department's answers", told)
			}
		})
	}
}

// eachWorld counts through all answers of departments of given sizes.
func eachWorld(sizes []int, points int, chosen [][]int, visit func([][]int)) {
	if len(sizes) == 0 {
		visit(append([][]int(nil), chosen...))
		return
	}
	eachMultiset(sizes[0], points, func(counts []int) {
		eachWorld(sizes[1:], points, append(chosen[:len(chosen):len(chosen)], append([]int(nil), counts...)), visit)
	})
}

// worldOf is a cohort whose people answered one question midway.
func worldOf(counts [][]int, points int) microdata.Cohort {
	c := random(rand.New(rand.NewPCG(1, 1)), shape{people: 0, departments: 1})
	c.Questions = c.Questions[:1]
	c.Questions[0].Scale = c.Questions[0].Scale[:points]
	c.Waves = []microdata.Wave{{Name: "mid", Closed: c.AsOf}}
	w := &c.Waves[0]
	for d, byPoint := range counts {
		for point, n := range byPoint {
			for range n {
				person := len(c.People)
				c.People = append(c.People, microdata.Person{ID: fmt.Sprintf("E%04d", person), Role: microdata.Mentor, Department: departments[d]})
				w.Responded = append(w.Responded, true)
				w.Answers = append(w.Answers, microdata.Answer{Person: person, Question: 0, Value: point + 1})
			}
		}
	}
	return c
}

// certainIn counts, in datasets that print alike, the departments of which an
// insider who gave some answer knows another's: each once for his department
// and answer.
func certainIn(worlds [][][]int, points int) (certain int) {
	departments := len(worlds[0])
	for d := range departments {
		for own := range points {
			left := make([]map[int]bool, departments)
			for e := range left {
				left[e] = make(map[int]bool)
			}
			for _, counts := range worlds {
				if counts[d][own] == 0 {
					continue
				}
				for e, byPoint := range counts {
					for point, n := range byPoint {
						if n > 1 || n == 1 && (e != d || point != own) {
							left[e][point] = true
						}
					}
				}
			}
			for _, answers := range left {
				if len(answers) == 1 {
					certain++
				}
			}
		}
	}
	return certain
}
