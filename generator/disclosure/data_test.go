package disclosure_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

const inspectedRoster = `社員番号,氏　名,役割,所属部署,備考
01,三浦 葵,メンター,営業一課,
02,森本 海,メンター,"広報, IR",QXZ
03,柴田 凛,メンティー,営業二課,
04,遠藤 湊,QXZ,営業二課,
`

func inspected(t *testing.T) (disclosure.Place, string) {
	t.Helper()
	handbook, cohort := templateHandbook(t)
	if err := os.WriteFile(filepath.Join(cohort, "participants.csv"), []byte(inspectedRoster), 0o644); err != nil {
		t.Fatal(err)
	}
	return disclosure.Place{Handbook: handbook}, cohort
}

func TestInspectSaysWhatWasRecognised(t *testing.T) {
	place, _ := inspected(t)
	report, problems, err := disclosure.InspectData(disclosure.DataInput{Place: place, Cohort: "2026-autumn"})
	if err != nil {
		t.Fatal(err)
	}
	want := disclosure.DataReport{Cohort: "2026-autumn", K: 5, Tables: []disclosure.DataTable{{
		DataSheet: disclosure.DataSheet{File: "cohorts/2026-autumn/participants.csv"},
		Table:     "participants", Format: "csv", Encoding: "utf-8", HeaderRow: 1, Rows: 4,
		Columns: []disclosure.DataColumn{
			{Letter: "A", Header: "社員番号", Name: "id", Filled: 4, Distinct: 4},
			{Letter: "B", Header: "氏 名", Name: "name", Filled: 4, Distinct: 4},
			{Letter: "C", Header: "役割", Name: "role", Filled: 4, Distinct: 3},
			{Letter: "D", Header: "所属部署", Name: "department", Filled: 4, Distinct: 3},
			{Letter: "E", Header: "備考", Filled: 1, Empty: 3, Distinct: 1},
		},
	}}}
	if diff := cmp.Diff(want, report); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(problems) != 1 || problems[0].ID != "data-word-unknown" || problems[0].Pos.Cell() != "C5" {
		t.Errorf("got %v, want the role in C5", problems)
	}
}

func TestCopyMarksTheCellAndNothingElseIsWritten(t *testing.T) {
	place, cohort := inspected(t)
	out := filepath.Join(t.TempDir(), "check.xlsx")
	in := disclosure.DataInput{Place: place, Cohort: "2026-autumn", Copy: out, Lang: diag.Japanese}
	var first []byte
	for range 2 { // the second run replaces the first's file
		report, _, err := disclosure.InspectData(in)
		if err != nil || report.Copy != out {
			t.Fatalf("got copy %q, %v", report.Copy, err)
		}
		data, err := os.ReadFile(out)
		if err != nil || first != nil && !bytes.Equal(data, first) {
			t.Fatalf("the same files gave other bytes (%v)", err)
		}
		first = data
	}
	f, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, want := f.GetSheetList(), []string{"問題一覧", "participants.csv"}; !slices.Equal(got, want) {
		t.Errorf("sheets: got %q, want %q", got, want)
	}
	comments, err := f.GetComments("participants.csv")
	if err != nil || len(comments) != 1 || comments[0].Cell != "C5" || !strings.Contains(comments[0].Paragraph[0].Text, "この列では使えません") {
		t.Errorf("comments: got %+v (%v), want one of C5", comments, err)
	}
	for _, folder := range []string{cohort, filepath.Dir(out)} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !slices.Contains([]string{"cohort.yaml", "participants.csv", "check.xlsx"}, e.Name()) {
				t.Errorf("%s was written", e.Name())
			}
		}
	}
}

func TestCopyIsRefusedWhereItWouldHarm(t *testing.T) {
	place, cohort := inspected(t)
	site := t.TempDir()
	for _, folder := range []string{filepath.Join(place.Handbook, "pages", "deep"), filepath.Join(site, "assets")} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	other := filepath.Join(t.TempDir(), "mine.xlsx")
	if err := os.WriteFile(other, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(place.Handbook, "pages"), link); err != nil {
		t.Skip("no symbolic links here")
	}
	isSite := func(folder string) bool {
		want, err := filepath.EvalSymlinks(site)
		return err == nil && folder == want
	}
	for out, want := range map[string]diag.ID{
		filepath.Join(place.Handbook, "pages", "x.xlsx"):         "data-annotate-place",
		filepath.Join(place.Handbook, "pages", "deep", "x.xlsx"): "data-annotate-place",
		filepath.Join(link, "x.xlsx"):                            "data-annotate-place",
		filepath.Join(cohort, "x.xlsx"):                          "data-annotate-place",
		filepath.Join(cohort, "participants.csv"):                "data-annotate-place",
		filepath.Join(site, "x.xlsx"):                            "data-annotate-place",
		filepath.Join(site, "assets", "x.xlsx"):                  "data-annotate-place",
		other:                                                    "data-annotate-exists",
	} {
		before, _ := os.ReadFile(out)
		_, problems, err := disclosure.InspectData(disclosure.DataInput{Place: place, Cohort: "2026-autumn", Copy: out, IsSite: isSite})
		if err != nil || len(problems) != 1 || problems[0].ID != want {
			t.Errorf("%s: got %v, %v: want %s", out, problems, err, want)
		}
		if after, _ := os.ReadFile(out); !bytes.Equal(before, after) {
			t.Errorf("%s was written", out)
		}
	}
}

func TestGroupsAreProposedBeforeTheFirstReleaseAlone(t *testing.T) {
	place, cohort := inspected(t)
	roster := "id,name,role,department\n"
	for i, d := range strings.Fields("営業一課 営業一課 営業二課 営業二課 営業二課 人事部 人事部 法務部 法務部 法務部") {
		roster += "E" + string(rune('0'+i)) + ",三浦 " + string([]rune("一二三四五六七八九十")[i]) + ",mentor," + d + "\n"
	}
	settings := strings.ReplaceAll(templateCohort, `    "広報, IR": {en: Public Relations}`+"\n", "")
	for name, text := range map[string]string{"participants.csv": roster, "cohort.yaml": settings} {
		if err := os.WriteFile(filepath.Join(cohort, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	in := disclosure.DataInput{Place: place, Cohort: "2026-autumn"}
	report, problems, err := disclosure.InspectData(in)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v %v", problems, err)
	}
	want := []disclosure.Grouping{{
		Dimension: "department", Joined: []disclosure.JoinedLevels{{Name: "人事部・法務部", Levels: []string{"人事部", "法務部"}, People: 5}},
		Before: disclosure.Coverage{Levels: 3, Enough: 1, People: 5}, After: disclosure.Coverage{Levels: 2, Enough: 2, People: 10}, People: 10,
		Lines: []string{"levels:", "  department:", "    人事部: {group: 人事部・法務部}", "    法務部: {group: 人事部・法務部}", "    営業一課: {group: 営業部}", "    営業二課: {group: 営業部}"},
	}}
	if diff := cmp.Diff(want, report.Groupings); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if err := os.Mkdir(filepath.Join(cohort, "releases"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(cohort, "releases", "0001.json"), []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	if report, _, err = disclosure.InspectData(in); err != nil || len(report.Groupings) > 0 {
		t.Errorf("got %+v (%v), want no proposal after a release", report.Groupings, err)
	}
}
