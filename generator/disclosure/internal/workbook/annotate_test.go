package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
)

// roster is a workbook as HR keeps one: a title, styles, a date, a note, a
// hidden sheet.
func roster(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	b := newBook(f, diag.Japanese)
	b.did(f.SetSheetName("Sheet1", "名簿"))
	b.text("名簿", "A1", "2026年度 参加者名簿")
	b.did(f.MergeCell("名簿", "A1", "C1"))
	for i, row := range [][]string{{"社員番号", "氏名", "参加日"}, {"00123", "佐々木 陽翔", ""}, {"00124", "Mia Fischer", ""}} {
		for j, s := range row {
			b.text("名簿", string(rune('A'+j))+string(rune('2'+i)), s)
		}
	}
	form := "yyyy\"年\"m\"月\"d\"日\""
	b.did(f.SetCellFloat("名簿", "C3", 46113, -1, 64))
	b.did(f.SetCellStyle("名簿", "C3", "C3", b.style(excelize.Style{CustomNumFmt: &form, Font: &excelize.Font{Bold: true}})))
	b.did(f.AddComment("名簿", excelize.Comment{Cell: "C3", Author: "総務", Paragraph: []excelize.RichTextRun{{Text: "要確認"}}}))
	_, err := f.NewSheet("ペア")
	b.did(err)
	b.text("ペア", "A1", "ペア番号")
	b.text("ペア", "A2", "P01")
	b.did(f.SetSheetVisible("ペア", false))
	if b.failed {
		t.Fatal("the roster could not be made")
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	rosterPath = "cohorts/2026-autumn/participants.xlsx"
	csvPath    = "cohorts/2026-autumn/sessions.csv"
)

func marked(t *testing.T, lang diag.Lang) []byte {
	t.Helper()
	files := []File{
		{Path: csvPath, Data: []byte("pair,date\nP01,2026-13-01\n=1+1,2026-05-01\n")},
		{Path: rosterPath, Data: roster(t)},
	}
	problems := []diag.Problem{
		diag.New("data-date-bad", diag.Pos{File: rosterPath, Sheet: "名簿", Line: 3, Letter: "C", Field: "joined"}),
		diag.New("data-manager-self", diag.Pos{File: rosterPath, Sheet: "名簿", Line: 3, Letter: "C"}),
		diag.New("data-pair-unknown", diag.Pos{File: rosterPath, Sheet: "ペア", Line: 2, Letter: "A", Field: "pair"}),
		diag.New("data-date-bad", diag.Pos{File: csvPath, Line: 2, Letter: "B", Field: "date"}),
		diag.New("data-cell-count", diag.Pos{File: csvPath, Line: 3}, diag.SlotInt("wanted", 2), diag.SlotInt("got", 3)),
		diag.New("data-file-missing", diag.Pos{File: "cohorts/2026-autumn/pairs.csv"}),
	}
	data, err := Annotate(files, problems, lang)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func reopen(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func value(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	s, err := f.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func styleOf(t *testing.T, f *excelize.File, sheet, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func noteOf(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := ""
	for _, c := range comments {
		if c.Cell == cell {
			out += c.Text
			for _, run := range c.Paragraph {
				out += run.Text
			}
		}
	}
	return out
}

func TestCopyKeepsTheWorkbookAndMarksItsCells(t *testing.T) {
	f := reopen(t, marked(t, diag.Japanese))
	if got, want := f.GetSheetList(), []string{"問題一覧", "名簿", "ペア", "sessions.csv"}; !slices.Equal(got, want) {
		t.Fatalf("sheets: got %q, want %q", got, want)
	}
	for cell, want := range map[string]string{"A1": "2026年度 参加者名簿", "A3": "00123", "B4": "Mia Fischer", "C3": "2026年4月1日"} {
		if got := value(t, f, "名簿", cell); got != want {
			t.Errorf("%s: got %q, want %q", cell, got, want)
		}
	}
	s := styleOf(t, f, "名簿", "C3")
	if !slices.Equal(s.Fill.Color, []string{colourError}) || s.Font == nil || !s.Font.Bold {
		t.Errorf("C3: got fill %v and font %+v, want %s and its own bold font", s.Fill.Color, s.Font, colourError)
	}
	if s := styleOf(t, f, "名簿", "B3"); len(s.Fill.Color) > 0 {
		t.Errorf("B3 has no problem, and got fill %v", s.Fill.Color)
	}
	note := noteOf(t, f, "名簿", "C3")
	for _, want := range []string{"日付として読めないか", "本人が自分の上司", "要確認"} {
		if !strings.Contains(note, want) {
			t.Errorf("comment of C3: got %q, want %q in it", note, want)
		}
	}
	if visible, err := f.GetSheetVisible("ペア"); err != nil || !visible {
		t.Errorf("a hidden sheet with a problem must be shown (%v)", err)
	}
}

func TestTextFilesBecomeSheets(t *testing.T) {
	f := reopen(t, marked(t, diag.English))
	if got := value(t, f, "sessions.csv", "A3"); got != "=1+1" {
		t.Errorf("A3: got %q, want the text =1+1", got)
	}
	if formula, err := f.GetCellFormula("sessions.csv", "A3"); err != nil || formula != "" {
		t.Errorf("A3: a text became the formula %q (%v)", formula, err)
	}
	if s := styleOf(t, f, "sessions.csv", "B2"); !slices.Equal(s.Fill.Color, []string{colourError}) {
		t.Errorf("B2: got fill %v, want %s", s.Fill.Color, colourError)
	}
	if note := noteOf(t, f, "sessions.csv", "A3"); !strings.Contains(note, "cells") {
		t.Errorf("a problem of a row: got comment %q at its first cell", note)
	}
}

func TestListLeadsToTheCells(t *testing.T) {
	f := reopen(t, marked(t, diag.English))
	if got := f.GetActiveSheetIndex(); got != 0 {
		t.Errorf("active sheet: got %d, want the list", got)
	}
	for row, want := range map[string][3]string{
		"4": {"error", "'名簿'!C3", "data-date-bad"},
		"5": {"warning", "'名簿'!C3", "data-manager-self"},
		"7": {"error", "'sessions.csv'!B2", "data-date-bad"},
		"9": {"error", "", "data-file-missing"},
	} {
		_, link, err := f.GetCellHyperLink("Problems", "B"+row)
		if err != nil {
			t.Fatal(err)
		}
		if got := [3]string{value(t, f, "Problems", "A"+row), link, value(t, f, "Problems", "D"+row)}; got != want {
			t.Errorf("row %s: got %q, want %q", row, got, want)
		}
	}
	if got := value(t, f, "Problems", "B4"); !strings.Contains(got, "名簿!C3") {
		t.Errorf("B4: got %q, want the cell in it", got)
	}
}

func TestCopyIsTheSameBytesEachTime(t *testing.T) {
	if !bytes.Equal(marked(t, diag.Japanese), marked(t, diag.Japanese)) {
		t.Error("two copies of the same files differ")
	}
}

func TestOwnFilesAreKnownUntilSomebodySavesThem(t *testing.T) {
	data := marked(t, diag.English)
	if !IsOurs(data) {
		t.Error("a copy is not known as ours")
	}
	saved, err := reopen(t, data).WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	for name, other := range map[string][]byte{"saved again": saved.Bytes(), "a roster": roster(t), "nothing": nil, "text": []byte("x\x00kohort")} {
		if IsOurs(other) {
			t.Errorf("%s: is taken for ours", name)
		}
	}
}

func TestSecondWorkbookLendsItsStyles(t *testing.T) {
	other := "cohorts/2026-autumn/zweite.xlsx"
	data, err := Annotate([]File{{Path: rosterPath, Data: roster(t)}, {Path: other, Data: roster(t)}}, []diag.Problem{
		diag.New("data-date-bad", diag.Pos{File: other, Sheet: "名簿", Line: 3, Letter: "C"}),
	}, diag.English)
	if err != nil {
		t.Fatal(err)
	}
	f := reopen(t, data)
	name := "名簿 zweite.xlsx"
	if got := value(t, f, name, "C3"); got != "2026年4月1日" {
		t.Errorf("C3: got %q, want the date in its own form; sheets %q", got, f.GetSheetList())
	}
	if s := styleOf(t, f, name, "C3"); !slices.Equal(s.Fill.Color, []string{colourError}) || s.Font == nil || !s.Font.Bold {
		t.Errorf("C3: got %+v, want its own font and %s", s, colourError)
	}
	if got := value(t, f, name, "A3"); got != "00123" {
		t.Errorf("A3: got %q, want 00123", got)
	}
}

func TestBrokenFilesAreListedAndNotCopied(t *testing.T) {
	data, err := Annotate([]File{{Path: rosterPath, Data: roster(t)[:900]}}, []diag.Problem{diag.New("sheet-broken", diag.Pos{File: rosterPath})}, diag.English)
	if err != nil {
		t.Fatal(err)
	}
	f := reopen(t, data)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Problems"}) {
		t.Errorf("sheets: got %q, want the list alone", got)
	}
	if got := value(t, f, "Problems", "D4"); got != "sheet-broken" {
		t.Errorf("got %q, want the problem in the list", got)
	}
}

func TestNamesOfSheets(t *testing.T) {
	b := newBook(excelize.NewFile(), diag.English)
	for wish, want := range map[string]string{
		"sheet1": "sheet1+", "a/b:c": "a_b_c", "'q'": "q", strings.Repeat("あ", 40): strings.Repeat("あ", 31), "2025年度": "2025年度",
	} {
		if got := b.sheetName(wish); got != want {
			t.Errorf("%q: got %q, want %q", wish, got, want)
		}
	}
}

func TestACopyWithVeryManyProblemsStaysUsable(t *testing.T) {
	rows := strings.Repeat("P01,soon\n", maxMarked+1)
	var problems []diag.Problem
	for i := range maxMarked + 1 {
		problems = append(problems, diag.New("data-date-bad", diag.Pos{File: csvPath, Line: i + 2, Letter: "B"}))
	}
	data, err := Annotate([]File{{Path: csvPath, Data: []byte("pair,date\n" + rows)}}, problems, diag.Japanese)
	if err != nil {
		t.Fatal(err)
	}
	f := reopen(t, data)
	if got := value(t, f, "問題一覧", "A2"); !strings.Contains(got, "2000件だけ") {
		t.Errorf("the list says %q", got)
	}
	last := len(problems) + firstRow - 1
	if got := value(t, f, "問題一覧", fmt.Sprint("D", last)); got != "data-date-bad" {
		t.Errorf("row %d: got %q, want the last problem", last, got)
	}
	for row, want := range map[int]int{maxMarked + 1: 1, maxMarked + 2: 0} {
		if s := styleOf(t, f, "sessions.csv", fmt.Sprint("B", row)); len(s.Fill.Color) != want {
			t.Errorf("B%d: got fill %v", row, s.Fill.Color)
		}
	}
}

func TestMacrosStayBehind(t *testing.T) {
	f := reopen(t, roster(t))
	f.Pkg.Store("xl/vbaProject.bin", []byte("macro"))
	withMacro, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	path := "cohorts/2026-autumn/participants.xlsm"
	data, err := Annotate([]File{{Path: path, Data: withMacro.Bytes()}}, []diag.Problem{
		diag.New("data-date-bad", diag.Pos{File: path, Sheet: "名簿", Line: 3, Letter: "C"}),
	}, diag.English)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("vbaProject")) {
		t.Error("the copy, an .xlsx, holds macros: Excel would not open it")
	}
	if got := value(t, reopen(t, data), "名簿 participants.xlsm", "A3"); got != "00123" {
		t.Errorf("A3: got %q, want 00123", got)
	}
}

// TestAnnotateAWorkbookWithFewStyles takes workbooks whose part of styles lacks
// what programs other than spreadsheets leave out: their cells are copied.
func TestAnnotateAWorkbookWithFewStyles(t *testing.T) {
	for _, styles := range []string{
		`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
		`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
		`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
	} {
		sparse := withPart(t, roster(t), "xl/styles.xml", styles)
		for _, files := range [][]File{
			{{Path: rosterPath, Data: sparse}},
			{{Path: "cohorts/2026-autumn/goals.xlsx", Data: roster(t)}, {Path: rosterPath, Data: sparse}},
		} {
			data, err := Annotate(files, []diag.Problem{diag.New("data-date-bad", diag.Pos{File: rosterPath, Sheet: "名簿", Line: 3, Letter: "C", Field: "joined"})}, diag.English)
			if err != nil {
				t.Errorf("%s, %d files: %v", styles, len(files), err)
				continue
			}
			f, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, name := range f.GetSheetList() {
				id, _ := f.GetCellValue(name, "A3")
				person, _ := f.GetCellValue(name, "B3")
				notes, _ := f.GetComments(name)
				found = found || id == "00123" && person == "佐々木 陽翔" && len(notes) > 0
			}
			if !found {
				t.Errorf("%s, %d files: no sheet holds the row with its problem", styles, len(files))
			}
			f.Close()
		}
	}
}

// withPart replaces a part of a workbook.
func withPart(t *testing.T, data []byte, name, text string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		if f.Name == name {
			part, err := w.Create(name)
			if err == nil {
				_, err = part.Write([]byte(text))
			}
			if err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
