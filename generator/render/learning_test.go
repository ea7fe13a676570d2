package render

import (
	"slices"
	"testing"

	"kohort/generator/disclosure"
)

// comparedDrawer draws the figures of a cohort that has themes.
func comparedDrawer(t *testing.T, lang string) *drawer {
	t.Helper()
	in := testInputOf(t, compared, "testdata/compared")
	s := newSite(in, nil, in.Handbook.Trees[0])
	cohort, ok := in.Published.Cohort("2025-spring")
	if !ok {
		t.Fatal("cohort 2025-spring: got none")
	}
	for _, e := range s.tree.Editions {
		if e.Lang == lang {
			return &drawer{frame: s.frame(e, e.Dir), cohort: cohort, fallback: "ja"}
		}
	}
	t.Fatalf("edition %q: got none", lang)
	return nil
}

// TestAThemeOfOneQuestionTakesItsTables: they say how sure the change is. Not
// so where the low end is the good one, which a theme counts reversed.
func TestAThemeOfOneQuestionTakesItsTables(t *testing.T) {
	var got []string
	for _, l := range comparedDrawer(t, "en").learned() {
		got = append(got, l.label+" "+l.change.ID())
	}
	want := []string{"Digital skill survey.digital.change", "Trust theme.trust.change", "Burden theme.burden.change"}
	if !slices.Equal(got, want) {
		t.Errorf("themes: got %v, want %v", got, want)
	}
}

// TestAThemeTakesTheWordsOfAnotherRelease: a release without comments has no
// words of its themes.
func TestAThemeTakesTheWordsOfAnotherRelease(t *testing.T) {
	d, _ := testDrawer(t, "en")
	if got := d.theme("digital"); got != "digital" {
		t.Errorf("theme that no release has words of: got %q, want its id", got)
	}
	d.others = []disclosure.Cohort{comparedDrawer(t, "en").cohort}
	if got := d.theme("digital"); got != "Digital skill" {
		t.Errorf("theme that another release has words of: got %q, want %q", got, "Digital skill")
	}
}

func TestAThemeIsDrawnOnTheScaleOfItsQuestions(t *testing.T) {
	d := comparedDrawer(t, "ja")
	f := d.learning("f")
	var labels []string
	for _, row := range f.Chart.Groups[0].Rows {
		labels = append(labels, row.Label+" "+row.FromMark.At+" "+row.ToMark.At+" "+row.Trend)
	}
	want := []string{"デジタルスキル 47.70% 68.40% better", "信頼 52.30% 61.50% same", "負担 40.80% 59.20% same"}
	if !slices.Equal(labels, want) {
		t.Errorf("chart by theme: got %q, want %q", labels, want)
	}
	trust, _ := d.cohort.Table("theme.trust.change", "difference")
	if v := d.at(trust, disclosure.Level{Dimension: "department", Level: "法務部"}); !v.Withheld {
		t.Error("change of a department that is withheld: got a number")
	}
}

func TestQuestionsStandWhereThereAreNoThemes(t *testing.T) {
	d, _ := testDrawer(t, "en")
	themes := d.learned()
	if len(themes) == 0 || themes[0].label != "I am at ease with the digital tools that my work needs" {
		t.Errorf("release without themes: got %d rows, want its questions", len(themes))
	}
}
