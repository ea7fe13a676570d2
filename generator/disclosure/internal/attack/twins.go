package attack

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/internal/workers"
)

// Print gives everything that would be printed of a cohort. It is the caller's
// own pipeline: a twin whose bands, classes or withheld cells differ would tell
// itself apart (Wong et al. 2007), and does not count. It is called from several
// goroutines.
type Print func(microdata.Cohort) []Table

// Twins looks, for each question and wave of which something is printed, for
// each kind of insiders (atom and answer, as many as the coalition) and each
// other kind of person, for a twin: another complete dataset in which the
// insiders answered as they did, the person answered otherwise by at least the
// width, and everything prints the same. It proves each twin by adding up every
// printed number again, and by printing. No twin is a finding that names the
// question and the wave, never people. What pairs hold (sessions, days to the
// first, goals, check-ins) is attacked alike, the pair in place of the person.
// What everybody knows of each other is no secret and needs no twin.
//
// due names the series ("trust.after", "sessions") to attack; families of
// questions with none of them are left as they are. Nil is all.
func Twins(c microdata.Cohort, tables []Table, t Thresholds, print Print, due map[string]bool) []Finding {
	r := newReader(c, t)
	recommended, found := r.recommended(), make([][]Finding, len(c.Questions))
	var both workers.Group
	var ofPairs []Finding
	both.Go(func() { ofPairs = r.pairTwins(tables, print, due, nil) })
	both.Go(func() {
		workers.Each(len(c.Questions), func(q int) {
			if due == nil || isDue(c, q, due) {
				found[q] = r.questionTwins(q, q == recommended, tables, print)
			}
		})
	})
	both.Wait()
	return append(slices.Concat(found...), ofPairs...)
}

// hunt is the search for the twins of one series.
type hunt struct {
	*family
	series series
	grid   *grid
	// histories are what people answered over time, where the series' points
	// are such (overTime); nil where they are present answers.
	histories [][]int
	tried     map[string]bool // by steps, whether they make a twin
}

// covered says whether a target has a twin beside each choice of insiders that
// holds those locked. One twin serves all insiders whose kinds it leaves
// enough people of; the search goes on for the others alone.
func (h *hunt) covered(target int, locked []int) bool {
	steps, found := h.grid.another(target, locked, h.limits.Width, h.rounding, h.isTwin)
	if !found {
		return false
	}
	used := make(map[int]int)
	for _, m := range steps {
		used[h.grid.kindOf[m.atom][m.from]]++
	}
	for k := range h.grid.kinds {
		if used[k] == 0 {
			continue
		}
		count, already := h.grid.kinds[k].count, 0
		for _, l := range locked {
			if l == k {
				already++
			}
		}
		more := count - used[k] - already + 1 // insiders of this kind who break it
		others := count - already
		if k == target {
			others--
		}
		if more > h.limits.Coalition-len(locked) || more > others {
			continue
		}
		if !h.covered(target, append(slices.Clone(locked), slices.Repeat([]int{k}, more)...)) {
			return false
		}
	}
	return true
}

// isTwin verifies steps: everything printed adds up as before, and prints as
// before.
func (h *hunt) isTwin(steps []step) bool {
	sorted := slices.Clone(steps)
	slices.SortFunc(sorted, func(a, b step) int {
		return slices.Compare([]int{a.atom, a.from, a.to}, []int{b.atom, b.from, b.to})
	})
	key := fmt.Sprint(sorted)
	if is, known := h.tried[key]; known {
		return is
	}
	is := h.verified(sorted)
	h.tried[key] = is
	return is
}

func (h *hunt) verified(steps []step) bool {
	if h.exchangeable(steps) {
		return true
	}
	points := slices.Clone(h.series.points)
	taken := make(map[int]int)
	for _, m := range steps {
		k := h.grid.kindOf[m.atom][m.from]
		points[h.grid.people[m.atom][m.from][taken[k]]] = m.to
		taken[k]++
	}
	answers := make(map[string][]int, len(h.answers))
	for name, p := range h.answers {
		answers[name] = p
	}
	answers[h.series.name] = points
	for _, f := range h.figures {
		after := f.sum(answers)
		if !f.open && !f.between.holds(after) || f.open && after != f.sum(h.answers) {
			return false
		}
	}
	if h.print == nil {
		return true
	}
	twin := h.changed(points)
	if !slices.EqualFunc(h.print(twin), h.printed, sameTable) {
		return false
	}
	return h.follow == nil || h.followed(twin, points)
}

// exchangeable says whether steps exchange the answers of two people whom no
// dimension tells apart, and who answered in the same waves. Exchanging all
// that they answered is a twin of which every figure is the same by its
// symmetry, whatever it is of: a test holds that it prints the same bytes.
func (h *hunt) exchangeable(steps []step) bool {
	if len(steps) != 2 || steps[0].atom != steps[1].atom || steps[0].from != steps[1].to || steps[0].to != steps[1].from {
		return false
	}
	for _, a := range h.grid.people[steps[0].atom][steps[0].from] {
		for _, b := range h.grid.people[steps[1].atom][steps[1].from] {
			if h.alike(a, b) {
				return true
			}
		}
	}
	return false
}

// alike says whether nothing tells two people apart: not the roster, not in which
// waves they answered, and not what of theirs stood behind earlier figures.
func (h *hunt) alike(a, b int) bool {
	return h.known[a] == h.known[b] && (h.stood == nil || h.stood[a] == h.stood[b])
}

// changed is the family's cohort with other answers in the hunt's series.
func (h *hunt) changed(points []int) microdata.Cohort {
	c := h.cohort
	c.Waves = slices.Clone(c.Waves)
	answers := slices.Clone(c.Waves[h.series.wave].Answers)
	for i, a := range answers {
		if a.Question == h.series.question && points[a.Person] >= 0 {
			answers[i].Value = h.series.values[points[a.Person]]
		}
	}
	c.Waves[h.series.wave].Answers = answers
	return c
}

// Alike says whether two datasets of a cohort print the same.
func Alike(a, b []Table) bool { return slices.EqualFunc(a, b, sameTable) }

func sameTable(a, b Table) bool {
	return a.ID == b.ID && a.Statistic == b.Statistic && slices.EqualFunc(a.Cells, b.Cells, sameCell)
}

func sameCell(a, b Cell) bool {
	return a.Form == b.Form && a.N == b.N && a.Value == b.Value && a.Lo == b.Lo && a.Hi == b.Hi &&
		a.Interval == b.Interval && a.Effect == b.Effect &&
		slices.Equal(a.At, b.At) && slices.Equal(a.Counts, b.Counts)
}
