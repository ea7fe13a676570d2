package microdata

import (
	"maps"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// assign gives a file's sheets to tables.
func (r *reader) assign(f dataFile) {
	if f.book.Format != sheet.XLSX || len(f.book.Sheets) == 0 {
		r.assignText(f)
		return
	}
	free := slices.DeleteFunc(slices.Clone(f.book.Sheets), func(s sheet.Sheet) bool { return s.Hidden || len(s.Rows) == 0 })
	single := len(free) == 1
	free = r.assignNamed(f, free)
	var owners []string // tables that the file is for, as a whole
	for _, table := range append(slices.Clone(f.named), f.stem) {
		if _, has := r.grids[table]; table != "" && r.settings.Tables[table].Sheet == "" && (!has || r.grids[table].file != f.path) {
			owners = append(owners, table)
		}
	}
	if single && len(owners) == 1 && len(free) == 1 {
		r.claim(owners[0], f, free[0])
		return
	}
	free = slices.DeleteFunc(free, func(s sheet.Sheet) bool {
		table := f.tableOf(s)
		mine := table != "" && (slices.Contains(owners, table) || !r.settings.elsewhere(table))
		if mine {
			r.claim(table, f, s)
		}
		return mine
	})
	for _, table := range owners {
		if r.grids[table].file != f.path {
			free = r.assignOwner(table, f, free)
		}
	}
	r.leftOver(f, free, owners)
}

// tableOf gives the table that the name of a sheet means. In a workbook of
// surveys it need not say that it is one.
func (f dataFile) tableOf(s sheet.Sheet) string {
	table, _ := tableOf(s.Name)
	if table == "" && f.asks {
		if wave := waveOf(strings.ToLower(code(s.Name))); wave != "" {
			return "survey-" + wave
		}
	}
	return table
}

// assignText gives a text file, or a file of which nothing could be read, to
// the tables that it is for.
func (r *reader) assignText(f dataFile) {
	var all sheet.Sheet
	if len(f.book.Sheets) > 0 {
		all = f.book.Sheets[0]
	}
	for _, table := range append(slices.Clone(f.named), f.stem) {
		if table != "" {
			r.claim(table, f, all)
		}
	}
}

// assignNamed gives out the sheets that cohort.yaml names.
func (r *reader) assignNamed(f dataFile, free []sheet.Sheet) []sheet.Sheet {
	for _, table := range slices.Sorted(maps.Keys(r.settings.Tables)) {
		s := r.settings.Tables[table]
		if s.Sheet == "" || !isTableName(table) || s.File != "" && !slices.Contains(f.named, table) {
			continue
		}
		i := slices.IndexFunc(f.book.Sheets, func(have sheet.Sheet) bool { return foldSheet(have.Name) == foldSheet(s.Sheet) })
		if i < 0 {
			if s.File != "" {
				r.problems = append(r.problems, diag.New("data-sheet-missing", r.settings.pos("tables."+table+".sheet")))
				r.grids[table] = grid{file: f.path, format: sheet.XLSX, cut: true}
			}
			continue
		}
		r.claim(table, f, f.book.Sheets[i])
		free = slices.DeleteFunc(free, func(have sheet.Sheet) bool { return have.Name == f.book.Sheets[i].Name })
	}
	return free
}

func foldSheet(name string) string { return strings.ToLower(code(name)) }

// assignOwner finds the sheet of the table that the whole file is for, among
// those whose names say nothing: the only one, or the only one with the
// columns that the table needs.
func (r *reader) assignOwner(table string, f dataFile, free []sheet.Sheet) []sheet.Sheet {
	fit := free
	if f.isEmpty() {
		fit = []sheet.Sheet{{}}
	}
	if len(free) > 1 {
		fit = slices.DeleteFunc(slices.Clone(free), func(s sheet.Sheet) bool { return !r.fits(table, f, s) })
	}
	if len(fit) != 1 {
		r.claimEither(table, f, fit, free)
		return free
	}
	r.claim(table, f, fit[0])
	return slices.DeleteFunc(free, func(s sheet.Sheet) bool { return s.Name == fit[0].Name })
}

// isEmpty says whether no sheet of the file has a filled cell.
func (f dataFile) isEmpty() bool {
	return !slices.ContainsFunc(f.book.Sheets, func(s sheet.Sheet) bool { return len(s.Rows) > 0 })
}

// fits says whether a sheet has a header with all columns that a table needs.
func (r *reader) fits(name string, f dataFile, s sheet.Sheet) bool {
	known := columnsOf(name)
	h, cached := r.fitting[name]
	if !cached {
		h = r.headings(name, known)
		r.fitting[name] = h
	}
	g := newGrid(f, s)
	top, bottom := h.find(g)
	if top < 0 {
		return false
	}
	t := table{name: name}
	has := map[string]bool{}
	for _, is := range h.columns(g, top, bottom, &t) {
		if is != nil && is.column >= 0 {
			has[known[is.column].name] = true
		}
	}
	for _, c := range known {
		if c.required && lacks(c.name, func(name string) bool { return has[name] }) {
			return false
		}
	}
	return true
}

// maxLeft is how many sheets that are not read are looked at for a table.
const maxLeft = 20

// leftOver notes the sheets that no table is read from, and reports those that
// look like one. owners are the tables that the file is for, of each of which
// it is read, or told that it is not.
func (r *reader) leftOver(f dataFile, free []sheet.Sheet, owners []string) {
	for i, s := range free {
		r.unread(f.path, s.Name)
		for _, table := range tableNames {
			if i < maxLeft && r.fits(table, f, s) {
				if g := r.grids[table]; !slices.Contains(owners, table) || g.file == f.path && len(g.either) == 0 { // else told of the file
					r.report("data-sheet-unread", diag.Pos{File: f.path, Sheet: s.Name}, diag.Slot("table", table))
				}
				break
			}
		}
	}
	claimed := len(owners) > 0
	for _, g := range r.grids {
		claimed = claimed || g.file == f.path
	}
	switch {
	case claimed || f.cut:
	case f.asks:
		r.report("data-wave-unknown", diag.Pos{File: f.path})
	default:
		r.report("data-file-unknown", diag.Pos{File: f.path}, diag.Slot("known", strings.Join(tableNames, ", ")))
	}
}

func (r *reader) unread(file, sheet string) {
	r.overview.Unread = append(r.overview.Unread, Unread{file, sheet})
}

// claim gives a sheet to a table. A second one for the same table is reported
// with the place of the first.
func (r *reader) claim(table string, f dataFile, s sheet.Sheet) { r.take(table, newGrid(f, s)) }

// claimEither gives a table a file of which the sheet is not clear: one of
// those that fit, where some do, else any. That is told only where no other
// file is the table's.
func (r *reader) claimEither(table string, f dataFile, fit, free []sheet.Sheet) {
	if len(fit) == 0 {
		fit = free
	}
	g := grid{file: f.path, format: sheet.XLSX, cut: true}
	for _, s := range fit[:min(len(fit), maxLeft)] {
		g.either = append(g.either, s.Name)
	}
	r.take(table, g)
}

func (r *reader) take(table string, g grid) {
	was, twice := r.grids[table]
	if !twice {
		r.grids[table] = g
		return
	}
	r.report("data-table-twice", g.pos(), diag.Slot("table", table), diag.Slot("first", was.pos().String()))
	was.either = nil
	r.grids[table] = was
}

func newGrid(f dataFile, s sheet.Sheet) grid {
	return grid{file: f.path, sheet: s.Name, format: f.book.Format, encoding: f.book.Encoding, rows: s.Rows, merged: s.Merged,
		hiddenRows: s.HiddenRows, hiddenColumns: s.HiddenColumns, cut: f.cut}
}

// columnsOf are the columns by which a table is told.
func columnsOf(table string) []column {
	switch table {
	case "participants":
		return participantColumns
	case "pairs":
		return pairColumns
	case "sessions":
		return sessionColumns
	case "goals":
		return goalColumns
	case "followups":
		return followupColumns
	}
	return surveyColumns
}

// surveyColumns are those that each survey may have beside its questions.
var surveyColumns = []column{{name: "respondent"}, {name: "submitted"}}
