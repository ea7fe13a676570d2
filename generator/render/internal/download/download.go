// Package download writes tables as files that Excel opens: CSV, and a
// workbook.
//
// It takes sheets of fields, in words and numbers that are ready to be read,
// and gives the bytes of a file, the same ones each time. Its two main types
// are Sheet and Field. It knows no release, and it lets no text run as a
// formula.
package download

import (
	"strconv"
	"strings"
)

// Sheet is one table. Its first row is the heading.
type Sheet struct {
	Name   string // for the tab of a workbook, which may shorten it
	Widths []int  // of the columns, in digits; fewer than columns: the rest have the usual width
	Rows   [][]Field
}

// Field is one place of a sheet: a text, or a number. Its zero value is empty.
type Field struct {
	text     string
	number   float64
	decimals int
	isNumber bool
}

// Text is a field of words.
func Text(s string) Field { return Field{text: s} }

// Number is a field that Excel can calculate with, shown with the given
// decimals.
func Number(v float64, decimals int) Field {
	return Field{number: v, decimals: decimals, isNumber: true}
}

// CSV writes a sheet as RFC 4180 has it, in UTF-8 with the mark by which Excel
// knows it.
func CSV(s Sheet) string {
	var b strings.Builder
	b.WriteString("\ufeff")
	for _, row := range s.Rows {
		for i, f := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(f.csv())
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

func (f Field) csv() string {
	if f.isNumber {
		return f.decimal()
	}
	s := f.text
	if runs(s) {
		s = "'" + s
	}
	if strings.ContainsAny(s, ",\"\r\n") {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// decimal is a number with its decimals; one that rounds to nought has no sign.
func (f Field) decimal() string {
	s := strconv.FormatFloat(f.number, 'f', f.decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// runs says whether Excel might take a text for a formula when it opens a CSV
// file; in Japanese it takes the wide signs, too.
func runs(s string) bool {
	return strings.IndexAny(s, "=+-@\t\r＝＋－＠") == 0
}
