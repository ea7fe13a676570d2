package attack

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// holding is something that pairs hold and nobody else may learn: their
// sessions, the days to the first of them, their goals, HR's check-ins.
type holding struct {
	series   string
	cohort   microdata.Cohort // with this holding alone, which prints sooner
	measures []measure
	pieces   []piece
	// put is the cohort with other pieces; those of no pair are left out.
	put func(c microdata.Cohort, pieces []piece) microdata.Cohort
	// parts are what two pieces may exchange, besides being exchanged themselves.
	parts []func(a, b *piece)
	// dated says that days to the first session print, and counted how many
	// sessions were held; withheld are the months of which that does not.
	dated    bool
	counted  bool
	withheld []microdata.Date
}

// piece is one session, goal or check-in. It has of these what its kind has.
type piece struct {
	pair          int // -1: it is not there
	date          microdata.Date
	minutes       int
	topics        []string
	format, theme string
	status        string
}

func (p piece) isHeld() bool { return p.status == string(microdata.Held) }

// measure is how much each pair holds of something: the sum of what its pieces
// weigh. Somebody who knew it of a pair would have learnt it. One that weighs
// nothing is the days to the first session.
type measure struct {
	name  string
	weigh func(piece) int
	month microdata.Date // the month that it is of, if any
}

// isKnown says whether everybody knows what a pair has of a measure: nothing in
// a month in which it was not together.
func (m measure) isKnown(p microdata.Pair) bool {
	last := m.month
	last.Day = 31
	return !m.month.IsZero() && (last.Before(p.Matched) || !p.Ended.IsZero() && p.Ended.Before(m.month))
}

// HeldSeries names the series of what pairs hold that a table is about:
// "sessions", "days", "goals" or "followups"; "" for any other table.
func HeldSeries(table string) string {
	switch table {
	case "metric.sessions_per_month", "metric.minutes", "topics.share":
		return "sessions"
	case "matching.days", "metric.days_to_first_session":
		return "days"
	case "metric.goals_met_share":
		return "goals"
	case "metric.followups_per_pair":
		return "followups"
	}
	switch figure, _, _ := strings.Cut(table, "."); figure {
	case "sessions", "goals":
		return figure
	}
	return ""
}

// holdings are those of which something is printed.
func (r *reader) holdings(tables []Table) []holding {
	shown := make(map[string][]Table)
	for _, t := range tables {
		if slices.ContainsFunc(t.Cells, func(c Cell) bool { return c.Form != Withheld }) {
			shown[HeldSeries(t.ID)] = append(shown[HeldSeries(t.ID)], t)
		}
	}
	var out []holding
	for _, series := range []string{"sessions", "days", "goals", "followups"} {
		if len(shown[series]) == 0 {
			continue
		}
		h := holding{series: series, cohort: r.cohort, dated: len(shown["days"]) > 0, counted: slices.ContainsFunc(shown["sessions"], countsHeld)}
		h.cohort.Questions, h.cohort.Waves = nil, nil
		switch series {
		case "sessions", "days":
			h.sessions(shown[series])
		case "goals":
			h.goals(shown[series])
		case "followups":
			h.followups()
		}
		out = append(out, h)
	}
	return out
}

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

// count measures the number of pieces of a kind.
func (h *holding) count(name string, is func(piece) bool) {
	h.measures = append(h.measures, measure{name: name, weigh: func(p piece) int {
		if is(p) {
			return 1
		}
		return 0
	}})
}

// goals are counted by what became of them, and by theme where that is printed.
func (h *holding) goals(shown []Table) {
	h.cohort.Sessions, h.cohort.Followups = nil, nil
	for _, g := range h.cohort.Goals {
		h.pieces = append(h.pieces, piece{pair: g.Pair, theme: g.Theme, status: g.Status})
	}
	h.put = func(c microdata.Cohort, pieces []piece) microdata.Cohort {
		c.Goals = nil
		for _, p := range pieces {
			if p.pair >= 0 {
				c.Goals = append(c.Goals, microdata.Goal{Pair: p.pair, Theme: p.theme, Status: p.status})
			}
		}
		return c
	}
	h.parts = []func(a, b *piece){
		func(a, b *piece) { a.status, b.status = b.status, a.status },
		func(a, b *piece) { a.theme, b.theme = b.theme, a.theme },
	}
	for _, t := range shown {
		status, isGoals := strings.CutPrefix(t.ID, "goals.")
		if !isGoals {
			continue
		}
		for _, c := range t.Cells {
			h.count(cellName(t, c), func(p piece) bool {
				return p.status == status && (len(c.At) == 0 || c.At[0].Level == levelIn(t, "theme", p.theme))
			})
		}
	}
}

func (h *holding) followups() {
	h.cohort.Sessions, h.cohort.Goals = nil, nil
	for _, f := range h.cohort.Followups {
		h.pieces = append(h.pieces, piece{pair: f.Pair, date: f.Date})
	}
	h.put = func(c microdata.Cohort, pieces []piece) microdata.Cohort {
		c.Followups = nil
		for _, p := range pieces {
			if p.pair >= 0 {
				c.Followups = append(c.Followups, microdata.Followup{Pair: p.pair, Date: p.date})
			}
		}
		return c
	}
	h.count("followups", func(piece) bool { return true })
}
