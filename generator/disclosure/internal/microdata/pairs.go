package microdata

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"kohort/generator/diag"
)

var (
	pairColumns = []column{
		{name: "pair", required: true}, {name: "mentor", required: true}, {name: "mentee", required: true},
		{name: "matched"}, {name: "ended"},
	}
	sessionColumns = []column{
		{name: "pair", required: true}, {name: "date", required: true},
		{name: "minutes"}, {name: "topics"}, {name: "format"}, {name: "status"},
	}
	goalColumns     = []column{{name: "pair", required: true}, {name: "theme", required: true}, {name: "status", required: true}}
	followupColumns = []column{{name: "pair", required: true}, {name: "date", required: true}, {name: "kind"}}
)

// pairList is the pairs of a cohort as sessions and goals name them.
type pairList struct {
	known bool // the pairs' table could be read, to its end
	pairs []Pair
	byID  map[string]int // index of pairs; -1 where the pair's row has a problem
}

// pairs reads the pairs' table, which may be missing.
func (r *reader) pairs(people participants) pairList {
	t, _, ok := r.table("pairs", pairColumns)
	if !ok {
		return pairList{}
	}
	r.shape(t)
	out := pairList{known: !t.cut, byID: map[string]int{}}
	rowOf := map[string]int{}
	for _, w := range t.rows {
		p, valid := r.pair(people, t, w)
		id := code(t.cell(w, "pair"))
		if first, twice := rowOf[id]; twice && id != "" {
			r.report("data-pair-twice", t.at(w, "pair"), diag.SlotInt("row", first))
			continue
		}
		rowOf[id] = w.number
		out.byID[id] = -1
		if valid && id != "" {
			out.byID[id] = len(out.pairs)
			out.pairs = append(out.pairs, p)
		}
	}
	return out
}

func (r *reader) pair(people participants, t table, w row) (Pair, bool) {
	mentor, ok1 := r.find(people, t, w, "mentor")
	mentee, ok2 := r.find(people, t, w, "mentee")
	p := Pair{Mentor: mentor, Mentee: mentee, Matched: r.date(t, w, "matched"), Ended: r.date(t, w, "ended")}
	r.order(t, w, "matched", "ended", p.Matched, p.Ended)
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
		r.report("data-role-other", t.at(w, string(role)), diag.Slot("role", string(role)))
	}
	return p.Role == role
}

// findPair finds the pair that a row of sessions or goals names.
func (r *reader) findPair(pairs pairList, t table, w row) (int, bool) {
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
	for _, w := range t.rows {
		pair, valid := r.findPair(pairs, t, w)
		s := Session{
			Pair:    pair,
			Date:    r.date(t, w, "date"),
			Minutes: r.minutes(t, w),
			Topics:  topics(t.cell(w, "topics")),
			Format:  text(t.cell(w, "format")),
			Status:  Status(firstOf(r.word(t, w, "status", string(Held), string(Planned), string(Cancelled)), string(Held))),
		}
		if valid {
			out = append(out, s)
		}
	}
	return out
}

func (r *reader) minutes(t table, w row) int {
	cell := code(t.cell(w, "minutes"))
	if cell == "" {
		return 0
	}
	n, ok := parseNumber(cell, 3)
	if !ok || n < 1 || n > 600 {
		r.report("data-minutes-bad", t.at(w, "minutes"))
		return 0
	}
	return n
}

// topics splits a cell at semicolons, full-width ones too; each topic stands once.
func topics(cell string) []string {
	var out []string
	for _, topic := range strings.FieldsFunc(cell, func(c rune) bool { return c == ';' || c == '\uff1b' }) {
		if topic = text(topic); topic != "" && !slices.Contains(out, topic) {
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
		theme := code(t.cell(w, "theme"))
		if theme != "" && len(survey.Themes) > 0 && !survey.hasTheme(theme) {
			r.report("data-theme-unknown", t.at(w, "theme"))
		}
		status := r.word(t, w, "status", "met", "partly", "open", "dropped")
		if valid {
			out = append(out, Goal{pair, theme, status})
		}
	}
	return out
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
	file := r.settings.file("pairs")
	if _, err := r.dir.Stat(file); errors.Is(err, fs.ErrNotExist) {
		r.report("data-pairs-missing", diag.Pos{File: r.folder + "/" + file})
	}
}
