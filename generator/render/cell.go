package render

import (
	"strconv"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
)

// cellView is one released cell, or what is said of one, ready to be shown.
// Its zero value is a place that the release has no cell for.
type cellView struct {
	Shown     bool
	Withheld  bool
	Words     string // what stands in place of a number: the neutral mark of a withheld one
	Before    string // words around the number
	Text      string // the number
	After     string
	Value     string    // the number as a machine reads it: "-0.4", "4.4..5"
	Cell      string    // "2025-spring/survey.trust.after/mean/department=営業部"
	Show      string    // "n" for the cell's n
	Watermark string    // said beside a number in running text that is not published; else empty
	Answer    string    // of a distribution: the scale value that is counted
	AsOf      day       // of a value that an earlier release printed and that was not updated; else zero
	N         *cellView // of a table: how many it is about, said below the number; may be nil
	Aim       *limits   // what a guideline aims at, in place of a released cell; may be nil

	number, from, to float64
	form             disclosure.Form
	change           bool // whether the number is a change from before to after
	clear            bool // of a change: beyond what chance alone may bring
	scale            axis // that the number is on; zero where it has none
}

// blank says whether the release has no cell for a place of a table, which
// then says so.
func (v cellView) blank() bool { return v.Cell == "" && v.Words == "" && v.Aim == nil }

// cellKey names a cell for good: cohort, table, statistic and levels.
func cellKey(cohort string, t disclosure.Table, at []disclosure.Level) string {
	key := cohort + "/" + t.ID() + "/" + t.Statistic()
	for i, l := range at {
		key += map[bool]string{true: "/", false: ";"}[i == 0] + l.Dimension + "=" + l.Level
	}
	return key
}

// drawer turns the cells of one cohort into views in the words of one page.
type drawer struct {
	*frame
	cohort   disclosure.Cohort
	fallback string // the handbook's first language
}

// at gives a table's cell for the given levels; the zero view where the
// release has none.
func (d *drawer) at(t disclosure.Table, levels ...disclosure.Level) cellView {
	c, ok := t.Cell(levels...)
	if !ok {
		return cellView{}
	}
	return d.cell(t, c)
}

// cell shows a cell's number or band; a distribution's people are shown by
// answers.
func (d *drawer) cell(t disclosure.Table, c disclosure.Cell) cellView {
	v := d.open(t, c)
	v.change = t.Statistic() == string(figure.Difference) && strings.HasSuffix(t.ID(), ".change")
	switch c.Form() {
	case disclosure.Number:
		v.Shown, v.number = true, c.Value()
		v.Value = decimal(v.number, t.Decimals())
		v.Text = signed(v.Value, t.Statistic() == string(figure.Difference))
		v.clear = beyondChance(c)
		if effect := c.Effect(); effect != "" {
			v.After = d.T("effect_" + string(effect))
		}
	case disclosure.Band:
		v.Shown = true
		v.from, v.to = c.Band()
		d.band(&v, t)
	case disclosure.Distribution, disclosure.Class:
		v = d.n(t, c)
	}
	return v
}

// n shows how many people or pairs a cell is about.
func (d *drawer) n(t disclosure.Table, c disclosure.Cell) cellView {
	v := d.open(t, c)
	if !v.Withheld {
		v.Shown, v.Show, v.number = true, "n", float64(c.N())
		v.Text = strconv.Itoa(c.N())
		v.Value = v.Text
	}
	return v
}

// withN is at with the number of people or pairs below it.
func (d *drawer) withN(t disclosure.Table, levels ...disclosure.Level) cellView {
	v := d.at(t, levels...)
	if c, ok := t.Cell(levels...); ok && v.Shown && hasN(t) {
		n := d.n(t, c)
		v.N = &n
	}
	return v
}

// of words a number of people or pairs in full: "38 people".
func (d *drawer) of(t disclosure.Table, c disclosure.Cell) cellView {
	v := d.n(t, c)
	word := "of_people"
	if base := t.Base(); len(base) > 0 && (base[0] == "pairs" || base[0] == "sessions" || base[0] == "goals") {
		word = "of_pairs"
	}
	v.Before, v.After = d.words.around(d.Lang, word)
	return v
}

