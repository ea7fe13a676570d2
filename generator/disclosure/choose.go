package disclosure

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/ledger"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
)

// choose decides the candidates: those that may stand beside everything that
// was ever printed show what the data give now, the others what they showed
// before, or nothing. Answers are chosen strand by strand (a question in a
// wave): a combination of figures that touches few people does so in some
// strand. What pairs did is one joint system.
func (h *history) choose(places []place, p Policy) {
	var people, pairs []int
	strands := make(map[string]bool)
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
			strands[part.Strand] = true
		}
	}
	refused := make(map[int]bool)
	for _, strand := range sortedKeys(strands) {
		h.refuse(refused, places, people, strand, pass{k: p.k})
		h.refuse(refused, places, people, strand, pass{k: p.kDistribution, distributions: true})
		h.refuse(refused, places, people, strand, pass{k: 1, exact: true})
	}
	h.refusePairs(refused, places, pairs, p)
	for i := range refused {
		at := &places[i]
		at.decision = leaveOut
		if at.old.form != Withheld && at.before != nil && at.old.n >= p.k {
			at.decision = dated
		}
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
	for i, ok := range suppress.Publish(r) {
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

// refusePairs chooses among figures of what pairs did, each family of figures
// that share slots on its own.
func (h *history) refusePairs(refused map[int]bool, places []place, pairs []int, p Policy) {
	byFamily := make(map[string][]int)
	for _, i := range pairs {
		if f := places[i].now; f.Exact {
			byFamily[pairFamily(f)] = append(byFamily[pairFamily(f)], i)
		} else {
			refused[i] = true // a class may narrow what was printed before
		}
	}
	for _, name := range sortedKeys(byFamily) {
		h.refuseFamily(refused, places, byFamily[name], name, p)
	}
}

// pairFamily names the figures that a figure of pairs may be combined with.
func pairFamily(f ledger.Figure) string {
	first, _, _ := strings.Cut(f.Parts[0].Strand, " ")
	if slices.Contains([]string{string(microdata.Held), string(microdata.Planned), string(microdata.Cancelled)}, first) {
		return "sessions"
	}
	return first
}

func (h *history) refuseFamily(refused map[int]bool, places []place, pairs []int, family string, p Policy) {
	n := newNumbering()
	var sums []suppress.Sum
	seen := make(map[string]bool)
	for _, release := range h.releases {
		for _, f := range release.Figures {
			if !f.Exact || len(f.Parts) == 0 || pairFamily(f) != family {
				continue
			}
			if name := strings.Join(partNames(f), ","); !seen[name] {
				seen[name] = true
				sums = append(sums, suppress.Sum{Name: name, Parts: n.parts(f), Known: true})
			}
		}
	}
	known, of := len(sums), []int(nil)
	slices.SortStableFunc(pairs, func(a, b int) int { return len(places[a].now.At) - len(places[b].now.At) })
	for _, i := range pairs {
		f := places[i].now
		if name := strings.Join(partNames(f), ","); !seen[name] {
			sums, of = append(sums, suppress.Sum{Name: name, Parts: n.parts(f)}), append(of, i)
		}
	}
	for j, ok := range suppress.Joint(sums, p.rules().MinPairs)[known:] {
		if !ok {
			refused[of[j]] = true
		}
	}
}

func (n *numbering) parts(f ledger.Figure) map[suppress.Slot]int {
	out := make(map[suppress.Slot]int, len(f.Parts))
	for _, p := range f.Parts {
		out[suppress.Slot{Owner: n.owner(p.Owner), Key: p.Slot}] += p.Times
	}
	return out
}
