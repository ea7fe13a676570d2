package tabulate

import (
	"math"

	"kohort/generator/figure"
)

// Rule 6: an interval needs as many people, and so does the word for an effect
// below it.
const (
	effectFrom   = 10
	intervalFrom = 20
)

// spread adds to a change of n people what can be said of its certainty, from
// the two distributions before and after, which print beside it. It uses those
// alone, and never who answered what both times, so that it tells a reader
// nothing more. Where answers of the same people go together, as they mostly
// do, the true interval is narrower.
func spread(change Cell, was, is answers) Cell {
	n := change.N
	if change.Form != Number || n < effectFrom {
		return change
	}
	before, after := was.variance(), is.variance()
	if n < intervalFrom {
		change.Effect = effectOf(change.Value, math.Sqrt((before+after)/2))
		return change
	}
	widest := float64(was.scale[len(was.scale)-1].Value - was.scale[0].Value)
	half := quantile(2*n-2) * math.Sqrt((before+after)/float64(n))
	change.Interval = [2]float64{max(-widest, change.Value-half), min(widest, change.Value+half)}
	return change
}

// effectOf is Cohen's d in words.
func effectOf(change, deviation float64) figure.Effect {
	switch d := math.Abs(change); {
	case d >= 0.8*deviation && d > 0:
		return figure.Large
	case d >= 0.5*deviation && d > 0:
		return figure.Medium
	case d >= 0.2*deviation && d > 0:
		return figure.Small
	}
	return ""
}

// variance is the sample variance.
func (a answers) variance() float64 {
	n, mean, sum := float64(a.n()), float64(a.sum())/float64(a.n()), 0.0
	for i, c := range a.counts {
		d := float64(a.scale[i].Value) - mean
		sum += float64(c) * d * d
	}
	return sum / (n - 1)
}

// quantile is the 97.5 % quantile of Student's t, by the first terms of its
// expansion in the normal one (Abramowitz and Stegun 26.7.5); good to three
// digits from 10 degrees of freedom on.
func quantile(freedom int) float64 {
	const z = 1.959964
	f := float64(freedom)
	return z + (z*z*z+z)/(4*f) + (5*z*z*z*z*z+16*z*z*z+3*z)/(96*f*f)
}
