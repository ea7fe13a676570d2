package disclosure

import (
	"testing"

	"kohort/generator/diag"
)

func TestRound(t *testing.T) {
	for _, c := range []struct {
		sum, n, decimals int
		want             float64
	}{
		{41, 40, 2, 1.03}, {43, 40, 2, 1.08}, {15, 4, 1, 3.8}, {374, 100, 1, 3.7}, {-3, 8, 2, -0.38}, {-1, 100, 1, 0}, {61, 18, 2, 3.39},
	} {
		if got := round(float64(c.sum)/float64(c.n), c.decimals); got != c.want {
			t.Errorf("%d/%d to %d decimals: %v, want %v", c.sum, c.n, c.decimals, got, c.want)
		}
	}
}

// TestClassOfAWholeCohortIsShown passes near-unanimous answers of one group
// through the whole gate: the class stays, and its mean alone is withheld.
func TestClassOfAWholeCohortIsShown(t *testing.T) {
	for n := 8; n <= 24; n++ {
		counts := []int{0, 0, 0, 0, n}
		shield, problems := defaultPolicy.settle(inOrder(worldOf([][]int{counts}, len(counts))))
		for _, p := range problems {
			t.Errorf("%d of %d chose 5: %s", n, n, p.Message(diag.English))
		}
		c := Cohort{tables: shield.tables}
		if cell := at(t, c, "survey.trust.mid", "distribution"); cell.form != Class {
			t.Errorf("%d of %d chose 5: %+v, want a class", n, n, cell)
		}
		if cell := at(t, c, "survey.trust.mid", "mean"); cell.form != Withheld {
			t.Errorf("%d of %d chose 5: %+v beside the class, want it withheld", n, n, cell)
		}
	}
}
