package render

import (
	"cmp"
	"slices"
	"strconv"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
	"kohort/generator/handbook"
)

// rule is a guideline of the handbook that is measured: what it aims at, in
// the words of the page that shows it. Its zero value aims at nothing.
type rule struct {
	Label, Lang string // Lang is empty where the words are in the page's language
	URL         string // where the handbook says it
	Min, Max    target

	metric figure.Metric
}

// limits are what a rule aims at, as it is read: "at least 30 minutes, at most
// 60 minutes".
type limits struct {
	Bounds []target
	And    string // between two of them
}

func (f *frame) limits(bounds ...target) *limits {
	isOpen := func(t target) bool { return !t.Set }
	return &limits{slices.DeleteFunc(bounds, isOpen), f.T("target_and")}
}

// rules lists the measured guidelines of the page's edition in reading order.
// One that another has said with the same limits is left out.
func (b *body) rules() []rule {
	var rules []rule
	for _, g := range b.page.Edition.Guidelines {
		metric, known := figure.LookupMetric(g.Metric)
		r := rule{Label: g.Label, Lang: b.frame.foreign(g.Page), metric: metric,
			URL: relative(folder(b.page.URL), g.Page.URL) + "#" + escapeFragment(g.ID),
			Min: b.frame.target(g, metric, "min", g.Min), Max: b.frame.target(g, metric, "max", g.Max)}
		if known && (r.Min.Set || r.Max.Set) && !slices.ContainsFunc(rules, r.saysAs) {
			rules = append(rules, r)
		}
	}
	return rules
}

func (r rule) saysAs(other rule) bool {
	return r.metric.ID == other.metric.ID && r.Min.Set == other.Min.Set && r.Max.Set == other.Max.Set && r.Min.Value == other.Min.Value && r.Max.Value == other.Max.Value
}

// target is one bound of a guideline; the zero target where the author gave
// none, or something that is no number, which Assemble has told.
func (f *frame) target(g handbook.Guideline, metric figure.Metric, bound, written string) target {
	value, err := strconv.ParseFloat(written, 64)
	if err != nil {
		return target{}
	}
	number, unit := signed(written, false), f.unitAfter(metric.Unit.In(f.Lang))
	text := f.words.fill(f.Lang, "target_"+bound, slots{N: number, Of: unit})
	if unit == "%" && bound == "min" && value == 100 {
		text = number + unit // no share is more
	}
	return target{Value: value, Set: true, Text: text, Key: handbook.TargetKey(g, bound), Written: written}
}

// unitAfter is a unit as it follows a number: "80%", "30 minutes".
func (f *frame) unitAfter(unit string) string {
	if unit == "%" || unit == "" {
		return unit
	}
	return f.T("unit_gap") + unit
}

// ruleOf finds the first rule for a metric; the zero rule where there is none.
func ruleOf(rules []rule, metric string) rule {
	for _, r := range rules {
		if r.metric.ID == metric {
			return r
		}
	}
	return rule{}
}

// kept is what the measured guidelines aim at beside what was reached, a row a
// guideline that the release has the figure of. before is the cohort before;
// nil is none.
func (d *drawer) kept(id string, rules []rule, before *drawer) figureView {
	var tables []disclosure.Table
	var rows []bulletRow
	grid := gridView{Corner: d.T("guideline"), Groups: []gridGroup{{}}, Columns: []string{d.T("target"), d.T("actual"), d.T("result")}}
	if before != nil {
		grid.Columns = append(grid.Columns, d.T("previous"))
	}
	for _, r := range rules {
		t, ok := d.actual(r)
		if !ok {
			continue
		}
		unit := r.metric.Unit.In(d.Lang)
		row := gridRow{Label: r.Label, URL: r.URL, Note: r.metric.Name.In(d.Lang), Lang: r.Lang}
		actual := d.withN(t)
		row.Cells = append(row.Cells, cellView{Aim: d.limits(r.Min, r.Max)}, d.inWords(actual, unit), cellView{Words: cmp.Or(d.result(r, actual), d.T("blank"))})
		if before != nil {
			row.Cells = append(row.Cells, before.reached(r, unit))
		}
		tables = append(tables, t)
		grid.Groups[0].Rows = append(grid.Groups[0].Rows, row)
		rows = append(rows, bulletRow{Label: r.Label, Actual: d.at(t), Unit: unit, Min: r.Min, Max: r.Max})
	}
	if len(tables) == 0 {
		return figureView{}
	}
	f := d.newFigure(id, kindBullet, d.T("figure_guidelines"), tables...)
	f.Chart, f.Table, f.Unit = d.bullets(id, rows), grid, ""
	return d.finish(f)
}

// actual is the table of what was reached of a rule.
func (d *drawer) actual(r rule) (disclosure.Table, bool) {
	for _, stat := range []figure.Statistic{figure.Mean, figure.Rate} {
		if t, ok := d.cohort.Table("metric."+r.metric.ID, string(stat)); ok {
			return t, true
		}
	}
	return disclosure.Table{}, false
}

// reached is the number of what was reached of a rule; a dash where the
// release has none.
func (d *drawer) reached(r rule, unit string) cellView {
	t, ok := d.actual(r)
	if !ok {
		return cellView{Words: d.T("blank")}
	}
	return d.inWords(d.at(t), unit)
}

// result says in words whether a number keeps to the rule; nothing where none
// is shown or a range leaves it open.
func (f *frame) result(r rule, actual cellView) string {
	switch (bulletRow{Actual: actual, Min: r.Min, Max: r.Max}).outcome() {
	case targetMet:
		return f.T("target_met")
	case targetUnmet:
		return f.T("target_unmet")
	}
	return ""
}
