package render

import (
	"math"
	"strconv"

	"kohort/generator/disclosure"
)

// answersOf is one row of a stacked chart: the answers of one group to one
// question.
type answersOf struct {
	group string // heads this row and those that follow; empty is none
	label string
	table disclosure.Table
	cell  disclosure.Cell
}

// stacked draws answers as bars around the middle of their scale: what is
// below it to the left, what is above it to the right. All rows are on one
// scale. The axis comes from the rows that are shown.
func (d *drawer) stacked(id string, q disclosure.Question, rows []answersOf) chartView {
	v := chartView{frame: d.frame, ID: id, Kind: kindStacked}
	scale := q.Scale()
	for i, p := range scale {
		v.Legend = append(v.Legend, legendEntry{Class: tone(i, len(scale), q.Good()), Label: p.Label.In(d.Lang, d.fallback)})
	}
	widest := 0.0 // side of any row
	for _, r := range rows {
		left, total := weigh(r.cell)
		if total > 0 {
			widest = max(widest, left/total, (total-left)/total)
		}
	}
	for i, r := range rows {
		if i == 0 || r.group != rows[i-1].group {
			v.Groups = append(v.Groups, chartGroup{Label: r.group})
		}
		out := &v.Groups[len(v.Groups)-1]
		row := chartRow{ID: id + "-" + strconv.Itoa(i+1), Label: r.label, N: d.n(r.table, r.cell), Centre: share(0.5)}
		switch r.cell.Form() {
		case disclosure.Distribution:
			row.Segments = d.segments(r, q, widest)
		case disclosure.Class:
			row.Class = &d.answers(r.table, r.cell)[0]
		default:
			row.Withheld = true
			row.Number = d.open(r.table, r.cell)
		}
		out.Rows = append(out.Rows, row)
	}
	v.Finding = d.answersFinding(rows)
	return v
}

// weigh gives the people left of the middle of the scale (half of those on
// it) and all people of a distribution.
func weigh(c disclosure.Cell) (left, total float64) {
	if c.Form() != disclosure.Distribution {
		return 0, 0
	}
	counts := c.Counts()
	for i, count := range counts {
		people := float64(count.People)
		total += people
		switch position := 2*i + 1 - len(counts); {
		case position < 0:
			left += people
		case position == 0:
			left += people / 2
		}
	}
	return left, total
}

// narrow is the share of the width below which a segment has no room for its
// number on a phone.
const narrow = 0.07

func (d *drawer) segments(r answersOf, q disclosure.Question, widest float64) []segment {
	left, total := weigh(r.cell)
	if total == 0 {
		return nil
	}
	a := axis{low: -widest, high: widest}
	x := -left / total
	var out []segment
	cells := d.answers(r.table, r.cell)
	for i, cell := range cells {
		width := cell.number / total
		from, to := a.place(x), a.place(x+width)
		x += width
		if cell.number == 0 {
			continue
		}
		out = append(out, segment{
			span: stretch(from, to), Middle: share((from + to) / 2),
			Class: tone(i, len(cells), q.Good()), Label: d.answer(r.table, r.cell.Counts()[i].Value), Cell: cell, Narrow: to-from < narrow,
		})
	}
	return out
}

// tone is the colour class of a point of a scale, from tone-1, the bad end, to
// tone-5, the good one.
func tone(i, points int, good string) string {
	if points < 2 {
		return "tone-3"
	}
	step := math.Round(4 * float64(i) / float64(points-1))
	if good == "low" {
		step = 4 - step
	}
	return "tone-" + strconv.Itoa(int(step)+1)
}
