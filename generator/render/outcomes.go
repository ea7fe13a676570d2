package render

import (
	"slices"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
)

// measures lists whole-cohort measures, a row each; every one is named by its
// table and statistic, "matching.days mean".
func (d *drawer) measures(id, title string, wanted ...string) figureView {
	var all []disclosure.Table
	v := gridView{Columns: []string{d.T("value"), d.T("unit")}}
	group := gridGroup{}
	for _, want := range wanted {
		name, stat, _ := strings.Cut(want, " ")
		t, ok := d.cohort.Table(name, stat)
		if !ok {
			continue
		}
		all = append(all, t)
		unit := cellView{Words: d.T("unit_" + t.Unit())}
		group.Rows = append(group.Rows, gridRow{Label: capital(d.measure(t)), Cells: []cellView{d.withN(t), unit}})
	}
	if len(all) == 0 {
		return figureView{}
	}
	f := d.newFigure(id, kindTable, d.T(title), all...)
	v.Groups = []gridGroup{group}
	f.Table, f.Unit = v, ""
	return d.finish(f)
}

func (d *drawer) sessionsTable(id string) figureView {
	return d.measures(id, "figure_sessions", "sessions.held sum", "sessions.planned sum", "sessions.cancelled sum", "sessions.per_pair mean", "sessions.minutes mean")
}

// people are the shares of people who were oriented and who stayed.
func (d *drawer) people(id string) figureView {
	tables, columns := d.tables("rate", "orientation.share", "retention.program", "retention.company")
	return d.tableOf(id, "figure_people", columns, tables)
}

// shares is a table of shares by format.
func (d *drawer) shares(id, table string) figureView {
	tables, columns := d.tables("rate", table)
	for i := range columns {
		columns[i] = d.T("share")
	}
	return d.tableOf(id, "figure_"+strings.ReplaceAll(table, ".", "_"), columns, tables)
}

// topics draws what the sessions were about.
func (d *drawer) topics(id string) figureView {
	t, ok := d.cohort.Table("topics.share", string(figure.Rate))
	if !ok {
		return figureView{}
	}
	f := d.figure(id, t, kindBar, "topic")
	f.Title = d.T("figure_topics_share")
	return d.finish(f)
}

func (d *drawer) goals(id string) figureView {
	tables, columns := d.tables("rate", "goals.met", "goals.partly", "goals.open", "goals.dropped")
	return d.tableOf(id, "figure_goals", columns, tables)
}

func (d *drawer) recommend(id string) figureView {
	tables, columns := d.tables("rate", "recommend.promoters", "recommend.passives", "recommend.detractors")
	for i := range columns {
		columns[i] += " " + d.T("unit_open") + d.T("unit_percent") + d.T("unit_close")
	}
	scores, heads := d.tables("difference", "recommend.score")
	f := d.tableOf(id, "figure_recommend", append(columns, heads...), append(tables, scores...))
	f.Unit = "" // the score is no percentage
	return f
}

// pulse is a table of the weeks for each question of the short surveys.
func (d *drawer) pulse(b *body) []figureView {
	var out []figureView
	for _, t := range d.cohort.Tables() {
		if code, isPulse := strings.CutPrefix(t.ID(), "pulse."); isPulse {
			v := d.tableOf(b.figureID(), "figure_pulse", []string{d.measure(t)}, []disclosure.Table{t})
			if q, known := d.cohort.Question(code); known {
				v.Title = q.Text().In(d.Lang, d.fallback)
			}
			out = append(out, v)
		}
	}
	return out
}

// isOther says whether a level is that of small categories, counted together.
func isOther(l disclosure.Level) bool {
	return l.Level == "other" && slices.Contains([]string{"topic", "format", "theme"}, l.Dimension)
}
