package tabulate

import (
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/figure"
)

// Other is the level that small categories are counted in (rule 10): a category
// of too few pairs is never named.
const Other = "other"

// category is one topic or format, with what each pair holds of it.
type category struct {
	name string
	in   parts
	of   func(microdata.Session) bool
}

// categories divides the sessions held by what labels gives for each. Those
// that fail rule 9 are one, "other"; where that fails it too, the one with the
// fewest pairs joins it, until it passes. There is none where nothing is left
// to name.
func (m *maker) categories(labels func(microdata.Session) []string) []category {
	var names []string
	for _, s := range m.heldSessions() {
		names = append(names, labels(s)...)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	var named, rare []string
	for _, name := range names {
		if name != Other && m.safe(m.having(func(s microdata.Session) bool { return slices.Contains(labels(s), name) })) {
			named = append(named, name)
		} else {
			rare = append(rare, name)
		}
	}
	isOther := func(s microdata.Session) bool {
		return slices.ContainsFunc(labels(s), func(l string) bool { return slices.Contains(rare, l) })
	}
	for len(rare) > 0 && len(named) > 0 && !m.safe(m.having(isOther)) {
		fewest, at := -1, 0
		for i, name := range named {
			n := contributors(m.having(func(s microdata.Session) bool { return slices.Contains(labels(s), name) }))
			if fewest < 0 || n < fewest {
				fewest, at = n, i
			}
		}
		rare, named = append(rare, named[at]), slices.Delete(named, at, at+1)
	}
	if len(named) == 0 {
		return nil
	}
	var out []category
	add := func(name string, of func(microdata.Session) bool) {
		out = append(out, category{name, m.having(of), of})
	}
	for _, name := range named {
		add(name, func(s microdata.Session) bool { return slices.Contains(labels(s), name) })
	}
	if len(rare) > 0 {
		add(Other, isOther)
	}
	return out
}

func (m *maker) heldSessions() []microdata.Session {
	return slices.DeleteFunc(slices.Clone(m.cohort.Sessions), func(s microdata.Session) bool {
		return s.Status != microdata.Held || !m.counts(s.Pair)
	})
}

// having counts the sessions held that fit, by pair.
func (m *maker) having(is func(microdata.Session) bool) parts {
	p := make(parts, len(m.cohort.Pairs))
	for _, s := range m.heldSessions() {
		if is(s) {
			p[s.Pair]++
		}
	}
	return p
}

// slotsOf is a sum of sessions held as one over slots that all figures of
// sessions held divide: a pair's sessions of a month, a format and topics.
func (m *maker) slotsOf(name string, is func(microdata.Session) bool) suppress.Sum {
	sum := suppress.Sum{Name: name, Parts: make(map[suppress.Slot]int)}
	for _, s := range m.heldSessions() {
		if is(s) {
			topics := slices.Sorted(slices.Values(s.Topics))
			sum.Parts[suppress.Slot{Owner: s.Pair, Key: monthOf(s.Date) + "\x00" + s.Format + "\x00" + strings.Join(topics, "\x00")}] = 1
		}
	}
	return sum
}

// divisions are sessions held by format and by topic, as shares of all of
// them. They divide the same sessions as the months do: what together would
// tell of too few pairs is withheld, months last.
func (m *maker) divisions(t tally, withheld []bool) {
	formats := m.categories(func(s microdata.Session) []string {
		if s.Format == "" {
			return []string{Other}
		}
		return []string{s.Format}
	})
	if len(formats) == 1 && formats[0].name == Other || !slices.ContainsFunc(m.heldSessions(), func(s microdata.Session) bool { return s.Format != "" }) {
		formats = nil
	}
	topics := m.categories(func(s microdata.Session) []string { return s.Topics })
	if len(formats)+len(topics) == 0 {
		return
	}
	total := m.slotsOf("total", func(microdata.Session) bool { return true })
	total.Known = true
	sums := []suppress.Sum{total}
	for i, month := range t.months {
		sum := m.slotsOf(month, func(s microdata.Session) bool { return monthOf(s.Date) == month })
		sum.Known, sum.Hidden = !withheld[i], withheld[i]
		sums = append(sums, sum)
	}
	var cells []Cell
	for _, c := range append(slices.Clone(formats), topics...) {
		cell := m.shareOf(c.in, t.held.minus(c.in), m.near(), t.pairs)
		sum := m.slotsOf(c.name, c.of)
		if sum.Hidden = cell.Form != Number; sum.Hidden && len(sum.Parts) == len(total.Parts) {
			sum.Parts = nil
		}
		sums, cells = append(sums, sum), append(cells, cell)
	}
	printed := suppress.Joint(sums, m.rules.MinPairs)[1+len(t.months):]
	for i := range cells {
		if cells[i].Form == Number && !printed[i] {
			cells[i] = Cell{N: t.pairs, Why: Follows}
		}
	}
	m.shareTable("sessions.format", "format", formats, cells[:len(formats)])
	m.shareTable("topics.share", "topic", topics, cells[len(formats):])
}

func (m *maker) shareTable(id, dimension string, of []category, cells []Cell) {
	if len(of) == 0 {
		return
	}
	var at [][]Level
	for _, c := range of {
		at = append(at, []Level{{dimension, c.name}})
	}
	m.decided(id, figure.Rate, []string{dimension}, at, cells)
}

func (p parts) minus(q parts) parts {
	out := make(parts, len(p))
	for i := range p {
		out[i] = p[i] - q[i]
	}
	return out
}
