package microdata

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"kohort/generator/diag"
)

// What can be told only by holding a cell against other tables or against
// cohort.yaml. All of it is a warning: each may be as it is, and counts.

// farAway is how many days from the cohort's time a date is taken for a slip,
// such as the wrong year.
const farAway = 366

// checkFar warns of a date that is far from the cohort's time. People leave
// the company and withdraw long after it.
func (r *reader) checkFar(t table, w row, column string, d Date) {
	start, end := r.settings.Start.Date, r.settings.End.Date
	if d.IsZero() || start.IsZero() || end.IsZero() {
		return
	}
	late := column == "left_company" || column == "withdrawn"
	if days(d, start) > farAway || !late && days(end, d) > farAway {
		r.report("data-date-far", t.at(w, column), r.cohortTime()...)
	}
}

func (r *reader) cohortTime() []diag.Arg {
	return []diag.Arg{diag.Slot("start", r.settings.Start.String()), diag.Slot("end", r.settings.End.String())}
}

// String writes 2025-04-01.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// days is how many days lie between two dates, less than none where b is first.
func days(a, b Date) int {
	at := func(d Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
	return int(at(b).Sub(at(a)).Hours() / 24)
}

// checkSession warns of a session that was held outside its pair's time or the
// cohort's.
func (r *reader) checkSession(t table, w row, s Session, p Pair) {
	start, end := r.settings.Start.Date, r.settings.End.Date
	outside := func(from, to Date) bool {
		return !from.IsZero() && s.Date.Before(from) || !to.IsZero() && to.Before(s.Date)
	}
	switch {
	case s.Date.IsZero() || s.Status != Held:
	case !start.IsZero() && start.Before(end) && outside(start, end):
		if days(s.Date, start) <= farAway && days(end, s.Date) <= farAway { // else told by checkFar
			r.report("data-session-outside-cohort", t.at(w, "date"), r.cohortTime()...)
		}
	case outside(p.Matched, p.Ended):
		r.report("data-session-outside-pair", t.at(w, "date"))
	}
}

// checkPairs warns of pairs whose two people work in one department or in one
// reporting line: only where data is inspected, since it may well be so, and
// nobody wants to hear it at each release. pairs has the pair of each row; none
// where it has a problem.
func (r *reader) checkPairs(t table, people participants, pairs map[int]Pair) {
	if !r.inspects {
		return
	}
	var same []row
	for _, w := range t.rows {
		p, ok := pairs[w.number]
		if !ok {
			continue
		}
		mentor, mentee := people.people[p.Mentor], people.people[p.Mentee]
		if people.reportsTo(mentor, mentee.ID) || people.reportsTo(mentee, mentor.ID) {
			r.report("data-pair-line", t.at(w, "mentee"))
		}
		if mentor.Department != "" && mentor.OwnDepartment() == mentee.OwnDepartment() {
			same = append(same, w)
		}
	}
	if len(same) > 0 {
		r.report("data-pair-department", t.at(same[0], "mentee"), diag.SlotInt("count", len(same)), diag.Slot("rows", rowNumbers(same)))
	}
}

// maxNamedRows is how many rows a problem names before it says that there are more.
const maxNamedRows = 20

func rowNumbers(rows []row) string {
	var out []string
	for _, w := range rows[:min(len(rows), maxNamedRows)] {
		out = append(out, fmt.Sprint(w.number))
	}
	if len(rows) > maxNamedRows {
		out = append(out, "…")
	}
	return strings.Join(out, ", ")
}

// reportsTo says whether somebody reports to a manager, directly or over
// managers who take part themselves.
func (p participants) reportsTo(person Person, manager string) bool {
	for range len(p.people) {
		if person.Manager == "" || manager == "" {
			return false
		}
		if person.Manager == manager {
			return true
		}
		i, takesPart := p.byID[person.Manager]
		if !takesPart {
			return false
		}
		person = p.people[i]
	}
	return false
}

// managers makes ids of the managers who are participants, however they are
// written, and warns of those who cannot be: the person, somebody below the
// person, and what is not written as an id. Managers need not take part.
func (r *reader) managers(t table, people participants) {
	rows := make(map[int]row) // of people, by index
	for _, w := range t.rows {
		i, known := people.byID[code(t.cell(w, "id"))]
		if _, twice := rows[i]; !known || twice || people.people[i].Manager == "" {
			continue
		}
		rows[i] = w
		if _, takesPart := people.byID[people.people[i].Manager]; takesPart {
			continue
		}
		if _, _, takesPart := people.whois(t.cell(w, "manager")); takesPart {
			if manager, ok := r.find(people, t, w, "manager"); ok {
				people.people[i].Manager = people.people[manager].ID
			}
		}
	}
	r.checkManagers(t, people, rows)
}

func (r *reader) checkManagers(t table, people participants, rows map[int]row) {
	like := people.idForms()
	var unlike []row
	for i, person := range people.people {
		w, given := rows[i]
		if !given {
			continue
		}
		_, takesPart := people.byID[person.Manager]
		_, _, named := people.whois(person.Manager)
		switch {
		case person.Manager == person.ID:
			r.report("data-manager-self", t.at(w, "manager"))
		case takesPart && people.reportsTo(person, person.ID):
			r.report("data-manager-circle", t.at(w, "manager"))
		case !takesPart && !named && !people.isLeftOut(person.Manager) && !like(person.Manager):
			unlike = append(unlike, w)
		}
	}
	if len(unlike) > 1 && len(unlike) == len(rows) {
		r.report("data-manager-none", t.at(unlike[0], "manager"))
		return
	}
	for _, w := range unlike {
		r.report("data-manager-unlike", t.at(w, "manager"))
	}
}

// idForms gives a function that says whether something is written like the ids
// of the participants. Where these all have one length, so must it: a zero that
// Excel dropped shows.
func (p participants) idForms() func(string) bool {
	var exact, loose []string
	for _, person := range p.people {
		exact = append(exact, idForm(person.ID))
		loose = append(loose, looseForm(person.ID))
	}
	slices.Sort(exact)
	if exact = slices.Compact(exact); len(exact) == 1 {
		return func(id string) bool { return idForm(id) == exact[0] }
	}
	return func(id string) bool { return slices.Contains(loose, looseForm(id)) }
}

// idForm is how an id is written: A for a letter, 9 for a digit.
func idForm(id string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= '0' && c <= '9':
			return '9'
		case c < unicode.MaxASCII && unicode.IsLetter(c):
			return 'A'
		}
		return c
	}, id)
}

// looseForm is idForm without the lengths of its parts.
func looseForm(id string) string { return string(slices.Compact([]rune(idForm(id)))) }
