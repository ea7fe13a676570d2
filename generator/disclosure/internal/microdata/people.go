package microdata

import (
	"strings"

	"kohort/generator/diag"
)

var participantColumns = []column{
	{name: "id", required: true}, {name: "name", required: true}, {name: "kana"}, {name: "email"},
	{name: "role", required: true}, {name: "department"}, {name: "grade"}, {name: "site"}, {name: "manager"},
	{name: "oriented"}, {name: "joined"}, {name: "left"}, {name: "left_company"}, {name: "withdrawn"},
	{name: "family_name"}, {name: "given_name"}, {name: "family_kana"}, {name: "given_kana"}, // in place of name and kana
	{name: "mentor"}, {name: "mentee"}, // in place of role
}

// participants is the people of a cohort as the other tables name them.
type participants struct {
	known   bool // the participants' table could be read, to its end, and has rows
	people  []Person
	byID    map[string]int      // index of people
	also    map[string]int      // by numberKey, mailKey and nameKey: index of people, or several
	columns map[string]diag.Pos // of each dimension: the column alone
	// lost says that a row has no id, or that of another row, and is left out;
	// leftOut holds the mailKey and nameKey of the people in such rows. twice marks
	// the people whose id another row has.
	lost    bool
	leftOut map[string]bool
	twice   map[int]bool
}

// people reads the participants' table.
func (r *reader) people(columns []column) participants {
	t, exists, ok := r.table("participants", columns)
	if !exists && !r.settings.places("participants") {
		r.report("data-file-missing", t.whole())
	}
	if !ok {
		return participants{}
	}
	r.shape(t)
	if len(t.rows) == 0 && !t.cut && !r.inspects { // a template is looked at before it is filled in
		r.report("data-people-none", t.inRow(t.headerRow))
	}
	out := participants{
		known: !t.cut && len(t.rows) > 0, byID: map[string]int{}, also: map[string]int{}, columns: map[string]diag.Pos{},
		leftOut: map[string]bool{}, twice: map[int]bool{},
	}
	for _, d := range dimensions {
		at := t.at(row{}, d)
		out.columns[d] = diag.Pos{Letter: at.Letter, Field: at.Field, Header: at.Header}
	}
	t.crosses = t.has("mentor") && t.crossed()
	rowOf := map[string]int{}
	rowOfMail := map[string]int{}
	levels := make([]spellings, len(dimensions))
	for _, w := range t.rows {
		p := r.person(t, w)
		for i, d := range dimensions {
			levels[i].add(w, p.Level(d))
		}
		p.Pos = t.inRow(w.number)
		first, shared := rowOfMail[strings.ToLower(p.Email)]
		switch {
		case !shared:
			rowOfMail[strings.ToLower(p.Email)] = w.number
		case p.Email != "" && first != rowOf[p.ID]: // else it is told with the id
			r.report("data-email-twice", t.at(w, "email"), diag.SlotInt("row", first))
		}
		if p.ID == "" {
			out.leaveOut(p) // told by shape
			continue
		}
		if first, twice := rowOf[p.ID]; twice {
			r.report("data-id-twice", t.at(w, "id"), diag.SlotInt("row", first))
			out.twice[out.byID[p.ID]] = true
			out.leaveOut(p)
			continue
		}
		rowOf[p.ID] = w.number
		out.byID[p.ID] = len(out.people)
		out.alsoKnownAs(len(out.people), p)
		out.people = append(out.people, p)
	}
	for i, d := range dimensions {
		r.alike(t, d, levels[i])
	}
	r.managers(t, out)
	return out
}

func (r *reader) person(t table, w row) Person {
	level := func(dimension string) string { return r.settings.level(dimension, t.cell(w, dimension)) }
	p := Person{
		ID:          code(t.cell(w, "id")),
		Name:        t.joined(w, "name"),
		Kana:        t.joined(w, "kana"),
		Email:       code(t.cell(w, "email")),
		Role:        r.role(t, w),
		Department:  level("department"),
		Grade:       level("grade"),
		Site:        level("site"),
		Manager:     code(t.cell(w, "manager")),
		Oriented:    r.date(t, w, "oriented"),
		Joined:      r.date(t, w, "joined"),
		Left:        r.date(t, w, "left"),
		LeftCompany: r.date(t, w, "left_company"),
		Withdrawn:   r.date(t, w, "withdrawn"),
	}
	if own := text(t.cell(w, "department")); own != p.Department {
		p.Ungrouped = own
	}
	if p.Email != "" && !isAddress(p.Email) {
		r.report("data-email-bad", t.at(w, "email"))
		p.Email = ""
	}
	r.inOrder(t, w, "joined", "left", p.Joined, p.Left)
	r.inOrder(t, w, "joined", "left_company", p.Joined, p.LeftCompany)
	return p
}

func (r *reader) role(t table, w row) Role {
	if t.has("mentor") {
		return r.markedRole(t, w)
	}
	return Role(r.word(t, w, "role", roleWords))
}

// isAddress says whether s has the form of one e-mail address.
func isAddress(s string) bool {
	local, domain, _ := strings.Cut(s, "@")
	return local != "" && strings.Contains(domain, ".") && !strings.ContainsAny(s, " \t\n,;")
}
