package microdata

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"kohort/generator/disclosure/internal/sheet"
	"kohort/generator/disclosure/internal/value"
)

// oneColumn is a table of one column with these cells.
func oneColumn(cells ...sheet.Cell) table {
	t := table{columns: []column{{name: "x"}}, called: []string{"x"}, orders: map[string]value.Order{}}
	for i, cell := range cells {
		t.rows = append(t.rows, row{i + 2, []sheet.Cell{plain(cell)}})
	}
	return t
}

func written(cells string) (out []sheet.Cell) {
	for cell := range strings.SplitSeq(cells, "|") {
		out = append(out, sheet.Cell{Kind: sheet.Text, Text: cell})
	}
	return out
}

func TestADateIsReadHoweverHRWritesIt(t *testing.T) {
	april := Date{2025, 4, 1}
	all := written("2025-04-01|2025/4/1|２０２５／４／１|2025年4月1日|令和7年4月1日|R7.4.1|Apr 1, 2025|1 April 2025|20250401|45748|2025/4/1(火)|2025-04-01 09:30")
	all = append(all, sheet.Cell{Kind: sheet.Number, Text: "45748", Number: 45748},
		sheet.Cell{Kind: sheet.Date, Text: "2025-04-01", Time: time.Date(2025, 4, 1, 13, 5, 0, 0, time.UTC)})
	tab := oneColumn(all...)
	r := &reader{}
	for _, w := range tab.rows {
		if got := r.date(tab, w, "x"); got != april || len(r.problems) > 0 {
			t.Errorf("row %d is read as %v with %v", w.number, got, list(r.problems))
		}
	}
	for cell, want := range map[string]string{
		"": "", "-": "", "該当なし": "", "N/A": "", "未": "", "いいえ": "", "なし": "", "0": "",
		"未受講": "", "予定": "", "済": "data-date-yes", "○": "data-date-yes", "2025-02-31": "data-date-bad", "4月1日": "data-date-bad", "soon": "data-date-bad", "3/4/2025": "data-date-ambiguous",
	} {
		r := &reader{}
		tab := oneColumn(written(cell)...)
		got := r.date(tab, tab.rows[0], "x")
		told := ""
		if len(r.problems) > 0 {
			told = string(r.problems[0].ID)
		}
		if !got.IsZero() || told != want {
			t.Errorf("%q is read as %v with %q, want no date and %q", cell, got, told, want)
		}
	}
}

func TestADateOfAColumnSaysHowTheOthersAreMeant(t *testing.T) {
	for cells, want := range map[string]Date{"3/4/2025|25/4/2025": {2025, 4, 3}, "3/4/2025|4/25/2025": {2025, 3, 4}} {
		r := &reader{}
		tab := oneColumn(written(cells)...)
		if got := r.date(tab, tab.rows[0], "x"); got != want || len(r.problems) > 0 {
			t.Errorf("the first of %s is read as %v with %v, want %v", cells, got, list(r.problems), want)
		}
	}
}

func TestALengthOfTimeIsReadInMinutes(t *testing.T) {
	cells := append(written("90|90分|1:30|1時間30分|1.5h|1時間半|９０|90 min"), sheet.Cell{Kind: sheet.Clock, Text: "1:30", Number: 0.0625}, sheet.Cell{Kind: sheet.Number, Text: "90", Number: 90})
	r := &reader{}
	tab := oneColumn(cells...)
	for _, w := range tab.rows {
		if got := r.minutes(tab, w, "x"); got != 90 || len(r.problems) > 0 {
			t.Errorf("row %d is read as %d with %v", w.number, got, list(r.problems))
		}
	}
	tab = oneColumn(written("0|601|long|-5")...)
	for _, w := range tab.rows {
		r := &reader{}
		if got := r.minutes(tab, w, "x"); got != 0 || len(r.problems) != 1 {
			t.Errorf("row %d is read as %d with %v, want a problem", w.number, got, list(r.problems))
		}
	}
}

func TestAnErrorCellIsAProblemInAnyFormat(t *testing.T) {
	for _, cell := range []sheet.Cell{{Kind: sheet.Error, Text: "#N/A"}, {Kind: sheet.Text, Text: "#N/A"}, {Kind: sheet.Text, Text: "#REF!"}} {
		r := &reader{}
		tab := oneColumn(cell)
		r.shape(tab)
		if list(r.problems) != ":2 (A x): data-cell-error\n" || tab.cell(tab.rows[0], "x") != "" {
			t.Errorf("%s: got %q and %s", cell.Text, tab.cell(tab.rows[0], "x"), list(r.problems))
		}
	}
}

func TestTopicsAreOneACell(t *testing.T) {
	for cell, want := range map[string]string{"生成AI;キャリア;生成AI;": "生成AI|キャリア", "生成AI、キャリア": "生成AI|キャリア", "生成AI；キャリア": "生成AI|キャリア", "AI, career": "AI|career", "該当なし": "", "": ""} {
		if got := strings.Join(topics(cell), "|"); got != want {
			t.Errorf("the topics of %q are %s, want %s", cell, got, want)
		}
	}
}

func TestTheFingerprintSeesWorkbooks(t *testing.T) {
	key := []byte("0123456789abcdef0123456789abcdef")
	print := func(more ...txtar.File) string {
		root := folder(t, more...)
		got, err := Fingerprint(root, root, "c1", key)
		if err != nil || !HasData(root, "c1") {
			t.Fatalf("data: %v, %v", HasData(root, "c1"), err)
		}
		return got
	}
	gone := csvGone("participants", "pairs", "sessions", "goals", "survey-before", "survey-after")
	one := print(append(gone, workbook(t, "名簿.xlsx", tab{name: "名簿", rows: roster}))...)
	if two := print(append(gone, workbook(t, "名簿.xlsx", tab{name: "名簿", rows: roster[:3]}))...); two == one {
		t.Error("a row fewer leaves the fingerprint as it was")
	}
	lock := txtar.File{Name: "cohorts/c1/~$名簿.xlsx", Data: []byte("x")}
	if open := print(append(gone, workbook(t, "名簿.xlsx", tab{name: "名簿", rows: roster}), lock)...); open != one {
		t.Error("a workbook that is open in Excel changes the fingerprint")
	}
	if root := folder(t, append(gone, lock)...); HasData(root, "c1") {
		t.Error("a lock file counts as data")
	}
}
