package attack

import (
	"fmt"
	"slices"
)

// Who corrected an answer is known to nobody else, unlike who answered: the
// policy's known facts do not list it. So beside earlier releases there is
// another kind of twin than one that leaves each replaced answer where it was:
// people take over from each other what they answered over time, and with it
// who corrected what. Among people of whom the same is known, and who stood
// behind the same earlier figures, as many corrected their answer as before, so
// that the ledger decides the same of the twin. Nobody can be mistaken about
// whose answers came in between two releases, and those stay theirs.

// overTime is the hunt for such twins of a series: its points are what people
// answered over time, of which values are the present answers. It fails where a
// replaced answer of somebody known is not known.
func (f *family) overTime(s series) (hunt, bool) {
	if !slices.ContainsFunc(f.past, func(g figure) bool { return len(g.gone[s.name]) > 0 }) {
		return hunt{}, false // nobody corrected anything: no other twins
	}
	times, ok := f.times(s)
	if !ok {
		return hunt{}, false
	}
	of := series{question: s.question, wave: s.wave, name: s.name, points: make([]int, len(s.points))}
	var histories [][]int
	for p, point := range s.points {
		if of.points[p] = -1; point < 0 {
			continue
		}
		h := slices.IndexFunc(histories, func(h []int) bool { return slices.Equal(h, times[p]) })
		if h < 0 {
			h = len(histories)
			histories = append(histories, times[p])
		}
		of.points[p] = h
	}
	if f.follow != nil {
		histories = withMore(histories, len(s.values))
	}
	for _, h := range histories {
		of.values = append(of.values, s.values[h[len(h)-1]])
	}
	own := *f
	own.answers = make(map[string][]int, len(f.answers))
	for name, points := range f.answers {
		own.answers[name] = points
	}
	own.answers[s.name] = of.points
	own.past, own.figures = nil, nil
	for _, g := range f.figures {
		g = g.overTime(s, histories, f.releases())
		if own.figures = append(own.figures, g); g.slots != nil {
			own.past = append(own.past, g)
		}
	}
	own.figures = append(own.figures, f.corrections(of, histories)...)
	h, ok := own.hunt(of)
	h.histories = histories
	return h, ok
}

// withMore adds what somebody could have answered over time instead: any answer
// all the while, or one corrected once, wherever an answer came in.
func withMore(histories [][]int, points int) [][]int {
	out := slices.Clone(histories)
	for _, h := range histories {
		since := slices.IndexFunc(h, func(point int) bool { return point >= 0 })
		for from := range points {
			for to := range points {
				for at := since + 1; at < len(h) || at == since+1 && from == to; at++ {
					other := slices.Clone(h)
					for i := since; i < len(h); i++ {
						if other[i] = from; i >= at {
							other[i] = to
						}
					}
					if !slices.ContainsFunc(out, func(o []int) bool { return slices.Equal(o, other) }) {
						out = append(out, other)
					}
				}
			}
		}
	}
	return out
}

// releases are the numbers of the releases that printed something of the question.
func (f *family) releases() []int {
	var out []int
	for _, g := range f.past {
		out = append(out, g.release)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// times gives for each person the points of the answers that stood behind each
// release, -1 where none did, and at last the present one.
func (f *family) times(s series) ([][]int, bool) {
	releases := f.releases()
	out := make([][]int, len(s.points))
	for p := range out {
		out[p] = append(slices.Repeat([]int{-1}, len(releases)), s.points[p])
	}
	for _, g := range f.past {
		at := slices.Index(releases, g.release)
		for _, slot := range g.slots {
			if slot.Series != s.name || slot.Owner < 0 {
				continue
			}
			point := s.points[slot.Owner]
			if slot.Replaced > 0 {
				point = slices.Index(s.values, slot.Value)
				if !slot.Known || point < 0 {
					return nil, false
				}
			}
			if was := out[slot.Owner][at]; was >= 0 && was != point {
				return nil, false
			}
			out[slot.Owner][at] = point
		}
	}
	return out, true
}

// overTime writes a figure with weights over what people answered over time: an
// earlier one counts what they answered then.
func (g figure) overTime(s series, histories [][]int, releases []int) figure {
	weights := g.weights[s.name]
	if weights == nil {
		return g
	}
	at := len(releases) // the present
	if g.slots != nil {
		at = slices.Index(releases, g.release)
		var left []PastSlot
		by := make(map[string][]int, len(g.by))
		for name, of := range g.by {
			by[name] = of
		}
		by[s.name] = nil
		for _, slot := range g.slots {
			if slot.Series == s.name && slot.Owner >= 0 {
				by[s.name] = append(by[s.name], slot.Owner)
			} else {
				left = append(left, slot)
			}
		}
		g.rest, g.open = g.replacedSum(g.scale, left)
		g.by = by
	}
	own := make([]int, len(histories))
	for h, points := range histories {
		if points[at] >= 0 {
			own[h] = weights[points[at]]
		}
	}
	all := make(map[string][]int, len(g.weights))
	for name, w := range g.weights {
		all[name] = w
	}
	all[s.name] = own
	g.weights = all
	return g
}

// corrections say of people whom nothing tells apart how many corrected their
// answer between which releases.
func (f *family) corrections(s series, histories [][]int) []figure {
	patterns := make([]string, len(histories))
	for h, points := range histories {
		patterns[h] = pattern(points)
	}
	groups := make(map[string][]int)
	for p, key := range f.ledger {
		if s.points[p] >= 0 {
			groups[key] = append(groups[key], p)
		}
	}
	var out []figure
	names := slices.Clone(patterns)
	slices.Sort(names)
	keys := make([]string, 0, len(groups))
	for key := range groups {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		for _, pattern := range slices.Compact(names) {
			weights, count := make([]int, len(histories)), 0
			for h := range histories {
				if patterns[h] == pattern {
					weights[h] = 1
				}
			}
			for _, p := range groups[key] {
				count += weights[s.points[p]]
			}
			out = append(out, figure{weights: map[string][]int{s.name: weights}, people: groups[key], between: interval{count, count}, exact: true, ledger: true})
		}
	}
	return out
}

// standing says of each person behind which earlier figures there is an answer
// of his, then or now: everybody knows when somebody's answer came in.
func (f *family) standing() []string {
	out := make([]string, len(f.cohort.People))
	for i, g := range f.past {
		for _, slot := range g.slots {
			if slot.Owner >= 0 {
				out[slot.Owner] += fmt.Sprint(i, " ", slot.Series, "\x00")
			}
		}
	}
	return out
}

// dimensions are those that the cohort is broken down by, and the one by which
// questions are asked.
func (f *family) dimensions() []string {
	out := []string{"role"}
	for _, by := range f.cohort.By {
		out = append(out, by...)
	}
	return out
}

// coveredOverTime says whether each of some people has a twin over time beside
// each choice of insiders.
func (h *hunt) coveredOverTime(people []int) bool {
	asked := make(map[int]bool)
	for target, k := range h.grid.kinds {
		for _, p := range h.grid.people[k.atom][k.point] {
			asked[target] = asked[target] || slices.Contains(people, p)
		}
		if asked[target] && !h.covered(target, nil) {
			return false
		}
	}
	return true
}
