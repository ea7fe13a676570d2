package attack

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// family attacks the series of one question over a cohort of its own, which
// holds this question alone. The index of a theme stands only where the means
// of all its questions do, and follows from them: steps that keep each of these
// to the last point keep the index, so that with one the search may not use
// that figures are rounded.
type family struct {
	cohort   microdata.Cohort
	series   []series
	figures  []figure
	past     []figure // those of them that earlier releases printed
	answers  map[string][]int
	printed  []Table
	print    Print
	follow   Follow // nil where every twin counts
	limits   Thresholds
	known    []string // of each person, what the roster and who answered tell
	stood    []string // of each person, behind which earlier figures; nil where there are none
	ledger   []string // of each person, what tells people apart to the ledger; likewise
	rounding bool
}

func (r *reader) questionTwins(question int, recommended bool, tables []Table, print Print) []Finding {
	f := r.family(question, recommended, tables, print)
	if len(f.figures) == 0 {
		return nil
	}
	f.printed = print(f.cohort)
	var out []Finding
	for i := range f.series {
		out = append(out, f.seriesTwins(i, nil)...)
	}
	return out
}

func (r *reader) family(question int, recommended bool, tables []Table, print Print) family {
	f := family{cohort: r.only(question), print: print, limits: r.limits, answers: make(map[string][]int)}
	theme := "theme." + r.cohort.Questions[question].Theme + "."
	f.rounding = !slices.ContainsFunc(tables, func(t Table) bool {
		return strings.HasPrefix(t.ID, theme) && slices.ContainsFunc(t.Cells, func(c Cell) bool { return c.Form != Withheld })
	})
	for w := range f.cohort.Waves {
		s := newSeries(f.cohort, 0, w)
		f.series = append(f.series, s)
		f.answers[s.name] = s.points
	}
	f.known = keys(f.cohort, rosterDimensions)
	if !recommended {
		tables = slices.DeleteFunc(slices.Clone(tables), func(t Table) bool { return strings.HasPrefix(t.ID, "recommend.") })
	}
	f.figures = newReader(f.cohort, r.limits).figures([]int{0}, tables)
	return f
}

// keys says of each person of a cohort with one question what tells people
// apart: their levels, and in which waves there is an answer.
func keys(c microdata.Cohort, dimensions []string) []string {
	out := make([]string, len(c.People))
	for p, person := range c.People {
		for _, d := range dimensions {
			out[p] += person.Level(d) + "\x00"
		}
	}
	for _, w := range c.Waves {
		for _, a := range w.Answers {
			out[a.Person] += w.Name + "\x00"
		}
	}
	return out
}

// rosterDimensions are what the roster tells people apart by.
var rosterDimensions = []string{"role", "department", "grade", "site"}

// only is the cohort with one of its questions, and of the rest what the
// printing of answers needs.
func (r *reader) only(question int) microdata.Cohort {
	c := r.cohort
	c.Questions, c.Waves, c.Pairs, c.Sessions, c.Goals, c.Followups = c.Questions[question:question+1], slices.Clone(c.Waves), nil, nil, nil, nil
	for w, wave := range c.Waves {
		c.Waves[w].Answers = nil
		for _, a := range wave.Answers {
			if a.Question == question {
				a.Question = 0
				c.Waves[w].Answers = append(c.Waves[w].Answers, a)
			}
		}
	}
	return c
}

// seriesTwins looks for the twins of one series. Whoever has none beside the
// figures of earlier releases alone, which before holds, is told already.
func (f *family) seriesTwins(i int, before *family) []Finding {
	s := f.series[i]
	mixed := slices.ContainsFunc(f.figures, func(g figure) bool { return g.weights[s.name] != nil })
	if !mixed {
		return nil
	}
	name := "survey." + s.name
	h, ok := f.hunt(s)
	if !ok {
		return []Finding{{Kind: NotKnown, Proof: name, Series: s.name}}
	}
	late, overTime := hunt{}, before != nil
	if overTime {
		late, overTime = f.overTime(s)
	}
	var out []Finding
	for target, k := range h.grid.kinds {
		if h.covered(target, nil) || overTime && late.coveredOverTime(h.grid.people[k.atom][k.point]) {
			continue
		}
		if before == nil || !before.tells(s, h.grid.people[k.atom][k.point][0]) {
			return []Finding{{Kind: NoTwin, Proof: name, Series: s.name}}
		}
		out = []Finding{{Kind: NoTwin, Proof: name, Series: s.name, Already: true}}
	}
	return out
}

// tells says whether somebody has no twin.
func (f *family) tells(s series, person int) bool {
	h, ok := f.hunt(s)
	if !ok {
		return false
	}
	for target, k := range h.grid.kinds {
		if slices.Contains(h.grid.people[k.atom][k.point], person) {
			return !h.covered(target, nil)
		}
	}
	return false
}

// Closely says whether a wave of a cohort with one question is attacked closely:
// people are then of one kind only where neither a printed figure nor the roster
// tells them apart; else where no figure does.
func (t Thresholds) Closely(c microdata.Cohort, wave int) bool {
	if n := len(c.Waves[wave].Answers); n > 0 && n <= t.FewAnswers {
		return true
	}
	known, kinds := keys(c, rosterDimensions), make(map[string]bool)
	for _, a := range c.Waves[wave].Answers {
		kinds[known[a.Person]] = true
	}
	return len(kinds) <= t.FewKinds
}

func (f *family) hunt(s series) (hunt, bool) {
	apart := f.stood
	if f.limits.Closely(f.cohort, s.wave) {
		apart = joined(f.known, f.stood)
	}
	g, ok := newGrid(s, f.figures, f.answers, apart)
	if ok {
		g.memory = f.limits.Memory
	}
	return hunt{family: f, series: s, grid: g, tried: make(map[string]bool)}, ok
}

// joined joins what two lists say of each person; the second may be nil.
func joined(a, b []string) []string {
	if b == nil {
		return a
	}
	out := slices.Clone(a)
	for p := range out {
		out[p] += b[p]
	}
	return out
}
