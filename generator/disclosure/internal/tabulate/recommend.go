package tabulate

import (
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/figure"
)

// recommends says whether a question is the one of recommendation: the first
// of the theme "recommend" on a scale of 0 to 10.
func (m *maker) recommends(q microdata.Question) bool {
	if q.Theme != "recommend" || len(q.Scale) != 11 || q.Scale[0].Value != 0 || q.Scale[10].Value != 10 || m.recommended {
		return false
	}
	m.recommended = true
	return true
}

// recommend makes promoters (9, 10), passives (7, 8), detractors (0 to 6) and
// their score out of the answers after the program. Like the favourable share
// it stands only beside a distribution that prints, of which it is a part.
func (m *maker) recommend(q microdata.Question, base int, of []string, slot string, points []int) []Table {
	var tables []Table
	for _, measure := range []string{"promoters", "passives", "detractors", "score"} {
		s := figure.Rate
		if measure == "score" {
			s = figure.Difference
		}
		tables = append(tables, Table{ID: "recommend." + measure, Statistic: s, Of: of, Base: base, Rung: 2, Answers: []string{slot},
			Narrow: true, By: []string{"role"}})
	}
	for _, g := range m.out.Bases[base].Groups {
		for i, c := range m.rules.promoters(count(q.Scale, g.Members, points)) {
			tables[i].Cells = append(tables[i].Cells, c)
		}
	}
	return tables
}

func (r Rules) promoters(a answers) [4]Cell {
	n := a.n()
	if distribution, _ := r.forms(a, 2); distribution.Form != Distribution {
		return [4]Cell{{N: n}, {N: n}, {N: n}, {N: n}}
	}
	in := [3]int{}
	for i, c := range a.counts {
		switch v := a.scale[i].Value; {
		case v >= 9:
			in[0] += c
		case v >= 7:
			in[1] += c
		default:
			in[2] += c
		}
	}
	score := plain(n, percent(in[0], n)-percent(in[2], n))
	return [4]Cell{r.secretShare(in[0], n), r.secretShare(in[1], n), r.secretShare(in[2], n), score}
}
