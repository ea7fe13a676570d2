package workbook

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// TestATableOfADatabaseHasASheet holds that its rows stand at the numbers that
// problems give, and that what looks like a formula stays a text.
func TestATableOfADatabaseHasASheet(t *testing.T) {
	const path = "cohorts/2026-autumn/cohort.yaml"
	text := func(s string) sheet.Cell { return sheet.Cell{Kind: sheet.Text, Text: s} }
	rows := []sheet.Row{
		{Number: 1, Cells: []sheet.Cell{text("id"), text("role"), text("joined")}},
		{Number: 2, Cells: []sheet.Cell{{Kind: sheet.Number, Text: "9007199254740993", Number: 9007199254740993}, text("=1+1"), sheet.Moment(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC))}},
		{Number: 4, Cells: []sheet.Cell{text("00124"), text("mentee")}},
	}
	problems := []diag.Problem{
		diag.New("data-date-bad", diag.Pos{File: path, Sheet: "participants", Line: 4, Letter: "C", Field: "joined"}),
		diag.New("data-key-missing", diag.Pos{File: path, Line: 4}, diag.Slot("key", "sql")),
	}
	data, err := Annotate([]File{{Path: path, Sheet: "participants", Rows: rows}, {Path: csvPath, Data: []byte("pair,date\nP01,2026-05-01\n")}}, problems, diag.English)
	if err != nil {
		t.Fatal(err)
	}
	f := reopen(t, data)
	if got, want := f.GetSheetList(), []string{"Problems", "participants", "sessions.csv"}; !slices.Equal(got, want) {
		t.Errorf("sheets: got %q, want %q", got, want)
	}
	for cell, want := range map[string]string{"A1": "id", "A2": "9007199254740993", "B2": "=1+1", "A3": "", "A4": "00124", "B4": "mentee"} {
		if got := value(t, f, "participants", cell); got != want {
			t.Errorf("%s: got %q, want %q", cell, got, want)
		}
	}
	if note := noteOf(t, f, "participants", "C4"); !strings.Contains(note, problems[0].Message(diag.English)) {
		t.Errorf("C4 has the comment %q", note)
	}
	if style := styleOf(t, f, "participants", "C4"); len(style.Fill.Color) != 1 || style.Fill.Color[0] != colourError {
		t.Errorf("C4 has the background %v", style.Fill.Color)
	}
}
