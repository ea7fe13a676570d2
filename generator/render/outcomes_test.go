package render

import (
	"strings"
	"testing"
)

// TestOutcomesOfAReport holds what a report says of each figure beside
// participation and the survey: its numbers, the neutral mark, and "other" in
// the reader's language.
func TestOutcomesOfAReport(t *testing.T) {
	d, theme := testDrawer(t, "en")
	b := &body{}
	for _, c := range []struct {
		name   string
		figure figureView
		want   []string
	}{
		{"matching", d.measures("f", "figure_matching", "matching.pairs count", "matching.outside_line rate", "matching.days mean"), []string{"Pairs in numbers", ">20</data>", ">15</data>", "days"}},
		{"people", d.people("f"), []string{"Orientation and retention", ">85</data>"}},
		{"topics", d.shares("f", "topics.share"), []string{"By topic", "生成AI", ">31</data>", ">8 or less</data>", `<th scope="row">Other</th>`}},
		{"goals", d.goals("f"), []string{"What became of the goals", ">52</data>", `<span class="withheld"`}},
		{"recommend", d.recommend("f"), []string{">45</data>", "Promoters (%)", ">&#43;12</data>", `<span class="withheld"`}},
		{"pulse", d.pulse(b)[0], []string{"2 June 2025", ">3.4</data>", `<span class="withheld"`}},
	} {
		got, err := part(theme, "parts/figure", c.figure)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: got no %q in\n%s", c.name, want, got)
			}
		}
	}
	if f := d.shares("f", "sessions.format"); f.Kind != "" {
		t.Errorf("formats, of which the release has none: got a figure %q, want none", f.Kind)
	}
}
