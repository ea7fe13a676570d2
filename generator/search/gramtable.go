package search

// gramTable numbers grams in the order in which they are first met.
type gramTable struct {
	slots []uint32 // number and one, or nought
	grams []gram
}

func newGramTable() gramTable { return gramTable{slots: make([]uint32, 1<<14)} }

func (t *gramTable) id(g gram) uint32 {
	mask := uint64(len(t.slots) - 1)
	for at := uint64(g) * 0x9e3779b97f4a7c15 >> 32 & mask; ; at = (at + 1) & mask {
		n := t.slots[at]
		if n == 0 {
			return t.insert(g, at)
		}
		if t.grams[n-1] == g {
			return n - 1
		}
	}
}

func (t *gramTable) insert(g gram, at uint64) uint32 {
	t.grams = append(t.grams, g)
	t.slots[at] = uint32(len(t.grams))
	if 2*len(t.grams) > len(t.slots) {
		old := t.grams
		*t = gramTable{make([]uint32, 4*len(t.slots)), make([]gram, 0, 4*len(old))}
		for _, g := range old {
			t.id(g)
		}
	}
	return uint32(len(t.grams) - 1)
}
