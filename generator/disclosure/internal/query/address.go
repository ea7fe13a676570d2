package query

import (
	"path/filepath"
	"strings"

	"kohort/generator/diag"
)

// engine reads an address. What it says is never part of a message, since it
// holds a password.
func (r *reader) engine(address string) (engine, bool) {
	name := diag.Slot("variable", r.source.Variable)
	address = strings.TrimSpace(address)
	scheme, rest, _ := strings.Cut(address, ":")
	switch strings.ToLower(scheme) {
	case "":
		r.report("query-variable", r.source.Pos, name)
		return nil, false
	case "sqlite", "sqlite3":
		if path := filePath(rest); filepath.IsAbs(path) {
			return &sqliteFile{path: path}, true
		}
	case "postgres", "postgresql":
		if p, ok := newPostgres(address); ok && strings.HasPrefix(rest, "//") {
			return p, true
		}
	}
	r.report("query-address", r.source.Pos, name)
	return nil, false
}

// filePath reads what follows sqlite: in an address: /srv/hr.db, ///srv/hr.db,
// C:\HR\hr.db or ///C:/HR/hr.db. Nothing in it is escaped.
func filePath(rest string) string {
	if strings.HasPrefix(rest, "///") {
		rest = rest[2:]
	}
	if len(rest) > 2 && rest[0] == '/' && rest[2] == ':' { // a drive of Windows
		rest = rest[1:]
	}
	return filepath.FromSlash(rest)
}
