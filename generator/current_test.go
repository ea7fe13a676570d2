package generator_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/internal/sitetest"
)

// TestAPreviewAsksADatabaseOnceForEachChangeOfData holds that a page that
// changes asks none, that a changed setting of a cohort does, and that one that
// could not be had is asked again.
func TestAPreviewAsksADatabaseOnceForEachChangeOfData(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "handbook")
	sitetest.Write(t, folder, `
-- site.yaml --
title: Mentoring
languages: [en]
-- pages/index.md --
# Welcome
-- cohorts/2026-autumn/cohort.yaml --
title: Autumn
start: 2026-10-01
end: 2027-03-31
tables:
  participants:
    source: {database: HR_DB, sql: SELECT * FROM people ORDER BY id}
`)
	path := filepath.Join(t.TempDir(), "hr.db")
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE people (id, name, role, department);
		INSERT INTO people VALUES ('21', '三浦 葵', 'mentor', '営業部'), ('22', '森本 海', 'mentee', '営業部'), ('23', '柴田 凛', 'mentor', '法務部'), ('24', '遠藤 湊', 'mentee', '法務部'), ('25', '大野 蒼', 'mentee', '法務部')`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HR_DB", "sqlite:"+path)
	rebuild := generator.Preview(generator.Options{Source: folder, Today: sitetest.Today}, func(problems []diag.Problem, _ func(string, int) (string, bool)) string {
		var out []string
		for _, p := range problems {
			out = append(out, string(p.ID))
		}
		return strings.Join(out, " ")
	})
	step := func(about, want string) {
		t.Helper()
		if got := rebuild(context.Background()); strings.Contains(got.Problems, "query-") != (want != "") || !strings.Contains(got.Problems, want) {
			t.Errorf("%s: got problems %q, want %q of the database", about, got.Problems, want)
		}
	}
	add := func(name, text string) {
		t.Helper()
		f, err := os.OpenFile(filepath.Join(folder, name), os.O_APPEND|os.O_WRONLY, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.WriteString(text); err != nil {
			t.Fatal(err)
		}
	}
	step("at the start", "")
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	add("pages/index.md", "\nA page that changed.\n")
	step("after a page changed", "")
	add("cohorts/2026-autumn/cohort.yaml", "# looked at again\n")
	step("after the cohort changed", "query-file-missing")
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	step("when the database is back", "")
}
