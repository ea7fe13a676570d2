package microdata

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
)

// hrDatabase makes a database of SQLite with what stands in good.txtar, and
// gives its address.
func hrDatabase(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), marker+".db")
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range []string{
		`CREATE TABLE employees (emp_no TEXT, name TEXT, kana TEXT, mail TEXT, dept TEXT)`,
		`INSERT INTO employees VALUES
			('E20101', '柏木 涼子', 'カシワギ リョウコ', 'ryoko.kashiwagi@example.com', '営業一課'),
			('E20102', '鳥居 修平', 'トリイ シュウヘイ', 'shuhei.torii@example.com', '営業二課'),
			('E20103', '八代 久美', 'ヤシロ クミ', NULL, '法務部'),
			('E20104', '庄司' || char(10) || '律子', 'ショウジ リツコ', 'ritsuko.shoji@example.com', '営業一課'),
			('E20999', 'ZQX', 'ZQX', 'ZQX', '営業一課')`,
		`CREATE TABLE program (emp_no TEXT, role TEXT, oriented DATE, joined DATE, quit DATE)`,
		`INSERT INTO program VALUES
			('E20101', 'mentor', '2025-03-28', '2025-04-01', NULL),
			('E20102', 'メンター', NULL, '2025/4/1', '2025-07-15'),
			('E20103', 'mentee', '2025-04-03', '2025-04-01', NULL),
			('E20104', 'mentee', NULL, NULL, NULL)`,
		`CREATE TABLE answers (emp_no TEXT, code TEXT, value INTEGER)`,
		`INSERT INTO answers VALUES ('E20101', 'trust', 3), ('E20103', 'trust', 4), ('E20103', 'trends', 2), ('E20104', 'trust', NULL)`,
	} {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return "sqlite:" + path
}

// fromDatabase is a cohort.yaml with more below tables.
func fromDatabase(t *testing.T, tables string) txtar.File {
	t.Helper()
	good, err := txtar.ParseFile("testdata/good.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range good.Files {
		if f.Name == "cohorts/c1/cohort.yaml" {
			return txtar.File{Name: f.Name, Data: []byte(string(f.Data) + "tables:\n" + tables)}
		}
	}
	t.Fatal("good.txtar has no cohort.yaml")
	return txtar.File{}
}

const participantsFromDatabase = `  participants:
    source:
      database: HR_DB
      sql: |
        -- the people of this program
        SELECT e.emp_no AS 社員番号, e.name, e.kana, e.mail AS メールアドレス, p.role, e.dept AS 部署,
               p.oriented, p.joined, p.quit AS 離脱日
        FROM employees e JOIN program p USING (emp_no)
        ORDER BY e.emp_no;
`

const surveyFromDatabase = `  survey-before:
    source:
      database: HR_DB
      sql: SELECT emp_no AS respondent, max(iif(code = 'trust', value, NULL)) AS trust, max(iif(code = 'trends', value, NULL)) AS trends FROM answers GROUP BY emp_no
`

func TestATableMayComeFromADatabase(t *testing.T) {
	t.Setenv("HR_DB", hrDatabase(t))
	got, problems := read(folder(t, fromDatabase(t, participantsFromDatabase+surveyFromDatabase),
		txtar.File{Name: "cohorts/c1/participants.csv (removed)"}, txtar.File{Name: "cohorts/c1/survey-before.csv (removed)"}))
	wantProblems(t, problems, "")
	want, _ := read(folder(t))
	for i, p := range got.People {
		if at := (diag.Pos{File: "cohorts/c1/cohort.yaml", Sheet: "participants", Line: i + 2}); p.Pos != at {
			t.Errorf("person %d stands at %v, want %v", i, p.Pos, at)
		}
		got.People[i].Pos = want.People[i].Pos
	}
	want.Columns["department"] = diag.Pos{Letter: "F", Field: "department", Header: "部署"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the files and the database give different cohorts (-files +database):\n%s", diff)
	}
}

