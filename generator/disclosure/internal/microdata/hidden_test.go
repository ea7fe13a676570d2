package microdata

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/tools/txtar"

	"kohort/generator/disclosure/internal/sheet"
)

// TestHiddenRowsAndColumnsAreReadAndSaid holds that what a filter hides counts,
// and that HR is told of it.
func TestHiddenRowsAndColumnsAreReadAndSaid(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, line := range [][]any{
		{"社員番号", "氏名", "役割", "部署", "備考"}, {"E20101", "甲野 一", "メンター", "営業一課", "x"}, {"E20102", "乙川 二", "メンティー", "法務部", ""},
		{"E20103", "丙田 三", "メンティー", "法務部", "x"}, {"", "", "", "", "合計"},
	} {
		if err := f.SetSheetRow("Sheet1", sheet.Name(i+1, 1), &line); err != nil {
			t.Fatal(err)
		}
	}
	for _, err := range []error{
		f.SetRowVisible("Sheet1", 3, false), f.SetRowVisible("Sheet1", 4, false), f.SetRowVisible("Sheet1", 5, false),
		f.SetColVisible("Sheet1", "D:E", false),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	root := folder(t, append(csvGone("participants", "pairs", "sessions", "goals", "survey-before", "survey-after"),
		txtar.File{Name: "cohorts/c1/participants.xlsx", Data: b.Bytes()})...)
	survey, _ := ReadSurvey(root)
	o, _, _ := Inspect(root, root, "c1", survey, 5)
	if len(o.Tables) != 1 {
		t.Fatalf("got %d tables, want one", len(o.Tables))
	}
	got := o.Tables[0]
	if got.Rows != 3 {
		t.Errorf("got %d rows, want 3 with the hidden ones", got.Rows)
	}
	if diff := cmp.Diff([]int{3, 4}, got.HiddenRows); diff != "" {
		t.Errorf("rows (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"D"}, got.HiddenColumns); diff != "" {
		t.Errorf("columns (-want +got)\n%s", diff)
	}
}
