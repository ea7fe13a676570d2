// Package figure is the catalogue of what can be counted: every table that a
// release may hold, with its statistic, unit, base and definition in Japanese
// and English.
//
// It takes a table's id and statistic and gives its Definition. Its main types
// are Definition and Words. What is not in the catalogue is refused
// everywhere: it is an allow-list.
package figure

import "strings"

// Words are a text in both languages of the catalogue.
type Words struct{ EN, JA string }

// In gives the words in lang; English for any language but Japanese.
func (w Words) In(lang string) string {
	if lang == "ja" || strings.HasPrefix(lang, "ja-") {
		return w.JA
	}
	return w.EN
}

// Unit is what a value counts.
type Unit string

// The units.
const (
	People   Unit = "people"
	Pairs    Unit = "pairs"
	Sessions Unit = "sessions"
	Points   Unit = "points"
	Percent  Unit = "percent"
	Minutes  Unit = "minutes"
	Days     Unit = "days"
	Times    Unit = "times"
)

// Statistic is how a value is made.
type Statistic string

// The statistics.
const (
	Count        Statistic = "count"
	Rate         Statistic = "rate"
	Mean         Statistic = "mean"
	Difference   Statistic = "difference"
	Distribution Statistic = "distribution"
	Sum          Statistic = "sum"
)

// Effect is the size of a change in words, for groups too small for an
// interval. The zero value is no word: too small a change to name, or none
// asked for.
type Effect string

// The effects, by Cohen's d: from 0.2, 0.5 and 0.8.
const (
	Small  Effect = "small"
	Medium Effect = "medium"
	Large  Effect = "large"
)

// Definition says what one table is.
type Definition struct {
	Table     string // "participation.active", or "survey.*.after" for every question
	Statistic Statistic
	Unit      Unit
	Decimals  int
	Figure    Words // name of the figure: "Participation"
	Measure   Words // name of the measure: "active"
	Says      Words // what is counted, of whom, when
}

// Lookup finds the definition of a table id and statistic.
func Lookup(table string, statistic Statistic) (Definition, bool) {
	for _, d := range definitions {
		if d.Statistic == statistic && matches(d.Table, table) {
			return d, true
		}
	}
	return Definition{}, false
}

// All gives the whole catalogue in the order of a report.
func All() []Definition { return append([]Definition(nil), definitions...) }

func matches(pattern, table string) bool {
	before, after, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == table
	}
	return len(table) > len(before)+len(after) && strings.HasPrefix(table, before) && strings.HasSuffix(table, after)
}
