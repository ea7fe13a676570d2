package microdata

import (
	"regexp"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/sheet"
	"kohort/generator/disclosure/internal/value"
)

// maxTitle is how many filled rows may stand above the header.
const maxTitle = 30

// find gives the index of the row that names most columns, the first of equal
// ones, and of the last row of the header below it; -1 where no row names so
// many that it must be a header.
func (h headings) find(g grid) (top, bottom int) {
	if g.isQuery() { // the database named the columns: what is below is people's
		if h.count(g, 0, g.rows[0]) == 0 {
			return -1, -1
		}
		return 0, 0
	}
	top, most := -1, 0
	for i, w := range g.rows[:min(len(g.rows), maxTitle)] {
		if n := h.count(g, i, w); n > most {
			top, most = i, n
		}
	}
	if top < 0 || most < h.fewest && !h.settles(g.rows[top]) {
		return -1, -1
	}
	bottom = top
	for bottom+1 < len(g.rows) && bottom < top+2 && g.rows[bottom+1].Number == g.rows[bottom].Number+1 && h.continues(g.rows[bottom+1]) {
		bottom++
	}
	return top, bottom
}

// count is how many columns a row names, with the row above it where that
// groups them.
func (h headings) count(g grid, i int, w sheet.Row) int {
	seen := map[int]bool{}
	for j, cell := range w.Cells {
		header, ok := h.of(cell.Text)
		if !ok || header.column < 0 {
			if grouped, is := h.of(g.above(i, j) + cell.Text); is && cell.Kind != sheet.Empty {
				header, ok = grouped, true
			}
		}
		if ok && cell.Kind == sheet.Text && header.column >= 0 && !isRoleMark(h.table, h.known[header.column].name) { // a person's row has such a word too
			seen[header.column] = true
		}
	}
	return len(seen)
}

// settles says whether a row has a header that cohort.yaml gives.
func (h headings) settles(w sheet.Row) bool {
	return slices.ContainsFunc(w.Cells, func(cell sheet.Cell) bool {
		header, ok := h.of(cell.Text)
		return ok && header.rank == settled
	})
}

// unit is what stands below a header beside names of columns: a unit, or how
// a cell is to be filled in.
var unit = regexp.MustCompile(`^((全角|半角|選択|プルダウン|ドロップダウン|自動|入力例|記入例|例|単位|必須|任意).*|分|年月日|日付|数値|数字|文字列?|yyyy[md0-9]*|[md]{1,4}yyyy|date|text|number|mins?|minutes|required|optional|example)$`)

// continues says whether a row belongs to the header above it: all its cells
// are names of columns or units.
func (h headings) continues(w sheet.Row) bool {
	for _, cell := range w.Cells {
		if cell.Kind == sheet.Empty {
			continue
		}
		_, ok := h.of(cell.Text)
		plain := letters(strings.ToLower(code(cell.Text)))
		if cell.Kind != sheet.Text || !ok && !unit.MatchString(plain) {
			return false
		}
	}
	return true
}

// columns gives what the header's rows say of each column of the file, and t
// the headers as they are written.
func (h headings) columns(g grid, top, bottom int, t *table) found {
	width := 0
	for _, w := range g.rows[top : bottom+1] {
		width = max(width, len(w.Cells))
	}
	if !g.isText() { // a text file's row with more cells is a slip, which shape reports
		for _, w := range t.rows {
			width = max(width, len(w.cells))
		}
	}
	out := make(found, width)
	t.headers = make([]string, width)
	for j := range width {
		t.headers[j] = oneLine(textAt(g.rows[top], j))
		for _, written := range g.written(top, bottom, j) {
			if is, ok := h.of(written); ok {
				t.headers[j], out[j] = oneLine(written), &is
				break
			}
		}
	}
	return out
}

// written gives what may be the header of a column: with the row above or
// below it where one groups the other (メンター over 社員番号), as it stands in
// its row, and else what stands above or below.
func (g grid) written(top, bottom, j int) []string {
	own, above, below := textAt(g.rows[top], j), g.above(top, j), ""
	if bottom > top {
		below = textAt(g.rows[bottom], j)
	}
	out := []string{g.spread(top, j) + " " + below, above + " " + own, own}
	if own == "" {
		out = append(out, above)
	}
	return append(out, below)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func textAt(w sheet.Row, j int) string {
	if j < len(w.Cells) {
		return w.Cells[j].Text
	}
	return ""
}

// above is the cell over a cell, in the row just above a row, of a merged range
// its value.
func (g grid) above(i, j int) string {
	if i == 0 || g.rows[i-1].Number != g.rows[i].Number-1 {
		return ""
	}
	return g.spread(i-1, j)
}

// spread is the text of a cell; within a range that is merged to the right,
// that of the range.
func (g grid) spread(i, j int) string {
	for _, m := range g.merged {
		if n := g.rows[i].Number; m.FirstRow <= n && n <= m.LastRow && m.FirstColumn <= j+1 && j+1 <= m.LastColumn && m.FirstRow == n {
			return textAt(g.rows[i], m.FirstColumn-1)
		}
	}
	return textAt(g.rows[i], j)
}

// excelErrors are the errors that a spreadsheet program writes into a text
// file.
var excelErrors = []string{"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}

// below gives the rows under a header. A value in cells that are merged down
// several rows counts for each of them.
func (g grid) below(bottom int) []row {
	out := make([]row, 0, len(g.rows)-bottom-1)
	for _, w := range g.rows[bottom+1:] {
		cells := make([]sheet.Cell, len(w.Cells))
		for j, cell := range w.Cells {
			cells[j] = plain(cell)
		}
		out = append(out, row{w.Number, cells})
	}
	for _, m := range g.merged {
		g.fill(out, m)
	}
	return out
}

// plain turns a word for no answer into an empty cell that keeps its text, and
// the text of an error into an error.
func plain(cell sheet.Cell) sheet.Cell {
	switch {
	case cell.Kind != sheet.Text:
	case slices.Contains(excelErrors, strings.TrimSpace(cell.Text)):
		cell.Kind = sheet.Error
	case value.Empty(cell.Text):
		cell.Kind = sheet.Empty
	}
	return cell
}

// fill gives the value of a range of one column to all its rows.
func (g grid) fill(rows []row, m sheet.Range) {
	j := m.FirstColumn - 1
	if m.LastColumn != m.FirstColumn {
		return
	}
	first := slices.IndexFunc(rows, func(w row) bool { return w.number == m.FirstRow })
	if first < 0 {
		return
	}
	value := rows[first].at(j)
	for i := first + 1; i < len(rows) && rows[i].number <= m.LastRow; i++ {
		for len(rows[i].cells) <= j {
			rows[i].cells = append(rows[i].cells, sheet.Cell{})
		}
		rows[i].cells[j] = value
	}
}
