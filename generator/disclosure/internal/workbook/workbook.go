// Package workbook writes Excel workbooks for HR: a copy of a cohort's data
// files with the cells of problems marked, and templates to fill in.
//
// It takes data files with the problems that were found in them (Annotate), or
// tables with their columns (Template), and gives the bytes of a workbook. Its
// two main types are File and Table. It refuses to write where something is;
// it opens nothing itself. A participant's values stand in the copy of the
// cells that held them and nowhere else, and no error of the library that saw
// a cell is kept.
package workbook

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
)

// errBook says that a workbook could not be made, without what was in it.
var errBook = errors.New("the workbook could not be made")

// book is a workbook that is being made. A call of the library that fails is
// remembered, so that every step need not look.
type book struct {
	file   *excelize.File
	lang   diag.Lang
	failed bool
	fills  map[fill]int // index of a style, by what it was made of
}

// fill is a style with another background.
type fill struct {
	style  int
	colour string
}

func newBook(file *excelize.File, lang diag.Lang) *book {
	return &book{file: file, lang: lang, fills: make(map[fill]int)}
}

func (b *book) did(err error) { b.failed = b.failed || err != nil }

func (b *book) say(t diag.Text) string {
	if b.lang == diag.Japanese {
		return t.JA
	}
	return t.EN
}

// style makes a style of the workbook.
func (b *book) style(s excelize.Style) int {
	id, err := b.file.NewStyle(&s)
	b.failed = b.failed || err != nil
	return id
}

// coloured gives the style that is another one with a background, so that
// fonts, borders and number formats stay.
func (b *book) coloured(style int, colour string) int {
	if id, ok := b.fills[fill{style, colour}]; ok {
		return id
	}
	id := b.style(excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
	if styles := b.file.Styles; !b.failed && styles != nil && style > 0 && style < len(styles.CellXfs.Xf) {
		xf := styles.CellXfs.Xf[style]
		apply := true
		xf.FillID, xf.ApplyFill = styles.CellXfs.Xf[id].FillID, &apply
		styles.CellXfs.Xf = append(styles.CellXfs.Xf, xf)
		styles.CellXfs.Count = len(styles.CellXfs.Xf)
		id = styles.CellXfs.Count - 1
	}
	b.fills[fill{style, colour}] = id
	return id
}

// text writes a cell that is text, whatever it looks like: 00123 stays so.
func (b *book) text(sheet, cell, s string) { b.did(b.file.SetCellStr(sheet, cell, s)) }

// mark stands at the end of each file of this package, as a comment of the
// archive. No other program keeps it: a copy that somebody saved is his.
const mark = "kohort"

// bytes gives the finished workbook.
func (b *book) bytes() ([]byte, error) {
	if b.failed {
		return nil, errBook
	}
	out, err := b.file.WriteToBuffer()
	if err != nil {
		return nil, errBook
	}
	return signed(out.Bytes())
}

// signed puts the mark after the end of central directory (APPNOTE 4.3.16),
// which is the last thing in an archive without a comment.
func signed(data []byte) ([]byte, error) {
	const end = 22 // bytes of that part
	if len(data) < end || !bytes.HasPrefix(data[len(data)-end:], []byte("PK\x05\x06")) {
		return nil, errBook
	}
	binary.LittleEndian.PutUint16(data[len(data)-2:], uint16(len(mark)))
	return append(data, mark...), nil
}

// IsOurs says whether data is a workbook as this package wrote it, which
// nobody saved since.
func IsOurs(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.HasSuffix(data, []byte("\x00"+mark))
}

// maxName is how long the name of a sheet may be, in UTF-16 units.
const maxName = 31

// sheetName gives a name that a sheet may have and no other sheet has.
func (b *book) sheetName(wish string) string {
	wish = strings.Trim(strings.Map(func(c rune) rune {
		if strings.ContainsRune(`[]:*?/\`, c) {
			return '_'
		}
		return c
	}, wish), "'")
	taken := make(map[string]bool)
	for _, name := range b.file.GetSheetList() {
		taken[strings.ToLower(name)] = true
	}
	for suffix := ""; ; suffix += "+" {
		name := cut(wish, maxName-len(suffix)) + suffix
		if !taken[strings.ToLower(name)] {
			return name
		}
	}
}

// cut shortens s to n UTF-16 units.
func cut(s string, n int) string {
	used := 0
	for i, c := range s {
		if used += utf16.RuneLen(c); used > n {
			return s[:i]
		}
	}
	return s
}
