package disclosure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// TestABadColumnIsToldInFewLinesAndMarkedWhole holds that a column of 300 bad
// dates does not bury the other problems, while the copy shows every cell.
func TestABadColumnIsToldInFewLinesAndMarkedWhole(t *testing.T) {
	handbook, cohort := templateHandbook(t)
	var roster strings.Builder
	roster.WriteString("社員番号,氏名,役割,所属部署,参加日\n")
	for i := range 300 {
		fmt.Fprintf(&roster, "E%05d,三浦 %d,メンター,営業部,四月ごろ\n", i, i)
	}
	if err := os.WriteFile(filepath.Join(cohort, "participants.csv"), []byte(roster.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	in := disclosure.DataInput{Place: disclosure.Place{Handbook: handbook}, Cohort: "2026-autumn", Copy: filepath.Join(t.TempDir(), "確認.xlsx"), Lang: diag.Japanese}
	_, problems, err := disclosure.InspectData(in)
	if err != nil {
		t.Fatal(err)
	}
	problems = slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.ID != "data-date-bad" })
	if len(problems) != 6 || !strings.Contains(problems[5].Message(diag.Japanese), "295個のセル（7〜301行目）") {
		t.Errorf("got %d problems of the dates, want five and the rest", len(problems))
	}
	f, err := excelize.OpenFile(in.Copy)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	comments, err := f.GetComments("participants.csv")
	if err != nil || len(comments) != 300 {
		t.Errorf("%d cells are marked (%v), want 300", len(comments), err)
	}
}
