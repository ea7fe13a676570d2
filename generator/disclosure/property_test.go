package disclosure

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/microdata"
)

func releaseOf(t *testing.T, c microdata.Cohort) (Cohort, []diag.Problem) {
	t.Helper()
	out, _, problems := gate(c, defaultPolicy)
	out.release = 1
	return out, problems
}

// TestNoAttackSucceeds is the promise, on random cohorts of 8 to 60 people: the
// exact audit is clean, no bound accuses, and a twin stands for every insider and
// target. People whom nothing tells apart may exchange their answers, and rows
// their places: the release is the same bytes.
func TestNoAttackSucceeds(t *testing.T) {
	n := many(2000, 40)
	shown, cells, exchanged := make([]int, n), make([]int, n), make([]int, n)
	inParallel(t, 2025, n, func(t *testing.T, i int, rng *rand.Rand) {
		s := shapes(rng, i)
		data := random(rng, s)
		c, problems := releaseOf(t, data)
		for _, p := range problems {
			t.Errorf("cohort %d (%+v): %s", i, s, p.Message(diag.English))
		}
		for _, table := range c.tables {
			for _, cell := range table.cells {
				cells[i]++
				if cell.form != Withheld {
					shown[i]++
				}
				checkCell(t, table, cell)
			}
		}
		data, exchanged[i] = exchangeAlike(data)
		if moved, _ := releaseOf(t, shuffled(rng, data)); !bytes.Equal(encode(moved, ""), encode(c, "")) {
			t.Errorf("cohort %d (%+v): an exchange of answers or rows shows in the release", i, s)
		}
	})
	t.Cleanup(func() {
		allShown, all := sum(shown), sum(cells)
		t.Logf("%d cohorts, %d of %d cells are shown; %d people exchanged their answers", n, allShown, all, sum(exchanged))
		if sum(exchanged) == 0 {
			t.Error("no two people were alike in any cohort")
		}
		if allShown*4 < all {
			t.Errorf("%d of %d cells are shown: fewer than a quarter", allShown, all)
		}
	})
}

func checkCell(t *testing.T, table Table, c Cell) {
	t.Helper()
	switch {
	case c.form == Withheld:
		if c.n != 0 || c.value != 0 || c.lo != 0 || c.hi != 0 || c.counts != nil {
			t.Errorf("%s %s %v is withheld and holds %+v", table.id, table.statistic, c.at, c)
		}
	case c.n < 5:
		t.Errorf("%s %s %v shows a figure of %d", table.id, table.statistic, c.at, c.n)
	case (c.form == Distribution || c.form == Class) && c.n < 8:
		t.Errorf("%s %s %v shows a distribution of %d", table.id, table.statistic, c.at, c.n)
	}
}

// TestSameDataSameBytes also renumbers the people: no order of rows may show.
func TestSameDataSameBytes(t *testing.T) {
	inParallel(t, 11, many(40, 5), func(t *testing.T, i int, rng *rand.Rand) {
		data := random(rng, shapes(rng, i))
		first, _ := releaseOf(t, data)
		again, _ := releaseOf(t, data)
		moved, _ := releaseOf(t, renumber(data, rng.Perm(len(data.People))))
		want := encode(first, "")
		if !bytes.Equal(encode(again, ""), want) {
			t.Fatalf("cohort %d: two releases of the same data differ", i)
		}
		if got := encode(moved, ""); !bytes.Equal(got, want) {
			t.Fatalf("cohort %d: the order of rows shows in the release:\ngot  %s\nwant %s", i, got, want)
		}
	})
}

// TestReadsWhatItWrites decodes every release and encodes it again.
func TestReadsWhatItWrites(t *testing.T) {
	inParallel(t, 13, many(20, 6), func(t *testing.T, i int, rng *rand.Rand) {
		c, _ := releaseOf(t, random(rng, shapes(rng, i)))
		want := encode(c, "sha256:00")
		got, previous, err := decode(want)
		if err != nil || previous != "sha256:00" {
			t.Fatalf("cohort %d: decode: %v, previous %q", i, err, previous)
		}
		if again := encode(got, previous); !bytes.Equal(again, want) {
			t.Fatalf("cohort %d:\ngot  %s\nwant %s", i, again, want)
		}
	})
}
