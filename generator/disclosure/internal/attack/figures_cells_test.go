package attack

import (
	"fmt"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// oneQuestion is a cohort of mentors who answered one question in a wave, on a
// scale from least to most.
func oneQuestion(theme, wave string, least, most int, answers ...int) microdata.Cohort {
	c := microdata.Cohort{Questions: []microdata.Question{{Code: "q", Theme: theme, Good: "high"}}, Waves: []microdata.Wave{{Name: wave}}}
	for v := least; v <= most; v++ {
		c.Questions[0].Scale = append(c.Questions[0].Scale, microdata.Point{Value: v})
	}
	for p, v := range answers {
		c.People = append(c.People, microdata.Person{Role: microdata.Mentor})
		c.Waves[0].Answers = append(c.Waves[0].Answers, microdata.Answer{Person: p, Value: v})
	}
	return c
}

// shareOf prints the share of answers of at least so much, and nothing else.
func shareOf(id string, least int) Print {
	return func(c microdata.Cohort) []Table {
		n, in := len(c.Waves[0].Answers), 0
		for _, a := range c.Waves[0].Answers {
			if a.Value >= least {
				in++
			}
		}
		value := float64(int(100*float64(in)/float64(n) + 0.5))
		return []Table{{ID: id, Statistic: "rate", Cells: []Cell{{Form: Exact, N: n, Value: value}}}}
	}
}

// weekMean prints the mean of one week of a pulse.
func weekMean(c microdata.Cohort) []Table {
	n, total := len(c.Waves[0].Answers), 0
	for _, a := range c.Waves[0].Answers {
		total += a.Value
	}
	value := float64(int(float64(total)/float64(n)*10+0.5)) / 10
	return []Table{{ID: "pulse.q", Statistic: "mean", Decimals: 1, Cells: []Cell{{At: []Level{{"week", "2025-06-02"}}, Form: Exact, N: n, Value: value}}}}
}

// TestTwinsOfOtherFigures has figures beside the survey's own tell somebody's
// answer where nothing else of the question is printed.
func TestTwinsOfOtherFigures(t *testing.T) {
	for _, c := range []struct {
		name  string
		data  microdata.Cohort
		print Print
		want  string
	}{
		{"recommend alone, all promoters", oneQuestion("recommend", "after", 0, 10, 9, 10, 9, 10, 9, 10, 9, 10), shareOf("recommend.promoters", 9), ""},
		{"a week of a pulse", oneQuestion("", "pulse-2025-06-02", 1, 5, 2, 3, 4, 3, 5, 1, 3, 4), weekMean, ""},
		{"a week in which all are at the top", oneQuestion("", "pulse-2025-06-02", 1, 5, 5, 5, 5, 5, 5, 5), weekMean, "q.pulse-2025-06-02"},
		{"a week in which all but one are", oneQuestion("", "pulse-2025-06-02", 1, 5, 5, 5, 5, 5, 5, 4), weekMean, "q.pulse-2025-06-02"},
		{"favourable, of two answers", oneQuestion("", "mid", 0, 1, 1, 1, 1, 0, 1, 0), shareOf("survey.q.mid", 1), ""},
		{"favourable, all", oneQuestion("", "mid", 0, 1, 1, 1, 1, 1, 1, 1), shareOf("survey.q.mid", 1), "q.mid"},
		{"favourable, all but one, who knows it", oneQuestion("", "mid", 0, 1, 1, 1, 1, 1, 1, 0), shareOf("survey.q.mid", 1), "q.mid"},
	} {
		got := ""
		for _, f := range Twins(c.data, c.print(c.data), pairLimits, c.print, nil) {
			got += f.Series
		}
		if got != c.want {
			t.Errorf("%s: no twin for %q, want %q", c.name, got, c.want)
		}
	}
}

// TestOnlyRecommendTells has one printed figure: the share of promoters of
// people who can have answered 9 or more alone. Where all did, and the scale
// leaves each of them two answers, the width of one is kept and one of two is
// not.
func TestOnlyRecommendTells(t *testing.T) {
	c := oneQuestion("recommend", "after", 0, 10, 9, 10, 9, 10, 9, 10, 9, 10)
	print := shareOf("recommend.promoters", 9)
	limits := pairLimits
	if got := Twins(c, print(c), limits, print, nil); len(got) != 0 {
		t.Errorf("9 or 10: %v, want twins", got)
	}
	limits.Width = 2
	got := Twins(c, print(c), limits, print, nil)
	if len(got) != 1 || got[0].Series != "q.after" || got[0].Kind != NoTwin {
		t.Errorf("9 or 10, and an answer two away is asked for: %v, want none for q.after", got)
	}
}

// TestWeightsOfShares gives what each share counts.
func TestWeightsOfShares(t *testing.T) {
	q := oneQuestion("recommend", "after", 0, 10).Questions[0]
	for _, c := range []struct {
		measure string
		want    []int
	}{
		{"promoters", []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}},
		{"passives", []int{0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0}},
		{"detractors", []int{1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0}},
		{"score", []int{-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1}},
	} {
		if got := promoting(q, c.measure); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.measure, got, c.want)
		}
	}
	r := newReader(microdata.Cohort{}, pairLimits)
	for _, c := range []struct {
		cell Cell
		n    int
		want interval
	}{
		{Cell{Form: Coarse, Lo: 75, Hi: 100}, 8, interval{6, 8}},
		{Cell{Form: Coarse, Lo: 0, Hi: 25}, 8, interval{0, 2}},
		{Cell{Form: Coarse, Lo: 99, Hi: 100}, 400, interval{398, 400}}, // to the last person, whatever the decimals
		{Cell{Form: Exact, Value: 50}, 8, interval{4, 4}},
	} {
		if got := r.parts(c.n, Table{Statistic: "rate"}, c.cell); got != c.want {
			t.Errorf("%+v of %d: %v, want %v", c.cell, c.n, got, c.want)
		}
	}
}

// TestTwinsKeepIntervals has a change whose interval or effect a twin would
// move: such a twin does not count.
func TestTwinsKeepIntervals(t *testing.T) {
	cell := Cell{Form: Exact, N: 12, Value: 0.5, Interval: [2]float64{0.1, 0.9}}
	table := Table{ID: "survey.trust.change", Statistic: "difference", Cells: []Cell{cell}}
	for name, change := range map[string]func(*Cell){
		"interval": func(c *Cell) { c.Interval[1] = 0.8 },
		"effect":   func(c *Cell) { c.Effect = "small" },
	} {
		other := Table{ID: table.ID, Statistic: table.Statistic, Cells: slices.Clone(table.Cells)}
		change(&other.Cells[0])
		if sameTable(table, other) {
			t.Errorf("another %s counts as the same", name)
		}
	}
}

// TestPercentages is C19: 91.7 % of 2 to 14 people is 11 of 12, and nothing
// else.
func TestPercentages(t *testing.T) {
	got := ""
	for n := 2; n <= 14; n++ {
		if i := scaledSums(91.7, n, 100, 1); i.lo <= i.hi {
			got += fmt.Sprint(i.lo, i.hi, "/", n)
		}
	}
	if want := "11 11/12"; got != want {
		t.Errorf("C19: %q, want %q", got, want)
	}
}
