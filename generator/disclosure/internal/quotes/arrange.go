package quotes

import "slices"

// tries is how many places of texts are tried before an order counts as not
// to be had. Nearly every list needs one for each text.
const tries = 20_000

// arrange orders texts so that no two neighbours are of one person, as near to
// their given order as that allows. Where somebody wrote too much for that, of
// the texts that were not shown yet the last are left out. ok is false where
// even then there is no order.
func arrange(texts []text) (ordered []text, ok bool) {
	texts = slices.Clone(texts)
	for {
		p := puzzle{texts: texts, left: tries, used: make([]bool, len(texts)), count: make(map[int]int)}
		for _, t := range texts {
			p.add(t, 1)
		}
		if p.solve() {
			return p.out, true
		}
		i := mostWritten(texts)
		if i < 0 {
			return nil, false
		}
		texts = slices.Delete(texts, i, i+1)
	}
}

// puzzle is an order half made.
type puzzle struct {
	texts []text
	used  []bool
	out   []text
	count map[int]int // person -> texts not placed yet
	left  int
}

func (p *puzzle) add(t text, n int) {
	for _, person := range t.people {
		p.count[person] += n
	}
}

// solve places the rest, the first that may stand there first.
func (p *puzzle) solve() bool {
	if len(p.out) == len(p.texts) {
		return true
	}
	if p.left--; p.left < 0 || p.stuck() {
		return false
	}
	for i, t := range p.texts {
		if p.used[i] || len(p.out) > 0 && share(p.out[len(p.out)-1].people, t.people) {
			continue
		}
		p.used[i], p.out = true, append(p.out, t)
		p.add(t, -1)
		if p.solve() {
			return true
		}
		p.used[i], p.out = false, p.out[:len(p.out)-1]
		p.add(t, 1)
	}
	return false
}

// stuck says whether somebody has more texts left than there are places apart.
func (p *puzzle) stuck() bool {
	rest := len(p.texts) - len(p.out)
	for person, n := range p.count {
		places := (rest + 1) / 2
		if len(p.out) > 0 && slices.Contains(p.out[len(p.out)-1].people, person) {
			places = rest / 2
		}
		if n > places {
			return true
		}
	}
	return false
}

// mostWritten gives the last text not shown yet of whoever wrote the most; -1
// where all were shown.
func mostWritten(texts []text) int {
	count := make(map[int]int)
	for _, t := range texts {
		for _, person := range t.people {
			count[person]++
		}
	}
	best, most := -1, 0
	for i, t := range texts {
		n := 0
		for _, person := range t.people {
			n = max(n, count[person])
		}
		if !t.printed && n >= most {
			best, most = i, n
		}
	}
	return best
}

func share(a, b []int) bool {
	return slices.ContainsFunc(a, func(person int) bool { return slices.Contains(b, person) })
}
