package render

import (
	"math"
	"slices"

	"kohort/generator/disclosure"
	"kohort/generator/render/internal/scale"
)

// reach is the least and greatest number that a cell shows; 0 where it shows
// none.
func (v cellView) reach() (low, high float64) {
	switch {
	case !v.Shown:
		return 0, 0
	case v.form == disclosure.Band:
		return v.from, v.to
	}
	return v.number, v.number
}

// setAxis lays the axis over round numbers and draws their lines.
func (p *plot) setAxis(a axis, series []lineSeries) {
	if a.high <= a.low {
		a = axis{}
		for _, s := range series {
			for _, point := range s.Points {
				low, high := point.Cell.reach()
				a.low, a.high = min(a.low, low), max(a.high, high)
			}
		}
	}
	ticks := scale.Nice(a.low, a.high, 6)
	p.down = scale.Linear{Low: ticks[0], High: ticks[len(ticks)-1], Start: plotHead + plotArea, End: plotHead}
	decimals := max(0, int(math.Ceil(-math.Log10(ticks[1]-ticks[0])-1e-9)))
	for _, tick := range ticks {
		y := p.down.At(tick)
		p.Grid = append(p.Grid, gridLine{pixels(y), pixels(y + 4), signed(decimal(tick, decimals), false)})
	}
}

// setPlaces labels the places below the axis, which are those of the first
// line.
func (p *plot) setPlaces(series []lineSeries) {
	points := series[0].Points
	band := scale.Band{Places: len(points)}
	p.Every = min(labelEvery(len(points)), 5)
	for i, point := range points {
		if i > 0 && point.Break {
			p.Cuts = append(p.Cuts, share(float64(i)/float64(len(points))))
		}
		if !slices.ContainsFunc(series, func(s lineSeries) bool { return i < len(s.Points) && s.Points[i].Cell.Cell != "" }) {
			p.Blanks = append(p.Blanks, share(band.Middle(i)))
		}
		text := ""
		if i%p.Every == 0 {
			text = point.Label
		}
		p.Places = append(p.Places, text)
	}
}

// add draws one of several series and says whether a point of it is withheld.
func (p *plot) add(series, of int, look plotPoint, points []linePoint) (withheld bool) {
	band := scale.Band{Places: len(points)}
	for i, point := range points {
		x := share(band.Middle(i))
		switch {
		case point.Cell.Withheld:
			withheld = true
			from, to := band.Stretch(i)
			part := (to - from) / float64(of)
			from += part * float64(series)
			hatch := plotHatch{span: stretch(from, from+part), Middle: share(from + part/2), Cell: point.Cell, Marked: of == 1 && len(points) <= monthLabels}
			if of > 1 {
				hatch.Class, hatch.Shape = look.Class, look.Shape
			}
			p.Hatches = append(p.Hatches, hatch)
		case point.Cell.Shown:
			mark := look
			low, high := point.Cell.reach()
			mark.X, mark.Y, mark.Cell = x, pixels(p.down.At(high)), point.Cell
			if low < high {
				mark.Foot = pixels(p.down.At(low))
			}
			if of == 1 && hasRoom(i, points) {
				mark.Text = pixels(p.down.At(high) - 10)
			}
			p.Points = append(p.Points, mark)
			if i > 0 && !point.Break && isExact(point.Cell) && isExact(points[i-1].Cell) {
				p.Segments = append(p.Segments, plotSegment{look.Class, share(band.Middle(i - 1)), pixels(p.down.At(points[i-1].Cell.number)), x, mark.Y})
			}
		}
	}
	return withheld
}

// hasRoom says whether a point of a single line may print its number: each one
// of a short line, the first and the last of a long one, and a range, which
// takes more words, in a very short one only.
func hasRoom(i int, points []linePoint) bool {
	if !isExact(points[i].Cell) {
		return len(points) <= numberedPoints/2
	}
	return len(points) <= numberedPoints || i == 0 || i == len(points)-1
}
