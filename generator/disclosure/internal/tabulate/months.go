package tabulate

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

func monthOf(d microdata.Date) string { return fmt.Sprintf("%04d-%02d", d.Year, d.Month) }

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

// decideMonths withholds each month that fails rule 9 and, where there is one,
// two further months, and more until what is withheld passes it as a sum: the
// total minus the printed months is that sum. Two, since beside a month in which
// nobody met a single one would follow for everybody who knows that month. Which
// and how many follows from what months print, and not from what was held in
// them: further months go from the first on, and beside an empty month as many
// as beside one in which a few met.
func (m *maker) decideMonths(t tally) []bool {
	withheld := make([]bool, len(t.months))
	rest, further := make(parts, len(t.held)), 0
	for i, p := range t.byMonth {
		if !m.safe(p) {
			withheld[i], rest = true, rest.plus(p)
		}
	}
	for slices.Contains(withheld, true) && (further < 2 || !m.safe(rest)) {
		next := slices.Index(withheld, false)
		if next < 0 {
			break // all are withheld, and their sum is the total
		}
		withheld[next], rest = true, rest.plus(t.byMonth[next])
		further++
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
