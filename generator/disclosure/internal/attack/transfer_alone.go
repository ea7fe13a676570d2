package attack

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// alone are the changes of one pair: a goal that became something else, a session
// in another of the months that are withheld, one more or one fewer where only a
// class of them prints, and its first session another day.
func (t *transfer) alone(target int, try func([]edit) bool) bool {
	if !t.isSessions() {
		return t.becomes(target, -1, try)
	}
	return t.elsewhen(target, try) || t.fewer(target, try) || t.more(target, try) || t.otherDay(target, try)
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
