package render

import (
	"strings"
	"testing"
)

// said is a finding as it is read.
func said(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Words + p.Label)
		if p.Cell != nil {
			b.WriteString(p.Cell.Before + p.Cell.Text + p.Cell.After)
		}
	}
	return b.String()
}

func TestFindingsSayWhatIsShown(t *testing.T) {
	points := func(cells ...cellView) (out []linePoint) {
		for i, c := range cells {
			out = append(out, linePoint{Label: string(rune('A' + i)), Cell: c})
		}
		return out
	}
	d, _ := testDrawer(t, "en")
	four, nine, two := shownCell("a", "4", 4), shownCell("b", "9", 9), shownCell("c", "2", 2)
	for _, c := range []struct {
		name string
		got  []piece
		want string
	}{
		{"over time", d.course(points(four, nine, two), ""), "4 in A, 2 in C. The highest figure shown is 9, in B. "},
		{"over time, the first withheld", d.course(points(withheldCell("x"), four, nine), "days"), "4 days in B, 9 days in C. "},
		{"over time, a range among them", d.course(points(four, rangeCell("x", 8, 12), two), ""), "4 in A, 2 in C. "},
		{"over time, the greatest twice", d.course(points(four, nine, nine, two), ""), "4 in A, 2 in D. "},
		{"one point", d.course(points(withheldCell("x"), four), ""), "4 in B. "},
		{"none shown", d.course(points(withheldCell("x")), ""), "No figure can be shown here."},
		{"between groups", d.spread("finding_shown", "%", []cellView{four, withheldCell("x"), nine, two}), "The figures shown range from 2% to 9%."},
		{"between equal groups", d.spread("finding_shown", "", []cellView{four, four}), ""},
		{"between a number and a range", d.spread("finding_shown", "", []cellView{four, rangeCell("x", 8, 12)}), ""},
	} {
		if got := said(c.got); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestAChangeIsJudgedOnlyBeyondChance holds when a change may have a colour.
func TestAChangeIsJudgedOnlyBeyondChance(t *testing.T) {
	for _, c := range []struct {
		name  string
		v     float64
		clear bool
		good  string
		want  string
	}{
		{"up", 0.4, true, "high", "better"},
		{"down", -0.4, true, "high", "worse"},
		{"up, where low is good", 0.4, true, "low", "worse"},
		{"down, where low is good", -0.4, true, "low", "better"},
		{"no good end named", 0.4, true, "", "better"},
		{"within chance", 0.4, false, "high", "same"},
		{"none", 0, true, "high", "same"},
	} {
		change := shownCell("a", "", c.v)
		change.clear = c.clear
		if got := trend(change, c.good); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got := trend(withheldCell("a"), "high"); got != "" {
		t.Errorf("withheld: got %q, want none", got)
	}
}

// TestAChangeIsBeyondChanceByItsIntervalOrItsEffect reads what a release says
// of a change; one that it says nothing of is not judged.
func TestAChangeIsBeyondChanceByItsIntervalOrItsEffect(t *testing.T) {
	says := []struct {
		more map[string]any
		want bool
	}{
		{map[string]any{"interval": []float64{0.1, 0.7}}, true},
		{map[string]any{"interval": []float64{-0.7, -0.1}}, true},
		{map[string]any{"interval": []float64{-0.1, 0.7}}, false},
		{map[string]any{"interval": []float64{0, 0.7}}, false},
		{map[string]any{"effect": "large"}, true},
		{map[string]any{"effect": "medium"}, true},
		{map[string]any{"effect": "small"}, false},
		{nil, false},
	}
	s := shape{name: "chance", groups: len(says), label: "第%d部"}
	c := s.cohortOf(t, s.table("survey.trust.change", "difference", `{"survey": ["before", "after"]}`, "points", 1, "department", func(i int) map[string]any {
		out := value(0.3)
		if i >= 0 {
			for key, v := range says[i].more {
				out[key] = v
			}
		}
		return out
	}))
	table, _ := c.Table("survey.trust.change", "difference")
	for i, cell := range table.Cells()[1:] {
		if got := beyondChance(cell); got != says[i].want {
			t.Errorf("change of 0.3 with %v: got beyond chance %v, want %v", says[i].more, got, says[i].want)
		}
	}
}

// TestTheGreatestChangeIsOneBeyondChance holds that a greater change that
// chance may have brought does not stand in front.
func TestTheGreatestChangeIsOneBeyondChance(t *testing.T) {
	d, _ := testDrawer(t, "en")
	row := func(name string, change float64, trend string) chartRow {
		return chartRow{Label: name, From: shownCell("f", "3.0", 3), To: shownCell("t", "3.3", 3.3), Change: shownCell("c", signed(decimal(change, 1), true), change), N: shownCell("n", "30", 30), Trend: trend}
	}
	rows := []chartRow{row("Trust", 0.9, "same"), row("Learning", 0.3, "better"), row("Burden", 0.2, "worse")}
	if got, want := said(d.greatestChange(rows)), "The largest change that is clearly more than chance is in “Learning”: from 3.0 to 3.3, +0.3 (n = 30)."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := said(d.greatestChange(rows[:1])), "No change shown here is clearly more than chance."; got != want {
		t.Errorf("only chance: got %q, want %q", got, want)
	}
	if got, want := said(d.greatestChange(nil)), "No figure can be shown here."; got != want {
		t.Errorf("none: got %q, want %q", got, want)
	}
}
