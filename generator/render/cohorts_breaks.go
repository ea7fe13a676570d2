package render

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
)

// basis is how a figure of one cohort was made. Only figures that were made
// alike may be joined by a line.
type basis struct {
	question disclosure.Question // of a survey's figure; else the zero value
	base     []string
	unit     string
	k        int
}

// breaks says for each cohort what changed in a measure since the cohort
// before that has it; nothing for the first, and for one without it.
func (c comparison) breaks(m measure) [][]string {
	out := make([][]string, len(c.drawers))
	for _, line := range m.lines {
		var was *basis
		for i, d := range c.drawers {
			t, ok := c.table(i, line.table)
			if !ok {
				continue
			}
			q, _ := d.cohort.Question(m.code)
			is := basis{q, t.Base(), t.Unit(), d.cohort.K()}
			if was != nil {
				for _, altered := range d.alterations(*was, is) {
					if !slices.Contains(out[i], altered) {
						out[i] = append(out[i], altered)
					}
				}
			}
			was = &is
		}
	}
	return out
}

// alterations words what differs between two ways to make a figure.
func (d *drawer) alterations(was, is basis) []string {
	var out []string
	add := func(same bool, id, from, to string) {
		switch {
		case same:
		case from == to: // differs only in words of another language, or inside the scale
			out = append(out, d.T(id+"_else"))
		default:
			out = append(out, d.words.fill(d.Lang, id, slots{From: from, To: to}))
		}
	}
	a, b := was.question, is.question
	add(sameWords(a.Text(), b.Text()), "compare_text", a.Text().In(d.Lang, d.fallback), b.Text().In(d.Lang, d.fallback))
	add(slices.EqualFunc(a.Scale(), b.Scale(), samePoint), "compare_scale", d.scaleWords(a), d.scaleWords(b))
	add(a.Who() == b.Who(), "compare_who", d.T("compare_asked_"+a.Who()), d.T("compare_asked_"+b.Who()))
	add(a.Good() == b.Good(), "compare_good", d.T("compare_good_"+a.Good()), d.T("compare_good_"+b.Good()))
	add(slices.Equal(was.base, is.base), "compare_base", figure.Base(was.base...).In(d.Lang), figure.Base(is.base...).In(d.Lang))
	add(was.unit == is.unit, "compare_unit", d.T("unit_"+was.unit), d.T("unit_"+is.unit))
	add(was.k == is.k, "compare_k", strconv.Itoa(was.k), strconv.Itoa(is.k))
	return out
}

// sameWords says whether two texts read the same in every language that both
// have; a translation that was added changes nothing.
func sameWords(a, b disclosure.Words) bool {
	x, y := a.ByLang(), b.ByLang()
	shared := len(x) == 0 && len(y) == 0
	for _, lang := range slices.Concat(slices.Collect(maps.Keys(x)), slices.Collect(maps.Keys(y))) {
		one, other := cmp.Or(x[lang], x[""]), cmp.Or(y[lang], y[""])
		if one == "" || other == "" {
			continue
		}
		if !slices.Equal(strings.Fields(one), strings.Fields(other)) {
			return false
		}
		shared = true
	}
	return shared
}

func samePoint(a, b disclosure.ScalePoint) bool {
	return a.Value == b.Value && sameWords(a.Label, b.Label)
}

// scaleWords are a scale's values and ends: "1–5, from “no” to “yes”".
func (d *drawer) scaleWords(q disclosure.Question) string {
	scale := q.Scale()
	if len(scale) == 0 {
		return ""
	}
	low, high := d.ends(q)
	return d.words.fill(d.Lang, "compare_scale_words", slots{
		N:    strconv.Itoa(scale[0].Value) + d.T("band_between") + strconv.Itoa(scale[len(scale)-1].Value),
		From: low, To: high,
	})
}
