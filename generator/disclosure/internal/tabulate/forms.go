package tabulate

import (
	"math"

	"kohort/generator/disclosure/internal/microdata"
)

// answers are the answers of a group to one question in one wave.
type answers struct {
	scale  []microdata.Point
	counts []int // a point of the scale each
}

func (a answers) n() int {
	n := 0
	for _, c := range a.counts {
		n += c
	}
	return n
}

func (a answers) sum() int {
	sum := 0
	for i, c := range a.counts {
		sum += c * a.scale[i].Value
	}
	return sum
}

// forms gives what the distribution and the mean of a group print on a rung of
// the ladder. On each rung the outcomes are a partition fixed by n, the scale
// and the policy, and each prints alike whatever lies in it (rule 0).
//
// On rung 2, by rule 4:
//
//   - near-unanimous: one answer has at least n-c-1 people or more than
//     modal_max of them. The class alone, and no mean.
//   - all others: both plainly. At least two people besides any insiders then
//     chose otherwise, so that each may have; the mean says no more.
//
// On rung 1, by rule 5:
//
//   - near-extreme: so close to an end of the scale that an insider may read
//     another's answer. The band alone.
//   - all others: the mean.
func (r Rules) forms(a answers, rung int) (distribution, mean Cell) {
	n := a.n()
	if n < r.K || len(a.scale) < 2 {
		return Cell{N: n}, Cell{N: n}
	}
	mean = plain(n, float64(a.sum())/float64(n))
	classApart, bandApart := r.fits(n, a.scale)
	if n < r.KDistribution || rung < 2 || !classApart {
		if !bandApart {
			return Cell{N: n}, Cell{N: n}
		}
		if lo, hi, extreme := r.extreme(a); extreme {
			mean = Cell{Form: Band, N: n, Lo: lo, Hi: hi}
		}
		return Cell{N: n}, mean
	}
	if t, unanimous := r.unanimous(a); unanimous {
		return Cell{Form: Class, N: n, Counts: []Count{{a.scale[t].Value, r.classOf(n)}}}, Cell{N: n}
	}
	distribution = Cell{Form: Distribution, N: n, Counts: make([]Count, 0, len(a.counts))}
	for i, c := range a.counts {
		distribution.Counts = append(distribution.Counts, Count{a.scale[i].Value, c})
	}
	return distribution, mean
}

// classOf is the least number of people that makes a distribution of n
// near-unanimous.
func (r Rules) classOf(n int) int {
	return min(n-r.Coalition-1, int(math.Floor(r.ModalMax*float64(n)))+1)
}

func (r Rules) unanimous(a answers) (point int, is bool) {
	least := r.classOf(a.n())
	for i, c := range a.counts {
		if c >= least {
			return i, true
		}
	}
	return 0, false
}

// fits says whether the classes of a group of n lie apart: two answers that are
// both near-unanimous, or a mean near both ends, would print as one of them and
// say that it is not the other. Where they meet, which follows from n and the
// scale alone, nothing is printed.
func (r Rules) fits(n int, scale []microdata.Point) (distribution, mean bool) {
	width := scale[len(scale)-1].Value - scale[0].Value
	margin := width*r.Coalition + r.Width
	return 2*r.classOf(n) > n, 2*margin < width*n
}

// extreme says whether the sum lies so near an end of the scale that someone's
// answer keeps no more than width values for an insider, and gives the class
// of all such results, from the first mean that does so to the end: with 8
// people, a scale of 1 to 5 and one insider, 35/8 to 5 (printed 4.4 to 5.0).
func (r Rules) extreme(a answers) (lo, hi float64, is bool) {
	n, sum := a.n(), a.sum()
	lowest, highest := a.scale[0].Value, a.scale[len(a.scale)-1].Value
	margin := (highest-lowest)*r.Coalition + r.Width
	switch {
	case highest*n-sum <= margin:
		return float64(highest*n-margin) / float64(n), float64(highest), true
	case sum-lowest*n <= margin:
		return float64(lowest), float64(lowest*n+margin) / float64(n), true
	}
	return 0, 0, false
}
