package tabulate

import (
	"fmt"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// survey tabulates each question that both waves hold, before, after and the
// change, all three on the one paired base (rule 8): before over all minus
// before over the paired would be the few who answered only before.
func (m *maker) survey() {
	before, after := m.wave("before"), m.wave("after")
	if before == nil || after == nil {
		for _, w := range []*microdata.Wave{before, after} {
			if w != nil {
				m.note(fmt.Sprintf("the answers of wave %s are not released yet: they are shown on the people who answered before and after", w.Name),
					fmt.Sprintf("%s の回答はまだ公開されません。開始時と終了時の両方に答えた人について示すためです", w.Name))
			}
		}
		return
	}
	bases := make(map[string]int)
	for q, question := range m.cohort.Questions {
		first, second := m.valid(before, q), m.valid(after, q)
		var paired []int
		for _, p := range m.present() {
			if first[p] > 0 && second[p] > 0 {
				paired = append(paired, p)
			}
		}
		if len(paired) == 0 {
			m.note(fmt.Sprintf("question %s is left out: nobody answered it both times", question.Code),
				fmt.Sprintf("設問 %s は両方に答えた人がいないため載せません", question.Code))
			continue
		}
		key := string(question.Who) + fmt.Sprint(paired)
		b, known := bases[key]
		if !known {
			b = m.base(m.groups(m.asked(question), paired, m.breakdowns()))
			bases[key] = b
		}
		m.question(question, b, first, second)
	}
}

func (m *maker) wave(name string) *microdata.Wave {
	for i := range m.cohort.Waves {
		if m.cohort.Waves[i].Name == name {
			return &m.cohort.Waves[i]
		}
	}
	return nil
}

// valid gives each person's answer as the number of its point on the scale,
// from 1; 0 for none.
func (m *maker) valid(w *microdata.Wave, question int) []int {
	out := make([]int, len(m.cohort.People))
	for _, a := range w.Answers {
		if a.Question != question {
			continue
		}
		for i, point := range m.cohort.Questions[question].Scale {
			if point.Value == a.Value {
				out[a.Person] = i + 1
			}
		}
	}
	return out
}

// asked lists the people whom a question is for.
func (m *maker) asked(q microdata.Question) []int {
	var out []int
	for _, p := range m.present() {
		if q.Who == "" || m.cohort.People[p].Role == q.Who {
			out = append(out, p)
		}
	}
	return out
}

// question makes the five tables of one question.
func (m *maker) question(q microdata.Question, base int, first, second []int) {
	slotBefore, slotAfter := q.Code+".before", q.Code+".after"
	m.out.slots[slotBefore], m.out.slots[slotAfter] = slot{q.Scale, first}, slot{q.Scale, second}
	table := func(measure string, s figure.Statistic, rung int, slots ...string) Table {
		return Table{ID: "survey." + q.Code + "." + measure, Statistic: s, Of: []string{"survey", "before", "after"}, Base: base, Rung: rung, Answers: slots}
	}
	tables := []Table{
		table("before", figure.Distribution, 2, slotBefore),
		table("before", figure.Mean, 1, slotBefore),
		table("after", figure.Distribution, 2, slotAfter),
		table("after", figure.Mean, 1, slotAfter),
		table("change", figure.Difference, 1, slotBefore, slotAfter),
	}
	for _, g := range m.out.Bases[base].Groups {
		was, is := count(q.Scale, g.Members, first), count(q.Scale, g.Members, second)
		for i, c := range m.rules.results(was, is, 2) {
			tables[i].Cells = append(tables[i].Cells, c)
		}
		for i, c := range m.rules.results(was, is, 1) {
			tables[i].Lower = append(tables[i].Lower, c)
		}
	}
	m.out.Tables = append(m.out.Tables, tables...)
}

func count(scale []microdata.Point, members, points []int) answers {
	a := answers{scale: scale, counts: make([]int, len(scale))}
	for _, p := range members {
		a.counts[points[p]-1]++
	}
	return a
}

// results gives the cells of a group's five figures. A change shows only where
// before and after both print a plain mean: beside a class it would narrow it.
func (r Rules) results(was, is answers, rung int) [5]Cell {
	wasDistribution, wasMean := r.forms(was, rung)
	isDistribution, isMean := r.forms(is, rung)
	change := Cell{N: was.n()}
	if wasMean.Form == Number && isMean.Form == Number {
		change = plain(was.n(), float64(is.sum()-was.sum())/float64(was.n()))
	}
	return [5]Cell{wasDistribution, wasMean, isDistribution, isMean, change}
}
