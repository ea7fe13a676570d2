package tabulate

import (
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// participation counts people by what every colleague knows of them. Groups
// of k and more print plainly (rule 1); the status of the people in one is a
// known fact, whatever its count.
func (m *maker) participation() {
	people := m.present()
	b := m.base(m.groups(people, people, m.breakdowns()))
	end, asOf := m.cohort.End, m.cohort.AsOf
	gone := func(p microdata.Person, by microdata.Date) bool { return !p.Left.IsZero() && !by.Before(p.Left) }
	early := func(p microdata.Person) bool { return gone(p, asOf) && (end.IsZero() || p.Left.Before(end)) }
	m.countPeople(b, "participation.enrolled", func(microdata.Person) bool { return true })
	m.countPeople(b, "participation.active", func(p microdata.Person) bool { return !gone(p, asOf) })
	if !end.IsZero() && !asOf.Before(end) {
		m.countPeople(b, "participation.completed", func(p microdata.Person) bool { return !early(p) })
	}
	m.countPeople(b, "participation.left", early)
}

func (m *maker) countPeople(base int, id string, is func(microdata.Person) bool) {
	t := Table{ID: id, Statistic: figure.Count, Of: []string{"participants"}, Base: base, Rung: 1}
	for _, g := range m.out.Bases[base].Groups {
		count := 0
		for _, p := range g.Members {
			if is(m.cohort.People[p]) {
				count++
			}
		}
		t.Cells = append(t.Cells, plain(len(g.Members), float64(count)))
	}
	m.out.Tables = append(m.out.Tables, t)
}

// response gives the share that handed in each survey, of the people whom it
// reached: who answered is known among colleagues, so the share is plain where
// k or more were asked (rule 3).
func (m *maker) response() {
	for _, w := range m.cohort.Waves {
		var asked []int
		for _, p := range m.present() {
			left := m.cohort.People[p].Left
			if left.IsZero() || !w.Closed.IsZero() && w.Closed.Before(left) || p < len(w.Responded) && w.Responded[p] {
				asked = append(asked, p)
			}
		}
		b := m.base(m.groups(m.present(), asked, m.breakdowns("role")))
		t := Table{ID: "response." + w.Name, Statistic: figure.Rate, Of: []string{"participants"}, Base: b, Rung: 1}
		for _, g := range m.out.Bases[b].Groups {
			handed := 0
			for _, p := range g.Members {
				if p < len(w.Responded) && w.Responded[p] {
					handed++
				}
			}
			t.Cells = append(t.Cells, plain(len(g.Members), percent(handed, len(g.Members))))
		}
		m.out.Tables = append(m.out.Tables, t)
	}
}

func percent(part, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(part) / float64(of)
}
