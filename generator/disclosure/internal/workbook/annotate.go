package workbook

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// File is a data file as it was read, or a table that a database gave.
type File struct {
	Path string // as positions name it
	Data []byte
	// Rows are those of a table, which positions call Sheet; nil: Data counts.
	Sheet string
	Rows  []sheet.Row
}

// Annotate gives a workbook with all sheets of the files, in which the cells
// of problems are coloured and commented in lang, and a first sheet that lists
// all problems and leads to their cells. A table of a database has a sheet of
// its rows, with the names of its columns. The first workbook among the files
// keeps all that it holds; the others lend their cells, with styles. Where a
// workbook's parts are not as the library wants them, all lend their values
// alone. A file that cannot be read at all has no sheet.
func Annotate(files []File, problems []diag.Problem, lang diag.Lang) ([]byte, error) {
	data, err := annotate(files, problems, lang, false)
	if err != nil {
		data, err = annotate(files, problems, lang, true)
	}
	return data, err
}

func annotate(files []File, problems []diag.Problem, lang diag.Lang, plain bool) (data []byte, err error) {
	defer func() {
		if recover() != nil { // the library trusts some parts of a workbook more than it may
			data, err = nil, errBook
		}
	}()
	files = slices.SortedFunc(slices.Values(files), func(a, b File) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Sheet, b.Sheet)) })
	c := gather(files, lang, plain)
	defer c.file.Close()
	list := c.sheetName(c.say(wordProblems))
	c.addSheet(list, 0)
	for _, r := range c.rest {
		c.copyFile(r)
	}
	c.markCells(problems)
	c.list(list, problems)
	return c.bytes()
}

// copied is a workbook that becomes the copy of several files.
type copied struct {
	*book
	names map[place]string // of each sheet in the copy
	rest  []File           // files whose sheets are still to be copied
	spare bool             // the one sheet is that of a new workbook
	plain bool             // without the looks of the files
}

// place is a sheet of a file; the sheet of a text file has no name.
type place struct{ file, sheet string }

// gather begins a copy with the first workbook among the files that can be
// kept whole, or with an empty one.
func gather(files []File, lang diag.Lang, plain bool) *copied {
	empty := &copied{book: newBook(excelize.NewFile(), lang), names: make(map[place]string), rest: files, spare: true, plain: plain}
	if plain {
		return empty
	}
	for i, f := range files {
		read, problems := sheet.Read(f.Path, f.Data, sheet.Limits{})
		if read.Format != sheet.XLSX || stopped(problems) || bytes.Contains(f.Data, []byte("vbaProject.bin")) {
			continue
		}
		file, ok := open(f.Data)
		if !ok {
			continue
		}
		c := &copied{book: newBook(file, lang), names: make(map[place]string), rest: slices.Delete(slices.Clone(files), i, i+1)}
		for _, name := range file.GetSheetList() {
			c.names[place{f.Path, name}] = name
		}
		return c
	}
	return empty
}

// stopped says whether a file could not be read to its end.
func stopped(problems []diag.Problem) bool {
	return slices.ContainsFunc(problems, func(p diag.Problem) bool {
		return p.Severity() == diag.Error && p.Pos.Line == 0
	})
}

// maxUnpacked is how much a workbook may unpack to before it is copied cell by
// cell instead. Below it the library writes no temporary file.
const maxUnpacked = 16 << 20

func open(data []byte) (*excelize.File, bool) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	return f, err == nil
}

// addSheet adds a sheet as the one at an index.
func (c *copied) addSheet(name string, at int) {
	sheets := c.file.GetSheetList()
	if c.spare {
		c.spare = false
		c.did(c.file.SetSheetName(sheets[0], name))
		return
	}
	_, err := c.file.NewSheet(name)
	c.failed = c.failed || err != nil
	if at < len(sheets) {
		c.did(c.file.MoveSheet(name, sheets[at]))
	}
}

