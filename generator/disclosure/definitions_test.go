package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"

	"kohort/generator/figure"
)

// TestEveryTableIsExplained releases a cohort with something for every figure,
// and holds that the catalogue says of each table what it counts, of whom, in
// which unit and by what it may be broken down; and that of each definition
// there is a table.
func TestEveryTableIsExplained(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	made := make(map[string]bool)
	for i := range 3 {
		s := shapes(rng, i)
		s.people = 48
		c, _ := releaseOf(t, full(rng, s))
		for _, table := range c.tables {
			def, ok := figure.Lookup(table.id, figure.Statistic(table.statistic))
			if !ok {
				t.Errorf("%s %s: got no definition", table.id, table.statistic)
				continue
			}
			made[def.Anchor()] = true
			if got := figure.Base(table.base...); got == (figure.Words{}) {
				t.Errorf("%s: got no words for the base %v", table.id, table.base)
			}
			if table.unit != string(def.Unit) || table.decimals != def.Decimals {
				t.Errorf("%s: got unit %q and %d decimals, want %q and %d", table.id, table.unit, table.decimals, def.Unit, def.Decimals)
			}
			for _, dimension := range table.dimensions {
				if !slices.Contains(def.By(), dimension) {
					t.Errorf("%s: got the dimension %q, want one of %v", table.id, dimension, def.By())
				}
			}
		}
	}
	for _, def := range figure.All() {
		if !made[def.Anchor()] {
			t.Errorf("%s %s: got no table of it in a cohort that has something for every figure", def.Table, def.Statistic)
		}
	}
}
