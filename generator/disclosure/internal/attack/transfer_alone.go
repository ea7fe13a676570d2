package attack

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// alone are the changes of one pair: a goal that became something else, a session
// in another of the months that are withheld, or of another format or topic, one
// more or one fewer where only a class of them prints, and its first session
// another day.
func (t *transfer) alone(target int, try func([]edit) bool) bool {
	if !t.isSessions() {
		return t.becomes(target, -1, try)
	}
	return t.elsewhen(target, try) || t.otherwise(target, try) || t.fewer(target, try) || t.more(target, try) || t.otherDay(target, try)
}

// otherwise gives sessions held the format or the topics of any other, or such
// as no other has: what small classes are of does not print.
func (t *transfer) otherwise(target int, try func([]edit) bool) bool {
	for _, at := range t.byPair[target] {
		for _, like := range t.likes {
			p := t.pieces[at]
			if !p.isHeld() {
				break
			}
			if p.format = like.format; try([]edit{{at, p}}) {
				return true
			}
			p = t.pieces[at]
			if p.topics = like.topics; try([]edit{{at, p}}) {
				return true
			}
		}
	}
	return false
}

// likesOf are the formats and topics of sessions held, each choice once, and such
// as there are none of.
func likesOf(pieces []piece) []piece {
	var out []piece
	for _, p := range append(slices.Clone(pieces), piece{format: "other", topics: []string{"other"}, status: string(microdata.Held)}) {
		if p.isHeld() && !slices.ContainsFunc(out, func(q piece) bool { return q.format == p.format && slices.Equal(q.topics, p.topics) }) {
			out = append(out, piece{format: p.format, topics: p.topics})
		}
	}
	return out
}

func (t *transfer) elsewhen(target int, try func([]edit) bool) bool {
	for _, at := range t.byPair[target] {
		for _, month := range t.withheld {
			p := t.pieces[at]
			p.date = microdata.Date{Year: month.Year, Month: month.Month, Day: min(28, p.date.Day)}
			if p.isHeld() && try([]edit{{at, p}}) {
				return true
			}
		}
	}
	return false
}

func (t *transfer) fewer(target int, try func([]edit) bool) bool {
	for _, at := range t.byPair[target] {
		p := t.pieces[at]
		p.pair = -1
		if !(p.isHeld() && t.counted) && try([]edit{{at, p}}) {
			return true
		}
	}
	return false
}

func (t *transfer) more(target int, try func([]edit) bool) bool {
	pair, d := t.cohort.Pairs[target], t.cohort.AsOf
	switch {
	case d.IsZero():
		d = pair.Matched
	case !pair.Ended.IsZero() && pair.Ended.Before(d):
		d = pair.Ended
	}
	for _, status := range []microdata.Status{microdata.Cancelled, microdata.Planned} {
		if try([]edit{{len(t.pieces), piece{pair: target, date: d, status: string(status)}}}) {
			return true
		}
	}
	if t.counted {
		return false
	}
	met := piece{minutes: 60, status: string(microdata.Held)}
	if like := slices.IndexFunc(t.pieces, func(p piece) bool { return p.isHeld() && p.minutes > 0 }); like >= 0 {
		met = t.pieces[like]
		met.minutes = t.meanMinutes()
	}
	if met.pair, met.date = target, d; try([]edit{{len(t.pieces), met}}) {
		return true
	}
	met.date = pair.Matched // and so many days later as others met
	if t.met == 0 || met.date.IsZero() {
		return false
	}
	met.date.Day = min(28, met.date.Day+t.sum/t.met)
	return try([]edit{{len(t.pieces), met}})
}

// meanMinutes is how long a session may have taken and leave the mean as it is.
func (t *transfer) meanMinutes() int {
	sum, timed := 0, 0
	for _, p := range t.pieces {
		if p.isHeld() && p.minutes > 0 {
			sum, timed = sum+p.minutes, timed+1
		}
	}
	return (2*sum + timed) / max(1, 2*timed)
}

func (t *transfer) otherDay(target int, try func([]edit) bool) bool {
	_, first := t.first(target, nil)
	if first < 0 || !t.dated {
		return false
	}
	for _, days := range []int{1, -1, 2, -2, 3, -3} {
		if p := t.pieces[first]; t.mayShift(first, days, nil) {
			p.date.Day += days
			if try([]edit{{first, p}}) {
				return true
			}
		}
	}
	return false
}
