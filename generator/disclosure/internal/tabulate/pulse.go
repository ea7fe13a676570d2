package tabulate

import (
	"fmt"
	"strings"

	"kohort/generator/figure"
)

// pulse makes the mean answer to each question of the short surveys, by week
// and role. Each week's answers are slots of their own, and nothing printed
// mixes two weeks; the people of each are a base of their own.
func (m *maker) pulse() {
	for q, question := range m.cohort.Questions {
		for i := range m.cohort.Waves {
			w := &m.cohort.Waves[i]
			day, isPulse := strings.CutPrefix(w.Name, "pulse-")
			points := m.valid(w, q)
			var people []int
			for _, p := range m.asked(question) {
				if points[p] > 0 {
					people = append(people, p)
				}
			}
			if !isPulse || len(people) == 0 {
				continue
			}
			slotName := question.Code + "." + w.Name
			m.out.slots[slotName] = slot{question.Scale, points}
			t := Table{ID: "pulse." + question.Code, Statistic: figure.Mean, Of: []string{"survey", "pulse"}, Rung: 1, Answers: []string{slotName},
				Base: m.pulseBase(q, people), Within: []Level{{"week", day}}}
			for _, g := range m.out.Bases[t.Base].Groups {
				_, mean := m.rules.forms(count(question.Scale, g.Members, points), 1)
				t.Cells = append(t.Cells, mean)
			}
			m.out.Tables = append(m.out.Tables, t)
		}
	}
}

// pulseBase is the base of the people who answered, made once for questions
// that the same people answered.
func (m *maker) pulseBase(q int, people []int) int {
	question := m.cohort.Questions[q]
	return m.surveyBase("pulse "+string(question.Who)+fmt.Sprint(people), func() Base {
		return m.groups(m.asked(question), people, m.breakdowns("role"))
	})
}
