package disclosure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
)

// sequence is the releases of one cohort, one after the other.
type sequence struct {
	releases []ledger.Release
	versions *ledger.Versions
	last     Cohort
	policy   Policy
	forgets  bool // switches the ledger off
}

func newSequence() *sequence {
	return &sequence{versions: ledger.NewVersions([]byte("key"), "2025-spring"), policy: defaultPolicy}
}

// add makes the next release of data and gives its problems.
func (s *sequence) add(data microdata.Cohort) (merged, []diag.Problem) {
	releases := s.releases
	if s.forgets {
		releases = nil
	}
	h := newHistory(data, s.last, releases, s.versions)
	if problems := h.moved(); len(problems) > 0 {
		return merged{}, problems
	}
	c := describe(data, s.policy)
	c.tables = protect(data, s.policy).tables
	m := h.merge(c, s.policy.on(releases))
	problems := h.audit(m, s.policy)
	m.cohort.release = s.last.release + 1
	s.last = m.cohort
	s.releases = append(s.releases, ledger.Release{Cohort: c.id, Number: s.last.release, Thresholds: s.policy.thresholds(), Reading: ledger.Reading, Figures: m.record})
	return m, problems
}

// attackUnion attacks everything that all releases printed, as one publication
// that an archivist kept.
func (s *sequence) attackUnion() []attack.Finding {
	u := newUnion()
	for _, r := range s.releases {
		for _, f := range r.Figures {
			u.add(f, fmt.Sprintf("%s (%d)", cellWords(f), r.Number), false)
		}
	}
	var out []attack.Finding
	for _, family := range u.families() {
		out = append(out, family.attack(defaultPolicy)...)
	}
	return out
}

// midway is a cohort of which so many answered the open wave mid.
func midway(answers ...int) microdata.Cohort {
	c := random(rand.New(rand.NewPCG(1, 1)), shape{people: 30, departments: 1, response: 0})
	c.Waves = []microdata.Wave{{Name: "mid", Responded: make([]bool, len(c.People))}}
	for p, v := range answers {
		c.Waves[0].Answers = append(c.Waves[0].Answers, microdata.Answer{Person: p, Question: 0, Value: v})
		c.Waves[0].Responded[p] = true
	}
	return c
}

func meanOf(t *testing.T, c Cohort) Cell {
	t.Helper()
	table, ok := c.Table("survey.trust.mid", "mean")
	cell, found := table.Cell()
	if !ok || !found {
		t.Fatal("there is no table survey.trust.mid mean")
	}
	return cell
}

// TestC09 lets one answer come in late: 12 people had a mean of 3.50, 13 have
// 3.46, and the difference would be the late answer. Five late answers update.
func TestC09(t *testing.T) {
	first := []int{5, 4, 3, 2, 5, 4, 3, 2, 4, 3, 4, 3}
	s := newSequence()
	if m, problems := s.add(midway(first...)); len(problems) > 0 || meanOf(t, m.cohort).value != 3.5 {
		t.Fatalf("first release: mean %v, problems %v; want 3.5 and none", meanOf(t, m.cohort).value, problems)
	}
	late := midway(append(slices.Clone(first), 3)...)
	late.AsOf.Day++
	m, problems := s.add(late)
	if c := meanOf(t, m.cohort); len(problems) > 0 || c.value != 3.5 || c.n != 12 || c.asOf != "2025-10-15" {
		t.Errorf("one late answer: %+v, problems %v; want 3.5 of 12, with its date", c, problems)
	}
	late = midway(append(slices.Clone(first), 3, 4, 4, 3, 5)...)
	late.AsOf.Day += 2
	m, problems = s.add(late)
	if c := meanOf(t, m.cohort); len(problems) > 0 || c.n != 17 || c.asOf != "" {
		t.Errorf("five late answers: %+v, problems %v; want a mean of 17", c, problems)
	}
	if found := s.attackUnion(); len(found) > 0 {
		t.Errorf("the union of the releases: %v", found)
	}
	corrected := midway(append([]int{1}, append(slices.Clone(first[1:]), 3, 4, 4, 3, 5)...)...)
	corrected.AsOf.Day += 3
	if m, _ = s.add(corrected); meanOf(t, m.cohort).n != 17 || meanOf(t, m.cohort).asOf == "" {
		t.Errorf("one correction: %+v; want the earlier mean with its date", meanOf(t, m.cohort))
	}
}

