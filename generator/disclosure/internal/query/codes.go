package query

import (
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	sqlite3 "modernc.org/sqlite/lib"

	"kohort/generator/diag"
)

// byState are the problems of PostgreSQL's error codes, the first that fits
// (PostgreSQL manual, appendix A). A slot such as $1 is a broken protocol.
var byState = []struct {
	prefix string
	id     diag.ID
}{
	{"28", "query-login"}, {"3D000", "query-login"},
	{"25006", "query-select"},
	{"42601", "query-syntax"},
	{"42501", "query-denied"},
	{"42P01", "query-name"}, {"42703", "query-name"}, {"42883", "query-name"}, {"3F000", "query-name"},
	{"57014", "query-timeout"},
	{"53", "query-busy"}, {"55P03", "query-busy"}, {"57P03", "query-busy"},
	{"08P01", "query-statement"}, {"08", "query-unreachable"}, {"57P", "query-unreachable"},
}

// ofPostgres reads an error of the server. A syntax error without a place is a
// second statement, which the protocol has no room for.
func ofPostgres(e *pgconn.PgError) cause {
	if e.Code == "42601" && e.Position == 0 {
		return cause{id: "query-many"}
	}
	for _, state := range byState {
		if strings.HasPrefix(e.Code, state.prefix) {
			return cause{id: state.id, offset: int(e.Position)}
		}
	}
	return cause{id: "query-statement"}
}

// ofConnect tells a server that offers no encryption from one that is not
// there; pgconn has words for it alone.
func ofConnect(e *pgconn.ConnectError) cause {
	if strings.Contains(e.Error(), "server refused TLS connection") {
		return cause{id: "query-unencrypted"}
	}
	return cause{id: "query-unreachable"}
}

// byCode are the problems of SQLite's primary result codes.
var byCode = map[int]diag.ID{
	sqlite3.SQLITE_BUSY: "query-busy", sqlite3.SQLITE_LOCKED: "query-busy",
	sqlite3.SQLITE_READONLY: "query-select", sqlite3.SQLITE_AUTH: "query-select",
	sqlite3.SQLITE_INTERRUPT: "query-timeout",
	sqlite3.SQLITE_CORRUPT:   "query-file-broken", sqlite3.SQLITE_NOTADB: "query-file-broken",
	sqlite3.SQLITE_CANTOPEN: "query-file-missing", sqlite3.SQLITE_PERM: "query-file-missing", sqlite3.SQLITE_IOERR: "query-file-missing",
	sqlite3.SQLITE_TOOBIG: "query-large", sqlite3.SQLITE_NOMEM: "query-large",
}

// ofSQLite reads a result code. One code stands for all that is wrong with a
// statement: which it is, and at which word, is in the text alone.
func ofSQLite(code int, text string) cause {
	if id, ok := byCode[code&0xff]; ok {
		return cause{id: id}
	}
	if _, rest, ok := strings.Cut(text, `near "`); ok {
		word, _, _ := strings.Cut(rest, `"`)
		return cause{id: "query-syntax", word: word}
	}
	for _, what := range []string{"no such table: ", "no such column: ", "no such function: "} {
		if _, rest, ok := strings.Cut(text, what); ok {
			word, _, _ := strings.Cut(strings.TrimPrefix(rest, `"`), `" - `)
			word, _, _ = strings.Cut(word, " (")
			return cause{id: "query-name", word: word}
		}
	}
	if strings.Contains(text, "incomplete input") || strings.Contains(text, "unrecognized token") {
		return cause{id: "query-syntax"}
	}
	return cause{id: "query-statement"}
}
