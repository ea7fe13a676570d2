package tabulate

import (
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// parts is a sum by pair: what each pair of the cohort contributes.
type parts []int

func (p parts) total() int {
	sum := 0
	for _, v := range p {
		sum += v
	}
	return sum
}

func (p parts) plus(q parts) parts {
	out := make(parts, len(p))
	for i := range p {
		out[i] = p[i] + q[i]
	}
	return out
}

// safe is rule 9: a sum needs enough pairs, mentors and mentees behind it, and
// neither one pair nor two may hold most of it.
func (m *maker) safe(p parts) bool {
	mentors, mentees := make(map[int]bool), make(map[int]bool)
	held, most, next := 0, 0, 0 // pairs, and what the two hold that hold most
	for i, v := range p {
		if v <= 0 {
			continue
		}
		held++
		most, next = max(most, v), max(next, min(most, v))
		if len(mentors) < m.rules.MinMentors {
			mentors[m.cohort.Pairs[i].Mentor] = true
		}
		if len(mentees) < m.rules.MinMentees {
			mentees[m.cohort.Pairs[i].Mentee] = true
		}
	}
	if held < m.rules.MinPairs || len(mentors) < m.rules.MinMentors || len(mentees) < m.rules.MinMentees {
		return false
	}
	sum := float64(p.total())
	return float64(most) <= m.rules.Top1*sum && float64(most+next) <= m.rules.Top2*sum
}

// tally is the sessions of a cohort by pair.
type tally struct {
	pairs                          int
	held, cancelled, open, minutes parts
	timed                          int // sessions whose minutes are known
	months                         []string
	byMonth                        []parts // held
}

// sessions tabulates sessions over the whole cohort, and those held by month.
// Its cells are decided here and not by suppress: months are disjoint parts of
// one total, so the only sum that follows from them is that of the months
// withheld (decideMonths).
func (m *maker) sessions() {
	if len(m.cohort.Sessions) == 0 {
		return
	}
	t := m.tally()
	planned, cancelled := m.knownEnds(t)
	perPair := m.perPair(t)
	var withheld []bool
	divided := false
	switch near := m.near(); {
	case t.held.total() <= near:
		m.sum("held", between(t.pairs, 0, near))
		planned, perPair = Cell{N: t.pairs}, Cell{N: t.pairs}
	case !m.safe(t.held):
		m.sum("held", Cell{N: t.pairs})
		planned, cancelled, perPair = Cell{N: t.pairs}, Cell{N: t.pairs}, Cell{N: t.pairs}
	default:
		divided, withheld = true, m.monthly(t)
	}
	m.sum("planned", planned)
	m.sum("cancelled", cancelled)
	m.decided("sessions.per_pair", figure.Mean, nil, [][]Level{nil}, []Cell{perPair})
	minutes := Cell{N: t.pairs}
	if m.safe(t.held) && m.safe(t.minutes) {
		minutes = plain(t.pairs, float64(t.minutes.total())/float64(t.timed))
	}
	m.decided("sessions.minutes", figure.Mean, nil, [][]Level{nil}, []Cell{minutes})
	if divided {
		m.divisions(t, withheld)
	}
}

// near is how far from nought a number of sessions prints as one class: at
// nought, a pair that knows its own share knows the others'.
func (m *maker) near() int { return m.rules.MinPairs * (m.rules.Coalition + m.rules.Width) }

func between(n, lo, hi int) Cell { return Cell{Form: Band, N: n, Lo: float64(lo), Hi: float64(hi)} }

func (m *maker) sum(measure string, c Cell) {
	m.decided("sessions."+measure, figure.Sum, nil, [][]Level{nil}, []Cell{c})
}

// decided adds a table of sessions whose cells are decided.
func (m *maker) decided(id string, s figure.Statistic, by []string, at [][]Level, cells []Cell) {
	m.decidedOf("sessions", id, s, by, at, cells)
}

func (m *maker) decidedOf(of, id string, s figure.Statistic, by []string, at [][]Level, cells []Cell) {
	m.out.Tables = append(m.out.Tables, Table{
		ID: id, Statistic: s, Of: []string{of}, Base: -1, Rung: 1, Dimensions: by, Levels: at, Cells: cells,
	})
}

// counts says whether a pair is in the figures: nobody in it withdrew.
func (m *maker) counts(pair int) bool {
	p := m.cohort.Pairs[pair]
	return m.cohort.People[p.Mentor].Withdrawn.IsZero() && m.cohort.People[p.Mentee].Withdrawn.IsZero()
}

func (m *maker) tally() tally {
	n := len(m.cohort.Pairs)
	t := tally{pairs: m.pairCount(), held: make(parts, n), cancelled: make(parts, n), open: make(parts, n), minutes: make(parts, n)}
	byMonth := make(map[string]parts)
	for _, s := range m.cohort.Sessions {
		if !m.counts(s.Pair) {
			continue
		}
		switch s.Status {
		case microdata.Cancelled:
			t.cancelled[s.Pair]++
		case microdata.Planned:
			t.open[s.Pair]++
		case microdata.Held:
			t.held[s.Pair]++
			t.minutes[s.Pair] += s.Minutes
			if s.Minutes > 0 {
				t.timed++
			}
			month := monthOf(s.Date)
			if byMonth[month] == nil {
				byMonth[month] = make(parts, n)
			}
			byMonth[month][s.Pair]++
		}
	}
	t.months = m.months(byMonth)
	for _, month := range t.months {
		p := byMonth[month]
		if p == nil {
			p = make(parts, n)
		}
		t.byMonth = append(t.byMonth, p)
	}
	return t
}

// knownEnds gives the planned and the cancelled sessions. Both cancelled and
// planned minus held have a known end, nought, near which a pair that knows
// its own share knows the others' (planned 72, held 71). Up to near such an
// end all results print as one class. What is planned gives the cancelled away
// by subtraction, and so may not be finer than that class.
func (m *maker) knownEnds(t tally) (planned, cancelled Cell) {
	near := m.near()
	held, gone, open := t.held.total(), t.cancelled.total(), t.open.total()
	switch {
	case gone <= near:
		cancelled = between(t.pairs, 0, near)
	case m.safe(t.cancelled):
		cancelled = plain(t.pairs, float64(gone))
	default:
		cancelled = Cell{N: t.pairs}
	}
	rest := t.cancelled.plus(t.open)
	switch {
	case gone <= near && open <= near:
		planned = between(t.pairs, held, held+2*near)
	case open <= near && cancelled.Form == Number:
		planned = between(t.pairs, held+gone, held+gone+near)
	case m.safe(rest) && (cancelled.Form != Number || m.safe(t.open)):
		planned = plain(t.pairs, float64(held+rest.total()))
	default:
		planned = Cell{N: t.pairs}
	}
	return planned, cancelled
}
