package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
)

// step makes the next release of data as a run of release does, with what is
// attacked beside the earlier ones or, for comparison, without.
func (s *sequence) step(t *testing.T, data microdata.Cohort, attacked bool) (merged, []Note) {
	t.Helper()
	h := newHistory(data, s.last, s.releases, s.versions)
	terms := s.policy.on(s.releases)
	made, shield, problems := gate(data, s.policy)
	if len(problems) > 0 {
		t.Fatalf("the release alone: %v", problems)
	}
	m, told := h.merge(made, terms), []Note(nil)
	if attacked {
		m, told = h.withstand(m, made, shield.courses, terms)
	}
	if problems := h.audit(m, s.policy); len(problems) > 0 {
		t.Fatalf("the union: %v", problems)
	}
	m.cohort.release = s.last.release + 1
	s.last = m.cohort
	s.releases = append(s.releases, ledger.Release{Cohort: made.id, Number: s.last.release, Thresholds: s.policy.thresholds(), Reading: ledger.Reading, Figures: m.record})
	return m, told
}

// TestLateAnswersAlike lets six answers come in late that are all 5. Six are
// enough for the ledger, and the two means together tell each of them. The twins
// beside the earlier release do not let the second mean out.
func TestLateAnswersAlike(t *testing.T) {
	first := []int{5, 4, 3, 2, 5, 4, 3, 2, 4, 3, 4, 3}
	for _, c := range []struct {
		name     string
		late     []int
		attacked bool
		want     int // people behind the mean that is shown then
	}{
		{"six alike, not attacked", []int{5, 5, 5, 5, 5, 5}, false, 18},
		{"six alike", []int{5, 5, 5, 5, 5, 5}, true, 12},
		{"six who differ", []int{5, 4, 3, 5, 2, 4}, true, 18},
	} {
		s := newSequence()
		s.step(t, midway(first...), true)
		late := midway(append(slices.Clone(first), c.late...)...)
		late.AsOf.Day++
		m, told := s.step(t, late, c.attacked)
		if got := meanOf(t, m.cohort); got.n != c.want || (c.want == 12) != (got.asOf != "") {
			t.Errorf("%s: %+v, want a mean of %d", c.name, got, c.want)
		}
		if len(told) > 0 {
			t.Errorf("%s: told %v, want nothing", c.name, told)
		}
	}
}

// TestAlreadyDisclosed has two earlier releases that give late answers away.
// That is said once, and takes nothing from another question.
func TestAlreadyDisclosed(t *testing.T) {
	first := []int{5, 4, 3, 2, 5, 4, 3, 2, 4, 3, 4, 3}
	s := newSequence()
	s.step(t, midway(first...), true)
	late := midway(append(slices.Clone(first), 5, 5, 5, 5, 5, 5)...)
	late.AsOf.Day++
	s.step(t, late, false)
	more := midway(append(slices.Clone(first), 5, 5, 5, 5, 5, 5, 2, 3, 4, 4, 3, 5)...)
	more.AsOf.Day += 2
	m, told := s.step(t, more, true)
	if got := meanOf(t, m.cohort); got.n != 24 || len(told) != 1 {
		t.Errorf("%+v, told %v; want a mean of 24, and that it is out already", got, told)
	}
}

// TestSessionsBesideEarlier releases sessions twice; between the releases every
// pair met again in a new month, or one pair's session was taken back.
func TestSessionsBesideEarlier(t *testing.T) {
	data := random(rand.New(rand.NewPCG(8, 8)), shape{people: 40, departments: 2, response: 0})
	s := newSequence()
	s.step(t, data, true)
	again := data
	again.Sessions = slices.Clone(data.Sessions)
	again.AsOf.Day++
	for i := range again.Pairs {
		again.Sessions = append(again.Sessions, microdata.Session{Pair: i, Date: again.AsOf, Minutes: 45 + 5*(i%3), Status: microdata.Held})
	}
	before := shownOf(s.last, "sessions.held")
	m, told := s.step(t, again, true)
	if after := shownOf(m.cohort, "sessions.held"); after < before || before == 0 || len(told) > 0 {
		t.Errorf("%d cells of sessions before, %d after, told %v", before, after, told)
	}
}

func shownOf(c Cohort, id string) int {
	shown := 0
	for _, table := range c.tables {
		for _, cell := range table.cells {
			if table.id == id && cell.form != Withheld {
				shown++
			}
		}
	}
	return shown
}

// TestWhatStandsBesideEarlier makes random releases one after the other. What
// was let out beside the earlier ones withstands the same attack once more, and
// a new figure is not lost for nothing: without any of it there would be none to
// attack.
func TestWhatStandsBesideEarlier(t *testing.T) {
	n := many(200, 3)
	fresh, lost, told := make([]int, n), make([]int, n), make([]int, n)
	inParallel(t, 44, n, func(t *testing.T, i int, rng *rand.Rand) {
		s, data, did := newSequence(), started(rng, random(rng, shapes(rng, i))), &events{}
		for range 3 {
			h := newHistory(data, s.last, s.releases, s.versions)
			terms := defaultPolicy.on(s.releases)
			made, shield, problems := gate(data, defaultPolicy)
			if len(problems) > 0 {
				t.Fatalf("sequence %d: %v", i, problems)
			}
			merged := h.merge(made, terms)
			m, notes := h.withstand(merged, made, shield.courses, terms)
			again, more := h.withstand(m, made, shield.courses, terms)
			if len(again.fresh) != len(m.fresh) || len(more) != len(notes) {
				t.Errorf("sequence %d, release %d: %d new figures withstand, and of these %d; told %d and %d times", i, len(s.releases)+1, len(m.fresh), len(again.fresh), len(notes), len(more))
			}
			if len(s.releases) > 0 {
				fresh[i], lost[i], told[i] = fresh[i]+len(merged.fresh), lost[i]+len(merged.fresh)-len(m.fresh), told[i]+len(notes)
			}
			m.cohort.release = s.last.release + 1
			s.last = m.cohort
			s.releases = append(s.releases, ledger.Release{Cohort: made.id, Number: s.last.release, Thresholds: defaultPolicy.thresholds(), Reading: ledger.Reading, Figures: m.record})
			data = later(rng, data, did)
		}
	})
	t.Cleanup(func() {
		if sum(fresh) == sum(lost) {
			t.Error("no new figure was let out in any sequence: the test tells nothing")
		}
		t.Logf("%d new figures after the first release, %d of them withheld, already out %d times", sum(fresh), sum(lost), sum(told))
	})
}

func sum(of []int) int {
	total := 0
	for _, n := range of {
		total += n
	}
	return total
}
