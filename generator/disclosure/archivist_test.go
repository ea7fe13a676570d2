package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
)

// archivist kept every release of a cohort, and knows, as nobody may, which
// data each was made of. It reads who stood behind each printed number from the
// data of the day that the number is dated, by a reading of its own: neither
// the ledger's nor the attack's.
type archivist struct {
	days   map[string]microdata.Cohort // by the date of the data
	series map[string]*shelf
}

// shelf is what was printed of one series, as sums over slots. A slot is one
// answer with its value: a value that comes back is the answer that it was.
type shelf struct {
	pairs              bool
	all, distributions []attack.Sum
	// What the latest release withholds or prints as a class. A mean does not give
	// a distribution.
	hidden, hiddenDistributions []attack.Sum
	seen, seenDistributed       map[string]bool
	numbers                     map[string]int
	grew                        bool // the latest release printed something new
}

func newArchivist() *archivist {
	return &archivist{days: make(map[string]microdata.Cohort), series: make(map[string]*shelf)}
}

// keep reads a release and checks that each printed number is true of the day
// that it is dated.
func (a *archivist) keep(t *testing.T, c Cohort, data microdata.Cohort) {
	t.Helper()
	a.days[c.dataAsOf] = data
	for _, s := range a.series {
		s.hidden, s.hiddenDistributions, s.grew = nil, nil, false
		for _, sums := range [][]attack.Sum{s.all, s.distributions} {
			for i := range sums {
				sums[i].Earlier = true
			}
		}
	}
	for _, table := range c.tables {
		for _, cell := range table.cells {
			day, known := a.days[dayOf(c, cell)]
			if !known {
				t.Errorf("%s %v is dated %s, of which there were no data", table.id, cell.at, cell.asOf)
				continue
			}
			r, read := readCell(day, table, cell)
			if !read {
				continue
			}
			if cell.form == Number && r.value != nil && round(*r.value, table.decimals) != cell.value {
				t.Errorf("%s %s %v of %s prints %v; the data of that day give %v", table.id, table.statistic, cell.at, dayOf(c, cell), cell.value, *r.value)
			}
			if cell.form != Withheld && !r.pairs && r.people != cell.n {
				t.Errorf("%s %s %v of %s prints n %d; on that day they were %d", table.id, table.statistic, cell.at, dayOf(c, cell), cell.n, r.people)
			}
			a.shelf(r).add(fmt.Sprintf("%s %s %v (%d)", table.id, table.statistic, cell.at, c.release), table, cell, r)
		}
	}
}

func dayOf(c Cohort, cell Cell) string {
	if cell.asOf != "" {
		return cell.asOf
	}
	return c.dataAsOf
}

func (a *archivist) shelf(r reading) *shelf {
	s := a.series[r.series]
	if s == nil {
		s = &shelf{pairs: r.pairs, seen: make(map[string]bool), seenDistributed: make(map[string]bool), numbers: make(map[string]int)}
		a.series[r.series] = s
	}
	return s
}

func (s *shelf) add(name string, t Table, c Cell, r reading) {
	if len(r.slots) == 0 {
		return
	}
	sum := attack.Sum{Name: name, Slots: make(map[attack.Slot]int64)}
	for at, times := range r.slots {
		number, known := s.numbers[at.owner]
		if !known {
			number = len(s.numbers)
			s.numbers[at.owner] = number
		}
		sum.Slots[attack.Slot{Owner: number, Key: at.key}] = times
	}
	key := fmt.Sprint(sum.Slots)
	exact := c.form == Number || c.form == Distribution
	switch {
	case !exact && t.statistic == "distribution":
		s.hiddenDistributions = append(s.hiddenDistributions, sum)
		return
	case !exact:
		s.hidden = append(s.hidden, sum)
		return
	case t.statistic == "distribution" && !s.seenDistributed[key]:
		s.distributions, s.seenDistributed[key], s.grew = append(s.distributions, sum), true, true
	}
	if !s.seen[key] {
		s.all, s.seen[key], s.grew = append(s.all, sum), true, true
	}
}

// attack attacks everything that was printed so far, with what the latest
// release withholds. What the earlier releases alone tell was said before.
func (a *archivist) attack(p Policy) []attack.Finding {
	var out []attack.Finding
	for _, name := range sortedKeys(a.series) {
		switch s := a.series[name]; {
		case !s.grew:
		case s.pairs:
			out = append(out, attack.Union(s.all, nil, p.dominance.minPairs, "pairs")...)
		default:
			out = append(out, attack.Union(s.all, s.hidden, p.k, "people")...)
			out = append(out, attack.Union(s.distributions, s.hiddenDistributions, p.kDistribution, "people")...)
		}
	}
	return out
}

