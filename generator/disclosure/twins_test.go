package disclosure

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"sync"
	"testing"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
)

// many is how many random cohorts a test tries: all where KOHORT_PROPERTY=all
// asks for it, else some.
func many(all, some int) int {
	if os.Getenv("KOHORT_PROPERTY") == "all" {
		return all
	}
	return some
}

// TestEveryTwinVerifies follows the attack before a release: each dataset that
// it takes for a twin is another one, asks the same people, and keeps every
// printed number by the independent attacker's own reading.
func TestEveryTwinVerifies(t *testing.T) {
	n := many(100, 12)
	verified := make([]int, n)
	inParallel(t, 2026, n, func(t *testing.T, i int, rng *rand.Rand) {
		data := inOrder(full(rng, shapes(rng, i)))
		if i%2 == 0 {
			data = inOrder(random(rng, shapes(rng, i)))
		}
		p := defaultPolicy
		p.memory = &suppress.Memory{}
		shield := protect(data, p)
		c := describe(data, p)
		c.tables, c.release = shield.tables, 1
		file := encode(c, "")
		for _, twin := range twinsOf(data, shield.tables, p) {
			whole, changed := beside(data, twin)
			if !changed && len(twin.Questions) == 0 {
				continue // what pairs hold is printed as it is for each kind of it
			}
			if verified[i]++; !changed {
				t.Fatalf("cohort %d: a twin is the dataset itself", i)
			}
			if newColleague(t, whole, file).families(t); t.Failed() {
				t.Fatalf("cohort %d: a twin prints otherwise", i)
			}
		}
	})
	t.Cleanup(func() {
		t.Logf("%d twins", sum(verified))
		if sum(verified) == 0 {
			t.Error("the attack took no dataset for a twin")
		}
	})
}

// twinsOf are the datasets that print what the dataset itself prints: those that
// the attack asks about and takes. Each is a part of the cohort, one question or
// what pairs hold of one kind.
func twinsOf(data microdata.Cohort, tables []Table, p Policy) []microdata.Cohort {
	var lock sync.Mutex
	var twins []microdata.Cohort
	first := make(map[string][]attack.Table) // the attack prints the dataset itself first
	attack.Twins(data, attackTables(tables), p.limits(), func(part microdata.Cohort) []attack.Table {
		printed := p.printAgain(part)
		key := fmt.Sprint(len(part.Sessions) > 0, len(part.Goals) > 0, len(part.Followups) > 0)
		if len(part.Questions) > 0 {
			key = part.Questions[0].Code
		}
		lock.Lock()
		defer lock.Unlock()
		if first[key] == nil {
			first[key] = printed
		} else if reflect.DeepEqual(first[key], printed) {
			twins = append(twins, part)
		}
		return printed
	}, nil)
	return twins
}

// beside puts a twin's answers, or what its pairs hold, into the whole dataset,
// and says whether that changes it. A twin asks the same people, and gives what
// pairs hold to other pairs without changing anything else of it.
func beside(data, twin microdata.Cohort) (whole microdata.Cohort, changed bool) {
	whole = data
	if len(twin.Questions) == 0 {
		var moved [3]bool
		if len(twin.Sessions) > 0 {
			whole.Sessions = twin.Sessions
			moved[0] = sameButPairs(data.Sessions, twin.Sessions, func(s *microdata.Session) *int { return &s.Pair })
		}
		if len(twin.Goals) > 0 {
			whole.Goals = twin.Goals
			moved[1] = sameButPairs(data.Goals, twin.Goals, func(g *microdata.Goal) *int { return &g.Pair })
		}
		if len(twin.Followups) > 0 {
			whole.Followups = twin.Followups
			moved[2] = sameButPairs(data.Followups, twin.Followups, func(f *microdata.Followup) *int { return &f.Pair })
		}
		return whole, moved[0] || moved[1] || moved[2]
	}
	question := slices.IndexFunc(data.Questions, func(q microdata.Question) bool { return q.Code == twin.Questions[0].Code })
	whole.Waves = slices.Clone(data.Waves)
	for w := range data.Waves {
		answers := slices.Clone(data.Waves[w].Answers)
		next := twin.Waves[w].Answers
		for i, a := range answers {
			if a.Question != question {
				continue
			}
			if len(next) == 0 || next[0].Person != a.Person {
				return whole, false
			}
			changed = changed || answers[i].Value != next[0].Value
			answers[i].Value, next = next[0].Value, next[1:]
		}
		whole.Waves[w].Answers = answers
	}
	return whole, changed
}

// sameButPairs says whether what pairs hold is the same, and some of it another
// pair's.
func sameButPairs[T any](a, b []T, pair func(*T) *int) bool {
	if len(a) != len(b) {
		return false
	}
	left, moved := make(map[string]int), false
	for i := range a {
		x, y := a[i], b[i]
		moved = moved || *pair(&x) != *pair(&y)
		*pair(&x), *pair(&y) = 0, 0
		left[fmt.Sprint(x)]++
		left[fmt.Sprint(y)]--
	}
	for _, n := range left {
		if n != 0 {
			return false
		}
	}
	return moved
}
