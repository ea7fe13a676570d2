// Package scale maps numbers and places of a list to lengths, for charts. All
// functions are pure; it knows nothing of figures.
package scale

import "math"

// Linear maps the numbers from Low to High to the lengths from Start to End.
// Where Low is not below High every number lies in the middle.
type Linear struct{ Low, High, Start, End float64 }

// At is the length for a number; a number beyond the ends lies beyond theirs.
func (l Linear) At(v float64) float64 {
	if l.High <= l.Low {
		return (l.Start + l.End) / 2
	}
	return l.Start + (l.End-l.Start)*(v-l.Low)/(l.High-l.Low)
}

// Band parts the lengths from 0 to 1 among a number of places, with a gap to
// either side of each that is a share of its slot.
type Band struct {
	Places int
	Gap    float64 // 0 to below 0.5
}

// Slot is the width of a place with its gaps; 1 where there is none or one.
func (b Band) Slot() float64 { return 1 / float64(max(b.Places, 1)) }

// Stretch is where a place begins and ends, between its gaps. The first place
// is 0.
func (b Band) Stretch(place int) (from, to float64) {
	slot := b.Slot()
	return slot * (float64(place) + b.Gap), slot * (float64(place+1) - b.Gap)
}

// Middle is the middle of a place.
func (b Band) Middle(place int) float64 { return b.Slot() * (float64(place) + 0.5) }

// Nice widens a range to ends that are multiples of a round step (1, 2 or 5
// times a power of ten), and gives those multiples from the lower end to the
// upper: at least two, and at most about count. A range without width, or one
// that is not finite, gives 0 and 1.
func Nice(low, high float64, count int) []float64 {
	if !(high > low) || math.IsInf(high-low, 0) {
		return []float64{0, 1}
	}
	step := Step((high - low) / float64(max(count-1, 1)))
	first, last := math.Floor(low/step+slack), math.Ceil(high/step-slack)
	var ticks []float64
	for i := first; i <= last; i++ {
		ticks = append(ticks, i*step)
	}
	return ticks
}

// slack keeps a rounding error from adding a tick beyond an end that is itself
// round.
const slack = 1e-9

// Step is the least round step that is not below the given one: 1, 2 or 5
// times a power of ten.
func Step(least float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= least*(1-slack) {
			return m * power
		}
	}
	return 10 * power
}
