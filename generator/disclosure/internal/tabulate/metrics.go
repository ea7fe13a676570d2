package tabulate

import (
	"slices"
	"strings"

	"kohort/generator/figure"
)

// metrics gives the actuals of measured rules: whole-cohort cells of tables
// that stand above, under the names that guidelines use. They add nothing to
// what is printed. Follow-ups have no other table.
func (m *maker) metrics() {
	m.metric("sessions_per_month", "sessions.per_pair", figure.Mean)
	m.metric("minutes", "sessions.minutes", figure.Mean)
	m.metric("oriented_share", "orientation.share", figure.Rate)
	m.metric("days_to_first_session", "matching.days", figure.Mean)
	m.metric("cross_department_share", "matching.cross_department", figure.Rate)
	m.metric("response_rate", m.lastResponse(), figure.Rate)
	m.followups()
	m.metric("goals_met_share", "goals.met", figure.Rate)
}

func (m *maker) metric(name, from string, s figure.Statistic) {
	i := slices.IndexFunc(m.out.Tables, func(t Table) bool { return t.ID == from && t.Statistic == s })
	if i < 0 {
		return
	}
	t := m.out.Tables[i]
	t.ID = "metric." + name
	t.Narrow, t.By = true, nil
	if t.Base < 0 {
		whole := slices.IndexFunc(t.Levels, func(at []Level) bool { return len(at) == 0 })
		t.Levels, t.Cells, t.Dimensions = t.Levels[whole:whole+1], t.Cells[whole:whole+1], nil
	}
	m.out.Tables = append(m.out.Tables, t)
}

// lastResponse names the table of the last great survey that anybody handed in.
func (m *maker) lastResponse() string {
	id := ""
	for _, w := range m.cohort.Waves {
		if !strings.HasPrefix(w.Name, "pulse-") && slices.Contains(w.Responded, true) {
			id = "response." + w.Name
		}
	}
	return id
}

// followups is the mean of HR's check-ins with a pair, by rule 9.
func (m *maker) followups() {
	if len(m.cohort.Followups) == 0 {
		return
	}
	sum, pairs := make(parts, len(m.cohort.Pairs)), m.pairCount()
	for _, f := range m.cohort.Followups {
		if m.counts(f.Pair) {
			sum[f.Pair]++
		}
	}
	c := Cell{N: pairs, Why: FewPairs}
	if pairs >= m.rules.MinPairs {
		c = m.meanOf(sum, pairs, pairs)
	}
	m.decidedOf("pairs", "metric.followups_per_pair", figure.Mean, nil, [][]Level{nil}, []Cell{c})
}
