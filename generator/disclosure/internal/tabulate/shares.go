package tabulate

import (
	"kohort/generator/disclosure/internal/microdata"
)

// secretShare is a share of n people by what they answered (rule 2). The
// numerators 0 to c+1 and n-c-1 to n always print as their band, so that who
// knows c of the answers does not know the others'.
func (r Rules) secretShare(part, n int) Cell {
	least := r.Coalition + 1
	band := func(from, to int) Cell {
		return Cell{Form: Band, N: n, Lo: percent(from, n), Hi: percent(to, n)}
	}
	switch {
	case n <= 2*least:
		return Cell{N: n}
	case part <= least:
		return band(0, least)
	case part >= n-least:
		return band(n-least, n)
	}
	return plain(n, percent(part, n))
}

// favourable is the share of people on the good side of the scale's middle. It
// stands beside a distribution that prints, of which it is a part, and nowhere
// else: beside a class or a band it would narrow it.
func (r Rules) favourable(q microdata.Question, a answers, distribution Cell) Cell {
	if distribution.Form != Distribution {
		return Cell{N: a.n()}
	}
	twiceMiddle := a.scale[0].Value + a.scale[len(a.scale)-1].Value
	good := 0
	for i, p := range a.scale {
		if q.Good == "low" && 2*p.Value < twiceMiddle || q.Good != "low" && 2*p.Value > twiceMiddle {
			good += a.counts[i]
		}
	}
	return r.secretShare(good, a.n())
}

// shareOf is a share of what pairs hold, such as goals or sessions; part is
// what of it is counted, rest is all else. A pair knows its own share of both:
// up to near from either end all results print as one class, and in between
// both must pass rule 9.
func (m *maker) shareOf(part, rest parts, near, pairs int) Cell {
	in, all := part.total(), part.total()+rest.total()
	band := func(from, to int) Cell {
		return Cell{Form: Band, N: pairs, Lo: percent(from, all), Hi: percent(to, all)}
	}
	switch {
	case all <= 2*near:
		return Cell{N: pairs, Why: FewPairs}
	case in <= near:
		return band(0, near)
	case all-in <= near:
		return band(all-near, all)
	case m.safe(part) && m.safe(rest):
		return plain(pairs, percent(in, all))
	}
	return Cell{N: pairs, Why: FewPairs}
}
