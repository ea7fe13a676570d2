package audit

import (
	"slices"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
)

// spokenFigure is a released table that prose may tell: its names in each
// language, folded.
type spokenFigure struct {
	cohort, table, statistic, unit string
	names                          map[string][][]rune
}

// spokenLevel is a group that prose may tell a figure of: a department or role,
// as it reads in each language.
type spokenLevel struct {
	at    string // "role=mentor"
	words map[string][]string
}

// spoken is what the prose of one cohort's pages may tell.
type spoken struct {
	figures []spokenFigure
	levels  []spokenLevel
	title   map[string]string // of the cohort, folded
}

// proseLanguages are those whose prose is read.
var proseLanguages = []string{"ja", "en"}

// roleWords are the words for the roles, which no release holds.
var roleWords = []spokenLevel{
	{"role=mentor", map[string][]string{"ja": {"メンター"}, "en": {"mentors", "mentor"}}},
	{"role=mentee", map[string][]string{"ja": {"メンティー", "メンティ"}, "en": {"mentees", "mentee"}}},
}

func spokenOf(c disclosure.Cohort) spoken {
	out := spoken{levels: slices.Clone(roleWords), title: make(map[string]string)}
	for _, lang := range proseLanguages {
		out.title[lang] = string(fold(c.Title().In(lang, lang)))
	}
	for _, t := range c.Tables() {
		f := spokenFigure{cohort: c.ID(), table: t.ID(), statistic: t.Statistic(), unit: t.Unit(), names: make(map[string][][]rune)}
		for _, lang := range proseLanguages {
			for _, name := range called(t.ID(), t.Statistic(), lang, func(code string) string {
				q, _ := c.Question(code)
				return q.Text().ByLang()[lang]
			}) {
				f.names[lang] = append(f.names[lang], fold(name))
			}
		}
		out.figures = append(out.figures, f)
		for _, cell := range t.Cells() {
			for _, l := range cell.At() {
				out.addLevel(c, l)
			}
		}
	}
	return out
}

// addLevel notes a level of a dimension of people, once.
func (s *spoken) addLevel(c disclosure.Cohort, l disclosure.Level) {
	at := l.Dimension + "=" + l.Level
	if slices.Contains([]string{"month", "week", "topic", "format", "theme", "status"}, l.Dimension) || slices.ContainsFunc(s.levels, func(o spokenLevel) bool { return o.at == at }) {
		return
	}
	words := make(map[string][]string)
	for _, lang := range proseLanguages {
		words[lang] = []string{string(fold(c.LevelLabel(l.Dimension, l.Level, lang)))}
	}
	s.levels = append(s.levels, spokenLevel{at, words})
}

// key is that of the figure's cell at a level; empty for the whole cohort.
func (f spokenFigure) key(at string) string {
	key := f.cohort + "/" + f.table + "/" + f.statistic
	if at != "" {
		key += "/" + at
	}
	return key
}

// wave is what a figure of a survey is of: "before", "after", "change".
func (f spokenFigure) wave() string {
	last := f.table[strings.LastIndexByte(f.table, '.')+1:]
	if slices.Contains([]string{"before", "mid", "after", "change"}, last) {
		return last
	}
	return ""
}

// directive is what to write in place of a typed number.
func (f spokenFigure) directive(page, at string) string {
	out := ":value{id=" + f.table
	if strings.HasPrefix(f.table, "survey.") && f.statistic == "rate" {
		out += " stat=rate"
	}
	if f.cohort != page {
		out += " cohort=" + f.cohort
	}
	if at != "" {
		out += ` at="` + at + `"`
	}
	return out + "}"
}

// takes says whether a number with the given unit may be of a figure.
func (f spokenFigure) takes(unit string) bool {
	switch {
	case unit == "":
		return f.unit != "percent" && f.unit != "minutes" && f.unit != "days"
	case f.unit == "times":
		return unit == "sessions"
	}
	return unit == f.unit
}

// isValue says whether a typed number is what the cell prints. The sign of a
// change may be in the words.
func (f fact) isValue(value float64, signless bool) bool {
	printed, err := strconv.ParseFloat(f.value, 64)
	if err != nil {
		return slices.ContainsFunc(f.ends, func(end string) bool { v, err := strconv.ParseFloat(end, 64); return err == nil && v == value })
	}
	return printed == value || signless && printed == -value
}

// reads is how a cell's value reads: "3.9", "75–100%".
func (f spokenFigure) reads(c fact) string {
	out := strings.Replace(c.value, "..", "–", 1)
	if f.unit == "percent" {
		out += "%"
	}
	return out
}
