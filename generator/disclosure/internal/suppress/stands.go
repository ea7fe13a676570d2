package suppress

// Stands says whether all groups of a request may be published beside each
// other, beside its forced sums and without its hidden ones. It weighs no
// choice, so that it costs one elimination where Publish costs many.
func Stands(r Request) bool {
	s := newSystem(r)
	span := &basis{}
	for _, row := range s.forced {
		s.force(row, span, nil, nil)
	}
	for _, f := range s.fates {
		if f.primary {
			return false
		}
		s.force(f.row, span, nil, nil)
	}
	for _, h := range s.hidden {
		if span.reduce(append(vector(nil), h...)) < 0 {
			return false
		}
	}
	return len(s.search(span)) == 0
}
