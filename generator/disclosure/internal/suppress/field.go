package suppress

import "math/bits"

// prime is 2^61-1. Arithmetic modulo it is exact and fast. A rank modulo a
// prime may be smaller than over the rationals and never greater, so that a
// group may wrongly pass as following from others: whoever publishes by this
// has the result checked over the rationals (package attack).
const prime = 1<<61 - 1

type vector []uint64

func mul(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	// a*b = hi*2^64 + lo, and 2^61 is 1.
	s := lo&prime + (lo>>61 | hi<<3)
	if s >= prime {
		s -= prime
	}
	return s
}

func sub(a, b uint64) uint64 {
	if a >= b {
		return a - b
	}
	return a + prime - b
}

// inverse is a^(p-2), by Fermat; 1 and -1, which most pivots are, are their own.
func inverse(a uint64) uint64 {
	if a == 1 || a == prime-1 {
		return a
	}
	out := uint64(1)
	for e := uint64(prime - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			out = mul(out, a)
		}
		a = mul(a, a)
	}
	return out
}

// basis is a row echelon form, grown one row at a time.
type basis struct {
	rows   []vector
	pivots []int
}

// reduce subtracts from v, in place, its part inside the span, and gives the
// first column that is left; -1 where v lies in the span.
func (b *basis) reduce(v vector) int {
	for i, row := range b.rows {
		if c := v[b.pivots[i]]; c != 0 {
			subtract(v, c, row)
		}
	}
	return firstNonZero(v)
}

// add takes a reduced row with its first column.
func (b *basis) add(v vector, pivot int) {
	scale := inverse(v[pivot])
	for j := range v {
		v[j] = mul(v[j], scale)
	}
	b.rows, b.pivots = append(b.rows, v), append(b.pivots, pivot)
}

// pop takes back the last add.
func (b *basis) pop() {
	b.rows, b.pivots = b.rows[:len(b.rows)-1], b.pivots[:len(b.pivots)-1]
}

func subtract(v vector, c uint64, row vector) {
	for j, x := range row {
		if x != 0 {
			v[j] = sub(v[j], mul(c, x))
		}
	}
}

func firstNonZero(v vector) int {
	for j, x := range v {
		if x != 0 {
			return j
		}
	}
	return -1
}

// kernel gives for each column its coordinates in the null space of the
// basis: a set of columns holds a combination of the rows exactly where its
// coordinates are linearly dependent.
func (b *basis) kernel(columns int) []vector {
	full := make([]vector, len(b.rows))
	isPivot := make([]bool, columns)
	for i := range b.rows {
		full[i] = append(vector(nil), b.rows[i]...)
		isPivot[b.pivots[i]] = true
	}
	for i := len(full) - 1; i >= 0; i-- {
		for j := range i {
			if c := full[j][b.pivots[i]]; c != 0 {
				subtract(full[j], c, full[i])
			}
		}
	}
	out := make([]vector, columns)
	free := columns - len(b.rows)
	for c := range out {
		out[c] = make(vector, free)
	}
	f := 0
	for c := range columns {
		if isPivot[c] {
			continue
		}
		out[c][f] = 1
		for i := range full {
			out[b.pivots[i]][f] = sub(0, full[i][c])
		}
		f++
	}
	return out
}
