package query

import (
	"database/sql"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"
)

// server gives the address of a PostgreSQL server on which the tests may do
// anything, from KOHORT_TEST_POSTGRES, and a pool of it.
func server(t *testing.T) (address string, db *sql.DB) {
	t.Helper()
	address = os.Getenv("KOHORT_TEST_POSTGRES")
	if address == "" {
		if os.Getenv("KOHORT_POSTGRES") == "required" {
			t.Fatal("KOHORT_TEST_POSTGRES names no server")
		}
		t.Skip("KOHORT_TEST_POSTGRES names no server")
	}
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal("KOHORT_TEST_POSTGRES is no address")
	}
	t.Cleanup(func() { db.Close() })
	return address, db
}

// run has the server carry statements out, of which the first may fail.
func run(t *testing.T, db *sql.DB, cleaning string, statements ...string) {
	t.Helper()
	_, _ = db.Exec(cleaning)
	t.Cleanup(func() { _, _ = db.Exec(cleaning) })
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// with gives an address with something else in it.
func with(t *testing.T, address string, change func(*url.URL)) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal("KOHORT_TEST_POSTGRES is no URL")
	}
	change(u)
	return u.String()
}

func option(name, value string) func(*url.URL) {
	return func(u *url.URL) {
		q := u.Query()
		q.Set(name, value)
		u.RawQuery = q.Encode()
	}
}

