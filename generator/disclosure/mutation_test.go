package disclosure

import (
	"path/filepath"
	"slices"
	"strings"
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
	mentorsApart := func(i int) string { // who are 12; 6 mentees each in two other departments
		return departments[map[bool]int{true: 0, false: 1 + i/12}[i%2 == 0]]
	}
	for _, m := range []struct {
		rule string
		data microdata.Cohort
		off  func(*Policy)
		want attack.Kind
	}{
		{"k", cohortOf(24, uneven(10, 11), spread, spread), func(p *Policy) { p.k = 2 }, attack.FewPeople},
		{"k_distribution", cohortOf(24, mentorsApart, spread, spread), func(p *Policy) { p.kDistribution = 5 }, attack.FewPeople},
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
					again := held(pair, month)
					again.Date.Day = 16
					data.Sessions = append(data.Sessions, held(pair, month), again)
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
		if m.want != attack.NoTwin {
			continue
		}
		for policy, want := range map[*Policy]bool{&defaultPolicy: false, &weak: true} {
			c := describe(data, *policy)
			c.tables, c.release = protect(data, *policy).tables, 1
			reader := newColleague(t, data, encode(c, ""))
			reader.policy = *policy
			if found := reader.attack(t, searchNodes); (found.certain > 0) != want {
				t.Errorf("%s, promised off %v: the independent attacker found %+v", m.rule, want, found)
			}
		}
	}
}

func held(pair, month int) microdata.Session {
	return microdata.Session{Pair: pair, Date: microdata.Date{Year: 2025, Month: time.Month(month), Day: 2}, Minutes: 60, Status: microdata.Held}
}

// estimated says whether the pair that holds second most can tell from a printed
// total, and what it holds itself, what the first pair holds, to within 15 %:
// the p % rule, which is how a sum is attacked where nothing follows for certain.
func estimated(data microdata.Cohort, total Cell) bool {
	if total.form != Number {
		return false
	}
	byPair := make([]int, len(data.Pairs))
	for _, s := range data.Sessions {
		byPair[s.Pair]++
	}
	slices.Sort(byPair)
	slices.Reverse(byPair)
	return 100*(int(total.value)-byPair[0]-byPair[1]) < 15*byPair[0]
}

// TestDominanceIsNeeded has one pair that held most sessions: without the rule
// another pair would know nearly what it held.
func TestDominanceIsNeeded(t *testing.T) {
	data := cohortOf(24, sales, spread, spread)
	data.Sessions = nil
	for pair := range data.Pairs {
		data.Sessions = append(data.Sessions, held(pair, 5))
	}
	for range 89 {
		data.Sessions = append(data.Sessions, held(0, 5))
	}
	total := func(p Policy) Cell {
		return at(t, Cohort{tables: protect(data, p).tables}, "sessions.held", "sum")
	}
	if cell := total(defaultPolicy); estimated(data, cell) {
		t.Errorf("dominance on: %+v lets a pair estimate the 90 of 101 sessions of another", cell)
	}
	weak := defaultPolicy
	weak.dominance.top1, weak.dominance.top2 = 1, 1
	if cell := total(weak); !estimated(data, cell) {
		t.Errorf("dominance off: %+v, from which 90 of 101 sessions of one pair should be estimated", cell)
	}
}

// TestPairedBaseIsNeeded prints before over all 14 who answered then and after
// over all 12, beside the change of the 11 who did both (C15): the attack
// refuses what is not on the paired base, and on bases of their own the three
// tell of four people.
func TestPairedBaseIsNeeded(t *testing.T) {
	data := cohortOf(15, sales, spread, spread)
	data.Waves[0].Answers, data.Waves[1].Answers = data.Waves[0].Answers[:14], data.Waves[1].Answers[3:]
	c, problems := releaseOf(t, data)
	if len(problems) > 0 {
		t.Fatalf("on the paired base: problems %v, want none", ids(problems))
	}
	for id, n := range map[string]int{"survey.trust.before": 14, "survey.trust.after": 12} {
		apart := c
		apart.tables = slices.Clone(c.tables)
		for i, table := range apart.tables {
			if table.id == id && table.statistic == "mean" {
				apart.tables[i].cells = slices.Clone(table.cells)
				apart.tables[i].cells[0] = Cell{form: Number, n: n, value: 2.5}
			}
		}
		if got := ids(attackRelease(data, apart, defaultPolicy)); !slices.Contains(got, "attack-not-known") {
			t.Errorf("%s over all %d who answered: problems %v, want attack-not-known", id, n, got)
		}
	}
	found := attack.Union([]attack.Sum{
		rowOf("before", [4]int{0, 0, 14, 1}), rowOf("after", [4]int{1, 3, 15, 1}), rowOf("change", [4]int{0, 3, 14, -1}, [4]int{1, 3, 14, 1}),
	}, nil, defaultPolicy.k, "people")
	if len(found) != 1 || found[0].Kind != attack.FewPeople || found[0].People != 4 {
		t.Errorf("each on its own base: findings %v, want one about 4 people", found)
	}
}

// TestEveryRuleHasAMutation lists the rules that must be switched off
// somewhere, and the test that does so.
func TestEveryRuleHasAMutation(t *testing.T) {
	texts := make(map[string]string)
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		readTests(t, ".", name, texts)
	}
	for _, m := range []struct{ rule, test, off string }{
		{"threshold", "TestEachRuleIsNeeded", `"k"`},
		{"k_distribution", "TestEachRuleIsNeeded", `"k_distribution"`},
		{"fixed classes", "TestEachRuleIsNeeded", `"fixed classes"`},
		{"near-extreme bands", "TestEachRuleIsNeeded", `"near-extreme bands"`},
		{"coalition", "TestEachRuleIsNeeded", `"coalition"`},
		{"pair units", "TestEachRuleIsNeeded", `"pair units"`},
		{"ledger", "TestC09WithoutLedger", "forgets = true"},
		{"paired base", "TestPairedBaseIsNeeded", "attack-not-known"},
		{"dominance", "TestDominanceIsNeeded", "top1"},
	} {
		if !strings.Contains(texts[". "+m.test], m.off) {
			t.Errorf("%s: %s does not switch it off", m.rule, m.test)
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
