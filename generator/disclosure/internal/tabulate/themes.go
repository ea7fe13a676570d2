package tabulate

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// paired is a question that was asked before and after, with its people.
type paired struct {
	question      microdata.Question
	base          int
	before, after string // the slots of its answers
}

// themes makes the means over the questions of each theme. Index and questions
// are one joint system (C21): with other people behind one of them, the sum of
// the others minus the index would be the few who skipped it. So all must have
// one base; and then the index follows from its questions' means, and stands
// only where all of these do.
func (m *maker) themes(questions []paired) {
	var names []string
	byTheme := make(map[string][]paired)
	for _, p := range questions {
		if theme := p.question.Theme; theme != "" {
			if byTheme[theme] == nil {
				names = append(names, theme)
			}
			byTheme[theme] = append(byTheme[theme], p)
		}
	}
	for _, theme := range names {
		switch of := byTheme[theme]; {
		case slices.ContainsFunc(of, func(p paired) bool { return !sameValues(p.question, of[0].question) }):
			m.note(fmt.Sprintf("theme %s is left out: its questions have different scales", theme),
				fmt.Sprintf("テーマ %s は設問の尺度が異なるため載せません", theme))
		case slices.ContainsFunc(of, func(p paired) bool { return p.base != of[0].base }):
			m.themeWithheld(theme)
		default:
			m.theme(theme, of)
		}
	}
}

func sameValues(a, b microdata.Question) bool {
	return slices.EqualFunc(a.Scale, b.Scale, func(x, y microdata.Point) bool { return x.Value == y.Value })
}

// themeMeasures are the tables of a theme.
var themeMeasures = []struct {
	name      string
	statistic figure.Statistic
}{{"before", figure.Mean}, {"after", figure.Mean}, {"change", figure.Difference}}

func (m *maker) themeWithheld(theme string) {
	for _, measure := range themeMeasures {
		m.out.Tables = append(m.out.Tables, Table{
			ID: "theme." + theme + "." + measure.name, Statistic: measure.statistic, Of: pairedBase, Base: -1, Rung: 1,
			Levels: [][]Level{nil}, Cells: []Cell{{Why: OtherBase}},
		})
	}
}

func (m *maker) theme(name string, of []paired) {
	var before, after []string
	for _, p := range of {
		before, after = append(before, p.before), append(after, p.after)
	}
	both := append(slices.Clone(before), after...)
	m.answered(both, func(slots map[string]slot) []Table {
		var tables []Table
		for i, answers := range [][]string{before, after, both} {
			tables = append(tables, Table{ID: "theme." + name + "." + themeMeasures[i].name, Statistic: themeMeasures[i].statistic,
				Of: pairedBase, Base: of[0].base, Rung: 1, Answers: answers})
			tables[i].room(len(m.out.Bases[of[0].base].Groups))
		}
		for _, g := range m.out.Bases[of[0].base].Groups {
			upper, lower := m.index(of, slots, g.Members, 2), m.index(of, slots, g.Members, 1)
			for i := range tables {
				tables[i].Cells, tables[i].Lower = append(tables[i].Cells, upper[i]), append(tables[i].Lower, lower[i])
			}
		}
		return tables
	})
}

// index gives a group's cells of a theme: before, after, change.
func (m *maker) index(of []paired, slots map[string]slot, members []int, rung int) [3]Cell {
	n := len(members)
	out := [3]Cell{{N: n}, {N: n}, {N: n}}
	sums, plainly := [2]int{}, [2]bool{true, true}
	for _, p := range of {
		for wave, at := range []string{p.before, p.after} {
			a := count(p.question.Scale, members, slots[at].points)
			_, mean := m.rules.forms(a, rung)
			if len(of) == 1 && p.question.Good != "low" {
				out[wave] = mean // the same figure by another name, in the same form
			}
			plainly[wave] = plainly[wave] && mean.Form == Number
			sums[wave] += towardsGood(p.question, a)
		}
	}
	by := float64(n * len(of))
	for wave, sum := range sums {
		if plainly[wave] {
			out[wave] = plain(n, float64(sum)/by)
		}
	}
	if plainly[0] && plainly[1] {
		out[2] = plain(n, float64(sums[1]-sums[0])/by)
	}
	return out
}

// towardsGood is the sum of answers, turned round where the low end is good.
func towardsGood(q microdata.Question, a answers) int {
	if q.Good != "low" {
		return a.sum()
	}
	return a.n()*(a.scale[0].Value+a.scale[len(a.scale)-1].Value) - a.sum()
}
