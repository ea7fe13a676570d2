package suppress

// eliminate publishes fates in the given order until nothing more may be
// published, and repeats with the sets that turned out to hold a combination
// until there is none.
func (s *system) eliminate(order []int) []bool {
	for {
		published, span := s.pass(order)
		found := s.search(span)
		if !s.remember(found) {
			return published
		}
	}
}

// pass publishes each fate in turn, unless a hidden functional or a
// combination inside an active set would follow.
func (s *system) pass(order []int) ([]bool, *basis) {
	published := make([]bool, len(s.fates))
	span := &basis{}
	outside := make([]basis, len(s.active))
	hidden := make([]vector, len(s.hidden))
	for i, h := range s.hidden {
		hidden[i] = append(vector(nil), h...)
	}
	for _, i := range order {
		v := append(vector(nil), s.fates[i].row...)
		pivot := span.reduce(v)
		if pivot < 0 {
			published[i] = !s.fates[i].primary
			continue
		}
		if s.fates[i].primary || revealsHidden(v, pivot, hidden) {
			continue
		}
		rests, safe := s.restOutside(s.fates[i].row, outside)
		if !safe {
			continue
		}
		published[i] = true
		span.add(v, pivot)
		for j, rest := range rests {
			outside[j].add(rest, firstNonZero(rest))
		}
		for _, h := range hidden {
			if c := h[pivot]; c != 0 {
				subtract(h, c, v)
			}
		}
	}
	return published, span
}

// restOutside reduces a row outside each active set. It is unsafe where
// nothing is left: then a combination with this row lives inside the set.
func (s *system) restOutside(row vector, outside []basis) ([]vector, bool) {
	rests := make([]vector, len(s.active))
	for j, set := range s.active {
		rest := make(vector, len(row))
		for a, x := range row {
			if !set[a] {
				rest[a] = x
			}
		}
		if outside[j].reduce(rest) < 0 {
			return nil, false
		}
		rests[j] = rest
	}
	return rests, true
}

// revealsHidden says whether publishing v, reduced, would put a hidden
// functional, reduced, into the span: they are proportional.
func revealsHidden(v vector, pivot int, hidden []vector) bool {
	scale := inverse(v[pivot])
	for _, h := range hidden {
		c := h[pivot]
		if c == 0 {
			continue
		}
		c = mul(c, scale)
		proportional := true
		for j := range h {
			if h[j] != mul(c, v[j]) {
				proportional = false
				break
			}
		}
		if proportional {
			return true
		}
	}
	return false
}
