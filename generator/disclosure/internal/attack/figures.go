package attack

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// series is everybody's answer to one question in one wave: what a twin
// changes.
type series struct {
	question, wave int
	name           string // trust.after
	values         []int  // of the points of the scale, lowest first
	points         []int  // by person, the index of the answer in values; -1 where there is none
}

// figure is one printed number as what it says of answers: the sum of weights
// over its people lies between two whole numbers. Weights stand by series and
// point of the scale.
type figure struct {
	name    string
	people  []int
	weights map[string][]int // by the name of a series
	between interval
	exact   bool // printed as a number, which rounding alone makes an interval
	// Of an earlier release, by series: the people whose present answer it
	// counts, in place of people, and the numbers of answers replaced since. Of
	// these rest is the sum, which is not known where the figure is open.
	by, gone map[string][]int
	rest     int
	open     bool
	slots    []PastSlot // all that it counts
	cell     Table      // alone
	release  int
	scale    microdata.Question
	ledger   bool // no figure: how many corrected their answer, which the ledger knows
}

// newSeries reads the answers of a question in a wave.
func newSeries(c microdata.Cohort, question, wave int) series {
	q := c.Questions[question]
	s := series{question: question, wave: wave, name: q.Code + "." + c.Waves[wave].Name, points: make([]int, len(c.People))}
	for _, p := range q.Scale {
		s.values = append(s.values, p.Value)
	}
	for i := range s.points {
		s.points[i] = -1
	}
	for _, a := range c.Waves[wave].Answers {
		if a.Question == question && c.People[a.Person].Withdrawn.IsZero() {
			s.points[a.Person] = slices.Index(s.values, a.Value)
		}
	}
	return s
}

// sum adds up a figure's weights over answers, given by series and person.
func (f figure) sum(answers map[string][]int) int {
	total := f.rest
	for name, weights := range f.weights {
		points := answers[name]
		for _, p := range f.of(name) {
			if points[p] >= 0 {
				total += weights[points[p]]
			}
		}
	}
	return total
}
