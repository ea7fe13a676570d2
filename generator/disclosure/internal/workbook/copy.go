package workbook

import (
	"math"

	"github.com/xuri/excelize/v2"

	"kohort/generator/disclosure/internal/sheet"
)

// lender gives the looks of a sheet that is copied; without a file it has none.
type lender struct {
	file   *excelize.File
	to     *book
	sheet  string
	styles map[int]int // index of the style in the copy, by that in the file
}

// style gives the style of a cell in the copy; 0 is none.
func (l lender) style(cell string) int {
	if l.file == nil {
		return 0
	}
	id, err := l.file.GetCellStyle(l.sheet, cell)
	if err != nil || id == 0 {
		return 0
	}
	if known, ok := l.styles[id]; ok {
		return known
	}
	style, err := l.file.GetStyle(id)
	if err != nil || style == nil {
		return 0
	}
	l.styles[id] = l.to.style(*style)
	return l.styles[id]
}

// copySheet writes the cells of a sheet at the same places.
func (c *copied) copySheet(name string, s sheet.Sheet, look lender) {
	columns := 0
	for _, row := range s.Rows {
		for i, cell := range row.Cells {
			if cell.Kind == sheet.Empty {
				continue
			}
			at := sheet.Name(row.Number, i+1)
			c.value(name, at, cell)
			if style := look.style(at); style > 0 {
				c.did(c.file.SetCellStyle(name, at, at, style))
			}
		}
		columns = max(columns, len(row.Cells))
	}
	for _, m := range s.Merged {
		c.did(c.file.MergeCell(name, sheet.Name(m.FirstRow, m.FirstColumn), sheet.Name(m.LastRow, m.LastColumn)))
	}
	if look.file == nil {
		return
	}
	for column := range columns {
		letter := sheet.Letter(column + 1)
		if width, err := look.file.GetColWidth(look.sheet, letter); err == nil && width > 0 {
			c.did(c.file.SetColWidth(name, letter, letter, width))
		}
	}
}

// maxExact is where spreadsheet programs begin to round whole numbers.
const maxExact = 1e15

// value writes a cell as what it is. An error is written as its text: a
// formula that gives it may name sheets that the copy has not; and so is a
// number of more digits than a spreadsheet keeps.
func (c *copied) value(name, at string, cell sheet.Cell) {
	if cell.Kind == sheet.Number && math.Abs(cell.Number) >= maxExact {
		c.text(name, at, cell.Text)
		return
	}
	switch cell.Kind {
	case sheet.Number, sheet.Clock:
		c.did(c.file.SetCellFloat(name, at, cell.Number, -1, 64))
	case sheet.Date:
		c.did(c.file.SetCellValue(name, at, cell.Time))
	case sheet.Bool:
		c.did(c.file.SetCellBool(name, at, cell.Number == 1))
	default:
		c.text(name, at, cell.Text)
	}
}
