package disclosure

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkGate protects and attacks a cohort whose crossings are of one
// person each.
func BenchmarkGate(b *testing.B) {
	for _, people := range []int{24, 60, 200} {
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			data := random(rand.New(rand.NewPCG(3, 3)), shape{
				people: people, departments: 6, response: 0.85, skip: 0.05,
				by: [][]string{{"department", "role"}, {"department", "role", "grade"}},
			})
			for b.Loop() {
				if _, _, problems := gate(data, defaultPolicy); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
	}
}
