package render

import (
	"fmt"
	"strings"
	"testing"

	"kohort/generator/disclosure"
)

// A measure of the tests: shown, given as a range, or withheld.
func shownCell(key, text string, v float64) cellView {
	return cellView{Shown: true, Text: text, Value: text, Cell: "2025-spring/" + key, number: v, form: disclosure.Number}
}

func rangeCell(key string, from, to float64) cellView {
	low, high := decimal(from, 0), decimal(to, 0)
	return cellView{Shown: true, Text: low, After: "以上", Value: low + ".." + high, Cell: "2025-spring/" + key, from: from, to: to, form: disclosure.Band}
}

func withheldCell(key string) cellView {
	return cellView{Withheld: true, Words: "非表示", Cell: "2025-spring/" + key}
}

func drawnChart(t *testing.T, theme *Theme, v chartView) string {
	t.Helper()
	var out strings.Builder
	if err := theme.parts.ExecuteTemplate(&out, "charts/chart", v); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func testBullets() []bulletRow {
	atLeast := func(v float64, text string) target { return target{Value: v, Set: true, Text: text} }
	return []bulletRow{
		{"1ペア1か月あたりのセッション", shownCell("a", "2.4", 2.4), "回", atLeast(2, "2回以上"), target{}},
		{"最初のセッションまでの日数", shownCell("b", "19", 19), "日", target{}, target{Value: 14, Set: true, Text: "14日以内"}},
		{"1回の長さ", shownCell("c", "52", 52), "分", target{Value: 45, Set: true, Text: "45分以上"}, target{Value: 60, Set: true, Text: "60分以下"}},
		{"目標を達成した割合", rangeCell("d", 75, 100), "%", atLeast(80, "80%以上"), target{}},
		{"部署をまたいだペアの割合（グローバル事業推進本部サステナビリティ戦略企画室を除く）", withheldCell("e"), "%", atLeast(60, "60%以上"), target{}},
		{"フォローの回数", cellView{}, "回", atLeast(3, "3回以上"), target{}},
	}
}

func TestBullets(t *testing.T) {
	d, theme := testDrawer(t, "ja")
	golden(t, "chart-bullet.html", drawnChart(t, theme, d.bullets("kohort-figure-1", testBullets())))
	if got := drawnChart(t, theme, d.bullets("kohort-figure-1", nil)); strings.Contains(got, "<li><span class=\"label\">") {
		t.Errorf("no measure: got rows in\n%s", got)
	}
}

func TestAMeasureMeetsItsTargetOrNotOrDoesNotTell(t *testing.T) {
	want := []string{targetMet, targetUnmet, targetMet, targetUntold, targetUntold, targetUntold}
	for i, r := range testBullets() {
		if got := r.outcome(); got != want[i] {
			t.Errorf("%s: got %s, want %s", r.Label, got, want[i])
		}
	}
	without := bulletRow{Actual: shownCell("a", "2.4", 2.4)}
	if got := without.outcome(); got != targetUntold {
		t.Errorf("a measure without a target: got %s, want %s", got, targetUntold)
	}
}

func TestLines(t *testing.T) {
	d, theme := testDrawer(t, "ja")
	place := func(label string, c cellView) linePoint { return linePoint{Label: label, Cell: c} }
	mentors := lineSeries{"メンター", []linePoint{
		place("2024年春", shownCell("a", "62", 62)), place("2024年秋", rangeCell("b", 90, 100)), place("2025年春", shownCell("c", "71", 71)), place("2025年秋", shownCell("d", "75", 75)),
	}}
	mentees := lineSeries{"メンティー", []linePoint{
		place("2024年春", shownCell("e", "58", 58)), place("2024年秋", shownCell("f", "64", 64)), place("2025年春", withheldCell("g")), place("2025年秋", cellView{}),
	}}
	golden(t, "chart-line-two.html", drawnChart(t, theme, d.lines("kohort-figure-1", axis{low: 0, high: 100}, mentors, mentees)))
	golden(t, "chart-line-range.html", drawnChart(t, theme, d.lines("kohort-figure-1", axis{}, lineSeries{Points: mentors.Points})))
	empty := drawnChart(t, theme, d.lines("kohort-figure-1", axis{}))
	if strings.Contains(empty, "NaN") || strings.Contains(empty, "data-cell") {
		t.Errorf("no series: got\n%s", empty)
	}
}

func TestACalendarWithoutMonthsSaysSo(t *testing.T) {
	d, theme := testDrawer(t, "en")
	d.cohort = shape{name: "none"}.cohort(t)
	table, _ := d.cohort.Table("sessions.held", "sum")
	for _, v := range []chartView{d.calendar("kohort-figure-1", table), d.lineOverTime("kohort-figure-1", table)} {
		got := drawnChart(t, theme, v)
		if said(v.Finding) != "No figure can be shown here." || strings.Contains(got, "NaN") || strings.Contains(got, "data-cell") {
			t.Errorf("%s without months: got %q in\n%s", v.Kind, said(v.Finding), got)
		}
	}
}

func TestALineHasAGapWhereAPointIsWithheld(t *testing.T) {
	d, _ := testDrawer(t, "ja")
	v := d.lines("f", axis{}, lineSeries{Points: []linePoint{
		{Label: "a", Cell: shownCell("a", "1", 1)}, {Label: "b", Cell: shownCell("b", "2", 2)}, {Label: "c", Cell: withheldCell("c")}, {Label: "d", Cell: shownCell("d", "3", 3)},
	}})
	if p := v.Plot; len(p.Segments) != 1 || len(p.Points) != 3 || len(p.Hatches) != 1 {
		t.Errorf("a, b, withheld, d: got %d segments, %d points, %d hatches, want 1, 3, 1", len(p.Segments), len(p.Points), len(p.Hatches))
	}
}

func TestAHeatmapOfManyColumnsGoesOnBelow(t *testing.T) {
	d, theme := testDrawer(t, "ja")
	var columns []string
	row := heatRow{Label: "役職の離れた人とも率直に話せている"}
	for i := range 30 {
		columns = append(columns, fmt.Sprintf("第%dグローバル事業推進部", i+1))
		c := shownCell(fmt.Sprint(i), fmt.Sprint(i-9), float64(i-9))
		c.change, c.clear = true, i%2 == 0
		row.Cells = append(row.Cells, c)
	}
	v := d.heatmap("kohort-figure-1", columns, []heatRow{row})
	for _, p := range v.Panels {
		if len(p.Columns) > panelColumns || len(p.Rows[0].Places) != len(p.Columns) {
			t.Errorf("panel: got %d columns and %d places, want at most %d and as many", len(p.Columns), len(p.Rows[0].Places), panelColumns)
		}
	}
	got := drawnChart(t, theme, v)
	for _, c := range columns {
		if !strings.Contains(got, "<span>"+c+"</span>") {
			t.Errorf("heatmap: got no column %s", c)
		}
	}
	if got := d.heatmap("f", nil, nil); len(got.Panels) != 0 {
		t.Errorf("no columns: got %d panels, want none", len(got.Panels))
	}
}

func TestShadesOfChangesTellDirectionBeyondChance(t *testing.T) {
	s := shades{high: 0.9, changes: true}
	for _, c := range []struct {
		v     float64
		clear bool
		want  string
	}{{0.9, true, "rise-3"}, {0.2, true, "rise-1"}, {-0.5, true, "fall-2"}, {-0.9, false, "even"}, {0, true, "even"}} {
		cell := shownCell("a", "", c.v)
		cell.change, cell.clear = true, c.clear
		if got := s.class(cell); got != c.want {
			t.Errorf("change %v, beyond chance %v: got %s, want %s", c.v, c.clear, got, c.want)
		}
	}
	if got := s.class(withheldCell("a")); got != "hatch" {
		t.Errorf("withheld: got %s, want hatch", got)
	}
	if got := s.class(cellView{}); got != "blank" {
		t.Errorf("no cell: got %s, want blank", got)
	}
}

func TestARangeIsShortInAPlaceOfAHeatmap(t *testing.T) {
	for _, c := range []struct {
		cell cellView
		want string
	}{
		{rangeCell("a", 75, 100), "≥75"},
		{cellView{Shown: true, form: disclosure.Band, Value: "0..8", Text: "8", After: "以下"}, "≤8"},
		{cellView{Shown: true, form: disclosure.Band, Value: "20..40", Text: "20〜40"}, "20〜40"},
		{shownCell("a", "12", 12), "12"},
	} {
		if got := compact(c.cell); got != c.want {
			t.Errorf("%s %s%s: got %q, want %q", c.cell.Value, c.cell.Text, c.cell.After, got, c.want)
		}
	}
}
