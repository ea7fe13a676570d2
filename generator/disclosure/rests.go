package disclosure

import "kohort/generator/disclosure/internal/tabulate"

// restsLimit bounds the search for rests in one group: families of parts are
// many where a cohort is broken down in many ways.
const restsLimit = 20_000

// rests gives the sets of people that no cell names and that follow by
// subtraction: a printed group without any printed groups inside it that have
// nobody in common, whatever breakdowns they are of. Each set comes once; one
// that is a cell too is left to that cell's own form.
func rests(b tabulate.Base, exact []int, printed []bool) [][]int {
	sets := make([]people, len(b.Groups))
	for g, group := range b.Groups {
		sets[g] = newPeople(group.Members)
	}
	var out [][]int
	seen := make(map[string]bool)
	for _, g := range exact {
		seen[sets[g].key()] = true
	}
	for _, whole := range exact {
		if !printed[whole] {
			continue
		}
		var parts []people
		known := make(map[string]bool)
		for _, part := range exact {
			if printed[part] && sets[part].properIn(sets[whole]) && !known[sets[part].key()] {
				known[sets[part].key()] = true
				parts = append(parts, sets[part])
			}
		}
		s := subtraction{parts: parts, left: restsLimit}
		s.from(0, sets[whole], func(rest people) {
			if !seen[rest.key()] {
				seen[rest.key()] = true
				out = append(out, rest.members())
			}
		})
	}
	return out
}

// subtraction takes parts away from a group, every family of disjoint ones
// once, until left is used up.
type subtraction struct {
	parts []people
	left  int
}

func (s *subtraction) from(first int, rest people, found func(people)) {
	for i := first; i < len(s.parts) && s.left > 0; i++ {
		if !s.parts[i].properIn(rest) {
			continue
		}
		s.left--
		smaller := rest.without(s.parts[i])
		found(smaller)
		s.from(i+1, smaller, found)
	}
}

// people is a set of people by number, one bit each.
type people []uint64

func newPeople(members []int) people {
	var p people
	for _, m := range members {
		for len(p) <= m/64 {
			p = append(p, 0)
		}
		p[m/64] |= 1 << (m % 64)
	}
	return p
}

// properIn says whether p is in q, is not empty, and is not all of it.
func (p people) properIn(q people) bool {
	if len(p) == 0 || len(p) > len(q) {
		return false
	}
	for i, bits := range p {
		if bits&^q[i] != 0 {
			return false
		}
	}
	return p.key() != q.key()
}

func (p people) without(q people) people {
	out := append(people(nil), p...)
	for i, bits := range q {
		out[i] &^= bits
	}
	for len(out) > 0 && out[len(out)-1] == 0 {
		out = out[:len(out)-1]
	}
	return out
}

func (p people) key() string {
	key := make([]byte, 0, 8*len(p))
	for _, bits := range p {
		for shift := 0; shift < 64; shift += 8 {
			key = append(key, byte(bits>>shift))
		}
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
