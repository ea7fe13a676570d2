package render

import (
	"math"

	"kohort/generator/disclosure"
)

// changeFinding is the finding of one question before and after: the whole
// cohort where it is shown, else the ends of the changes by group.
func (d *drawer) changeFinding(v chartView) []piece {
	var changes []cellView
	for _, g := range v.Groups {
		for _, r := range g.Rows {
			if g.Label == "" && isExact(r.From) && isExact(r.To) && isExact(r.Change) {
				return d.changed("finding_change", r)
			}
			changes = append(changes, r.Change)
		}
	}
	return d.spread("finding_changes", "", changes)
}

// changed tells of one row from before to after, and where chance alone may
// have brought it, so.
func (d *drawer) changed(id string, r chartRow) []piece {
	r.Change.After = "" // how great it is in words stands in its row, here its n follows
	out := d.sentence(id, label("Of", r.Label), number("From", r.From), number("To", r.To), number("Change", r.Change), number("N", r.N))
	if r.Trend == "same" {
		out = append(out, d.sentence("finding_chance")...)
	}
	return out
}

// greatestChange is the finding of many questions: the one that changed most
// among those that changed by more than chance may bring; the first in the
// survey's order of equal ones.
func (d *drawer) greatestChange(rows []chartRow) []piece {
	best, some := chartRow{}, false
	for _, r := range rows {
		some = some || isExact(r.Change)
		if !isExact(r.From) || !isExact(r.To) || r.Trend != "better" && r.Trend != "worse" {
			continue
		}
		if !best.Change.Shown || math.Abs(r.Change.number) > math.Abs(best.Change.number) {
			best = r
		}
	}
	switch {
	case best.Change.Shown:
		return d.changed("finding_greatest", best)
	case some:
		return d.sentence("finding_all_chance")
	}
	return d.sentence("finding_none")
}

// answersFinding is the finding of a stacked chart: of one question the most
// frequent answer of the whole cohort, of several the two that lean furthest to
// either side.
func (d *drawer) answersFinding(rows []answersOf) []piece {
	if len(rows) == 0 {
		return d.sentence("finding_none")
	}
	for _, r := range rows[1:] {
		if r.table.ID() != rows[0].table.ID() {
			return d.lean(rows)
		}
	}
	whole := rows[0]
	if len(whole.cell.At()) > 0 {
		return nil
	}
	switch whole.cell.Form() {
	case disclosure.Class:
		return d.sentence("finding_whole", number("N", d.answers(whole.table, whole.cell)[0]))
	case disclosure.Distribution:
		return d.mode(whole)
	}
	return nil
}

// mode tells the answer that most people gave; nothing where two are equal.
func (d *drawer) mode(r answersOf) []piece {
	best, tie := -1, false
	counts := r.cell.Counts()
	for i, c := range counts {
		switch {
		case best < 0 || c.People > counts[best].People:
			best, tie = i, false
		case c.People == counts[best].People:
			tie = true
		}
	}
	if best < 0 || tie {
		return nil
	}
	return d.sentence("finding_mode", label("Of", d.answer(r.table, counts[best].Value)),
		number("N", d.answers(r.table, r.cell)[best]), number("From", d.n(r.table, r.cell)))
}

// lean tells the questions whose answers lie furthest to the right and to the
// left of the middle. It says nothing where one is given as a range or two are
// equal.
func (d *drawer) lean(rows []answersOf) []piece {
	var leftmost, rightmost answersOf
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		if r.cell.Form() == disclosure.Class {
			return nil
		}
		left, total := weigh(r.cell)
		if total == 0 {
			continue
		}
		if right := 1 - left/total; right < low {
			low, leftmost = right, r
		}
		if right := 1 - left/total; right > high {
			high, rightmost = right, r
		}
	}
	if !(low < high) {
		return nil
	}
	return d.sentence("finding_lean", label("First", rightmost.label), label("Last", leftmost.label))
}
