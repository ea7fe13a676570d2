package render

import (
	"math"
	"strings"

	"kohort/generator/disclosure"
)

// tile is one headline number, beside what it is to be held against.
type tile struct {
	Label    string
	Cell     cellView
	Unit     string
	Note     string    // what the number is about, where the label does not say it
	Of       *cellView // how many people or pairs it is about, where it does not itself say so
	Interval *cellView // of a change; nil where the group is too small for one
	Effect   string    // its size in words, in place of an interval; may be empty
	Rule     *rule     // the guideline for it; nil where there is none
	Aim      *limits   // of Rule
	Result   string    // whether the guideline was kept, in words; may be empty
	Previous *cellView // the same of the cohort before; nil where there is none
	Trend    string    // better, worse, same; of a change within the cohort alone
}

// headline finds the headline numbers of a cohort.
type headline struct {
	*drawer
	before *drawer // of the cohort before; nil is none
	rules  []rule
}

// tiles are the headline numbers of the whole cohort, each beside its
// guideline and the cohort before. One that may not be shown is left out.
func (b *body) tiles(d *drawer) []tile {
	h := headline{d, b.before(d), b.rules()}
	var tiles []tile
	add := func(t tile, ok bool) {
		if ok {
			tiles = append(tiles, t)
		}
	}
	add(h.pairs())
	add(h.tile("sessions_per_month", "sessions.per_pair mean"))
	add(h.tile("response_rate", "response.after rate", "response.mid rate", "response.before rate"))
	add(h.recommend())
	add(h.leading())
	add(h.tile("goals_met_share", "goals.met rate"))
	return tiles
}

// tile is the first of some measures of the whole cohort that is shown, each
// named by its table and statistic. metric is that of its guideline; empty is
// none.
func (h headline) tile(metric string, wanted ...string) (tile, bool) {
	for _, want := range wanted {
		name, stat, _ := strings.Cut(want, " ")
		t, ok := h.cohort.Table(name, stat)
		if !ok {
			continue
		}
		c, ok := t.Cell()
		cell := h.cell(t, c)
		if !ok || !cell.Shown {
			continue
		}
		v := tile{Label: h.T("tile_" + strings.ReplaceAll(name, ".", "_")), Previous: h.previous(t)}
		if r := ruleOf(h.rules, metric); r.metric.ID != "" {
			v.Rule, v.Aim, v.Result = &r, h.limits(r.Min, r.Max), h.result(r, cell)
		}
		v.Cell, v.Unit = h.inUnit(cell, h.T("unit_"+t.Unit()))
		if hasN(t) {
			of := h.of(t, c)
			v.Of = &of
		}
		return v, true
	}
	return tile{}, false
}

// pairs are the pairs, with the people who are still active beside them.
func (h headline) pairs() (tile, bool) {
	v, ok := h.tile("", "matching.pairs count", "participation.active count", "participation.enrolled count")
	if t, has := h.cohort.Table("participation.active", "count"); ok && has && !strings.Contains(v.Cell.Cell, t.ID()) {
		if active := h.at(t); active.Shown {
			active.Before, active.After = h.words.around(h.Lang, "of_active")
			v.Of = &active
		}
	}
	return v, ok
}

// recommend is the score where the question has eleven points, else the share
// of people who would recommend the program, else their mean answer.
func (h headline) recommend() (tile, bool) {
	if v, ok := h.tile("", "recommend.score difference"); ok {
		return v, true
	}
	for _, q := range h.cohort.Questions() {
		if q.Theme() != "recommend" {
			continue
		}
		for _, stat := range []string{"rate", "mean"} {
			if v, ok := h.tile("", "survey."+q.Code()+".after "+stat); ok {
				v.Label = h.T("tile_recommend_" + stat)
				return v, true
			}
		}
	}
	return tile{}, false
}

// leading is the greatest change of a theme among those that are shown, the
// first in the survey's order of equal ones.
func (h headline) leading() (tile, bool) {
	var best tile
	for _, l := range h.learned() {
		c, _ := l.change.Cell()
		cell := h.cell(l.change, c)
		if !isExact(cell) || best.Cell.Shown && math.Abs(cell.number) <= math.Abs(best.Cell.number) {
			continue
		}
		of := h.of(l.change, c)
		best = tile{Label: h.T("tile_leading_change"), Note: l.label, Unit: h.T("unit_points"), Of: &of, Trend: trend(cell, l.question.Good()),
			Previous: h.previous(l.change), Interval: h.interval(l.change, c)}
		if effect := c.Effect(); effect != "" {
			best.Effect = h.T("tile_effect_" + string(effect))
		}
		cell.After = "" // the effect stands below
		best.Cell = cell
	}
	return best, best.Cell.Shown
}

// interval is what the change may be when chance is allowed for; nil where the
// release gives none.
func (d *drawer) interval(t disclosure.Table, c disclosure.Cell) *cellView {
	from, to, ok := c.Interval()
	if !ok {
		return nil
	}
	v := d.open(t, c)
	low, high := decimal(from, t.Decimals()), decimal(to, t.Decimals())
	v.Shown, v.Show, v.Value = true, "interval", low+".."+high
	v.Text = signed(low, true) + d.T("interval_between") + signed(high, true)
	return &v
}
