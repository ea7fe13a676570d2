package attack

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// sessions are measured by status, minutes and each cell that counts some of
// those held, printed or withheld.
func (h *holding) sessions(shown []Table) {
	h.cohort.Goals, h.cohort.Followups = nil, nil
	for _, s := range h.cohort.Sessions {
		h.pieces = append(h.pieces, piece{pair: s.Pair, date: s.Date, minutes: s.Minutes, topics: s.Topics, format: s.Format, status: string(s.Status)})
	}
	h.put = func(c microdata.Cohort, pieces []piece) microdata.Cohort {
		c.Sessions = nil
		for _, p := range pieces {
			if p.pair >= 0 {
				c.Sessions = append(c.Sessions, p.session())
			}
		}
		return c
	}
	h.parts = []func(a, b *piece){
		func(a, b *piece) { a.topics, b.topics = b.topics, a.topics },
		func(a, b *piece) { a.format, b.format = b.format, a.format },
		func(a, b *piece) { a.minutes, b.minutes = b.minutes, a.minutes },
		func(a, b *piece) { a.date, b.date = b.date, a.date },
	}
	if h.series == "days" {
		h.measures = []measure{{name: "days"}}
		return
	}
	for _, status := range []microdata.Status{microdata.Held, microdata.Cancelled, microdata.Planned} {
		h.count(string(status), func(p piece) bool { return p.status == string(status) })
	}
	for _, t := range shown {
		h.sums = append(h.sums, sumsOfSessions(t)...)
		if t.ID == "sessions.minutes" {
			h.measures = append(h.measures, measure{name: "minutes", weigh: func(p piece) int {
				if p.isHeld() {
					return p.minutes
				}
				return 0
			}})
		}
		for _, c := range t.Cells {
			if len(c.At) != 1 {
				continue
			}
			h.count(cellName(t, c), heldIn(t, c.At[0]))
			if c.At[0].Dimension != "month" {
				continue
			}
			month := monthOf(c.At[0].Level)
			h.measures[len(h.measures)-1].month = month
			if c.Form == Withheld {
				h.withheld = append(h.withheld, month)
			}
		}
	}
}

// countsHeld says whether a table gives how many sessions were held in all.
func countsHeld(t Table) bool {
	return t.ID == "sessions.held" && slices.ContainsFunc(t.Cells, func(c Cell) bool { return len(c.At) == 0 && c.Form == Exact })
}

// heldIn says of a piece whether it is a session held that a level counts.
func heldIn(t Table, at Level) func(piece) bool {
	month := microdata.Date{}
	if at.Dimension == "month" {
		month = monthOf(at.Level)
	}
	return func(p piece) bool {
		if !p.isHeld() {
			return false
		}
		switch at.Dimension {
		case "month":
			return p.date.Year == month.Year && p.date.Month == month.Month
		case "format":
			return levelIn(t, "format", p.format) == at.Level
		}
		return slices.ContainsFunc(p.topics, func(topic string) bool { return levelIn(t, "topic", topic) == at.Level })
	}
}

// monthOf reads a month such as 2025-04.
func monthOf(level string) microdata.Date {
	d := microdata.Date{Day: 1}
	fmt.Sscanf(level, "%d-%d", &d.Year, &d.Month)
	return d
}

func (p piece) session() microdata.Session {
	return microdata.Session{Pair: p.pair, Date: p.date, Minutes: p.minutes, Topics: p.topics, Format: p.format, Status: microdata.Status(p.status)}
}

// sumsOfSessions are the numbers of sessions that a table prints as they are.
func sumsOfSessions(t Table) []func(piece) int {
	if t.Statistic != "sum" {
		return nil
	}
	var out []func(piece) int
	for _, c := range t.Cells {
		if c.Form != Exact {
			continue
		}
		is := func(piece) bool { return true }
		if len(c.At) > 0 {
			is = heldIn(t, c.At[0])
		}
		out = append(out, one(func(p piece) bool {
			_, counts := sessionKey(t.ID, p.session())
			return counts && is(p)
		}))
	}
	return out
}
