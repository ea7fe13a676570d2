package microdata

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// maxBytes is the largest data file that is read.
const maxBytes = 32 << 20

// column is a column that a table may have.
type column struct {
	name     string
	required bool // the column must be there, and no cell of it may be empty
	free     bool // free text, which is read over
}

// table is a data file with its columns known.
type table struct {
	file    string
	columns []column // one for each cell of a row, left to right; no name: not to be read
	rows    []row
	cut     bool // a problem cut the file short: what is not in rows may well exist
}

// reader reads the tables of one cohort and gathers their problems.
type reader struct {
	dir      *os.Root // the cohort's folder with the data files
	folder   string   // its path in the handbook, for positions
	settings settings
	problems []diag.Problem
}

func (r *reader) report(id diag.ID, at diag.Pos, args ...diag.Arg) {
	r.problems = append(r.problems, diag.New(id, at, args...))
}

// table reads the table called name ("participants"), and says whether it is
// there and has the columns that it needs. A table that is not there is no
// problem here: the caller knows whether it may be missing.
func (r *reader) table(name string, known []column) (t table, exists, ok bool) {
	file := r.settings.file(name)
	t.file = r.folder + "/" + file
	whole := diag.Pos{File: t.file}
	data, err := readLimited(r.dir, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t, false, false
	case errors.Is(err, errLarge):
		r.report("data-file-large", whole, diag.SlotInt("limit", maxBytes>>20))
		return t, true, false
	case err != nil:
		r.report("data-file-unreadable", whole)
		return t, true, false
	}
	rows, problems := parseRows(t.file, data)
	t.cut = len(problems) > 0
	r.problems = append(r.problems, problems...)
	if len(rows) == 0 {
		if !t.cut {
			r.report("data-file-empty", whole, diag.Slot("columns", names(known)))
		}
		return t, true, false
	}
	ok = r.header(&t, rows[0], rows[1:], name, known)
	t.rows = rows[1:]
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

// header gives each column of t its name. A cell of the header is never
// quoted in a problem: where the header is missing, it is a person's row.
func (r *reader) header(t *table, head row, rows []row, name string, known []column) bool {
	byHeader := r.settings.headers(name, known)
	t.columns = make([]column, len(head.cells))
	found := 0
	var strange []int
	for i, cell := range head.cells {
		c, ok := byHeader(cell)
		switch {
		case !ok:
			strange = append(strange, i)
		case !c.free && slices.ContainsFunc(t.columns, func(o column) bool { return o.name == c.name }):
			r.report("data-column-twice", r.letter(t.file, head, i), diag.Slot("column", c.name))
			found++
		default:
			t.columns[i] = c
			found++
		}
	}
	if found == 0 {
		r.report("data-header-missing", diag.Pos{File: t.file, Line: head.number}, diag.Slot("columns", names(known)))
		return false
	}
	for _, i := range strange {
		if strings.TrimSpace(head.cells[i]) == "" && emptyColumn(rows, i) {
			continue
		}
		r.report("data-column-unknown", r.letter(t.file, head, i), diag.Slot("columns", names(known)))
	}
	ok := true
	for _, c := range known {
		if c.required && !t.has(c.name) {
			r.report("data-column-missing", diag.Pos{File: t.file, Line: head.number}, diag.Slot("column", c.name))
			ok = false
		}
	}
	return ok
}

func emptyColumn(rows []row, i int) bool {
	return !slices.ContainsFunc(rows, func(w row) bool { return i < len(w.cells) && strings.TrimSpace(w.cells[i]) != "" })
}

func names(columns []column) string {
	var out []string
	for _, c := range columns {
		out = append(out, c.name)
	}
	return strings.Join(out, ", ")
}

func (r *reader) letter(file string, w row, i int) diag.Pos {
	return diag.Pos{File: file, Line: w.number, Field: letter(i)}
}

// letter is the name of a spreadsheet's column: A to Z, AA …
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

func (t *table) has(column string) bool { return t.index(column) >= 0 }

func (t *table) index(name string) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.name == name })
}

// cell is the cell of w in the named column as it stands in the file; empty
// where the table has no such column or the row ends before it.
func (t *table) cell(w row, name string) string {
	if i := t.index(name); i >= 0 && i < len(w.cells) {
		return w.cells[i]
	}
	return ""
}

// at is the position of a cell.
func (t *table) at(w row, name string) diag.Pos {
	return diag.Pos{File: t.file, Line: w.number, Field: name}
}

// shape reports the rows that have more or fewer cells than the header and
// the empty cells of columns that must be filled. A cell that a short row
// lacks is told once, as the short row.
func (r *reader) shape(t table) {
	for _, w := range t.rows {
		if len(w.cells) < len(t.columns) || len(w.cells) > len(t.columns) && !blank(w.cells[len(t.columns):]) {
			r.report("data-cell-count", diag.Pos{File: t.file, Line: w.number},
				diag.SlotInt("wanted", len(t.columns)), diag.SlotInt("got", len(w.cells)))
		}
		for i, c := range t.columns {
			if c.required && i < len(w.cells) && strings.TrimSpace(w.cells[i]) == "" {
				r.report("data-cell-empty", t.at(w, c.name), diag.Slot("column", c.name))
			}
		}
	}
}

// date reads a cell that may be empty.
func (r *reader) date(t table, w row, column string) Date {
	cell := t.cell(w, column)
	if strings.TrimSpace(cell) == "" {
		return Date{}
	}
	d, ok := parseDate(cell)
	if !ok {
		r.report("data-date-bad", t.at(w, column))
		return Date{}
	}
	return d
}

// order reports a date that is earlier than one it must follow.
func (r *reader) order(t table, w row, first, second string, a, b Date) {
	if !a.IsZero() && !b.IsZero() && b.Before(a) {
		r.report("data-date-order", t.at(w, second), diag.Slot("second", second), diag.Slot("first", first))
	}
}

// word reads a cell that takes one of a few words. An empty cell, or one with
// another word, gives nothing.
func (r *reader) word(t table, w row, column string, known ...string) string {
	cell := strings.ToLower(code(t.cell(w, column)))
	if cell == "" {
		return ""
	}
	if !slices.Contains(known, cell) {
		r.report("data-word-unknown", t.at(w, column), diag.Slot("known", strings.Join(known, ", ")))
		return ""
	}
	return cell
}
