package suppress

import "slices"

// headline is the last tier that no exchange goes before: the whole base and
// the roles.
const headline = 1

// exchange looks near an order for a choice that withholds less: a withheld
// fate is taken before those that kept it out, and the others fill up behind
// it. It goes on from each gain, for at most so many tries.
func (s *system) exchange(order []int, best []bool, tries int) []bool {
	cost := s.cost(best)
	for better := true; better; {
		better = false
		for _, i := range order {
			if best[i] || s.fates[i].primary || cost == s.floor() {
				continue
			}
			if tries--; tries < 0 {
				return best
			}
			moved := s.takenFirst(order, i)
			if try := s.eliminate(moved); s.cost(try) < cost {
				order, best, cost, better = moved, try, s.cost(try), true
			}
		}
	}
	return best
}

// takenFirst is an order with a fate before all but the headline tiers, or
// before its equals there.
func (s *system) takenFirst(order []int, fate int) []int {
	out := slices.DeleteFunc(slices.Clone(order), func(i int) bool { return i == fate })
	at := 0
	for at < len(out) && s.fates[out[at]].tier < min(s.fates[fate].tier, headline+1) {
		at++
	}
	return slices.Insert(out, at, fate)
}
