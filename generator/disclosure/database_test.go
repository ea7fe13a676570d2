package disclosure

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	_ "modernc.org/sqlite"

	"kohort/generator/diag"
)

// moveToDatabase puts participants.csv of the small handbook into a database
// of SQLite, and gives the path of that.
func moveToDatabase(t *testing.T, p Place) string {
	t.Helper()
	folder := filepath.Join(p.Handbook, "cohorts", small)
	data, err := os.ReadFile(filepath.Join(folder, "participants.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hr.db")
	fill(t, path, `CREATE TABLE people (`+strings.Join(rows[0], ", ")+`)`)
	for _, row := range rows[1:] {
		fill(t, path, `INSERT INTO people VALUES ('`+strings.Join(row, `', '`)+`')`)
	}
	settings, err := os.ReadFile(filepath.Join(folder, "cohort.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "cohort.yaml"), append(settings, []byte(`tables:
  participants:
    source: {database: HR_DB, sql: SELECT * FROM people ORDER BY id}
`)...))
	if err := os.Remove(filepath.Join(folder, "participants.csv")); err != nil {
		t.Fatal(err)
	}
	return path
}

func fill(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func TestADatabaseReleasesWhatTheFileDoes(t *testing.T) {
	file, database := smallHandbook(t), smallHandbook(t)
	path := moveToDatabase(t, database)
	t.Setenv("HR_DB", "sqlite:"+path)
	var releases []string
	for _, p := range []Place{file, database} {
		sum, problems, err := Release(ReleaseInput{Place: p, Cohort: small})
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		made, err := os.ReadFile(filepath.Join(p.Handbook, sum.File))
		if err != nil {
			t.Fatal(err)
		}
		releases = append(releases, string(made))
	}
	if releases[0] != releases[1] {
		t.Errorf("from the file:\n%s\nfrom the database:\n%s", releases[0], releases[1])
	}
}

func TestABuildAsksNoDatabase(t *testing.T) {
	p := smallHandbook(t)
	path := moveToDatabase(t, p)
	t.Setenv("HR_DB", "sqlite:"+path)
	if _, problems, err := Release(ReleaseInput{Place: p, Cohort: small}); err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	fill(t, path, `UPDATE people SET role = 'ZQX' WHERE id = 'E20100'`)
	if _, problems := load(t, LoadInput{Place: p}); len(problems) > 0 {
		t.Errorf("a build tells of data that it cannot know: %v", problems)
	}
	_, _, problems, err := Current(ReleaseInput{Place: p})
	if got := strings.Join(ids(problems), " "); err != nil || got != "data-word-unknown" {
		t.Errorf("a preview gives %q (%v), want the problem of the row as it is now", got, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	released, told := load(t, LoadInput{Place: p})
	if len(told) > 0 {
		t.Errorf("without its database a build gives %v", told)
	}
	t.Setenv("HR_DB", "")
	current, _, problems, err := Current(ReleaseInput{Place: p})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	was, _ := released.Cohort(small)
	if now, _ := current.Cohort(small); len(was.Tables()) == 0 || !sameFigures(was, now) {
		t.Error("who has not the address does not see the cohort as it was released")
	}
}

// TestACopyHoldsWhatADatabaseGave holds that HR finds the row of a problem in
// the copy, though no file has it, and that the report holds no cell.
func TestACopyHoldsWhatADatabaseGave(t *testing.T) {
	p := smallHandbook(t)
	path := moveToDatabase(t, p)
	t.Setenv("HR_DB", "sqlite:"+path)
	fill(t, path, `UPDATE people SET role = 'ZQX' WHERE id = 'E20100'`)
	out := filepath.Join(t.TempDir(), "check.xlsx")
	report, problems, err := InspectData(DataInput{Place: p, Cohort: small, Copy: out})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(problems, func(p diag.Problem) bool { return p.ID == "data-word-unknown" })
	if i < 0 || strings.Contains(fmt.Sprintf("%+v", report), "ZQX") {
		t.Fatalf("got %v, and a report that holds a cell or not: %+v", problems, report)
	}
	f, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	at := problems[i].Pos
	if got, err := f.GetCellValue("participants", at.Cell()); err != nil || got != "ZQX" {
		t.Errorf("participants!%s: got %q (%v), want the cell of the problem", at.Cell(), got, err)
	}
	if comments, err := f.GetComments("participants"); err != nil || len(comments) != 1 || comments[0].Cell != at.Cell() {
		t.Errorf("comments: got %+v (%v), want one of %s", comments, err, at.Cell())
	}
}
