package query

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var people = []string{
	`CREATE TABLE people (emp_no TEXT, name TEXT, role TEXT, dept TEXT, joined DATE, seen DATETIME, grade INTEGER, rate REAL, active BOOLEAN, pay NUMERIC, photo BLOB)`,
	`INSERT INTO people VALUES
		('00123', '柏木 涼子', 'mentor', '営業部', '2025-04-01', '2025-04-01 13:05:00', 4, 0.5, 1, 12.50, x'00ff'),
		('00124', '八代 ZQX', 'mentee', NULL, '令和7年4月1日', NULL, 9007199254740993, 1e15, 0, 3, NULL)`,
}

func TestSQLiteValuesBecomeCells(t *testing.T) {
	address, path := sqliteWith(t, people...)
	unchanged(t, path)
	got := shown(good(t, address, `
		-- 参加者; ここまで
		WITH p AS (SELECT * FROM people)
		SELECT emp_no AS "社員番号", name AS 氏名, role, dept, joined, seen, grade, rate, active, pay FROM p ORDER BY emp_no;`))
	want := `1 T:社員番号 T:氏名 T:role T:dept T:joined T:seen T:grade T:rate T:active T:pay
2 T:00123 T:柏木 涼子 T:mentor T:営業部 D:2025-04-01 D:2025-04-01 13:05:00 N:4 N:0.5 N:1 N:12.5
3 T:00124 T:八代 ZQX T:mentee -: T:令和7年4月1日 -: N:9007199254740993 N:1000000000000000 N:0 N:3
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestBlankRowsAndTrailingCellsAreLeftOut(t *testing.T) {
	address, _ := sqliteWith(t, people...)
	got := shown(good(t, address, `SELECT emp_no AS id, dept, NULL AS site FROM people UNION ALL SELECT ' ', '', NULL UNION ALL SELECT '9', NULL, 'x'`))
	want := "1 T:id T:dept T:site\n2 T:00123 T:営業部\n3 T:00124\n5 T:9 -: T:x\n"
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestAResultWithoutRowsHasItsHeader(t *testing.T) {
	address, _ := sqliteWith(t, people...)
	if got := shown(good(t, address, `SELECT emp_no AS id FROM people WHERE 0`)); got != "1 T:id\n" {
		t.Errorf("got %q", got)
	}
}

func TestWhatSQLiteRefusesIsSaidInPlainWords(t *testing.T) {
	address, path := sqliteWith(t, append(people,
		`CREATE TABLE texts (a TEXT)`, `INSERT INTO texts VALUES (CAST(x'8d91' AS TEXT) || 'ZQX'), (CAST(x'8d91' AS TEXT))`,
		`CREATE VIEW recent AS SELECT * FROM people`)...)
	unchanged(t, path)
	none := filepath.Join(t.TempDir(), marker+".db")
	noDatabase := filepath.Join(t.TempDir(), marker+".db")
	if err := os.WriteFile(noDatabase, []byte(strings.Repeat("社員番号,氏名 ZQX\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	endless := `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) `
	for _, c := range []struct {
		name, address, statement string
		limits                   Limits
		want                     string
	}{
		{"no variable", "", "SELECT 1", Limits{}, ":8 query-variable"},
		{"a relative path", "sqlite:hr/ZQX.db", "SELECT 1", Limits{}, ":8 query-address"},
		{"a path alone", none, "SELECT 1", Limits{}, ":8 query-address"},
		{"another scheme", "mysql://hr:ZQX@db/hr", "SELECT 1", Limits{}, ":8 query-address"},
		{"an address of PostgreSQL that is broken", "postgres://hr:ZQX%zz@db:port/hr", "SELECT 1", Limits{}, ":8 query-address"},
		{"no such file", "sqlite:" + none, "SELECT 1", Limits{}, ":8 query-file-missing"},
		{"a folder", "sqlite:" + filepath.Dir(none), "SELECT 1", Limits{}, ":8 query-file-missing"},
		{"no database", "sqlite:" + noDatabase, "SELECT * FROM people", Limits{}, ":8 query-file-broken"},
		{"no statement", address, " -- SELECT ZQX\n", Limits{}, ":9 query-select"},
		{"both wrong", "", "DELETE FROM people", Limits{}, ":8 query-variable\n:9 query-select"},
		{"deleting", address, "DELETE FROM people WHERE name = 'ZQX'", Limits{}, ":9 query-select"},
		{"a setting", address, "PRAGMA query_only = 0", Limits{}, ":9 query-select"},
		{"another file", address, "ATTACH 'ZQX.db' AS z", Limits{}, ":9 query-select"},
		{"writing behind WITH", address, "WITH x AS (SELECT 1) INSERT INTO texts SELECT 'ZQX'", Limits{}, ":9 query-select"},
		{"a setting as a table", address, "SELECT * FROM pragma_query_only", Limits{}, ":9 query-select"},
		{"two statements", address, "SELECT 1; SELECT 'ZQX'", Limits{}, ":9 query-many"},
		{"a slip", address, "SELECT emp_no\nFORM people WHERE name = 'ZQX'", Limits{}, ":9 query-syntax"},
		{"an open bracket", address, "SELECT (emp_no FROM people", Limits{}, ":9 query-syntax"},
		{"an end too early", address, "SELECT emp_no FROM people WHERE", Limits{}, ":9 query-syntax-somewhere"},
		{"no such table", address, "SELECT emp_no FROM ZQX", Limits{}, ":9 query-name"},
		{"no such column", address, "SELECT ZQX FROM people", Limits{}, ":9 query-name"},
		{"no such column in double quotes", address, `SELECT "部署ZQX" FROM people`, Limits{}, ":9 query-name"},
		{"a name that stands twice", address, "SELECT ZQX, ZQX FROM people", Limits{}, ":9 query-name-somewhere"},
		{"no such function", address, "SELECT load_extension('ZQX')", Limits{}, ":9 query-statement"},
		{"a value that cannot be", address, "SELECT json_extract(name, '$.ZQX') FROM people", Limits{}, ":9 query-statement"},
		{"too long", address, endless + "SELECT count(*) FROM n", Limits{Time: 300 * time.Millisecond}, ":9 query-timeout"},
		{"rows without end", address, endless + "SELECT i FROM n", Limits{}, ":9 query-rows-many"},
		{"as many rows as may be", address, "SELECT emp_no FROM people", Limits{Rows: 2}, ""},
		{"one row more", address, "SELECT emp_no FROM people", Limits{Rows: 1}, ":9 query-rows-many"},
		{"many columns", address, "SELECT *, 1 AS ZQX FROM recent", Limits{Columns: 11}, ":9 query-columns-many"},
		{"a large result", address, endless + "SELECT hex(zeroblob(10000)) FROM n", Limits{MB: 1}, ":9 query-large"},
		{"a large value", address, "SELECT length(hex(zeroblob(20000000)))", Limits{}, ":9 query-large"},
		{"much work", address, endless + "SELECT i, hex(zeroblob(500)) AS h FROM n ORDER BY h, i DESC", Limits{Time: time.Second}, ":9 query-timeout"},
		{"a long text", address, "SELECT 'x' AS id, hex(zeroblob(16384)) AS name", Limits{}, " ▸ participants!B2 query-cell-large"},
		{"bytes", address, "SELECT emp_no AS id, photo FROM people", Limits{}, " ▸ participants!B2 query-type"},
		{"no text", address, "SELECT a AS ZQX FROM texts", Limits{}, " ▸ participants!A2 query-text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			begun := time.Now()
			w, problems := Read(from(c.statement), c.address, c.limits)
			if got := told(t, problems); got != c.want {
				t.Errorf("%s\ngot:  %s\nwant: %s", c.statement, got, c.want)
			}
			if len(problems) > 0 && len(w.Sheets) > 0 {
				t.Error("there are rows beside a problem")
			}
			if took := time.Since(begun); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestASlipIsShownByLineAndCharacter(t *testing.T) {
	address, _ := sqliteWith(t, people...)
	_, problems := Read(from("SELECT emp_no,\n  '部', FROM people"), address, Limits{})
	if len(problems) != 1 || !strings.Contains(problems[0].Message("en"), "from line 2, character 8 of the SQL") {
		t.Errorf("got %v", problems)
	}
}

func TestALockedDatabaseIsSaidToBeBusy(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for the lock")
	}
	address, path := sqliteWith(t, people...)
	db, err := sql.Open("sqlite", "file:"+strings.NewReplacer("#", "%23", "?", "%3F", " ", "%20").Replace(filepath.ToSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	_, problems := Read(from("SELECT * FROM people"), address, Limits{})
	if got := told(t, problems); got != ":8 query-busy" {
		t.Errorf("got %s", got)
	}
}

func TestADatabaseThatOthersWriteIsRead(t *testing.T) {
	address, path := sqliteWith(t, append([]string{"PRAGMA journal_mode = WAL"}, people...)...)
	db, err := sql.Open("sqlite", "file:"+strings.NewReplacer("#", "%23", "?", "%3F", " ", "%20").Replace(filepath.ToSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range []string{"INSERT INTO people (emp_no) VALUES ('00125')", "BEGIN IMMEDIATE", "DELETE FROM people"} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if rows := good(t, address, "SELECT emp_no AS id FROM people"); len(rows) != 4 {
		t.Errorf("got %d rows, want the header and the 3 that were committed", len(rows))
	}
}

// TestADatabaseAtRestIsLeftAsItIs holds that nothing stays beside one with a
// write-ahead log, which SQLite reads through two more files.
func TestADatabaseAtRestIsLeftAsItIs(t *testing.T) {
	address, path := sqliteWith(t, append([]string{"PRAGMA journal_mode = WAL"}, people...)...)
	unchanged(t, path)
	if rows := good(t, address, "SELECT emp_no AS id FROM people"); len(rows) != 3 {
		t.Errorf("got %d rows, want the header and 2", len(rows))
	}
}

// TestADatabaseThatWakesWhileItIsReadIsSaidToBeBusy holds that no rows of two
// states are taken for one.
func TestADatabaseThatWakesWhileItIsReadIsSaidToBeBusy(t *testing.T) {
	_, path := sqliteWith(t, append([]string{"PRAGMA journal_mode = WAL"}, people...)...)
	f := &sqliteFile{path: path}
	db, failed := f.open(Limits{}.orDefault())
	if failed.is() || f.rest == nil {
		t.Fatalf("got %v, and rest %v", failed, f.rest)
	}
	defer db.Close()
	if c := f.check(); c.is() {
		t.Errorf("at rest: got %s", c.id)
	}
	writer, err := sql.Open("sqlite", "file:"+strings.NewReplacer("#", "%23", "?", "%3F", " ", "%20").Replace(filepath.ToSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := writer.Exec("INSERT INTO people (emp_no) VALUES ('00125')"); err != nil {
		t.Fatal(err)
	}
	if c := f.check(); c.id != "query-busy" {
		t.Errorf("while it is written: got %q", c.id)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if c := f.check(); c.id != "query-busy" {
		t.Errorf("after it was written: got %q", c.id)
	}
}
