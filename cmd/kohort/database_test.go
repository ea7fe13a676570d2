package main

import (
	"database/sql"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// databaseOf makes a database of SQLite whose table people holds the rows of a
// CSV file.
func databaseOf(t *testing.T, path, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE TABLE people ("` + strings.Join(rows[0], `", "`) + `")`); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		if _, err := db.Exec(`INSERT INTO people VALUES ('` + strings.Join(row, `', '`) + `')`); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCanaryInADatabase runs the commands over a cohort whose participants come
// from a database, reached or not, and looks for the canary, for the password
// and for the statement in all that they print and write. She stands in for
// password, path and text of the statement too.
func TestCanaryInADatabase(t *testing.T) {
	folder := canaryHandbook(t)
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	cohort := filepath.Join(folder, "cohorts/2024-autumn")
	file := filepath.Join(t.TempDir(), "Q818641864.db")
	databaseOf(t, file, filepath.Join(cohort, "participants.csv"))
	if err := os.Remove(filepath.Join(cohort, "participants.csv")); err != nil {
		t.Fatal(err)
	}
	settings, err := os.ReadFile(filepath.Join(cohort, "cohort.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	all := `SELECT * FROM people WHERE name <> 'xqzvanswer' ORDER BY id`
	cases := []struct{ address, statement, want string }{
		{"sqlite:" + file, all, ""},
		{"sqlite:" + file, `SELECT id, name, 'xqzvstatus' AS role, department FROM people`, "data-word-unknown"},
		{"sqlite:" + file, `SELECT * FROM Q818641864`, "query-name"},
		{"sqlite:" + file, `SELECT * FORM people WHERE name = '鴛鴦淵 澪桜'`, "query-syntax"},
		{"sqlite:" + file, `DELETE FROM people WHERE name = '鴛鴦淵 澪桜'`, "query-select"},
		{"sqlite:" + file, `SELECT json(name) FROM people WHERE id = 'Q818641864'`, "query-statement"},
		{"sqlite:" + file + ".gone", all, "query-file-missing"},
		{"postgres://hr:xqzvanswer@127.0.0.1:1/Q818641864", all, "query-unreachable"},
		{"postgres://hr:xqzvanswer%zz@127.0.0.1/hr", all, "query-address"},
		{"xqzvanswer", all, "query-address"},
		{"", all, "query-variable"},
	}
	if server := os.Getenv("KOHORT_TEST_POSTGRES"); server != "" {
		_, host, _ := strings.Cut(server, "@")
		cases = append(cases, []struct{ address, statement, want string }{
			{server, `SELECT '鴛鴦淵 澪桜'::date AS id`, "query-statement"},
			{server, `SELECT '鴛鴦淵 澪桜' AS id, 'Q818641864' AS name FROM xqzvstatus`, "query-name"},
			{"postgres://hr:xqzvanswer@" + host, all, "query-login"},
		}...)
	}
	for _, c := range cases {
		t.Run(c.want+" "+c.statement, func(t *testing.T) {
			t.Setenv("HR_DB", c.address)
			source := "tables:\n  participants:\n    source:\n      database: HR_DB\n      sql: |\n        " + c.statement + "\n"
			put(t, filepath.Join(cohort, "cohort.yaml"), string(settings)+source)
			for _, args := range [][]string{
				{"release", "2024-autumn", "--dry-run", "--lang", "ja"},
				{"release", "2024-autumn", "--dry-run", "--lang", "en", "--format", "sarif"},
				{"data", "2024-autumn", "--lang", "ja"},
				{"data", "2024-autumn", "--lang", "en", "--format", "json"},
			} {
				code, text := say(t, append(args, "--source", folder)...)
				if done := c.want == ""; done != (code == exitDone) || !strings.Contains(text, c.want) {
					t.Errorf("kohort %s: exit code %d, want %q:\n%s", strings.Join(args, " "), code, c.want, text)
				}
			}
			searchFiles(t, temp)
		})
	}
	serveCanary(t, folder)
	put(t, filepath.Join(cohort, "cohort.yaml"), string(settings)+"tables: {participants: {source: {database: \"postgres://hr:xqzvanswer@db/hr\", sql: SELECT 1}}}\n")
	if code, text := say(t, "release", "2024-autumn", "--source", folder, "--lang", "ja"); code != exitProblems || !strings.Contains(text, "source-address") {
		t.Errorf("an address in cohort.yaml: exit code %d\n%s", code, text)
	}
	searchFiles(t, folder)
}
