package microdata

import (
	"slices"

	"kohort/generator/disclosure/internal/sheet"
)

// Overview is what the files of a cohort were recognised as. Queried apart it
// holds no cell but headers.
type Overview struct {
	Tables []TableOverview // in the order in which they are read
	Unread []Unread        // in order of file and sheet
	// Queried are the tables that databases gave, by name: no file holds them.
	Queried []Queried
}

// TableOverview is one table that was found.
type TableOverview struct {
	Table     string // participants, pairs, sessions, goals, followups, survey-before …
	File      string // path in the handbook, with slashes
	Sheet     string // of a workbook; empty elsewhere
	Format    sheet.Format
	Encoding  sheet.Encoding
	HeaderRow int // as a spreadsheet program counts; 0 where no row was recognised as a header
	Rows      int // below the header, blank ones left out
	Columns   []ColumnOverview
	// HiddenRows are the rows below the header, HiddenColumns the letters of the
	// columns, that are read though the workbook does not show them.
	HiddenRows    []int
	HiddenColumns []string
}

// ColumnOverview is one column of a table with a recognised header.
type ColumnOverview struct {
	Letter                  string // C
	Header                  string // as written in the file, in one line
	Name                    string // the column that it is, such as department or a question's code; empty: not read
	Filled, Empty, Distinct int    // cells: a word for no answer is empty, an error cell is neither
}

// Unread is a file or sheet with cells that no table is read from.
type Unread struct{ File, Sheet string }

// overlook adds a table to the overview.
func (r *reader) overlook(t *table, g grid) {
	o := TableOverview{Table: t.name, File: t.file, Sheet: t.sheet, Format: g.format, Encoding: g.encoding, HeaderRow: t.headerRow, Rows: len(t.rows)}
	for i, c := range t.columns {
		if t.headers[i] == "" && c.name == "" && t.emptyColumn(i) {
			continue
		}
		column := ColumnOverview{Letter: sheet.Letter(i + 1), Header: t.headers[i], Name: c.name}
		seen := map[string]bool{}
		for _, w := range t.rows {
			switch cell := w.at(i); {
			case cell.Kind == sheet.Error:
			case cell.Kind == sheet.Empty:
				column.Empty++
			default:
				column.Filled++
				seen[text(cell.Text)] = true
			}
		}
		column.Distinct = len(seen)
		o.Columns = append(o.Columns, column)
	}
	for _, number := range g.hiddenRows {
		if _, read := slices.BinarySearchFunc(t.rows, number, func(w row, n int) int { return w.number - n }); read {
			o.HiddenRows = append(o.HiddenRows, number)
		}
	}
	for _, column := range g.hiddenColumns {
		if column <= len(t.columns) && t.columns[column-1].name != "" {
			o.HiddenColumns = append(o.HiddenColumns, sheet.Letter(column))
		}
	}
	r.overview.Tables = append(r.overview.Tables, o)
}
