package attack

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// base lists the people behind a figure of a question: those who answered it
// each time it was asked of before and after, or midway.
func (r *reader) base(code, measure string) []int {
	if measure == "mid" || strings.HasPrefix(measure, "pulse-") || r.unpaired() {
		return r.answered(code, measure)
	}
	before, after := r.answered(code, "before"), r.answered(code, "after")
	switch {
	case len(before) == 0:
		return after
	case len(after) == 0:
		return before
	}
	return slices.DeleteFunc(slices.Clone(before), func(i int) bool {
		_, also := slices.BinarySearch(after, i)
		return !also
	})
}

// unpaired says that nobody can be told to have answered before and after: the
// responses of one of these waves name nobody. Then each stands by itself.
func (r *reader) unpaired() bool {
	return slices.ContainsFunc(r.cohort.Waves, func(w microdata.Wave) bool {
		return w.Anonymous && (w.Name == "before" || w.Name == "after")
	})
}

// answered lists the people with an answer on a question's scale in a wave.
func (r *reader) answered(code, wave string) []int {
	key := code + "." + wave
	if out, known := r.who[key]; known {
		return out
	}
	var out []int
	for _, w := range r.cohort.Waves {
		if w.Name != wave {
			continue
		}
		for _, a := range w.Answers {
			q := r.cohort.Questions[a.Question]
			onScale := slices.ContainsFunc(q.Scale, func(p microdata.Point) bool { return p.Value == a.Value })
			if q.Code == code && onScale && r.cohort.People[a.Person].Withdrawn.IsZero() {
				out = append(out, a.Person)
			}
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	r.who[key] = out
	return out
}

// part reads a figure that is part of a distribution, such as the favourable
// share: it is judged as the distribution is. As a band it must stand beside
// the distribution itself, which tells all of it and is a figure of its own.
func (r *reader) part(code, name string, c Cell, slots map[slot]int64, size int) bool {
	distributions := r.system("survey."+code+" distributions", r.limits.KDistribution, "people")
	switch c.Form {
	case Coarse:
		return c.N == size && distributions.printedAlready(slots)
	case Exact:
		put(r.system("survey."+code, r.limits.K, "people"), name, c, slots, size)
	}
	return put(distributions, name, c, slots, size)
}

// recommend reads promoters and the like as parts of the answers after the
// program to the first question of that theme from 0 to 10.
func (r *reader) recommend(_ Table, c Cell, name string) bool {
	i := r.recommended()
	if i < 0 {
		return false
	}
	code := r.cohort.Questions[i].Code
	members, slots := r.at(r.base(code, "after"), c), make(map[slot]int64)
	for _, p := range members {
		slots[slot{p, "after"}] = 1
	}
	return r.part(code, name, c, slots, len(members))
}

// pulse reads a mean of one week. Each week's answers are a family.
func (r *reader) pulse(t Table, c Cell, name, code string) bool {
	if len(c.At) == 0 || c.At[0].Dimension != "week" || t.Statistic != "mean" {
		return false
	}
	wave := "pulse-" + c.At[0].Level
	rest := c
	rest.At = c.At[1:]
	members, slots := r.at(r.answered(code, wave), rest), make(map[slot]int64)
	for _, i := range members {
		slots[slot{i, wave}] = 1
	}
	return put(r.system("pulse."+code+"."+wave, r.limits.K, "people"), name, c, slots, len(members))
}

// theme reads a mean over the questions of a theme, in a system with the
// questions themselves. Where these have not all the same people, whoever
// skipped one stands alone between them: then only a withheld cell is known.
func (r *reader) theme(t Table, c Cell, name string) bool {
	id := strings.TrimPrefix(t.ID, "theme.")
	dot := strings.LastIndex(id, ".")
	if dot < 0 {
		return false
	}
	questions, measure := r.ofTheme(id[:dot]), id[dot+1:]
	if len(questions) == 0 {
		return false
	}
	base := r.base(questions[0].Code, measure)
	for _, q := range questions {
		if !slices.Equal(r.base(q.Code, measure), base) {
			return c.Form == Withheld
		}
	}
	members, slots := r.at(base, c), make(map[slot]int64)
	for _, q := range questions {
		sign := int64(1)
		if q.Good == "low" {
			sign = -1
		}
		for _, i := range members {
			switch measure {
			case "before", "after":
				slots[slot{i, q.Code + " " + measure}] = sign
			case "change":
				slots[slot{i, q.Code + " before"}], slots[slot{i, q.Code + " after"}] = -sign, sign
			default:
				return false
			}
		}
	}
	return put(r.system("theme."+id[:dot], r.limits.K, "people"), name, c, slots, len(members))
}

// ofTheme lists the questions of a theme that were asked before and after.
func (r *reader) ofTheme(theme string) []microdata.Question {
	var out []microdata.Question
	for _, q := range r.cohort.Questions {
		if q.Theme == theme && len(r.answered(q.Code, "before")) > 0 && len(r.answered(q.Code, "after")) > 0 {
			out = append(out, q)
		}
	}
	return out
}

// themesOf names the themes that tables are about.
func themesOf(tables []Table) map[string]bool {
	out := make(map[string]bool)
	for _, t := range tables {
		if theme, is := strings.CutPrefix(t.ID, "theme."); is {
			out[theme[:max(0, strings.LastIndexByte(theme, '.'))]] = true
		}
	}
	return out
}

// beside adds a printed figure of a question to the system of its theme. Where
// no table is about the theme, nothing mixes its questions.
func (r *reader) beside(code, name string, c Cell, slots map[slot]int64) {
	for _, q := range r.cohort.Questions {
		if q.Code != code || !r.themes[q.Theme] || c.Form != Exact {
			continue
		}
		own := make(map[slot]int64, len(slots))
		for at, times := range slots {
			own[slot{at.owner, code + " " + at.key}] = times
		}
		s := r.system("theme."+q.Theme, r.limits.K, "people")
		s.printed = append(s.printed, row{name: name, slots: own})
	}
}
