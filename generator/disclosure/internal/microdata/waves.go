package microdata

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// waves reads the surveys of a cohort. Their answers name the questions of
// survey.yaml by index; used tells which of them some wave has.
func (r *reader) waves(names []string, people participants, survey Survey) (waves []Wave, used []bool) {
	used = make([]bool, len(survey.Questions))
	for _, name := range names {
		if w, ok := r.wave(name, people, survey, used); ok {
			waves = append(waves, w)
		}
	}
	slices.SortFunc(waves, func(a, b Wave) int {
		return cmp.Or(cmp.Compare(waveOrder(a.Name), waveOrder(b.Name)), strings.Compare(a.Name, b.Name))
	})
	return waves, used
}

func waveOrder(name string) int {
	if i := slices.Index([]string{"before", "mid", "pulse", "after"}, name); i >= 0 {
		return i
	}
	return 2 // a pulse, of which the name sorts by date
}

func (r *reader) wave(name string, people participants, survey Survey, used []bool) (Wave, bool) {
	columns := []column{{name: "respondent", required: true}, {name: "submitted"}}
	for _, q := range survey.Questions {
		columns = append(columns, column{name: q.Code})
	}
	for _, c := range survey.Comments {
		columns = append(columns, column{name: c, free: true})
	}
	columns = append(columns, column{name: "comment", free: true})
	t, _, ok := r.table("survey-"+name, columns)
	if !ok {
		return Wave{}, false
	}
	r.shape(t)
	out := Wave{Name: name, Closed: r.settings.Waves[name].Closed.Date, Responded: make([]bool, len(people.people))}
	for i, q := range survey.Questions {
		used[i] = used[i] || t.has(q.Code)
	}
	rowOf := map[string]int{}
	for _, w := range t.rows {
		id := code(t.cell(w, "respondent"))
		if first, twice := rowOf[id]; twice && id != "" {
			r.report("data-respondent-twice", t.at(w, "respondent"), diag.SlotInt("row", first))
			continue
		}
		rowOf[id] = w.number
		person, known := r.find(people, t, w, "respondent")
		var role Role
		if known {
			role = people.people[person].Role
		}
		answers := r.answers(t, w, role, survey)
		submitted := r.moment(t, w, "submitted")
		if !known {
			continue
		}
		if late := !out.Closed.IsZero() && out.Closed.Before(submitted); late {
			out.Late++
			continue
		}
		for _, a := range answers {
			a.Person = person
			out.Answers = append(out.Answers, a)
		}
		out.Responded[person] = len(answers) > 0 || t.commented(w)
	}
	return out, true
}

// moment reads the day of a date that may have a time of day after it, as the
// exports of form services do.
func (r *reader) moment(t table, w row, column string) Date {
	cell := strings.TrimSpace(t.cell(w, column))
	day, _, _ := strings.Cut(strings.Replace(cell, "T", " ", 1), " ")
	if d, ok := parseDate(day); ok || cell == "" {
		return d
	}
	r.report("data-date-bad", t.at(w, column))
	return Date{}
}

// answers reads the answers of one row. role is that of the respondent, empty
// where it is not known.
func (r *reader) answers(t table, w row, role Role, survey Survey) []Answer {
	var out []Answer
	for i, q := range survey.Questions {
		cell := code(t.cell(w, q.Code))
		if cell == "" {
			continue
		}
		if q.Who != "" && role != "" && q.Who != role {
			r.report("data-answer-not-asked", t.at(w, q.Code), diag.Slot("who", string(q.Who)))
			continue
		}
		value, ok := q.answer(cell)
		if !ok {
			r.report("data-answer-bad", t.at(w, q.Code), diag.Slot("scale", q.scaleText()))
			continue
		}
		out = append(out, Answer{Question: i, Value: value})
	}
	return out
}

// answer reads a value of the scale or its label in any language.
func (q Question) answer(cell string) (int, bool) {
	n, isNumber := parseNumber(strings.TrimPrefix(cell, "-"), 4)
	if strings.HasPrefix(cell, "-") {
		n = -n
	}
	for _, p := range q.Scale {
		if isNumber && p.Value == n {
			return n, true
		}
		for _, label := range p.Label {
			if strings.EqualFold(code(label), cell) {
				return p.Value, true
			}
		}
	}
	return 0, false
}

// scaleText is the scale for a message: "1, 2, 3, 4, 5".
func (q Question) scaleText() string {
	var b strings.Builder
	for i, p := range q.Scale {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprint(&b, p.Value)
	}
	return b.String()
}

// commented says whether a row has something in a free-text column.
func (t *table) commented(w row) bool {
	for i, c := range t.columns {
		if c.free && i < len(w.cells) && strings.TrimSpace(w.cells[i]) != "" {
			return true
		}
	}
	return false
}
