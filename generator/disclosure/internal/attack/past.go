package attack

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/internal/workers"
)

// Past is a cell that an earlier release printed, of the values that stood
// behind it then.
type Past struct {
	Release int   // that printed it first
	Table   Table // with this cell alone
	Slots   []PastSlot
}

// PastSlot is one value behind an earlier cell: the present one of a person or
// pair, or one that was replaced since.
type PastSlot struct {
	Owner    int    // index of the cohort's people or pairs; -1 where it is not known
	Series   string // "trust.after"; of what a pair holds the key that the ledger has
	Replaced int    // 0: it is the present value; else the number of the replaced one
	Known    bool   // what a replaced answer was is known, and is
	Value    int
}

// Earlier is everything that earlier releases printed of a cohort and that is
// no known fact. Held are the keys of what each pair holds now; Items, by series,
// those that each session, goal and check-in counts in, in the cohort's order.
type Earlier struct {
	Cells []Past
	Held  map[int][]string
	Items map[string][][]string
}

// Beside attacks what is about to be printed together with all that earlier
// releases printed, by bounds and by twins. A twin keeps every printed number
// as Twins says, and every earlier one, of which replaced values stay what they
// were; where that is not known, the present ones behind a figure keep their
// sum. In the bounds replaced values are unknowns of their own. A finding that the earlier releases alone give is Already: it is
// out, and no withholding takes it back.
//
// due names the series to attack. A twin counts only where follow says so; nil
// is always.
func Beside(c microdata.Cohort, tables []Table, earlier Earlier, t Thresholds, print Print, due map[string]bool, follow Follow) []Finding {
	r := newReader(c, t)
	recommended, found := r.recommended(), make([][]Finding, len(c.Questions))
	workers.Each(len(c.Questions), func(q int) {
		if isDue(c, q, due) {
			found[q] = newReader(c, t).questionBeside(q, q == recommended, tables, earlier, print, due, follow)
		}
	})
	return append(slices.Concat(found...), r.pairsBeside(tables, earlier, print, due)...)
}

// Follow says of a twin, a cohort with one question, whether it would have come
// to print the same: earlier are the cells about the question with what stood
// behind them in the twin.
type Follow func(twin microdata.Cohort, earlier []Past) bool

// isDue says whether a question in some wave is among the series to attack.
func isDue(c microdata.Cohort, question int, due map[string]bool) bool {
	return slices.ContainsFunc(c.Waves, func(w microdata.Wave) bool { return due[c.Questions[question].Code+"."+w.Name] })
}

func (r *reader) questionBeside(question int, recommended bool, tables []Table, earlier Earlier, print Print, due map[string]bool, follow Follow) []Finding {
	f := r.family(question, recommended, tables, print)
	f.beside(r.past(question, earlier.Cells))
	if theme := "theme." + r.cohort.Questions[question].Theme + "."; slices.ContainsFunc(earlier.Cells, func(p Past) bool { return strings.HasPrefix(p.Table.ID, theme) }) {
		f.rounding = false
	}
	f.printed, f.follow = print(f.cohort), follow
	before := f
	before.print, before.follow = nil, nil
	before.figures = slices.DeleteFunc(slices.Clone(f.past), func(g figure) bool { return len(g.gone) > 0 })
	var out []Finding
	for i, s := range f.series {
		if !due[s.name] {
			continue
		}
		// Whom the bounds leave one answer has no twin either: they add what
		// they say of withheld means and of replaced answers.
		finding := f.seriesTwins(i, &before)
		if len(finding) == 0 {
			finding = r.boundsBeside(s, &f, &before, unseenMeans(tables, earlier.Cells))
		}
		out = append(out, finding...)
	}
	return out
}

// beside sets the figures of earlier releases beside the present ones.
func (f *family) beside(past []figure) {
	f.past, f.figures = past, slices.Concat(f.figures, past)
	f.stood = f.standing()
	f.ledger = joined(keys(f.cohort, f.dimensions()), f.stood)
}

