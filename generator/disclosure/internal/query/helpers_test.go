package query

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// marker stands in values, names, statements and passwords: no message may
// hold it.
const marker = "ZQX"

// from is a source whose statement is at line 9 of a cohort.yaml.
func from(statement string) Source {
	at := func(line int) diag.Pos { return diag.Pos{File: "cohorts/c1/cohort.yaml", Line: line} }
	return Source{Table: "participants", SQL: statement, Variable: "HR_DB", Pos: at(8), SQLPos: at(9)}
}

// told is one line a problem: where and which. It fails where a message holds
// the marker.
func told(t *testing.T, problems []diag.Problem) string {
	t.Helper()
	var out []string
	for _, p := range problems {
		for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
			if text := p.Pos.In(lang) + p.Message(lang); strings.Contains(text, marker) {
				t.Errorf("the message holds what was to stay out: %s", text)
			}
		}
		if def, _ := diag.Lookup(p.ID); def.Excerpt {
			t.Errorf("%s may show a line of cohort.yaml", p.ID)
		}
		out = append(out, fmt.Sprintf("%s %s", strings.TrimPrefix(p.Pos.String(), "cohorts/c1/cohort.yaml"), p.ID))
	}
	return strings.Join(out, "\n")
}

// shown is the cells of the rows, one row a line.
func shown(rows []sheet.Row) string {
	var b strings.Builder
	kinds := "-TNDCBE"
	for _, w := range rows {
		fmt.Fprint(&b, w.Number)
		for _, c := range w.Cells {
			fmt.Fprintf(&b, " %c:%s", kinds[c.Kind], c.Text)
			if c.Kind == sheet.Date && c.Time.Format("2006-01-02 15:04:05")[:len(c.Text)] != c.Text {
				fmt.Fprintf(&b, " (its time is %s)", c.Time)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// good reads a statement that has no problem.
func good(t *testing.T, address, statement string) []sheet.Row {
	t.Helper()
	w, problems := Read(from(statement), address, Limits{})
	if text := told(t, problems); text != "" || len(w.Sheets) != 1 {
		t.Fatalf("%s\nproblems: %s, sheets: %d", statement, text, len(w.Sheets))
	}
	if w.Sheets[0].Name != "participants" || w.Format != Format {
		t.Errorf("got sheet %q of format %q", w.Sheets[0].Name, w.Format)
	}
	return w.Sheets[0].Rows
}

// sqliteWith makes a database of statements and gives its address and path.
func sqliteWith(t *testing.T, statements ...string) (address, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "人事 "+marker+" #1?.db")
	db, err := sql.Open("sqlite", "file:"+strings.NewReplacer("#", "%23", "?", "%3F", " ", "%20").Replace(filepath.ToSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return "sqlite:" + path, path
}

// unchanged fails where a statement changed a file or left one beside it.
func unchanged(t *testing.T, path string) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		after, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(before, after) {
			t.Errorf("the database was changed (%v)", err)
		}
		if beside, _ := os.ReadDir(filepath.Dir(path)); len(beside) != 1 {
			t.Errorf("beside the database there are now %v", beside)
		}
	})
}
