package suppress

import "slices"

// anySum is Gaussian suppression of counts (section 3.1) over cells in the given
// order, with its default guard of singletons: cells of one person each, or of
// none where zeros are withheld, come last, and what is left of a candidate must
// not be a sum of them. A difference of them is let through once.
func (s *system) anySum(order []int, size int) []bool {
	rows := make([]int, s.width)
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, func(a, b int) int { return btoi(s.weights[a] == size) - btoi(s.weights[b] == size) })
	turn := func(v vector) vector {
		out := make(vector, len(v))
		for at, row := range rows {
			out[at] = v[row]
		}
		return out
	}
	var candidates, hidden []vector
	for _, f := range s.fates {
		candidates = append(candidates, turn(f.row))
	}
	for _, h := range s.hidden {
		hidden = append(hidden, turn(h))
	}
	published, used := make([]bool, len(s.fates)), make(vector, s.width)
	for _, i := range order {
		v := slices.Clone(candidates[i])
		pivot := firstNonZero(v)
		if s.fates[i].primary || pivot < 0 {
			published[i] = !s.fates[i].primary
			continue
		}
		if s.weights[rows[pivot]] == size && !letThrough(v, used) || revealsHidden(v, pivot, hidden) {
			continue
		}
		published[i] = true
		scale := inverse(v[pivot])
		for at := range v {
			v[at] = mul(v[at], scale)
		}
		reduceAll(candidates, v, pivot)
		reduceAll(hidden, v, pivot)
	}
	return published
}

// letThrough says whether a candidate of singletons alone is a difference of
// some that are in no earlier one, and marks them.
func letThrough(v, used vector) bool {
	first, mixed := v[firstNonZero(v)], false
	for at, x := range v {
		if x != 0 && used[at] != 0 {
			return false
		}
		mixed = mixed || x != 0 && x != first && (x > prime/2) != (first > prime/2)
	}
	if mixed {
		for at, x := range v {
			used[at] |= x
		}
	}
	return mixed
}
