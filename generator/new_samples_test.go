package generator_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kohort/content"
	"kohort/generator"
	"kohort/generator/internal/sitetest"
)

// sampleLine finds the lines that a part of a page stands between that is
// invented: its group is of the line that ends one.
var sampleLine = regexp.MustCompile(`(?m)^<!-- (?:見本ここから|sample begins|(見本ここまで|sample ends)) -->$`)

// samplePart finds what stands between two such lines, and they.
var samplePart = regexp.MustCompile(`(?ms)^<!-- (?:見本ここから|sample begins) -->$.*?^<!-- (?:見本ここまで|sample ends) -->$`)

// sampleWords finds such a part of a line.
var sampleWords = regexp.MustCompile(`- \[ \] <!-- (?:見本|sample) -->.+<!-- /(?:見本|sample) -->\n|<!-- (?:見本|sample) -->.+<!-- /(?:見本|sample) -->`)

func withoutBlank(page string) string {
	return regexp.MustCompile(`\n\s*\n`).ReplaceAllString(page, "\n")
}

// sampleCohort finds the id of an invented cohort.
var sampleCohort = regexp.MustCompile(`20\d\d-(spring|autumn)`)

// TestANewHandbookWithoutSamples holds that nothing of the invented cohorts is
// left but what the manual tells of them by example, and that all else is.
func TestANewHandbookWithoutSamples(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "handbook")
	_, problems, err := generator.New(t.Context(), folder, generator.NewOptions{WithoutSamples: true})
	if err != nil || len(problems) > 0 {
		t.Fatalf("new: %v %v", problems, err)
	}
	made := sitetest.Files(t, folder)
	samples := 0
	for name, page := range sitetest.FilesOf(t, content.Starter()) {
		marks := sampleLine.FindAllStringSubmatch(page, -1)
		for i, mark := range marks {
			if ends := mark[1] != ""; ends != (i%2 == 1) {
				t.Errorf("%s: %q follows a line of its own kind", name, mark[0])
			}
		}
		if len(marks)%2 == 1 {
			t.Errorf("%s: a sample part does not end", name)
		}
		samples += len(marks) / 2
		left, kept := made[name]
		page = sampleWords.ReplaceAllString(page, "")
		switch {
		case strings.HasPrefix(name, "cohorts/"):
			if kept {
				t.Errorf("%s is left", name)
			}
		case !strings.HasPrefix(name, "pages/editing/") && sampleCohort.MatchString(left) || sampleLine.MatchString(left):
			t.Errorf("%s still tells of the invented cohorts", name)
		case len(marks) == 0 && !strings.HasPrefix(name, "pages/nav.") && withoutBlank(left) != withoutBlank(page):
			t.Errorf("%s has no sample part, and is changed", name)
		case len(marks) > 0 && kept && withoutBlank(left) != withoutBlank(samplePart.ReplaceAllString(page, "")):
			t.Errorf("%s lacks more than its sample parts", name)
		}
	}
	if samples < 16 {
		t.Errorf("%d sample parts, want those of home, reports, change log and shared notes in two languages", samples)
	}
}
