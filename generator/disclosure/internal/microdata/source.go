package microdata

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// grid is the cells of one table before its header is known.
type grid struct {
	file, sheet string // for positions; a text file has no sheet
	format      sheet.Format
	encoding    sheet.Encoding
	rows        []sheet.Row
	merged      []sheet.Range
	// What a workbook does not show, as sheet.Sheet has it.
	hiddenRows, hiddenColumns []int
	cut                       bool     // a problem cut the file short
	either                    []string // the file is the table's, but not clear is which of these sheets
}

// isText says whether the table is a text file.
func (g grid) isText() bool { return g.format != sheet.XLSX }

func (g grid) pos() diag.Pos { return diag.Pos{File: g.file, Sheet: g.sheet} }

// dataFile is a file of the cohort's folder that has been read.
type dataFile struct {
	path  string   // in the handbook
	named []string // the tables for which cohort.yaml names the file, sorted
	stem  string   // the table that its name means; empty for none
	asks  bool     // its name is that of a survey
	book  sheet.Workbook
	cut   bool
}

// files finds the file and sheet of each table, and gives the waves that there
// are. It reports files that would be passed over for a slip in their name.
func (r *reader) files() (waves []string) {
	r.grids = map[string]grid{}
	entries, err := fs.ReadDir(r.dir.FS(), ".")
	if err != nil {
		r.report("data-file-unreadable", diag.Pos{File: r.folder})
	}
	seen := map[string]bool{}
	for _, e := range entries {
		name := e.Name()
		seen[text(name)] = true
		if strings.HasPrefix(name, "~$") && isWorkbookName(name) {
			_, open := sheet.Read(r.folder+"/"+name, nil, sheet.Limits{})
			r.problems = append(r.problems, open...)
		}
		if !IsDataFile(name) {
			continue
		}
		if f, ok := r.dataFile(name, e.IsDir()); ok {
			r.assign(f)
		}
	}
	r.checkNamed(seen)
	r.checkUnsure()
	r.databases()
	for table := range r.grids {
		if wave, ok := strings.CutPrefix(table, "survey-"); ok {
			waves = append(waves, wave)
		}
	}
	slices.Sort(waves)
	return waves
}

// checkUnsure reports the tables of which no sheet was told.
func (r *reader) checkUnsure() {
	for _, table := range slices.Sorted(maps.Keys(r.grids)) {
		if g := r.grids[table]; len(g.either) > 0 {
			r.report("data-sheet-unsure", diag.Pos{File: g.file}, diag.Slot("table", table), diag.Slot("sheets", strings.Join(g.either, ", ")))
		}
	}
}

// checkNamed reports files and sheets that cohort.yaml names and that are not
// there. seen has the names in the folder.
func (r *reader) checkNamed(seen map[string]bool) {
	for _, table := range slices.Sorted(maps.Keys(r.settings.Tables)) {
		s := r.settings.Tables[table]
		_, found := r.grids[table]
		switch {
		case found || !isTableName(table):
		case isTableFile(s.File) && !seen[text(s.File)]:
			r.problems = append(r.problems, diag.New("data-file-named", r.settings.pos("tables."+table+".file")))
		case s.File == "" && s.Sheet != "":
			r.problems = append(r.problems, diag.New("data-sheet-missing", r.settings.pos("tables."+table+".sheet")))
		}
	}
}

func isWorkbookName(name string) bool {
	return slices.Contains([]string{".xlsx", ".xlsm", ".xls"}, strings.ToLower(filepath.Ext(name)))
}

// IsDataFile says whether a file of a cohort's folder holds data, by its name.
// Hidden files and Excel's lock files (~$…) do not.
func IsDataFile(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls":
		return name[0] != '.' && name[0] != '~' && name[0] != '_'
	}
	return false
}

// HasData says whether the folder of a cohort has data files, in any format.
func HasData(data *os.Root, id string) bool {
	entries, err := fs.ReadDir(data.FS(), "cohorts/"+id)
	return err == nil && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() && IsDataFile(e.Name()) })
}

// dataFile reads a file, if it may hold a table: cohort.yaml or its name says
// so, or it is a workbook, of which a sheet may.
func (r *reader) dataFile(name string, isFolder bool) (f dataFile, ok bool) {
	f.path = r.folder + "/" + name
	whole := diag.Pos{File: f.path}
	for _, table := range slices.Sorted(maps.Keys(r.settings.Tables)) {
		if text(r.settings.Tables[table].File) == text(name) && isTableName(table) {
			f.named = append(f.named, table)
		}
	}
	stem, isSurvey := tableOf(strings.TrimSuffix(name, filepath.Ext(name)))
	f.asks = isSurvey
	if len(f.named) == 0 && r.settings.hasSource(stem) {
		r.unread(f.path, "")
		r.report("source-file-beside", whole, diag.Slot("table", stem))
		return f, false
	}
	if len(f.named) == 0 && !r.settings.elsewhere(stem) {
		f.stem = stem
	}
	if len(f.named) == 0 && f.stem == "" && !isWorkbookName(name) {
		if isSurvey && stem == "" {
			r.report("data-wave-unknown", whole)
		} else {
			r.unread(f.path, "")
			r.report("data-file-unknown", whole, diag.Slot("known", strings.Join(tableNames, ", ")))
		}
		return f, false
	}
	data, err := readLimited(r.dir, name)
	switch {
	case errors.Is(err, errLarge):
		r.report("data-file-large", whole, diag.SlotInt("limit", maxBytes>>20))
		f.cut = true
	case err != nil || isFolder:
		r.report("data-file-unreadable", whole)
		f.cut = true
	default:
		var problems []diag.Problem
		f.book, problems = sheet.Read(f.path, data, sheet.Limits{})
		f.cut = diag.Stops(problems, false)
		r.problems = append(r.problems, problems...)
	}
	return f, true
}
