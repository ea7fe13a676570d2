package attack

import (
	"maps"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// other reads the figures that are neither sessions nor a question of the
// survey. A figure that it has no reading of is not known.
func (r *reader) other(t Table, c Cell, name string) bool {
	figure, measure, _ := strings.Cut(t.ID, ".")
	switch figure {
	case "orientation", "retention":
		return r.people(t, c, name, t.ID, r.present())
	case "matching":
		return r.matching(t, c, name)
	case "goals":
		return r.goals(t, c, name)
	case "theme":
		return r.theme(t, c, name)
	case "recommend":
		return r.recommend(t, c, name)
	case "pulse":
		return r.pulse(t, c, name, measure)
	case "metric":
		return r.metric(t, c, name, measure)
	}
	return false
}

// metric reads the actual of a measured rule as the figure that it repeats.
func (r *reader) metric(t Table, c Cell, name, metric string) bool {
	same := map[string]string{
		"sessions_per_month": "sessions.per_pair", "minutes": "sessions.minutes", "oriented_share": "orientation.share",
		"days_to_first_session": "matching.days", "cross_department_share": "matching.cross_department", "goals_met_share": "goals.met",
	}[metric]
	switch {
	case metric == "followups_per_pair":
		return r.followups(c, name)
	case metric == "response_rate":
		wave := ""
		for _, w := range r.cohort.Waves {
			if !strings.HasPrefix(w.Name, "pulse-") && slices.Contains(w.Responded, true) {
				wave = w.Name
			}
		}
		return r.people(Table{ID: "response." + wave, Statistic: t.Statistic}, c, name, "response."+wave, r.reached(wave))
	case same == "":
		return false
	case strings.HasPrefix(same, "sessions."):
		return r.session(Table{ID: same, Statistic: t.Statistic}, c, name)
	}
	return r.other(Table{ID: same, Statistic: t.Statistic}, c, name)
}

// pairs lists the pairs that are in the figures: nobody in them withdrew.
func (r *reader) pairs() []int { return pairsIn(r.cohort) }

// pairsIn lists those of a cohort.
func pairsIn(c microdata.Cohort) []int {
	var out []int
	for i, p := range c.Pairs {
		if c.People[p.Mentor].Withdrawn.IsZero() && c.People[p.Mentee].Withdrawn.IsZero() {
			out = append(out, i)
		}
	}
	return out
}

// matching reads facts of pairs, and the days to their first session. A pair
// without a value stands behind nothing.
func (r *reader) matching(t Table, c Cell, name string) bool {
	pairs := r.pairs()
	slots, size := make(map[slot]int64), 0
	for _, i := range pairs {
		p := r.cohort.Pairs[i]
		mentor, mentee := r.cohort.People[p.Mentor], r.cohort.People[p.Mentee]
		switch t.ID {
		case "matching.cross_department":
			if mentor.Department == "" || mentee.Department == "" {
				continue
			}
		case "matching.days":
			met := slices.ContainsFunc(r.cohort.Sessions, func(s microdata.Session) bool { return s.Pair == i && s.Status == microdata.Held })
			if p.Matched.IsZero() || !met {
				continue
			}
		case "matching.pairs", "matching.outside_line":
		default:
			return false
		}
		slots[slot{i, t.ID}], size = 1, size+1
	}
	if t.ID == "matching.days" {
		size = len(pairs)
	}
	return len(c.At) == 0 && put(r.system("matching", r.limits.MinPairs, "pairs"), name, c, slots, size)
}

func (r *reader) followups(c Cell, name string) bool {
	slots, pairs := make(map[slot]int64), r.pairs()
	for _, f := range r.cohort.Followups {
		if slices.Contains(pairs, f.Pair) {
			slots[slot{f.Pair, "followups"}] = 1
		}
	}
	return len(c.At) == 0 && put(r.system("followups", r.limits.MinPairs, "pairs"), name, c, slots, len(pairs))
}

// goals reads a share of goals. Whoever knows a share knows, at worst, how many
// goals it is a share of: they are printed with it.
func (r *reader) goals(t Table, c Cell, name string) bool {
	status := strings.TrimPrefix(t.ID, "goals.")
	if len(c.At) > 1 || len(c.At) == 1 && c.At[0].Dimension != "theme" {
		return false
	}
	of, all, pairs := make(map[slot]int64), make(map[slot]int64), r.pairs()
	for _, g := range r.cohort.Goals {
		if !slices.Contains(pairs, g.Pair) || len(c.At) == 1 && levelIn(t, "theme", g.Theme) != c.At[0].Level {
			continue
		}
		at := slot{g.Pair, g.Theme + " " + g.Status}
		all[at] = 1
		if g.Status == status {
			of[at] = 1
		}
	}
	s := r.system("goals", r.limits.MinPairs, "pairs")
	if c.Form != Withheld {
		s.printed = append(s.printed, row{name + " base", all, r.unseen.goalsOf(c, "")})
	}
	return s.put(row{name, of, r.unseen.goalsOf(c, status)}, c, len(pairs))
}

// levelIn is the level of a table in which a category is counted: its own, where
// the table names it, else "other".
func levelIn(t Table, dimension, category string) string {
	own := Level{dimension, category}
	if slices.ContainsFunc(t.Cells, func(c Cell) bool { return slices.Contains(c.At, own) }) {
		return category
	}
	return "other"
}

// printedAlready says whether a system prints a row over the same slots.
func (s *system) printedAlready(slots map[slot]int64) bool {
	return slices.ContainsFunc(s.printed, func(r row) bool { return maps.Equal(r.slots, slots) })
}
