package disclosure

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/suppress"
)

// choose decides the candidates: those that may stand beside everything that
// was ever printed show what the data give now, the others what they showed
// before, or nothing. Answers are chosen strand by strand (a question in a
// wave): a combination of figures that touches few people does so in some
// strand. What pairs did is one joint system.
func (h *history) choose(places []place) {
	var people, pairs []int
	strands := make(map[string]Policy)
	for i, at := range places {
		if at.decision != candidate {
			continue
		}
		if at.kind == ledger.Pairs {
			pairs = append(pairs, i)
			continue
		}
		people = append(people, i)
		for _, part := range at.now.Parts {
			strands[part.Strand] = at.policy // all that rest on a wave stand under one
		}
	}
	refused := make(map[int]bool)
	for _, strand := range sortedKeys(strands) {
		p := strands[strand]
		h.refuse(refused, places, people, strand, pass{k: p.k})
		h.refuse(refused, places, people, strand, pass{k: p.kDistribution, distributions: true})
		h.refuse(refused, places, people, strand, pass{k: 1, exact: true})
	}
	h.refusePairs(refused, places, pairs)
	for i := range refused {
		places[i].decision = places[i].instead()
	}
}

// numbering gives each slot a number, and each number its owner's.
type numbering struct {
	slots, owners map[string]int
	ownerOf       []int
}

func newNumbering() *numbering {
	return &numbering{slots: make(map[string]int), owners: make(map[string]int)}
}

func (n *numbering) owner(name string) int {
	i, known := n.owners[name]
	if !known {
		i = len(n.owners)
		n.owners[name] = i
	}
	return i
}

func (n *numbering) members(f ledger.Figure, strand string) []int {
	var out []int
	for _, p := range f.Parts {
		if p.Strand != strand {
			continue
		}
		i, known := n.slots[p.Slot]
		if !known {
			i = len(n.slots)
			n.slots[p.Slot] = i
			n.ownerOf = append(n.ownerOf, n.owner(p.Owner))
		}
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

// pass is one elimination of a strand. A class counts as if it were exact where
// people are counted; in the pass of what is exact, it must not follow.
type pass struct {
	k             int
	distributions bool // of distributions alone
	exact         bool
}

func (s pass) takes(f ledger.Figure) bool {
	return (f.Exact || !s.exact) && (f.Statistic == "distribution" || !s.distributions)
}

// refuse runs a pass of one strand over the candidates, after all that earlier
// releases printed.
func (h *history) refuse(refused map[int]bool, places []place, people []int, strand string, s pass) {
	n, r := newNumbering(), suppress.Request{K: s.k}
	for _, release := range h.releases {
		for _, f := range release.Figures {
			if m := n.members(f, strand); len(m) > 0 && s.takes(f) {
				r.Forced = append(r.Forced, m)
			}
		}
	}
	r.Forced = distinct(r.Forced)
	var of []int
	for _, i := range people {
		at := places[i]
		if m := n.members(at.now, strand); len(m) > 0 && !refused[i] && s.takes(at.now) {
			name := make([]string, len(at.now.At))
			for j, l := range at.now.At {
				name[j] = l.Dimension + "=" + l.Level
			}
			r.Groups = append(r.Groups, suppress.Group{Name: strings.Join(name, ","), Members: m, Tier: len(at.now.At)})
			of = append(of, i)
		}
	}
	if len(of) == 0 {
		return
	}
	if s.exact {
		h.hide(&r, n, places, strand)
	}
	r.Owners = n.ownerOf
	for i, ok := range h.memory.Publish(r) {
		if !ok {
			refused[of[i]] = true
		}
	}
}

// hide asks that nothing that is withheld, or of which a class is printed,
// follows: now, or in an earlier release.
func (h *history) hide(r *suppress.Request, n *numbering, places []place, strand string) {
	exact := slices.Clone(r.Forced)
	for _, g := range r.Groups {
		exact = append(exact, g.Members)
	}
	add := func(f ledger.Figure) {
		m := n.members(f, strand)
		if len(m) > 0 && !slices.ContainsFunc(exact, func(e []int) bool { return slices.Equal(e, m) }) {
			r.Hidden = append(r.Hidden, m)
		}
	}
	for _, release := range h.releases {
		for _, f := range release.Figures {
			if !f.Exact {
				add(f)
			}
		}
	}
	for _, at := range places {
		if at.kind == ledger.People && (!at.shown || !at.now.Exact) {
			add(at.now)
		}
	}
	r.Hidden = distinct(r.Hidden)
}

func distinct(rows [][]int) [][]int {
	slices.SortFunc(rows, func(a, b []int) int { return slices.Compare(a, b) })
	return slices.CompactFunc(rows, slices.Equal)
}
