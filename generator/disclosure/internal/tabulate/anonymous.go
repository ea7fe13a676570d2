package tabulate

import (
	"fmt"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// anonymous says whether the responses of a wave name nobody. Its figures are
// of the whole cohort alone, on a base that no other wave shares: who answered
// both times cannot be told.
func (m *maker) anonymous(wave int) bool { return wave >= 0 && m.cohort.Waves[wave].Anonymous }

// answeringIn lists the people, or the responses that name nobody, with an
// answer in a wave.
func (m *maker) answeringIn(wave int, points []int) []int {
	if !m.anonymous(wave) {
		return m.answering(points, make([]int, len(points)))
	}
	var out []int
	for p, point := range points {
		if point > 0 {
			out = append(out, p)
		}
	}
	return out
}

// baseIn is the base of the people who answered a question in one wave.
func (m *maker) baseIn(wave int, q microdata.Question, people []int) int {
	if m.anonymous(wave) {
		return m.whole(people)
	}
	return m.baseOf(q, people)
}

// whole is a base of people of whom nothing is known, made once.
func (m *maker) whole(people []int) int {
	return m.surveyBase("anonymous "+fmt.Sprint(people), func() Base { return m.groups(people, people, [][]string{nil}) })
}

// anonymousResponse gives the share of the people whom a wave reached that
// handed in a response: the number of responses stands beside its figures
// anyway. Where there are more of them than people, there is none.
func (m *maker) anonymousResponse(w microdata.Wave, asked []int) {
	handedIn := 0
	for i, p := range m.cohort.People {
		if p.Anonymous && w.Responded[i] {
			handedIn++
		}
	}
	if handedIn > len(asked) {
		m.note(fmt.Sprintf("the response rate of survey %s is left out: it has more responses than people it reached", w.Name),
			fmt.Sprintf("アンケート %s は対象の人数より回答が多いため、回答率を載せません", w.Name))
		return
	}
	b := m.base(m.groups(m.present(), asked, [][]string{nil}))
	m.out.Tables = append(m.out.Tables, Table{ID: "response." + w.Name, Statistic: figure.Rate, Of: []string{"participants"}, Base: b, Rung: 1,
		Cells: []Cell{m.rules.factShare(handedIn, len(asked))}})
}
