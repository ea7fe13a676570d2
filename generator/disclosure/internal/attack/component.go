package attack

import "math/big"

// component is a part of the printed rows that shares no column with the rest.
// What a combination of several parts touches contains what each part of it
// touches, so that the fewest owners are found within one.
type component struct {
	elimination
	classes classes // those that have columns in it, with these columns alone
}

// components divides reduced rows. Rows of months, or of waves, fall apart
// here, which keeps the search short.
func (e *elimination) components(c classes) []component {
	parent := make([]int, len(e.rows))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	rowOf := make([]int, e.columns) // the first row that touches a column, from 1
	for i, r := range e.rows {
		for j, x := range r {
			if x.Sign() == 0 {
				continue
			}
			if rowOf[j] == 0 {
				rowOf[j] = i + 1
			}
			parent[root(i)] = root(rowOf[j] - 1)
		}
	}
	var out []component
	for head := range e.rows {
		if root(head) != head {
			continue
		}
		in := make([]bool, e.columns)
		for j, row := range rowOf {
			in[j] = row > 0 && root(row-1) == head
		}
		out = append(out, e.component(c, in, func(i int) bool { return root(i) == head }))
	}
	return out
}

func (e *elimination) component(c classes, in []bool, has func(row int) bool) component {
	number := make([]int, e.columns)
	part := component{}
	for j, ok := range in {
		if ok {
			number[j] = part.columns
			part.columns++
		}
	}
	for i, r := range e.rows {
		if !has(i) {
			continue
		}
		row := make([]*big.Rat, 0, part.columns)
		for j, x := range r {
			if in[j] {
				row = append(row, x)
			}
		}
		part.rows, part.pivots = append(part.rows, row), append(part.pivots, number[e.pivots[i]])
	}
	part.classes.count = part.columns
	for class, columns := range c.columns {
		var own []int
		for _, j := range columns {
			if in[j] {
				own = append(own, number[j])
			}
		}
		if len(own) > 0 {
			part.classes.columns = append(part.classes.columns, own)
			part.classes.weights = append(part.classes.weights, c.weights[class])
			part.classes.number = append(part.classes.number, class)
		}
	}
	return part
}

// spread says whether k sets of owners, no owner in two of them, each tell all
// rows apart. Then no combination can touch fewer than k: one that is not
// nought is not nought in each of the sets. This is the lower bound of
// Brouwer and Zimmermann for the distance of a code. It may fail where the
// search would find nothing.
func (p *component) spread(k int) bool {
	left := append([]int(nil), p.classes.weights...)
	columns := p.modular()
	for range k {
		var tells echelon
		for class := range left {
			if left[class] == 0 {
				continue
			}
			size := len(tells.pivots)
			for _, j := range p.classes.columns[class] {
				tells.add(columns[j])
			}
			if len(tells.pivots) > size {
				left[class]--
			}
			if len(tells.pivots) == len(p.rows) {
				break
			}
		}
		if len(tells.pivots) < len(p.rows) {
			return false
		}
	}
	return true
}

// modular gives the columns of the rows modulo the prime. Each row counts times
// the common denominator of its fractions, which changes no rank.
func (p *component) modular() [][]uint64 {
	out := make([][]uint64, p.columns)
	for j := range out {
		out[j] = make([]uint64, len(p.rows))
	}
	for i, r := range p.rows {
		common := big.NewInt(1)
		for _, x := range r {
			if !x.IsInt() {
				d := x.Denom()
				common.Mul(common, new(big.Int).Div(d, new(big.Int).GCD(nil, nil, common, d)))
			}
		}
		for j, x := range r {
			if x.Sign() != 0 {
				out[j][i] = residue(new(big.Int).Mul(x.Num(), new(big.Int).Div(common, x.Denom())))
			}
		}
	}
	return out
}
