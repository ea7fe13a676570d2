package disclosure

import (
	"encoding/binary"
	"slices"
)

// restsLimit bounds the search for rests of a base: families of parts are many
// where a cohort is broken down in many ways. Each group has its share, but
// always so many that what one or two parts leave of it is looked at; of the
// larger families those of fewer parts come first. What is not looked at is
// still held by the twins.
const (
	restsLimit = 300_000
	restsLeast = 400
)

// counted is a set of people and how many of them gave each answer.
type counted struct {
	people people
	counts []int
}

// rests finds the sets of people that no cell names and that follow by
// subtraction: a printed group without any printed groups inside it that have
// nobody in common, whatever breakdowns they are of. Of those that are alike it
// gives each once; one that is a cell too is left to that cell's own form.
func rests(exact []counted, printed []bool, alike func(counts []int) bool) []people {
	var out []people
	seen := make(map[string]bool)
	for _, g := range exact {
		seen[g.people.key()] = true
	}
	for i, whole := range exact {
		if !printed[i] {
			continue
		}
		s := subtraction{left: max(restsLeast, restsLimit/len(exact)), found: func(rest counted) {
			if alike(rest.counts) && !seen[rest.people.key()] {
				seen[rest.people.key()] = true
				out = append(out, slices.Clone(rest.people))
			}
		}}
		known := make(map[string]bool)
		for j, part := range exact {
			if printed[j] && part.people.properIn(whole.people) && !known[part.people.key()] {
				known[part.people.key()] = true
				s.parts = append(s.parts, part)
			}
		}
		for s.deep, s.more = 1, true; s.more && s.left > 0; s.deep++ {
			s.more = false
			s.from(0, 0, whole)
		}
	}
	return out
}

// subtraction takes parts away from a group, every family of so many disjoint
// ones once, until left is used up.
type subtraction struct {
	parts []counted
	deep  int  // parts in a family
	more  bool // there are such families
	left  int
	found func(counted)
	rests []counted // by how many parts were taken away, overwritten
}

func (s *subtraction) from(first, taken int, rest counted) {
	for i := first; i < len(s.parts) && s.left > 0; i++ {
		if !s.parts[i].people.properIn(rest.people) {
			continue
		}
		if taken == len(s.rests) {
			s.rests = append(s.rests, counted{make(people, len(rest.people)), make([]int, len(rest.counts))})
		}
		smaller := s.rests[taken]
		for j, bits := range s.parts[i].people {
			smaller.people[j] = rest.people[j] &^ bits
		}
		for j, n := range s.parts[i].counts {
			smaller.counts[j] = rest.counts[j] - n
		}
		if taken+1 < s.deep {
			s.from(i+1, taken+1, smaller)
			continue
		}
		s.left--
		s.more = true
		s.found(smaller)
	}
}

// people is a set of the people of a cohort by number, one bit each.
type people []uint64

func newPeople(members []int, of int) people {
	p := make(people, (of+63)/64)
	for _, m := range members {
		p[m/64] |= 1 << (m % 64)
	}
	return p
}

// properIn says whether p is in q, is not empty, and is not all of it.
func (p people) properIn(q people) bool {
	some, less := false, false
	for i, bits := range p {
		if bits&^q[i] != 0 {
			return false
		}
		some, less = some || bits != 0, less || bits != q[i]
	}
	return some && less
}

func (p people) key() string {
	key := make([]byte, 0, 8*len(p))
	for _, bits := range p {
		key = binary.LittleEndian.AppendUint64(key, bits)
	}
	return string(key)
}

func (p people) members() []int {
	var out []int
	for i, bits := range p {
		for j := range 64 {
			if bits>>j&1 == 1 {
				out = append(out, 64*i+j)
			}
		}
	}
	return out
}
