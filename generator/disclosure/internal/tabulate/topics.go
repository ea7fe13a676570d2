package tabulate

import (
	"cmp"
	"fmt"
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
// joins it, until it passes. There is none where nothing is left to name. Beside
// a single name stands "other", whether it is of a few sessions or of none: both
// print as the same class, and alone the name would say of all that they are so.
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
	for len(other.of) > 0 && len(named) > 0 && !m.safe(other.in) && !(len(named) == 1 && len(other.of) <= m.near()) {
		at := 0
		for i, c := range named {
			if contributors(c.in) < contributors(named[at].in) {
				at = i
			}
		}
		other = m.category(Other, held, append(other.of, named[at].of...))
		named = slices.Delete(named, at, at+1)
	}
	if len(named) == 1 || len(named) > 0 && len(other.of) > 0 {
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

// division is the sessions held and the kinds that there might be, to be added
// up by month, format and topic.
type division struct {
	held  []heldSession
	kinds []kind
}

// sum is over the slots of some of the sessions held, and over kinds.
func (d division) sum(name string, of []int, is func(kind) bool) suppress.Sum {
	sum := suppress.Sum{Name: name, Parts: make(map[suppress.Slot]int, len(of))}
	for _, i := range of {
		sum.Parts[d.held[i].slot] = 1
	}
	for _, k := range d.kinds {
		if is(k) {
			sum.Unseen = append(sum.Unseen, fmt.Sprintf("%q", k))
		}
	}
	return sum
}

// kind is what sessions held there might be, for all that readers know: of every
// month and format that are named, and some of each topic.
type kind struct{ month, format, topic string }

func kinds(months []string, formats, topics []category) []kind {
	var out []kind
	for _, month := range orAny(months) {
		for _, format := range orAny(names(formats)) {
			out = append(out, kind{month, format, ""})
		}
	}
	for _, topic := range topics {
		out = append(out, kind{out[0].month, out[0].format, topic.name})
	}
	return out
}

func names(of []category) []string {
	out := make([]string, len(of))
	for i, c := range of {
		out[i] = c.name
	}
	return out
}

// orAny is any level where none is named.
func orAny(levels []string) []string {
	if len(levels) == 0 {
		return []string{""}
	}
	return levels
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
	d := division{held, kinds(t.months, formats, topics)}
	total := d.sum("total", all, func(kind) bool { return true })
	total.Known = true
	sums := []suppress.Sum{total}
	for i, month := range t.months {
		sum := d.sum(month, byMonth[month], func(k kind) bool { return k.month == month })
		sum.Known, sum.Hidden = !withheld[i], withheld[i]
		sums = append(sums, sum)
	}
	var cells []Cell
	for i, c := range append(slices.Clone(formats), topics...) {
		cell := m.shareOf(c.in, t.held.minus(c.in), m.near(), t.pairs)
		sum := d.sum(c.name, c.of, func(k kind) bool {
			return i < len(formats) && k.format == c.name || i >= len(formats) && k.topic == c.name
		})
		sum.Hidden = cell.Form != Number
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
