package suppress

// slack gives the sets of columns that are guarded where sizes are secret: all
// atoms of one person or none, and beside them as many larger ones as have
// fewer than so many people more than atoms. No sets are guarded at slack 0.
func (s *system) slack(slack int) [][]bool {
	if slack <= 0 {
		return nil
	}
	small := make([]bool, len(s.weights))
	for a, w := range s.weights {
		small[a] = w <= 1
	}
	var out [][]bool
	var grow func(from, left int)
	grow = func(from, left int) {
		maximal := true
		for a := from; a < len(s.weights); a++ {
			if extra := s.weights[a] - 1; !small[a] && extra <= left {
				maximal = false
				small[a] = true
				grow(a+1, left-extra)
				small[a] = false
			}
		}
		if maximal {
			out = append(out, s.columnsOf(small))
		}
	}
	grow(0, slack-1)
	return out
}

// insideGuarded gives the guarded sets that hold a combination of the published
// rows: outside of them the rows depend on each other.
func (s *system) insideGuarded(span *basis) [][]bool {
	var found [][]bool
	for _, set := range s.guarded {
		var outside basis
		for _, row := range span.rows {
			rest := make(vector, len(row))
			for c, x := range row {
				if !set[c] {
					rest[c] = x
				}
			}
			pivot := outside.reduce(rest)
			if pivot < 0 {
				found = append(found, set)
				break
			}
			outside.add(rest, pivot)
		}
	}
	return found
}
