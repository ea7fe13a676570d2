package render

import (
	"math"
	"strings"

	"kohort/generator/disclosure"
)

// A chart says its finding in words, from the numbers that it shows and no
// other: the whole cohort first, then between what ends its groups lie. It
// never says which group is first or last, for nobody asked for a ranking, and
// a withheld group may be either.

// piece is a stretch of a sentence: plain words, a label, which may hold digits
// of its own, or a number.
type piece struct {
	Words, Label string
	Cell         *cellView
}

// filling puts a piece into a slot of a sentence.
type filling struct {
	slot  string
	piece piece
}

func number(slot string, c cellView) filling { return filling{slot, piece{Cell: &c}} }
func label(slot, text string) filling        { return filling{slot, piece{Label: text}} }

// sentence gives the theme's sentence of id with its slots filled.
func (f *frame) sentence(id string, with ...filling) []piece {
	mark := func(slot string) string { return "\x00" + slot + "\x00" }
	text := f.words.fill(f.Lang, id, slots{N: mark("N"), Of: mark("Of"), From: mark("From"), To: mark("To"),
		Change: mark("Change"), First: mark("First"), Last: mark("Last")})
	var out []piece
	for i, words := range strings.Split(text, "\x00") {
		if i%2 == 0 {
			if words != "" {
				out = append(out, piece{Words: words})
			}
			continue
		}
		for _, w := range with {
			if w.slot == words {
				out = append(out, w.piece)
			}
		}
	}
	return out
}

// inWords is a number with its unit, as it stands in a sentence.
func (f *frame) inWords(c cellView, unit string) cellView {
	if c.Shown && unit != "" {
		gap := f.T("unit_gap")
		if unit == f.T("unit_percent") {
			gap = ""
		}
		c.After = gap + unit + c.After
	}
	return c
}

// isExact says whether a cell shows a number, not a range.
func isExact(c cellView) bool { return c.Shown && c.form == disclosure.Number }

// ends finds the least and the greatest of the numbers shown. It gives none
// where fewer than two are shown, where all are equal, or where one is given as
// a range, which may lie beyond either end.
func ends(cells []cellView) (least, most cellView, ok bool) {
	for _, c := range cells {
		switch {
		case !c.Shown:
			continue
		case !isExact(c):
			return cellView{}, cellView{}, false
		case !least.Shown:
			least, most = c, c
		case c.number < least.number:
			least = c
		case c.number > most.number:
			most = c
		}
	}
	return least, most, least.Shown && least.number < most.number
}

// spread says between what ends the numbers of a chart lie.
func (f *frame) spread(id, unit string, cells []cellView) []piece {
	least, most, ok := ends(cells)
	if !ok {
		return nil
	}
	least.After, most.After = "", "" // the word for an effect is of its own group
	return f.sentence(id, number("From", f.inWords(least, unit)), number("To", f.inWords(most, unit)))
}

// wholeAndGroups is the finding of a table by group: the whole cohort, and the
// ends of its groups where they are of one dimension.
func (d *drawer) wholeAndGroups(t disclosure.Table, groups []chartGroup) []piece {
	var out []piece
	unit := d.T("unit_" + t.Unit())
	if whole := d.at(t); whole.Shown {
		out = d.sentence("finding_whole", number("N", d.inWords(whole, unit)))
	}
	var cells []cellView
	for _, g := range groups {
		if g.Label == "" {
			continue
		}
		if len(cells) > 0 {
			return out
		}
		for _, r := range g.Rows {
			cells = append(cells, r.Number)
		}
	}
	if len(out) == 0 {
		return d.spread("finding_shown", unit, cells)
	}
	return append(out, d.spread("finding_groups", unit, cells)...)
}

// course is the finding of numbers over time: the first and the last that are
// shown, and the greatest where it is neither and stands alone.
func (f *frame) course(points []linePoint, unit string) []piece {
	first, last, peak := -1, -1, -1
	exact, alone := true, true
	for i, p := range points {
		if !p.Cell.Shown {
			continue
		}
		if first < 0 {
			first, peak = i, i
		}
		last = i
		exact = exact && isExact(p.Cell)
		switch {
		case p.Cell.number > points[peak].Cell.number:
			peak, alone = i, true
		case i != peak && p.Cell.number == points[peak].Cell.number:
			alone = false
		}
	}
	say := func(i int) cellView { return f.inWords(points[i].Cell, unit) }
	switch {
	case first < 0:
		return f.sentence("finding_none")
	case first == last:
		return f.sentence("finding_point", label("First", points[first].full()), number("N", say(first)))
	}
	out := f.sentence("finding_course", label("First", points[first].full()), number("From", say(first)),
		label("Last", points[last].full()), number("To", say(last)))
	if exact && alone && points[peak].Cell.number > math.Max(points[first].Cell.number, points[last].Cell.number) {
		out = append(out, f.sentence("finding_peak", label("Of", points[peak].full()), number("N", say(peak)))...)
	}
	return out
}
