package attack

import (
	"math/big"
	"math/bits"
)

// enough is how many proofs of one system are worth telling.
const enough = 10

// modulus is the prime of the search. Columns that are independent modulo a
// prime are so over the rationals: what passes here is clear, what does not is
// decided by isolate, over the rationals.
var modulus = new(big.Int).SetUint64(modP)

const modP = 1<<61 - 1

// lightSets gives the sets of classes with fewer than k owners that may hold a
// combination of the printed rows: those whose coordinates in the null space
// are dependent modulo the prime. A combination lives inside a set of columns
// exactly where their coordinates are dependent.
func (e *elimination) lightSets(c classes, k int) [][]int {
	coordinates := e.nullSpace()
	lightest := lightestFrom(c.weights, k)
	var found [][]int
	var set []int
	var columns echelon
	var grow func(from, left int)
	grow = func(from, left int) {
		for class := from; class < len(c.weights) && len(found) < enough; class++ {
			if c.weights[class] > left {
				continue
			}
			set = append(set, class)
			size := len(columns.pivots)
			dependent := false
			for _, column := range c.columns[class] {
				dependent = !columns.add(coordinates[column]) || dependent
			}
			rest := left - c.weights[class]
			switch {
			case dependent:
				found = append(found, append([]int(nil), set...))
			case rest >= lightest[class+1]:
				grow(class+1, rest)
			}
			columns.cut(size)
			set = set[:len(set)-1]
		}
	}
	grow(0, k-1)
	return found
}

// lightestFrom gives the least weight of the classes from each on.
func lightestFrom(weights []int, k int) []int {
	out := make([]int, len(weights)+1)
	out[len(weights)] = k
	for i := len(weights) - 1; i >= 0; i-- {
		out[i] = min(weights[i], out[i+1])
	}
	return out
}

// nullSpace gives for each column its coordinates in the null space, scaled to
// whole numbers and taken modulo the prime.
func (e *elimination) nullSpace() [][]uint64 {
	isPivot := make([]bool, e.columns)
	for _, p := range e.pivots {
		isPivot[p] = true
	}
	out := make([][]uint64, e.columns)
	for free := range e.columns {
		if isPivot[free] {
			continue
		}
		// The null vector of a free column, times the common denominator.
		common := big.NewInt(1)
		for _, r := range e.rows {
			d := r[free].Denom()
			common.Mul(common, new(big.Int).Div(d, new(big.Int).GCD(nil, nil, common, d)))
		}
		for column := range e.columns {
			out[column] = append(out[column], 0)
		}
		at := len(out[free]) - 1
		out[free][at] = residue(common)
		for i, r := range e.rows {
			x := new(big.Rat).Mul(r[free], new(big.Rat).SetInt(common))
			out[e.pivots[i]][at] = residue(x.Neg(x).Num())
		}
	}
	return out
}

func residue(x *big.Int) uint64 { return new(big.Int).Mod(x, modulus).Uint64() }

// echelon is a set of independent vectors modulo the prime. Vectors that were
// cut lend their memory to the next.
type echelon struct {
	vectors [][]uint64
	pivots  []int
}

// add takes a vector in, unless it lies in the span.
func (e *echelon) add(from []uint64) bool {
	n := len(e.pivots)
	if n == len(e.vectors) {
		e.vectors = append(e.vectors, make([]uint64, len(from)))
	}
	v := e.vectors[n]
	copy(v, from)
	for i, p := range e.pivots {
		if v[p] == 0 {
			continue
		}
		// v = row[p]*v - v[p]*row needs no inverse.
		row := e.vectors[i]
		a, b := row[p], v[p]
		for j := range v {
			v[j] = mulMod(a, v[j]) + modP - mulMod(b, row[j])
			if v[j] >= modP {
				v[j] -= modP
			}
		}
	}
	p := leading(v)
	if p < 0 {
		return false
	}
	e.pivots = append(e.pivots, p)
	return true
}

func (e *echelon) cut(size int) { e.pivots = e.pivots[:size] }

func leading(v []uint64) int {
	for j, x := range v {
		if x != 0 {
			return j
		}
	}
	return -1
}

// mulMod uses that 2^61 is 1 modulo 2^61-1.
func mulMod(a, b uint64) uint64 {
	if a == 0 || b == 0 {
		return 0
	}
	hi, lo := bits.Mul64(a, b)
	sum := lo&modP + (hi<<3 | lo>>61)
	if sum >= modP {
		sum -= modP
	}
	return sum
}
