package microdata

import (
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
	"kohort/generator/disclosure/internal/value"
)

// code is a cell as it is compared: an id, a number or a word of a fixed
// list. Full-width letters and digits are the same as ASCII ones.
func code(cell string) string { return strings.TrimSpace(norm.NFKC.String(cell)) }

// text is a cell as it is kept: a name or a level.
func text(cell string) string { return strings.TrimSpace(norm.NFC.String(cell)) }

// dateOf is the day of a time.
func dateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// day reads a day of cohort.yaml or of a file's name.
func day(written string) (Date, bool) {
	t, ok := value.Day(written, value.Unknown)
	if !ok {
		return Date{}, false
	}
	return dateOf(t), true
}

// date reads a cell that may be empty. A word for what has not happened, such
// as 未受講, is an empty one.
func (r *reader) date(t table, w row, column string) Date {
	at, ok := r.moment(t, w, column)
	if !ok {
		return Date{}
	}
	d := dateOf(at)
	r.checkFar(t, w, column, d)
	return d
}

// moment reads a day with its time of day, where there is one, and says whether
// there is a day.
func (r *reader) moment(t table, w row, column string) (time.Time, bool) {
	cell := t.value(w, column)
	if cell.Kind == sheet.Date {
		return cell.Time, true
	}
	written := shown(cell)
	if written == "" {
		return time.Time{}, false
	}
	read := value.Moment
	if column == "submitted" {
		read = value.Stamp
	}
	if at, ok := read(written, t.order(column)); ok {
		return at, true
	}
	if !t.notYet(column, written) {
		r.noDay(t, w, column, written)
	}
	return time.Time{}, false
}

// order is how the dates of a column are meant that have their year last.
func (t *table) order(column string) value.Order {
	order, known := t.orders[column]
	if !known {
		var cells []string
		for _, w := range t.rows {
			cells = append(cells, t.cell(w, column))
		}
		order = value.OrderOf(cells)
		t.orders[column] = order
	}
	return order
}

// inOrder reports a date that is earlier than one it must follow.
func (r *reader) inOrder(t table, w row, first, second string, a, b Date) {
	if !a.IsZero() && !b.IsZero() && b.Before(a) {
		r.report("data-date-order", t.at(w, second), diag.Slot("second", t.calls(second)), diag.Slot("first", t.calls(first)))
	}
}

// minutes reads a length of time in minutes; 0 where there is none.
func (r *reader) minutes(t table, w row, column string) int {
	cell := t.cell(w, column)
	if cell == "" {
		return 0
	}
	n, ok := value.Minutes(cell)
	if !ok || n < 1 || n > 600 {
		r.report("data-minutes-bad", t.at(w, column))
		return 0
	}
	return n
}

// latest gives the later of two dates.
func latest(a, b Date) Date {
	if a.Before(b) {
		return b
	}
	return a
}
