// Package query reads a table from a database, where HR's data stands in one
// and not in a file.
//
// It takes a Source, which is one SELECT and the address of a database, and
// gives rows of cells as package sheet does; its two main types are Source and
// Limits. It knows SQLite and PostgreSQL. It refuses every statement that is
// not one SELECT, opens nothing for writing, and stops after a time and at a
// size that are out of all proportion for a cohort. No error of a driver leaves
// it, since these quote values, statements and addresses with their passwords:
// a problem names a line of cohort.yaml and the environment variable, or a cell.
package query

import (
	"context"
	"database/sql"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// Source is where the rows of a table come from.
type Source struct {
	Table    string   // its name, such as participants: positions show it as the sheet
	SQL      string   // one SELECT, whose columns have the headers that a file's would have
	Variable string   // the environment variable that holds the address, for messages
	SQLPos   diag.Pos // of the statement in cohort.yaml
	Pos      diag.Pos // of the variable's name there
}

// Limits are what a query may take; a zero stands for the package's own.
type Limits struct {
	Rows, Columns int
	MB            int           // of all cells together, as they stand in memory
	Time          time.Duration // from opening the connection to the last row
}

func (l Limits) orDefault() Limits {
	for _, f := range []struct {
		at    *int
		value int
	}{{&l.Rows, 50_000}, {&l.Columns, 1_000}, {&l.MB, 24}} {
		if *f.at == 0 {
			*f.at = f.value
		}
	}
	if l.Time == 0 {
		l.Time = 30 * time.Second
	}
	return l
}

// Format is what a Workbook says of rows that a database gave.
const Format sheet.Format = "sql"

// Read asks the database at address for the rows of s. They come as the only
// sheet of a workbook, called as the table is, with the names of the columns as
// row 1; NULL is an empty cell. address is sqlite:PATH or postgres://…; empty,
// the variable is not set. Where there is a problem there are no rows.
func Read(s Source, address string, limits Limits) (sheet.Workbook, []diag.Problem) {
	r := reader{source: s, limits: limits.orDefault()}
	w := sheet.Workbook{Format: Format, Encoding: sheet.UTF8}
	e, ok := r.engine(address)
	if id := refusal(s.SQL); id != "" {
		r.report(id, s.SQLPos)
	}
	if !ok || len(r.problems) > 0 {
		return w, r.problems
	}
	ctx, cancel := context.WithTimeout(context.Background(), r.limits.Time)
	defer cancel()
	rows := r.ask(ctx, e)
	if len(r.problems) == 0 {
		w.Sheets = []sheet.Sheet{{Name: s.Table, Rows: rows}}
	}
	return w, r.problems
}

// reader reads one source and gathers its problems.
type reader struct {
	source   Source
	limits   Limits
	problems []diag.Problem
}

func (r *reader) report(id diag.ID, at diag.Pos, args ...diag.Arg) {
	r.problems = append(r.problems, diag.New(id, at, args...))
}

// cell is the position of a cell of the result; row and column are from 1.
func (r *reader) cell(row, column int) diag.Pos {
	return diag.Pos{File: r.source.SQLPos.File, Sheet: r.source.Table, Line: row, Letter: sheet.Letter(column)}
}

// engine is a kind of database.
type engine interface {
	// open gives a pool that has made no connection yet.
	open(Limits) (*sql.DB, cause)
	// begin starts a transaction in which nothing can be written.
	begin(context.Context, *sql.Conn, Limits) (*sql.Tx, cause)
	// check tells, after all rows, why they may not belong together.
	check() cause
}

// ask runs the statement and reads its rows.
func (r *reader) ask(ctx context.Context, e engine) []sheet.Row {
	db, failed := e.open(r.limits)
	if failed.is() {
		r.tell(failed)
		return nil
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		r.tell(causeOf(err))
		return nil
	}
	defer conn.Close()
	tx, failed := e.begin(ctx, conn, r.limits)
	if failed.is() {
		r.tell(failed)
		return nil
	}
	defer tx.Rollback()
	ctx, stop := context.WithCancel(ctx)
	rows, err := tx.QueryContext(ctx, r.source.SQL)
	if err != nil {
		stop()
		r.tell(causeOf(err))
		return nil
	}
	defer rows.Close()
	defer stop() // first, or Close reads on to the last row
	out := r.rows(rows)
	if failed := e.check(); failed.is() {
		r.tell(failed)
	}
	return out
}
