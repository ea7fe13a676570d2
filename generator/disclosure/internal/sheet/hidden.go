package sheet

import "slices"

// isHidden says whether the tag of a row or of columns hides them.
func isHidden(tag []byte) bool {
	value, _ := attribute(tag, "hidden")
	return string(value) == "1" || string(value) == "true"
}

// hidden gives the rows, of those that are filled, and the columns of their
// cells that Excel does not show.
func (w *worksheet) hidden(filled []Row) (rows, columns []int) {
	width, at := 0, 0
	for _, row := range filled {
		width = max(width, len(row.Cells))
		for w.rows[at].number < row.Number {
			at++
		}
		if w.rows[at].hidden {
			rows = append(rows, row.Number)
		}
	}
	for column := 1; column <= width; column++ {
		if slices.ContainsFunc(w.columns, func(c [2]int) bool { return c[0] <= column && column <= c[1] }) {
			columns = append(columns, column)
		}
	}
	return rows, columns
}
