package microdata

import "kohort/generator/diag"

// Logs of what pairs do name the pair by its number, or by its two people.

// isLog says whether a table has rows of pairs that another table lists.
func isLog(table string) bool {
	return table == "sessions" || table == "goals" || table == "followups"
}

// oneWay leaves in the header of a log one way alone to tell the pair: its
// number, or else its people, by id rather than by name. A header such as No
// means the number of the row where both people have columns.
func (f found) oneWay(known []column) {
	pair, mentor, mentee := f.surest(known, "pair"), f.surest(known, "mentor"), f.surest(known, "mentee")
	switch {
	case pair > elsewhere || pair == elsewhere && (mentor == nowhere || mentee == nowhere):
		f.keep(known, "mentor", nowhere)
		f.keep(known, "mentee", nowhere)
	default:
		f.keep(known, "pair", nowhere)
		f.keep(known, "mentor", mentor)
		f.keep(known, "mentee", mentee)
	}
}

// surest is how sure the surest header of a column is.
func (f found) surest(known []column, name string) rank {
	out := nowhere
	for _, is := range f {
		if is != nil && is.column >= 0 && known[is.column].name == name {
			out = max(out, is.rank)
		}
	}
	return out
}

// keep passes over the headers of a column that are not of a rank, and of
// those that may mean something else all but the first.
func (f found) keep(known []column, name string, of rank) {
	taken := false
	for i, is := range f {
		if is == nil || is.column < 0 || known[is.column].name != name {
			continue
		}
		if is.rank != of || of == elsewhere && taken {
			f[i] = &heading{column: -1, rank: is.rank}
		}
		taken = taken || is.rank == of
	}
}

// findPair finds the pair that a row of a log names.
func (r *reader) findPair(pairs pairList, t table, w row) (int, bool) {
	if !t.has("pair") {
		return r.pairOf(pairs, t, w)
	}
	id := code(t.cell(w, "pair"))
	if id == "" || !pairs.known {
		return 0, false
	}
	i, ok := pairs.byID[id]
	if !ok {
		r.report("data-pair-unknown", t.at(w, "pair"))
	}
	return i, ok && i >= 0
}

// pairOf finds the one pair of the people that a row names. Where some pair's
// own row has a problem, none is missed here.
func (r *reader) pairOf(pairs pairList, t table, w row) (int, bool) {
	column := "mentor"
	if !t.has("mentor") || t.cell(w, "mentor") == "" && t.cell(w, "mentee") != "" {
		column = "mentee"
	}
	if t.cell(w, column) == "" {
		r.report("data-cell-empty", t.at(w, column), diag.Slot("column", t.calls(column)))
		return 0, false
	}
	if !pairs.known {
		return 0, false
	}
	mentor, ok1 := r.find(pairs.people, t, w, "mentor")
	mentee, ok2 := r.find(pairs.people, t, w, "mentee")
	if !ok1 && t.cell(w, "mentor") != "" || !ok2 && t.cell(w, "mentee") != "" {
		return 0, false
	}
	var fit []int
	for i, p := range pairs.pairs {
		if (!ok1 || p.Mentor == mentor) && (!ok2 || p.Mentee == mentee) {
			fit = append(fit, i)
		}
	}
	switch {
	case len(fit) == 1:
		return fit[0], true
	case len(fit) > 1:
		r.report("data-pair-several", t.at(w, column))
	case !pairs.broken:
		r.report("data-pair-unknown", t.at(w, column))
	}
	return 0, false
}

// pairKey is what names a pair in the list of pairs: its number, or its people
// where the list has no numbers. It is empty where the row names none.
func pairKey(t table, w row) string {
	if t.has("pair") {
		return code(t.cell(w, "pair"))
	}
	mentor, mentee := code(t.cell(w, "mentor")), code(t.cell(w, "mentee"))
	if mentor == "" || mentee == "" {
		return ""
	}
	return mentor + " " + mentee
}

// pairColumn is where a problem of a whole pair stands.
func pairColumn(t table) string {
	if t.has("pair") {
		return "pair"
	}
	return "mentee"
}
