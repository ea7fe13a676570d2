package search

import (
	"cmp"
	"slices"
)

// scored is a page, or a passage of one, with what it is worth.
type scored struct {
	number int // of the page or the passage
	score  float64
}

// byScore puts the best first, and of equals the one that is read first.
func byScore(a, b scored) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.number, b.number))
}

// rankedPage is a page with its passages that are worth showing.
type rankedPage struct {
	scored
	passages []scored
}

// A page is shown that has all that is wanted. One that has not is shown where
// it has so much of it: beside pages that have all, where there is none, and of
// a short word, half of which says little.
const (
	enoughBeside  = 0.7
	enoughAlone   = 0.3
	enoughOfShort = 0.6
)

// mostHits is how many passages of one of the first pages are shown, laterHits
// of one of the others, and hitWorth which part of the best one's score a
// further one must have.
const (
	firstPages = 3
	mostHits   = 3
	laterHits  = 1
	hitWorth   = 0.6
)

// best gives the pages that are worth showing, the best first.
func (k *ranking) best(m *manifest) []rankedPage {
	var pages []rankedPage
	enough := enoughAlone
	if k.short {
		enough = enoughOfShort
	}
	for _, n := range k.order {
		page := m.page(n)
		if len(pages) == 0 || pages[len(pages)-1].number != page {
			pages = append(pages, rankedPage{scored: scored{number: page}})
			if k.whole(k.pages[page]) {
				enough = enoughBeside
			}
		}
		p := &pages[len(pages)-1]
		p.passages = append(p.passages, scored{int(n), k.score(k.passages[n], m.kinds[n])})
	}
	pages = slices.DeleteFunc(pages, func(p rankedPage) bool { return k.coverage(k.pages[p.number]) < enough })
	for i := range pages {
		k.settle(&pages[i])
	}
	slices.SortFunc(pages, func(a, b rankedPage) int { return byScore(a.scored, b.scored) })
	for i := range pages {
		most := mostHits
		if i >= firstPages {
			most = laterHits
		}
		pages[i].passages = pages[i].passages[:min(most, len(pages[i].passages))]
	}
	return pages
}

// settle sorts a page's passages and says what the page is worth: as much as
// the best of them, more where the page has all that is wanted, and a little
// more for each further passage that has.
func (k *ranking) settle(p *rankedPage) {
	whole := 0
	for _, s := range p.passages {
		if k.whole(k.passages[uint32(s.number)]) {
			whole++
		}
	}
	slices.SortFunc(p.passages, byScore)
	best := p.passages[0].score
	p.score = best + 0.05*float64(min(whole, 5))
	if t := k.pages[p.number]; k.whole(t) {
		p.score += worthTogether
	} else {
		p.score += 0.5 * k.coverage(t)
	}
	p.passages = slices.DeleteFunc(p.passages, func(s scored) bool { return s.score < hitWorth*best })
}
