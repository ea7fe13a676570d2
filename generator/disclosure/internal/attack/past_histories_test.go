package attack

import (
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// corrected is a mean of earlier answers: those that old names were replaced
// since, by person; others stand.
func corrected(n int, value float64, old map[int]int) Past {
	p := then(n, value, PastSlot{})
	p.Release = 1
	for i := range n {
		if v, ok := old[i]; ok {
			p.Slots[i].Replaced, p.Slots[i].Known, p.Slots[i].Value = i+1, true, v
		}
	}
	return p
}

// TestWhoCorrectedIsNotKnown attacks a mean of twelve beside an earlier one of
// the same people, or of some of them. Six who corrected their answers to the
// same one are not found, since nobody knows which six: had the same six come
// in late, who they are would be known, and their answers with it.
func TestWhoCorrectedIsNotKnown(t *testing.T) {
	print := func(c microdata.Cohort) []Table { return plainly(c)[1:] }
	due := map[string]bool{"trust.mid": true}
	limits := Thresholds{K: 5, KDistribution: 8, MinPairs: 5, Coalition: 1, Width: 1}
	alike := []int{2, 3, 4, 3, 2, 4, 5, 5, 5, 5, 5, 5}
	six := map[int]int{6: 4, 7: 3, 8: 4, 9: 2, 10: 3, 11: 4}
	for _, c := range []struct {
		name    string
		answers []int
		earlier Past
		want    bool
	}{
		{"six corrected theirs to 5", alike, corrected(12, 3.2, six), false},
		{"six came in late with 5", alike, corrected(6, 3, nil), true},
		{"all but one corrected theirs to 5, and the one is an insider", []int{2, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5},
			corrected(12, 3, map[int]int{1: 3, 2: 4, 3: 3, 4: 2, 5: 4, 6: 4, 7: 3, 8: 4, 9: 2, 10: 3, 11: 2}), true},
	} {
		data := oneWave(oneDepartment, c.answers...)
		got := Beside(data, print(data), Earlier{Cells: []Past{c.earlier}}, limits, print, due, nil)
		if found := slices.ContainsFunc(got, func(f Finding) bool { return f.Kind == NoTwin }); found != c.want {
			t.Errorf("%s: %v, want somebody told %v", c.name, got, c.want)
		}
	}
}

// TestHistoriesKeepWhatTheLedgerCounts changes how many people of an atom
// corrected their answer: that is no twin, since the ledger might have decided
// otherwise.
func TestHistoriesKeepWhatTheLedgerCounts(t *testing.T) {
	print := func(c microdata.Cohort) []Table { return plainly(c)[1:] }
	data := oneWave(oneDepartment, 2, 3, 4, 3, 2, 4, 5, 5, 5, 5, 5, 5)
	r := newReader(data, Thresholds{K: 5, Coalition: 1, Width: 1})
	f := r.family(0, false, print(data), print)
	f.beside(r.past(0, []Past{corrected(12, 3.2, map[int]int{6: 4, 7: 3, 8: 4, 9: 2, 10: 3, 11: 4})}))
	h, ok := f.overTime(f.series[0])
	if !ok {
		t.Fatal("everybody's earlier answers are known, and there is no hunt")
	}
	counted := 0
	for _, g := range h.figures {
		if !g.ledger {
			continue
		}
		counted++
		if n := g.sum(h.answers); n != 6 || g.between != (interval{6, 6}) {
			t.Errorf("%d people stand in %v, want the six who corrected, and the six who did not", n, g.between)
		}
	}
	if counted != 2 {
		t.Errorf("the ledger's counts bind the hunt %d times, want one for those who corrected and one for the others", counted)
	}
}
