package attack

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// followed asks whether a twin would have come to print the same, beside what
// stood behind the earlier cells in it. Where it is not known what somebody
// answered then, nobody can tell.
func (h *hunt) followed(twin microdata.Cohort, points []int) bool {
	s := h.series
	if !h.limits.Closely(h.cohort, s.wave) {
		return true
	}
	if h.histories != nil {
		s = newSeries(h.cohort, 0, s.wave)
	}
	times, ok := h.times(s)
	if !ok {
		return false
	}
	after := slices.Clone(times)
	for p, over := range times {
		switch {
		case points[p] < 0:
		case h.histories != nil:
			after[p] = h.histories[points[p]]
		default: // an answer that was not replaced is the present one
			after[p] = slices.Clone(over)
			for at, point := range over {
				if point == s.points[p] {
					after[p][at] = points[p]
				}
			}
		}
	}
	return slices.Equal(h.whoCorrected(times), h.whoCorrected(after)) && h.follow(twin, h.earlier(s, after))
}

// whoCorrected lists, of people whom nothing tells apart to the ledger, who
// corrected answers when.
func (f *family) whoCorrected(times [][]int) []string {
	out := slices.Clone(f.ledger)
	for p := range out {
		out[p] += pattern(times[p])
	}
	slices.Sort(out)
	return out
}

// pattern says between which releases an answer came in or was corrected.
func pattern(points []int) (out string) {
	for _, point := range points {
		out += fmt.Sprint(" ", slices.Index(points, point), point < 0)
	}
	return out
}

// earlier are the earlier cells with what people answered over time behind them.
func (h *hunt) earlier(s series, times [][]int) []Past {
	releases, numbers := h.releases(), 0
	var out []Past
	for _, g := range h.past {
		for _, slot := range g.slots {
			numbers = max(numbers, slot.Replaced)
		}
	}
	seen := make(map[string]bool)
	for _, g := range h.past {
		key := fmt.Sprint(g.release, g.cell)
		if seen[key] {
			continue // one cell is several figures
		}
		seen[key] = true
		at := slices.Index(releases, g.release)
		cell := Past{Release: g.release, Table: g.cell, Slots: slices.Clone(g.slots)}
		for i, slot := range cell.Slots {
			if slot.Series != s.name || slot.Owner < 0 {
				continue
			}
			over := times[slot.Owner]
			now := PastSlot{Owner: slot.Owner, Series: slot.Series}
			if point := over[at]; point != over[len(over)-1] {
				now.Replaced, now.Known, now.Value = numbers+1+slot.Owner*len(s.values)+point, true, s.values[point]
			}
			cell.Slots[i] = now
		}
		out = append(out, cell)
	}
	return out
}
