package suppress

// gauss is plain Gaussian suppression by few contributors (Langsrud 2024,
// section 3.1 of the specification): primaries are the groups of fewer than k
// people, and a group is published unless a primary would enter the span.
func gauss(r Request) []bool {
	s := newSystem(r)
	s.k = 1 // no set is lighter: the primaries alone count
	order := s.inOrder(func(i int) float64 { return s.fates[i].weight })
	published, _ := s.pass(order)
	out := make([]bool, len(r.Groups))
	for i, f := range s.fateOf {
		out[i] = published[f]
	}
	return out
}
