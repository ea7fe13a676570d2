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
	if m.anonymous(before) || m.anonymous(after) {
		m.apart(before)
		m.apart(after)
		return
	}
	if !m.handedIn(before) || !m.handedIn(after) {
		for _, w := range []int{before, after} {
			if m.handedIn(w) {
				name := m.cohort.Waves[w].Name
				m.note(fmt.Sprintf("the answers of survey %s are not released yet: they are shown on the people who answered before and after", name),
					fmt.Sprintf("%s の回答はまだ公開されません。開始時と終了時の両方に答えた人について示すためです", name))
			}
		}
		return
	}
	var all []paired
	for q, question := range m.cohort.Questions {
		first, second := valid(m.cohort, before, q), valid(m.cohort, after, q)
		people := m.answering(first, second)
		switch {
		case len(people) > 0 && given(first) && given(second):
			p := paired{question, m.baseOf(question, people), question.Code + ".before", question.Code + ".after"}
			m.slot(p.before, q, before, first)
			m.slot(p.after, q, after, second)
			m.question(p)
			all = append(all, p)
		case len(people) > 0 && !given(first):
			m.single(q, after, people, second)
		case given(first):
			m.note(fmt.Sprintf("question %s is left out: nobody answered it both times", question.Code),
				fmt.Sprintf("設問 %s は両方に答えた人がいないため載せません", question.Code))
		}
	}
	m.themes(all)
}

// handedIn says whether there is a wave and anybody handed it in.
func (m *maker) handedIn(wave int) bool {
	return wave >= 0 && slices.Contains(m.cohort.Waves[wave].Responded, true)
}

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
	m.apart(m.wave("mid"))
}

// apart tabulates the answers of a wave by themselves, of all who gave one.
func (m *maker) apart(wave int) {
	if wave < 0 {
		return
	}
	for q := range m.cohort.Questions {
		if points := valid(m.cohort, wave, q); given(points) {
			m.single(q, wave, m.answeringIn(wave, points), points)
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

// wave is the index of a wave; -1 where there is none of the name.
func (m *maker) wave(name string) int {
	return slices.IndexFunc(m.cohort.Waves, func(w microdata.Wave) bool { return w.Name == name })
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
	recommends := m.recommends(p.question)
	m.answered([]string{p.before, p.after}, func(slots map[string]slot) []Table {
		first, second := slots[p.before].points, slots[p.after].points
		tables := append(m.tables(p.question, p.before, p.base, pairedBase, first), m.tables(p.question, p.after, p.base, pairedBase, second)...)
		change := Table{ID: "survey." + p.question.Code + ".change", Statistic: figure.Difference, Of: pairedBase, Base: p.base, Rung: 1,
			Answers: []string{p.before, p.after}}
		change.room(len(m.out.Bases[p.base].Groups))
		for _, g := range m.out.Bases[p.base].Groups {
			was, is := count(p.question.Scale, g.Members, first), count(p.question.Scale, g.Members, second)
			change.Cells = append(change.Cells, m.rules.change(was, is, 2))
			change.Lower = append(change.Lower, m.rules.change(was, is, 1))
		}
		tables = append(tables, change)
		if recommends {
			tables = append(tables, m.recommend(p.question, p.base, pairedBase, p.after, second)...)
		}
		return tables
	})
}

// single makes the tables of a question that was asked once.
func (m *maker) single(question, wave int, people, points []int) {
	q, name := m.cohort.Questions[question], m.cohort.Waves[wave].Name
	base, of, at := m.baseIn(wave, q, people), []string{"survey", name}, q.Code+"."+name
	m.slot(at, question, wave, points)
	recommends := name == "after" && m.recommends(q)
	m.answered([]string{at}, func(slots map[string]slot) []Table {
		tables := m.tables(q, at, base, of, slots[at].points)
		if recommends {
			tables = append(tables, m.recommend(q, base, of, at, slots[at].points)...)
		}
		return tables
	})
}

// tables are the distribution, mean and favourable share of a question in one
// wave.
func (m *maker) tables(q microdata.Question, at string, base int, of []string, points []int) []Table {
	table := func(s figure.Statistic, rung int) Table {
		t := Table{ID: "survey." + at, Statistic: s, Of: of, Base: base, Rung: rung, Answers: []string{at}}
		t.room(len(m.out.Bases[base].Groups))
		return t
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