// TestC09WithoutLedger has teeth: with the ledger switched off the late answer
// follows from the two releases.
func TestC09WithoutLedger(t *testing.T) {
	first := []int{5, 4, 3, 2, 5, 4, 3, 2, 4, 3, 4, 3}
	s := newSequence()
	s.forgets = true
	s.add(midway(first...))
	s.add(midway(append(first, 3)...))
	found := s.attackUnion()
	if len(found) == 0 || found[0].Kind != attack.FewPeople || found[0].People != 1 {
		t.Errorf("findings %v, want a combination of one person", found)
	}
}

// TestC15 prints before over 14 people, after over 12 and the change over the
// 11 who answered both times: four people are left over.
func TestC15(t *testing.T) {
	sum := func(name string, parts map[string][2]int) attack.Sum {
		out := attack.Sum{Name: name, Slots: make(map[attack.Slot]int64)}
		for key, span := range parts {
			for i := span[0]; i < span[1]; i++ {
				out.Slots[attack.Slot{Owner: i, Key: key}] = map[bool]int64{true: -1, false: 1}[strings.HasPrefix(name, "change") && key == "before"]
			}
		}
		return out
	}
	printed := []attack.Sum{
		sum("before", map[string][2]int{"before": {0, 14}}),
		sum("after", map[string][2]int{"after": {3, 15}}),
		sum("change", map[string][2]int{"before": {3, 14}, "after": {3, 14}}),
	}
	found := attack.Union(printed, nil, 5, "people")
	if len(found) != 1 || found[0].People != 4 || found[0].Proof != "before − after + change = 4 people" {
		t.Errorf("findings %+v, want one of 4 people", found)
	}
	for i := range printed[:2] {
		printed[i].Earlier = true
	}
	if found := attack.Union(printed, nil, 5, "people"); len(found) != 1 {
		t.Errorf("with both waves out already: findings %+v, want the change refused", found)
	}
}

// TestFrozenWave corrects answers of waves that are out: nothing of them changes.
func TestFrozenWave(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	s := newSequence()
	data := random(rng, shape{people: 30, departments: 2, response: 1})
	before, _ := s.add(data)
	for i := range data.Waves {
		for j := range data.Waves[i].Answers {
			data.Waves[i].Answers[j].Value = 6 - data.Waves[i].Answers[j].Value
		}
	}
	after, problems := s.add(data)
	if len(problems) > 0 || !sameFigures(before.cohort, after.cohort) {
		t.Errorf("corrected answers changed a closed wave; problems %v", problems)
	}
}

// TestUnionIsAttacked hands the audit a figure that would single a person out.
func TestUnionIsAttacked(t *testing.T) {
	s := newSequence()
	s.add(midway(5, 4, 3, 2, 5, 4, 3, 2, 4, 3, 4, 3))
	h := newHistory(midway(), s.last, s.releases, s.versions)
	bad := *h.printed[figureKey(ledger.Figure{Table: "survey.trust.mid", Statistic: "mean"})]
	bad.Parts = bad.Parts[1:]
	problems := h.audit(merged{fresh: []ledger.Figure{bad}}, defaultPolicy)
	if !slices.Contains(ids(problems), "attack-union") || !strings.Contains(problems[0].Message(diag.English), "= 1 people") {
		t.Errorf("problems %v, want attack-union with a proof of 1 people", problems)
	}
}
