package scale

import (
	"math"
	"slices"
	"testing"
)

func TestNumbersLieBetweenTheEndsOfTheirAxis(t *testing.T) {
	for _, c := range []struct {
		axis Linear
		v    float64
		want float64
	}{
		{Linear{Low: 1, High: 5, End: 1}, 1, 0},
		{Linear{Low: 1, High: 5, End: 1}, 4, 0.75},
		{Linear{Low: 0, High: 10, Start: 170, End: 20}, 5, 95},
		{Linear{Low: -2, High: 2, Start: 0.1, End: 0.9}, 0, 0.5},
		{Linear{Low: 0, High: 10, End: 1}, 15, 1.5},
		{Linear{Low: 3, High: 3, End: 1}, 3, 0.5},
		{Linear{}, 7, 0},
	} {
		if got := c.axis.At(c.v); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%+v at %v: got %v, want %v", c.axis, c.v, got, c.want)
		}
	}
}

func TestPlacesShareTheWidth(t *testing.T) {
	b := Band{Places: 4, Gap: 0.1}
	from, to := b.Stretch(3)
	if math.Abs(from-0.775) > 1e-12 || math.Abs(to-0.975) > 1e-12 || math.Abs(b.Middle(3)-0.875) > 1e-12 {
		t.Errorf("%+v, place 3: got %v to %v around %v, want 0.775 to 0.975 around 0.875", b, from, to, b.Middle(3))
	}
	if got := (Band{}).Slot(); got != 1 {
		t.Errorf("no place: got a slot of %v, want 1", got)
	}
}

func TestTicksAreRound(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		count     int
		want      []float64
	}{
		{1, 5, 6, []float64{1, 2, 3, 4, 5}},
		{0, 100, 6, []float64{0, 20, 40, 60, 80, 100}},
		{0, 37, 6, []float64{0, 10, 20, 30, 40}},
		{-0.4, 0.9, 4, []float64{-0.5, 0, 0.5, 1}},
		{0, 0.3, 4, []float64{0, 0.1, 0.2, 0.3}},
		{0, 0, 5, []float64{0, 1}},
		{2, 1, 5, []float64{0, 1}},
		{math.Inf(-1), 1, 5, []float64{0, 1}},
		{math.NaN(), 1, 5, []float64{0, 1}},
	} {
		got := Nice(c.low, c.high, c.count)
		if !slices.EqualFunc(got, c.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("Nice(%v, %v, %d): got %v, want %v", c.low, c.high, c.count, got, c.want)
		}
	}
}

func TestStepsAreOneTwoOrFive(t *testing.T) {
	for _, c := range []struct{ least, want float64 }{{1, 1}, {1.01, 2}, {2.1, 5}, {5.1, 10}, {0.06, 0.1}, {0.1, 0.1}, {20, 20}, {0.3, 0.5}} {
		if got := Step(c.least); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("Step(%v): got %v, want %v", c.least, got, c.want)
		}
	}
}
