package disclosure

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// read is what one printed cell says of a family's answers; nothing where it is
// about other people, or about no answers. It is written from the definitions
// of the figures, not from the code that makes them.
func (c *colleague) read(t *testing.T, f *themed, id, statistic string, decimals int, cell printedCell) []says {
	t.Helper()
	figure, rest, _ := strings.Cut(id, ".")
	dot := strings.LastIndexByte(rest, '.')
	switch {
	case figure == "survey" && statistic == "difference":
		return c.readChange(f, id, []string{rest[:dot]}, decimals, cell)
	case figure == "survey":
		return c.readQuestion(t, f, id+" "+statistic, rest[:dot], rest[dot+1:], statistic, decimals, cell)
	case figure == "theme":
		return c.readTheme(f, id, rest[:dot], rest[dot+1:], decimals, cell)
	case figure == "pulse":
		return c.readQuestion(t, f, id, rest, "pulse-"+cell.At["week"], statistic, decimals, cell)
	case figure == "recommend":
		return c.readRecommend(t, f, rest, decimals, cell)
	}
	return nil
}

// based gives the columns that decide who stands behind a figure of a question:
// before and after both, where both were asked.
func (c *colleague) based(f *themed, code, wave string) []int {
	out := []int{f.column(c, code, wave)}
	for _, pair := range [][2]string{{"before", "after"}, {"after", "before"}} {
		if wave != pair[0] {
			continue
		}
		other := f.column(c, code, pair[1])
		if other >= 0 && slices.ContainsFunc(f.columns[other].points, func(p int) bool { return p >= 0 }) {
			out = append(out, other)
		}
	}
	return out
}

func (c *colleague) values(f *themed, k int) []int {
	var out []int
	for _, p := range c.data.Questions[f.columns[k].question].Scale {
		out = append(out, p.Value)
	}
	return out
}

func (c *colleague) readQuestion(t *testing.T, f *themed, name, code, wave, statistic string, decimals int, cell printedCell) []says {
	k := f.column(c, code, wave)
	if k < 0 {
		return nil
	}
	who, n := c.people(f, cell.At, c.based(f, code, wave)...)
	if n != cell.N {
		t.Errorf("%s %v prints n = %d, of %d people", name, cell.At, cell.N, n)
		return nil
	}
	values := c.values(f, k)
	s := says{cell: name, people: who, weights: map[int][]int{k: values}}
	lowest, highest := values[0], values[len(values)-1]
	margin := (highest-lowest)*c.policy.coalition + c.policy.width
	switch statistic {
	case "distribution":
		return s.counts(k, values, cell)
	case "rate":
		good := make([]int, len(values))
		for i, v := range values {
			low := c.data.Questions[f.columns[k].question].Good == "low"
			if low && 2*v < lowest+highest || !low && 2*v > lowest+highest {
				good[i] = 1
			}
		}
		return []says{s.share(k, good, n, c.policy.coalition, cell)}
	case "mean":
		if cell.Band != nil {
			if band := two(cell.Band); band[1] >= float64(highest) {
				s.lo, s.hi = highest*n-margin, highest*n
			} else {
				s.lo, s.hi = lowest*n, lowest*n+margin
			}
			return []says{s}
		}
		s.lo, s.hi = sumsThatPrint(string(cell.Value), n, 1, decimals, lowest*n, highest*n)
		if !c.shows("survey."+code+"."+wave, "distribution", cell.At) {
			// Near an end a mean would print as its band, or not at all.
			s.lo, s.hi = max(s.lo, lowest*n+margin+1), min(s.hi, highest*n-margin-1)
		}
		return []says{s}
	}
	t.Errorf("%s %s is a figure that the attacker has no reading of", name, statistic)
	return nil
}

// shows says whether a table prints a cell.
func (c *colleague) shows(id, statistic string, at map[string]string) bool {
	for _, table := range c.release.Tables {
		if table.ID == id && table.Statistic == statistic {
			return slices.ContainsFunc(table.Cells, func(cell printedCell) bool { return !cell.Withheld && maps.Equal(cell.At, at) })
		}
	}
	return false
}

// counts reads a distribution, or the class "at least so many chose it".
func (s says) counts(k int, values []int, cell printedCell) []says {
	var out []says
	add := func(value, lo, hi int) {
		weights := make([]int, len(values))
		weights[slices.Index(values, value)] = 1
		out = append(out, says{s.cell, s.people, map[int][]int{k: weights}, lo, hi})
	}
	if cell.Band != nil {
		var class map[string][2]int
		json.Unmarshal(cell.Band, &class)
		for value, band := range class {
			v, _ := strconv.Atoi(value)
			add(v, band[0], band[1])
		}
		return out
	}
	var counts map[string]int
	json.Unmarshal(cell.Value, &counts)
	for _, value := range sortedKeys(counts) {
		v, _ := strconv.Atoi(value)
		add(v, counts[value], counts[value])
	}
	return out
}

// share reads a share of n people, or its band of the numerators near an end.
func (s says) share(k int, part []int, n, coalition int, cell printedCell) says {
	s.weights = map[int][]int{k: part}
	switch {
	case cell.Band == nil:
		s.lo, s.hi = sumsThatPrint(string(cell.Value), n, 100, 0, 0, n)
	case two(cell.Band)[0] == 0:
		s.lo, s.hi = 0, coalition+1
	default:
		s.lo, s.hi = n-coalition-1, n
	}
	return s
}

func two(band json.RawMessage) (out [2]float64) {
	json.Unmarshal(band, &out)
	return out
}
