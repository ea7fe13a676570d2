package microdata

import (
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
	"kohort/generator/disclosure/internal/value"
)

// A roster tells the role in one column, or by a mark in one of two: ○ below
// メンター or below メンティー.

// markWords are what a cell of such a column takes, as a problem names it.
var markWords = diag.Text{EN: "○, ✓, yes, no", JA: "○、✓、×、空欄"}

// isRoleMark says whether a column of the roster stands in place of the role.
func isRoleMark(table, column string) bool {
	return table == "participants" && (column == "mentor" || column == "mentee")
}

// markedRoles leaves in the header of a roster one way alone to tell the role:
// a column of its own, or else marks in two. A column メンター that holds
// something else, such as who a person is paired with, is not known.
func (f found) markedRoles(t *table, known []column) {
	role, mentor, mentee := f.surest(known, "role"), f.surest(known, "mentor"), f.surest(known, "mentee")
	if role <= elsewhere && mentor != nowhere && mentee != nowhere && f.areMarks(t, known) {
		f.keep(known, "role", nowhere)
		return
	}
	for i, is := range f {
		if is != nil && is.column >= 0 && isRoleMark(t.name, known[is.column].name) {
			f[i] = nil
		}
	}
}

// areMarks says whether most filled cells of the two columns are marks.
func (f found) areMarks(t *table, known []column) bool {
	filled, marks := 0, 0
	for i, is := range f {
		if is == nil || is.column < 0 || !isRoleMark(t.name, known[is.column].name) {
			continue
		}
		for _, w := range t.rows {
			cell := w.at(i)
			if cell.Kind == sheet.Empty || cell.Kind == sheet.Error {
				continue
			}
			filled++
			if _, ok := marked(cell.Text, Role(known[is.column].name), true); ok {
				marks++
			}
		}
	}
	return 2*marks >= filled
}

// marked reads a mark, or the word for the role itself, in the column of a
// role. crossed says that a Latin x is a mark.
func marked(cell string, role Role, crossed bool) (yes, ok bool) {
	if isCross(cell) {
		return crossed, crossed
	}
	switch code(cell) {
	case "":
		return false, true
	case "レ", "v", "V", "該当":
		return true, true
	}
	if is := roleWords.is[foldWord(cell)]; is != "" {
		return is == string(role), is == string(role)
	}
	return value.YesNo(cell)
}

// isCross says whether a cell is a Latin x, which ticks a box in English and
// strikes it in Japanese.
func isCross(cell string) bool { return strings.EqualFold(code(cell), "x") }

// crossed says whether a Latin x marks a role in t: where no other mark does.
// Beside ○ it may well strike out.
func (t *table) crossed() bool {
	for _, w := range t.rows {
		for _, role := range []Role{Mentor, Mentee} {
			if yes, _ := marked(t.cell(w, string(role)), role, false); yes {
				return false
			}
		}
	}
	return true
}

// markedRole reads the role of a row that has it by marks. Just one must be
// there; of a row without an id and without a mark, shape tells enough.
func (r *reader) markedRole(t table, w row) Role {
	var roles, struck []Role
	for _, role := range []Role{Mentor, Mentee} {
		cell := t.value(w, string(role))
		yes, ok := marked(shown(cell), role, t.crosses)
		switch {
		case cell.Kind == sheet.Error: // told by shape
			return ""
		case yes:
			roles = append(roles, role)
		case !ok && isCross(cell.Text):
			struck = append(struck, role)
		case !ok:
			r.report("data-word-unknown", t.at(w, string(role)), diag.SlotText("known", markWords))
			return ""
		}
	}
	switch {
	case len(roles) == 1:
		return roles[0]
	case len(roles) > 1:
		r.report("data-role-marks", t.at(w, "mentor"), diag.SlotText("which", diag.Text{EN: "both mentor and mentee are marked", JA: "メンターとメンティーの両方に印があります"}))
	case len(struck) == 1: // a mark or a strike
		r.report("data-word-unknown", t.at(w, string(struck[0])), diag.SlotText("known", markWords))
	case t.cell(w, "id") != "":
		r.report("data-role-marks", t.at(w, "mentor"), diag.SlotText("which", diag.Text{EN: "neither mentor nor mentee is marked", JA: "メンターとメンティーのどちらにも印がありません"}))
	}
	return ""
}
