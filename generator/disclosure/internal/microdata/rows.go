package microdata

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"kohort/generator/diag"
)

// maxRows is the most rows that a data file may have. A cohort has tens or
// hundreds of people: more is the wrong file.
const maxRows = 100_000

// row is one row of a table.
type row struct {
	number int // as a spreadsheet program counts, from 1: a line break in a cell starts no row
	cells  []string
}

// parseRows is the one way from the bytes of a data file to its rows. Rows
// whose cells are all empty are left out. Where a problem is given, the rows
// are not complete; of a file that is no data file at all there are none.
func parseRows(file string, data []byte) ([]row, []diag.Problem) {
	whole := diag.Pos{File: file}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	switch {
	case isWorkbook(data):
		return nil, []diag.Problem{diag.New("data-file-workbook", whole)}
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return nil, []diag.Problem{diag.New("data-file-encoding", whole)}
	}
	if bytes.IndexByte(data, '\n') < 0 {
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n")) // line ends of Excel's "CSV (Macintosh)"
	}
	c := csv.NewReader(bytes.NewReader(data))
	c.Comma = separator(data)
	c.FieldsPerRecord = -1
	var rows []row
	breaks := 0 // line breaks inside cells so far, which start no row
	for {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			at := whole
			if broken := new(csv.ParseError); errors.As(err, &broken) {
				at.Line = broken.StartLine - breaks
			}
			return rows, []diag.Problem{diag.New("data-file-quote", at)}
		}
		line, _ := c.FieldPos(0)
		if !blank(cells) {
			rows = append(rows, row{line - breaks, cells})
		}
		if len(rows) > maxRows {
			return nil, []diag.Problem{diag.New("data-rows-many", whole, diag.SlotInt("limit", maxRows))}
		}
		for _, cell := range cells {
			breaks += strings.Count(cell, "\n")
		}
	}
}

// isWorkbook says whether data is an Excel file, whatever it is called.
func isWorkbook(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0"))
}

// separator is what stands between the cells of the first line: a comma, else
// a tab or, from Excel in some countries, a semicolon.
func separator(data []byte) rune {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	switch {
	case bytes.IndexByte(first, ',') >= 0:
		return ','
	case bytes.IndexByte(first, '\t') >= 0:
		return '\t'
	case bytes.IndexByte(first, ';') >= 0:
		return ';'
	}
	return ','
}

func blank(cells []string) bool {
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}
