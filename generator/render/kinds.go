package render

import (
	"strings"

	"kohort/generator/disclosure"
	"kohort/generator/figure"
)

// The kinds of figures that an author may ask for.
const (
	kindTable    = "table"
	kindBar      = "bar"
	kindDumbbell = "dumbbell"
	kindStacked  = "stacked"
	kindHeatmap  = "heatmap"
	kindLine     = "line"
	kindCalendar = "calendar"
	kindColumns  = "columns" // a bar chart by month; asked for as bar
	kindBullet   = "bullet"  // of the guidelines; never asked for
)

// kinds lists how a table can be shown, its own kind first.
func kinds(t disclosure.Table) []string {
	_, isSurvey := strings.CutPrefix(t.ID(), "survey.")
	switch {
	case t.Statistic() == string(figure.Distribution):
		return []string{kindStacked, kindTable}
	case overTime(t) == "month":
		return []string{kindBar, kindLine, kindCalendar, kindTable}
	case overTime(t) == "week":
		return []string{kindLine, kindBar, kindTable}
	case isSurvey && t.Statistic() != string(figure.Rate) && !strings.HasSuffix(t.ID(), ".mid"):
		if isCrossed(t) {
			return []string{kindDumbbell, kindBar, kindHeatmap, kindTable}
		}
		return []string{kindDumbbell, kindBar, kindTable}
	case isCrossed(t):
		return []string{kindBar, kindHeatmap, kindTable}
	}
	return []string{kindBar, kindTable}
}