// boundsBeside runs the bounds over the present and the earlier figures.
func (r *reader) boundsBeside(s series, all, before *family, tables []Table) []Finding {
	own := newReader(all.cohort, r.limits)
	run := func(f *family) []Finding {
		g, ok := newGrid(s, f.figures, f.answers, nil)
		if !ok || len(g.rows) == 0 {
			return nil // told by the twins; or nothing is printed
		}
		return own.bounded(s, g, f.figures, tables)
	}
	out := run(all)
	if len(out) > 0 {
		out[0].Already = len(run(before)) > 0
	}
	return out
}

// unseenMeans are tables without the cells of means that an earlier release
// printed: of these the value is out, and that the present one lies near it,
// since few answers changed, tells nobody's. They are not withheld.
func unseenMeans(tables []Table, cells []Past) []Table {
	out := slices.Clone(tables)
	for i, t := range out {
		if t.Statistic != "mean" {
			continue
		}
		out[i].Cells = slices.DeleteFunc(slices.Clone(t.Cells), func(c Cell) bool {
			return slices.ContainsFunc(cells, func(p Past) bool {
				return p.Table.ID == t.ID && p.Table.Statistic == t.Statistic && slices.Equal(p.Table.Cells[0].At, c.At)
			})
		})
	}
	return out
}

// past reads earlier cells about a question as figures over present and replaced
// answers.
func (r *reader) past(question int, cells []Past) []figure {
	var out []figure
	for _, p := range cells {
		if len(p.Table.Cells) != 1 || p.Table.Cells[0].Form == Withheld {
			continue
		}
		cell := p.Table.Cells[0]
		q, measure, _ := r.asks([]int{question}, p.Table, cell)
		if q < 0 {
			continue
		}
		by, gone := make(map[string][]int), make(map[string][]int)
		for _, s := range p.Slots {
			if s.Replaced == 0 {
				by[s.Series] = append(by[s.Series], s.Owner)
			} else {
				gone[s.Series] = append(gone[s.Series], s.Replaced)
			}
		}
		of := r.cohort.Questions[q]
		for _, f := range r.cellFigures(of, measure, make([]int, cell.N), p.Table, cell) {
			f.by, f.gone = by, gone
			f.slots, f.release, f.scale, f.cell = p.Slots, p.Release, of, p.Table
			f.rest, f.open = f.replacedSum(of, p.Slots)
			out = append(out, f)
		}
	}
	return out
}

// of are the people whose present answer in a series a figure counts.
func (f figure) of(series string) []int {
	if f.by != nil {
		return f.by[series]
	}
	return f.people
}

// replacedSum adds up a figure's weights over replaced answers; open says that
// one of them is not known.
func (f figure) replacedSum(q microdata.Question, slots []PastSlot) (sum int, open bool) {
	for _, s := range slots {
		weights := f.weights[s.Series]
		if s.Replaced == 0 || weights == nil {
			continue
		}
		point := slices.IndexFunc(q.Scale, func(p microdata.Point) bool { return p.Value == s.Value })
		if !s.Known || point < 0 {
			return 0, true
		}
		sum += weights[point]
	}
	return sum, false
}

// replaced groups the replaced values of a series by the figures that count
// them: how many there are of each group, and by figure its groups.
func replaced(figures []figure, series string) (sizes []int, groups [][]int) {
	member := make(map[int][]int)
	var numbers []int
	for i, f := range figures {
		if f.weights[series] == nil {
			continue
		}
		for _, n := range f.gone[series] {
			if member[n] == nil {
				numbers = append(numbers, n)
			}
			member[n] = append(member[n], i)
		}
	}
	slices.SortFunc(numbers, func(a, b int) int { return slices.Compare(member[a], member[b]) })
	groups = make([][]int, len(figures))
	for at, n := range numbers {
		if at > 0 && slices.Equal(member[n], member[numbers[at-1]]) {
			sizes[len(sizes)-1]++
			continue
		}
		for _, i := range member[n] {
			groups[i] = append(groups[i], len(sizes))
		}
		sizes = append(sizes, 1)
	}
	return sizes, groups
}
