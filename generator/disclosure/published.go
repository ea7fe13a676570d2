package disclosure

import (
	"cmp"
	"slices"

	"kohort/generator/figure"
)

// Published is everything that may be shown of a handbook's cohorts: their
// releases, verified. Only this package can make one that is not empty.
type Published struct {
	cohorts     []Cohort
	departments []string
}

// Departments gives the departments that the cohorts' cohort.yaml name, sorted:
// those of a group stand in no release, and are the small ones.
func (p Published) Departments() []string { return append([]string(nil), p.departments...) }

// Cohorts gives the released cohorts, the latest start first.
func (p Published) Cohorts() []Cohort { return append([]Cohort(nil), p.cohorts...) }

// Cohort finds a released cohort.
func (p Published) Cohort(id string) (Cohort, bool) {
	for _, c := range p.cohorts {
		if c.id == id {
			return c, true
		}
	}
	return Cohort{}, false
}

// Cohort is the latest release of one cohort.
type Cohort struct {
	id         string
	title      Words
	start, end string // 2006-01-02
	dataAsOf   string
	release    int
	hash       string
	k          int
	questions  []Question
	labels     []LevelLabel
	tables     []Table
	asked      bool // comments are on, and the survey asks for some
	quotes     []QuoteList
	chain      []string // the hash of each release, the first to this one
}

// Words are the words of a title, question or label by language; a single
// entry under "" reads the same in all.
type Words struct{ byLang map[string]string }

// In gives the words in lang, else in fallback, else in any.
func (w Words) In(lang, fallback string) string {
	for _, l := range []string{lang, fallback, "", "ja", "en"} {
		if s := w.byLang[l]; s != "" {
			return s
		}
	}
	return ""
}

// ByLang gives a copy of the words by language.
func (w Words) ByLang() map[string]string {
	out := make(map[string]string, len(w.byLang))
	for l, s := range w.byLang {
		out[l] = s
	}
	return out
}

// LevelLabel is how a level of a dimension reads in other languages.
type LevelLabel struct {
	Dimension, Level string
	Words            Words
}

// ID is the cohort's folder name, such as "2025-spring".
func (c Cohort) ID() string { return c.id }

// Title is the cohort's title.
func (c Cohort) Title() Words { return c.title }

// Start and End are the cohort's first and last day as 2006-01-02.
func (c Cohort) Start() string { return c.start }

// End is the cohort's last day as 2006-01-02.
func (c Cohort) End() string { return c.end }

// DataAsOf is the latest date in the data, as 2006-01-02.
func (c Cohort) DataAsOf() string { return c.dataAsOf }

// Release is the number of the release, from 1.
func (c Cohort) Release() int { return c.release }

// Hash is "sha256:" and the hash of the release file's bytes in hex.
func (c Cohort) Hash() string { return c.hash }

// K is the fewest people behind any figure of the release.
func (c Cohort) K() int { return c.k }

// Questions gives the survey questions of the release in the survey's order.
func (c Cohort) Questions() []Question { return append([]Question(nil), c.questions...) }

// Question finds a survey question by its code.
func (c Cohort) Question(code string) (Question, bool) {
	for _, q := range c.questions {
		if q.code == code {
			return q, true
		}
	}
	return Question{}, false
}

// LevelLabel gives how a level reads in lang; the level itself where nothing
// else is known.
func (c Cohort) LevelLabel(dimension, level, lang string) string {
	for _, l := range c.labels {
		if l.Dimension == dimension && l.Level == level {
			if s := cmp.Or(l.Words.byLang[lang], l.Words.byLang[""]); s != "" {
				return s
			}
		}
	}
	return level
}

// Tables gives the tables of the release in its order.
func (c Cohort) Tables() []Table { return append([]Table(nil), c.tables...) }

// Table finds a table by id ("survey.trust.after") and statistic ("mean").
func (c Cohort) Table(id, statistic string) (Table, bool) {
	for _, t := range c.tables {
		if t.id == id && t.statistic == statistic {
			return t, true
		}
	}
	return Table{}, false
}

// Question is a survey question with its scale.
type Question struct {
	code  string
	text  Words
	who   string // "mentor", "mentee" or "" for both
	theme string
	good  string // "high" or "low": which end of the scale is the good one
	scale []ScalePoint
}

// Code is the question's code in survey.yaml.
func (q Question) Code() string { return q.code }

// Text is the question as it was asked.
func (q Question) Text() Words { return q.text }

// Who answers: "mentor", "mentee", or nothing for both.
func (q Question) Who() string { return q.who }

// Theme is the question's theme, such as "trust".
func (q Question) Theme() string { return q.theme }

