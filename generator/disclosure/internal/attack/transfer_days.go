package attack

import (
	"slices"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

// drift is by how many days a change moves the sum of days to the first session
// from what would leave their mean as it is: how many pairs have met does not
// print. It is nought where the mean does not either.
func (t *transfer) drift(edits []edit) int {
	if !t.isSessions() || !t.dated {
		return 0
	}
	days, met := t.sum, t.met
	for _, pair := range t.changed(edits) {
		if before := t.days(pair, nil); before >= 0 {
			days, met = days-before, met-1
		}
		if after := t.days(pair, edits); after >= 0 {
			days, met = days+after, met+1
		}
	}
	if t.met == 0 {
		return days
	}
	return days - (2*t.sum*met+t.met)/(2*t.met)
}

// keepsOriented says whether as many mentors and as many mentees were oriented
// before their first session as before a change: their share prints.
func (t *transfer) keepsOriented(edits []edit) bool {
	if !t.isSessions() {
		return true
	}
	moved := make(map[microdata.Role]int)
	var seen []int
	for _, pair := range t.changed(edits) {
		p := t.cohort.Pairs[pair]
		for _, person := range []int{p.Mentor, p.Mentee} {
			if slices.Contains(seen, person) {
				continue
			}
			seen = append(seen, person)
			moved[t.cohort.People[person].Role] += t.oriented(person, edits) - t.oriented(person, nil)
		}
	}
	return moved[microdata.Mentor] == 0 && moved[microdata.Mentee] == 0
}

// oriented is 1 for somebody who was oriented before the first session of all
// pairs that he is in.
func (t *transfer) oriented(person int, edits []edit) int {
	o := t.cohort.People[person].Oriented
	for _, pair := range t.pairsOf(person) {
		if first, _ := t.first(pair, edits); !o.IsZero() && first.Before(o) {
			return 0
		}
	}
	return 1
}

// days are those from a pair's matching to its first session after a change; -1
// where it has none.
func (t *transfer) days(pair int, edits []edit) int {
	matched := t.cohort.Pairs[pair].Matched
	d, at := t.first(pair, edits)
	if at < 0 || matched.IsZero() || d.IsZero() {
		return -1
	}
	return daysBetween(matched, d)
}

// first is the day of a pair's first session held after a change, and where it
// stands: the year 9999 and -1 where there is none.
func (t *transfer) first(pair int, edits []edit) (microdata.Date, int) {
	out, at := microdata.Date{Year: 9999}, -1
	t.each(pair, edits, func(i int, p piece) {
		if p.isHeld() && p.date.Before(out) {
			out, at = p.date, i
		}
	})
	return out, at
}

// mend moves the first sessions of other pairs within their months, until the
// days to the first session add up as before: nobody knows on which day others
// met.
func (t *transfer) mend(edits []edit, target int, others []int) ([]edit, bool) {
	drift := t.drift(edits)
	out := slices.Clone(edits)
	for _, pair := range others {
		if drift == 0 {
			break
		}
		_, at := t.first(pair, out)
		if at < 0 || at >= len(t.pieces) || t.cohort.Pairs[pair].Matched.IsZero() {
			continue
		}
		step := 1
		if drift > 0 {
			step = -1
		}
		days := 0
		for days+drift != 0 && t.mayShift(at, days+step, out) {
			days += step
		}
		if days == 0 {
			continue
		}
		p := t.edited(at, out)
		p.date.Day += days
		if i := slices.IndexFunc(out, func(e edit) bool { return e.at == at }); i >= 0 {
			out[i].piece = p
		} else {
			out = append(out, edit{at, p})
		}
		drift += days
	}
	slices.SortFunc(out, func(a, b edit) int { return a.at - b.at })
	return out, drift == 0
}

// mayShift says whether a pair's first session may have been so many days later:
// in its month and while the pair was together, before the latest day in the
// data, still the first, and on the same side of each orientation.
func (t *transfer) mayShift(at, days int, edits []edit) bool {
	p := t.edited(at, edits)
	pair, asOf := t.cohort.Pairs[p.pair], t.cohort.AsOf
	next := p.date
	next.Day += days
	if next.Day < 1 || next.Day > 28 || p.date == asOf || next.Before(pair.Matched) ||
		!asOf.IsZero() && !next.Before(asOf) || !pair.Ended.IsZero() && pair.Ended.Before(next) {
		return false
	}
	for _, person := range []int{pair.Mentor, pair.Mentee} {
		if o := t.cohort.People[person].Oriented; !o.IsZero() && p.date.Before(o) != next.Before(o) {
			return false
		}
	}
	isFirst := true
	t.each(p.pair, edits, func(i int, q piece) {
		isFirst = isFirst && (i == at || !q.isHeld() || !q.date.Before(next))
	})
	return isFirst
}

// daysToFirst are the days from matching to the first session held; -1 for a
// pair without.
func daysToFirst(c microdata.Cohort) []int {
	out := slices.Repeat([]int{-1}, len(c.Pairs))
	for _, s := range c.Sessions {
		matched := c.Pairs[s.Pair].Matched
		if s.Status != microdata.Held || matched.IsZero() || s.Date.IsZero() {
			continue
		}
		if days := daysBetween(matched, s.Date); out[s.Pair] < 0 || days < out[s.Pair] {
			out[s.Pair] = days
		}
	}
	return out
}

// daysBetween counts the days from one date to the next; never below nought.
func daysBetween(from, to microdata.Date) int { return max(0, dayNumber(to)-dayNumber(from)) }

// dayNumber counts days from one fixed day, by the Gregorian calendar.
func dayNumber(d microdata.Date) int {
	return int(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
