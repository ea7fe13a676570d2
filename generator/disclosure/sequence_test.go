package disclosure

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

// TestSequences makes 2 to 5 releases of random cohorts, with late answers,
// corrections, people who join, leave, withdraw and move, new sessions, new
// weeks of the pulse and other breakdowns. After each an archivist, who reads
// everything that was printed for himself, attacks the union.
func TestSequences(t *testing.T) {
	n := many(200, 12)
	did, dated, updated := make([]events, n), make([]int, n), make([]int, n)
	inParallel(t, 77, n, func(t *testing.T, i int, rng *rand.Rand) {
		s, a := newSequence(), newArchivist()
		data := started(rng, random(rng, sometimesLarge(rng, i)))
		for number := range 2 + rng.IntN(4) {
			m, problems := s.add(data)
			for _, p := range problems {
				t.Errorf("sequence %d, release %d: %s", i, number+1, p.Message(diag.English))
			}
			a.keep(t, m.cohort, data)
			for _, f := range a.attack(defaultPolicy) {
				t.Errorf("sequence %d, release %d: %s", i, number+1, f.Proof)
			}
			dated[i] += len(m.stays)
			if number > 0 {
				updated[i] += secret(m)
			}
			next := later(rng, data, &did[i])
			if rng.IntN(3) == 0 {
				did[i].moved++
				other, want := moved(rng, next, len(data.People))
				s.refuses(t, i, other, want)
			}
			data = next
		}
	})
	t.Cleanup(func() {
		var all events
		for _, d := range did {
			all.add(d)
		}
		kept, anew := sum(dated), sum(updated)
		t.Logf("%d cells kept an earlier value, %d secret ones were printed anew; %+v", kept, anew, all)
		if kept == 0 || anew == 0 || slices.Contains(all.counts(), 0) {
			t.Errorf("the sequences try too little: %d kept, %d new, %+v", kept, anew, all)
		}
	})
}

// refuses wants a release in which somebody moved to be one problem, and nothing
// to be kept of it.
func (s *sequence) refuses(t *testing.T, i int, data microdata.Cohort, want string) {
	t.Helper()
	releases, last := len(s.releases), encode(s.last, "")
	_, problems := s.add(data)
	if !slices.Equal(ids(problems), []string{want}) {
		t.Errorf("sequence %d: somebody moved: problems %v, want %s", i, ids(problems), want)
	}
	if len(s.releases) != releases || !bytes.Equal(encode(s.last, ""), last) {
		t.Errorf("sequence %d: somebody moved, and the release was kept", i)
	}
}

// TestSequencesWithoutLedger has teeth: with the ledger switched off the
// archivist breaks most sequences.
func TestSequencesWithoutLedger(t *testing.T) {
	broken := 0
	for i := range 6 {
		rng := rand.New(rand.NewPCG(uint64(i), 77))
		s, a := newSequence(), newArchivist()
		s.forgets = true
		data := started(rng, random(rng, shapes(rng, i)))
		for range 3 {
			m, _ := s.add(data)
			a.keep(t, m.cohort, data)
			data = later(rng, data, &events{})
		}
		if len(a.attack(defaultPolicy)) > 0 {
			broken++
		}
	}
	if broken < 4 {
		t.Errorf("without the ledger %d of 6 unions are broken; want most", broken)
	}
}

// sometimesLarge is the shape of a cohort of 8 to 32 people, and of up to 60 in
// every third sequence.
func sometimesLarge(rng *rand.Rand, i int) shape {
	s := shapes(rng, i)
	if i%3 > 0 {
		s.people = 8 + s.people%25
	}
	return s
}

// secret counts the cells of answers and sessions that a release prints anew.
func secret(m merged) int {
	n := 0
	for _, f := range m.fresh {
		if len(f.Parts) > 0 {
			n++
		}
	}
	return n
}

// events counts what happened between releases.
type events struct{ late, corrected, joined, left, withdrew, moved, weeks, brokenDown int }

func (e *events) counts() []int {
	return []int{e.late, e.corrected, e.joined, e.left, e.withdrew, e.moved, e.weeks, e.brokenDown}
}

func (e *events) add(o events) {
	e.late, e.corrected, e.joined, e.left = e.late+o.late, e.corrected+o.corrected, e.joined+o.joined, e.left+o.left
	e.withdrew, e.moved, e.weeks, e.brokenDown = e.withdrew+o.withdrew, e.moved+o.moved, e.weeks+o.weeks, e.brokenDown+o.brokenDown
}

// started adds a wave that stays open, topics and formats, and opens the great
// waves of some cohorts again.
func started(rng *rand.Rand, c microdata.Cohort) microdata.Cohort {
	c.Waves = slices.Insert(slices.Clone(c.Waves), 1, wave(rng, c, "mid"))
	if rng.IntN(2) == 0 {
		for i := range c.Waves {
			c.Waves[i].Closed = microdata.Date{}
		}
	}
	for i := range c.Sessions {
		talked(rng, &c.Sessions[i])
	}
	return c
}

