package tabulate

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// pulse makes the mean answer to each question of the short surveys, by week
// and role. Each week's answers are slots of their own, and nothing printed
// mixes two weeks; the people of each are a base of their own.
func (m *maker) pulse() {
	for q, question := range m.cohort.Questions {
		for i := range m.cohort.Waves {
			name := m.cohort.Waves[i].Name
			day, isPulse := strings.CutPrefix(name, "pulse-")
			points := valid(m.cohort, i, q)
			people := m.weekly(i, question, points)
			if !isPulse || len(people) == 0 {
				continue
			}
			at, base := question.Code+"."+name, m.pulseBase(i, q, people)
			m.slot(at, q, i, points)
			m.answered([]string{at}, func(slots map[string]slot) []Table {
				t := Table{ID: "pulse." + question.Code, Statistic: figure.Mean, Of: []string{"survey", "pulse"}, Rung: 1, Answers: []string{at},
					Base: base, Within: []Level{{"week", day}}}
				for _, g := range m.out.Bases[base].Groups {
					_, mean := m.rules.forms(count(question.Scale, g.Members, slots[at].points), 1)
					t.Cells = append(t.Cells, mean)
				}
				return []Table{t}
			})
		}
	}
}

// weekly lists the people who answered a question in a week, of those whom it
// is for.
func (m *maker) weekly(wave int, q microdata.Question, points []int) []int {
	if m.anonymous(wave) {
		return m.answeringIn(wave, points)
	}
	return slices.DeleteFunc(m.asked(q), func(p int) bool { return points[p] == 0 })
}

// pulseBase is the base of the people who answered, made once for questions
// that the same people answered.
func (m *maker) pulseBase(wave, q int, people []int) int {
	if m.anonymous(wave) {
		return m.whole(people)
	}
	question := m.cohort.Questions[q]
	return m.surveyBase("pulse "+string(question.Who)+fmt.Sprint(people), func() Base {
		return m.groups(m.asked(question), people, m.breakdowns("role"))
	})
}
