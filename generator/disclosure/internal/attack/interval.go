package attack

import "math"

// interval is what a printed number says of a whole number: it lies between
// Lo and Hi, both included.
type interval struct{ lo, hi int }

func (i interval) holds(v int) bool { return i.lo <= v && v <= i.hi }

// sumsOf gives the whole sums of n answers whose mean prints as value with so
// many decimals. A mean is rounded half away from nought, so that 3.75 prints
// as 3.8 and 3.74 as 3.7 (section 4.2 of the specification).
func sumsOf(value float64, n, decimals int) interval {
	return scaledSums(value, n, 1, decimals)
}

// scaledSums gives the whole numbers s for which per*s/n prints as value: per
// is 100 for a percentage.
func scaledSums(value float64, n, per, decimals int) interval {
	p := 1
	for range decimals {
		p *= 10
	}
	x := int(math.Round(value * float64(p))) // the printed digits
	// x-1/2 <= p*per*s/n < x+1/2 where x is above nought, and mirrored below.
	d := 2 * p * per
	switch {
	case x > 0:
		return interval{ceilDiv((2*x-1)*n, d), ceilDiv((2*x+1)*n, d) - 1}
	case x < 0:
		return interval{floorDiv((2*x-1)*n, d) + 1, floorDiv((2*x+1)*n, d)}
	}
	return interval{floorDiv(-n, d) + 1, ceilDiv(n, d) - 1}
}

// bandSums gives the whole numbers s for which per*s/n lies in a printed band,
// whose ends are rounded as any number.
func bandSums(lo, hi float64, n, per, decimals int) interval {
	return interval{scaledSums(lo, n, per, decimals).lo, scaledSums(hi, n, per, decimals).hi}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func ceilDiv(a, b int) int { return -floorDiv(-a, b) }
