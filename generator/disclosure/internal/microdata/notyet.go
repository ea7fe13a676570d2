package microdata

import (
	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/value"
)

// leaving are the columns with the day on which something ended.
var leaving = map[string]bool{"left": true, "left_company": true, "ended": true}

// notYet says whether a cell of a column of dates says that the day has not
// come, in a column that may be empty. Who takes back consent must not be
// passed over: there only a plain no counts.
func (t *table) notYet(column, cell string) bool {
	if i := t.index(column); i < 0 || t.columns[i].required {
		return false
	}
	if column == "withdrawn" {
		yes, known := value.YesNo(cell)
		return known && !yes
	}
	return value.NotYet(cell, leaving[column])
}

// noDay reports a cell of a column of dates that holds no day: what it can
// mean decides how it is mended.
func (r *reader) noDay(t table, w row, column, cell string) {
	yes, _ := value.YesNo(cell)
	i := t.index(column)
	switch {
	case i >= 0 && t.columns[i].required && value.NotYet(cell, false):
		r.report("data-date-needed", t.at(w, column), diag.Slot("column", t.calls(column)))
	case value.Ambiguous(cell):
		r.report("data-date-ambiguous", t.at(w, column))
	case yes:
		r.report("data-date-yes", t.at(w, column))
	default:
		r.report("data-date-bad", t.at(w, column))
	}
}
