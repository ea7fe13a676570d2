package ledger

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// pairs gives the slots behind a figure of what pairs did, over the pairs of
// which nobody withdrew.
func (r Reader) pairs(t Table, at []Level) ([]Slot, Kind) {
	tally := make(pairTally)
	figure, measure, _ := strings.Cut(t.ID, ".")
	switch {
	case t.ID == "metric.sessions_per_month":
		r.sessions(tally, "per_pair", t, at)
	case t.ID == "metric.minutes":
		r.sessions(tally, "minutes", t, at)
	case t.ID == "matching.days", t.ID == "metric.days_to_first_session":
		r.first(tally)
	case t.ID == "metric.followups_per_pair":
		for _, f := range r.data.Followups {
			tally.add(f.Pair, "followups", 1)
		}
	case figure == "goals", t.ID == "metric.goals_met_share":
		return r.goals(strings.TrimSuffix(strings.TrimPrefix(measure, "goals_"), "_share"), t, at), Pairs
	case figure == "sessions" || t.ID == "topics.share":
		if !r.sessions(tally, measure, t, at) {
			return nil, Unread
		}
	default:
		return nil, Unread
	}
	return r.slots(tally), Pairs
}

// pairTally counts by pair and key.
type pairTally map[pairKey]int

type pairKey struct {
	pair int
	key  string
}

func (t pairTally) add(pair int, key string, n int) { t[pairKey{pair, key}] += n }

func (r Reader) slots(tally pairTally) []Slot {
	var out []Slot
	for _, k := range sortedPairKeys(tally) {
		p := r.data.Pairs[k.pair]
		mentor, mentee := r.data.People[p.Mentor], r.data.People[p.Mentee]
		if mentor.Withdrawn.IsZero() && mentee.Withdrawn.IsZero() {
			out = append(out, Slot{Owner: mentor.ID + "\x00" + mentee.ID, Key: k.key, Value: fmt.Sprint(tally[k]), Times: 1})
		}
	}
	return out
}

func sortedPairKeys(t pairTally) []pairKey {
	keys := make([]pairKey, 0, len(t))
	for k := range t {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b pairKey) int {
		if a.pair != b.pair {
			return a.pair - b.pair
		}
		return strings.Compare(a.key, b.key)
	})
	return keys
}

// sessions counts what a figure of sessions adds up, by status, month, format
// and topics, so that totals, months, formats and topics are sums of the same
// slots.
func (r Reader) sessions(tally pairTally, measure string, t Table, at []Level) bool {
	month, format, topic := levelOf(at, "month"), levelOf(at, "format"), levelOf(at, "topic")
	for _, s := range r.data.Sessions {
		when := fmt.Sprintf("%04d-%02d", s.Date.Year, s.Date.Month)
		held := s.Status == microdata.Held
		if month != "" && month != when || !t.counts("format", format, s.Format) {
			continue
		}
		topics := slices.Sorted(slices.Values(s.Topics))
		key := fmt.Sprintf("%s %s %s %q", s.Status, when, s.Format, topics)
		switch measure {
		case "held", "per_pair", "format":
			if held {
				tally.add(s.Pair, key, 1)
			}
		case "planned":
			tally.add(s.Pair, key, 1)
		case "cancelled":
			if s.Status == microdata.Cancelled {
				tally.add(s.Pair, key, 1)
			}
		case "minutes":
			if held && s.Minutes > 0 {
				tally.add(s.Pair, "minutes "+when, s.Minutes)
			}
		case "share":
			if held && slices.ContainsFunc(topics, func(own string) bool { return t.counts("topic", topic, own) }) {
				tally.add(s.Pair, key, 1)
			}
		default:
			return false
		}
	}
	return true
}

// first gives the day of each pair's first session, counted from the year 0.
func (r Reader) first(tally pairTally) {
	first := make(map[int]microdata.Date)
	for _, s := range r.data.Sessions {
		if was, met := first[s.Pair]; s.Status == microdata.Held && (!met || s.Date.Before(was)) {
			first[s.Pair] = s.Date
		}
	}
	for pair, d := range first {
		tally.add(pair, "first", d.Year*400+int(d.Month)*31+d.Day)
	}
}

// goals counts the goals of all themes or of one. A share of a status is of all
// of them, so that they stand behind it too: those of the status count twice, and
// the shares of all statuses together tell as much as each number would.
func (r Reader) goals(status string, t Table, at []Level) []Slot {
	tally, theme := make(pairTally), levelOf(at, "theme")
	for _, g := range r.data.Goals {
		if t.counts("theme", theme, g.Theme) {
			tally.add(g.Pair, "goal "+g.Theme+" "+g.Status, 1)
		}
	}
	out := r.slots(tally)
	for i, s := range out {
		if strings.HasSuffix(s.Key, " "+status) {
			out[i].Times = 2
		}
	}
	return out
}

func levelOf(at []Level, dimension string) string {
	for _, l := range at {
		if l.Dimension == dimension {
			return l.Level
		}
	}
	return ""
}
