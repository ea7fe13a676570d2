package render

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/figure"
	"kohort/generator/handbook"
)

// figureView is what the template of a figure sees: a chart, or none, and the
// same numbers as a table.
type figureView struct {
	*frame
	ID           string
	Kind         string // table, bar, columns, dumbbell, stacked
	Title        string
	Caption      string       // the author's; may be empty
	CaptionLang  string       // of a caption that is not in the page's language
	Unit         string       // of the numbers; may be empty
	Definitions  []definition // what is counted, of whom, when
	About        about        // of how many, how it is rounded
	CSV          string       // link to the numbers as a file; empty where there is none
	Chart        chartView
	Table        gridView
	HasWithheld  bool
	HasRange     bool     // a number is given as a range
	HasBlank     bool     // a place of the table has no number at all
	HasOld       bool     // a number is that of an earlier release
	Withdrawn    []string // what was withdrawn, when and why
	Breaks       []string // what changed between the cohorts that it shows
	Width        int      // columns of the table, its row labels among them
	SpanWidth    int      // columns that a Span stands across
	Provenance   string   // the data's date and the release
	WithheldNote string   // what the neutral mark means
	LeftOut      []string // what is not in it, since hardly a number of it may be shown
}

// asked draws the figure that a page asks for.
func (d *drawer) asked(id string, want *handbook.Figure) (figureView, []diag.Problem) {
	t, ok := d.cohort.Table(want.Table, want.Stat)
	if !ok {
		return figureView{}, nil // Assemble has checked it against the same releases
	}
	kind := want.Kind
	if kind == "" {
		kind = kinds(t)[0]
	} else if !slices.Contains(kinds(t), kind) {
		return figureView{}, []diag.Problem{diag.New("figure-kind-unknown", want.Pos, diag.Slot("kind", kind),
			diag.Slot("table", t.ID()), diag.Slot("stat", t.Statistic()), diag.Slot("known", strings.Join(diag.NearestFirst(kind, kinds(t)), ", ")))}
	}
	v := d.figure(id, t, kind, want.By)
	v.Caption = want.Caption
	return v, nil
}

// figure draws one table.
func (d *drawer) figure(id string, t disclosure.Table, kind, by string) figureView {
	v := d.newFigure(id, kind, d.title(t), t)
	switch kind {
	case kindBar:
		if overTime(t) == "month" && (by == "" || by == "month") {
			v.Kind, v.Chart = kindColumns, d.columns(id, t)
		} else {
			v.Chart = d.bars(id, t, by)
		}
		v.Table = d.grid(by, []string{d.measure(t)}, t)
	case kindDumbbell:
		q, _ := d.question(t.ID())
		if p, ok := d.pairedTables(q.Code()); ok {
			return d.dumbbellFigure(id, p, by)
		}
		v.Kind = kindTable
		v.Table = d.grid(by, []string{d.measure(t)}, t)
	case kindStacked:
		d.answersFigure(&v, id, t, by)
	case kindLine:
		v.Chart = d.lineOverTime(id, t)
		v.Table = d.grid(overTime(t), []string{d.measure(t)}, t)
	case kindCalendar:
		v.Chart = d.calendar(id, t)
		v.Table = d.grid(overTime(t), []string{d.measure(t)}, t)
	case kindHeatmap:
		v.Chart = d.crossing(id, t, by)
		v.Table = d.grid(crossed(t, by), []string{d.measure(t)}, t)
	case kindTable:
		if t.Statistic() == string(figure.Distribution) {
			d.answersFigure(&v, id, t, by) // its chart is not shown
		} else {
			v.Table = d.grid(by, []string{d.measure(t)}, t)
		}
	}
	return d.finish(v)
}

// newFigure is a figure without its chart and table.
func (d *drawer) newFigure(id, kind, title string, tables ...disclosure.Table) figureView {
	v := figureView{frame: d.frame, ID: id, Kind: kind, Title: title, Provenance: d.provenance()}
	for _, t := range tables {
		v.Unit = d.T("unit_" + t.Unit())
		if on, reason, ok := t.Withdrawn(); ok {
			note := d.words.fill(d.Lang, "withdrawn_note", slots{Of: d.measure(t), Date: d.day(on).Text}) + " " + reason
			if !slices.Contains(v.Withdrawn, note) {
				v.Withdrawn = append(v.Withdrawn, note)
			}
		}
	}
	d.explain(&v, tables)
	return v
}

