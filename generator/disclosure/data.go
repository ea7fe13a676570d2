package disclosure

import (
	"io/fs"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/workbook"
)

// DataInput says which cohort's data files are looked at.
type DataInput struct {
	Place  Place
	Cohort string
	Policy Policy
	Copy   string    // the workbook in which problems are marked; empty: none
	Lang   diag.Lang // of the copy
	// IsSite says whether a folder holds a site: no copy is written into one.
	IsSite func(folder string) bool
}

// DataReport is what a cohort's data files were recognised as: headers and
// counts, no cell and no answer. It is for HR alone.
type DataReport struct {
	Cohort    string
	K         int         // people that a level needs to be shown
	Tables    []DataTable // in the order in which they are read
	Unread    []DataSheet // with cells that no table is read from, instructions of templates left out
	Groupings []Grouping  // none where there is a release: groups are fixed by then
	Copy      string      // the workbook that was written; empty: none
}

// DataSheet is a file, or a sheet of one.
type DataSheet struct{ File, Sheet string }

// DataTable is one table.
type DataTable struct {
	DataSheet
	Table     string // participants, survey-before …
	Format    string // csv, tsv, semicolon, xlsx …
	Encoding  string // utf-8, utf-8-bom, cp932, utf-16le, utf-16be
	HeaderRow int    // as a spreadsheet program counts; 0 where none was recognised
	Rows      int
	Columns   []DataColumn
	// HiddenRows are the numbers of rows, HiddenColumns the letters of columns, that
	// are read though the workbook does not show them.
	HiddenRows    []int
	HiddenColumns []string
}

// DataColumn is one column of a table.
type DataColumn struct {
	Letter                  string
	Header                  string // as written; empty where a problem is about it
	Name                    string // the column that it is; empty: not read
	Filled, Empty, Distinct int    // cells
}

// Grouping proposes to count small levels of a dimension together; it follows
// from the sizes of levels alone.
type Grouping struct {
	Dimension     string
	ByRole        bool // each role needs enough people
	Joined        []JoinedLevels
	Before, After Coverage
	People        int      // with a level of the dimension
	Lines         []string // for cohort.yaml
}

// JoinedLevels is levels that would be counted as one.
type JoinedLevels struct {
	Name   string
	Levels []string
	People int
}

// Coverage is how many levels there are, how many hold enough people, and how
// many people these hold.
type Coverage struct{ Levels, Enough, People int }

// InspectData reads a cohort's data files and says what was recognised as
// what, with all problems, put together by diag.Gather. Where a copy is asked
// for it writes one, in which the cell of each problem is marked, and nothing
// else.
func InspectData(in DataInput) (DataReport, []diag.Problem, error) {
	f, err := in.Place.open()
	if err != nil {
		return DataReport{}, nil, err
	}
	defer f.close()
	if refused, err := in.checkCopy(); err != nil || len(refused) > 0 {
		return DataReport{}, refused, err
	}
	policy := in.Policy.orDefault()
	survey, problems := microdata.ReadSurvey(f.handbook)
	overview, groupings, found := microdata.Inspect(f.handbook, f.data, in.Cohort, survey, policy.k)
	problems = diag.Sort(append(problems, found...))
	out := report(overview, problems)
	out.Cohort, out.K = in.Cohort, policy.k
	if !f.released(in.Cohort) {
		out.Groupings = proposals(groupings)
	}
	if in.Copy == "" {
		return out, diag.Gather(problems), nil
	}
	if err := in.writeCopy(f, out, overview.Queried, problems); err != nil {
		return DataReport{}, nil, err
	}
	out.Copy = in.Copy
	return out, diag.Gather(problems), nil
}

// released says whether a cohort has a release.
func (f folders) released(id string) bool {
	files, err := fs.Glob(f.handbook.FS(), "cohorts/"+id+"/releases/*.json")
	return err == nil && len(files) > 0
}

// report takes over an overview. A header that no table knows may be a cell
// of somebody's row: where a problem is about it, it is not shown, nor is a
// column that is not read and holds nothing.
func report(o microdata.Overview, problems []diag.Problem) (out DataReport) {
	doubted := make(map[diag.Pos]bool)
	for _, p := range problems {
		doubted[diag.Pos{File: p.Pos.File, Sheet: p.Pos.Sheet, Line: p.Pos.Line, Letter: p.Pos.Letter}] = true
	}
	for _, t := range o.Tables {
		table := DataTable{
			DataSheet: DataSheet{t.File, t.Sheet}, Table: t.Table, Format: string(t.Format), Encoding: string(t.Encoding), HeaderRow: t.HeaderRow, Rows: t.Rows,
			HiddenRows: t.HiddenRows, HiddenColumns: t.HiddenColumns,
		}
		for _, c := range t.Columns {
			if c.Name == "" && c.Filled == 0 {
				continue
			}
			if doubted[diag.Pos{File: t.File, Sheet: t.Sheet, Line: t.HeaderRow, Letter: c.Letter}] {
				c.Header = ""
			}
			table.Columns = append(table.Columns, DataColumn(c))
		}
		out.Tables = append(out.Tables, table)
	}
	for _, u := range o.Unread {
		if !workbook.IsGuide(u.Sheet) {
			out.Unread = append(out.Unread, DataSheet(u))
		}
	}
	return out
}

func proposals(groupings []microdata.Grouping) (out []Grouping) {
	for _, g := range groupings {
		p := Grouping{Dimension: g.Dimension, ByRole: g.ByRole, Before: Coverage(g.Before), After: Coverage(g.After), People: g.People, Lines: g.Lines}
		for _, j := range g.Joined {
			p.Joined = append(p.Joined, JoinedLevels(j))
		}
		out = append(out, p)
	}
	return out
}
