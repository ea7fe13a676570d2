package attack

import (
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// then is a mean that an earlier release printed, of the first n people, of whom
// the first answered otherwise then.
func then(n int, value float64, replaced PastSlot) Past {
	p := Past{Table: Table{ID: "survey.trust.mid", Statistic: "mean", Decimals: 1, Cells: []Cell{{Form: Exact, N: n, Value: value}}}}
	for i := range n {
		p.Slots = append(p.Slots, PastSlot{Owner: i, Series: "trust.mid"})
	}
	if replaced.Replaced > 0 {
		replaced.Series = "trust.mid"
		p.Slots[0] = replaced
	}
	return p
}

// TestBeside attacks a mean of eleven beside an earlier one.
func TestBeside(t *testing.T) {
	print := func(c microdata.Cohort) []Table { return plainly(c)[1:] }
	due := map[string]bool{"trust.mid": true}
	limits := Thresholds{K: 5, KDistribution: 8, MinPairs: 5, Coalition: 1, Width: 1}
	for _, c := range []struct {
		name    string
		answers []int
		earlier []Past
		want    bool // a finding
		already bool
		kind    Kind
	}{
		{"the five who came later differ", []int{2, 3, 4, 3, 2, 4, 5, 2, 3, 4, 1}, []Past{then(6, 3, PastSlot{})}, false, false, 0},
		{"the five who came later are alike", []int{2, 3, 4, 3, 2, 4, 5, 5, 5, 5, 5}, []Past{then(6, 3, PastSlot{})}, true, false, NoTwin},
		{"the earlier ones were alike: that is out", []int{5, 5, 5, 5, 5, 5, 2, 3, 4, 3, 1}, []Past{then(6, 5, PastSlot{})}, true, true, NoTwin},
		{"one was replaced, and it is known what it was", []int{2, 3, 4, 3, 2, 4, 5, 2, 3, 4, 1}, []Past{then(6, 3.2, PastSlot{Replaced: 1, Known: true, Value: 3})}, false, false, 0},
		{"one was replaced by what it is not", []int{2, 3, 4, 3, 2, 4, 5, 2, 3, 4, 1}, []Past{then(6, 4.8, PastSlot{Replaced: 1, Known: true, Value: 3})}, true, false, NotKnown},
		{"one was replaced, nobody knows by what", []int{2, 3, 4, 3, 2, 4, 5, 2, 3, 4, 1}, []Past{then(6, 4.8, PastSlot{Replaced: 1})}, false, false, 0},
	} {
		data := oneWave(oneDepartment, c.answers...)
		got := Beside(data, print(data), Earlier{Cells: c.earlier}, limits, print, due, nil)
		if (len(got) > 0) != c.want || c.want && (got[0].Already != c.already || got[0].Kind != c.kind) {
			t.Errorf("%s: %v, want a finding %v, already %v", c.name, got, c.want, c.already)
		}
	}
	data := oneWave(oneDepartment, 2, 3, 4, 3, 2, 4, 5, 5, 5, 5, 5)
	if got := Beside(data, print(data), Earlier{Cells: []Past{then(6, 3, PastSlot{})}}, limits, print, nil, nil); len(got) != 0 {
		t.Errorf("nothing is due: %v", got)
	}
}

// TestReplacedAnswersAreUnknowns groups replaced answers by the figures that
// count them.
func TestReplacedAnswersAreUnknowns(t *testing.T) {
	weights := map[string][]int{"trust.mid": {1, 2, 3, 4, 5}}
	of := func(numbers ...int) figure {
		return figure{weights: weights, gone: map[string][]int{"trust.mid": numbers}}
	}
	sizes, groups := replaced([]figure{of(1, 2, 3), {weights: weights}, of(2, 3)}, "trust.mid")
	if !slices.Equal(sizes, []int{1, 2}) && !slices.Equal(sizes, []int{2, 1}) || len(groups[0]) != 2 || len(groups[1]) != 0 || len(groups[2]) != 1 {
		t.Errorf("sizes %v, groups %v; want one of the first figure alone and two of both", sizes, groups)
	}
	if g := groups[2][0]; sizes[g] != 2 {
		t.Errorf("the second figure counts %d replaced answers, want 2", sizes[g])
	}
}
