package tabulate

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// matching tabulates the pairs of the whole cohort. Who is in a pair with whom,
// in which department and under which manager is known of the roster, and so
// plain from min_pairs on (rules 1 and 2); where the roster is secret, shares
// print by their bands, and none is made of which a department is not given.
// When a pair met first is not known.
func (m *maker) matching() {
	n := m.pairCount()
	if n == 0 || m.secret("matched") {
		return
	}
	fact := func(id string, s figure.Statistic, of int, c Cell) {
		if of < m.rules.MinPairs || c.Form == Nothing {
			c = Cell{N: of, Why: FewPairs}
		}
		m.decidedOf("pairs", id, s, nil, [][]Level{nil}, []Cell{c})
	}
	fact("matching.pairs", figure.Count, n, plain(n, float64(n)))
	across, known, outside, managed := 0, 0, 0, false
	for i, p := range m.cohort.Pairs {
		if !m.counts(i) {
			continue
		}
		mentor, mentee := m.cohort.People[p.Mentor], m.cohort.People[p.Mentee]
		if mentor.Department != "" && mentee.Department != "" {
			known++
			if mentor.OwnDepartment() != mentee.OwnDepartment() {
				across++
			}
		}
		managed = managed || mentor.Manager != "" || mentee.Manager != ""
		if !m.reportsTo(mentor, mentee.ID) && !m.reportsTo(mentee, mentor.ID) {
			outside++
		}
	}
	if known == n || known > 0 && !m.rules.SecretRoster {
		fact("matching.cross_department", figure.Rate, known, m.rules.factShare(across, known))
	}
	if managed && !m.secret("manager") {
		fact("matching.outside_line", figure.Rate, n, m.rules.factShare(outside, n))
	}
	m.daysToFirst(n)
}

// reportsTo says whether somebody reports to a manager, directly or over
// managers who take part themselves.
func (m *maker) reportsTo(p microdata.Person, manager string) bool {
	for range len(m.cohort.People) {
		if p.Manager == "" || p.Manager == manager {
			return p.Manager == manager && manager != ""
		}
		next := microdata.Person{}
		for _, q := range m.cohort.People {
			if q.ID == p.Manager {
				next = q
			}
		}
		p = next
	}
	return false
}

// firstSessions gives the day of each pair's first session held; no date where
// there was none, or where the pair does not count.
func (m *maker) firstSessions() []microdata.Date {
	first := make([]microdata.Date, len(m.cohort.Pairs))
	for _, s := range m.heldSessions() {
		if d := first[s.Pair]; d.IsZero() || s.Date.Before(d) {
			first[s.Pair] = s.Date
		}
	}
	return first
}

// daysToFirst is the mean of days from matching to the first session, by rule
// 9: of a sum of few days all results are one class, since no day is below
// nought. n is all pairs: how many have met would be a figure of its own, and so
// would be a table that is there only once somebody has.
func (m *maker) daysToFirst(pairs int) {
	if len(m.cohort.Sessions) == 0 || !slices.ContainsFunc(m.cohort.Pairs, func(p microdata.Pair) bool { return !p.Matched.IsZero() }) {
		return
	}
	days, met := make(parts, len(m.cohort.Pairs)), 0
	for i, d := range m.firstSessions() {
		if matched := m.cohort.Pairs[i].Matched; !d.IsZero() && !matched.IsZero() {
			days[i] = max(0, dayNumber(d)-dayNumber(matched))
			met++
		}
	}
	c := Cell{N: pairs, Why: FewPairs}
	if met >= m.rules.MinPairs {
		c = m.meanOf(days, met, pairs)
	}
	m.decidedOf("pairs", "matching.days", figure.Mean, nil, [][]Level{nil}, []Cell{c})
}

// meanOf is a sum over pairs, divided by a number of them that readers may
// know: near nought one class, elsewhere plain where rule 9 allows the sum.
func (m *maker) meanOf(sum parts, by, pairs int) Cell {
	switch total := sum.total(); {
	case total <= m.near():
		return Cell{Form: Band, N: pairs, Lo: 0, Hi: float64(m.near()) / float64(by)}
	case m.safe(sum):
		return plain(pairs, float64(total)/float64(by))
	}
	return Cell{N: pairs, Why: FewPairs}
}

// pairCount is how many pairs are in the figures.
func (m *maker) pairCount() int {
	n := 0
	for i := range m.cohort.Pairs {
		if m.counts(i) {
			n++
		}
	}
	return n
}
