package attack

import (
	"fmt"
	"slices"
	"strings"

	"kohort/generator/disclosure/internal/microdata"
)

// reader turns printed cells into rows, one system for each family of slots.
type reader struct {
	cohort   microdata.Cohort
	limits   Thresholds
	systems  map[string]*system
	findings []Finding
	who      map[string][]int // by question and wave, the people who answered
	themes   map[string]bool  // of which there is a table
	unseen   unseen
}

func newReader(c microdata.Cohort, t Thresholds) *reader {
	return &reader{cohort: c, limits: t, systems: make(map[string]*system), who: make(map[string][]int)}
}

func (r *reader) names() []string {
	var out []string
	for name := range r.systems {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// system gives a family's system, made with its least number of owners.
func (r *reader) system(name string, k int, unit string) *system {
	s := r.systems[name]
	if s == nil {
		s = &system{k: k, unit: unit}
		r.systems[name] = s
	}
	return s
}

func (r *reader) read(t Table) {
	figure, _, _ := strings.Cut(t.ID, ".")
	for _, c := range t.Cells {
		name := cellName(t, c)
		known := false
		switch figure {
		case "participation":
			known = r.people(t, c, name, "participation", r.present())
		case "response":
			known = r.people(t, c, name, t.ID, r.reached(strings.TrimPrefix(t.ID, "response.")))
		case "sessions", "topics":
			known = r.session(t, c, name)
		case "survey":
			known = r.answer(t, c, name)
		default:
			known = r.other(t, c, name)
		}
		if !known {
			r.findings = append(r.findings, Finding{Kind: NotKnown, Proof: name})
		}
	}
}

func cellName(t Table, c Cell) string {
	at := make([]string, len(c.At))
	for i, l := range c.At {
		at[i] = l.Dimension + "=" + l.Level
	}
	where := "all"
	if len(at) > 0 {
		where = strings.Join(at, ",")
	}
	return fmt.Sprintf("%s %s[%s]", t.ID, t.Statistic, where)
}

// put adds a cell's row to a system. It is not known where the printed size is
// another than the attack's own count.
func put(s *system, name string, c Cell, slots map[slot]int64, size int) bool {
	return s.put(row{name: name, slots: slots}, c, size)
}

func (s *system) put(r row, c Cell, size int) bool {
	if c.Form != Withheld && c.N != size {
		return false
	}
	if c.Form == Exact {
		s.printed = append(s.printed, r)
	} else {
		s.hidden = append(s.hidden, r)
	}
	return true
}

// present lists the participants; a response that names nobody is none.
func (r *reader) present() []int {
	var out []int
	for i, p := range r.cohort.People {
		if p.Withdrawn.IsZero() && !p.Anonymous {
			out = append(out, i)
		}
	}
	return out
}

// reached lists whom a wave's survey reached: all who had not left when it
// closed, and whoever answered it.
func (r *reader) reached(wave string) []int {
	for _, w := range r.cohort.Waves {
		if w.Name != wave {
			continue
		}
		var out []int
		for _, i := range r.present() {
			left := r.cohort.People[i].Left
			answered := i < len(w.Responded) && w.Responded[i]
			if answered || left.IsZero() || !w.Closed.IsZero() && w.Closed.Before(left) {
				out = append(out, i)
			}
		}
		return out
	}
	return nil
}

// at narrows people to a cell's levels.
func (r *reader) at(people []int, c Cell) []int {
	return slices.DeleteFunc(slices.Clone(people), func(i int) bool {
		return slices.ContainsFunc(c.At, func(l Level) bool { return r.cohort.People[i].Level(l.Dimension) != l.Level })
	})
}

// people reads a count or rate of what is known of people: one slot a person
// and measure.
func (r *reader) people(t Table, c Cell, name, family string, base []int) bool {
	members := r.at(base, c)
	slots := make(map[slot]int64)
	for _, i := range members {
		slots[slot{i, t.ID}] = 1
	}
	return put(r.system(family, r.limits.K, "people"), name, c, slots, len(members))
}

// answer reads a cell about a question: means and changes as sums over the
// paired base; a distribution gives the mean too, and is judged in a system of
// its own by the greater threshold.
func (r *reader) answer(t Table, c Cell, name string) bool {
	id := strings.TrimPrefix(t.ID, "survey.")
	dot := strings.LastIndex(id, ".")
	if dot < 0 {
		return false
	}
	code, measure := id[:dot], id[dot+1:]
	members := r.at(r.base(code, measure), c)
	slots := make(map[slot]int64)
	for _, i := range members {
		switch measure {
		case "before", "mid", "after":
			slots[slot{i, measure}] = 1
		case "change":
			slots[slot{i, "before"}], slots[slot{i, "after"}] = -1, 1
		default:
			return false
		}
	}
	if t.Statistic == "rate" {
		return r.part(code, name, c, slots, len(members))
	}
	r.beside(code, name, c, slots)
	means := r.system("survey."+code, r.limits.K, "people")
	if t.Statistic != "distribution" {
		return put(means, name, c, slots, len(members))
	}
	if c.Form == Exact || c.Form == Coarse {
		put(means, name, c, slots, len(members))
	}
	return put(r.system("survey."+code+" distributions", r.limits.KDistribution, "people"), name, c, slots, len(members))
}
