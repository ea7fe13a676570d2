package disclosure_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// differs says how a printed cell differs from the recount; "" where it does
// not.
func differs(table printedTable, cell printedCell, want recounted) string {
	switch {
	case want.value == nil:
		return "printed, and the files give no such group"
	case cell.N != want.n:
		return fmt.Sprintf("n is %d, counted %d", cell.N, want.n)
	case table.Statistic == "distribution":
		return answersDiffer(cell, want.answers)
	}
	exact := rounded(want.value, table.Decimals)
	if cell.Band != nil {
		var band [2]float64
		if err := json.Unmarshal(cell.Band, &band); err != nil {
			return err.Error()
		}
		if number, _ := strconv.ParseFloat(exact, 64); number < band[0] || number > band[1] {
			return fmt.Sprintf("the band is %v, counted %s", band, exact)
		}
		return ""
	}
	var got json.Number
	if err := json.Unmarshal(cell.Value, &got); err != nil {
		return err.Error()
	}
	value, ok := new(big.Rat).SetString(got.String())
	if want, _ := new(big.Rat).SetString(exact); !ok || value.Cmp(want) != 0 {
		return fmt.Sprintf("printed %s, counted %s", got, exact)
	}
	return ""
}

// answersDiffer compares a distribution, or the class of a near-unanimous one.
func answersDiffer(cell printedCell, want map[string]int) string {
	if cell.Band != nil {
		var class map[string][2]int
		if err := json.Unmarshal(cell.Band, &class); err != nil {
			return err.Error()
		}
		for answer, people := range class {
			if want[answer] < people[0] || want[answer] > people[1] {
				return fmt.Sprintf("from %d to %d chose %s, counted %d", people[0], people[1], answer, want[answer])
			}
		}
		return ""
	}
	var got map[string]int
	if err := json.Unmarshal(cell.Value, &got); err != nil {
		return err.Error()
	}
	if !maps.Equal(got, want) {
		return fmt.Sprintf("printed %v, counted %v", got, want)
	}
	return ""
}

// rounded writes a number with so many decimals, half away from zero.
func rounded(value *big.Rat, decimals int) string {
	scaled := new(big.Rat).Mul(value, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)))
	half := big.NewRat(int64(scaled.Sign()), 2)
	scaled.Add(scaled, half)
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom()) // towards zero
	return new(big.Rat).SetFrac(whole, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)).FloatString(decimals)
}

// spreadDiffers compares what a change of a question says of its certainty: from
// 10 people on a word for the effect, from 20 an interval in its place.
func spreadDiffers(table printedTable, cell printedCell, s recountedSpread, showsAnswers bool) string {
	if !strings.HasPrefix(table.ID, "survey.") || table.Statistic != "difference" || s.n < 10 || !showsAnswers {
		if cell.Interval != nil || cell.Effect != "" {
			return "an interval or effect is printed where there is none"
		}
		return ""
	}
	if s.n < 20 {
		if word := effectWord(s); cell.Effect != word || cell.Interval != nil {
			return fmt.Sprintf("the effect is %q, counted %q", cell.Effect, word)
		}
		return ""
	}
	half := studentQuantile(0.975, float64(2*s.n-2)) * math.Sqrt((s.before+s.after)/float64(s.n))
	want := []float64{max(-s.width, s.change-half), min(s.width, s.change+half)}
	near := func(got, want float64) bool { return math.Abs(got-want) < 0.5*math.Pow10(-table.Decimals)+0.001 }
	if cell.Effect != "" || !slices.EqualFunc(cell.Interval, want, near) {
		return fmt.Sprintf("the interval is %v, counted %.3f", cell.Interval, want)
	}
	return ""
}

// effectWord is Cohen's d in words.
func effectWord(s recountedSpread) string {
	switch d := math.Abs(s.change) / math.Sqrt((s.before+s.after)/2); {
	case d >= 0.8:
		return "large"
	case d >= 0.5:
		return "medium"
	case d >= 0.2:
		return "small"
	}
	return ""
}

// studentQuantile solves for the quantile by bisection over the density, added
// up by Simpson's rule.
func studentQuantile(p, freedom float64) float64 {
	up, _ := math.Lgamma((freedom + 1) / 2)
	down, _ := math.Lgamma(freedom / 2)
	density := func(x float64) float64 {
		return math.Exp(up-down) / math.Sqrt(freedom*math.Pi) * math.Pow(1+x*x/freedom, -(freedom+1)/2)
	}
	below := func(x float64) float64 {
		const steps = 400
		sum, h := density(0)+density(x), x/steps
		for i := 1; i < steps; i++ {
			sum += density(float64(i)*h) * float64(2+2*(i%2))
		}
		return 0.5 + sum*h/3
	}
	low, high := 0.0, 20.0
	for range 50 {
		if middle := (low + high) / 2; below(middle) < p {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}
