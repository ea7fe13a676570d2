package disclosure

import (
	"slices"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

// lasting are up to so many sessions of April, each as long as one of four. The
// shortest and the longest are looked at no more than other limits.
func lasting(most int) []life {
	var out []life
	for n := range most + 1 {
		eachMultiset(n, 4, func(counts []int) {
			var l life
			sum := 0
			for i, times := range counts {
				for range times {
					minutes := 30 + 5*i
					sum += minutes
					l.sessions = append(l.sessions, microdata.Session{Date: microdata.Date{Year: 2025, Month: 4, Day: 7 + len(l.sessions)}, Minutes: minutes, Status: microdata.Held})
				}
			}
			if l.numbers = []int{n, sum}; n > 0 {
				l.least = []int{-1, 30 * n}
			}
			out = append(out, l)
		})
	}
	return out
}

// kindsOf are sessions of April, from a least number to a greatest, each of one
// of the kinds.
func kindsOf(least, most int, kinds ...func(*microdata.Session)) []life {
	out := []life{{numbers: make([]int, len(kinds))}}
	for n := max(1, least); n <= most; n++ {
		eachMultiset(n, len(kinds), func(counts []int) {
			l := life{numbers: slices.Clone(counts)}
			for i, times := range counts {
				for range times {
					s := microdata.Session{Date: microdata.Date{Year: 2025, Month: 4, Day: 2 + len(l.sessions)}, Minutes: 45, Status: microdata.Held}
					kinds[i](&s)
					l.sessions = append(l.sessions, s)
				}
			}
			out = append(out, l)
		})
	}
	return out
}

func inFormat(name string) func(*microdata.Session) {
	return func(s *microdata.Session) { s.Format = name }
}

func about(topics ...string) func(*microdata.Session) {
	return func(s *microdata.Session) { s.Topics = topics }
}

// cancelledIn makes a session one that was cancelled in a month.
func cancelledIn(month time.Month) func(*microdata.Session) {
	return func(s *microdata.Session) { s.Date.Month, s.Status = month, microdata.Cancelled }
}
