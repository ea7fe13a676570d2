package disclosure

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/roster"
)

// nameless takes the names off the responses to a wave, as a form that asks for
// none does. keep says which responses the file still has.
func nameless(c microdata.Cohort, wave string, keep func(i int) bool) microdata.Cohort {
	c.People, c.Waves = slices.Clone(c.People), slices.Clone(c.Waves)
	w := slices.IndexFunc(c.Waves, func(w microdata.Wave) bool { return w.Name == wave })
	persons := make(map[int]int)
	answers := c.Waves[w].Answers
	c.Waves[w].Answers, c.Waves[w].Anonymous = nil, true
	for i, p := range answersBy(answers) {
		if keep == nil || keep(i) {
			persons[p] = len(c.People)
			c.People = append(c.People, microdata.Person{ID: fmt.Sprintf("\x00%s\x00%d", wave, i), Anonymous: true})
		}
	}
	for _, a := range answers {
		if p, kept := persons[a.Person]; kept {
			a.Person = p
			c.Waves[w].Answers = append(c.Waves[w].Answers, a)
		}
	}
	for i := range c.Waves {
		was := c.Waves[i].Responded
		c.Waves[i].Responded = make([]bool, len(c.People))
		for p := range c.People {
			c.Waves[i].Responded[p] = i != w && p < len(was) && was[p] || i == w && p >= len(c.People)-len(persons)
		}
	}
	return c
}

