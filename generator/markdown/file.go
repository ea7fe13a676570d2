package markdown

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// file is one Markdown file under conversion: its bytes, the places of its
// lines and the problems found in it.
type file struct {
	page     source.Page
	name     string
	body     []byte
	starts   []int // offset of each line; made when the first position is asked for
	problems *[]diag.Problem
	headings map[*ast.Heading]headingID // the ids that their author gave them

	reads       func(only string) bool // whether its readers get what is for an audience; nil: all of it
	directives  []int                  // offsets of the directives and lists of attributes that were read
	definitions []definition
}

func newFile(p source.Page, problems *[]diag.Problem) *file {
	return &file{page: p, name: p.File(), body: []byte(p.Body), problems: problems}
}

// pos is the place in the file of length bytes of the body from an offset.
// Columns are counted in characters.
func (f *file) pos(offset, length int) diag.Pos {
	if f.starts == nil {
		f.starts = append(make([]int, 0, 64), 0)
		for i := 0; ; {
			n := bytes.IndexByte(f.body[i:], '\n')
			if n < 0 {
				break
			}
			i += n + 1
			f.starts = append(f.starts, i)
		}
	}
	offset = min(max(offset, 0), len(f.body))
	line := sort.SearchInts(f.starts, offset+1) - 1
	start := f.starts[line]
	end := min(offset+max(length, 0), len(f.body))
	return diag.Pos{
		File:   f.name,
		Line:   max(f.page.Line, 1) + line,
		Column: utf8.RuneCount(f.body[start:offset]) + 1,
		Length: utf8.RuneCount(f.body[offset:end]),
	}
}

// report adds a problem that lies at length bytes from an offset of the body.
func (f *file) report(id diag.ID, offset, length int, args ...diag.Arg) {
	*f.problems = append(*f.problems, diag.New(id, f.pos(offset, length), args...))
}
