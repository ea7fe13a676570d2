package render

import (
	"math"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/render/internal/scale"
)

// heatRow is one row of a heatmap: a number for each column.
type heatRow struct {
	Label string
	Cells []cellView
}

// heatPanel is as many columns as have room side by side on a phone, with all
// rows.
type heatPanel struct {
	Columns []string
	Rows    []heatLine
}

// heatLine is one row of a panel.
type heatLine struct {
	ID, Label string
	Places    []heatPlace
}

// heatPlace is one number of a heatmap. Class is its shade; a place that the
// release has no number for is blank.
type heatPlace struct {
	span
	Middle, Class string
	Column        string
	Text          string // short enough for a place: "+0.4", "≥75"
	Cell          cellView
}

// panelColumns is how many columns have room on a phone.
const panelColumns = 6

// heatmap draws a grid of numbers, shaded by their size: on their scale where
// they have one, else from 0 to the greatest shown. Changes are shaded in two
// colours around 0, by direction and not by whether that is good; one that
// chance alone may bring is not shaded. A row may have fewer cells than there
// are columns.
func (d *drawer) heatmap(id string, columns []string, rows []heatRow) chartView {
	v := chartView{frame: d.frame, ID: id, Kind: kindHeatmap}
	var all []cellView
	for _, r := range rows {
		all = append(all, r.Cells...)
	}
	shade := shadesOf(all)
	panels := (len(columns) + panelColumns - 1) / panelColumns
	width := (len(columns) + max(panels, 1) - 1) / max(panels, 1)
	for from := 0; from < len(columns); from += width {
		to := min(from+width, len(columns))
		panel := heatPanel{Columns: columns[from:to]}
		band := scale.Band{Places: to - from}
		for i, r := range rows {
			line := heatLine{ID: id + "-" + strconv.Itoa(len(v.Panels)*len(rows)+i+1), Label: r.Label}
			for c := from; c < min(to, len(r.Cells)); c++ {
				a, b := band.Stretch(c - from)
				line.Places = append(line.Places, heatPlace{stretch(a, b), share(band.Middle(c - from)), shade.class(r.Cells[c]), columns[c], compact(r.Cells[c]), r.Cells[c]})
			}
			panel.Rows = append(panel.Rows, line)
		}
		v.Panels = append(v.Panels, panel)
	}
	v.Legend = d.heatLegend(shade, all)
	v.Finding = d.spread("finding_shown", "", all)
	if shade.changes {
		v.Finding = d.spread("finding_changes", "", all)
	}
	return v
}

// heatLegend explains the shades.
func (d *drawer) heatLegend(s shades, cells []cellView) []legendEntry {
	var out []legendEntry
	if s.changes {
		out = []legendEntry{{Class: "fall-2", Label: d.T("heat_fall")}, {Class: "even", Label: d.T("trend_same")}, {Class: "rise-2", Label: d.T("heat_rise")}}
	} else if len(cells) > 0 {
		out = []legendEntry{{Class: "heat-1", Label: d.T("heat_little")}, {Class: "heat-5", Label: d.T("heat_much")}}
	}
	for _, c := range cells {
		if c.Withheld {
			return append(out, d.withheldEntry())
		}
	}
	return out
}

// shades maps numbers to classes of shade. The extent comes from numbers that
// are shown, or from their scale.
type shades struct {
	low, high float64
	changes   bool // whether 0 is the middle
}

func shadesOf(cells []cellView) shades {
	var s shades
	for _, c := range cells {
		if !c.Shown {
			continue
		}
		low, high := c.reach()
		s.changes = s.changes || c.change
		if c.scale.high > c.scale.low && !c.change {
			low, high = c.scale.low, c.scale.high
			s.low, s.high = low, max(s.high, high)
			continue
		}
		s.high = max(s.high, math.Abs(low), math.Abs(high))
	}
	return s
}

// class is the shade of a number: heat-1 to heat-5, or for changes fall-3 to
// fall-1, even, rise-1 to rise-3. A range has the shade of its middle.
func (s shades) class(c cellView) string {
	low, high := c.reach()
	v := (low + high) / 2
	switch {
	case c.Withheld:
		return "hatch"
	case !c.Shown:
		return "blank"
	case s.changes && (!c.clear || v == 0 || s.high == 0):
		return "even"
	case s.changes:
		step := strconv.Itoa(int(max(1, min(3, math.Ceil(3*math.Abs(v)/s.high-1e-9)))))
		return map[bool]string{true: "rise-", false: "fall-"}[v > 0] + step
	}
	part := scale.Linear{Low: s.low, High: s.high, End: 1}.At(v)
	return "heat-" + strconv.Itoa(int(max(1, min(5, 1+math.Floor(5*part)))))
}

// compact is a number short enough for a place of a heatmap: "≥75" for "75 or
// more".
func compact(c cellView) string {
	if c.form != disclosure.Band || c.Before+c.After == "" {
		return c.Text
	}
	if from, _, _ := strings.Cut(c.Value, ".."); signed(from, false) == c.Text {
		return "≥" + c.Text
	}
	return "≤" + c.Text
}
