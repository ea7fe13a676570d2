package microdata

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kohort/generator/diag"
)

// asked tells which questions of survey.yaml some wave has, and the responses
// that name nobody with the wave of each.
type asked struct {
	questions, texts []bool
	anonymous        []Person
	waveOf           []string
}

// waves reads the surveys of a cohort. Their answers name the questions of
// survey.yaml by index.
func (r *reader) waves(names []string, people participants, survey Survey) (waves []Wave, used asked) {
	used = asked{questions: make([]bool, len(survey.Questions)), texts: make([]bool, len(survey.Texts))}
	for _, name := range names {
		if w, ok := r.wave(name, people, survey, &used); ok {
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

func (r *reader) wave(name string, people participants, survey Survey, used *asked) (Wave, bool) {
	columns := waveColumns(survey)
	t, _, ok := r.tableMatched("survey-"+name, columns, r.formMatcher(survey, columns))
	if !ok {
		return Wave{}, false
	}
	r.shape(t)
	r.checkQuestions(t)
	out := Wave{Name: name, Closed: r.settings.Waves[name].Closed.Date, Responded: make([]bool, len(people.people))}
	for i, q := range survey.Questions {
		used.questions[i] = used.questions[i] || t.has(q.Code)
	}
	for i, q := range survey.Texts {
		used.texts[i] = used.texts[i] || t.has(q.Code)
	}
	anonymous := t.nameless()
	responses := r.responses(t, people, survey, anonymous, &out)
	if anonymous {
		r.anonymous(&out, t, responses, people, used)
		return out, true
	}
	for _, one := range r.lastOf(t, responses) {
		for _, a := range one.answers {
			a.Person = one.person
			out.Answers = append(out.Answers, a)
		}
		for _, c := range one.comments {
			c.Person = one.person
			out.Comments = append(out.Comments, c)
		}
		out.Responded[one.person] = len(one.answers) > 0 || t.commented(one.row)
	}
	return out, true
}

// response is one row of a survey that came in time.
type response struct {
	row      row
	person   int // index of the participants; nothing where the wave names nobody
	at       time.Time
	timed    bool // at is known
	answers  []Answer
	comments []Comment
}

// responses reads the rows of a survey, and counts those that came in late.
func (r *reader) responses(t table, people participants, survey Survey, anonymous bool, out *Wave) []response {
	var all []response
	scales := make([]*scale, len(survey.Questions))
	for i, q := range survey.Questions {
		scales[i] = newScale(q)
	}
	for _, w := range t.rows {
		one := response{row: w}
		known, role := anonymous, Role("")
		if !anonymous {
			if one.person, known = r.respondent(people, t, w); known {
				role = people.people[one.person].Role
			}
		}
		one.answers = r.answers(t, w, role, scales)
		one.comments = r.comments(t, w, role, survey)
		one.at, one.timed = r.moment(t, w, "submitted")
		switch {
		case !known:
		case one.timed && !out.Closed.IsZero() && out.Closed.Before(dateOf(one.at)):
			out.Late++
		default:
			all = append(all, one)
		}
	}
	return all
}

// lastOf keeps of each person the response that was handed in last, and says
// there which rows it left out. Where it is not known when, that is a problem.
func (r *reader) lastOf(t table, responses []response) []response {
	var out []response
	place, left := map[int]int{}, map[int][]row{} // by person: index of out, and the rows left out
	for _, one := range responses {
		i, before := place[one.person]
		switch {
		case !before:
			place[one.person] = len(out)
			out = append(out, one)
		case !one.timed || !out[i].timed:
			r.report("data-respondent-twice", t.at(one.row, t.toldBy(one.row)), diag.SlotInt("row", out[i].row.number))
		default:
			if !one.at.Before(out[i].at) {
				one, out[i] = out[i], one
			}
			left[one.person] = append(left[one.person], one.row)
		}
	}
	for _, one := range out {
		if rows := left[one.person]; len(rows) > 0 {
			slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.number, b.number) })
			r.report("survey-answered-again", t.at(one.row, t.toldBy(one.row)), diag.Slot("rows", rowNumbers(rows)))
		}
	}
	return out
}

// answers reads the answers of one row. role is that of the respondent, empty
// where it is not known.
func (r *reader) answers(t table, w row, role Role, scales []*scale) []Answer {
	var out []Answer
	for i, q := range scales {
		cell := code(t.cell(w, q.Code))
		if cell == "" {
			continue
		}
		read := q.read(cell)
		if read.noAnswer {
			continue
		}
		if q.Who != "" && role != "" && q.Who != role {
			r.report("data-answer-not-asked", t.at(w, q.Code), whoSlot(q.Who))
			continue
		}
		if !read.ok {
			r.report("data-answer-bad", t.at(w, q.Code), diag.SlotText("scale", q.scaleText()))
			continue
		}
		out = append(out, Answer{Question: i, Value: read.value})
	}
	return out
}

func whoSlot(who Role) diag.Arg { return diag.SlotText("who", roleText(who)) }

// commented says whether a row has something in a free-text column.
func (t *table) commented(w row) bool {
	for i, c := range t.columns {
		if c.free && shown(w.at(i)) != "" {
			return true
		}
	}
	return false
}
