package disclosure

import (
	"fmt"
	"math/rand/v2"
	"runtime/metrics"
	"testing"
	"time"

	"kohort/generator/disclosure/internal/microdata"
)

// large makes a cohort with many questions and levels; its waves are before,
// mid and after, or mid alone.
func large(people, departments, grades, questions, waves int) microdata.Cohort {
	rng := rand.New(rand.NewPCG(9, 9))
	c := random(rng, shape{people: people, departments: 1, by: [][]string{{"department", "role"}, {"department", "role", "grade"}}})
	for i := range c.People {
		c.People[i].Department, c.People[i].Grade = fmt.Sprintf("部%02d", rng.IntN(departments)), fmt.Sprintf("G%d", rng.IntN(grades))
	}
	asked := c.Questions[0]
	c.Questions, c.Waves = nil, nil
	for q := range questions {
		asked.Code = fmt.Sprintf("q%02d", q)
		c.Questions = append(c.Questions, asked)
	}
	for _, name := range []string{"mid", "before", "after"}[:waves] {
		w := microdata.Wave{Name: name, Closed: c.AsOf, Responded: make([]bool, people)}
		for p := range people {
			if w.Responded[p] = rng.Float64() < 0.85; !w.Responded[p] {
				continue
			}
			for q := range questions {
				if rng.Float64() < 0.98 {
					w.Answers = append(w.Answers, microdata.Answer{Person: p, Question: q, Value: 1 + rng.IntN(5)})
				}
			}
		}
		c.Waves = append(c.Waves, w)
	}
	return c
}

// peakHeap samples the heap until it is asked for the most that it was, in
// bytes.
func peakHeap() func() uint64 {
	stop, most := make(chan bool), make(chan uint64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		peak := uint64(0)
		for {
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64())
			select {
			case <-stop:
				most <- peak
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	return func() uint64 { stop <- true; return <-most }
}

// BenchmarkGate protects and attacks a cohort of 60 with 20 questions in three
// waves and crossings of one and two people, one of 2,000 in one wave, and one
// of 16, whose twins are settled each.
func BenchmarkGate(b *testing.B) {
	for _, c := range []struct{ people, departments, grades, waves int }{{60, 4, 3, 3}, {2000, 12, 5, 1}, {16, 2, 2, 3}} {
		b.Run(fmt.Sprint(c.people), func(b *testing.B) {
			data := large(c.people, c.departments, c.grades, 20, c.waves)
			b.ReportAllocs()
			peak := peakHeap()
			for b.Loop() {
				if _, _, problems := gate(data, defaultPolicy); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
			b.ReportMetric(float64(peak())/1e6, "peak-heap-MB")
		})
	}
}