// finish notes what can only be known from the whole figure.
func (d *drawer) finish(v figureView) figureView {
	v.Chart.Title = v.Title
	v.Width, v.SpanWidth = len(v.Table.Columns)+1, len(v.Table.Columns)-1
	v.WithheldNote = d.words.fill(d.Lang, "withheld_note", slots{K: strconv.Itoa(d.cohort.K())})
	for _, g := range v.Table.Groups {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				v.HasWithheld = v.HasWithheld || c.Withheld
				v.HasRange = v.HasRange || c.form == disclosure.Band && c.Show == ""
				v.HasBlank = v.HasBlank || c.blank()
				v.HasOld = v.HasOld || c.AsOf != day{}
			}
			v.HasRange = v.HasRange || r.Span != nil && r.Span.Shown
		}
	}
	return v
}

// provenance says which data and release the numbers are of.
func (d *drawer) provenance() string {
	return d.words.fill(d.Lang, "provenance", slots{Date: d.day(d.cohort.DataAsOf()).Text, Release: strconv.Itoa(d.cohort.Release())})
}

func (d *drawer) dumbbellFigure(id string, p paired, by string) figureView {
	v := d.newFigure(id, kindDumbbell, p.question.Text().In(d.Lang, d.fallback), p.before, p.after, p.change)
	v.Chart = d.dumbbells(id, p, by)
	v.Table = gridView{Columns: d.pairedColumns()}
	for _, group := range d.rows(p.after, by) {
		out := gridGroup{Label: group.label}
		for _, key := range group.rows {
			out.Rows = append(out.Rows, d.pairedRow(key.label, p, key.at))
		}
		v.Table.Groups = append(v.Table.Groups, out)
	}
	return d.finish(v)
}

// answersFigure fills a figure with the answers to one question, a row a
// level.
func (d *drawer) answersFigure(v *figureView, id string, t disclosure.Table, by string) {
	q, _ := d.question(t.ID())
	var rows []answersOf
	v.Table = gridView{Columns: d.answerColumns(q)}
	for _, group := range d.rows(t, by) {
		out := gridGroup{Label: group.label}
		for _, key := range group.rows {
			if c, ok := t.Cell(key.at...); ok {
				rows = append(rows, answersOf{group.label, key.label, t, c})
				out.Rows = append(out.Rows, d.distributionRow(key.label, t, c))
			}
		}
		v.Table.Groups = append(v.Table.Groups, out)
	}
	v.Chart = d.stacked(id, q, rows)
}

func (d *drawer) answerColumns(q disclosure.Question) []string {
	columns := []string{d.T("n")}
	for _, p := range q.Scale() {
		label := p.Label.In(d.Lang, d.fallback)
		if label == "" {
			label = strconv.Itoa(p.Value)
		}
		columns = append(columns, label)
	}
	return columns
}

// title names a table: the question it is about, or its figure and measure.
func (d *drawer) title(t disclosure.Table) string {
	def, _ := figure.Lookup(t.ID(), figure.Statistic(t.Statistic()))
	if q, ok := d.question(t.ID()); ok {
		return q.Text().In(d.Lang, d.fallback) + d.T("title_separator") + def.Measure.In(d.Lang)
	}
	return def.Figure.In(d.Lang) + d.T("title_separator") + def.Measure.In(d.Lang)
}

// measure names what a table measures, as a heading.
func (d *drawer) measure(t disclosure.Table) string {
	def, ok := figure.Lookup(t.ID(), figure.Statistic(t.Statistic()))
	if !ok {
		return t.ID()
	}
	return capital(def.Measure.In(d.Lang))
}

// capital begins an English name with a capital letter, as a heading does.
func capital(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// part runs one of the theme's parts.
func part[V partView](t *Theme, name string, view V) (string, error) {
	var out bytes.Buffer
	if err := t.parts.ExecuteTemplate(&out, name, view); err != nil {
		return "", err
	}
	return out.String(), nil
}

// partView is a view that one of the theme's parts is drawn from.
type partView interface {
	figureView | cellView | reportView | *frame | headerView | tocView | navView
}
