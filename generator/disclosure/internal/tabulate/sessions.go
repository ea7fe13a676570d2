package tabulate

import (
	"fmt"
	"slices"

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
	var held []int
	for i, v := range p {
		if v > 0 {
			held = append(held, v)
			mentors[m.cohort.Pairs[i].Mentor] = true
			mentees[m.cohort.Pairs[i].Mentee] = true
		}
	}
	if len(held) < m.rules.MinPairs || len(mentors) < m.rules.MinMentors || len(mentees) < m.rules.MinMentees {
		return false
	}
	slices.Sort(held)
	slices.Reverse(held)
	sum := float64(p.total())
	return float64(held[0]) <= m.rules.Top1*sum && float64(held[0]+held[1]) <= m.rules.Top2*sum
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

func monthOf(d microdata.Date) string { return fmt.Sprintf("%04d-%02d", d.Year, d.Month) }

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

// months lists the months of the cohort up to its data, and any other in which
// a session was held: the months must add up to the total.
func (m *maker) months(byMonth map[string]parts) []string {
	var out []string
	for month := range byMonth {
		out = append(out, month)
	}
	last := m.cohort.AsOf
	if end := m.cohort.End; !end.IsZero() && end.Before(last) {
		last = end
	}
	if d := m.cohort.Start; !d.IsZero() && last.Year-d.Year < 10 {
		for d.Day = 1; !last.Before(d); d.Month++ {
			if d.Month > 12 {
				d.Year, d.Month = d.Year+1, 1
			}
			if !last.Before(d) {
				out = append(out, fmt.Sprintf("%04d-%02d", d.Year, d.Month))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// monthly makes the table of sessions held: the total and its months. n is all
// pairs: how many of them met in a month would be a figure of its own. It gives
// the months that it withholds.
func (m *maker) monthly(t tally) []bool {
	at := [][]Level{nil}
	cells := []Cell{plain(t.pairs, float64(t.held.total()))}
	withheld := m.decideMonths(t)
	// A printed month says that min_pairs met. Unless there are enough other
	// pairs, it would say of each whether it did. And marks alone say nothing
	// (rule 14).
	if t.pairs <= m.rules.MinPairs+m.rules.Coalition || !slices.Contains(withheld, false) {
		t.months = nil
	}
	for i, month := range t.months {
		at = append(at, []Level{{"month", month}})
		c := Cell{N: t.pairs}
		if !withheld[i] {
			c = plain(t.pairs, float64(t.byMonth[i].total()))
		}
		cells = append(cells, c)
	}
	m.decided("sessions.held", figure.Sum, []string{"month"}, at, cells)
	return withheld
}

// decideMonths withholds each month that fails rule 9, and further months,
// those with the fewest pairs first, until what is withheld passes it as a sum:
// the total minus the printed months is that sum. At least two of the withheld
// months must hold sessions: beside a month in which nobody met, a single one
// would follow for everybody who knows that month.
func (m *maker) decideMonths(t tally) []bool {
	withheld := make([]bool, len(t.months))
	rest, filled, some := make(parts, len(t.held)), 0, false
	hide := func(i int) {
		withheld[i], some = true, true
		rest = rest.plus(t.byMonth[i])
		if contributors(t.byMonth[i]) > 0 {
			filled++
		}
	}
	for i, p := range t.byMonth {
		if !m.safe(p) {
			hide(i)
		}
	}
	for some && (filled < 2 || !m.safe(rest)) {
		next := -1
		for i := range t.months {
			if !withheld[i] && (next < 0 || contributors(t.byMonth[i]) < contributors(t.byMonth[next])) {
				next = i
			}
		}
		if next < 0 {
			break // all are withheld, and their sum is the total
		}
		hide(next)
	}
	return withheld
}

func contributors(p parts) int {
	n := 0
	for _, v := range p {
		if v > 0 {
			n++
		}
	}
	return n
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

// perPair is all sessions held over all months that pairs were together. A
// mean of each pair's own rate would be another combination of the same
// sessions, and its difference from the total would single out the pairs that
// were together for fewer months.
func (m *maker) perPair(t tally) Cell {
	months := 0.0
	for i, p := range m.cohort.Pairs {
		if m.counts(i) {
			months += m.together(p)
		}
	}
	if months <= 0 {
		return Cell{N: t.pairs}
	}
	return plain(t.pairs, float64(t.held.total())/months)
}

// together is how many months a pair was together by the data date: at least
// one, in days of 30.44.
func (m *maker) together(p microdata.Pair) float64 {
	from, to := p.Matched, p.Ended
	if from.IsZero() {
		from = m.cohort.Start
	}
	for _, limit := range []microdata.Date{m.cohort.End, m.cohort.AsOf} {
		if to.IsZero() || !limit.IsZero() && limit.Before(to) {
			to = limit
		}
	}
	return max(1, float64(dayNumber(to)-dayNumber(from)+1)/30.44)
}

// dayNumber counts days of the proleptic Gregorian calendar.
func dayNumber(d microdata.Date) int {
	y, mo := d.Year, int(d.Month)
	if mo <= 2 {
		y, mo = y-1, mo+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(mo-3)+2)/5 + d.Day
}
