package render

import (
	"strconv"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/render/internal/scale"
)

// target is one end of a guideline, in the unit of the figure. Its zero value
// sets none.
type target struct {
	Value float64
	Set   bool
	Text  string // for readers: "at least 2 times"

	// Key and Written stand in its data-target and data-value, by which audit
	// finds it in the handbook: "guidelines/cadence.html#cadence/min", "2".
	Key, Written string
}

// bulletRow is one measure against its guideline.
type bulletRow struct {
	Label    string
	Actual   cellView
	Unit     string // said after the number; may be empty
	Min, Max target
}

// bullet is one row, drawn: the actual number as a bar, the stretch that the
// guideline asks for as a frame.
type bullet struct {
	ID, Label, Unit string
	Aim             *limits
	Actual          cellView
	Bar             mark
	Zone            span // from the least to the greatest that is asked for
	Ends            []bulletEnd
}

// bulletEnd is where one end of the guideline stands.
type bulletEnd struct {
	At string
	target
}

// bullets draws measures against their targets, each row on an axis of its own.
func (f *frame) bullets(id string, rows []bulletRow) chartView {
	v := chartView{frame: f, ID: id, Kind: kindBullet, Legend: []legendEntry{
		{Class: "bar", Label: f.T("bullet_actual")}, {Class: "zone", Label: f.T("bullet_target")},
	}}
	for i, r := range rows {
		a := r.axis()
		out := bullet{ID: id + "-" + strconv.Itoa(i+1), Label: r.Label, Aim: f.limits(r.Min, r.Max), Unit: r.Unit, Actual: r.Actual, Bar: a.bar(r.Actual)}
		if out.Actual.After != "" { // "75% or more", not "75 or more %"
			out.Actual, out.Unit = f.inWords(out.Actual, out.Unit), ""
		}
		from, to := 0.0, 1.0
		if r.Min.Set {
			from = a.place(r.Min.Value)
			out.Ends = append(out.Ends, bulletEnd{share(from), r.Min})
		}
		if r.Max.Set {
			to = a.place(r.Max.Value)
			out.Ends = append(out.Ends, bulletEnd{share(to), r.Max})
		}
		if r.Min.Set || r.Max.Set {
			out.Zone = stretch(from, to)
		}
		v.Bullets = append(v.Bullets, out)
	}
	v.Finding = f.bulletFinding(rows)
	return v
}

// axis is the scale of the actual number where it has one, else from 0 to a
// round number beyond it and the target.
func (r bulletRow) axis() axis {
	if s := r.Actual.scale; s.high > s.low {
		return axis{low: s.low, high: max(s.high, r.Min.Value, r.Max.Value)}
	}
	low, high := r.Actual.reach()
	ticks := scale.Nice(min(0, low), 1.15*max(high, r.Min.Value, r.Max.Value), 5)
	return axis{low: ticks[0], high: ticks[len(ticks)-1]}
}

// The outcomes of a measure against its guideline, by the id of their sentence.
const (
	targetMet    = "finding_met"
	targetUnmet  = "finding_unmet"
	targetUntold = "finding_untold"
)

// outcome says whether the number that is shown meets the guideline. A range
// that reaches to both sides of an end does not tell, nor does a withheld one.
func (r bulletRow) outcome() string {
	low, high := r.Actual.reach()
	switch {
	case !r.Actual.Shown || !r.Min.Set && !r.Max.Set || r.Actual.form != disclosure.Number && r.Actual.form != disclosure.Band:
		return targetUntold
	case r.Min.Set && high < r.Min.Value || r.Max.Set && low > r.Max.Value:
		return targetUnmet
	case r.Min.Set && low < r.Min.Value || r.Max.Set && high > r.Max.Value:
		return targetUntold
	}
	return targetMet
}

// bulletFinding lists the measures by outcome, in their own order.
func (f *frame) bulletFinding(rows []bulletRow) []piece {
	var out []piece
	for _, outcome := range []string{targetMet, targetUnmet, targetUntold} {
		var names []string
		for _, r := range rows {
			if r.outcome() == outcome {
				names = append(names, r.Label)
			}
		}
		if len(names) > 0 {
			out = append(out, f.sentence(outcome, label("Of", strings.Join(names, f.T("list_separator"))))...)
		}
	}
	return out
}
