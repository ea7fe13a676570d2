package disclosure

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"kohort/generator/figure"
)

// midwayCells protects what one group of people answered to one question, and
// gives the cells of the whole cohort by statistic.
func midwayCells(t *testing.T, counts []int, policy Policy) map[string]Cell {
	t.Helper()
	c := Cohort{tables: protect(worldOf([][]int{counts}, len(counts)), policy).tables}
	out := make(map[string]Cell)
	for _, statistic := range []string{"distribution", "mean", "rate"} {
		out[statistic] = at(t, c, "survey.trust.mid", statistic)
	}
	return out
}

func caseForms(t *testing.T, c workedCase) {
	want := decodeCase[[]struct {
		Counts []int `json:"counts_1_to_5"`
		Form   string
	}](t, c.Expected)
	for i, in := range decodeCase[[]struct {
		Counts []int `json:"counts_1_to_5"`
	}](t, c.Input) {
		got, cells := "", midwayCells(t, in.Counts, defaultPolicy)
		switch cell := cells["distribution"]; cell.form {
		case Class:
			got = fmt.Sprintf("class: at least %d chose %d", cell.counts[0].People, cell.counts[0].Value)
			if cells["mean"].form != Withheld {
				t.Errorf("%v: a mean beside the class", in.Counts)
			}
		case Distribution:
			got = "distribution"
		}
		if got != want[i].Form || !slices.Equal(want[i].Counts, in.Counts) {
			t.Errorf("%v: %s, want %s", in.Counts, got, want[i].Form)
		}
	}
}

func caseRounding(t *testing.T, c workedCase) {
	type group struct {
		N    int
		Mean string
	}
	in := decodeCase[struct{ Cohort, DeptA group }](t, c.Input)
	want := decodeCase[struct {
		Cohort [2]int         `json:"sum_cohort"`
		A      [2]int         `json:"sum_A"`
		B      [2]int         `json:"sum_B_interval"`
		Most   map[string]int `json:"one_decimal_max_candidate_sums"`
	}](t, c.Expected)
	var s integers
	lo, hi := sumsThatPrint(in.DeptA.Mean, in.DeptA.N, 1, 1, in.DeptA.N, 5*in.DeptA.N)
	a, got := s.unknown(lo, hi, lo), [3][2]int{1: {lo, hi}}
	others := in.Cohort.N - in.DeptA.N
	rest := s.unknown(others, 5*others, 3*others)
	lo, hi = sumsThatPrint(in.Cohort.Mean, in.Cohort.N, 1, 1, in.Cohort.N, 5*in.Cohort.N)
	s.total(lo, hi, a, rest)
	got[0] = [2]int{lo, hi}
	got[2][0], got[2][1], _ = s.ends(rest, unlimited)
	if got != [3][2]int{want.Cohort, want.A, want.B} {
		t.Errorf("sums of the cohort, A and B %v, want %+v", got, want)
	}
	for _, n := range sortedKeys(want.Most) {
		people, most := int(number(n)), 0
		for mean := 10; mean <= 50; mean++ {
			lo, hi := sumsThatPrint(decimal(float64(mean)/10, 1), people, 1, 1, people, 5*people)
			most = max(most, hi-lo+1)
		}
		if most != want.Most[n] {
			t.Errorf("a mean of %s with one decimal stands for up to %d sums, want %d", n, most, want.Most[n])
		}
	}
	for n := 1; n <= 60; n++ {
		for hundredths := 100; hundredths <= 500; hundredths++ {
			if lo, hi := sumsThatPrint(decimal(float64(hundredths)/100, 2), n, 1, 2, n, 5*n); hi > lo {
				t.Fatalf("a mean of %d over %d stands for the sums %d to %d", hundredths, n, lo, hi)
			}
		}
	}
}

// meanAndSD are those of answers 1 to 5 by their counts.
func meanAndSD(counts []int) (mean, sd float64) {
	n, sum, squares := 0.0, 0.0, 0.0
	for i, c := range counts {
		v := float64(i + 1)
		n, sum, squares = n+float64(c), sum+v*float64(c), squares+v*v*float64(c)
	}
	mean = sum / n
	return mean, math.Sqrt(max(0, squares-n*mean*mean) / (n - 1))
}

