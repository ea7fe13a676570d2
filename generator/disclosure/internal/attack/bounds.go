package attack

import "slices"

// constraint is one printed figure over unknown whole numbers: the sum of
// coefficient times unknown lies in an interval.
type constraint struct {
	of      []int // indexes of the unknowns
	times   []int // a coefficient each
	between interval
}

// bounds is a set of unknown whole numbers, what is known of each, and the
// constraints that bind them (section 4.2 of the specification).
//
// tighten narrows each unknown by what the others leave it, in every
// constraint, until nothing moves. What it gives are outer bounds: an unknown
// that keeps one value is disclosed, one that keeps several may be disclosed
// all the same. It accuses and never clears.
type bounds struct {
	known       []interval
	constraints []constraint
	touching    [][]int // by unknown, its constraints
}

func (b *bounds) unknown(lo, hi int) int {
	b.known = append(b.known, interval{lo, hi})
	b.touching = append(b.touching, nil)
	return len(b.known) - 1
}

func (b *bounds) add(c constraint) {
	for _, u := range c.of {
		b.touching[u] = append(b.touching[u], len(b.constraints))
	}
	b.constraints = append(b.constraints, c)
}

// maxPasses bounds the work where bounds creep towards each other one by one.
const maxPasses = 50

// tighten says whether any dataset is left at all: false is a contradiction.
func (b *bounds) tighten() bool {
	due := make([]bool, len(b.constraints))
	for i := range due {
		due[i] = true
	}
	for range maxPasses {
		moved := false
		for i, c := range b.constraints {
			if !due[i] {
				continue
			}
			due[i] = false
			changed, possible := b.narrow(c)
			if !possible {
				return false
			}
			for _, u := range changed {
				moved = true
				for _, other := range b.touching[u] {
					due[other] = true
				}
			}
		}
		if !moved {
			break
		}
	}
	return true
}

// narrow applies one constraint to its unknowns and gives those that moved.
func (b *bounds) narrow(c constraint) (changed []int, possible bool) {
	low, high := b.reach(c)
	if low > c.between.hi || high < c.between.lo {
		return nil, false
	}
	for i, u := range c.of {
		k, times := b.known[u], c.times[i]
		least, most := min(times*k.lo, times*k.hi), max(times*k.lo, times*k.hi)
		// times*u lies between what the others at their extremes leave.
		from, to := c.between.lo-(high-most), c.between.hi-(low-least)
		var next interval
		switch {
		case times > 0:
			next = interval{max(k.lo, ceilDiv(from, times)), min(k.hi, floorDiv(to, times))}
		case times < 0:
			next = interval{max(k.lo, ceilDiv(to, times)), min(k.hi, floorDiv(from, times))}
		default:
			continue
		}
		if next.lo > next.hi {
			return nil, false
		}
		if next != k {
			b.known[u] = next
			changed = append(changed, u)
			low += min(times*next.lo, times*next.hi) - least
			high += max(times*next.lo, times*next.hi) - most
		}
	}
	return changed, true
}

// reach is the least and the greatest that a constraint's sum can be.
func (b *bounds) reach(c constraint) (low, high int) {
	for i, u := range c.of {
		k := b.known[u]
		low += min(c.times[i]*k.lo, c.times[i]*k.hi)
		high += max(c.times[i]*k.lo, c.times[i]*k.hi)
	}
	return low, high
}

// sum makes the constraint that unknowns add up to something in an interval.
func sum(between interval, of ...int) constraint {
	return constraint{of: of, times: slices.Repeat([]int{1}, len(of)), between: between}
}
