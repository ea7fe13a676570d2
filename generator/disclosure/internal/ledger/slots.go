package ledger

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// Slot is one number that nobody may learn, with what it is now.
type Slot struct {
	Owner string // a person's id, or a pair's: two ids
	Key   string // question and wave, or what a pair did and when
	Value string
	Times int
}

// Table names a table as it stands in a release.
type Table struct {
	ID, Statistic string
	Base          []string
	// Named are the levels that its cells name. What belongs to none of them is
	// counted in the level Other.
	Named []Level
}

// Other is the level of what has no level of its own.
const Other = "other"

// counts says whether a category is counted in a level of a dimension.
func (t Table) counts(dimension, level, category string) bool {
	if level == Other {
		return category == "" || category == Other || !slices.Contains(t.Named, Level{dimension, category})
	}
	return level == "" || level == category
}

// Reading is by which reading of slots releases are written now: 1 tells
// sessions apart by month, format and topics, reads the pulse, and what is
// counted in Other.
const Reading = 1

// Kind says what stands behind a figure.
type Kind uint8

// The kinds.
const (
	Unread Kind = iota // this package cannot tell who stands behind it
	Fact               // what everybody knows of each other
	People             // people's answers
	Pairs              // what pairs did
)

// AnySize is asked for of a cell that prints no size.
const AnySize = -1

// facts are figures of what everybody knows: they may change as people do.
var facts = []string{"participation", "orientation", "response", "retention"}

// factTables are single tables of facts.
var factTables = []string{
	"matching.pairs", "matching.cross_department", "matching.outside_line",
	"metric.oriented_share", "metric.cross_department_share", "metric.response_rate",
}

// Reader reads slots of one cohort's data.
type Reader struct {
	data   microdata.Cohort
	values map[slotKey]string
}

// NewReader makes a reader.
func NewReader(data microdata.Cohort) Reader { return Reader{data, valuesOf(data)} }

// Read gives the slots behind a cell that prints the size n, or AnySize.
func (r Reader) Read(t Table, at []Level, n int) ([]Slot, Kind) {
	figure, rest, _ := strings.Cut(t.ID, ".")
	switch {
	case slices.Contains(facts, figure) || slices.Contains(factTables, t.ID):
		return nil, Fact
	case figure == "survey" || figure == "theme":
		dot := strings.LastIndexByte(rest, '.')
		if dot < 0 {
			return nil, Unread
		}
		return r.answers(r.questions(figure, rest[:dot]), rest[dot+1:], t, at, n)
	case figure == "pulse":
		if week := levelOf(at, "week"); week != "" {
			wave := "pulse-" + week
			t.Base = []string{"survey", wave}
			at = slices.DeleteFunc(slices.Clone(at), func(l Level) bool { return l.Dimension == "week" })
			return r.answers(r.questions("survey", rest), wave, t, at, n)
		}
		return nil, Unread
	case figure == "recommend":
		return r.answers(r.questions("theme", "recommend"), "after", t, at, n)
	}
	return r.pairs(t, at)
}

// questions finds a question by its code, or all of a theme.
func (r Reader) questions(figure, name string) []int {
	var out []int
	for i, q := range r.data.Questions {
		if figure == "survey" && q.Code == name || figure == "theme" && q.Theme == name {
			out = append(out, i)
		}
	}
	return out
}

// answers gives the answers behind a figure of a survey: of the people who
// answered every question in every wave of its base.
func (r Reader) answers(questions []int, measure string, t Table, at []Level, n int) ([]Slot, Kind) {
	if len(questions) == 0 || len(t.Base) < 2 || t.Base[0] != "survey" {
		return nil, Unread
	}
	waves, value := t.Base[1:], r.values
	of := []string{measure}
	if measure == "change" {
		of = waves
	}
	var out []Slot
	size := 0
	for p, person := range r.data.People {
		if !person.Withdrawn.IsZero() || !in(person, at) || !answered(value, p, questions, waves) {
			continue
		}
		size++
		for _, w := range of {
			for _, q := range questions {
				s := Slot{Owner: person.ID, Key: r.data.Questions[q].Code + "." + w, Value: value[slotKey{p, q, w}], Times: 1}
				if s.Value == "" {
					return nil, Unread
				}
				if measure == "change" && w == waves[0] {
					s.Times = -1
				}
				out = append(out, s)
			}
		}
	}
	if size != n && n != AnySize {
		return nil, Unread
	}
	return out, People
}

type slotKey struct {
	person, question int
	wave             string
}

// valuesOf are all answers on their question's scale.
func valuesOf(data microdata.Cohort) map[slotKey]string {
	out := make(map[slotKey]string)
	for _, w := range data.Waves {
		for _, a := range w.Answers {
			scale := data.Questions[a.Question].Scale
			if slices.ContainsFunc(scale, func(p microdata.Point) bool { return p.Value == a.Value }) {
				out[slotKey{a.Person, a.Question, w.Name}] = fmt.Sprint(a.Value)
			}
		}
	}
	return out
}

func answered(value map[slotKey]string, person int, questions []int, waves []string) bool {
	for _, q := range questions {
		for _, w := range waves {
			if value[slotKey{person, q, w}] == "" {
				return false
			}
		}
	}
	return true
}

func in(p microdata.Person, at []Level) bool {
	return !slices.ContainsFunc(at, func(l Level) bool { return p.Level(l.Dimension) != l.Level })
}
