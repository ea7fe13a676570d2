package query

import (
	"database/sql"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// cellBytes is about what a cell takes in memory beside its text.
const cellBytes = 80

// rows reads the rows of a result below its header. They are numbered from 2.
func (r *reader) rows(rows *sql.Rows) []sheet.Row {
	columns, err := rows.ColumnTypes()
	if err != nil {
		r.tell(causeOf(err))
		return nil
	}
	if len(columns) > r.limits.Columns {
		r.report("query-columns-many", r.source.SQLPos, diag.SlotInt("limit", r.limits.Columns))
		return nil
	}
	g := grid{reader: r, refused: make([]bool, len(columns)), fields: make([]field, len(columns))}
	header := make([]sheet.Cell, len(columns))
	into := make([]any, len(columns))
	for i, c := range columns {
		header[i] = textCell(c.Name())
		g.fields[i].float32 = c.DatabaseTypeName() == "FLOAT4"
		if isNested(c.DatabaseTypeName()) {
			g.refuse(1, i, "query-type")
		}
		into[i] = &g.fields[i]
	}
	g.rows = []sheet.Row{{Number: 1, Cells: header}}
	for number := 2; rows.Next(); number++ {
		if err := rows.Scan(into...); err != nil {
			r.tell(causeOf(err))
			return nil
		}
		if !g.add(number) {
			return nil
		}
	}
	if err := rows.Err(); err != nil {
		r.tell(causeOf(err))
		return nil
	}
	return g.rows
}

// isNested says whether values of a type of PostgreSQL hold further ones.
func isNested(name string) bool {
	return strings.HasPrefix(name, "_") || name == "JSON" || name == "JSONB" || name == "XML" || name == "BYTEA"
}

// grid is the rows that were read so far.
type grid struct {
	*reader
	fields  []field // of the row that is read
	refused []bool  // columns of which a problem is told already
	rows    []sheet.Row
	bytes   int
}

// refuse reports what is wrong with a column at the first cell that shows it.
func (g *grid) refuse(row, column int, id diag.ID, args ...diag.Arg) {
	if !g.refused[column] {
		g.refused[column] = true
		g.report(id, g.cell(row, column+1), args...)
	}
}

// add keeps the row that was read and says whether to go on.
func (g *grid) add(number int) bool {
	cells := make([]sheet.Cell, len(g.fields))
	filled := 0
	for i, f := range g.fields {
		switch {
		case f.binary:
			g.refuse(number, i, "query-type")
		case !utf8.ValidString(f.cell.Text) || strings.ContainsRune(f.cell.Text, 0):
			g.refuse(number, i, "query-text")
		case len(f.cell.Text) > maxCell && utf8.RuneCountInString(f.cell.Text) > maxCell:
			g.refuse(number, i, "query-cell-large", diag.SlotInt("limit", maxCell))
		}
		cells[i] = f.cell
		g.bytes += cellBytes + len(f.cell.Text)
		if f.cell.Kind != sheet.Empty {
			filled = i + 1
		}
	}
	switch {
	case number-1 > g.limits.Rows:
		g.report("query-rows-many", g.source.SQLPos, diag.SlotInt("limit", g.limits.Rows))
		return false
	case g.bytes > g.limits.MB<<20:
		g.report("query-large", g.source.SQLPos, diag.SlotInt("limit", g.limits.MB))
		return false
	}
	if filled > 0 {
		g.rows = append(g.rows, sheet.Row{Number: number, Cells: cells[:filled]})
	}
	return true
}

// maxCell is the most characters of a cell, as in a spreadsheet.
const maxCell = 32_767

// field takes a value as the drivers give it.
type field struct {
	float32 bool // values have no more digits than that
	cell    sheet.Cell
	binary  bool // the value is bytes: no text, and nothing that a cell can hold
}

// Scan makes a cell of a value. It gives no error: what cannot be a cell is
// told with its position later.
func (f *field) Scan(value any) error {
	f.cell, f.binary = sheet.Cell{}, false
	switch v := value.(type) {
	case string:
		f.cell = textCell(v)
	case int64:
		f.cell = sheet.Cell{Kind: sheet.Number, Text: strconv.FormatInt(v, 10), Number: float64(v)}
	case float64:
		bits := 64
		if f.float32 {
			bits = 32
		}
		f.cell = sheet.Cell{Kind: sheet.Number, Text: strconv.FormatFloat(v, 'f', -1, bits), Number: v}
	case bool:
		f.cell = sheet.Cell{Kind: sheet.Bool, Text: strings.ToUpper(strconv.FormatBool(v))}
	case time.Time:
		f.cell = sheet.Moment(v)
	case []byte:
		f.binary = true
	}
	return nil
}

func textCell(text string) sheet.Cell {
	if strings.TrimSpace(text) == "" {
		return sheet.Cell{}
	}
	return sheet.Cell{Kind: sheet.Text, Text: text}
}
