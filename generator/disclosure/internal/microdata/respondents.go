package microdata

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// respondentColumns tell who answered, the surest first.
var respondentColumns = []string{"respondent", "email", "name"}

// toldIn is the first of the columns that tell who answered; empty where there
// is none.
func (t *table) toldIn() string {
	if i := slices.IndexFunc(respondentColumns, t.has); i >= 0 {
		return respondentColumns[i]
	}
	return ""
}

// toldBy is the first column that tells the respondent of a row.
func (t *table) toldBy(w row) string {
	if i := slices.IndexFunc(respondentColumns, func(c string) bool { return t.told(w, c) != "" }); i >= 0 {
		return respondentColumns[i]
	}
	return t.toldIn()
}

// told is the cell of a column that tells the respondent; empty where the
// service wrote that nobody is named.
func (t *table) told(w row, column string) string {
	cell := code(t.cell(w, column))
	switch strings.ToLower(cell) {
	case "anonymous", "匿名", "匿名ユーザー":
		return ""
	}
	return cell
}

// nameless says whether no row of a survey names its respondent. An id column
// that is there is to be filled in.
func (t *table) nameless() bool {
	return !t.has("respondent") && !slices.ContainsFunc(t.rows, func(w row) bool {
		return t.told(w, "email") != "" || t.told(w, "name") != ""
	})
}

// respondent gives the participant who answered a row: by id, else by e-mail
// address, else by a name that only one participant has. Who stands in a row of
// the roster that could not be used is told there, and not missed here.
func (r *reader) respondent(people participants, t table, w row) (int, bool) {
	if slices.ContainsFunc(respondentColumns, func(c string) bool { return t.value(w, c).Kind == sheet.Error }) {
		return 0, false // told by shape
	}
	id, email, name := t.told(w, "respondent"), t.told(w, "email"), t.told(w, "name")
	byMail, byName, mailed := people.whois(email)
	shared := mailed && byMail == several
	mailed = mailed && !byName && !shared
	switch {
	case id == "" && email == "" && name == "":
		r.report("data-cell-empty", t.at(w, t.toldIn()), diag.SlotText("column", r.called(t.name, t.toldIn())))
	case !people.known:
	case id != "":
		i, known := r.find(people, t, w, "respondent")
		if known && mailed && byMail != i {
			r.report("survey-respondent-differs", t.at(w, "respondent"))
			return 0, false
		}
		return i, known
	case mailed:
		return byMail, !people.twice[byMail]
	case name != "":
		if _, _, known := people.whois(name); known {
			return r.find(people, t, w, "name")
		}
		if !people.isLeftOut(name) && !people.isLeftOut(email) {
			r.report("survey-respondent-unknown", t.at(w, "name"))
		}
	case shared:
		r.report("data-person-several", t.at(w, "email"))
	case !people.isLeftOut(email):
		r.report("survey-respondent-unknown", t.at(w, "email"))
	}
	return 0, false
}
