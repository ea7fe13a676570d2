package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
)

// under makes the next release of a sequence under a policy, and attacks it.
func (s *sequence) under(t *testing.T, data microdata.Cohort, p Policy) Cohort {
	t.Helper()
	h := newHistory(data, s.last, s.releases, s.versions)
	stand := p.on(s.releases)
	c, _, problems := stand.gate(data)
	m := h.merge(c, stand)
	if problems = append(problems, h.auditOn(m, stand)...); len(problems) > 0 {
		t.Fatalf("problems %v", ids(problems))
	}
	m.cohort.release = s.last.release + 1
	s.last = m.cohort
	s.releases = append(s.releases, ledger.Release{Cohort: c.id, Number: s.last.release, Thresholds: stand.now.thresholds(), Bases: stand.record(c), Reading: ledger.Reading, Figures: m.record})
	return m.cohort
}

// everybody adds a wave in which all answer the first question.
func everybody(c microdata.Cohort, name string) microdata.Cohort {
	w := microdata.Wave{Name: name, Responded: make([]bool, len(c.People))}
	for p := range c.People {
		w.Responded[p] = true
		w.Answers = append(w.Answers, microdata.Answer{Person: p, Value: spread(p)})
	}
	c.Waves = append(slices.Clone(c.Waves), w)
	return c
}

// TestThresholdsOfAWaveAreFrozen lowers k from 6 to 5 between two waves: the
// department of 5 stays withheld where it was, and shows in the new ones.
func TestThresholdsOfAWaveAreFrozen(t *testing.T) {
	strict, _ := NewPolicy(Settings{K: threshold(6), Dominance: Dominance{MinPairs: threshold(7)}})
	data := everybody(cohortOf(30, func(i int) string { return departments[3-3*min(i/5, 1)] }, spread, spread), "pulse-2025-06-02")
	s := newSequence()
	s.under(t, data, strict)
	second := s.under(t, everybody(everybody(data, "mid"), "pulse-2025-07-07"), defaultPolicy)
	for _, c := range []struct {
		id, statistic string
		at            []Level
		shown         bool
	}{
		{"survey.trust.after", "mean", []Level{department("人事部")}, false},
		{"survey.trust.after", "mean", nil, true},
		{"participation.enrolled", "count", []Level{department("人事部")}, false},
		{"survey.trust.mid", "mean", []Level{department("人事部")}, true},
		{"pulse.trust", "mean", []Level{{"week", "2025-06-02"}}, true},
		{"pulse.trust", "mean", []Level{{"week", "2025-07-07"}}, true},
	} {
		if got := at(t, second, c.id, c.statistic, c.at...); (got.form != Withheld) != c.shown {
			t.Errorf("%s %v after k was lowered: form %d, want shown %v", c.id, c.at, got.form, c.shown)
		}
	}
	if second.k != 5 {
		t.Errorf("the release says k %d, want 5: the least that any figure has", second.k)
	}
	stand := defaultPolicy.on(s.releases)
	if got := stand.at("sessions").dominance.minPairs; got != 7 {
		t.Errorf("min_pairs of sessions that are out: %d, want 7", got)
	}
	if got := stand.at("mid").k; got != 5 {
		t.Errorf("k of the wave that came later: %d, want 5", got)
	}
	third := s.under(t, everybody(everybody(data, "mid"), "pulse-2025-07-07"), defaultPolicy)
	if !sameFigures(second, third) {
		t.Error("the same data under the same thresholds gave another release")
	}
}

// TestThresholdsMayBeRaised raises k: what was printed of fewer is withheld.
func TestThresholdsMayBeRaised(t *testing.T) {
	strict, _ := NewPolicy(Settings{K: threshold(6)})
	data := cohortOf(30, func(i int) string { return departments[3-3*min(i/5, 1)] }, spread, spread)
	s := newSequence()
	if c := s.under(t, data, defaultPolicy); at(t, c, "survey.trust.after", "mean", department("人事部")).form == Withheld {
		t.Fatal("the department of 5 is withheld at k = 5")
	}
	if c := s.under(t, data, strict); at(t, c, "survey.trust.after", "mean", department("人事部")).form != Withheld {
		t.Error("the department of 5 still shows at k = 6")
	}
}

// TestOldLedgerFreezesAllBases reads releases whose lines name no base.
func TestOldLedgerFreezesAllBases(t *testing.T) {
	old := []ledger.Release{{Thresholds: ledger.Thresholds{K: 6, KDistribution: 9, Coalition: 1, Width: 1, ModalMax: 0.8}}}
	stand := defaultPolicy.on(old)
	if p := stand.at("mid"); p.k != 6 || p.kDistribution != 9 || p.modalMax != 0.8 || p.dominance != defaultPolicy.dominance || len(stand.problems("x")) != 1 {
		t.Errorf("beside an old line: %+v, problems %v; want its thresholds for every wave, and a warning", p.thresholds(), stand.problems("x"))
	}
}

func threshold(n int) *int { return &n }

// TestTwoCohortsShareNoSlot lets the same people take part in two cohorts:
// nothing that one prints counts a slot of the other, nor names an owner of it.
func TestTwoCohortsShareNoSlot(t *testing.T) {
	first := random(rand.New(rand.NewPCG(5, 5)), shape{people: 24, departments: 2, response: 1})
	second := first
	second.ID = "2025-autumn"
	seen := make(map[string]string)
	for _, data := range []microdata.Cohort{first, second} {
		h := newHistory(data, Cohort{}, nil, ledger.NewVersions([]byte("key"), data.ID))
		c := describe(data, defaultPolicy)
		c.tables = protect(data, defaultPolicy).tables
		parts := 0
		for _, f := range h.merge(c, defaultPolicy.on(nil)).record {
			for _, p := range f.Parts {
				parts++
				for _, name := range []string{p.Owner, p.Slot} {
					if of, known := seen[name]; known && of != data.ID {
						t.Fatalf("%s %v of %s counts a slot of %s", f.Table, f.At, data.ID, of)
					}
					seen[name] = data.ID
				}
			}
		}
		if parts == 0 {
			t.Fatalf("no slot stands behind any figure of %s", data.ID)
		}
	}
}

// TestOldReadingSealsSessions updates sessions beside a release that a reading
// by month and format alone wrote: its slots are not those of now, so its total
// stays, where the same release by the present reading lets it follow.
func TestOldReadingSealsSessions(t *testing.T) {
	for reading, follows := range map[int]bool{0: false, ledger.Reading: true} {
		data := random(rand.New(rand.NewPCG(8, 8)), shape{people: 40, departments: 2, response: 1})
		s := newSequence()
		s.add(data)
		s.releases[0].Reading = reading
		first := at(t, s.last, "sessions.held", "sum")
		next := data
		next.AsOf.Day++
		next.Sessions = slices.Clone(data.Sessions)
		for pair := range data.Pairs {
			next.Sessions = append(next.Sessions, microdata.Session{Pair: pair, Date: next.AsOf, Minutes: 40, Status: microdata.Held})
		}
		m, problems := s.add(next)
		now := at(t, m.cohort, "sessions.held", "sum")
		if len(problems) > 0 || (now.value != first.value) != follows || (now.asOf == "") != follows {
			t.Errorf("beside a release of reading %d: %v held, dated %q, problems %v; it was %v, want it to follow: %v", reading, now.value, now.asOf, problems, first.value, follows)
		}
	}
}
