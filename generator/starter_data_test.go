package generator_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/internal/sitetest"
)

// TestFiguresFollowTheData changes seven people's answers to one question and
// releases again.
func TestFiguresFollowTheData(t *testing.T) {
	folder := figuresOfStarter(t)
	before := sitetest.BuildFolder(t, folder)
	change(t, folder, 0, 7)
	stale := sitetest.BuildFolder(t, folder)
	if !slices.Contains(stale.IDs(), "data-changed") {
		t.Errorf("a build after a change of data does not say so:\n%s", stale.Text())
	}
	summary, problems, err := generator.Release(context.Background(), generator.Options{Source: folder}, "2025-spring", false)
	if err != nil || diag.Stops(problems, false) {
		t.Fatalf("release: %v %v", problems, err)
	}
	if summary.Unchanged || summary.Number != 2 {
		t.Errorf("got release %d, unchanged %v, want a second release", summary.Number, summary.Unchanged)
	}
	after := sitetest.BuildFolder(t, folder)
	if before.Files["reports/2025-spring.html"] == after.Files["reports/2025-spring.html"] {
		t.Error("the report did not change with the data")
	}
	if again, _, err := generator.Release(context.Background(), generator.Options{Source: folder}, "2025-spring", false); err != nil || !again.Unchanged {
		t.Errorf("released again without a change: %+v %v", again, err)
	}
}

// TestASmallChangeKeepsTheEarlierValue changes eight people's answers to one
// question, and two people's to another: too few for an update. The report
// shows the earlier values of that one with their own date.
func TestASmallChangeKeepsTheEarlierValue(t *testing.T) {
	folder := figuresOfStarter(t)
	change(t, folder, 0, 8)
	change(t, folder, 2, 2)
	addSession(t, folder) // the data are a day younger
	if summary, problems, err := generator.Release(context.Background(), generator.Options{Source: folder}, "2025-spring", false); err != nil || diag.Stops(problems, false) || summary.Number != 2 {
		t.Fatalf("release: %+v %v %v, want a second release", summary.Summary, problems, err)
	}
	site := sitetest.BuildFolder(t, folder)
	if !site.Summary.Written {
		t.Fatalf("not built:\n%s", site.Text())
	}
	if !strings.Contains(site.Files["reports/2025-spring.html"], `<time class="as-of"`) {
		t.Error("no value of the report shows its own date")
	}
}

// change gives so many people other answers to a question of the second cohort's
// last survey, of so many people who have one to give. The survey is an export
// of Microsoft Forms: its first question stands in the sixth column.
func change(t *testing.T, folder string, question, people int) {
	t.Helper()
	scale := []string{"まったくそう思わない", "あまりそう思わない", "どちらともいえない", "ややそう思う", "とてもそう思う"}
	file := filepath.Join(folder, "cohorts", "2025-spring", "survey-after.csv")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(japanese.ShiftJIS.NewDecoder().Reader(bytes.NewReader(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		if value := slices.Index(scale, row[5+question]); value >= 0 && people > 0 {
			row[5+question] = scale[(value+1+people%4)%5] // not all alike: whoever knew who changed would know their answers
			people--
		}
	}
	if people > 0 {
		t.Fatalf("%d people too few have an answer to change", people)
	}
	var b bytes.Buffer
	if err := csv.NewWriter(japanese.ShiftJIS.NewEncoder().Writer(&b)).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	writeFile(t, file, b.String())
}

// addSession adds a row to the sessions of the second cohort's workbook.
func addSession(t *testing.T, folder string) {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(folder, "cohorts", "2025-spring", "participants.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("セッション")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetRow("セッション", fmt.Sprintf("A%d", len(rows)+1), &[]string{"P01", "2025/9/30", "30分", "", "対面", "実施"}); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}
