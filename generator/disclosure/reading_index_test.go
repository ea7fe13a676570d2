package disclosure

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// readChange reads the mean change of questions, each value counted once.
func (c *colleague) readChange(f *themed, id string, codes []string, decimals int, cell printedCell) []says {
	s := says{cell: id, weights: make(map[int][]int)}
	spread := 0
	var columns []int
	for _, code := range codes {
		before, after := f.column(c, code, "before"), f.column(c, code, "after")
		if before < 0 || after < 0 {
			return nil
		}
		values := c.values(f, after)
		spread += values[len(values)-1] - values[0]
		sign := 1
		if len(id) > 6 && id[:6] == "theme." && c.data.Questions[f.columns[after].question].Good == "low" {
			sign = -1
		}
		for _, v := range values {
			s.weights[after] = append(s.weights[after], sign*v)
			s.weights[before] = append(s.weights[before], -sign*v)
		}
		columns = append(columns, before, after)
	}
	n := 0
	s.people, n = c.people(f, cell.At, columns...)
	s.lo, s.hi = sumsThatPrint(string(cell.Value), n*len(codes), 1, decimals, -spread*n, spread*n)
	return []says{s}
}

// readTheme reads an index: a mean over the questions of a theme, turned round
// where the low end is good.
func (c *colleague) readTheme(f *themed, id, theme, measure string, decimals int, cell printedCell) []says {
	var codes []string
	for q, question := range c.data.Questions {
		asked := func(wave string) bool {
			k := f.column(c, question.Code, wave)
			return k >= 0 && f.columns[k].question == q && slices.ContainsFunc(f.columns[k].points, func(p int) bool { return p >= 0 })
		}
		if question.Theme == theme && asked("before") && asked("after") {
			codes = append(codes, question.Code)
		}
	}
	if len(codes) == 0 || f.column(c, codes[0], "after") < 0 {
		return nil
	}
	if measure == "change" {
		return c.readChange(f, id, codes, decimals, cell)
	}
	s := says{cell: id, weights: make(map[int][]int)}
	least, most := 0, 0
	var based []int
	for _, code := range codes {
		k := f.column(c, code, measure)
		values := c.values(f, k)
		lowest, highest := values[0], values[len(values)-1]
		for _, v := range values {
			if c.data.Questions[f.columns[k].question].Good == "low" {
				v = lowest + highest - v
			}
			s.weights[k] = append(s.weights[k], v)
		}
		least, most = least+lowest, most+highest
		based = append(based, c.based(f, code, measure)...)
	}
	n := 0
	s.people, n = c.people(f, cell.At, based...)
	if cell.Band == nil {
		s.lo, s.hi = sumsThatPrint(string(cell.Value), n*len(codes), 1, decimals, least*n, most*n)
		return []says{s}
	}
	margin := (most-least)*c.policy.coalition + c.policy.width
	if s.lo, s.hi = least*n, least*n+margin; two(cell.Band)[1] >= float64(most) {
		s.lo, s.hi = most*n-margin, most*n
	}
	return []says{s}
}

// readRecommend reads shares of promoters (9, 10), passives (7, 8) and the
// rest, and the score.
func (c *colleague) readRecommend(t *testing.T, f *themed, measure string, decimals int, cell printedCell) []says {
	q := slices.IndexFunc(f.columns, func(k column) bool {
		question := c.data.Questions[k.question]
		return question.Theme == "recommend" && len(question.Scale) == 11 && c.data.Waves[k.wave].Name == "after"
	})
	if q < 0 {
		return nil
	}
	who, n := c.people(f, cell.At, c.based(f, c.data.Questions[f.columns[q].question].Code, "after")...)
	if n != cell.N {
		t.Errorf("recommend.%s %v prints n = %d, of %d people", measure, cell.At, cell.N, n)
		return nil
	}
	s := says{cell: "recommend." + measure, people: who}
	part := make([]int, 11)
	for v := range part {
		switch {
		case measure == "promoters" && v >= 9, measure == "passives" && (v == 7 || v == 8), measure == "detractors" && v <= 6, measure == "score" && v >= 9:
			part[v] = 1
		case measure == "score" && v <= 6:
			part[v] = -1
		}
	}
	if measure == "score" {
		s.weights = map[int][]int{q: part}
		s.lo, s.hi = sumsThatPrint(string(cell.Value), n, 100, decimals, -n, n)
		return []says{s}
	}
	return []says{s.share(q, part, n, c.policy.coalition, cell)}
}

// sumsThatPrint gives the least and the greatest whole number between lo and hi
// for which per × number ÷ n, rounded half away from nought, is printed so.
func sumsThatPrint(printed string, n, per, decimals, lo, hi int) (least, most int) {
	least, most = hi+1, lo-1
	scale := per
	for range decimals {
		scale *= 10
	}
	want, _ := strconv.Atoi(strings.Replace(printed, ".", "", 1))
	for s := lo; s <= hi; s++ {
		size := max(s, -s)
		rounded := (2*size*scale + n) / (2 * n)
		if s < 0 {
			rounded = -rounded
		}
		if rounded == want {
			least, most = min(least, s), max(most, s)
		}
	}
	return least, most
}
