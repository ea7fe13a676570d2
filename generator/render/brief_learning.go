package render

import (
	"cmp"
	"math"
	"slices"
)

// leadingChanges draws the themes, or questions, that changed most for the
// whole cohort, in the survey's order. What is not shown takes no part.
func (d *drawer) leadingChanges(id string) figureView {
	asked := d.learned()
	shown := slices.DeleteFunc(slices.Clone(asked), func(l learned) bool { return !d.at(l.change).Shown })
	gains := make([]float64, len(shown))
	for i, l := range shown {
		gains[i] = d.gain(l)
	}
	var themes []learned
	for _, i := range greatest(gains, briefRows) {
		themes = append(themes, shown[i])
	}
	f := d.learningOf(id, themes)
	if f.Kind != "" && len(themes) < len(asked) {
		f.Caption = d.T("brief_leading")
	}
	return f
}

// greatest gives the places of as many gains and losses as there is room for,
// in order: those of the greatest size, of equal ones the loss. Where anything
// was lost the greatest loss is among them, so that good news does not crowd it
// out.
func greatest(gains []float64, room int) []int {
	places := make([]int, len(gains))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int {
		return cmp.Or(cmp.Compare(math.Abs(gains[b]), math.Abs(gains[a])), cmp.Compare(gains[a], gains[b]))
	})
	if len(places) > room {
		if loss := slices.IndexFunc(places, func(i int) bool { return gains[i] < 0 }); loss >= room {
			places[room-1] = places[loss]
		}
		places = places[:room]
	}
	slices.Sort(places)
	return places
}

// gain is a shown change, below zero where it is for the worse; of a range,
// its middle.
func (d *drawer) gain(l learned) float64 {
	change := d.at(l.change)
	gain := change.number
	if !isExact(change) {
		gain = (change.from + change.to) / 2
	}
	if l.question.Good() == "low" {
		return -gain
	}
	return gain
}
