package disclosure

import (
	"fmt"
	"slices"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// twice is all that can have happened over two releases: of those who answered
// before the first, how many gave each answer then and which now; of those who
// came in late, how many gave each answer.
type twice struct{ early, late []int }

// TestEveryTwoReleasesThatPrintAlike tries everything over two releases of an
// open wave: each answer before the first, each correction, each late answer. Of
// all that print the same two files, each insider, who knows what he answered
// over time, is left two answers of each other person, then and now.
func TestEveryTwoReleasesThatPrintAlike(t *testing.T) {
	for _, c := range []struct {
		early, late, points int
		always              bool
	}{
		{8, 0, 2, true}, {6, 6, 2, true}, {8, 5, 2, false}, {5, 5, 2, false}, {7, 5, 2, false}, {6, 8, 2, false}, {8, 8, 2, false},
		{9, 6, 2, false}, {10, 5, 2, false}, {6, 10, 2, false}, {5, 0, 3, false}, {6, 0, 3, false},
	} {
		if !c.always && many(1, 0) == 0 {
			continue
		}
		t.Run(fmt.Sprint(c.early, c.late, c.points), func(t *testing.T) {
			t.Parallel()
			worlds := make(map[string][]twice)
			total, updated := 0, 0
			eachMultiset(c.early, c.points*c.points, func(early []int) {
				eachMultiset(c.late, c.points, func(late []int) {
					w := twice{slices.Clone(early), slices.Clone(late)}
					printed, anew := w.release(t, c.points)
					worlds[printed] = append(worlds[printed], w)
					if total++; anew {
						updated++
					}
				})
			})
			told := 0
			for _, key := range sortedKeys(worlds) {
				told += certainOfTwo(worlds[key], c.points)
			}
			t.Logf("%d datasets, %d pairs of releases, %d updates", total, len(worlds), updated)
			if told > 0 || updated == 0 {
				t.Errorf("%d times an insider is certain of an answer; %d updates were tried", told, updated)
			}
		})
	}
}

// release makes both releases and gives their bytes; anew says that the second
// shows all that its data give.
func (w twice) release(t *testing.T, points int) (printed string, anew bool) {
	t.Helper()
	var then, now []int
	for history, n := range w.early {
		then, now = append(then, slices.Repeat([]int{history / points}, n)...), append(now, slices.Repeat([]int{history % points}, n)...)
	}
	for point, n := range w.late {
		now = append(now, slices.Repeat([]int{point}, n)...)
	}
	s := newSequence()
	first, _ := s.step(t, firstAnswered(then, len(now), points), true)
	next := firstAnswered(now, len(now), points)
	next.AsOf.Day++
	second, _ := s.step(t, next, true)
	return string(encode(first.cohort, "")) + string(encode(second.cohort, "")), len(second.stays) == 0
}

// firstAnswered is a cohort of which the first people answered the open wave.
func firstAnswered(answers []int, people, points int) microdata.Cohort {
	c := worldOf([][]int{make([]int, points)}, points)
	w := &c.Waves[0]
	w.Closed = microdata.Date{}
	for p := range people {
		c.People = append(c.People, microdata.Person{ID: fmt.Sprintf("E%04d", p), Role: microdata.Mentor, Department: departments[0]})
		w.Responded = append(w.Responded, p < len(answers))
	}
	for p, point := range answers {
		w.Answers = append(w.Answers, microdata.Answer{Person: p, Value: point + 1})
	}
	return c
}

// certainOfTwo counts, in what prints alike, how often an insider knows what
// somebody who came in late answered, or somebody early, then or now.
func certainOfTwo(worlds []twice, points int) (certain int) {
	for own := range points*points + points {
		then, now, late := make(map[int]bool), make(map[int]bool), make(map[int]bool)
		for _, w := range worlds {
			counts := slices.Concat(w.early, w.late)
			if counts[own] == 0 {
				continue
			}
			counts[own]--
			for h, n := range counts {
				switch {
				case n == 0:
				case h < points*points:
					then[h/points], now[h%points] = true, true
				default:
					late[h-points*points] = true
				}
			}
		}
		for _, left := range []map[int]bool{then, now, late} {
			if len(left) == 1 {
				certain++
			}
		}
	}
	return certain
}
