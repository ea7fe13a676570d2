package query

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"
)

func TestAnErrorLeavesNothingButItsProblem(t *testing.T) {
	server := func(code string, position int32) error {
		return fmt.Errorf("ZQX: %w", &pgconn.PgError{Code: code, Message: marker, Detail: marker, Position: position})
	}
	for _, c := range []struct {
		err  error
		want cause
	}{
		{server("28P01", 0), cause{id: "query-login"}},
		{server("28000", 0), cause{id: "query-login"}},
		{server("3D000", 0), cause{id: "query-login"}},
		{server("25006", 0), cause{id: "query-select"}},
		{server("42601", 12), cause{id: "query-syntax", offset: 12}},
		{server("42601", 0), cause{id: "query-many"}},
		{server("42P01", 15), cause{id: "query-name", offset: 15}},
		{server("42703", 8), cause{id: "query-name", offset: 8}},
		{server("42501", 0), cause{id: "query-denied"}},
		{server("57014", 0), cause{id: "query-timeout"}},
		{server("53300", 0), cause{id: "query-busy"}},
		{server("55P03", 0), cause{id: "query-busy"}},
		{server("57P03", 0), cause{id: "query-busy"}},
		{server("57P01", 0), cause{id: "query-unreachable"}},
		{server("08006", 0), cause{id: "query-unreachable"}},
		{server("08P01", 0), cause{id: "query-statement"}},
		{server("22007", 0), cause{id: "query-statement"}},
		{&pgproto3.ExceededMaxBodyLenErr{}, cause{id: "query-large"}},
		{io.ErrUnexpectedEOF, cause{id: "query-unreachable"}},
		{errors.New(marker), cause{id: "query-statement"}},
	} {
		if got := causeOf(c.err); got != c.want {
			t.Errorf("%v: got %+v, want %+v", c.err, got, c.want)
		}
	}
}
