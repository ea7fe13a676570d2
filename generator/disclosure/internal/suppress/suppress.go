// Package suppress decides which groups of people may be published together.
//
// It takes a Request, the groups that figures are asked for over one base, and
// gives for each group whether its figures may be printed. Its two main types
// are Request and Group. It refuses every choice in which some combination of
// the published groups touches fewer than K people: k-support elimination,
// section 3.2 of the specification.
//
// It knows sizes and memberships and never an answer. One run serves all
// statistics of a base: a combination of means, sums and distributions over
// published groups says nothing about a person whom no combination of the
// groups themselves isolates (the lemma of section 3.2).
//
//	atoms.go   people that no group separates become one column with a weight
//	field.go   linear algebra modulo 2^61-1; the exact check is the attack's
//	greedy.go  one pass over the groups in a given order
//	exchange.go  orders near the cheapest one
//	slack.go   sets of small cells, where sizes are secret
//	search.go  the sets of fewer than K people that hold a combination
package suppress

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Group is a set of people (or pairs) that figures are asked for.
type Group struct {
	Name    string  // unique and stable: it breaks ties
	Members []int   // people by number, ascending; nobody is a group too
	Tier    int     // lower is kept first: 0 the whole cohort, 1 role, 2 department, 3 crossings
	Weight  float64 // how much it is wanted within its tier; 0 counts as 1
	Primary bool    // never to be published, nor to be derivable
}

// Request is one base with all groups that are asked for.
type Request struct {
	Groups []Group
	// Hidden are further sets of people whose sum must not follow from what is
	// published.
	Hidden [][]int
	// K is the fewest people that any combination of published groups may touch.
	K int
	// Owners gives for each member number the person whom it belongs to, where a
	// person has several: one for each version of an answer that was printed. Nil:
	// each member is a person of its own.
	Owners []int
	// Empty are members that stand for a cell in which there is nobody, where
	// readers do not know that: they count for no one and are guarded as people
	// are. They belong to the groups that the cell is part of.
	Empty []int
	// Slack guards sizes that are secret (section 3.3): no combination of what is
	// published touches only cells that together have fewer than so many people
	// more than there are cells. Cells that are known to add up to their number
	// are of one person each.
	Slack int
	// Forced are sums that earlier releases printed. They are published whatever
	// they tell; where they alone tell something of fewer than K people, nothing
	// joins them but what follows from them.
	Forced [][]int
}

// restarts is how many orders are tried; the seed is fixed, since a pattern
// that changes from release to release would itself tell something.
const restarts = 60

// Publish gives for each group whether it may be published. The result is
// safe, and maximal: any further group would break the promise or follows
// from what is published. It depends on nothing but the request, whatever the
// order of people inside an atom.
func Publish(r Request) []bool {
	s := newSystem(r)
	if len(s.forced) > 0 && s.disclosed() {
		return s.followers(r)
	}
	order := s.inOrder(func(i int) float64 { return s.fates[i].weight })
	best, bestOrder := s.eliminate(order), order
	bestCost := s.cost(best)
	rng := rand.New(rand.NewPCG(20250401, 31))
	for range s.tries() {
		if bestCost == s.floor() {
			break
		}
		jittered := make([]float64, len(s.fates))
		for i, f := range s.fates {
			jittered[i] = f.weight * (0.6 + 0.8*rng.Float64())
		}
		tryOrder := s.inOrder(func(i int) float64 { return jittered[i] })
		try := s.eliminate(tryOrder)
		if c := s.cost(try); c < bestCost {
			best, bestCost, bestOrder = try, c, tryOrder
		}
	}
	best = s.exchange(bestOrder, best, s.tries())
	out := make([]bool, len(r.Groups))
	for i, f := range s.fateOf {
		out[i] = best[f]
	}
	return out
}

// tries is the number of restarts; fewer where many light atoms make the
// search of one order dear.
func (s *system) tries() int {
	switch light := s.lightAtoms(); {
	case light > 40:
		return 4
	case light > 24:
		return 20
	}
	return restarts
}

// inOrder sorts the fates by utility: tier, then people times weight, then name.
func (s *system) inOrder(weight func(int) float64) []int {
	order := make([]int, len(s.fates))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := s.fates[a], s.fates[b]
		return cmp.Or(
			cmp.Compare(x.tier, y.tier),
			cmp.Compare(float64(y.people+1)*weight(b), float64(x.people+1)*weight(a)),
			cmp.Compare(x.name, y.name),
		)
	})
	return order
}

// cost is what a choice withholds: people times weight, summed.
func (s *system) cost(published []bool) float64 {
	total := 0.0
	for i, f := range s.fates {
		if !published[i] {
			total += f.loss()
		}
	}
	return total
}

// floor is the cost that no order can avoid.
func (s *system) floor() float64 {
	total := 0.0
	for _, f := range s.fates {
		if f.primary {
			total += f.loss()
		}
	}
	return total
}

func (f fate) loss() float64 {
	return float64(f.people+1) * f.weight
}
