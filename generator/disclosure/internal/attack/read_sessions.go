package attack

import (
	"fmt"
	"slices"

	"kohort/generator/disclosure/internal/microdata"
)

// session reads a cell about sessions; the owner is the pair. Only pairs that
// hold something stand behind a sum: a pair without is no cover for the others.
func (r *reader) session(t Table, c Cell, name string) bool {
	slots := make(map[slot]int64)
	pairs := 0
	for i, p := range r.cohort.Pairs {
		if r.cohort.People[p.Mentor].Withdrawn.IsZero() && r.cohort.People[p.Mentee].Withdrawn.IsZero() {
			pairs++
		} else {
			continue
		}
		for _, s := range r.cohort.Sessions {
			if s.Pair != i {
				continue
			}
			if key, counts := sessionKey(t.ID, s); counts && stands(t, c, s) {
				slots[slot{i, key + kindOf(s)}] = 1
			}
		}
	}
	return r.system("sessions", r.limits.MinPairs, "pairs").put(row{name, slots, r.unseen.held(t, c)}, c, pairs)
}

// stands says whether a session is counted at a cell's level.
func stands(t Table, c Cell, s microdata.Session) bool {
	return len(c.At) == 0 || slices.ContainsFunc(places(t, s), func(l Level) bool { return c.At[0] == l })
}

// places are the levels in which a session is counted.
func places(t Table, s microdata.Session) []Level {
	out := []Level{{"month", fmt.Sprintf("%04d-%02d", s.Date.Year, s.Date.Month)}, {"format", levelIn(t, "format", s.Format)}}
	for _, topic := range s.Topics {
		out = append(out, Level{"topic", levelIn(t, "topic", topic)})
	}
	return out
}

// kindOf is all by which figures tell sessions of a status apart: a pair's
// sessions of one kind are one slot.
func kindOf(s microdata.Session) string {
	topics := slices.Clone(s.Topics)
	slices.Sort(topics)
	return fmt.Sprintf("%04d-%02d %q %q", s.Date.Year, s.Date.Month, s.Format, topics)
}

// sessionKey names the slot that a session counts in, for a figure.
func sessionKey(id string, s microdata.Session) (string, bool) {
	switch id {
	case "sessions.held", "sessions.per_pair", "sessions.format", "topics.share":
		return "held ", s.Status == microdata.Held
	case "sessions.planned":
		return string(s.Status) + " ", true
	case "sessions.cancelled":
		return "cancelled ", s.Status == microdata.Cancelled
	case "sessions.minutes":
		return "minutes ", s.Status == microdata.Held && s.Minutes > 0
	}
	return "", false
}
