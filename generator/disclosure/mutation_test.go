package disclosure

import (
	"slices"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
)

// unrepaired gives what the attack says of a cohort that was protected by one
// policy and promised another: how a rule that is switched off is found out.
func unrepaired(data microdata.Cohort, protectedBy, promised Policy) []attack.Kind {
	tables := attackTables(protect(data, protectedBy).tables)
	findings := attack.Linear(data, tables, promised.limits())
	findings = append(findings, attack.Bounds(data, tables, promised.limits())...)
	findings = append(findings, attack.Twins(data, tables, promised.limits(), protectedBy.printAgain, nil)...)
	var kinds []attack.Kind
	for _, f := range findings {
		kinds = append(kinds, f.Kind)
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

func answered(values ...int) func(int) int {
	return func(i int) int { return values[i%len(values)] }
}

// TestEachRuleIsNeeded switches off one rule at a time. With it the attack
// finds nothing; without it, the attack must.
func TestEachRuleIsNeeded(t *testing.T) {
	uneven := func(sizes ...int) func(int) string {
		return func(i int) string {
			for d, size := range sizes {
				if i -= size; i < 0 {
					return departments[d]
				}
			}
			return departments[len(sizes)]
		}
	}
	for _, m := range []struct {
		rule string
		data microdata.Cohort
		off  func(*Policy)
		want attack.Kind
	}{
		{"k", cohortOf(24, uneven(10, 11), spread, spread), func(p *Policy) { p.k = 2 }, attack.FewPeople},
		{"k_distribution", cohortOf(24, uneven(12, 6), spread, spread), func(p *Policy) { p.kDistribution = 5 }, attack.FewPeople},
		{"fixed classes", cohortOf(12, sales, spread, answered(5)), func(p *Policy) { p.coalition, p.width = -3, -3 }, attack.NoTwin},
		{"near-extreme bands", cohortOf(6, sales, spread, answered(5, 5, 5, 5, 5, 4)), func(p *Policy) { p.width = -9 }, attack.NoTwin},
		{"coalition", cohortOf(6, sales, spread, answered(5, 5, 5, 5, 5, 3)), func(p *Policy) { p.coalition = 0 }, attack.NoTwin},
		{"pair units", cohortOf(24, sales, spread, spread), func(p *Policy) { p.dominance.minPairs, p.dominance.minMentors, p.dominance.minMentees = 1, 1, 1 }, attack.FewPeople},
	} {
		data := m.data
		if m.rule == "pair units" {
			data.Sessions = nil
			for pair := range data.Pairs {
				for month := 4; month <= 8; month++ {
					data.Sessions = append(data.Sessions, held(pair, month), held(pair, month))
				}
			}
			data.Sessions = append(data.Sessions, held(0, 9), held(1, 9), held(2, 9))
		}
		weak := defaultPolicy
		m.off(&weak)
		if got := unrepaired(data, defaultPolicy, defaultPolicy); len(got) != 0 {
			t.Errorf("%s on: findings %v, want none", m.rule, got)
		}
		if got := unrepaired(data, weak, defaultPolicy); !slices.Contains(got, m.want) {
			t.Errorf("%s off: findings %v, want %d among them", m.rule, got, m.want)
		}
	}
}

func held(pair, month int) microdata.Session {
	return microdata.Session{Pair: pair, Date: microdata.Date{Year: 2025, Month: time.Month(month), Day: 2}, Minutes: 60, Status: microdata.Held}
}

// TestDominanceIsNeeded has one pair that held most sessions: no dataset is
// ruled out for certain, so that the rule alone withholds the total.
func TestDominanceIsNeeded(t *testing.T) {
	data := cohortOf(24, sales, spread, spread)
	data.Sessions = nil
	for pair := range data.Pairs {
		data.Sessions = append(data.Sessions, held(pair, 5))
	}
	for range 40 {
		data.Sessions = append(data.Sessions, held(0, 5))
	}
	weak := defaultPolicy
	weak.dominance.top1, weak.dominance.top2 = 1, 1
	for _, c := range []struct {
		policy Policy
		want   Form
	}{{defaultPolicy, Withheld}, {weak, Number}} {
		if cell := at(t, Cohort{tables: protect(data, c.policy).tables}, "sessions.held", "sum"); cell.form != c.want {
			t.Errorf("one pair held 41 of 52 sessions, one pair may hold %v: %+v, want form %d", c.policy.dominance.top1, cell, c.want)
		}
	}
}

// TestFindingsAreProblems names what HR is told where a finding cannot be
// answered by withholding more.
func TestFindingsAreProblems(t *testing.T) {
	got := ids(problemsOf("2025-spring", []attack.Finding{
		{Kind: attack.Bounded, Proof: "survey.trust.after"}, {Kind: attack.NoTwin, Proof: "survey.trust.after"}}))
	if want := []string{"attack-bounded", "attack-no-twin"}; !slices.Equal(got, want) {
		t.Errorf("problems %v, want %v", got, want)
	}
}
