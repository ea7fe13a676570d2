// Package attack tries to break a release before it is written.
//
// It takes the cells that are about to be printed, as plain values, and the
// microdata, and gives Findings: proofs that what is printed tells something
// of fewer than k people, or tells a figure that is withheld. Its two main
// types are Table and Finding. It imports neither tabulate nor suppress and
// makes its own rows from its own reading of who stands behind a cell, so that
// a mistake there is found here. It clears nothing that it cannot explain.
//
// What it does now is the exact linear audit, section 4.1 of the
// specification: rows of all printed figures over slots (a person's answer to a
// question in a wave, a pair's sessions in a month), eliminated over the
// rationals.
//
//	attack.go  what is attacked, and the findings
//	read.go    printed cells -> rows over slots
//	system.go  slots nobody can tell apart become one column
//	linear.go  elimination over big.Rat, with the combination of each row
//	search.go  every set of fewer than k people
//
// The integer bounds (4.2) and the twin datasets (4.3) stand here later as
// further audits over the same rows.
package attack

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// Thresholds are the promises that the attack tries to break.
type Thresholds struct {
	K             int // people behind any figure
	KDistribution int // people behind any distribution
	MinPairs      int // pairs behind any figure of sessions
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

// Cell is one printed cell. N is the size that it prints.
type Cell struct {
	At   []Level
	Form Form
	N    int
}

// Table is one printed table.
type Table struct {
	ID, Statistic string
	Cells         []Cell
}

// Kind is what an attack showed.
type Kind uint8

// The kinds of findings.
const (
	FewPeople  Kind = iota // a combination of cells is about fewer than k people
	Recomputed             // a withheld or coarse cell follows from others
	NotKnown               // the attack cannot tell who stands behind a cell
)

// Finding is one success of the attack. Its words name cells, never people.
type Finding struct {
	Kind   Kind
	Proof  string // "A + B − C = 3 people"; "A − B = C"; or the cell that is not known
	People int    // for FewPeople
}

// Linear attacks a cohort's tables, all together, and gives every success, in
// a fixed order.
func Linear(c microdata.Cohort, tables []Table, t Thresholds) []Finding {
	r := newReader(c, t)
	for _, table := range tables {
		r.read(table)
	}
	findings := r.findings
	for _, name := range r.names() {
		findings = append(findings, r.systems[name].attack()...)
	}
	slices.SortStableFunc(findings, func(a, b Finding) int { return strings.Compare(a.Proof, b.Proof) })
	return slices.CompactFunc(findings, func(a, b Finding) bool { return a == b })
}
