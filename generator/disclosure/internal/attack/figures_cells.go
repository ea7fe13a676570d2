package attack

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// figures reads the printed cells about the questions of a family: those of the
// survey, of the weeks of a pulse and of recommendation. Tables that it does not
// read are held by printing a twin again.
func (r *reader) figures(questions []int, tables []Table) []figure {
	var out []figure
	for _, t := range tables {
		for _, c := range t.Cells {
			if c.Form == Withheld {
				continue
			}
			q, measure, people := r.asks(questions, t, c)
			if q >= 0 && len(people) == c.N { // another size is told by the linear audit, which does not know the cell
				out = append(out, r.cellFigures(r.cohort.Questions[q], measure, people, t, c)...)
			}
		}
	}
	return out
}

// asks gives the question that a cell is about, what it measures of it, and its
// people; -1 where it is about none of the questions.
func (r *reader) asks(questions []int, t Table, c Cell) (question int, measure string, people []int) {
	kind, rest, _ := strings.Cut(t.ID, ".")
	code, at := rest, c
	switch kind {
	case "survey":
		dot := strings.LastIndexByte(rest, '.')
		if dot < 0 {
			return -1, "", nil
		}
		code, measure = rest[:dot], rest[dot+1:]
	case "pulse":
		week := slices.IndexFunc(c.At, func(l Level) bool { return l.Dimension == "week" })
		if week < 0 {
			return -1, "", nil
		}
		measure, at.At = "pulse-"+c.At[week].Level, slices.Delete(slices.Clone(c.At), week, week+1)
	case "recommend":
		measure = "after"
	default:
		return -1, "", nil
	}
	question = slices.IndexFunc(questions, func(i int) bool {
		q := r.cohort.Questions[i]
		return kind == "recommend" && i == r.recommended() || kind != "recommend" && q.Code == code
	})
	if question < 0 {
		return -1, "", nil
	}
	question = questions[question]
	return question, measure, r.at(r.base(r.cohort.Questions[question].Code, measure), at)
}

// cellFigures gives what one printed cell says: one figure, or one for each
// point of a distribution.
func (r *reader) cellFigures(q microdata.Question, measure string, people []int, t Table, c Cell) []figure {
	f := figure{name: cellName(t, c), people: people, exact: c.Form == Exact}
	n, at, isRecommend := len(people), q.Code+"."+measure, strings.HasPrefix(t.ID, "recommend.")
	values, negative := make([]int, len(q.Scale)), make([]int, len(q.Scale))
	for i, p := range q.Scale {
		values[i], negative[i] = p.Value, -p.Value
	}
	switch {
	case isRecommend:
		f.weights = map[string][]int{at: promoting(q, strings.TrimPrefix(t.ID, "recommend."))}
		f.between = r.parts(n, t, c)
	case t.Statistic == "rate":
		f.weights, f.between = map[string][]int{at: favourable(q)}, r.parts(n, t, c)
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

// parts gives the numbers of people, or of promoters less detractors, for which
// a percentage of n people prints as it does. A band is known to the last
// person (rule 2). A score is the difference of two shares, which at a half may
// round either way.
func (r *reader) parts(n int, t Table, c Cell) interval {
	if c.Form == Exact {
		out := scaledSums(c.Value, n, 100, t.Decimals)
		if t.Statistic == "difference" {
			out = interval{out.lo - 1, out.hi + 1}
		}
		return out
	}
	printed := bandSums(c.Lo, c.Hi, n, 100, t.Decimals)
	if c.Hi >= 100 {
		return interval{max(printed.lo, n-r.limits.Coalition-1), n}
	}
	return interval{0, min(printed.hi, r.limits.Coalition+1)}
}

// favourable weighs the answers on the good side of a scale's middle.
func favourable(q microdata.Question) []int {
	out := make([]int, len(q.Scale))
	ends := q.Scale[0].Value + q.Scale[len(q.Scale)-1].Value
	for i, p := range q.Scale {
		if q.Good == "low" && 2*p.Value < ends || q.Good != "low" && 2*p.Value > ends {
			out[i] = 1
		}
	}
	return out
}

// promoting weighs the answers from 0 to 10 by what is counted of them:
// promoters, passives, detractors, or the first less the last.
func promoting(q microdata.Question, measure string) []int {
	out := make([]int, len(q.Scale))
	for i, p := range q.Scale {
		kind := "detractors"
		switch {
		case p.Value >= 9:
			kind = "promoters"
		case p.Value >= 7:
			kind = "passives"
		}
		switch {
		case kind == measure, measure == "score" && kind == "promoters":
			out[i] = 1
		case measure == "score" && kind == "detractors":
			out[i] = -1
		}
	}
	return out
}

// recommended is the question that figures of recommendation are about: the
// first of that theme from 0 to 10 that was answered after the program; -1
// where there is none.
func (r *reader) recommended() int {
	return slices.IndexFunc(r.cohort.Questions, func(q microdata.Question) bool {
		return q.Theme == "recommend" && len(q.Scale) == 11 && q.Scale[0].Value == 0 && len(r.answered(q.Code, "after")) > 0
	})
}
