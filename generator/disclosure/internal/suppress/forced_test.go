package suppress

import (
	"slices"
	"testing"
)

func span(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

// TestForced gives Publish what earlier releases printed: a group that differs
// from it by fewer than k people, or by fewer than k new answers, is withheld.
func TestForced(t *testing.T) {
	// Members 0 to 19 are twenty people; 20 to 29 are new answers of the first ten.
	owners := append(span(0, 20), span(0, 10)...)
	changed := func(n int) []int { return append(span(n, 20), span(20, 20+n)...) }
	for _, c := range []struct {
		name   string
		forced [][]int
		groups [][]int
		want   []bool
	}{
		{"nothing printed before", nil, [][]int{span(0, 20), span(0, 12)}, []bool{true, true}},
		{"the same people again", [][]int{span(0, 20)}, [][]int{span(0, 20)}, []bool{true}},
		{"one late answer", [][]int{span(0, 19)}, [][]int{span(0, 20)}, []bool{false}},
		{"five late answers", [][]int{span(0, 15)}, [][]int{span(0, 20)}, []bool{true}},
		{"one correction", [][]int{span(0, 20)}, [][]int{changed(1)}, []bool{false}},
		{"four corrections", [][]int{span(0, 20)}, [][]int{changed(4)}, []bool{false}},
		{"five corrections", [][]int{span(0, 20)}, [][]int{changed(5)}, []bool{true}},
		{"corrections that an update of parts would single out", [][]int{span(0, 20), span(0, 7)},
			[][]int{changed(8), span(20, 27)}, []bool{true, false}},
		{"a finer breakdown beside what was printed", [][]int{span(0, 20), span(0, 8)}, [][]int{span(0, 14), span(0, 13)}, []bool{true, false}},
		{"two breakdowns that cross in few", [][]int{span(0, 20), span(0, 10)}, [][]int{span(2, 10)}, []bool{false}},
		{"printed already, though of few", [][]int{span(0, 20), span(0, 18)}, [][]int{span(0, 18), span(3, 10)}, []bool{true, false}},
	} {
		r := Request{K: 5, Owners: owners, Forced: c.forced}
		for i, members := range c.groups {
			r.Groups = append(r.Groups, Group{Name: string(rune('a' + i)), Members: members, Tier: i})
		}
		if got := Publish(r); !slices.Equal(got, c.want) {
			t.Errorf("%s: published %v, want %v", c.name, got, c.want)
		}
	}
}
