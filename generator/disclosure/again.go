package disclosure

import (
	"slices"
	"sync"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
)

// printer prints other datasets, as settle does, for the attack to hold against
// a release. Twins differ from what they are twins of in a few answers: groups
// are weighed once for each cohort that the attack changes, and of a twin only
// the tables of changed answers are made.
type printer struct {
	policy Policy
	mu     sync.Mutex
	known  map[string]*standing // by the codes of its questions
}

// standing is a cohort that was weighed.
type standing struct {
	cohort microdata.Cohort
	weighed
}

func newPrinter(p Policy) *printer {
	return &printer{policy: p, known: make(map[string]*standing)}
}

// with prints without what is given up.
func (r *printer) with(given repair) attack.Print {
	var mu sync.Mutex
	before := make(map[*standing]asPrinted)
	return func(c microdata.Cohort) []attack.Table {
		s := r.standing(c)
		mu.Lock()
		p, known := before[s]
		mu.Unlock()
		if !known {
			p = s.print(given)
			mu.Lock()
			before[s] = p
			mu.Unlock()
		}
		if again, ok := p.again(c, given); ok {
			return again
		}
		return (&standing{c, r.policy.weigh(c)}).print(given).tables
	}
}

// standing gives the first cohort with these questions, weighed.
func (r *printer) standing(c microdata.Cohort) *standing {
	key := ""
	for _, q := range c.Questions {
		key += q.Code + "\x00"
	}
	r.mu.Lock()
	s, known := r.known[key]
	r.mu.Unlock()
	if !known {
		s = &standing{c, r.policy.weigh(c)}
		r.mu.Lock()
		r.known[key] = s
		r.mu.Unlock()
	}
	return s
}

// asPrinted is a cohort as it prints: a table of the attack for each that was
// tabulated.
type asPrinted struct {
	*standing
	kept   kept
	tables []attack.Table
}

func (s *standing) print(given repair) asPrinted {
	p := asPrinted{s, s.keepAnswers(given), nil}
	for _, t := range s.tabs.Tables {
		next, _ := s.table(t, p.kept)
		p.tables = append(p.tables, attackTable(next))
	}
	return p
}

// again prints a cohort that differs in the values of answers alone; it refuses
// any other.
func (p asPrinted) again(c microdata.Cohort, given repair) ([]attack.Table, bool) {
	if !sameButAnswers(p.cohort, c) {
		return nil, false
	}
	w := p.weighed
	tabs, changed, ok := w.tabs.Again(c)
	if !ok {
		return nil, false
	}
	w.tabs = tabs
	kept := p.kept.clone()
	for _, i := range w.own {
		if t := tabs.Tables[i]; changed[t.Answers[0]] {
			kept.put(t.Answers[0], w.keepSlot(t, given[t.Answers[0]]))
		}
	}
	out := slices.Clone(p.tables)
	for i, t := range tabs.Tables {
		if slices.ContainsFunc(t.Answers, func(slot string) bool { return changed[slot] }) {
			next, _ := w.table(t, kept)
			out[i] = attackTable(next)
		}
	}
	return out, true
}

// sameButAnswers says whether two datasets can differ in their answers alone:
// all else stands in the same memory.
func sameButAnswers(a, b microdata.Cohort) bool {
	return a.Start == b.Start && a.End == b.End && a.AsOf == b.AsOf &&
		sameSlice(a.By, b.By) && sameSlice(a.Questions, b.Questions) && sameSlice(a.People, b.People) && sameSlice(a.Pairs, b.Pairs) &&
		sameSlice(a.Sessions, b.Sessions) && sameSlice(a.Goals, b.Goals) && sameSlice(a.Followups, b.Followups) &&
		slices.EqualFunc(a.Waves, b.Waves, func(v, w microdata.Wave) bool {
			return v.Name == w.Name && v.Closed == w.Closed && v.Anonymous == w.Anonymous && sameSlice(v.Responded, w.Responded)
		})
}

func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