// inUnit gives a number its unit where words follow it: "75% or more". It
// gives back the unit that is still to be said.
func (d *drawer) inUnit(v cellView, unit string) (cellView, string) {
	if !v.Shown || v.After == "" {
		return v, unit
	}
	gap := d.T("unit_gap")
	if unit == d.T("unit_percent") {
		gap = ""
	}
	v.After = gap + unit + v.After
	return v, ""
}

// open is the view of a cell before it has a number.
func (d *drawer) open(t disclosure.Table, c disclosure.Cell) cellView {
	v := cellView{Cell: cellKey(d.cohort.ID(), t, c.At()), form: c.Form()}
	if c.Form() == disclosure.Withheld {
		v.Withheld, v.Words = true, d.T("withheld")
	}
	v.AsOf = d.day(c.AsOf())
	v.scale.low, v.scale.high = d.scaleEnds(t)
	return v
}

// band words a class of a fixed partition: "4.4 or more", "1.6 or less", or
// both ends.
func (d *drawer) band(v *cellView, t disclosure.Table) {
	from, to := decimal(v.from, t.Decimals()), decimal(v.to, t.Decimals())
	v.Value = from + ".." + to
	least, most := d.scaleEnds(t)
	switch {
	case most > least && v.to >= most:
		v.Before, v.After = d.words.around(d.Lang, "band_from")
		v.Text = from
	case most > least && v.from <= least:
		v.Before, v.After = d.words.around(d.Lang, "band_to")
		v.Text = to
	default:
		v.Text = from + d.T("band_between") + to
	}
}

// scaleEnds are the least and greatest value that a table can hold; equal
// where there is no scale.
func (d *drawer) scaleEnds(t disclosure.Table) (least, most float64) {
	if t.Unit() == string(figure.Percent) {
		return 0, 100
	}
	q, _ := d.question(t.ID())
	if scale := append(q.Scale(), d.themeScale(t.ID())...); len(scale) > 0 {
		return float64(scale[0].Value), float64(scale[len(scale)-1].Value)
	}
	return 0, 0
}

// question finds the question that a table of a survey or a pulse is about.
func (d *drawer) question(table string) (disclosure.Question, bool) {
	if code, isPulse := strings.CutPrefix(table, "pulse."); isPulse {
		return d.cohort.Question(code)
	}
	rest, ok := strings.CutPrefix(table, "survey.")
	i := strings.LastIndexByte(rest, '.')
	if !ok || i < 0 {
		return disclosure.Question{}, false
	}
	return d.cohort.Question(rest[:i])
}

// answers shows a distribution: how many people chose each point of the scale.
func (d *drawer) answers(t disclosure.Table, c disclosure.Cell) []cellView {
	var views []cellView
	for _, count := range c.Counts() {
		v := d.open(t, c)
		v.Shown, v.number = true, float64(count.People)
		v.Answer = strconv.Itoa(count.Value)
		v.Text = strconv.Itoa(count.People)
		v.Value = v.Text
		if c.Form() == disclosure.Class {
			v.Value += ".." + strconv.Itoa(c.N())
			v.Before, v.After = d.words.around(d.Lang, "class_from")
			v.After += d.words.fill(d.Lang, "class_answer", slots{Of: d.answer(t, count.Value)})
		}
		views = append(views, v)
	}
	return views
}

// answer is how a scale value reads.
func (d *drawer) answer(t disclosure.Table, value int) string {
	if q, ok := d.question(t.ID()); ok {
		for _, p := range q.Scale() {
			if label := p.Label.In(d.Lang, d.fallback); p.Value == value && label != "" {
				return label
			}
		}
	}
	return strconv.Itoa(value)
}

// decimal prints a number as a machine reads it.
func decimal(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return s
}

// signed is a number as it is read: with a true minus, and a plus where it is
// a change.
func signed(s string, change bool) string {
	switch {
	case strings.HasPrefix(s, "-"):
		return "−" + s[1:]
	case change && strings.Trim(s, "0.") != "":
		return "+" + s
	}
	return s
}
