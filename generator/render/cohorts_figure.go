package render

import (
	"slices"
	"strings"

	"kohort/generator/disclosure"
)

// figure draws a measure over the cohorts: a chart, and a table with a row a
// cohort.
func (c comparison) figure(id string, m measure) figureView {
	v := c.newFigure(id, m)
	breaks := c.breaks(m)
	series := make([]lineSeries, len(m.lines))
	group := gridGroup{}
	for i, d := range c.drawers {
		for j, line := range m.lines {
			point := linePoint{Label: c.labels[i], Full: c.titles[i], Break: len(breaks[i]) > 0}
			if t, ok := c.table(i, line.table); ok {
				point.Cell = d.at(t)
			}
			series[j].Label = line.label
			series[j].Points = append(series[j].Points, point)
		}
		group.Rows = append(group.Rows, gridRow{Label: c.titles[i], Cells: c.cells(i, m)})
		if len(breaks[i]) > 0 {
			v.Breaks = append(v.Breaks, c.words.fill(c.Lang, "compare_break", slots{Of: c.titles[i], To: strings.Join(breaks[i], c.T("list_separator"))}))
		}
	}
	v.Chart = c.lines(id, c.axis(m), series...)
	v.Chart.Finding = c.finding(series, v.Unit)
	v.Table = gridView{Corner: c.T("cohort"), Columns: c.columns(m), Groups: []gridGroup{group}}
	return c.lowest().finish(v)
}

// finding says of each line where it begins and ends, from the last break on;
// no cohort between is singled out.
func (c comparison) finding(series []lineSeries, unit string) []piece {
	var out []piece
	for _, s := range series {
		var told []linePoint
		for _, point := range s.Points {
			if point.Break {
				told = nil
			}
			if point.Cell.Shown {
				told = append(told[:min(len(told), 1)], point)
			}
		}
		if len(series) > 1 {
			out = append(out, c.sentence("finding_series", label("Of", s.Label))...)
		}
		out = append(out, c.course(told, unit)...)
	}
	return out
}

// newFigure is a figure without its chart and table. It tells of each cohort
// from which release its numbers are.
func (c comparison) newFigure(id string, m measure) figureView {
	var v figureView
	var withdrawn, provenance []string
	for i, d := range c.drawers {
		tables := c.tables(i, m)
		if len(tables) == 0 {
			continue
		}
		of := d.newFigure(id, kindLine, m.title, tables...)
		if len(of.Definitions) < len(v.Definitions) {
			of.Definitions = v.Definitions
		}
		for _, note := range of.Withdrawn {
			withdrawn = append(withdrawn, c.titles[i]+c.T("title_separator")+note)
		}
		provenance = append(provenance, c.titles[i]+c.T("title_separator")+of.Provenance)
		if q, ok := d.cohort.Question(m.code); ok {
			of.Caption = d.scaleWords(q)
		}
		of.About.Of = nil // each cohort has its own, in the table
		of.About.Bases = merge(v.About.Bases, of.About.Bases)
		of.About.Roundings = merge(v.About.Roundings, of.About.Roundings)
		v = of
	}
	v.Withdrawn, v.Provenance = withdrawn, strings.Join(provenance, c.T("list_separator"))
	return v
}

// merge adds what a list does not hold yet.
func merge(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// lowest is the drawer of the cohort with the lowest threshold: what it says
// of how many people are behind a figure holds for all.
func (c comparison) lowest() *drawer {
	return slices.MinFunc(c.drawers, func(a, b *drawer) int { return a.cohort.K() - b.cohort.K() })
}

// tables are those of a measure that a cohort has.
func (c comparison) tables(cohort int, m measure) []disclosure.Table {
	var out []disclosure.Table
	for _, name := range m.tables() {
		if t, ok := c.table(cohort, name); ok {
			out = append(out, t)
		}
	}
	return out
}

// axis is the scale where there is one, of several the widest; else it follows
// from the numbers that are shown.
func (c comparison) axis(m measure) axis {
	var a axis
	for i, d := range c.drawers {
		for _, t := range c.tables(i, measure{lines: m.lines}) {
			least, most := d.scaleEnds(t)
			if t.ID() == "recommend.score" {
				least, most = -100, 100
			}
			switch {
			case most <= least:
			case a == axis{}:
				a = axis{low: least, high: most}
			default:
				a = axis{low: min(a.low, least), high: max(a.high, most)}
			}
		}
	}
	return a
}

// labelRoom is the width in pixels that the labels of a small chart share on a
// phone; a letter takes half the width of a kana or kanji.
const labelRoom, letter = 280, 6.5

// axisLabels are the cohorts' titles where there is room for them on a phone,
// else the months of their start.
func (c comparison) axisLabels() []string {
	fits := func(title string) bool {
		wide := 0.0
		for _, r := range title {
			wide += letter
			if r >= 0x2E80 {
				wide += letter
			}
		}
		return wide <= labelRoom/float64(len(c.titles))
	}
	if !slices.ContainsFunc(c.titles, func(title string) bool { return !fits(title) }) {
		return c.titles
	}
	var months []string
	for _, d := range c.drawers {
		start := d.cohort.Start()
		months = append(months, c.month(start[:min(len("2006-01"), len(start))], true, true))
	}
	return months
}
