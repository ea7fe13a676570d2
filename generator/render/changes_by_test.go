package render

import (
	"slices"
	"strings"
	"testing"
)

func TestChangesBySayOfHowMany(t *testing.T) {
	d, theme := testDrawer(t, "ja")
	got, err := part(theme, "parts/figure", d.changesBy("kohort-figure-1", "role"))
	if err != nil {
		t.Fatal(err)
	}
	_, got, _ = strings.Cut(got, "<table")
	got, _, _ = strings.Cut(got, "</table>")
	numbers, of := strings.Count(got, `</data> <span class="n">n = `), strings.Count(got, `data-show="n"`)
	if numbers == 0 || numbers != of || numbers != strings.Count(got, `<data `)/2 {
		t.Errorf("changes by role: got %d numbers with their n and %d n in\n%s", numbers, of, got)
	}
}

// TestChangesByLeaveOutWhatIsWithheld: neither a level nor a question of which
// nothing may be shown is a column or a row of marks.
func TestChangesByLeaveOutWhatIsWithheld(t *testing.T) {
	f := comparedDrawer(t, "en").changesBy("f", "department")
	if want := []string{"Whole cohort", "Sales"}; !slices.Equal(f.Table.Columns, want) {
		t.Errorf("columns: got %q, want %q", f.Table.Columns, want)
	}
	if want := []string{"By department: change from before to after — Legal"}; !slices.Equal(f.LeftOut, want) {
		t.Errorf("left out: got %q, want %q", f.LeftOut, want)
	}
	if f := comparedDrawer(t, "en").changesBy("f", "role"); f.Kind != "" || len(f.LeftOut) > 0 {
		t.Errorf("changes by role, of which the release has none: got a figure of columns %q, or %q", f.Table.Columns, f.LeftOut)
	}
}
