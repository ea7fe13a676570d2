package sheet

import (
	"archive/zip"
	"bytes"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
)

// workbook reads an Excel workbook. Everything is held in memory: a library's
// temporary file would leave rows on the disk.
func (r *reader) workbook(data []byte) (w Workbook) {
	w = Workbook{Format: XLSX, Encoding: UTF8}
	files, ok := r.entries(data)
	if !ok {
		return w
	}
	packed, refused := repack(files, r.limits)
	if refused != nil {
		r.refuse(refused)
		return w
	}
	defer func() {
		if recover() != nil { // the parser trusts some parts of a file more than it may
			r.report("sheet-broken", r.whole())
			w.Sheets = nil
		}
	}()
	limit := int64(len(packed)) + 1
	f, err := excelize.OpenReader(bytes.NewReader(packed), excelize.Options{UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
	if err != nil {
		r.report("sheet-broken", r.whole())
		return w
	}
	defer f.Close()
	b := book{reader: r, file: f, formats: formats{f, map[int]numberFormat{}}}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		b.from1904 = *props.Date1904
	}
	w.Sheets = b.sheets(charts(files))
	return w
}

// charts counts the tabs without cells: charts, and dialogs and macros of old.
func charts(files []*zip.File) (n int) {
	for _, f := range files {
		switch strings.ToLower(path.Dir(f.Name)) {
		case "xl/chartsheets", "xl/dialogsheets", "xl/macrosheets":
			n++
		}
	}
	return n
}

// book is a workbook that is being read.
type book struct {
	*reader
	file     *excelize.File
	formats  formats
	from1904 bool
}

// sheets reads all tabs. There may be so many without a table of cells as the
// workbook has charts; another one is damage, and reported.
func (b *book) sheets(charts int) (out []Sheet) {
	missing := 0
	names := b.file.GetSheetList()
	if len(slices.Compact(slices.Sorted(slices.Values(names)))) < len(names) {
		b.report("sheet-broken", b.whole()) // one tab would be read in the place of others
		return nil
	}
	for _, name := range names {
		if s, ok := b.sheet(name); ok {
			out = append(out, s)
		} else {
			missing++
		}
	}
	if missing > charts || len(out) == 0 && len(b.problems) == 0 {
		b.report("sheet-broken", b.whole())
	}
	return out
}

// sheet reads one tab; ok is false where it has no table of cells.
func (b *book) sheet(name string) (s Sheet, ok bool) {
	s.Name = name
	visible, err := b.file.GetSheetVisible(name)
	s.Hidden = err == nil && !visible
	// The rows first: after the calls below they would be written as XML again.
	rows, err := b.file.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return s, false
	}
	merged, err := b.file.GetMergeCells(name, true)
	if err != nil { // broken XML, of which GetRows gives the beginning alone
		b.report("sheet-broken", diag.Pos{File: b.reader.file, Sheet: name})
		return s, true
	}
	for _, m := range merged {
		first, last := m.GetStartAxis(), m.GetEndAxis()
		c1, r1, err1 := excelize.CellNameToCoordinates(first)
		c2, r2, err2 := excelize.CellNameToCoordinates(last)
		if err1 == nil && err2 == nil {
			s.Merged = append(s.Merged, Range{r1, c1, r2, c2})
		}
	}
	t := tab{book: b, sheet: &s}
	for i, raw := range rows {
		cells := make([]Cell, len(raw))
		for j := range raw {
			cells[j] = t.cellAt(i+1, j+1, raw[j])
		}
		if cells = trim(cells); len(cells) > 0 {
			s.Rows = append(s.Rows, Row{i + 1, cells})
		}
	}
	return s, true
}

// tab is a sheet that is being read.
type tab struct {
	*book
	sheet   *Sheet
	unsaved int // formulas without a value that are told
}

// maxUnsaved is how many formulas without a value are told of a sheet: a
// program that saves none saves none at all.
const maxUnsaved = 10

// covered says whether a cell lies in a merged range and is not its first.
func (t *tab) covered(row, column int) bool {
	for _, m := range t.sheet.Merged {
		if row >= m.FirstRow && row <= m.LastRow && column >= m.FirstColumn && column <= m.LastColumn {
			return row != m.FirstRow || column != m.FirstColumn
		}
	}
	return false
}

// cellAt reads one cell. raw is its value as the file holds it.
func (t *tab) cellAt(row, column int, raw string) Cell {
	if t.covered(row, column) {
		return Cell{}
	}
	at := Name(row, column)
	kind, err := t.file.GetCellType(t.sheet.Name, at)
	if err != nil {
		return Cell{}
	}
	if raw == "" {
		if kind == excelize.CellTypeUnset && t.unsaved < maxUnsaved {
			if formula, err := t.file.GetCellFormula(t.sheet.Name, at); err != nil || formula != "" {
				t.unsaved++
				t.report("sheet-formula-unsaved", t.cell(t.sheet.Name, row, column))
			}
		}
		return Cell{}
	}
	switch kind {
	case excelize.CellTypeError:
		return Cell{Kind: Error, Text: raw}
	case excelize.CellTypeBool:
		return boolean(raw)
	case excelize.CellTypeDate:
		if c, ok := written(raw); ok {
			return c
		}
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		if n, err := strconv.ParseFloat(strings.TrimSpace(raw), 64); err == nil && !math.IsNaN(n) && !math.IsInf(n, 0) {
			return t.number(at, n)
		}
	}
	if strings.TrimSpace(raw) == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: t.cut(t.sheet.Name, row, column, raw)}
}

func boolean(raw string) Cell {
	if raw == "1" || strings.EqualFold(raw, "true") {
		return Cell{Kind: Bool, Text: "TRUE", Number: 1}
	}
	return Cell{Kind: Bool, Text: "FALSE"}
}

// number makes a cell of a number by its style's number format.
func (t *tab) number(at string, n float64) Cell {
	format := plainNumber
	if style, err := t.file.GetCellStyle(t.sheet.Name, at); err == nil {
		format = t.formats.of(style)
	}
	switch {
	case format == dayNumber && n >= 1 && n < maxSerial:
		return date(n, t.from1904)
	case format == clockNumber && n >= 0 && n < maxSerial:
		return Cell{Kind: Clock, Text: clock(n), Number: n}
	}
	shown := strconv.FormatFloat(n, 'f', -1, 64)
	if math.Abs(n) >= 1e15 {
		shown = strconv.FormatFloat(n, 'G', 15, 64)
	}
	if format == shownNumber {
		if text, err := t.file.GetCellValue(t.sheet.Name, at); err == nil && text != "" {
			shown = text
		}
	}
	return Cell{Kind: Number, Text: shown, Number: n}
}
