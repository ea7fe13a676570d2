package microdata

import (
	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/value"
)

// In a log, mentor and mentee stand in place of pair.
var (
	pairColumns = []column{
		{name: "pair", required: true}, {name: "mentor", required: true}, {name: "mentee", required: true},
		{name: "matched"}, {name: "ended"},
	}
	sessionColumns = []column{
		{name: "pair", required: true}, {name: "date", required: true},
		{name: "minutes"}, {name: "topics"}, {name: "format"}, {name: "status"}, {name: "mentor"}, {name: "mentee"},
	}
	goalColumns = []column{
		{name: "pair", required: true}, {name: "theme", required: true}, {name: "status", required: true}, {name: "mentor"}, {name: "mentee"},
	}
	followupColumns = []column{
		{name: "pair", required: true}, {name: "date", required: true}, {name: "kind"}, {name: "mentor"}, {name: "mentee"},
	}
)

// pairList is the pairs of a cohort as sessions and goals name them.
type pairList struct {
	known bool // the pairs' table could be read, to its end
	pairs []Pair
	byID  map[string]int // by pairKey: index of pairs; -1 where the pair's row has a problem
	// people are those whom the pairs' table names; broken says that a row of it has
	// a problem.
	people participants
	broken bool
}

// pairs reads the pairs' table, which may be missing.
func (r *reader) pairs(people participants) pairList {
	t, _, ok := r.table("pairs", pairColumns)
	if !ok {
		return pairList{}
	}
	r.shape(t)
	out := pairList{known: !t.cut, byID: map[string]int{}, people: people}
	rowOf := map[string]int{}
	inRow := map[int]Pair{}
	for _, w := range t.rows {
		p, valid := r.pair(people, t, w)
		id := pairKey(t, w)
		if first, twice := rowOf[id]; twice && id != "" {
			r.report("data-pair-twice", t.at(w, pairColumn(t)), diag.SlotInt("row", first))
			continue
		}
		rowOf[id] = w.number
		out.byID[id] = -1
		if valid && id != "" {
			out.byID[id] = len(out.pairs)
			out.pairs = append(out.pairs, p)
			inRow[w.number] = p
		} else {
			out.broken = true
		}
	}
	r.checkPairs(t, people, inRow)
	return out
}

func (r *reader) pair(people participants, t table, w row) (Pair, bool) {
	mentor, ok1 := r.find(people, t, w, "mentor")
	mentee, ok2 := r.find(people, t, w, "mentee")
	p := Pair{Mentor: mentor, Mentee: mentee, Matched: r.date(t, w, "matched"), Ended: r.date(t, w, "ended")}
	r.inOrder(t, w, "matched", "ended", p.Matched, p.Ended)
	if ok1 && ok2 && mentor == mentee {
		r.report("data-pair-self", t.at(w, "mentee"))
		return p, false
	}
	ok1 = ok1 && r.hasRole(people.people[mentor], Mentor, t, w)
	ok2 = ok2 && r.hasRole(people.people[mentee], Mentee, t, w)
	return p, ok1 && ok2
}

// hasRole reports a person who stands in the column of the other role. A role
// that could not be read is told already.
func (r *reader) hasRole(p Person, role Role, t table, w row) bool {
	if p.Role != "" && p.Role != role {
		r.report("data-role-other", t.at(w, string(role)), diag.SlotText("role", roleText(role)))
	}
	return p.Role == role
}

// sessions reads the sessions' table, which may be missing. An empty status
// is held.
func (r *reader) sessions(pairs pairList) []Session {
	t, exists, ok := r.table("sessions", sessionColumns)
	if exists {
		r.needPairs()
	}
	if !ok {
		return nil
	}
	r.shape(t)
	var out []Session
	var formats, chosen spellings
	for _, w := range t.rows {
		pair, valid := r.findPair(pairs, t, w)
		s := Session{
			Pair:    pair,
			Date:    r.date(t, w, "date"),
			Minutes: r.minutes(t, w, "minutes"),
			Topics:  topics(t.cell(w, "topics")),
			Format:  text(t.cell(w, "format")),
			Status:  Status(firstOf(r.word(t, w, "status", sessionWords), string(Held))),
		}
		formats.add(w, s.Format)
		chosen.add(w, s.Topics...)
		if valid {
			r.checkSession(t, w, s, pairs.pairs[pair])
			out = append(out, s)
		}
	}
	r.alike(t, "format", formats)
	r.alike(t, "topics", chosen)
	return out
}

// topics gives the topics of a cell, each once.
func topics(cell string) []string {
	var out []string
	for _, topic := range value.Choices(cell) {
		if topic = text(topic); !value.Empty(topic) {
			out = append(out, topic)
		}
	}
	return out
}

// goals reads the goals' table, which may be missing.
func (r *reader) goals(pairs pairList, survey Survey) []Goal {
	t, exists, ok := r.table("goals", goalColumns)
	if exists {
		r.needPairs()
	}
	if !ok {
		return nil
	}
	r.shape(t)
	var out []Goal
	for _, w := range t.rows {
		pair, valid := r.findPair(pairs, t, w)
		theme := survey.theme(t.cell(w, "theme"))
		if theme != "" && len(survey.Themes) > 0 && !survey.hasTheme(theme) {
			r.report("data-theme-unknown", t.at(w, "theme"))
		}
		status := r.word(t, w, "status", goalWords)
		if valid {
			out = append(out, Goal{pair, theme, status})
		}
	}
	return out
}

// theme gives the id of the theme that a cell names by its id or by its words
// in a language; the cell itself where there is none.
func (s Survey) theme(cell string) string {
	for _, t := range s.Themes {
		for _, words := range t.Words {
			if foldWord(words) == foldWord(cell) {
				return t.ID
			}
		}
	}
	return code(cell)
}

// followups reads the table of HR's check-ins with pairs, which may be missing.
func (r *reader) followups(pairs pairList) []Followup {
	t, exists, ok := r.table("followups", followupColumns)
	if exists {
		r.needPairs()
	}
	if !ok {
		return nil
	}
	r.shape(t)
	var out []Followup
	for _, w := range t.rows {
		pair, valid := r.findPair(pairs, t, w)
		f := Followup{pair, r.date(t, w, "date"), text(t.cell(w, "kind"))}
		if valid {
			out = append(out, f)
		}
	}
	return out
}

// needPairs reports that there is no pairs' table where another table names
// pairs. Sort makes one problem of it where several do.
func (r *reader) needPairs() {
	if _, exists := r.grids["pairs"]; !exists && !r.settings.places("pairs") {
		r.report("data-pairs-missing", diag.Pos{File: r.folder + "/" + r.settings.file("pairs")})
	}
}
