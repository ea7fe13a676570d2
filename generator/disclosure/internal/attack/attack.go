// Package attack tries to break a release before it is written.
//
// It takes the cells that are about to be printed, as plain values, and the
// microdata, and gives Findings: proofs that what is printed tells something
// of fewer than k people, or tells a figure that is withheld. Its two main
// types are Table and Finding. It imports neither tabulate nor suppress and
// makes its own rows from its own reading of who stands behind a cell, so that
// a mistake there is found here. It clears nothing that it cannot explain.
//
// It attacks three times, by section 4 of the specification:
//
//	Linear  4.1: rows of all printed figures over slots (a person's answer to a
//	        question in a wave, a pair's sessions in a month), eliminated over
//	        the rationals
//	Bounds  4.2: answers are whole and on a scale; rounded figures are intervals.
//	        It accuses and never clears
//	Twins   4.3: for every insider and every other person another complete
//	        dataset in which the person answered otherwise and everything that
//	        is printed stays as it is. Where none is found, there is a finding
//
// Beside runs bounds and twins over the union with earlier releases, Union the
// linear attack. Where readers do not know who took part, SecretCounts attacks
// the counts of people.
//
//	attack.go         what is attacked, and the findings
//	read.go           printed cells -> rows over slots; so do read_figures.go, read_index.go, read_sessions.go
//	unseen.go         what readers cannot rule out that pairs hold
//	system.go         slots nobody can tell apart become one column
//	component.go      rows that share no column fall apart
//	linear.go         elimination over big.Rat, with the combination of each row
//	search.go         every set of fewer than k people
//	union.go          the same over several releases
//	interval.go       a printed number -> the whole numbers that print so
//	bounds.go         unknown whole numbers, narrowed by constraints
//	hidden.go         what the bounds leave of withheld cells and of people
//	secret.go         what they leave of withheld counts of people; secret_linear.go: sums of counts first
//	figures.go        what a printed number says of answers: weights, and an interval
//	figures_cells.go  printed cells -> figures
//	grid.go           answers counted by atom, and what a change does to each figure
//	moves.go          a change of one answer, mended until everything prints alike
//	kernel.go         moves over whole atoms
//	twins.go          a twin for every insider and target, verified
//	family.go         the series of one question, over a cohort of its own
//	holdings.go       what pairs hold, and how it is measured; holdings_sessions.go: their sessions; holdings_order.go: in an order of their own
//	unseen.go         what there might be besides, for all that readers know
//	transfer.go       twins of what pairs hold; transfer_search.go: the search for one
//	transfer_alone.go the changes to try, of one pair; transfer_moves.go: of two; transfer_days.go: mended until days and orientation print alike
//	past.go           earlier releases beside the present one; past_pairs.go: of what pairs hold;
//	                  past_histories.go: who corrected an answer is not known; past_follow.go: what stood behind earlier figures in a twin
package attack

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/internal/workers"
)

// Thresholds are the promises that the attack tries to break.
type Thresholds struct {
	K             int // people behind any figure
	KDistribution int // people behind any distribution
	MinPairs      int // pairs behind any figure of sessions
	Coalition     int // insiders who know their own answers
	Width         int // how far another's answer must be able to lie from what it is
	// FewAnswers and FewKinds are up to how many answers in a wave, and kinds of
	// people that the roster tells apart, a question is attacked closely.
	FewAnswers, FewKinds int
	// Secret says that readers do not know who took part: then counts of people
	// are attacked too (SecretCounts).
	Secret bool
	Memory *Memory // of earlier attacks; may be nil
}

// Level is a dimension and one of its levels.
type Level struct{ Dimension, Level string }

// Form is what a cell prints.
type Form uint8

// The forms. Withheld prints nothing; Exact gives a sum; Coarse a class of
// results, of which the exact one must stay unknown.
const (
	Withheld Form = iota
	Exact
	Coarse
)

// Cell is one printed cell, with what it prints: its size N, and its value, a
// band from Lo to Hi, or counts (one, of the least number of people, where a
// distribution is Coarse). Interval and Effect are what a change prints beside
// its value; both ends nought, and "", where it prints none.
type Cell struct {
	At       []Level
	Form     Form
	N        int
	Value    float64
	Lo, Hi   float64
	Counts   []Count
	Interval [2]float64
	Effect   string
}

// Count is how many people chose one point of a scale.
type Count struct{ Value, People int }

// Table is one printed table, its values rounded to Decimals.
type Table struct {
	ID, Statistic string
	Decimals      int
	Cells         []Cell
}

// Kind is what an attack showed.
type Kind uint8

// The kinds of findings.
const (
	FewPeople  Kind = iota // a combination of cells is about fewer than k people
	Recomputed             // a withheld or coarse cell follows from others
	NotKnown               // the attack cannot tell who stands behind a cell
	Bounded                // whole answers on a scale leave a withheld figure, or a person, too little room
	NoTwin                 // no other dataset prints the same: somebody's answer may follow
)

// Finding is one success of the attack. Its words name cells, never people.
type Finding struct {
	Kind   Kind
	Proof  string // "A + B − C = 3 people"; "A − B = C"; the cell that is not known; the figure
	People int    // for FewPeople
	Series string // question and wave, "trust.after", or "sessions": for Bounded and NoTwin
	// Already says that what earlier releases printed gives it, without the
	// present one: for Bounded and NoTwin of Beside.
	Already bool
}

// Linear attacks a cohort's tables, all together, and gives every success, in
// a fixed order.
func Linear(c microdata.Cohort, tables []Table, t Thresholds) []Finding {
	r := newReader(c, t)
	r.themes, r.unseen = themesOf(tables), unseenOf(tables)
	for _, table := range tables {
		r.read(table)
	}
	findings := r.findings
	names := r.names()
	found := make([][]Finding, len(names))
	workers.Each(len(names), func(i int) { found[i] = r.systems[names[i]].attack() })
	findings = append(findings, slices.Concat(found...)...)
	slices.SortStableFunc(findings, func(a, b Finding) int { return strings.Compare(a.Proof, b.Proof) })
	return slices.CompactFunc(findings, func(a, b Finding) bool { return a == b })
}