// answersBy lists the people with answers, each once.
func answersBy(answers []microdata.Answer) []int {
	var out []int
	for _, a := range answers {
		out = append(out, a.Person)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestResponsesThatNameNobodyCountForTheWholeCohortAlone holds, on random
// cohorts, that a wave without names has figures of everybody alone, on a base
// that no other wave has, that participants are counted without its responses,
// and that no attack succeeds.
func TestResponsesThatNameNobodyCountForTheWholeCohortAlone(t *testing.T) {
	inParallel(t, 41, 12, func(t *testing.T, i int, rng *rand.Rand) {
		data := random(rng, shape{people: 16 + rng.IntN(24), departments: 3, response: 0.8, skip: 0.1, by: [][]string{{"department", "role"}}})
		wave := []string{"before", "after"}[i%2]
		policy := defaultPolicy
		if i%3 == 2 {
			policy, data = secretPolicy(), listing(data, departments[:3])
		}
		with := nameless(data, wave, nil)
		c, _, problems := gate(with, policy)
		if len(problems) > 0 {
			t.Errorf("cohort %d: %v", i, problems)
		}
		shown := 0
		for _, table := range c.tables {
			name, _, _ := strings.Cut(table.id, ".")
			if slices.Contains([]string{"survey", "recommend", "theme"}, name) && !slices.Equal(table.base, []string{"survey", wave}) && len(table.base) != 2 {
				t.Errorf("cohort %d: %s rests on %v: a wave without names has no partner", i, table.id, table.base)
			}
			mine := slices.Equal(table.base, []string{"survey", wave}) || table.id == "response."+wave
			for _, cell := range table.cells {
				if mine && len(cell.at) > 0 {
					t.Errorf("cohort %d: %s has a cell at %v", i, table.id, cell.at)
				}
				if mine && cell.form != Withheld {
					shown++
				}
			}
			if cell, _ := table.Cell(); table.id == "participation.enrolled" && int(cell.value) != len(data.People) {
				t.Errorf("cohort %d: %v are enrolled, want %d", i, cell.value, len(data.People))
			}
		}
		if shown < 4 {
			t.Errorf("cohort %d: %d figures of wave %s are shown", i, shown, wave)
		}
	})
}

// TestFewResponsesThatNameNobodyAreWithheld needs as many of them as of people.
func TestFewResponsesThatNameNobodyAreWithheld(t *testing.T) {
	data := listing(random(rand.New(rand.NewPCG(3, 3)), shape{people: 30, departments: 2, response: 1}), departments[:2])
	for _, policy := range []Policy{defaultPolicy, secretPolicy()} {
		for keep, want := range map[int][2]bool{4: {false, false}, 5: {true, false}, 7: {true, false}, 8: {true, true}, 12: {true, true}} {
			c, _, problems := gate(nameless(data, "after", func(i int) bool { return i < keep }), policy)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			mean, distribution := at(t, c, "survey.trust.after", "mean"), at(t, c, "survey.trust.after", "distribution")
			if got := [2]bool{mean.form != Withheld, distribution.form != Withheld}; got != want {
				t.Errorf("%d responses: mean and distribution shown %v, want %v", keep, got, want)
			}
		}
	}
}

// TestTheFirstReleaseFreezesResponsesThatNameNobody releases a wave without
// names, then the same file with a response less, with an answer more to
// another question, and with names: what was printed stays, and nothing is
// added, since the difference might be one person's.
func TestTheFirstReleaseFreezesResponsesThatNameNobody(t *testing.T) {
	whole := random(rand.New(rand.NewPCG(8, 1)), shape{people: 30, departments: 2, response: 1})
	onlyTrust := whole
	onlyTrust.Waves = slices.Clone(whole.Waves)
	onlyTrust.Waves[1].Answers = slices.DeleteFunc(slices.Clone(whole.Waves[1].Answers), func(a microdata.Answer) bool { return a.Question != 0 })
	reopened := whole
	reopened.Waves = slices.Clone(whole.Waves)
	reopened.Waves[0].Closed, reopened.Waves[1].Closed = microdata.Date{}, microdata.Date{}
	first := nameless(onlyTrust, "after", nil)
	for name, next := range map[string]microdata.Cohort{
		"a response less":    nameless(onlyTrust, "after", func(i int) bool { return i > 0 }),
		"half the responses": nameless(onlyTrust, "after", func(i int) bool { return i%2 == 0 }),
		"one more question":  nameless(whole, "after", nil),
		"with names":         whole,
		"with names, open":   reopened,
	} {
		s := newSequence()
		m, problems := s.add(first)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		was := at(t, m.cohort, "survey.trust.after", "mean")
		if was.form != Number {
			t.Fatalf("the first release shows %+v", was)
		}
		again, _ := s.add(first)
		if is := at(t, again.cohort, "survey.trust.after", "mean"); !sameCell(is, was) || is.asOf != "" {
			t.Errorf("the same data: %+v, want %+v", is, was)
		}
		next.AsOf.Day++
		m, problems = s.add(next)
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		for _, f := range m.fresh {
			if strings.HasPrefix(f.Table, "survey.") && slices.ContainsFunc(seriesOf(f), func(series string) bool { return series == "trust.after" }) {
				t.Errorf("%s: %s is new beside the first release", name, cellWords(f))
			}
		}
		if table, ok := m.cohort.Table("survey.digital.after", "mean"); ok && name == "one more question" {
			if cell, _ := table.Cell(); cell.form != Withheld {
				t.Error("a question that came later is shown of a wave that is frozen")
			}
		}
		if is := at(t, m.cohort, "survey.trust.after", "mean"); is.form != Withheld && (is.value != was.value || is.n != was.n) {
			t.Errorf("%s: shows %v of %d, want %v of %d as before", name, is.value, is.n, was.value, was.n)
		}
		if found := s.attackUnion(); len(found) > 0 {
			t.Errorf("%s: the union of the releases: %v", name, found)
		}
	}
}

func sameCell(a, b Cell) bool { return a.form == b.form && a.n == b.n && a.value == b.value }

// TestNothingIsKnownOfAResponseThatNamesNobody keeps it out of the names that
// are searched for, and its slots apart from every participant's.
func TestNothingIsKnownOfAResponseThatNamesNobody(t *testing.T) {
	data := random(rand.New(rand.NewPCG(5, 5)), shape{people: 12, departments: 2, response: 1})
	with := nameless(data, "after", nil)
	if a, b := roster.Forms(data), roster.Forms(with); !slices.Equal(a, b) {
		t.Error("responses that name nobody add search forms")
	}
	slots, kind := ledger.NewReader(with).Read(ledger.Table{ID: "survey.trust.after", Statistic: "mean", Base: []string{"survey", "after"}}, nil, ledger.AnySize)
	owners := make(map[string]bool)
	for _, s := range slots {
		owners[s.Owner] = true
		if slices.ContainsFunc(data.People, func(p microdata.Person) bool { return p.ID == s.Owner }) {
			t.Error("a response that names nobody has a participant's slot")
		}
	}
	if kind != ledger.People || len(owners) != 12 {
		t.Errorf("%d owners of kind %v, want 12 of answers", len(owners), kind)
	}
}

// TestTheAttackReadsResponsesThatNameNobody must accuse a release of a wave
// without names that prints one answer too few.
func TestTheAttackReadsResponsesThatNameNobody(t *testing.T) {
	with := inOrder(nameless(random(rand.New(rand.NewPCG(5, 5)), shape{people: 12, departments: 2, response: 1}), "after", func(i int) bool { return i < 4 }))
	tables := []attack.Table{{ID: "survey.trust.after", Statistic: "mean", Decimals: 1, Cells: []attack.Cell{{Form: attack.Exact, N: 4, Value: 3}}}}
	found := attack.Linear(with, tables, defaultPolicy.limits())
	if len(found) != 1 || found[0].Kind != attack.FewPeople || found[0].People != 4 {
		t.Errorf("a mean of 4 responses: %v, want a finding of 4 people", found)
	}
}

// TestAFileWithoutNamesIsReleasedOnce goes the whole way, from files over two
// releases: midway and in a pulse, of the default folder.
func TestAFileWithoutNamesIsReleasedOnce(t *testing.T) {
	p := smallHandbook(t)
	export := func(wave string, values []int) {
		rows := "ID,開始時刻,完了時刻,メール,名前,安心して本音を話せますか\n"
		for i, v := range values {
			rows += fmt.Sprintf("%d,2025/6/2 9:00,2025/6/2 9:05,anonymous,,%s\n", i+1, []string{"思わない", "あまり思わない", "どちらでもない", "やや思う", "そう思う"}[v-1])
		}
		write(t, filepath.Join(p.Handbook, "cohorts", small, "survey-"+wave+".csv"), []byte(rows))
	}
	export("mid", answers(15))
	export("pulse-2025-06-02", answers(9))
	if _, problems, err := Release(ReleaseInput{Place: p, Cohort: small}); err != nil || !slices.Contains(ids(problems), "survey-anonymous-open") {
		t.Fatalf("waves that are not closed: %v, %v; want survey-anonymous-open", ids(problems), err)
	}
	addWave(t, p, "{mid: {closed: 2025-06-10}, pulse-2025-06-02: {closed: 2025-06-10}}")
	first, problems, err := Release(ReleaseInput{Place: p, Cohort: small})
	if err != nil || !slices.Equal(ids(problems), []string{"survey-anonymous"}) || first.Number != 1 {
		t.Fatalf("release %d: %v, %v", first.Number, problems, err)
	}
	was := published(t, p)
	if c := at(t, was, "survey.trust.mid", "mean"); c.form != Number || c.n != 15 {
		t.Errorf("midway: %+v, want a mean of 15", c)
	}
	if c := at(t, was, "pulse.trust", "mean", Level{"week", "2025-06-02"}); c.form != Number || c.n != 9 {
		t.Errorf("pulse: %+v, want a mean of 9", c)
	}
	if again, _, err := Release(ReleaseInput{Place: p, Cohort: small}); err != nil || !again.Unchanged {
		t.Errorf("the same files: unchanged is %v, %v", again.Unchanged, err)
	}
	export("mid", answers(14))
	export("pulse-2025-06-02", append(answers(9), 1))
	if _, problems, err = Release(ReleaseInput{Place: p, Cohort: small}); err != nil || slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.ID != "survey-anonymous" }) {
		t.Fatalf("other files: %v, %v", ids(problems), err)
	}
	is := published(t, p)
	for _, cell := range [][]Cell{
		{at(t, was, "survey.trust.mid", "mean"), at(t, is, "survey.trust.mid", "mean")},
		{at(t, was, "pulse.trust", "mean", Level{"week", "2025-06-02"}), at(t, is, "pulse.trust", "mean", Level{"week", "2025-06-02"})},
	} {
		if !sameCell(cell[0], cell[1]) {
			t.Errorf("what was printed is %+v, and then %+v", cell[0], cell[1])
		}
	}
}