// reading is who stands behind a cell, as sums over slots.
type reading struct {
	series string // cells of two series have no slot in common
	pairs  bool
	slots  map[ownSlot]int64
	people int
	value  *float64 // where it is a sum or a mean of the slots
}

type ownSlot struct{ owner, key string }

// readCell reads a cell of answers or of sessions. Other figures, and shares of
// a distribution that stands beside them, are not read.
func readCell(data microdata.Cohort, t Table, c Cell) (reading, bool) {
	figure, rest, _ := strings.Cut(t.id, ".")
	code, measure, _ := strings.Cut(rest, ".")
	week := levelOfCell(c, "week")
	switch {
	case t.statistic == "rate" && figure == "survey":
		return reading{}, false
	case figure == "survey" && measure == "mid":
		return readAnswers(data, c, code, []string{"mid"}, map[string]int64{"mid": 1}), true
	case figure == "survey" && measure == "change":
		return readAnswers(data, c, code, []string{"before", "after"}, map[string]int64{"before": -1, "after": 1}), true
	case figure == "survey":
		return readAnswers(data, c, code, []string{"before", "after"}, map[string]int64{measure: 1}), true
	case figure == "pulse":
		return readAnswers(data, c, rest, []string{"pulse-" + week}, map[string]int64{"pulse-" + week: 1}), true
	case figure == "sessions" && rest != "minutes", figure == "topics":
		return readSessions(data, t, c, rest), true
	}
	return reading{}, false
}

func levelOfCell(c Cell, dimension string) string {
	for _, l := range c.at {
		if l.Dimension == dimension {
			return l.Level
		}
	}
	return ""
}

// readAnswers reads the answers to a question in some waves, of those who
// answered it in each of them.
func readAnswers(data microdata.Cohort, c Cell, code string, waves []string, times map[string]int64) reading {
	r := reading{series: code + " " + strings.Join(waves, " "), slots: make(map[ownSlot]int64)}
	total := 0
	for i, p := range data.People {
		if !p.Withdrawn.IsZero() || slices.ContainsFunc(c.at, func(l Level) bool { return l.Dimension != "week" && p.Level(l.Dimension) != l.Level }) {
			continue
		}
		given := make(map[string]int)
		for _, w := range data.Waves {
			for _, a := range w.Answers {
				if a.Person == i && data.Questions[a.Question].Code == code {
					given[w.Name] = a.Value
				}
			}
		}
		if slices.ContainsFunc(waves, func(w string) bool { return given[w] == 0 }) {
			continue
		}
		r.people++
		for w, n := range times {
			r.slots[ownSlot{p.ID, fmt.Sprint(w, " ", given[w])}] = n
			total += int(n) * given[w]
		}
	}
	if r.people > 0 {
		mean := float64(total) / float64(r.people)
		r.value = &mean
	}
	return r
}

// readSessions reads the sessions that a cell counts, by pair, month, format
// and topics.
func readSessions(data microdata.Cohort, t Table, c Cell, measure string) reading {
	r := reading{series: "sessions", pairs: true, slots: make(map[ownSlot]int64)}
	counts := make(map[ownSlot]int)
	total := 0
	for _, s := range data.Sessions {
		mentor, mentee := data.People[data.Pairs[s.Pair].Mentor], data.People[data.Pairs[s.Pair].Mentee]
		status := map[string]microdata.Status{"planned": s.Status, "cancelled": microdata.Cancelled}[measure]
		if status == "" {
			status = microdata.Held
		}
		month := fmt.Sprintf("%d-%02d", s.Date.Year, int(s.Date.Month))
		if !mentor.Withdrawn.IsZero() || !mentee.Withdrawn.IsZero() || s.Status != status || levelOfCell(c, "month") != "" && levelOfCell(c, "month") != month ||
			!falls(t, "format", levelOfCell(c, "format"), []string{s.Format}) || !falls(t, "topic", levelOfCell(c, "topic"), s.Topics) {
			continue
		}
		total++
		counts[ownSlot{mentor.ID + mentee.ID, fmt.Sprint(s.Status, month, s.Format, slices.Sorted(slices.Values(s.Topics)))}]++
	}
	for at, n := range counts {
		r.slots[ownSlot{at.owner, fmt.Sprint(at.key, " ", n)}] = 1
	}
	if t.statistic == "sum" {
		sum := float64(total)
		r.value = &sum
	}
	return r
}

// falls says whether some of what a session has is counted in a level: its own,
// or other, where the table names none.
func falls(t Table, dimension, level string, has []string) bool {
	return level == "" || slices.ContainsFunc(has, func(own string) bool {
		named := slices.ContainsFunc(t.cells, func(c Cell) bool { return own != "" && levelOfCell(c, dimension) == own })
		return own == level || level == "other" && !named
	})
}
