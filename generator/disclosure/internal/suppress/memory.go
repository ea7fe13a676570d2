package suppress

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"
)

// Memory remembers what it chose for a request, so that printing another
// dataset over the same groups costs no search. Its zero value is empty, nil
// remembers nothing; it may be used from several goroutines.
type Memory struct {
	mu     sync.Mutex
	chosen map[string][]bool
}

// Publish is the function Publish, once for each request.
func (m *Memory) Publish(r Request) []bool {
	if m == nil {
		return Publish(r)
	}
	key := r.key()
	m.mu.Lock()
	chosen, known := m.chosen[key]
	m.mu.Unlock()
	if known {
		return slices.Clone(chosen)
	}
	chosen = Publish(r)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.chosen == nil {
		m.chosen = make(map[string][]bool)
	}
	m.chosen[key] = slices.Clone(chosen)
	return chosen
}

// key writes a request as it stands: equal keys are equal requests.
func (r Request) key() string {
	var b []byte
	number := func(n int) { b = binary.AppendVarint(b, int64(n)) }
	list := func(members []int) {
		number(len(members))
		for _, m := range members {
			number(m)
		}
	}
	number(r.K)
	number(r.Slack)
	list(r.Owners)
	list(r.Empty)
	for _, sets := range [][][]int{r.Hidden, r.Forced} {
		number(len(sets))
		for _, s := range sets {
			list(s)
		}
	}
	for _, g := range r.Groups {
		number(len(g.Name))
		b = append(b, g.Name...)
		number(g.Tier)
		b = binary.AppendUvarint(b, math.Float64bits(g.Weight))
		if g.Primary {
			b = append(b, 'p')
		}
		list(g.Members)
	}
	return string(b)
}
