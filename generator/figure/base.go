package figure

import "strings"

// Base says whom or what a table counts, by its base as a release names it:
// "participants", "pairs", "sessions", "goals", or "survey" and its waves.
// It is empty for a base that no table of the catalogue has.
func Base(base ...string) Words {
	name := strings.Join(base, " ")
	for _, b := range bases {
		if b.of == name {
			return b.words
		}
	}
	return Words{}
}

// bases are all that a table may count.
var bases = []struct {
	of    string
	words Words
}{
	{"participants", Words{"the participants of the cohort", "コーホートの参加者"}},
	{"pairs", Words{"the pairs of the cohort", "コーホートのペア"}},
	{"sessions", Words{"the sessions of all pairs", "全ペアのセッション"}},
	{"goals", Words{"the goals that the pairs set", "ペアが立てた目標"}},
	{"survey before", Words{"the people who answered before the program", "開始時のアンケートに答えた人"}},
	{"survey mid", Words{"the people who answered midway", "中間のアンケートに答えた人"}},
	{"survey after", Words{"the people who answered after the program", "終了時のアンケートに答えた人"}},
	{"survey before after", Words{"the people who answered both before and after", "開始時と終了時の両方に答えた人"}},
	{"survey pulse", Words{"the people who answered the short survey that day", "その日の短いアンケートに答えた人"}},
}

// By lists what a figure can be broken down by: columns of participants, or
// month, week, format, topic and theme. A release may leave some out.
func (d Definition) By() []string {
	for _, b := range breakdowns {
		if matches(b.table, d.Table) {
			return append([]string(nil), b.by...)
		}
	}
	return nil
}

// breakdowns are the dimensions of the figures that have any.
var breakdowns = []struct {
	table string
	by    []string
}{
	{"participation.*", []string{"role", "department", "grade"}},
	{"orientation.*", []string{"role"}},
	{"response.*", []string{"role"}},
	{"retention.*", []string{"role"}},
	{"sessions.held", []string{"month"}},
	{"sessions.format", []string{"format"}},
	{"topics.share", []string{"topic"}},
	{"survey.*", []string{"role", "department", "grade"}},
	{"theme.*", []string{"role", "department", "grade"}},
	{"recommend.*", []string{"role"}},
	{"pulse.*", []string{"week", "role"}},
	{"goals.*", []string{"theme"}},
}

// Anchor names the definition for good where one page lists them all:
// "survey-change", "survey-before-mean" where a table has several statistics.
func (d Definition) Anchor() string {
	name := strings.NewReplacer(".*", "", ".", "-", "_", "-").Replace(d.Table)
	for _, other := range definitions {
		if other.Table == d.Table && other.Statistic != d.Statistic {
			return name + "-" + string(d.Statistic)
		}
	}
	return name
}
