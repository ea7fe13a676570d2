package attack

import (
	"math/big"
	"slices"
)

// elimination is the reduced row echelon form of the printed rows, each with
// the combination of printed rows that it is.
type elimination struct {
	columns int
	rows    [][]*big.Rat
	from    [][]*big.Rat // rows[i] is the sum of from[i][j] times printed row j
	pivots  []int
}

func newElimination(c classes, printed []row) *elimination {
	vectors := make([][]*big.Rat, len(printed))
	for i, r := range printed {
		vectors[i] = c.vector(r)
	}
	e, _ := eliminate(vectors, c.count, nil)
	return e
}

// eliminate brings vectors into reduced echelon form by the columns that are
// not in skip. It gives in addition the combinations that vanish outside skip
// and not inside it.
func eliminate(vectors [][]*big.Rat, columns int, skip []bool) (*elimination, [][]*big.Rat) {
	e := &elimination{columns: columns}
	var inside [][]*big.Rat
	for i, vector := range vectors {
		v, from := clone(vector), zeros(len(vectors))
		from[i].SetInt64(1)
		e.reduce(v, from)
		pivot := -1
		for j, x := range v {
			if x.Sign() != 0 && (skip == nil || !skip[j]) {
				pivot = j
				break
			}
		}
		if pivot < 0 {
			if !isZero(v) {
				inside = append(inside, from)
			}
			continue
		}
		e.add(v, from, pivot)
	}
	return e, inside
}

// reduce subtracts from v its part along the pivots, and keeps account of it.
func (e *elimination) reduce(v, from []*big.Rat) {
	for i, pivot := range e.pivots {
		if v[pivot].Sign() == 0 {
			continue
		}
		c := new(big.Rat).Set(v[pivot])
		subtract(v, c, e.rows[i])
		subtract(from, c, e.from[i])
	}
}

func (e *elimination) add(v, from []*big.Rat, pivot int) {
	scale := new(big.Rat).Inv(v[pivot])
	for _, list := range [][]*big.Rat{v, from} {
		for _, x := range list {
			x.Mul(x, scale)
		}
	}
	for i, earlier := range e.rows {
		if earlier[pivot].Sign() != 0 {
			c := new(big.Rat).Set(earlier[pivot])
			subtract(earlier, c, v)
			subtract(e.from[i], c, from)
		}
	}
	e.rows, e.from, e.pivots = append(e.rows, v), append(e.from, from), append(e.pivots, pivot)
}

// express writes v as a combination of the printed rows, where it is one.
func (e *elimination) express(v []*big.Rat) ([]*big.Rat, bool) {
	rows := 0
	if len(e.from) > 0 {
		rows = len(e.from[0])
	}
	rest, from := clone(v), zeros(rows)
	e.reduce(rest, from)
	for _, x := range from {
		x.Neg(x)
	}
	return from, isZero(rest)
}

// isolate gives a combination of printed rows that touches the owners of the
// given classes alone, and how many they are; 0 where there is none.
func (s *system) isolate(c classes, set []int) ([]*big.Rat, int) {
	skip := make([]bool, c.count)
	for _, class := range set {
		for _, column := range c.columns[class] {
			skip[column] = true
		}
	}
	vectors := make([][]*big.Rat, len(s.printed))
	for i, r := range s.printed {
		vectors[i] = c.vector(r)
	}
	_, inside := eliminate(vectors, c.count, skip)
	if len(inside) == 0 {
		return nil, 0
	}
	first := slices.IndexFunc(inside[0], func(x *big.Rat) bool { return x.Sign() != 0 })
	if inside[0][first].Sign() < 0 {
		for _, x := range inside[0] {
			x.Neg(x)
		}
	}
	sum := zeros(c.count)
	for i, f := range inside[0] {
		subtract(sum, new(big.Rat).Neg(f), vectors[i])
	}
	people := 0
	for class, columns := range c.columns {
		for _, column := range columns {
			if sum[column].Sign() != 0 {
				people += c.weights[class]
				break
			}
		}
	}
	return inside[0], people
}

func subtract(v []*big.Rat, c *big.Rat, row []*big.Rat) {
	var product big.Rat
	for j, x := range row {
		if x.Sign() != 0 {
			v[j].Sub(v[j], product.Mul(c, x))
		}
	}
}

func clone(v []*big.Rat) []*big.Rat {
	out := zeros(len(v))
	for i, x := range v {
		out[i].Set(x)
	}
	return out
}

func isZero(v []*big.Rat) bool {
	for _, x := range v {
		if x.Sign() != 0 {
			return false
		}
	}
	return true
}
