package microdata

import (
	"cmp"
	"maps"
	"os"
	"slices"

	"kohort/generator/diag"
)

// Expected is what cohort.yaml says that a cohort's tables will hold.
type Expected struct {
	Levels map[string][]string // by dimension: its levels before grouping, as the file lists them
	Waves  []string            // of which a closing date is given, in order of time
}

// Expect reads a cohort's cohort.yaml without any data.
func Expect(handbook *os.Root, id string) (Expected, []diag.Problem) {
	s, problems := readSettings(handbook, id)
	out := Expected{Levels: make(map[string][]string)}
	for dimension, levels := range s.Levels {
		line := func(level string) int { return s.pos("levels." + dimension + "." + level).Line }
		out.Levels[dimension] = slices.SortedFunc(maps.Keys(levels), func(a, b string) int {
			return cmp.Or(cmp.Compare(line(a), line(b)), cmp.Compare(a, b))
		})
	}
	out.Waves = slices.SortedFunc(maps.Keys(s.Waves), func(a, b string) int {
		return cmp.Or(cmp.Compare(waveOrder(a), waveOrder(b)), cmp.Compare(a, b))
	})
	return out, diag.Sort(problems)
}
