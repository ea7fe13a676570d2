package generator_test

import (
	"archive/zip"
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/internal/sitetest"
)

// zipped is a workbook of one sheet, with one more entry.
func zipped(t *testing.T, sheet, name, text string) string {
	t.Helper()
	const relations, officeDocument = "http://schemas.openxmlformats.org/package/2006/relationships", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"_rels/.rels", `<Relationships xmlns="` + relations + `"><Relationship Id="rId1" Type="` + officeDocument + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + officeDocument + `"><sheets><sheet name="名簿" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + relations + `"><Relationship Id="rId1" Type="` + officeDocument + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + sheet + `</sheetData></worksheet>`},
		{name, text},
	} {
		f, err := w.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestAHostileRosterStopsTheRelease puts files that nobody can mean well in
// the place of a roster: each is told by its name within two seconds, what it
// holds is not repeated, and nothing is written.
func TestAHostileRosterStopsTheRelease(t *testing.T) {
	const canary = "虹鱒が笑う朝"
	workbook := func(sheet string) string { return zipped(t, sheet, "xl/vbaProject.bin", canary) }
	text := `<row r="1"><c r="A1" t="inlineStr"><is><t>` + canary
	folder := copyOfStarter(t)
	cohort := filepath.Join(folder, "cohorts", "2026-spring")
	writeFile(t, filepath.Join(cohort, "cohort.yaml"), "title: 2026\nstart: 2026-04-01\nend: 2026-09-30\n")
	for _, c := range []struct {
		about, file, content string
		want                 diag.ID
	}{
		{"a zip bomb", "participants.xlsx", workbook(strings.Repeat(" ", 100<<20)), "sheet-large"},
		{"16,384 columns", "participants.xlsx", workbook(`<row r="1"><c r="XFD1"><v>1</v></c></row>`), "sheet-columns-many"},
		{"a million blank rows", "participants.xlsx", workbook(text + `</t></is></c></row><row r="1048576"/>`), "sheet-rows-many"},
		{"formulas that grow", "participants.xlsx", workbook(`<row r="1"><c r="A1"><f>REPT("` + canary + `",9^9)</f></c></row>`), "sheet-formula-unsaved"},
		{"macros", "participants.xlsm", workbook(text + `</t></is></c></row>`), "data-header-missing"},
		{"a name that leads out of the folder", "participants.xlsx", zipped(t, text+`</t></is></c></row>`, "../../../evil.txt", canary), "data-header-missing"},
		{"entities", "participants.xlsx", workbook(`<!DOCTYPE a [<!ENTITY b "` + canary + `">]>`), "sheet-broken"},
		{"elements in each other", "participants.xlsx", workbook(strings.Repeat("<a>", 1_000_000)), "sheet-broken"},
		{"a truncated file", "participants.xlsx", workbook(text)[:600], "sheet-broken"},
		{"a cell of 10 MB in a workbook", "participants.xlsx", workbook(text + strings.Repeat("あ", 3<<20) + `</t></is></c></row>`), "sheet-cell-large"},
		{"a cell of 10 MB in a text", "participants.csv", "社員番号,氏名,役割\nE1," + canary + strings.Repeat("あ", 3<<20) + ",メンター\n", "sheet-cell-large"},
		{"NUL bytes", "participants.csv", "社員番号,氏名\n" + canary + "\x00,\x00\n", "sheet-nul"},
		{"separators alone", "participants.csv", canary + strings.Repeat(",", 16<<20), "sheet-columns-many"},
	} {
		t.Run(c.about, func(t *testing.T) {
			file := filepath.Join(cohort, c.file)
			writeFile(t, file, c.content)
			before := sitetest.Files(t, folder)
			start := time.Now()
			_, problems, err := generator.Release(context.Background(), generator.Options{Source: folder}, "2026-spring", false)
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("took %v", took)
			}
			if err != nil || !diag.Stops(problems, false) {
				t.Errorf("not stopped: %v", err)
			}
			requireTold(t, problems, c.want, "cohorts/2026-spring/"+c.file, canary)
			_, problems, err = generator.InspectData(generator.Options{Source: folder}, "2026-spring", "", diag.Japanese)
			if err != nil {
				t.Errorf("inspected: %v", err)
			}
			requireTold(t, problems, c.want, "cohorts/2026-spring/"+c.file, canary)
			if after := sitetest.Files(t, folder); !maps.Equal(before, after) {
				t.Errorf("something was written: %d files, then %d", len(before), len(after))
			}
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// requireTold wants a problem with an id at a file, and no problem that
// repeats what the file holds.
func requireTold(t *testing.T, problems []diag.Problem, id diag.ID, file, canary string) {
	t.Helper()
	found := false
	for _, p := range problems {
		found = found || p.ID == id && p.Pos.File == file
		for _, lang := range []diag.Lang{diag.Japanese, diag.English} {
			if strings.Contains(p.Message(lang)+p.Pos.String(), canary) {
				t.Errorf("%s repeats what the file holds", p.ID)
			}
		}
	}
	if !found {
		var got []diag.ID
		for _, p := range problems {
			got = append(got, p.ID)
		}
		t.Errorf("got %v, want %s at %s", got, id, file)
	}
}