func TestProblemsOfADatabaseAreToldAtItsCells(t *testing.T) {
	t.Setenv("HR_DB", hrDatabase(t))
	t.Setenv("HR_DB_GONE", "sqlite:"+filepath.Join(t.TempDir(), marker+".db"))
	source := func(table, database, sql string) string {
		return "  " + table + ":\n    source: {database: \"" + database + "\", sql: \"" + sql + "\"}\n"
	}
	for _, c := range []struct{ name, tables, want string }{
		{"a person twice and a role that is none", source("participants", "HR_DB",
			"SELECT emp_no AS id, name, iif(emp_no = 'E20999', 'ZQX', 'mentor') AS role, iif(emp_no = 'E20102', '営業二課', dept) AS department FROM employees UNION ALL SELECT 'E20101', 'ZQX', 'mentor', '営業一課'"), `
cohorts/c1/cohort.yaml ▸ participants!C6 (role): data-word-unknown
cohorts/c1/cohort.yaml ▸ participants!A7 (id): data-id-twice
`},
		{"no header", source("participants", "HR_DB", "SELECT emp_no AS ZQX, dept AS ZQX2 FROM employees"), `
cohorts/c1/cohort.yaml ▸ participants:1: data-header-missing
`},
		{"a person's row is no header", source("participants", "HR_DB", "SELECT 'ZQX' AS a, 'ZQX' AS b UNION ALL SELECT 'id', 'name'"), `
cohorts/c1/cohort.yaml ▸ participants:1: data-header-missing
`},
		{"nobody", source("goals", "HR_DB", "SELECT NULL AS pair, NULL AS theme, NULL AS status WHERE 0"), ""},
		{"a table that is not there", source("goals", "HR_DB", "SELECT * FROM ZQX"), `
cohorts/c1/cohort.yaml:14:33: query-name
`},
		{"a database that is not there, told once", source("goals", "HR_DB_GONE", "SELECT 1") + source("followups", "HR_DB_GONE", "SELECT 1"), `
cohorts/c1/cohort.yaml:16:14: query-file-missing
`},
		{"a variable that is not set", source("goals", "KOHORT_NOT_SET", "SELECT 1"), `
cohorts/c1/cohort.yaml:14:14: query-variable
`},
		{"an address in the file", source("goals", "postgres://hr:ZQX@db.example.com/hr", "SELECT 1"), `
cohorts/c1/cohort.yaml:14:14: source-address
`},
		{"a half source", "  goals:\n    source: {database: HR_DB}\n", `
cohorts/c1/cohort.yaml:14:5: data-key-missing
`},
		{"an empty source", "  goals:\n    source:\n", `
cohorts/c1/cohort.yaml:14:5: data-key-missing
cohorts/c1/cohort.yaml:14:5: data-key-missing
`},
		{"a file too", "  goals:\n    file: goals.csv\n    source: {database: HR_DB, sql: SELECT 1}\n", `
cohorts/c1/cohort.yaml:14:5: source-and-file
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			more := []txtar.File{fromDatabase(t, c.tables)}
			for _, table := range []string{"participants", "goals"} {
				if strings.Contains(c.tables, "  "+table+":") && !strings.Contains(c.tables, "file:") {
					more = append(more, txtar.File{Name: "cohorts/c1/" + table + ".csv (removed)"})
				}
			}
			if strings.Contains(c.tables, "participants") { // what else names people is not the matter here
				for _, name := range []string{"pairs", "sessions", "goals", "survey-before", "survey-after"} {
					more = append(more, txtar.File{Name: "cohorts/c1/" + name + ".csv (removed)"})
				}
			}
			cohort, problems := read(folder(t, more...))
			var stops []diag.Problem
			for _, p := range problems {
				for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
					if message := p.Pos.In(lang) + p.Message(lang); strings.Contains(message, marker) {
						t.Errorf("the message holds a value, an address or a statement: %s", message)
					}
				}
				if p.Severity() == diag.Error {
					stops = append(stops, p)
				}
			}
			wantProblems(t, stops, strings.TrimPrefix(c.want, "\n"))
			if len(stops) > 0 && len(cohort.People) > 0 {
				t.Error("a cohort with a problem is not empty")
			}
		})
	}
}

func TestAFileBesideADatabaseIsNotRead(t *testing.T) {
	t.Setenv("HR_DB", hrDatabase(t))
	got, problems := read(folder(t, fromDatabase(t, participantsFromDatabase),
		txtar.File{Name: "cohorts/c1/participants.csv", Data: []byte("id,name,role\nZQX,ZQX,ZQX\n")}))
	wantProblems(t, problems, "cohorts/c1/participants.csv: source-file-beside\n")
	if len(got.People) != 4 {
		t.Errorf("got %d people, want the 4 of the database", len(got.People))
	}
}

func TestDataIsThereWhereTheAddressIs(t *testing.T) {
	root := folder(t, fromDatabase(t, participantsFromDatabase), txtar.File{Name: "cohorts/c1/participants.csv (removed)"})
	if HasDatabase(root, "c1") {
		t.Error("there is a database without its address")
	}
	t.Setenv("HR_DB", "sqlite:/nowhere/"+marker+".db")
	if !HasDatabase(root, "c1") || HasDatabase(folder(t), "c1") {
		t.Error("the database of a cohort is told by its cohort.yaml and the variable alone")
	}
}

func TestADatabaseIsNotAskedForAFingerprint(t *testing.T) {
	t.Setenv("HR_DB", "sqlite:/nowhere/"+marker+".db")
	removed := txtar.File{Name: "cohorts/c1/participants.csv (removed)"}
	mark := func(tables string) string {
		root := folder(t, fromDatabase(t, tables), removed)
		out, err := Fingerprint(root, root, "c1", []byte("key"))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	was := mark(participantsFromDatabase)
	if again := mark(participantsFromDatabase); again != was {
		t.Error("two fingerprints of the same settings differ")
	}
	if was == mark(strings.Replace(participantsFromDatabase, "p.joined,", "", 1)) {
		t.Error("another statement has the same fingerprint")
	}
}
