package query

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"
	"modernc.org/sqlite"

	"kohort/generator/diag"
)

// cause is what is left of a driver's error: the problem, and where in the
// statement. It holds no word of the error. The zero value is no failure.
type cause struct {
	id     diag.ID
	offset int    // in the statement, in characters from 1; 0 is not known
	word   string // else a word of the statement that stands where it fails
}

func (c cause) is() bool { return c.id != "" }

// tell reports a cause.
func (r *reader) tell(c cause) {
	s := r.source
	switch c.id {
	case "query-syntax", "query-name":
		if r.locate(&c); c.offset == 0 {
			r.report(c.id+"-somewhere", s.SQLPos)
			return
		}
		line, character := lineAt(s.SQL, c.offset)
		r.report(c.id, s.SQLPos, diag.SlotInt("line", line), diag.SlotInt("character", character))
	case "query-timeout":
		r.report(c.id, s.SQLPos, diag.SlotInt("seconds", int(r.limits.Time.Seconds())))
	case "query-large":
		r.report(c.id, s.SQLPos, diag.SlotInt("limit", r.limits.MB))
	case "query-select", "query-many", "query-denied", "query-statement":
		r.report(c.id, s.SQLPos)
	default:
		r.report(c.id, s.Pos, diag.Slot("variable", s.Variable))
	}
}

// locate finds the offset of a word that stands in the statement once.
func (r *reader) locate(c *cause) {
	if c.offset > 0 || c.word == "" || strings.Count(r.source.SQL, c.word) != 1 {
		return
	}
	before, _, _ := strings.Cut(r.source.SQL, c.word)
	c.offset = len([]rune(before)) + 1
}

// causeOf looks at a driver's error, which goes no further: it may quote a row.
func causeOf(err error) cause {
	var (
		server  *pgconn.PgError
		connect *pgconn.ConnectError
		file    *sqlite.Error
		large   *pgproto3.ExceededMaxBodyLenErr
		network net.Error
	)
	switch {
	case errors.As(err, &server):
		return ofPostgres(server)
	case errors.As(err, &connect):
		return ofConnect(connect)
	case errors.As(err, &file):
		return ofSQLite(file.Code(), file.Error())
	case errors.As(err, &large):
		return cause{id: "query-large"}
	case errors.Is(err, context.DeadlineExceeded):
		return cause{id: "query-timeout"}
	case errors.As(err, &network), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return cause{id: "query-unreachable"}
	}
	return cause{id: "query-statement"}
}