func TestPostgreSQLValuesBecomeCells(t *testing.T) {
	address, db := server(t)
	run(t, db, `DROP TABLE IF EXISTS members; DROP TYPE IF EXISTS part`,
		`CREATE TYPE part AS ENUM ('mentor', 'mentee')`,
		`CREATE TABLE members (emp_no char(6), name text, role part, joined date, seen timestamp, sent timestamptz,
			grade smallint, number bigint, rate real, share double precision, pay numeric(8,2), active boolean, start time, topics text[])`,
		`INSERT INTO members VALUES
			('00123', '柏木 涼子', 'mentor', '2025-04-01', '2025-04-01 13:05:00', '2025-03-31 23:30:00+00', 4, 9007199254740993, 0.1, 0.1, 12.50, true, '09:30', '{生成AI,キャリア}'),
			('00124', 'ZQX', 'mentee', 'infinity', NULL, '-infinity', NULL, -1, 'NaN', 1e15, 'NaN', false, NULL, NULL),
			('00125', '', NULL, '0044-03-15 BC', '12025-01-01', NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL, '{}')`)
	got := shown(good(t, with(t, address, option("timezone", "Asia/Tokyo")), `
		SELECT emp_no AS "社員番号", name AS 氏名, role, joined, seen, sent, grade, number, rate, share, pay, active, start,
			array_to_string(topics, ';') AS topics FROM members ORDER BY emp_no;`))
	want := `1 T:社員番号 T:氏名 T:role T:joined T:seen T:sent T:grade T:number T:rate T:share T:pay T:active T:start T:topics
2 T:00123  T:柏木 涼子 T:mentor D:2025-04-01 D:2025-04-01 13:05:00 D:2025-04-01 08:30:00 N:4 N:9007199254740993 N:0.1 N:0.1 T:12.50 B:TRUE T:09:30:00 T:生成AI;キャリア
3 T:00124  T:ZQX T:mentee T:infinity -: T:-infinity -: N:-1 N:NaN N:1000000000000000 T:NaN B:FALSE
4 T:00125  -: -: T:-0043-03-15 T:12025-01-01 -: -: -: -: -: T:3.00
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestAServerWithAnEncodingOfItsOwnIsRead(t *testing.T) {
	address, db := server(t)
	run(t, db, `DROP DATABASE IF EXISTS hr_euc`, `CREATE DATABASE hr_euc ENCODING 'EUC_JP' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`)
	got := shown(good(t, with(t, address, func(u *url.URL) { u.Path = "/hr_euc" }), `SELECT '髙橋'::text AS 氏名, current_setting('server_encoding') AS site`))
	if want := "1 T:氏名 T:site\n2 T:髙橋 T:EUC_JP\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWhatPostgreSQLRefusesIsSaidInPlainWords(t *testing.T) {
	address, db := server(t)
	run(t, db, `DROP TABLE IF EXISTS staff; DROP SEQUENCE IF EXISTS numbers; DROP OWNED BY reader; DROP ROLE IF EXISTS reader`,
		`CREATE TABLE staff (emp_no text, name text, topics text[])`, `CREATE SEQUENCE numbers`,
		`INSERT INTO staff VALUES ('00123', '柏木 ZQX', '{ZQX}')`,
		`CREATE ROLE reader LOGIN PASSWORD 'ZQX-reader'`)
	reader := with(t, address, func(u *url.URL) { u.User = url.UserPassword("reader", "ZQX-reader") })
	wrong := with(t, address, func(u *url.URL) { u.User = url.UserPassword("reader", "ZQX-wrong") })
	for _, c := range []struct {
		name, address, statement string
		limits                   Limits
		want                     string
	}{
		{"a wrong password", wrong, "SELECT 1", Limits{}, ":8 query-login"},
		{"no such database", with(t, address, func(u *url.URL) { u.Path = "/ZQX" }), "SELECT 1", Limits{}, ":8 query-login"},
		{"nobody at home", with(t, address, func(u *url.URL) { u.Host = "127.0.0.1:1" }), "SELECT 1", Limits{}, ":8 query-unreachable"},
		{"a server that is none", with(t, address, func(u *url.URL) { u.Host = "zqx.invalid" }), "SELECT 1", Limits{}, ":8 query-unreachable"},
		{"no encryption", with(t, address, option("sslmode", "require")), "SELECT 1", Limits{}, ":8 query-unencrypted"},
		{"a table of others", reader, "SELECT emp_no FROM staff", Limits{}, ":9 query-denied"},
		{"a file of the server", reader, "SELECT pg_read_file('/ZQX')", Limits{}, ":9 query-denied"},
		{"writing behind WITH", address, "WITH x AS (DELETE FROM staff WHERE name LIKE '%ZQX' RETURNING *) SELECT * FROM x", Limits{}, ":9 query-select"},
		{"a new table", address, "SELECT * INTO zqx FROM staff", Limits{}, ":9 query-select"},
		{"a number used up", address, "SELECT nextval('numbers')", Limits{}, ":9 query-select"},
		{"leaving the transaction", address, "SELECT set_config('transaction_read_only', 'off', false)", Limits{}, ":9 query-statement"},
		{"a lock for writing", address, "SELECT * FROM staff FOR UPDATE", Limits{}, ":9 query-select"},
		{"one statement that looks like two", address, `SELECT E'\'; DELETE FROM staff; --'`, Limits{}, ""},
		{"two statements behind a text", address, `SELECT $q$'$q$; DELETE FROM staff --'`, Limits{}, ":9 query-many"},
		{"a slip", address, "SELECT emp_no\nFORM staff WHERE name = 'ZQX'", Limits{}, ":9 query-syntax"},
		{"no such table", address, "SELECT * FROM zqx", Limits{}, ":9 query-name"},
		{"no such column", address, "SELECT zqx FROM staff", Limits{}, ":9 query-name"},
		{"no such function", address, "SELECT zqx(name) FROM staff", Limits{}, ":9 query-name"},
		{"no such schema", address, "SELECT * FROM zqx.staff", Limits{}, ":9 query-name"},
		{"a value that cannot be", address, "SELECT name::date FROM staff", Limits{}, ":9 query-statement"},
		{"a slot", address, "SELECT * FROM staff WHERE name = $1", Limits{}, ":9 query-statement"},
		{"too long", address, "SELECT pg_sleep(20)", Limits{Time: 300 * time.Millisecond}, ":9 query-timeout"},
		{"rows without end", address, "SELECT generate_series(1, 1000000000000)", Limits{}, ":9 query-rows-many"},
		{"many columns", address, "SELECT * FROM staff", Limits{Columns: 2}, ":9 query-columns-many"},
		{"a large result", address, "SELECT repeat('x', 10000) FROM generate_series(1, 200)", Limits{MB: 1}, ":9 query-large"},
		{"a large value", address, "SELECT repeat('x', 100000000)", Limits{}, ":9 query-large"},
		{"a list and a document", address, "SELECT emp_no AS id, topics, to_json(name) AS z FROM staff", Limits{}, " ▸ participants!B1 query-type\n ▸ participants!C1 query-type"},
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
	var rows int
	if err := db.QueryRow(`SELECT count(*) FROM staff`).Scan(&rows); err != nil || rows != 1 {
		t.Errorf("the table has %d rows after all this (%v), want 1", rows, err)
	}
	for range 50 { // the server hears of a connection's end a little later
		if err := db.QueryRow(`SELECT count(*) FROM pg_stat_activity WHERE application_name = 'kohort'`).Scan(&rows); err != nil || rows == 0 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("%d connections are still open", rows)
}

func TestASlipIsShownWhereTheServerFoundIt(t *testing.T) {
	address, _ := server(t)
	_, problems := Read(from("SELECT '髙橋',\n  1, FORM 2"), address, Limits{})
	if len(problems) != 1 || !strings.Contains(problems[0].Message("ja"), "SQL の2行目の11文字目") {
		t.Errorf("got %v", problems)
	}
}

func TestNothingIsSentInTheClearUnlessTheAddressSaysSo(t *testing.T) {
	for _, mode := range []string{"", "disable", "allow", "verify-full"} {
		t.Run("PGSSLMODE="+mode, func(t *testing.T) {
			if t.Setenv("PGSSLMODE", mode); mode == "" {
				os.Unsetenv("PGSSLMODE")
			}
			encrypts(t, mode)
		})
	}
}

func encrypts(t *testing.T, mode string) {
	for address, clear := range map[string]bool{
		"postgres://hr:ZQX@db.example.com/hr":                 false,
		"postgres://hr:ZQX@10.0.0.5/hr":                       false,
		"postgres://hr:ZQX@a.example.com,b.example.com/hr":    false,
		"postgres://hr:ZQX@db.example.com/hr?sslmode=disable": true,
		"postgres://hr:ZQX@db.example.com/hr?sslmode=prefer":  true,
		"postgres://hr:ZQX@db.example.com/hr?sslmode=require": false,
		"postgres://hr:ZQX@localhost/hr":                      true,
		"postgres://hr:ZQX@127.0.0.1:5433/hr":                 true,
		"postgres://hr:ZQX@[::1]/hr":                          true,
	} {
		p, ok := newPostgres(address)
		if !ok {
			t.Fatalf("%s is not read", address)
		}
		got := p.config.TLSConfig == nil
		for _, f := range p.config.Fallbacks {
			got = got || f.TLSConfig == nil
		}
		if mode == "verify-full" && !strings.Contains(address, "sslmode") {
			clear = false // what is stricter counts
		}
		if got != clear {
			t.Errorf("%s: in the clear %v, want %v", address, got, clear)
		}
	}
}
