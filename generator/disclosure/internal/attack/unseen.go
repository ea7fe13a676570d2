package attack

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// unseen is what readers cannot rule out that some pair holds: sessions of each
// month and format that tables name, one of each topic, one that was cancelled
// and one still to come; goals of each theme and status.
type unseen struct {
	sessions []microdata.Session
	goals    []microdata.Goal
}

// unseenOf reads the levels of tables, whether their cells print or not.
func unseenOf(tables []Table) unseen {
	named := func(id, dimension string) []string {
		out := []string{}
		for _, t := range tables {
			if !strings.HasPrefix(t.ID, id) {
				continue
			}
			for _, c := range t.Cells {
				if len(c.At) == 1 && c.At[0].Dimension == dimension && !slices.Contains(out, c.At[0].Level) {
					out = append(out, c.At[0].Level)
				}
			}
		}
		return out
	}
	months, formats := orOne(named("sessions.held", "month")), orOne(named("sessions.format", "format"))
	var out unseen
	for _, month := range months {
		for _, format := range formats {
			out.sessions = append(out.sessions, microdata.Session{Date: monthOf(month), Format: format, Status: microdata.Held})
		}
	}
	first := out.sessions[0]
	for _, topic := range named("topics.share", "topic") {
		s := first
		s.Topics = []string{topic}
		out.sessions = append(out.sessions, s)
	}
	for _, status := range []microdata.Status{microdata.Cancelled, microdata.Planned} {
		s := first
		s.Status = status
		out.sessions = append(out.sessions, s)
	}
	for _, theme := range orOne(named("goals.", "theme")) {
		for _, status := range []string{"met", "partly", "open", "dropped"} {
			out.goals = append(out.goals, microdata.Goal{Theme: theme, Status: status})
		}
	}
	return out
}

// orOne is one level without a name where tables name none.
func orOne(levels []string) []string {
	if len(levels) == 0 {
		return []string{""}
	}
	return levels
}

// held are the keys of the sessions that a cell might count.
func (u unseen) held(t Table, c Cell) []string {
	var out []string
	for _, s := range u.sessions {
		if key, counts := sessionKey(t.ID, s); counts && stands(t, c, s) {
			out = append(out, key+kindOf(s))
		}
	}
	return out
}

// goalsOf are the keys of the goals of a cell's theme, or of all, and of one
// status; "" is any.
func (u unseen) goalsOf(c Cell, status string) []string {
	var out []string
	for _, g := range u.goals {
		if (status == "" || g.Status == status) && (len(c.At) == 0 || g.Theme == c.At[0].Level) {
			out = append(out, fmt.Sprint(g.Theme, " ", g.Status))
		}
	}
	return out
}
