package attack

import (
	"fmt"
	"slices"
	"sync"
)

// Limits of the kernel moves, fixed as those of the search.
const (
	maxAtoms   = 6    // atoms that one kernel move touches
	maxKernels = 1500 // kernel moves through one atom
	maxVisits  = 20000
)

// kernel is a move over whole atoms: one person of each atom in up answers
// what one of each atom in down did, and the other way round. Every printed
// group has as many of both, so that no count in it changes.
type kernel struct{ up, down []int }

// Memory keeps what an attack works out of groups alone for the next attack on
// the same groups. The zero value is ready, and safe for concurrent use; a nil
// one keeps nothing.
type Memory struct {
	mu      sync.Mutex
	kernels map[string][]kernel // by groups and atom
}

// through gives the kernel moves of an atom, made once.
func (m *Memory) through(groups [][]int, atoms, atom int) []kernel {
	if m == nil {
		return kernels(groups, atoms, atom)
	}
	key := fmt.Sprint(groups, atoms, atom)
	m.mu.Lock()
	made, known := m.kernels[key]
	m.mu.Unlock()
	if known {
		return made
	}
	made = kernels(groups, atoms, atom)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kernels == nil {
		m.kernels = make(map[string][]kernel)
	}
	m.kernels[key] = made
	return made
}

// groups are the sets of atoms that figures count.
func (g *grid) groups() (groups [][]int) {
	for _, l := range g.rows {
		if !l.ledger && !slices.ContainsFunc(groups, func(atoms []int) bool { return slices.Equal(atoms, l.atoms) }) {
			groups = append(groups, l.atoms)
		}
	}
	return groups
}

// kernels gives the kernel moves that have an atom in up, those of fewest atoms
// first. They depend on the groups alone, not on answers.
func kernels(groups [][]int, atoms, atom int) []kernel {
	of := make([][]int, atoms)
	for i, atoms := range groups {
		for _, a := range atoms {
			of[a] = append(of[a], i)
		}
	}
	k := kernelSearch{groups: groups, of: of, rest: make([]int, len(groups)), sign: make([]int, len(of))}
	k.put(atom, 1)
	k.grow(1)
	slices.SortStableFunc(k.found, func(x, y kernel) int { return len(x.up) - len(y.up) + len(x.down) - len(y.down) })
	return k.found
}

type kernelSearch struct {
	groups, of [][]int
	rest       []int // by group, people up minus people down
	sign       []int // by atom
	found      []kernel
	seen       map[string]bool
	visits     int
}

func (k *kernelSearch) put(atom, sign int) {
	k.sign[atom] += sign
	for _, i := range k.of[atom] {
		k.rest[i] += sign
	}
}

func (k *kernelSearch) grow(size int) {
	k.visits++
	open := -1
	for i, r := range k.rest {
		if r != 0 && (open < 0 || len(k.groups[i]) < len(k.groups[open])) {
			open = i
		}
		if abs(r) > maxAtoms-size {
			return
		}
	}
	if open < 0 {
		k.take()
		return
	}
	sign := 1
	if k.rest[open] > 0 {
		sign = -1
	}
	for _, a := range k.groups[open] {
		if k.sign[a] != 0 || len(k.found) >= maxKernels || k.visits > maxVisits {
			continue
		}
		k.put(a, sign)
		k.grow(size + 1)
		k.put(a, -sign)
	}
}

func (k *kernelSearch) take() {
	signs := make([]byte, len(k.sign))
	for a, s := range k.sign {
		signs[a] = byte(s)
	}
	key := string(signs)
	if k.seen[key] {
		return
	}
	if k.seen == nil {
		k.seen = make(map[string]bool)
	}
	k.seen[key] = true
	var m kernel
	for a, s := range k.sign {
		switch s {
		case 1:
			m.up = append(m.up, a)
		case -1:
			m.down = append(m.down, a)
		}
	}
	k.found = append(k.found, m)
}

// byKernel takes the first kernel move through the target that people are
// there for (move 2 of section 4.3).
func (s *search) byKernel(k kind, width int) bool {
	for _, to := range s.grid.nearest(k.point, width) {
		for _, m := range s.grid.through(k.atom) {
			if !s.has(m.up, k.point) || !s.has(m.down, to) || s.offers > maxOffers {
				continue
			}
			for _, a := range m.up {
				s.take(step{a, k.point, to})
			}
			for _, a := range m.down {
				s.take(step{a, to, k.point})
			}
			if s.mend() {
				return true
			}
			for len(s.steps) > 0 {
				s.back()
			}
		}
	}
	return false
}

// has says whether each atom has somebody left with an answer.
func (s *search) has(atoms []int, point int) bool {
	for _, a := range atoms {
		if k := s.grid.kindOf[a][point]; k < 0 || s.free[k] < 1 {
			return false
		}
	}
	return true
}

// through gives the kernel moves of an atom, made once.
func (g *grid) through(atom int) []kernel {
	if g.moves == nil {
		g.moves = make(map[int][]kernel)
	}
	if _, made := g.moves[atom]; !made {
		g.moves[atom] = g.memory.through(g.groups(), len(g.people), atom)
	}
	return g.moves[atom]
}
