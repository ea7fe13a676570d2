package attack

import "slices"

// Slot is one number that nobody may learn, of an owner, in the union of
// several releases. A corrected answer is another slot of the same owner.
type Slot struct {
	Owner int
	Key   string
}

// Sum is a figure of a release over slots, each counted as often as it says.
type Sum struct {
	Name    string
	Slots   map[Slot]int64
	Earlier bool // printed by an earlier release, for good
}

// Union attacks what several releases printed, all together: no combination may
// tell of fewer than k owners, nor give a hidden sum. What the earlier releases
// alone tell is out already and no finding.
func Union(printed, hidden []Sum, k int, unit string) []Finding {
	before := system{k: k, unit: unit, hidden: rows(hidden)}
	all := system{k: k, unit: unit, printed: rows(printed)}
	for _, s := range printed {
		if s.Earlier {
			before.printed = append(before.printed, s.row())
		}
	}
	var known []string
	for _, f := range before.attack() {
		known = append(known, f.Proof)
	}
	for _, h := range before.hidden {
		alone := system{k: 0, unit: unit, printed: before.printed, hidden: []row{h}}
		if len(alone.attack()) == 0 {
			all.hidden = append(all.hidden, h)
		}
	}
	return slices.DeleteFunc(all.attack(), func(f Finding) bool { return slices.Contains(known, f.Proof) })
}

func (s Sum) row() row {
	out := row{name: s.Name, slots: make(map[slot]int64, len(s.Slots))}
	for at, times := range s.Slots {
		out.slots[slot{at.Owner, at.Key}] = times
	}
	return out
}

func rows(sums []Sum) []row {
	out := make([]row, len(sums))
	for i, s := range sums {
		out[i] = s.row()
	}
	return out
}
