package diag

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func cells(id ID, letter string, rows ...int) (out []Problem) {
	for _, row := range rows {
		out = append(out, New(id, Pos{File: "名簿.xlsx", Sheet: "名簿", Line: row, Letter: letter, Field: "joined"}))
	}
	return out
}

func TestABadColumnIsToldInFewLines(t *testing.T) {
	rows := make([]int, 300)
	for i := range rows {
		rows[i] = i + 2
	}
	problems := append(cells("data-date-bad", "G", rows...), cells("data-cell-error", "G", 3, 9)...)
	problems = append(problems, cells("data-email-bad", "D", 2, 3, 4, 5, 6, 7)...)
	got := Gather(Sort(problems))
	if len(got) != 5+1+2+6 {
		t.Fatalf("got %d problems, want five and the rest of column G, the others one by one", len(got))
	}
	told := 0
	var rest Problem
	for _, p := range got {
		told += 1 + len(p.More)
		if len(p.More) > 0 {
			rest = p
		}
	}
	if told != len(problems) {
		t.Errorf("%d of %d problems are told", told, len(problems))
	}
	for lang, want := range map[Lang]string{
		English:  "the same in 295 more cells of this column: rows 7–301",
		Japanese: "この列のほかの295個のセル（7〜301行目）も同じです",
	} {
		if got := rest.Message(lang); got != want {
			t.Errorf("%s: got %q, want %q", lang, got, want)
		}
	}
	var b bytes.Buffer
	if err := JSON(&b, []Problem{rest}, English); err != nil || !strings.Contains(b.String(), `"line": 7`) || strings.Count(b.String(), "\n      ") != 294 {
		t.Errorf("JSON does not name every row: %v", err)
	}
}

func TestColumnsKindsAndFilesAreGatheredApart(t *testing.T) {
	var problems []Problem
	for i := range 7 {
		problems = append(problems, New("data-date-bad", Pos{File: fmt.Sprintf("%d.csv", i%2), Line: i + 2, Letter: "G", Field: "joined"}))
		problems = append(problems, New("yaml-unknown-key", Pos{File: "cohort.yaml", Line: i + 2, Column: 3}, Slot("key", "x"), Slot("nearest", "y")))
		problems = append(problems, New("data-date-bad", Pos{File: "a.csv", Line: 2, Letter: string(rune('A' + i)), Field: "joined"}))
	}
	if got := Gather(Sort(problems)); len(got) != len(problems) {
		t.Errorf("of %d problems of different columns %d are left", len(problems), len(got))
	}
	var rows []Problem
	for i := range 8 {
		rows = append(rows, New("data-cell-count", Pos{File: "a.csv", Line: i + 2}, SlotInt("wanted", 3), SlotInt("got", 4)))
	}
	got := Gather(rows)
	if len(got) != 6 || got[5].Message(English) != "the same in 3 more rows: rows 7–9" {
		t.Errorf("got %d problems, the last of them %q", len(got), got[len(got)-1].Message(English))
	}
}

func TestHeadersThatSayNothingAreToldAtOnce(t *testing.T) {
	var problems []Problem
	for _, letter := range []string{"B", "C", "AA"} {
		problems = append(problems, New("data-column-unknown", Pos{File: "a.csv", Line: 1, Letter: letter}, Slot("columns", "id"), Slot("table", "participants")))
	}
	problems = append(problems, New("data-column-passed", Pos{File: "a.csv", Line: 1, Letter: "D"}, Slot("column", "id"), Slot("first", "A"), Slot("name", "id"), Slot("table", "participants")))
	got := Gather(Sort(problems))
	if len(got) != 3 || got[1].ID != "data-column-unknown" || got[1].Message(Japanese) != "ほかの2列（C, AA）も同じです" {
		t.Errorf("got %d problems, want the first of B, C and AA, the rest, and D", len(got))
	}
}
