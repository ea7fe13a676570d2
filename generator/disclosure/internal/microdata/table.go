package microdata

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
	"kohort/generator/disclosure/internal/value"
)

// maxBytes is the largest data file that is read.
const maxBytes = 32 << 20

// column is a column that a table may have.
type column struct {
	name     string
	required bool     // the column must be there, and no cell of it may be empty
	free     bool     // free text, which is read over
	headers  []string // more headers by which it is known, such as a question's text
}

// table is a table of which the columns are known.
type table struct {
	name    string   // participants, survey-before …
	file    string   // path in the handbook
	sheet   string   // of a workbook; empty elsewhere
	columns []column // one for each column of the file, left to right; no name: not to be read
	headers []string // as they stand in the file, one for each column, in one line
	called  []string // how a problem calls each column: a word of ours or of cohort.yaml
	rows    []row
	cut     bool // a problem cut the file short: what is not in rows may well exist

	crosses   bool // of a roster that marks roles in two columns: x is a mark
	headerRow int
	orders    map[string]value.Order // of the dates of each column that was asked for
}

// row is one row below the header.
type row struct {
	number int // as a spreadsheet program counts, from 1
	// cells are as the file has them, but a word for no answer (N/A, 該当なし)
	// is Empty with its Text, and #REF! as a text is an Error.
	cells []sheet.Cell
}

// at is the cell of a column, by index.
func (w row) at(i int) sheet.Cell {
	if i < 0 || i >= len(w.cells) {
		return sheet.Cell{}
	}
	return w.cells[i]
}

// filled is how many cells the row has up to its last filled one.
func (w row) filled() int {
	n := len(w.cells)
	for n > 0 && w.cells[n-1].Kind == sheet.Empty {
		n--
	}
	return n
}

// reader reads the tables of one cohort and gathers their problems.
type reader struct {
	dir      *os.Root // the cohort's folder with the data files
	folder   string   // its path in the handbook, for positions
	settings settings
	grids    map[string]grid // what was found of each table
	fitting  map[string]headings
	overview Overview
	inspects bool // also tells what may well be as it is
	problems []diag.Problem
	byName   map[string]bool // tables that name people by their names, which is told once
}

func (r *reader) report(id diag.ID, at diag.Pos, args ...diag.Arg) {
	r.problems = append(r.problems, diag.New(id, at, args...))
}

// table reads the table called name ("participants"), and says whether it is
// there and has the columns that it needs. A table that is not there is no
// problem here: the caller knows whether it may be missing.
func (r *reader) table(name string, known []column) (t table, exists, ok bool) {
	return r.tableMatched(name, known, nil)
}

// matcher tells columns by headers that no word tells. head is the table's
// headers, unknown the indexes of those that are not known yet; the result
// gives the index in known of some of them, or -1 for a column that is passed
// over. It reports what it is unsure of.
type matcher func(t *table, head []string, unknown []int) map[int]int

// tableMatched reads a table as table does, and asks match, which may be nil,
// about the headers that are not known.
func (r *reader) tableMatched(name string, known []column, match matcher) (t table, exists, ok bool) {
	g, exists := r.grids[name]
	t = table{name: name, file: r.folder + "/" + r.settings.file(name), orders: map[string]value.Order{}}
	if !exists {
		return t, false, false
	}
	t.file, t.sheet, t.cut = g.file, g.sheet, g.cut
	if len(g.rows) == 0 {
		if !t.cut {
			r.report("data-file-empty", t.whole(), diag.SlotText("columns", columnWords(t.name, known)))
		}
		return t, true, false
	}
	ok = r.header(&t, g, known, match)
	r.overlook(&t, g)
	return t, true, ok
}

var errLarge = errors.New("file too large")

// readLimited reads a file of the folder, up to maxBytes.
func readLimited(dir *os.Root, name string) ([]byte, error) {
	f, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = errLarge
	}
	return data, err
}

func names(columns []column) string {
	var out []string
	for _, c := range columns {
		out = append(out, c.name)
	}
	return strings.Join(out, ", ")
}

func (t *table) has(column string) bool { return t.index(column) >= 0 }

func (t *table) index(name string) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.name == name })
}

// value is the cell of w in the named column; an empty one where the table has
// no such column.
func (t *table) value(w row, name string) sheet.Cell { return w.at(t.index(name)) }

// cell is the text of the cell of w in the named column; empty where it holds
// nothing, a word for nothing such as N/A, or an error.
func (t *table) cell(w row, name string) string { return shown(t.value(w, name)) }

func shown(c sheet.Cell) string {
	if c.Kind == sheet.Empty || c.Kind == sheet.Error {
		return ""
	}
	return c.Text
}

func (t *table) emptyColumn(i int) bool {
	return !slices.ContainsFunc(t.rows, func(w row) bool { return w.at(i).Kind != sheet.Empty })
}

// whole is the position of the table, inRow that of a row, at that of a cell.
func (t *table) whole() diag.Pos { return diag.Pos{File: t.file, Sheet: t.sheet} }

func (t *table) inRow(number int) diag.Pos {
	return diag.Pos{File: t.file, Sheet: t.sheet, Line: number}
}

func (t *table) at(w row, name string) diag.Pos {
	p := t.inRow(w.number)
	p.Field = name
	if i := t.index(name); i >= 0 {
		p.Letter, p.Header = sheet.Letter(i+1), t.called[i]
	}
	return p
}

// letter is the position of a column's header, by index.
func (t *table) letter(i int) diag.Pos {
	p := t.inRow(t.headerRow)
	p.Letter = sheet.Letter(i + 1)
	return p
}

// shape reports the empty cells of columns that must be filled, cells that
// hold an error, and rows of a text file with more cells than its header.
func (r *reader) shape(t table) {
	for _, w := range t.rows {
		if n := w.filled(); n > len(t.columns) {
			r.report("data-cell-count", t.inRow(w.number), diag.SlotInt("wanted", len(t.columns)), diag.SlotInt("got", n))
		}
		var gaps []int
		for i, c := range t.columns {
			if c.name == "" {
				continue
			}
			switch cell := w.at(i); {
			case cell.Kind == sheet.Error:
				r.report("data-cell-error", t.at(w, c.name))
			case c.required && cell.Kind == sheet.Empty:
				gaps = append(gaps, i)
			}
		}
		r.reportGaps(t, w, gaps)
	}
}

// reportGaps reports the columns of a row that must be filled and are empty: of
// several at once, since such a row is mostly a total or a note.
func (r *reader) reportGaps(t table, w row, gaps []int) {
	var called []string
	for _, i := range gaps {
		called = append(called, t.called[i])
	}
	switch len(gaps) {
	case 0:
	case 1:
		r.report("data-cell-empty", t.at(w, t.columns[gaps[0]].name), diag.Slot("column", called[0]))
	default:
		r.report("data-row-gaps", t.inRow(w.number), diag.SlotText("columns", diag.Text{EN: strings.Join(called, ", "), JA: strings.Join(called, "、")}))
	}
}

// calls is how a problem calls a column of t.
func (t *table) calls(name string) string {
	if i := t.index(name); i >= 0 {
		return t.called[i]
	}
	return name
}