// caseSpread enumerates what a mean and an SD leave, and holds that no SD, and
// nothing that one follows from, is a figure of a release.
func caseSpread(t *testing.T, c workedCase) {
	want := decodeCase[[]struct {
		Solutions [][]int
		Number    int `json:"number_of_solutions"`
	}](t, c.Expected)
	for i, in := range decodeCase[[]struct {
		N        int
		Mean, SD float64
	}](t, c.Input) {
		var found [][]int
		decimals := 2
		if want[i].Solutions == nil {
			decimals = 1
		}
		eachMultiset(in.N, 5, func(counts []int) {
			if mean, sd := meanAndSD(counts); round(mean, decimals) == in.Mean && round(sd, decimals) == in.SD {
				found = append(found, slices.Clone(counts))
			}
		})
		if want[i].Solutions == nil {
			if len(found) != want[i].Number {
				t.Errorf("n %d, mean %v, SD %v: %d solutions, want %d", in.N, in.Mean, in.SD, len(found), want[i].Number)
			}
			continue
		}
		if !slices.EqualFunc(found, want[i].Solutions, slices.Equal) {
			t.Errorf("n %d, mean %v, SD %v: %v, want %v", in.N, in.Mean, in.SD, found, want[i].Solutions)
		}
	}
	for _, statistic := range []figure.Statistic{"sd", "variance", "interval", "median", "minimum", "maximum"} {
		for _, id := range []string{"survey.trust.after", "survey.trust.change", "sessions.minutes", "matching.days"} {
			if _, listed := figure.Lookup(id, statistic); listed {
				t.Errorf("%s of %s is on the list of figures", statistic, id)
			}
		}
	}
	spreadBesideFew(t)
}

// spreadBesideFew has nine people, too few for an interval or an effect.
func spreadBesideFew(t *testing.T) {
	t.Helper()
	c, _ := releaseOf(t, cohortOf(9, sales, spread, func(i int) int { return 2 + i%4 }))
	if cell := at(t, c, "survey.trust.change", "difference"); cell.form != Number || cell.hasInterval || cell.effect != "" {
		t.Errorf("the change of nine people: %+v, want a number alone", cell)
	}
}

func caseNearTheEnd(t *testing.T, c workedCase) {
	in := decodeCase[struct {
		N    int
		Mean string
	}](t, c.Input)
	want := decodeCase[struct {
		Sum   int
		Only  [][]int `json:"only_multiset"`
		Worst []struct {
			Answers []int
			Width   int
		} `json:"worst_insider_interval_width"`
		Printed string
	}](t, c.Expected)
	if lo, hi := sumsThatPrint(in.Mean, in.N, 1, 1, in.N, 5*in.N); lo != want.Sum || hi != want.Sum {
		t.Errorf("sums %d to %d, want %d", lo, hi, want.Sum)
	}
	var only [][]int
	eachMultiset(in.N, 5, func(counts []int) {
		if mean, _ := meanAndSD(counts); mean*float64(in.N) == float64(want.Sum) {
			only = append(only, slices.Clone(counts))
		}
	})
	if len(only) != 1 || !slices.Equal(only[0], countsOf(want.Only[0])) {
		t.Errorf("answers that print so: %v, want %v", only, want.Only)
	}
	for _, w := range want.Worst {
		if got := worstWidth(w.Answers); got != w.Width {
			t.Errorf("%v: another's answer keeps a width of %d for some insider, want %d", w.Answers, got, w.Width)
		}
	}
	means := defaultPolicy
	means.kDistribution = in.N + 1 // so that the mean stands alone
	cell := midwayCells(t, countsOf(want.Only[0]), means)["mean"]
	if got := decimal(cell.lo, 1) + " or higher"; cell.form != Band || cell.hi != 5 || got != want.Printed {
		t.Errorf("prints %+v, want %s", cell, want.Printed)
	}
}

func countsOf(answers []int) []int {
	counts := make([]int, 5)
	for _, a := range answers {
		counts[a-1]++
	}
	return counts
}

// worstWidth is how far another's answer can lie apart for the insider who
// knows most of it, the sum being known.
func worstWidth(answers []int) int {
	sum, worst := 0, 4
	for _, a := range answers {
		sum += a
	}
	for _, own := range answers {
		others, rest := len(answers)-1, sum-own
		worst = min(worst, min(5, rest-(others-1))-max(1, rest-5*(others-1)))
	}
	return worst
}
