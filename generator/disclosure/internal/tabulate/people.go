package tabulate

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// participation counts people by what every colleague knows of them. Groups
// of k and more print plainly (rule 1); the status of the people in one is a
// known fact, whatever its count. Where the roster is secret it is none, and
// stands as a share alone (retention).
func (m *maker) participation() {
	people := m.present()
	b := m.base(m.groups(people, people, m.breakdowns()))
	end, asOf := m.cohort.End, m.cohort.AsOf
	m.countPeople(b, "participation.enrolled", func(microdata.Person) bool { return true })
	if m.secret("status") || m.rules.SecretRoster {
		return
	}
	m.countPeople(b, "participation.active", func(p microdata.Person) bool { return !gone(p.Left, asOf) })
	if !end.IsZero() && !asOf.Before(end) {
		m.countPeople(b, "participation.completed", func(p microdata.Person) bool { return !m.early(p) })
	}
	m.countPeople(b, "participation.left", m.early)
}

// gone says whether somebody had left by a day.
func gone(left, by microdata.Date) bool { return !left.IsZero() && !by.Before(left) }

// early says whether somebody left before the data date and the cohort's end.
func (m *maker) early(p microdata.Person) bool {
	return gone(p.Left, m.cohort.AsOf) && (m.cohort.End.IsZero() || p.Left.Before(m.cohort.End))
}

// secret says whether a fact of the roster is none that readers know.
func (m *maker) secret(fact string) bool { return slices.Contains(m.rules.Secret, fact) }

// orientation gives the share of people who were oriented by the day of their
// pair's first session. Without any date of orientation there is none.
func (m *maker) orientation() {
	people := m.present()
	if m.secret("oriented") || !slices.ContainsFunc(people, func(p int) bool { return !m.cohort.People[p].Oriented.IsZero() }) {
		return
	}
	first := make(map[int]microdata.Date)
	for i, d := range m.firstSessions() {
		for _, p := range []int{m.cohort.Pairs[i].Mentor, m.cohort.Pairs[i].Mentee} {
			if was, met := first[p]; !d.IsZero() && (!met || d.Before(was)) {
				first[p] = d
			}
		}
	}
	m.rateOf("orientation.share", m.base(m.groups(people, people, m.breakdowns("role"))), func(p int) bool {
		oriented, met := m.cohort.People[p].Oriented, first[p]
		return !oriented.IsZero() && (met.IsZero() || !met.Before(oriented))
	})
}

// retention gives the shares still in the program and in the company.
func (m *maker) retention() {
	if m.secret("status") {
		return
	}
	people := m.present()
	b := m.base(m.groups(people, people, m.breakdowns("role")))
	m.rateOf("retention.program", b, func(p int) bool { return !m.early(m.cohort.People[p]) })
	m.rateOf("retention.company", b, func(p int) bool { return !gone(m.cohort.People[p].LeftCompany, m.cohort.AsOf) })
}

// rateOf is a share of people by a fact that is known of each: plain from k
// people on (rules 1 and 2). Where the roster is secret it prints by the bands
// of rule 2, and of the whole base alone, so that no difference tells a group's.
func (m *maker) rateOf(id string, base int, is func(person int) bool) {
	t := Table{ID: id, Statistic: figure.Rate, Of: []string{"participants"}, Base: base, Rung: 1}
	for _, g := range m.out.Bases[base].Groups {
		count := 0
		for _, p := range g.Members {
			if is(p) {
				count++
			}
		}
		t.Cells = append(t.Cells, m.rules.factShare(count, len(g.Members)))
	}
	t.Narrow = m.rules.SecretRoster
	m.out.Tables = append(m.out.Tables, t)
}

// factShare is a share of n people or pairs by a fact of the roster.
func (r Rules) factShare(part, n int) Cell {
	if r.SecretRoster {
		return r.secretShare(part, n)
	}
	return plain(n, percent(part, n))
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
	if m.secret("responded") {
		return
	}
	for _, w := range m.cohort.Waves {
		var asked []int
		for _, p := range m.present() {
			left := m.cohort.People[p].Left
			if left.IsZero() || !w.Closed.IsZero() && w.Closed.Before(left) || p < len(w.Responded) && w.Responded[p] {
				asked = append(asked, p)
			}
		}
		if w.Anonymous {
			m.anonymousResponse(w, asked)
			continue
		}
		b := m.base(m.groups(m.present(), asked, m.breakdowns("role")))
		m.rateOf("response."+w.Name, b, func(p int) bool { return p < len(w.Responded) && w.Responded[p] })
	}
}

func percent(part, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(part) / float64(of)
}
