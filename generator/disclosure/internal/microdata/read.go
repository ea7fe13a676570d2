package microdata

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"time"

	"kohort/generator/diag"
)

// Read reads and checks the cohort in cohorts/ID: its cohort.yaml from the
// handbook's folder, its data files from the folder data, which is the
// handbook's own where HR keeps no other. All problems of all files come at
// once, put together by diag.Gather; where there is one, the Cohort is empty.
func Read(handbook, data *os.Root, id string, survey Survey) (Cohort, []diag.Problem) {
	r, problems, ok := open(handbook, data, id)
	if !ok {
		return Cohort{}, problems
	}
	defer r.dir.Close()
	c := r.cohort(id, survey)
	if diag.Stops(r.problems, false) {
		c = Cohort{}
	}
	return c, diag.Gather(diag.Sort(r.problems))
}

// open begins to read a cohort. Where ok is false, the problems say why that
// cannot be.
func open(handbook, data *os.Root, id string) (r *reader, problems []diag.Problem, ok bool) {
	if id != filepath.Base(id) || id == "." || id == ".." {
		return nil, []diag.Problem{diag.New("cohort-settings-missing", diag.Pos{File: "cohorts"})}, false
	}
	s, problems := readSettings(handbook, id)
	dir, err := data.OpenRoot(filepath.Join("cohorts", id))
	if err != nil {
		missing := diag.Pos{File: "cohorts/" + id + "/" + s.file("participants")}
		return nil, diag.Sort(append(problems, diag.New("data-file-missing", missing))), false
	}
	return &reader{dir: dir, folder: "cohorts/" + id, settings: s, problems: problems, byName: map[string]bool{}, fitting: map[string]headings{}}, nil, true
}

func (r *reader) cohort(id string, survey Survey) Cohort {
	waves := r.files()
	people := r.people(r.participantColumns())
	pairs := r.pairs(people)
	c := Cohort{
		ID: id, Title: byLang(r.settings.Title), Start: r.settings.Start.Date, End: r.settings.End.Date,
		Labels: r.settings.labels(), Listed: r.settings.listed(), Themes: survey.Themes, People: people.people, Pairs: pairs.pairs,
		Columns: people.columns, LevelsAt: r.settings.levelsAt(), Sessions: r.sessions(pairs), Goals: r.goals(pairs, survey), Followups: r.followups(pairs),
	}
	if len(waves) > 0 && len(survey.Questions) == 0 {
		r.report("survey-missing", diag.Pos{File: surveyFile})
	} else {
		var used asked
		c.Waves, used = r.waves(waves, people, survey)
		c.useQuestions(survey.Questions, used.questions)
		c.useTexts(survey, used.texts)
		c.useAnonymous(used)
	}
	c.By = r.settings.breakdowns(people.people)
	r.checkLevelNames(people)
	c.AsOf = c.asOf(dateOf(time.Now()))
	return c
}

// participantColumns requires the columns that cohort.yaml breaks figures
// down by.
func (r *reader) participantColumns() []column {
	out := slices.Clone(participantColumns)
	for _, dims := range r.settings.By {
		for i := range out {
			out[i].required = out[i].required || slices.Contains(dims, out[i].name)
		}
	}
	return out
}

// breakdowns is by of cohort.yaml; where it is not given, role and, if all
// people have one, department.
func (s *settings) breakdowns(people []Person) [][]string {
	if len(s.By) > 0 {
		return s.By
	}
	out := [][]string{{"role"}}
	if !slices.ContainsFunc(people, func(p Person) bool { return p.Department == "" }) {
		out = append(out, []string{"department"})
	}
	return out
}

// useQuestions keeps the questions that some wave has and lets the answers
// name them by their new index.
func (c *Cohort) useQuestions(all []Question, used []bool) {
	index := make([]int, len(all))
	for i, q := range all {
		if used[i] {
			index[i] = len(c.Questions)
			c.Questions = append(c.Questions, q)
		}
	}
	for _, w := range c.Waves {
		for i := range w.Answers {
			w.Answers[i].Question = index[w.Answers[i].Question]
		}
		slices.SortFunc(w.Answers, func(a, b Answer) int {
			return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Question, b.Question))
		})
	}
}

// checkLevelNames reports a level of cohort.yaml that nobody has: a slip there
// leaves a small group ungrouped.
func (r *reader) checkLevelNames(people participants) {
	if !people.known || people.lost {
		return
	}
	for dimension, levels := range r.settings.Levels {
		if slices.Contains(ofSessions, dimension) {
			continue // what nobody chose yet may have its words
		}
		for name := range levels {
			shown := r.settings.level(dimension, name)
			if !slices.ContainsFunc(people.people, func(p Person) bool { return p.Level(dimension) == shown }) {
				r.problems = append(r.problems, diag.New("cohort-level-unused", r.settings.pos("levels."+dimension+"."+name)))
			}
		}
	}
}

// asOf is the latest date in the data. A wave that is closed today counts with
// the day of its closing; planned sessions do not count. Data without a date are
// as of the cohort's start.
func (c *Cohort) asOf(today Date) Date {
	var out Date
	for _, p := range c.People {
		for _, d := range []Date{p.Oriented, p.Joined, p.Left, p.LeftCompany, p.Withdrawn} {
			out = latest(out, d)
		}
	}
	for _, p := range c.Pairs {
		out = latest(latest(out, p.Matched), p.Ended)
	}
	for _, s := range c.Sessions {
		if s.Status == Held {
			out = latest(out, s.Date)
		}
	}
	for _, f := range c.Followups {
		out = latest(out, f.Date)
	}
	for _, w := range c.Waves {
		if len(w.Answers) > 0 && !today.Before(w.Closed) {
			out = latest(out, w.Closed)
		}
	}
	if out.IsZero() {
		return c.Start
	}
	return out
}
