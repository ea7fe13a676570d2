// Package tabulate makes tables out of microdata: what each figure is, of
// whom, and the form in which its result may be printed.
//
// It takes a microdata.Cohort and Rules and gives a Tabulation: bases with the
// groups asked for, and tables with one cell a group. Its two main types are
// Base and Table. It decides each form by the rules 1 to 5, 8 and 9 of the
// specification's section 2, and never which groups may stand beside each
// other: that is suppress. It makes no table that package figure does not list.
//
//	groups.go     the breakdowns of a base: whole cohort, margins, crossings
//	people.go     participation, orientation, response, retention: facts that every colleague knows
//	survey.go     answers before and after, on the one paired base, and midway
//	forms.go      distribution, class, mean, band: rules 4 and 5
//	shares.go     shares of answers and of sessions, by rules 2 and 10
//	effect.go     intervals and effects of a change: rule 6
//	anonymous.go  a wave whose responses name nobody: whole cohort, on a base of its own
//	themes.go     means over the questions of a theme, on one respondent base
//	recommend.go  promoters, passives, detractors
//	pulse.go      short surveys by week
//	matching.go   pairs, and days to the first session
//	sessions.go   sessions, whose unit is the pair: rule 9
//	months.go     sessions by month, and over the months that pairs were together
//	topics.go     sessions by format and topic, beside the months
//	goals.go      goals, whose unit is the pair: rule 10
//	metrics.go    the actuals of measured rules
//	again.go      the same tables of other answers, for twins
package tabulate

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// Rules are the thresholds of the policy.
type Rules struct {
	K, KDistribution, Coalition, Width int
	ModalMax                           float64
	MinPairs, MinMentors, MinMentees   int
	Top1, Top2                         float64 // greatest share of a sum that one pair, two pairs may hold
	// SecretRoster says that readers do not know who took part.
	SecretRoster bool
	// Secret names attributes of the roster that readers do not know of each
	// other (status, oriented, matched, manager, responded): figures that rest on
	// one are not made.
	Secret []string
}

// Level is a dimension and one of its levels.
type Level struct{ Dimension, Level string }

// Group is a set of people that figures are asked for.
type Group struct {
	At      []Level // none: the whole base
	Members []int   // indexes of Cohort.People, ascending
}

// Base is a set of people over which figures are made. Tables of one base
// share its groups and their fate.
type Base struct {
	Dimensions []string
	Groups     []Group
	Answers    bool // its tables are of answers, which nobody knows of another
}

// Form is what a cell prints where its group may be published.
type Form uint8

// The forms. The zero value prints nothing.
const (
	Nothing      Form = iota
	Number            // Value
	Band              // Lo to Hi: a class of a fixed partition
	Distribution      // Counts
	Class             // Counts[0]: at least so many chose it
)

// Count is how many people chose one point of a scale.
type Count struct{ Value, People int }

// Why is the rule that left a cell at Nothing before any group was weighed
// against another. The zero value is none of them.
type Why uint8

// The rules.
const (
	Undecided Why = iota
	FewPairs      // too few pairs, or one or two hold most of it
	OtherBase     // the questions of a theme were not answered by the same people
	Follows       // beside other figures of the same pairs it would tell of too few
)

// Cell is one result. A Number may have an Interval (95 %, where its ends
// differ) or an Effect, neither of which tells more than the distributions do.
type Cell struct {
	Form     Form
	N        int
	Value    float64
	Lo, Hi   float64
	Counts   []Count
	Interval [2]float64
	Effect   figure.Effect
	Why      Why
}

// Table is one figure over one base.
type Table struct {
	ID        string
	Statistic figure.Statistic
	Of        []string // base of the release: participants; survey, after; sessions
	Base      int      // index of Tabulation.Bases; -1: the cells are decided, see Levels
	// Rung is the ladder's rung that a group needs: 2 for a distribution, 1 for all else.
	Rung int
	// Answers names the slots that the cells give exactly where they print a
	// Number: question and wave, both waves for a change. Empty for known facts.
	Answers []string
	Cells   []Cell // one a group of the base, in its order
	// Lower is what the cells print for a group that is published on rung 1
	// alone, where that differs: without distribution there is no class.
	Lower []Cell
	// Within stands before the levels of each group: the week of a pulse. Tables
	// of one ID and statistic, one a week, are one released table.
	Within []Level
	// Narrow leaves out the groups with a dimension that is not in By.
	Narrow bool
	By     []string
	// Levels and Dimensions are those of decided cells.
	Levels     [][]Level
	Dimensions []string
}

// room makes room for the cells of so many groups: the attack has most tables
// made many times over.
func (t *Table) room(groups int) {
	t.Cells, t.Lower = make([]Cell, 0, groups), make([]Cell, 0, groups)
}

// At is the cell of a group that is published on a rung.
func (t Table) At(group, rung int) Cell {
	if rung < 2 && t.Lower != nil {
		return t.Lower[group]
	}
	return t.Cells[group]
}

// LeavesOut says whether a table has no cell for a group of its base.
func (t Table) LeavesOut(g Group) bool {
	return t.Narrow && slices.ContainsFunc(g.At, func(l Level) bool { return !slices.Contains(t.By, l.Dimension) })
}

// Tabulation is everything that is asked for of one cohort.
type Tabulation struct {
	Bases  []Base
	Tables []Table
	Notes  []figure.Words // what was left out, for HR

	rules Rules
	slots map[string]slot // by question and wave
	parts []part
}

// Counts is how many of a set of people with answers in a slot chose each point
// of its scale.
func (t Tabulation) Counts(slot string, members []int) []int {
	return count(t.slots[slot].scale, members, t.slots[slot].points).counts
}

// Alike says of people in a slot, by how many chose each point, whether their
// mean is near-extreme and whether their distribution is near-unanimous, so that
// it would print as a class.
func (t Tabulation) Alike(slot string, counts []int) (extreme, unanimous bool) {
	a := answers{t.slots[slot].scale, counts}
	_, _, extreme = t.rules.extreme(a)
	_, unanimous = t.rules.unanimous(a)
	return extreme, unanimous
}

// Make tabulates a cohort. People who withdrew are in no figure.
func Make(c microdata.Cohort, r Rules) Tabulation {
	m := maker{cohort: c, rules: r, out: Tabulation{rules: r, slots: make(map[string]slot)}}
	m.participation()
	m.matching()
	m.orientation()
	m.sessions()
	m.response()
	m.survey()
	m.pulse()
	m.goals()
	m.retention()
	m.metrics()
	for _, t := range m.out.Tables {
		if t.Base >= 0 && len(t.Answers) > 0 {
			m.out.Bases[t.Base].Answers = true
		}
	}
	return m.out
}

// maker collects the tables of one cohort.
type maker struct {
	cohort microdata.Cohort
	rules  Rules
	out    Tabulation

	bases       map[string]int // of the survey, by the people who answered
	recommended bool           // there is a figure of recommendation already
}

func (m *maker) base(b Base) int {
	m.out.Bases = append(m.out.Bases, b)
	return len(m.out.Bases) - 1
}

func (m *maker) note(en, ja string) {
	m.out.Notes = append(m.out.Notes, figure.Words{EN: en, JA: ja})
}

// present lists the participants who did not withdraw.
func (m *maker) present() []int {
	var out []int
	for i, p := range m.cohort.People {
		if p.Withdrawn.IsZero() && !p.Anonymous {
			out = append(out, i)
		}
	}
	return out
}

// plain is a cell that prints its number.
func plain(n int, value float64) Cell { return Cell{Form: Number, N: n, Value: value} }
