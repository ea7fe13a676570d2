package attack

import (
	"strings"
	"testing"
)

// line is what is left of a printed total after its printed parts, and the
// withheld cells that it is the sum of.
type rest struct {
	total int
	parts string
}

// intervals tightens withheld counts, each at least least.
func intervals(least int, lines ...rest) map[string]interval {
	var b bounds
	at := make(map[string]int)
	for _, l := range lines {
		var of []int
		for _, name := range strings.Fields(l.parts) {
			if _, known := at[name]; !known {
				at[name] = b.unknown(least, 1000)
			}
			of = append(of, at[name])
		}
		b.add(sum(interval{l.total, l.total}, of...))
	}
	b.tighten()
	out := make(map[string]interval)
	for name, u := range at {
		out[name] = b.known[u]
	}
	return out
}

// TestIntervals runs the worked cases about whole numbers, by their ids.
func TestIntervals(t *testing.T) {
	for _, c := range []struct {
		id    string
		least int
		lines []rest
		want  map[string]interval
	}{
		{"C03 none", 0, []rest{{0, "y.I y.P"}, {7, "o.I o.P"}, {3, "y.I o.I"}, {4, "y.P o.P"}}, map[string]interval{"y.P": {0, 0}}},
		{"C03 default", 0, []rest{{5, "y.S y.I y.P"}, {13, "o.S o.I o.P"}, {11, "y.S o.S"}, {3, "y.I o.I"}, {4, "y.P o.P"}}, map[string]interval{"y.P": {0, 4}}},
		{"C18 neutral mark", 0, []rest{{8, "A B"}}, map[string]interval{"A": {0, 8}, "B": {0, 8}}},
		{"C22 2x2 hole", 0, []rest{{12, "a.x a.y"}, {9, "b.x b.y"}, {10, "a.x b.x"}, {11, "a.y b.y"}},
			map[string]interval{"a.x": {1, 10}, "a.y": {2, 11}, "b.x": {0, 9}, "b.y": {0, 9}}},
		{"C25 three ones", 1, []rest{{3, "1.A 1.B 1.M"}, {3, "2.A 2.M"}, {2, "1.A 2.A"}}, map[string]interval{
			"1.A": {1, 1}, "1.B": {1, 1}, "1.M": {1, 1}, "2.A": {1, 1}, "2.M": {2, 2}}},
		{"C27 0 = x + x + 0", 0, []rest{{0, "x y"}}, map[string]interval{"x": {0, 0}, "y": {0, 0}}},
		{"C27 15 = 10 + 5 + x + x", 0, []rest{{0, "x y"}}, map[string]interval{"x": {0, 0}}},
		{"C27 15 = 10 + 3 + x + x", 1, []rest{{2, "x y"}}, map[string]interval{"x": {1, 1}, "y": {1, 1}}},
	} {
		got := intervals(c.least, c.lines...)
		for name, want := range c.want {
			if got[name] != want {
				t.Errorf("%s: %s in %v, want %v", c.id, name, got[name], want)
			}
		}
	}
}

// TestMarkOfTheReason is C18 with "<5" marks: both cells are at most 4.
func TestMarkOfTheReason(t *testing.T) {
	var b bounds
	b.add(sum(interval{8, 8}, b.unknown(1, 4), b.unknown(1, 4)))
	b.tighten()
	if want := (interval{4, 4}); b.known[0] != want || b.known[1] != want {
		t.Errorf("8 = x + y, both below 5: got %v, want 4 and 4", b.known)
	}
}

// TestRoundedMeans is C12: what a printed mean says of its sum.
func TestRoundedMeans(t *testing.T) {
	whole, part := sumsOf(3.8, 20, 1), sumsOf(3.7, 18, 1)
	if whole != (interval{75, 76}) || part != (interval{66, 67}) {
		t.Errorf("20: 3.8 and 18: 3.7 are sums %v and %v, want 75 to 76 and 66 to 67", whole, part)
	}
	var b bounds
	a, rest := b.unknown(part.lo, part.hi), b.unknown(2, 10)
	b.add(sum(whole, a, rest))
	b.tighten()
	if want := (interval{8, 10}); b.known[rest] != want {
		t.Errorf("sum of the other two: %v, want %v", b.known[rest], want)
	}
	for n, want := range map[int]int{5: 1, 8: 1, 9: 1, 10: 1, 11: 2, 12: 2, 20: 2, 40: 4, 60: 6} {
		most := 0
		for mean := 10; mean <= 50; mean++ {
			s := sumsOf(float64(mean)/10, n, 1)
			most = max(most, s.hi-s.lo+1)
		}
		if most != want {
			t.Errorf("a mean of %d with one decimal stands for up to %d sums, want %d", n, most, want)
		}
	}
	for s := -60; s <= 60; s++ {
		for n := 1; n <= 40; n++ {
			if v := float64(int(float64(s)/float64(n)*10+map[bool]float64{true: 0.5, false: -0.5}[s >= 0])) / 10; !sumsOf(v, n, 1).holds(s) {
				t.Fatalf("%d/%d prints as %v, which stands for %v", s, n, v, sumsOf(v, n, 1))
			}
		}
	}
}

// TestNearTheEnd is C14: a mean of 4.9 over eight has one set of answers.
func TestNearTheEnd(t *testing.T) {
	s := sumsOf(4.9, 8, 1)
	if s != (interval{39, 39}) {
		t.Fatalf("8: 4.9 is a sum %v, want 39", s)
	}
	var b bounds
	f := figure{people: make([]int, 8), between: s}
	var of []int
	for range 5 {
		of = append(of, b.unknown(0, 8))
	}
	b.add(sum(interval{8, 8}, of...))
	for _, c := range centred([]int{1, 2, 3, 4, 5}, f, []int{0}) {
		b.add(c)
	}
	b.tighten()
	for t1, want := range []interval{{0, 0}, {0, 0}, {0, 0}, {1, 1}, {7, 7}} {
		if b.known[t1] != want {
			t.Errorf("people who answered %d: %v, want %v", t1+1, b.known[t1], want)
		}
	}
}
