package suppress

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// each makes a sum over one slot of each owner.
func each(name, key string, owners ...int) Sum {
	s := Sum{Name: name, Parts: make(map[Slot]int)}
	for _, o := range owners {
		s.Parts[Slot{o, key}] = 1
	}
	return s
}

func plus(name string, sums ...Sum) Sum {
	out := Sum{Name: name, Parts: make(map[Slot]int)}
	for _, s := range sums {
		for at, n := range s.Parts {
			out.Parts[at] += n
		}
	}
	return out
}

// TestJointTwoBreakdowns divides sessions by month and by format. Each alone
// is safe; together, April + May - online is the sessions on site of April and
// May less those online in June, of 4 pairs.
func TestJointTwoBreakdowns(t *testing.T) {
	online := []Sum{each("", "april online", 0, 1, 2, 3, 4, 5, 6), each("", "may online", 0, 1, 2, 3, 4, 5, 6), each("", "june online", 0)}
	site := []Sum{each("", "april site", 1, 2), each("", "may site", 3), each("", "june site", 0, 1, 2, 3, 4, 5, 6)}
	april, may, june := plus("april", online[0], site[0]), plus("may", online[1], site[1]), plus("june", online[2], site[2])
	total := plus("total", april, may, june)
	for _, c := range []struct {
		name string
		sums []Sum
		want []bool
	}{
		{"months alone", []Sum{total, april, may, june}, []bool{true, true, true, true}},
		{"formats alone", []Sum{total, plus("online", online...), plus("site", site...)}, []bool{true, true, true}},
		{"months, then formats", []Sum{total, april, may, june, plus("online", online...), plus("site", site...)}, []bool{true, true, true, true, false, false}},
	} {
		if got := Joint(c.sums, 5); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestJointHiddenDoesNotFollow(t *testing.T) {
	rare, often, mid := each("rare", "r", 0, 1), each("often", "o", 0, 1, 2, 3, 4, 5), each("mid", "m", 1, 2, 3, 4, 5, 6)
	rare.Hidden = true
	total := plus("total", rare, often, mid)
	total.Known = true
	if got, want := Joint([]Sum{total, often, mid, rare}, 5), []bool{true, true, false, false}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v: total - often - mid is the rare one", got, want)
	}
}

// TestJointAgainstEverySet compares the search with a plain one, over every set
// of owners that may be set aside, on random sums.
func TestJointAgainstEverySet(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	for i := range 300 {
		var sums []Sum
		for s := range 2 + rng.IntN(4) {
			sum := Sum{Name: fmt.Sprint(s), Parts: make(map[Slot]int)}
			for o := range 9 {
				for key := range 2 {
					if rng.IntN(3) > 0 {
						sum.Parts[Slot{o, fmt.Sprint(key)}] = 1
					}
				}
			}
			sums = append(sums, sum)
		}
		j := newJoint(sums, 4)
		var chosen []int
		for s := range sums {
			chosen = append(chosen, s)
		}
		full := j.span(chosen, make([]bool, len(j.owners)), len(chosen)).rank
		want := false
		for set := range 1 << len(j.owners) {
			aside, n := make([]bool, len(j.owners)), 0
			for o := range aside {
				if set>>o&1 == 1 {
					aside[o], n = true, n+1
				}
			}
			want = want || n <= 3 && j.span(chosen, aside, full).rank < full
		}
		if got := j.cut(chosen, make([]bool, len(j.owners)), full, 3); got != want {
			t.Errorf("case %d: cut is %v, want %v", i, got, want)
		}
	}
}

// TestJointByChance withholds a topic that is the same sessions as a month.
// Where a reader cannot rule out others of it, nothing follows; where he can, it
// does. What nobody sees covers nobody.
func TestJointByChance(t *testing.T) {
	april, may := each("april", "a", 0, 1, 2, 3, 4, 5), each("may", "m", 0, 1, 2, 3, 4, 5)
	topic := each("topic", "a", 0, 1, 2, 3, 4, 5)
	topic.Hidden = true
	if got, want := Joint([]Sum{april, may, topic}, 5), []bool{false, true, false}; !slices.Equal(got, want) {
		t.Errorf("nothing else might be: got %v, want %v", got, want)
	}
	april.Unseen, may.Unseen, topic.Unseen = []string{"april", "april topic"}, []string{"may"}, []string{"april topic"}
	if got, want := Joint([]Sum{april, may, topic}, 5), []bool{true, true, false}; !slices.Equal(got, want) {
		t.Errorf("April might have others: got %v, want %v", got, want)
	}
	few := each("few", "f", 0, 1, 2, 3)
	few.Unseen = []string{"x", "y"}
	if got := Joint([]Sum{few}, 5); got[0] {
		t.Error("a sum of four owners is printed beside what nobody sees")
	}
}
