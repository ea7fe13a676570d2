package download

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestCSV(t *testing.T) {
	got := CSV(Sheet{Rows: [][]Field{
		{Text("設問"), Text("値")},
		{Text("「はい」, \"いいえ\""), Number(3.84, 1)},
		{Text("二行の\n見出し"), Number(-0.4, 1)},
		{Text(""), Number(-0.04, 1)},
		{Text("=1+1"), Text("＝SUM(A1)")},
		{Text("-5〜+5"), Text("@here")},
	}})
	want := "\ufeff設問,値\r\n" +
		"\"「はい」, \"\"いいえ\"\"\",3.8\r\n" +
		"\"二行の\n見出し\",-0.4\r\n" +
		",0.0\r\n" +
		"'=1+1,'＝SUM(A1)\r\n" +
		"'-5〜+5,'@here\r\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(got, "\ufeff"))).ReadAll(); err != nil || len(lines) != 6 {
		t.Errorf("read back: got %d lines and %v, want 6", len(lines), err)
	}
}

// testBook is a workbook with a formula in a text, two tabs of one name and one
// that is too long.
func testBook(t *testing.T) string {
	t.Helper()
	head := []Field{Text("設問"), Text("値")}
	long := strings.Repeat("長い題名", 12)
	got, err := Workbook(Properties{Title: "2025年春期", Lang: "ja", Day: "2025-10-15"}, []Sheet{
		{Name: "このファイルについて", Widths: []int{40, 80}, Rows: [][]Field{{Text("2025年春期")}}},
		{Name: "参加状況", Rows: [][]Field{head, {Text("=1+1"), Number(3.8, 1)}, {Text("人事部"), Text("非表示")}}},
		{Name: "参加状況", Rows: [][]Field{head}},
		{Name: long, Rows: [][]Field{head}},
		{Name: long + "別", Rows: [][]Field{head}},
		{Name: "a/b: [c]?", Rows: [][]Field{head}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestWorkbook(t *testing.T) {
	book := testBook(t)
	f, err := excelize.OpenReader(strings.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := []string{"このファイルについて", "参加状況", "参加状況 (2)", strings.Repeat("長い題名", 7) + "長い題", strings.Repeat("長い題名", 6) + "長い題 (2)", "a b   c"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Errorf("tabs (-want +got)\n%s", diff)
	}
	for cell, want := range map[string]struct {
		text string
		kind excelize.CellType
	}{
		"A1": {"設問", excelize.CellTypeSharedString},
		"A2": {"=1+1", excelize.CellTypeSharedString},
		"B2": {"3.8", excelize.CellTypeUnset}, // a number
		"B3": {"非表示", excelize.CellTypeSharedString},
	} {
		text, _ := f.GetCellValue("参加状況", cell)
		kind, _ := f.GetCellType("参加状況", cell)
		if formula, _ := f.GetCellFormula("参加状況", cell); text != want.text || kind != want.kind || formula != "" {
			t.Errorf("%s: got %q of type %d with the formula %q, want %q of type %d and none", cell, text, kind, formula, want.text, want.kind)
		}
	}
	panes, err := f.GetPanes("参加状況")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("heading: got %+v and %v, want the first row to stay", panes, err)
	}
	style, _ := f.GetCellStyle("参加状況", "A1")
	if s, err := f.GetStyle(style); err != nil || s.Font == nil || !s.Font.Bold {
		t.Errorf("heading: got style %+v and %v, want it bold", s, err)
	}
}

func TestARowIsAsHighAsItsTexts(t *testing.T) {
	s := Sheet{Widths: []int{12, 22}}
	for _, c := range []struct {
		row  []Field
		want int
	}{
		{nil, 1},
		{[]Field{Text("ten digits"), Number(3.8, 1)}, 1},
		{[]Field{Text("五文字まで"), Text("")}, 1},
		{[]Field{Text("六文字なら二"), Text("")}, 2},
		{[]Field{Text(""), Text("二十けたの欄に、二十一文字の文を置くと三行")}, 3},
		{[]Field{Text(""), Text(""), Text("a column without a width")}, 1},
	} {
		if got := s.lines(c.row); got != c.want {
			t.Errorf("%v: got %d lines, want %d", c.row, got, c.want)
		}
	}
}

// TestWorkbookIsTheSameBytes: the library goes through its sheets in an order
// that differs from run to run.
func TestWorkbookIsTheSameBytes(t *testing.T) {
	first := testBook(t)
	for range 5 {
		if again := testBook(t); again != first {
			t.Fatal("the same sheets gave other bytes")
		}
	}
}
