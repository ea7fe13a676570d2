package search

import (
	"cmp"
	"slices"

	"kohort/generator/internal/workers"
)

// kept is a posting in the list of its term.
type kept struct {
	passage uint32
	weight  weight
}

// lists are terms in order, each with its postings in the order of passages.
type lists[T cmp.Ordered] struct {
	terms []T
	kept  []kept
	ends  []int // of each term's postings in kept
}

func (l *lists[T]) of(i int) []kept {
	if i == 0 {
		return l.kept[:l.ends[0]]
	}
	return l.kept[l.ends[i-1]:l.ends[i]]
}

// merge joins what counters counted. terms are each counter's, by number. It
// sorts by counting: the postings of a counter are in the order of passages, and
// counters are too.
func merge[T cmp.Ordered](terms [][]T, counted []*list) lists[T] {
	out := lists[T]{terms: slices.Concat(terms...)}
	slices.Sort(out.terms)
	out.terms = slices.Compact(out.terms)

	places := make([][]uint32, len(terms)) // of each counter's terms among all
	nexts := make([][]int, len(terms))     // where a counter's next posting of a term goes
	workers.Each(len(terms), func(c int) {
		places[c] = make([]uint32, len(terms[c]))
		for id, term := range terms[c] {
			place, _ := slices.BinarySearch(out.terms, term)
			places[c][id] = uint32(place)
		}
		nexts[c] = make([]int, len(out.terms))
		for _, p := range counted[c].postings {
			nexts[c][places[c][p.term]]++
		}
	})
	total := 0
	out.ends = make([]int, len(out.terms))
	for i := range out.terms {
		for c := range terms {
			n := nexts[c][i]
			nexts[c][i] = total
			total += n
		}
		out.ends[i] = total
	}
	out.kept = make([]kept, total)
	workers.Each(len(terms), func(c int) {
		for _, p := range counted[c].postings {
			place := places[c][p.term]
			out.kept[nexts[c][place]] = kept{p.passage, p.weight}
			nexts[c][place]++
		}
	})
	return out
}
