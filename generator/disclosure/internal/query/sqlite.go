package query

import (
	"context"
	"database/sql"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// sqliteFile is a database of SQLite in a file.
type sqliteFile struct {
	path string
	rest os.FileInfo // of the file, where it has a write-ahead log that nobody uses
}

// memory is how many KiB SQLite keeps in memory, which is more than it needs
// to sort a cohort's rows. What is beyond that it puts into a temporary file
// that no other program can open and that ends with it.
const memory = "65536"

func (f *sqliteFile) open(Limits) (*sql.DB, cause) {
	if file, err := os.Stat(f.path); err != nil || !file.Mode().IsRegular() {
		return nil, cause{id: "query-file-missing"}
	}
	path := filepath.ToSlash(f.path)
	if !strings.HasPrefix(path, "/") { // C:/… is /C:/… in an address
		path = "/" + path
	}
	options := url.Values{"mode": {"ro"}, "_dqs": {"0"}, "_defensive": {"1"}, "_pragma": {
		"query_only(1)", "trusted_schema(0)", "busy_timeout(5000)", "cache_size(-" + memory + ")",
	}}
	if f.rest = atRest(f.path); f.rest != nil {
		options.Set("immutable", "1")
	}
	address := url.URL{Scheme: "file", Path: path, OmitHost: true, RawQuery: options.Encode()}
	connector, err := sqlite.NewConnector(address.String())
	if err != nil {
		return nil, cause{id: "query-file-missing"}
	}
	return sql.OpenDB(connector), cause{}
}

// atRest tells a database with a write-ahead log that nobody has open from all
// others, for which it gives nil. SQLite makes two files beside such a one to
// read it, and leaves them there where it may not write; without them it takes
// the file for one that does not change.
func atRest(path string) os.FileInfo {
	const version = 18 // where the header has how it is written (SQLite file format, 1.3.3)
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	header := make([]byte, version+2)
	_, err = io.ReadFull(file, header)
	info, failed := file.Stat()
	if _, used := os.Lstat(path + "-wal"); err != nil || failed != nil || header[version+1] != 2 || used == nil {
		return nil
	}
	return info
}

// check tells whether somebody began to write to a database that was at rest.
func (f *sqliteFile) check() cause {
	if f.rest == nil {
		return cause{}
	}
	now := atRest(f.path)
	if now == nil || now.Size() != f.rest.Size() || !now.ModTime().Equal(f.rest.ModTime()) {
		return cause{id: "query-busy"}
	}
	return cause{}
}

// begin starts a transaction and, after it, lets through nothing but reading:
// no other file can be attached, and no setting taken back.
func (f *sqliteFile) begin(ctx context.Context, conn *sql.Conn, l Limits) (*sql.Tx, cause) {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return nil, causeOf(err)
	}
	for id, most := range map[int]int{sqlite3.SQLITE_LIMIT_LENGTH: l.MB << 20, sqlite3.SQLITE_LIMIT_ATTACHED: 0} {
		if _, err := sqlite.Limit(conn, id, most); err != nil {
			return nil, cause{id: "query-statement"}
		}
	}
	return tx, guard(conn)
}

// guard has SQLite ask before it compiles a statement.
func guard(conn *sql.Conn) cause {
	guarded := false
	err := conn.Raw(func(driver any) error {
		r, ok := driver.(sqlite.AuthorizerRegisterer)
		if ok {
			guarded = r.RegisterAuthorizer(readOnly) == nil
		}
		return nil
	})
	if err != nil || !guarded {
		return cause{id: "query-statement"}
	}
	return cause{}
}

// readOnly lets a statement select, read columns, call functions and recur,
// and a transaction end.
func readOnly(action sqlite.AuthorizerActionCode, _, _, _, _ string) sqlite.AuthorizerReturnCode {
	switch action {
	case sqlite.AuthSelect, sqlite.AuthRead, sqlite.AuthFunction, sqlite.AuthRecursive, sqlite.AuthTransaction:
		return sqlite.AuthorizerOK
	}
	return sqlite.AuthorizerDeny
}
