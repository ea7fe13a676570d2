package render

import (
	"slices"
	"strings"

	"kohort/generator/disclosure"
)

// tables finds the tables of ids that the release has, and the names of their
// measures.
func (d *drawer) tables(stat string, ids ...string) (tables []disclosure.Table, columns []string) {
	for _, id := range ids {
		if t, ok := d.cohort.Table(id, stat); ok {
			tables = append(tables, t)
			columns = append(columns, d.measure(t))
		}
	}
	return tables, columns
}

func (d *drawer) participation(id string) figureView {
	tables, columns := d.tables("count", "participation.enrolled", "participation.active", "participation.completed", "participation.left")
	return d.tableOf(id, "figure_participation", columns, tables)
}

func (d *drawer) response(id string) figureView {
	tables, columns := d.tables("rate", "response.before", "response.mid", "response.after")
	for i := range columns {
		columns[i] = d.T(strings.TrimPrefix(tables[i].ID(), "response."))
	}
	return d.tableOf(id, "figure_response", columns, tables)
}

// tableOf is a figure that shows tables side by side; it has no kind where the
// release has none of them.
func (d *drawer) tableOf(id, title string, columns []string, tables []disclosure.Table) figureView {
	if len(tables) == 0 {
		return figureView{}
	}
	v := d.newFigure(id, kindTable, d.T(title), tables...)
	v.Table = d.grid("", columns, tables...)
	return d.finish(v)
}

// sessionsByMonth draws the sessions of each month, where any month may be
// shown.
func (d *drawer) sessionsByMonth(id string) figureView {
	t, ok := d.cohort.Table("sessions.held", "sum")
	if !ok {
		return figureView{}
	}
	var months gridRow
	for _, c := range t.Cells() {
		if at := c.At(); len(at) == 1 && at[0].Dimension == "month" {
			months.Cells = append(months.Cells, d.cell(t, c))
		}
	}
	_, _, withdrawn := t.Withdrawn()
	switch {
	case len(months.Cells) == 0:
		return figureView{}
	case !withdrawn && !(gridGroup{Rows: []gridRow{months}}).tells():
		return figureView{LeftOut: []string{d.T("figure_sessions_month")}}
	}
	v := d.figure(id, t, kindBar, "month")
	v.Title = d.T("figure_sessions_month")
	return d.finish(v)
}

// allAnswers draws the answers after the program, questions of one scale
// together.
func (d *drawer) allAnswers(b *body) []figureView {
	type scaled struct {
		question disclosure.Question
		rows     []answersOf
	}
	var scales []scaled
	for _, q := range d.cohort.Questions() {
		t, ok := d.cohort.Table("survey."+q.Code()+".after", "distribution")
		if !ok {
			continue
		}
		c, ok := t.Cell()
		if !ok {
			continue
		}
		i := slices.IndexFunc(scales, func(s scaled) bool { return d.sameScale(s.question, q) })
		if i < 0 {
			i = len(scales)
			scales = append(scales, scaled{question: q})
		}
		scales[i].rows = append(scales[i].rows, answersOf{"", q.Text().In(d.Lang, d.fallback), t, c})
	}
	var figures []figureView
	for _, s := range scales {
		id := b.figureID()
		v := d.newFigure(id, kindStacked, d.T("figure_answers"), s.rows[0].table)
		v.Chart = d.stacked(id, s.question, s.rows)
		v.Table = gridView{Corner: d.T("question"), Columns: d.answerColumns(s.question), Groups: []gridGroup{{}}}
		for _, r := range s.rows {
			v.Table.Groups[0].Rows = append(v.Table.Groups[0].Rows, d.distributionRow(r.label, r.table, r.cell))
		}
		figures = append(figures, d.finish(v))
	}
	return figures
}

// sameScale says whether two questions take the same answers and mean the same
// end as the good one.
func (d *drawer) sameScale(a, b disclosure.Question) bool {
	return a.Good() == b.Good() && slices.EqualFunc(a.Scale(), b.Scale(), func(x, y disclosure.ScalePoint) bool {
		return x.Value == y.Value && x.Label.In(d.Lang, d.fallback) == y.Label.In(d.Lang, d.fallback)
	})
}
