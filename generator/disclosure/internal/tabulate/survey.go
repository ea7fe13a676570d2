package tabulate

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// survey tabulates each question that both waves hold, before, after and the
// change, all three on the one paired base (rule 8): before over all minus
// before over the paired would be the few who answered only before. A question
// that was asked after the program alone stands on all who answered it there.
func (m *maker) survey() {
	m.midway()
	before, after := m.wave("before"), m.wave("after")
	if !handedIn(before) || !handedIn(after) {
		for _, w := range []*microdata.Wave{before, after} {
			if handedIn(w) {
				m.note(fmt.Sprintf("the answers of wave %s are not released yet: they are shown on the people who answered before and after", w.Name),
					fmt.Sprintf("%s の回答はまだ公開されません。開始時と終了時の両方に答えた人について示すためです", w.Name))
			}
		}
		return
	}
	var all []paired
	for q, question := range m.cohort.Questions {
		first, second := m.valid(before, q), m.valid(after, q)
		people := m.answering(first, second)
		switch {
		case len(people) > 0 && given(first) && given(second):
			p := paired{question, m.baseOf(question, people), first, second}
			m.question(p)
			all = append(all, p)
		case len(people) > 0 && !given(first):
			m.single(question, "after", people, second)
		case given(first):
			m.note(fmt.Sprintf("question %s is left out: nobody answered it both times", question.Code),
				fmt.Sprintf("設問 %s は両方に答えた人がいないため載せません", question.Code))
		}
	}
	m.themes(all)
}

// handedIn says whether there is a wave and anybody handed it in.
func handedIn(w *microdata.Wave) bool { return w != nil && slices.Contains(w.Responded, true) }

// answering lists the people who answered a question each time it was asked.
func (m *maker) answering(first, second []int) []int {
	var out []int
	for _, p := range m.present() {
		if (first[p] > 0 || !given(first)) && (second[p] > 0 || !given(second)) && first[p]+second[p] > 0 {
			out = append(out, p)
		}
	}
	return out
}

// given says whether anybody answered a question at all.
func given(points []int) bool { return slices.ContainsFunc(points, func(p int) bool { return p > 0 }) }

// midway tabulates the answers of the wave in the middle, of all who gave one:
// no figure compares them with before or after.
func (m *maker) midway() {
	mid := m.wave("mid")
	if mid == nil {
		return
	}
	for q, question := range m.cohort.Questions {
		if points := m.valid(mid, q); given(points) {
			m.single(question, "mid", m.answering(points, make([]int, len(points))), points)
		}
	}
}

// baseOf is the base of the people who answered a question, made once for all
// questions that the same people answered.
func (m *maker) baseOf(q microdata.Question, people []int) int {
	return m.surveyBase(string(q.Who)+fmt.Sprint(people), func() Base {
		return m.groups(m.asked(q), people, m.breakdowns())
	})
}

func (m *maker) surveyBase(key string, groups func() Base) int {
	if m.bases == nil {
		m.bases = make(map[string]int)
	}
	b, known := m.bases[key]
	if !known {
		b = m.base(groups())
		m.bases[key] = b
	}
	return b
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

// pairedBase is the base of figures before, after and of the change.
var pairedBase = []string{"survey", "before", "after"}

// question makes the seven tables of a question that was asked before and
// after.
func (m *maker) question(p paired) {
	slotBefore, slotAfter := p.question.Code+".before", p.question.Code+".after"
	tables := append(m.tables(p.question, "before", p.base, pairedBase, p.first), m.tables(p.question, "after", p.base, pairedBase, p.second)...)
	change := Table{ID: "survey." + p.question.Code + ".change", Statistic: figure.Difference, Of: pairedBase, Base: p.base, Rung: 1,
		Answers: []string{slotBefore, slotAfter}}
	for _, g := range m.out.Bases[p.base].Groups {
		was, is := count(p.question.Scale, g.Members, p.first), count(p.question.Scale, g.Members, p.second)
		change.Cells = append(change.Cells, m.rules.change(was, is, 2))
		change.Lower = append(change.Lower, m.rules.change(was, is, 1))
	}
	m.out.Tables = append(m.out.Tables, append(tables, change)...)
	m.recommend(p.question, p.base, pairedBase, slotAfter, p.second)
}

// single makes the tables of a question that was asked once.
func (m *maker) single(q microdata.Question, wave string, people, points []int) {
	base, of := m.baseOf(q, people), []string{"survey", wave}
	m.out.Tables = append(m.out.Tables, m.tables(q, wave, base, of, points)...)
	if wave == "after" {
		m.recommend(q, base, of, q.Code+"."+wave, points)
	}
}

// tables are the distribution, mean and favourable share of a question in one
// wave.
func (m *maker) tables(q microdata.Question, wave string, base int, of []string, points []int) []Table {
	at := q.Code + "." + wave
	m.out.slots[at] = slot{q.Scale, points}
	table := func(s figure.Statistic, rung int) Table {
		return Table{ID: "survey." + at, Statistic: s, Of: of, Base: base, Rung: rung, Answers: []string{at}}
	}
	distribution, mean, share := table(figure.Distribution, 2), table(figure.Mean, 1), table(figure.Rate, 2)
	for _, g := range m.out.Bases[base].Groups {
		a := count(q.Scale, g.Members, points)
		d, v := m.rules.forms(a, 2)
		distribution.Cells, mean.Cells, share.Cells = append(distribution.Cells, d), append(mean.Cells, v), append(share.Cells, m.rules.favourable(q, a, d))
		d, v = m.rules.forms(a, 1)
		distribution.Lower, mean.Lower, share.Lower = append(distribution.Lower, d), append(mean.Lower, v), append(share.Lower, m.rules.favourable(q, a, d))
	}
	return []Table{distribution, mean, share}
}

// change is the cell of a change. It shows only where before and after both
// print a plain mean: beside a class it would narrow it.
func (r Rules) change(was, is answers, rung int) Cell {
	wasDistribution, wasMean := r.forms(was, rung)
	isDistribution, isMean := r.forms(is, rung)
	if wasMean.Form != Number || isMean.Form != Number {
		return Cell{N: was.n()}
	}
	c := plain(was.n(), float64(is.sum()-was.sum())/float64(was.n()))
	if wasDistribution.Form == Distribution && isDistribution.Form == Distribution {
		c = spread(c, was, is)
	}
	return c
}

func count(scale []microdata.Point, members, points []int) answers {
	a := answers{scale: scale, counts: make([]int, len(scale))}
	for _, p := range members {
		a.counts[points[p]-1]++
	}
	return a
}
