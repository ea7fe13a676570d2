package attack

import (
	"slices"
	"strings"

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
	total := 0
	for name, weights := range f.weights {
		points := answers[name]
		for _, p := range f.people {
			if points[p] >= 0 {
				total += weights[points[p]]
			}
		}
	}
	return total
}

// figures reads the printed cells about the questions of a family. Tables that
// it does not read are held by printing a twin again.
func (r *reader) figures(questions []int, tables []Table) []figure {
	var out []figure
	for _, t := range tables {
		rest, isSurvey := strings.CutPrefix(t.ID, "survey.")
		dot := strings.LastIndexByte(rest, '.')
		if !isSurvey || dot < 0 {
			continue
		}
		code, measure := rest[:dot], rest[dot+1:]
		q := slices.IndexFunc(questions, func(q int) bool { return r.cohort.Questions[q].Code == code })
		if q < 0 {
			continue
		}
		for _, c := range t.Cells {
			if c.Form != Withheld {
				out = append(out, r.cellFigures(questions[q], measure, t, c)...)
			}
		}
	}
	return out
}

// cellFigures gives what one printed cell says: one figure, or one for each
// point of a distribution.
func (r *reader) cellFigures(question int, measure string, t Table, c Cell) []figure {
	q := r.cohort.Questions[question]
	f := figure{name: cellName(t, c), people: r.at(r.base(q.Code, measure), c), exact: c.Form == Exact}
	n := len(f.people)
	if n != c.N {
		return nil // told by the linear audit, which does not know the cell
	}
	values, negative := make([]int, len(q.Scale)), make([]int, len(q.Scale))
	for i, p := range q.Scale {
		values[i], negative[i] = p.Value, -p.Value
	}
	at := q.Code + "." + measure
	switch {
	case t.Statistic == "mean" && c.Form == Exact:
		f.weights, f.between = map[string][]int{at: values}, sumsOf(c.Value, n, t.Decimals)
	case t.Statistic == "mean":
		f.weights, f.between = map[string][]int{at: values}, r.extremes(q, n, c, t.Decimals)
	case t.Statistic == "difference":
		f.weights = map[string][]int{q.Code + ".before": negative, q.Code + ".after": values}
		f.between = sumsOf(c.Value, n, t.Decimals)
	case t.Statistic == "distribution":
		return f.counts(q, at, c)
	default:
		return nil
	}
	return []figure{f}
}

func (f figure) counts(q microdata.Question, at string, c Cell) []figure {
	var out []figure
	for _, count := range c.Counts {
		g := f
		weights := make([]int, len(q.Scale))
		for i, p := range q.Scale {
			if p.Value == count.Value {
				weights[i] = 1
			}
		}
		g.weights, g.between = map[string][]int{at: weights}, interval{count.People, count.People}
		if c.Form == Coarse {
			g.between.hi = len(f.people)
		}
		out = append(out, g)
	}
	return out
}

// extremes is the class of sums that a band of means stands for: whoever has
// the policy knows it to the last answer (rule 5).
func (r *reader) extremes(q microdata.Question, n int, c Cell, decimals int) interval {
	lowest, highest := q.Scale[0].Value, q.Scale[len(q.Scale)-1].Value
	margin := (highest-lowest)*r.limits.Coalition + r.limits.Width
	printed := bandSums(c.Lo, c.Hi, n, 1, decimals)
	if c.Hi >= float64(highest) {
		return interval{max(printed.lo, highest*n-margin), highest * n}
	}
	return interval{lowest * n, min(printed.hi, lowest*n+margin)}
}