// Good is the good end of the scale: "high" or "low".
func (q Question) Good() string { return q.good }

// Scale gives the points of the scale, lowest first.
func (q Question) Scale() []ScalePoint { return append([]ScalePoint(nil), q.scale...) }

// ScalePoint is one answer that a question takes.
type ScalePoint struct {
	Value int
	Label Words
}

// Table is one released table.
type Table struct {
	id         string
	statistic  string
	base       []string // "participants", "pairs", "sessions", "goals", or "survey" and its waves
	unit       string   // people, pairs, sessions, points, percent, minutes, days, times
	decimals   int
	dimensions []string
	cells      []Cell
	withdrawn  withdrawal
}

// ID is FIGURE.MEASURE, such as "survey.trust.after".
func (t Table) ID() string { return t.id }

// Statistic is count, rate, mean, difference, distribution or sum.
func (t Table) Statistic() string { return t.statistic }

// Base names whom the table counts: "participants", "pairs", "sessions",
// "goals"; or "survey" followed by its wave or, on the paired base, its two.
func (t Table) Base() []string { return append([]string(nil), t.base...) }

// Unit is that of the values: people, pairs, sessions, points, percent, minutes, days or times.
func (t Table) Unit() string { return t.unit }

// Decimals is how many decimals a value is printed with.
func (t Table) Decimals() int { return t.decimals }

// Dimensions names the columns that the table is broken down by; a cell may
// leave some of them out (a margin) or all (the whole cohort).
func (t Table) Dimensions() []string { return append([]string(nil), t.dimensions...) }

// Cells gives the cells: the whole cohort first, then margins, then crossings,
// levels by name (months by time); never in an order that follows a value.
func (t Table) Cells() []Cell { return append([]Cell(nil), t.cells...) }

// Cell finds the cell at the given levels, in any order; none is the whole cohort.
func (t Table) Cell(at ...Level) (Cell, bool) {
	for _, c := range t.cells {
		if sameLevels(c.at, at) {
			return c, true
		}
	}
	return Cell{}, false
}

func sameLevels(a, b []Level) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || x == y
		}
		if !found {
			return false
		}
	}
	return true
}

// Level is a dimension and one of its levels.
type Level struct{ Dimension, Level string }

// Form says what a cell prints.
type Form uint8

// The forms. The zero value is Withheld, which holds no number at all.
const (
	Withheld     Form = iota
	Number            // one value
	Band              // a class of a fixed partition: from, to
	Distribution      // a count for each point of the scale
	Class             // "at least N chose T": the near-unanimous class of a distribution
)

// Cell is one cell of a table. Its zero value is withheld.
type Cell struct {
	at     []Level
	form   Form
	n      int
	value  float64
	lo, hi float64 // of a band, or of a number's interval
	counts []Count

	hasInterval bool
	effect      figure.Effect
	asOf        string // of a value that an earlier release printed: its data date
}

// Count is how many people chose one point of a scale.
type Count struct{ Value, People int }

// At gives the levels that the cell is for, one a dimension; none: the whole cohort.
func (c Cell) At() []Level { return append([]Level(nil), c.at...) }

// Form is what the cell prints.
func (c Cell) Form() Form { return c.form }

// N is how many people (pairs, for a table of pairs) the cell is about; 0 where withheld.
func (c Cell) N() int { return c.n }

// Value is the printed number, rounded to the table's decimals; for Number alone.
func (c Cell) Value() float64 { return c.value }

// Band is the printed class; for Band alone.
func (c Cell) Band() (from, to float64) { return c.lo, c.hi }

// Interval is the printed 95 % interval of a number that has one.
func (c Cell) Interval() (from, to float64, ok bool) {
	if !c.hasInterval {
		return 0, 0, false
	}
	return c.lo, c.hi, true
}

// Effect is the printed size of a change in words: small, medium, large, or
// none.
func (c Cell) Effect() figure.Effect { return c.effect }

// Counts gives the printed distribution, lowest scale value first, zeros
// included. For Class it has one entry: the scale value and the least number
// of people who chose it.
func (c Cell) Counts() []Count { return append([]Count(nil), c.counts...) }

// Chain is the hashes of all releases that Published rests on.
type Chain struct {
	Head   []string // of each cohort's latest release, in order
	Hashes []string // of all releases of all cohorts
}

// Chain gives the chains of all cohorts' releases, for the site's manifest.
func (p Published) Chain() Chain {
	var out Chain
	for _, c := range p.cohorts {
		if len(c.chain) > 0 {
			out.Head = append(out.Head, c.chain[len(c.chain)-1])
			out.Hashes = append(out.Hashes, c.chain...)
		}
	}
	slices.Sort(out.Head)
	return out
}
