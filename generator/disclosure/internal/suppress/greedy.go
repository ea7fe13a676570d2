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
	for _, row := range s.forced {
		s.force(row, span, outside, hidden)
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
		reduceAll(hidden, v, pivot)
	}
	return published, span
}

func reduceAll(hidden []vector, v vector, pivot int) {
	for _, h := range hidden {
		if c := h[pivot]; c != 0 {
			subtract(h, c, v)
		}
	}
}

// force adds a row that is public already.
func (s *system) force(row vector, span *basis, outside []basis, hidden []vector) {
	v := append(vector(nil), row...)
	pivot := span.reduce(v)
	if pivot < 0 {
		return
	}
	span.add(v, pivot)
	reduceAll(hidden, v, pivot)
	rests, _ := s.restOutside(row, outside)
	for j, rest := range rests {
		if first := firstNonZero(rest); first >= 0 {
			outside[j].add(rest, first)
		}
	}
}

// disclosed says whether the forced rows alone tell something of fewer than k
// people.
func (s *system) disclosed() bool {
	span := &basis{}
	for _, row := range s.forced {
		s.force(row, span, nil, nil)
	}
	return len(s.search(span)) > 0
}

// followers publishes what follows from the forced rows and nothing else.
func (s *system) followers(r Request) []bool {
	span := &basis{}
	for _, row := range s.forced {
		s.force(row, span, nil, nil)
	}
	out := make([]bool, len(r.Groups))
	for i, f := range s.fateOf {
		out[i] = span.reduce(append(vector(nil), s.fates[f].row...)) < 0
	}
	return out
}

// restOutside reduces a row outside each active set. It is unsafe where
// nothing is left: then a combination with this row lives inside the set.
func (s *system) restOutside(row vector, outside []basis) (rests []vector, safe bool) {
	rests, safe = make([]vector, len(outside)), true
	for j := range outside {
		set, rest := s.active[j], make(vector, len(row))
		for a, x := range row {
			if !set[a] {
				rest[a] = x
			}
		}
		safe = outside[j].reduce(rest) >= 0 && safe
		rests[j] = rest
	}
	return rests, safe
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