// copyFile adds the sheets of a file.
func (c *copied) copyFile(f File) {
	if f.Rows != nil {
		name := c.sheetName(f.Sheet)
		c.names[place{f.Path, f.Sheet}] = name
		c.addSheet(name, len(c.file.GetSheetList()))
		c.copySheet(name, sheet.Sheet{Rows: f.Rows}, lender{})
		return
	}
	read, problems := sheet.Read(f.Path, f.Data, sheet.Limits{})
	if len(read.Sheets) == 0 {
		return
	}
	var source *excelize.File
	if read.Format == sheet.XLSX && !stopped(problems) && !c.plain {
		if opened, ok := open(f.Data); ok {
			source = opened
			defer opened.Close()
		}
	}
	for _, s := range read.Sheets {
		name := path.Base(f.Path)
		if len(read.Sheets) > 1 {
			name = s.Name + " " + name
		}
		name = c.sheetName(name)
		c.names[place{f.Path, s.Name}] = name
		c.addSheet(name, len(c.file.GetSheetList()))
		c.copySheet(name, s, lender{source, c.book, s.Name, make(map[int]int)})
	}
}

// said is what is said of one cell.
type said struct {
	at       place
	cell     string
	warning  bool // nothing worse
	messages []string
}

// cells gathers the problems of each cell, in the problems' order. A problem
// of a row stands at its first cell.
func (c *copied) cells(problems []diag.Problem) (out []said) {
	type key struct {
		at   place
		cell string
	}
	index := make(map[key]int)
	for _, p := range problems {
		at, cell := c.cell(p)
		if cell == "" {
			continue
		}
		i, known := index[key{at, cell}]
		if !known {
			i = len(out)
			index[key{at, cell}] = i
			out = append(out, said{at: at, cell: cell, warning: true})
		}
		out[i].warning = out[i].warning && p.Severity() == diag.Warning
		out[i].messages = append(out[i].messages, p.Message(c.lang))
	}
	return out
}

// cell is where a problem stands in the copy; no cell where it has none there.
func (c *copied) cell(p diag.Problem) (place, string) {
	at := place{p.Pos.File, p.Pos.Sheet}
	if c.names[at] == "" || p.Pos.Line == 0 {
		return at, ""
	}
	return at, cmp.Or(p.Pos.Cell(), sheet.Name(p.Pos.Line, 1))
}

// maxMarked is how many problems are marked in their cells, and led to from the
// list: with more, a whole column is wrong, and spreadsheet programs grow slow.
const maxMarked = 2000

// The backgrounds of marked cells: those that Excel calls Bad and Neutral.
const (
	colourError   = "FFC7CE"
	colourWarning = "FFEB9C"
)

// markCells colours and comments the cells of problems.
func (c *copied) markCells(problems []diag.Problem) {
	notes := make(map[string]map[string]string) // what was noted in a cell before, by sheet
	for _, s := range c.cells(problems[:min(len(problems), maxMarked)]) {
		name, colour := c.names[s.at], colourError
		if s.warning {
			colour = colourWarning
		}
		style, err := c.file.GetCellStyle(name, s.cell)
		c.failed = c.failed || err != nil
		c.did(c.file.SetCellStyle(name, s.cell, s.cell, c.coloured(style, colour)))
		if notes[name] == nil {
			notes[name] = c.notes(name)
			c.did(c.file.SetSheetVisible(name, true))
		}
		lines := s.messages
		if before := notes[name][s.cell]; before != "" {
			c.did(c.file.DeleteComment(name, s.cell))
			lines = append(lines, before)
		}
		text := strings.Join(lines, "\n\n")
		c.did(c.file.AddComment(name, excelize.Comment{
			Cell: s.cell, Author: "kohort", Width: 320, Height: height(text), Paragraph: []excelize.RichTextRun{{Text: text}},
		}))
	}
}

// notes are the comments that a sheet has, by cell.
func (c *copied) notes(name string) map[string]string {
	out := make(map[string]string)
	comments, err := c.file.GetComments(name)
	c.failed = c.failed || err != nil
	for _, note := range comments {
		text := note.Text
		for _, run := range note.Paragraph {
			text += run.Text
		}
		out[note.Cell] = text
	}
	return out
}

// height is that of a comment that shows all of its text, in pixels.
func height(text string) uint {
	lines := 1
	for line := range strings.Lines(text) {
		lines += 1 + len([]rune(line))/22
	}
	return uint(20 * lines)
}
