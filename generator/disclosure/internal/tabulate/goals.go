package tabulate

import (
	"slices"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/figure"
)

// statuses are what may become of a goal, in the order of a report.
var statuses = []string{"met", "partly", "open", "dropped"}

// gridPairs is how many pairs a cohort needs for goals by theme and status:
// with fewer, nearly all of that grid would be withheld (rule 14).
const gridPairs = 40

// goals tabulates what became of the goals, as shares of all: over the whole
// cohort and, in cohorts of many pairs, by theme. The unit is the pair, and its
// themes and statuses divide its goals alike (rule 10).
func (m *maker) goals() {
	goals := slices.DeleteFunc(slices.Clone(m.cohort.Goals), func(g microdata.Goal) bool { return !m.counts(g.Pair) })
	if len(goals) == 0 {
		return
	}
	g := goalTally{maker: m, goals: goals, pairs: m.pairCount()}
	if !m.safe(g.having("all", "", "").in) {
		for _, status := range statuses {
			m.decidedOf("goals", "goals."+status, figure.Rate, nil, [][]Level{nil}, []Cell{{N: g.pairs, Why: FewPairs}})
		}
		return
	}
	g.levels = g.themes()
	all := g.having("all", "", "")
	sums := []suppress.Sum{all.Sum}
	sums[0].Known = true
	cells := make([][]Cell, len(statuses))
	for i, status := range statuses {
		cells[i], sums = g.add(nil, sums, all, g.having(status, "", status))
	}
	at := [][]Level{nil}
	for _, theme := range g.levels {
		at = append(at, []Level{{"theme", theme}})
		whole := g.having(theme, theme, "")
		sums = append(sums, whole.Sum)
		for i, status := range statuses {
			cells[i], sums = g.add(cells[i], sums, whole, g.having(theme+" "+status, theme, status))
		}
	}
	g.protect(cells, suppress.Joint(sums, m.rules.MinPairs))
	dimensions := []string{"theme"}
	if len(at) == 1 {
		dimensions = nil
	}
	for i, status := range statuses {
		m.decidedOf("goals", "goals."+status, figure.Rate, dimensions, at, cells[i])
	}
}

// goalTally is the goals of the pairs that count.
type goalTally struct {
	*maker
	goals  []microdata.Goal
	pairs  int
	named  []string
	levels []string // of the table: those named, and "other"
}

// goalSum is some of the goals, by pair and as a sum over slots.
type goalSum struct {
	suppress.Sum
	in parts
}

// having takes the goals of a theme and status; empty is any.
func (g *goalTally) having(name, theme, status string) goalSum {
	out := goalSum{suppress.Sum{Name: name, Parts: make(map[suppress.Slot]int)}, make(parts, len(g.cohort.Pairs))}
	for _, goal := range g.goals {
		if (theme == "" || g.theme(goal) == theme) && (status == "" || goal.Status == status) {
			out.in[goal.Pair]++
			out.Parts[suppress.Slot{Owner: goal.Pair, Key: goal.Theme + "\x00" + goal.Status}]++
		}
	}
	for at := range out.Parts {
		out.Parts[at] = 1
	}
	for _, level := range orAny(g.levels) {
		for _, s := range statuses {
			if (theme == "" || level == theme) && (status == "" || s == status) {
				out.Unseen = append(out.Unseen, level+"\x00"+s)
			}
		}
	}
	return out
}

// theme is the level that a goal is counted in.
func (g *goalTally) theme(goal microdata.Goal) string {
	if slices.Contains(g.named, goal.Theme) {
		return goal.Theme
	}
	return Other
}

// themes lists the themes of enough pairs, and "other" for the rest of them
// where they are enough together.
func (g *goalTally) themes() []string {
	if g.pairs < gridPairs {
		g.note("goals by theme are left out: with fewer than 40 pairs nearly all of them would be withheld",
			"テーマ別の目標は、40組に満たないとほとんどの数値を伏せることになるため省きます")
		return nil
	}
	var names []string
	for _, goal := range g.goals {
		names = append(names, goal.Theme)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	g.named = names
	g.named = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == Other || !g.safe(g.having(n, n, "").in) })
	if len(g.named) < len(names) && g.safe(g.having(Other, Other, "").in) {
		return append(slices.Clone(g.named), Other)
	}
	return g.named
}

// goalsNear is how close to a known end a count of goals prints as one class:
// as far as an insider's own five goals reach.
func (r Rules) goalsNear() int { return 5*r.Coalition + r.Width }

// add appends the cell of some goals of a whole, and its sum.
func (g *goalTally) add(cells []Cell, sums []suppress.Sum, whole, part goalSum) ([]Cell, []suppress.Sum) {
	c := g.shareOf(part.in, whole.in.minus(part.in), g.rules.goalsNear(), g.pairs)
	part.Hidden = c.Form != Number
	return append(cells, c), append(sums, part.Sum)
}

// protect withholds what may not stand beside the others: sums are the total,
// each status of it, then each theme with its statuses. Where a theme's own sum
// may not, none of its shares does: share and base would give it.
func (g *goalTally) protect(cells [][]Cell, printed []bool) {
	for row := range cells[0] {
		first := row * (1 + len(statuses))
		for i := range statuses {
			if c := &cells[i][row]; !printed[first] || c.Form == Number && !printed[first+1+i] {
				*c = Cell{N: g.pairs, Why: Follows}
			}
		}
	}
}
