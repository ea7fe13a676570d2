package tabulate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
	"kohort/generator/figure"
)

// Other is the level that small categories are counted in (rule 10): a category
// of too few pairs is never named.
const Other = "other"

// category is one topic or format, with what each pair holds of it, and of which
// of the sessions held.
type category struct {
	name string
	in   parts
	of   []int // indexes of the sessions held
}

// categories divides the sessions held by the labels of each. Those that fail
// rule 9 are one, "other"; where that fails it too, the one with the fewest pairs
// joins it, until it passes. There is none where nothing is left to name.
func (m *maker) categories(held []heldSession, labels [][]string) []category {
	of := make(map[string][]int)
	for i := range held {
		for _, name := range labels[i] {
			of[name] = append(of[name], i)
		}
	}
	var named []category
	var rare []int
	for _, name := range slices.Sorted(maps.Keys(of)) {
		if c := m.category(name, held, of[name]); name != Other && m.safe(c.in) {
			named = append(named, c)
		} else {
			rare = append(rare, of[name]...)
		}
	}
	other := m.category(Other, held, rare)
	for len(other.of) > 0 && len(named) > 0 && !m.safe(other.in) {
		at := 0
		for i, c := range named {
			if contributors(c.in) < contributors(named[at].in) {
				at = i
			}
		}
		other = m.category(Other, held, append(other.of, named[at].of...))
		named = slices.Delete(named, at, at+1)
	}
	if len(named) > 0 && len(other.of) > 0 {
		named = append(named, other)
	}
	return named
}

// category counts some of the sessions held, each once.
func (m *maker) category(name string, held []heldSession, of []int) category {
	slices.Sort(of)
	c := category{name, make(parts, len(m.cohort.Pairs)), slices.Compact(of)}
	for _, i := range c.of {
		c.in[held[i].Pair]++
	}
	return c
}

func (m *maker) heldSessions() []microdata.Session {
	return slices.DeleteFunc(slices.Clone(m.cohort.Sessions), func(s microdata.Session) bool {
		return s.Status != microdata.Held || !m.counts(s.Pair)
	})
}

// heldSession is a session held, with its month and its slot: all figures of
// sessions held divide a pair's sessions of a month, a format and topics.
type heldSession struct {
	microdata.Session
	month string
	slot  suppress.Slot
}

func (m *maker) heldSlots() []heldSession {
	var out []heldSession
	months := make(map[microdata.Date]string)
	for _, s := range m.heldSessions() {
		first := s.Date
		first.Day = 1
		if months[first] == "" {
			months[first] = monthOf(first)
		}
		key := months[first] + "\x00" + s.Format + "\x00" + strings.Join(slices.Sorted(slices.Values(s.Topics)), "\x00")
		out = append(out, heldSession{s, months[first], suppress.Slot{Owner: s.Pair, Key: key}})
	}
	return out
}

// sumOf is a sum over the slots of some of the sessions held.
func sumOf(name string, held []heldSession, of []int) suppress.Sum {
	sum := suppress.Sum{Name: name, Parts: make(map[suppress.Slot]int, len(of))}
	for _, i := range of {
		sum.Parts[held[i].slot] = 1
	}
	return sum
}

// divisions are sessions held by format and by topic, as shares of all of
// them. They divide the same sessions as the months do: what together would
// tell of too few pairs is withheld, months last.
func (m *maker) divisions(t tally, withheld []bool) {
	held := m.heldSlots()
	formats, topics := m.formats(held), m.topics(held)
	if len(formats)+len(topics) == 0 {
		return
	}
	all, byMonth := make([]int, len(held)), make(map[string][]int)
	for i, s := range held {
		all[i], byMonth[s.month] = i, append(byMonth[s.month], i)
	}
	total := sumOf("total", held, all)
	total.Known = true
	sums := []suppress.Sum{total}
	for i, month := range t.months {
		sum := sumOf(month, held, byMonth[month])
		sum.Known, sum.Hidden = !withheld[i], withheld[i]
		sums = append(sums, sum)
	}
	var cells []Cell
	for _, c := range append(slices.Clone(formats), topics...) {
		cell := m.shareOf(c.in, t.held.minus(c.in), m.near(), t.pairs)
		sum := sumOf(c.name, held, c.of)
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

func (m *maker) formats(held []heldSession) []category {
	labels := make([][]string, len(held))
	for i, s := range held {
		labels[i] = []string{cmp.Or(s.Format, Other)}
	}
	return m.categories(held, labels)
}

func (m *maker) topics(held []heldSession) []category {
	labels := make([][]string, len(held))
	for i, s := range held {
		labels[i] = s.Topics
	}
	return m.categories(held, labels)
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
