package suppress

// batch is how many sets one search brings home at most; the rest shows in
// the next round.
const batch = 32

// search finds sets of atoms with fewer than k people, and guarded ones, that
// hold a combination of the published rows.
func (s *system) search(span *basis) [][]bool {
	kernel := span.kernel(s.width)
	lightest := s.lightestFrom()
	found := s.insideGuarded(span)
	var columns basis
	set := make([]bool, len(s.weights))
	var buffers []vector
	buffer := func(i int) vector {
		for len(buffers) <= i {
			buffers = append(buffers, make(vector, s.width-len(span.rows)))
		}
		return buffers[i]
	}
	var grow func(from, left int)
	grow = func(from, left int) {
		for a := from; a < len(s.weights) && len(found) < batch; a++ {
			if s.weights[a] > left || set[a] {
				continue
			}
			set[a] = true
			before, dependent := len(columns.rows), false
			for _, c := range s.columns[a] {
				v := buffer(len(columns.rows))
				copy(v, kernel[c])
				pivot := columns.reduce(v)
				if dependent = pivot < 0; dependent {
					found = append(found, s.columnsOf(s.enlarge(set)))
					break
				}
				columns.add(v, pivot)
			}
			if rest := left - s.weights[a]; !dependent && rest >= lightest[a+1] {
				grow(a+1, rest)
			}
			for len(columns.rows) > before {
				columns.pop()
			}
			set[a] = false
		}
	}
	empty := s.empty()
	for a, in := range empty {
		for _, c := range s.columns[a] {
			if v := append(vector(nil), kernel[c]...); in {
				pivot := columns.reduce(v)
				if pivot < 0 {
					return [][]bool{s.columnsOf(s.enlarge(empty))}
				}
				columns.add(v, pivot)
			}
		}
		set[a] = in
	}
	grow(0, s.k-1)
	return found
}

// lightestFrom gives the least weight of the atoms from each on; nothing that
// is light comes after the last.
func (s *system) lightestFrom() []int {
	out := make([]int, len(s.weights)+1)
	out[len(s.weights)] = s.k
	for a := len(s.weights) - 1; a >= 0; a-- {
		out[a] = out[a+1]
		if w := s.weights[a]; w > 0 {
			out[a] = min(w, out[a])
		}
	}
	return out
}

// empty marks the atoms without people. They weigh nothing, so that they are in
// every set.
func (s *system) empty() []bool {
	out := make([]bool, len(s.weights))
	for a, w := range s.weights {
		out[a] = w == 0
	}
	return out
}

// enlarge makes a set maximal below k people, so that one set stands for many.
func (s *system) enlarge(set []bool) []bool {
	out := append([]bool(nil), set...)
	left := s.k - 1
	for a, in := range out {
		if in {
			left -= s.weights[a]
		}
	}
	for a, in := range out {
		if !in && s.weights[a] <= left {
			out[a] = true
			left -= s.weights[a]
		}
	}
	return out
}

// columnsOf marks the columns of a set of atoms.
func (s *system) columnsOf(set []bool) []bool {
	out := make([]bool, s.width)
	for a, in := range set {
		for _, c := range s.columns[a] {
			out[c] = in
		}
	}
	return out
}

// remember makes sets active and says whether any of them is new. A set that
// is active already cannot be found again but where no choice helps.
func (s *system) remember(found [][]bool) bool {
	fresh := false
	for _, set := range found {
		key := make([]byte, len(set))
		for a, in := range set {
			if in {
				key[a] = 1
			}
		}
		if !s.seen[string(key)] {
			s.seen[string(key)] = true
			s.active = append(s.active, set)
			fresh = true
		}
	}
	return fresh
}