func talked(rng *rand.Rand, s *microdata.Session) {
	s.Format = []string{"対面", "対面", "オンライン", "電話"}[rng.IntN(4)]
	for _, topic := range []string{"生成AI", "キャリア", "若手の働き方", "SNS"}[rng.IntN(4):] {
		if rng.IntN(3) == 0 {
			s.Topics = append(s.Topics, topic)
		}
	}
}

// wave is a survey of the first question that two of three answered.
func wave(rng *rand.Rand, c microdata.Cohort, name string) microdata.Wave {
	w := microdata.Wave{Name: name, Responded: make([]bool, len(c.People))}
	for p := range c.People {
		if rng.IntN(3) > 0 {
			w.Responded[p] = true
			w.Answers = append(w.Answers, microdata.Answer{Person: p, Value: 1 + rng.IntN(5)})
		}
	}
	return w
}

// later is the same cohort some time after.
func later(rng *rand.Rand, c microdata.Cohort, did *events) microdata.Cohort {
	c.AsOf.Day++
	c.People, c.Pairs, c.Waves, c.Sessions = slices.Clone(c.People), slices.Clone(c.Pairs), slices.Clone(c.Waves), slices.Clone(c.Sessions)
	if rng.IntN(3) == 0 {
		join(rng, &c)
		did.joined++
	}
	for i := range c.Waves {
		did.answer(rng, &c.Waves[i], len(c.People))
	}
	if rng.IntN(2) == 0 {
		did.weeks++
		date := microdata.Date{Year: 2025, Month: 6, Day: c.AsOf.Day}
		c.Waves = append(c.Waves, wave(rng, c, "pulse-"+day(date)))
	}
	who := rng.IntN(len(c.People))
	switch rng.IntN(4) {
	case 0:
		c.People[who].Withdrawn = c.AsOf
		did.withdrew++
	case 1:
		c.People[who].Left = c.AsOf
		did.left++
	}
	for pair := range c.Pairs {
		if rng.IntN(4) > 0 {
			s := microdata.Session{Pair: pair, Date: microdata.Date{Year: 2025, Month: 10, Day: 1 + rng.IntN(14)}, Minutes: 30 + rng.IntN(30), Status: microdata.Held}
			talked(rng, &s)
			c.Sessions = append(c.Sessions, s)
		}
	}
	if n := len(c.Sessions); n > 0 && rng.IntN(2) == 0 {
		c.Sessions[rng.IntN(n)].Date.Month = time.April
		did.corrected++
	}
	if rng.IntN(3) == 0 {
		c.By = [][][]string{{{"department", "role"}}, {{"grade"}}, {{"department"}}}[rng.IntN(3)]
		did.brokenDown++
	}
	return c
}

// join adds a pair that enters the program late.
func join(rng *rand.Rand, c *microdata.Cohort) {
	n := len(c.People)
	for i, role := range []microdata.Role{microdata.Mentor, microdata.Mentee} {
		like := c.People[rng.IntN(n)]
		c.People = append(c.People, microdata.Person{ID: fmt.Sprintf("E%04d", n+i), Role: role, Department: like.Department, Grade: like.Grade, Joined: c.AsOf})
	}
	c.Pairs = append(c.Pairs, microdata.Pair{Mentor: n, Mentee: n + 1, Matched: c.AsOf})
}

// moved is the cohort with one of those who took part before in another
// department, or with their department renamed, as other levels would, and the
// problem that this is.
func moved(rng *rand.Rand, c microdata.Cohort, before int) (other microdata.Cohort, want string) {
	c.People = slices.Clone(c.People)
	first := c.People[0].Department
	if rng.IntN(2) == 0 {
		c.People[0].Department = "監査室"
		return c, "person-moved"
	}
	renamed := 0
	for i := range before {
		if c.People[i].Department == first {
			c.People[i].Department = "統合部門"
			renamed++
		}
	}
	if renamed == 1 {
		return c, "person-moved"
	}
	c.Listed = map[string][]string{"department": {"統合部門"}}
	return c, "levels-moved"
}

// answer corrects one answer in twelve and lets a quarter of the others answer.
func (did *events) answer(rng *rand.Rand, w *microdata.Wave, people int) {
	w.Answers, w.Responded = slices.Clone(w.Answers), slices.Clone(w.Responded)
	for len(w.Responded) < people {
		w.Responded = append(w.Responded, false)
	}
	for j := range w.Answers {
		if rng.IntN(12) == 0 {
			w.Answers[j].Value = 1 + rng.IntN(5)
			did.corrected++
		}
	}
	for p := range people {
		if !w.Responded[p] && rng.IntN(4) == 0 {
			w.Responded[p] = true
			w.Answers = append(w.Answers, microdata.Answer{Person: p, Value: 1 + rng.IntN(5)})
			did.late++
		}
	}
}
