package attack

import (
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
	sums     []func(piece) int // what pieces weigh in each sum that prints to the unit
	// owners and places say which pair and which piece of the cohort each one
	// is, once they are in order.
	owners, places []int
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
		h.cohort.Questions, h.cohort.Waves, h.cohort.By = nil, nil, nil // no figure of pairs is broken down by people
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

// count measures the number of pieces of a kind.
func (h *holding) count(name string, is func(piece) bool) {
	h.measures = append(h.measures, measure{name: name, weigh: one(is)})
}

// one weighs a piece of a kind as one, and any other as nothing.
func one(is func(piece) bool) func(piece) int {
	return func(p piece) int {
		if is(p) {
			return 1
		}
		return 0
	}
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
