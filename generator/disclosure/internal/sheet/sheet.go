// Package sheet turns the bytes of a table file, as HR has them, into rows of
// cells.
//
// It takes CSV, TSV and semicolon files in UTF-8, CP932 or UTF-16 and Excel
// workbooks (.xlsx, .xlsm, .xltx), told apart by content and never by name,
// and gives a Workbook. Its two main types are Workbook and Cell. It knows
// nothing of tables, headers or people. It refuses old workbooks, protected
// ones, and files that are out of all proportion for a cohort before it reads
// them. A problem names file, sheet and cell, never what a cell holds, and no
// error of a library that saw a cell is kept.
package sheet

import (
	"bytes"
	"path"
	"strconv"
	"strings"
	"time"

	"kohort/generator/diag"
)

// Format is how a file separates its cells.
type Format string

// The formats that are read.
const (
	CSV       Format = "csv"
	TSV       Format = "tsv"
	Semicolon Format = "semicolon"
	XLSX      Format = "xlsx" // with .xlsm, .xltx and strict OOXML
)

// Encoding is how the text of a file is written in bytes.
type Encoding string

// The encodings that are read. A workbook is UTF8.
const (
	UTF8    Encoding = "utf-8"
	UTF8BOM Encoding = "utf-8-bom"
	CP932   Encoding = "cp932" // Shift_JIS as Windows has it (windows-31j)
	UTF16LE Encoding = "utf-16le"
	UTF16BE Encoding = "utf-16be"
)

// Workbook is a file's tables and what the file was recognised as. A text file
// has one sheet, without a name.
type Workbook struct {
	Format   Format
	Encoding Encoding
	Sheets   []Sheet // in the order of the tabs, hidden ones too; charts left out
}

// Sheet is one table. Rows without a filled cell are left out, and no row ends
// with an empty cell.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []Row
	Merged []Range // merged cells: the value stands in the first, the others are empty
	// HiddenRows and HiddenColumns are the filled rows, and the columns of cells,
	// that the workbook does not show: by hand, by a filter or in a closed group.
	// They are read as the others are. Both count from 1.
	HiddenRows, HiddenColumns []int
}

// Row is one row, hidden or not.
type Row struct {
	Number int // as a spreadsheet program counts, from 1: a line break in a cell starts no row
	Cells  []Cell
}

// Range is a rectangle of cells; all numbers are from 1 and inclusive.
type Range struct{ FirstRow, FirstColumn, LastRow, LastColumn int }

// Kind is what a cell holds. The zero value is an empty cell.
type Kind uint8

// The kinds. All cells of a text file are Text or Empty.
const (
	Empty Kind = iota
	Text
	Number
	Date  // a day, perhaps with a time of day
	Clock // a time of day or a length of time, without a day
	Bool
	Error // #N/A, #REF! …
)

// Cell is one cell; of a formula, the value that was saved with it.
type Cell struct {
	Kind Kind
	// Text is the cell as shown (00123 of a number 123). A Date is written
	// 2025-04-01 or 2025-04-01 13:05:00 and a Clock 1:30 or 1:30:15, however
	// the workbook shows them; a Bool is TRUE or FALSE.
	Text   string
	Number float64   // of a Number; of a Date or Clock, Excel's count of days
	Time   time.Time // of a Date, in UTC
}

// Limits are the sizes beyond which a file is refused; a zero stands for the
// package's own. Cells counts the rectangles that the filled rows span.
type Limits struct{ Rows, Columns, Cells, UnzippedMB int }

func (l Limits) orDefault() Limits {
	for _, f := range []struct {
		at    *int
		value int
	}{{&l.Rows, 50_000}, {&l.Columns, 1_000}, {&l.Cells, 150_000}, {&l.UnzippedMB, 24}} {
		if *f.at == 0 {
			*f.at = f.value
		}
	}
	return l
}

// maxCell is the most characters that Excel itself puts into a cell.
const maxCell = 32_767

// Read reads the bytes of a file. name is its path for positions; whether it
// ends in .csv or .xlsx does not matter. Where there is a problem that stops,
// the workbook is not complete and only what was recognised may be used. The
// lock file of a workbook that is open gives a warning and no sheet.
func Read(name string, data []byte, limits Limits) (Workbook, []diag.Problem) {
	r := reader{file: name, limits: limits.orDefault()}
	switch {
	case strings.HasPrefix(path.Base(name), "~$"):
		r.report("sheet-open", r.whole())
		return Workbook{}, r.problems
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return r.workbook(data), r.problems
	case bytes.HasPrefix(data, compound):
		r.compound(data)
		return Workbook{}, r.problems
	}
	return r.text(data), r.problems
}

// reader reads one file and gathers its problems.
type reader struct {
	file     string
	limits   Limits
	problems []diag.Problem
}

func (r *reader) report(id diag.ID, at diag.Pos, args ...diag.Arg) {
	r.problems = append(r.problems, diag.New(id, at, args...))
}

func (r *reader) whole() diag.Pos { return diag.Pos{File: r.file} }

// cell is the position of a cell; row and column are from 1.
func (r *reader) cell(sheet string, row, column int) diag.Pos {
	return diag.Pos{File: r.file, Sheet: sheet, Line: row, Letter: Letter(column)}
}

// Letter is the name of a spreadsheet's column, from 1: A to Z, AA …
func Letter(column int) string {
	if column <= 26 {
		return string(rune('A' + column - 1))
	}
	return Letter((column-1)/26) + Letter((column-1)%26+1)
}

// Name is the name of a cell as a spreadsheet program shows it, such as C14.
// row and column are from 1.
func Name(row, column int) string { return Letter(column) + strconv.Itoa(row) }

// trim drops the empty cells at a row's end.
func trim(cells []Cell) []Cell {
	for len(cells) > 0 && cells[len(cells)-1].Kind == Empty {
		cells = cells[:len(cells)-1]
	}
	return cells
}
