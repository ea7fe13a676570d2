package tabulate

import (
	"maps"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// slot is everybody's answer to one question in one wave.
type slot struct {
	question, wave int // indexes of Cohort.Questions and Cohort.Waves
	scale          []microdata.Point
	points         []int // a person each, as valid gives them
}

// part is a run of tables that rest on answers: those of a question, a theme,
// a week's pulse. Its bases are made; answers alone are missing.
type part struct {
	first int      // index of its first table
	slots []string // the answers it rests on
	make  func(slots map[string]slot) []Table
}

// slot remembers the answers to a question in a wave.
func (m *maker) slot(name string, question, wave int, points []int) {
	m.out.slots[name] = slot{question, wave, m.cohort.Questions[question].Scale, points}
}

// answered adds tables that rest on the answers of some slots.
func (m *maker) answered(slots []string, tables func(map[string]slot) []Table) {
	m.out.parts = append(m.out.parts, part{len(m.out.Tables), slots, tables})
	m.out.Tables = append(m.out.Tables, tables(m.out.slots)...)
}

// Again tabulates another dataset of the same cohort, in which nothing but the
// values of answers differs. Bases and what is known of people are taken over;
// the tables of the slots in which somebody answered otherwise, which it names,
// are made again. It refuses where other people answered.
func (t Tabulation) Again(c microdata.Cohort) (out Tabulation, changed map[string]bool, ok bool) {
	out, changed = t, make(map[string]bool)
	out.slots = maps.Clone(t.slots)
	for name, s := range t.slots {
		points := valid(c, s.wave, s.question)
		if !slices.EqualFunc(points, s.points, func(a, b int) bool { return (a == 0) == (b == 0) }) {
			return Tabulation{}, nil, false
		}
		if !slices.Equal(points, s.points) {
			s.points, changed[name] = points, true
			out.slots[name] = s
		}
	}
	out.Tables = slices.Clone(t.Tables)
	for _, p := range t.parts {
		if slices.ContainsFunc(p.slots, func(name string) bool { return changed[name] }) {
			copy(out.Tables[p.first:], p.make(out.slots))
		}
	}
	return out, changed, true
}

// valid gives each person's answer as the number of its point on the scale,
// from 1; 0 for none.
func valid(c microdata.Cohort, wave, question int) []int {
	out := make([]int, len(c.People))
	for _, a := range c.Waves[wave].Answers {
		if a.Question != question {
			continue
		}
		for i, point := range c.Questions[question].Scale {
			if point.Value == a.Value {
				out[a.Person] = i + 1
			}
		}
	}
	return out
}
