package sheet

import (
	"archive/zip"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
)

// workbook reads an Excel workbook. Everything is held in memory: a library's
// temporary file would leave rows on the disk. The library tells tabs and
// number formats; the cells are read here, since it would take ten times the
// room and the time for them.
func (r *reader) workbook(data []byte) (w Workbook) {
	w = Workbook{Format: XLSX, Encoding: UTF8}
	files, ok := r.entries(data)
	if !ok {
		return w
	}
	p, refused := unpackParts(files, r.limits)
	if refused != nil {
		r.refuse(refused)
		return w
	}
	if id := leftBehind(files); id != "" {
		r.report(id, r.whole())
	}
	defer func() {
		if recover() != nil { // the library trusts some parts of a file more than it may
			r.report("sheet-broken", r.whole())
			w.Sheets = nil
		}
	}()
	var shared sharedTexts
	broken := walk(p.shared(), &shared) // and gone from p
	f, err := p.open()
	if err != nil || broken != nil {
		r.report("sheet-broken", r.whole())
		return w
	}
	defer f.Close()
	b := book{reader: r, file: f, parts: p, shared: shared.texts, formats: formats{f, map[int]numberFormat{}}, forms: map[shownForm]string{}}
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
	file     *excelize.File // without cells
	parts    parts
	shared   []string // texts that cells name by index
	formats  formats
	forms    map[shownForm]string
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
	part, err := b.file.GetCellValue(name, "A1") // as open left it there
	data, there := b.parts[part]
	if err != nil || !there {
		return s, false
	}
	delete(b.parts, part)
	read := worksheet{shared: b.shared}
	if walk(data, &read) != nil {
		b.report("sheet-broken", diag.Pos{File: b.reader.file, Sheet: name})
		return s, true
	}
	s.Merged = read.merged
	t := tab{book: b, sheet: &s}
	for _, raw := range read.rows {
		cells := make([]Cell, raw.cells[len(raw.cells)-1].column)
		for _, c := range raw.cells {
			cells[c.column-1] = t.cellOf(raw.number, c)
		}
		if cells = trim(cells); len(cells) > 0 {
			s.Rows = append(s.Rows, Row{raw.number, cells})
		}
	}
	s.HiddenRows, s.HiddenColumns = read.hidden(s.Rows)
	return s, true
}
