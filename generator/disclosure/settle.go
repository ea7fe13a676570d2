package disclosure

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/disclosure/internal/microdata"
	"kohort/generator/disclosure/internal/suppress"
)

// settle protects a cohort and attacks the result. Where the bounds or the
// twins tell that somebody's answer may follow, it withholds all of that question
// and wave and tries again, until no attack succeeds. It ends, since each round
// withholds more, and with nothing printed there is nothing to attack.
//
// A reader knows this program: that a series is printed tells him that the attack
// did not succeed on it. So a twin counts only where it would be printed itself
// (paths). A test holds, by trying everything, that this leaves everybody in small
// cohorts two answers.
func (p Policy) settle(data microdata.Cohort) (protected, []diag.Problem) {
	if p.memory == nil {
		p.memory = &suppress.Memory{}
	}
	if p.moves == nil {
		p.moves = &attack.Memory{}
	}
	ready, again := p.weigh(data), newPrinter(p)
	paths := newPaths(again)
	given := make(repair)
	var due map[string]bool
	for {
		shield := ready.protect(given)
		printed := attackTables(shield.tables)
		findings := attack.Bounds(data, printed, p.limits())
		findings = append(findings, attack.Twins(data, printed, p.limits(), paths.print(given, true), due)...)
		next := given.after(findings)
		if next == nil {
			shield.notes = append(shield.notes, given.words()...)
			findings = append(findings, p.attackCounts(data, shield.tables)...)
			shield.courses = []course{{paths, data, given}}
			return shield, problemsOf(data.ID, append(attack.Linear(data, printed, p.limits()), findings...))
		}
		due = make(map[string]bool)
		for series := range next {
			due[series] = next[series] != given[series]
		}
		given = next
	}
}

// paths follows datasets of one question through the rounds that settle would
// lead them through.
type paths struct {
	printer *printer
	mu      sync.Mutex
	known   map[string]repair // what a dataset gives up next, by what is alike of it
}

func newPaths(r *printer) *paths { return &paths{printer: r, known: make(map[string]repair)} }

// print prints a dataset with what is given up. Of a question the first dataset
// is the one that is attacked; another that prints the same, but would not have
// come to give up the same, prints like nothing else.
func (w *paths) print(given repair, rests bool) attack.Print {
	again := w.printer.with(given)
	var mu sync.Mutex
	type printed struct {
		of     microdata.Cohort
		tables []attack.Table
	}
	first := make(map[string]printed) // by question
	return func(c microdata.Cohort) []attack.Table {
		tables := again(c)
		if len(c.Questions) != 1 || c.Pairs != nil {
			return tables // of what pairs hold
		}
		mu.Lock()
		before, known := first[c.Questions[0].Code]
		if !known {
			first[c.Questions[0].Code] = printed{c, tables}
		}
		mu.Unlock()
		if known && w.closely(before.of, c) && attack.Alike(tables, before.tables) && (!w.lead(c, given) || rests && w.next(c, w.own(c, given)) != nil) {
			return nil
		}
		return tables
	}
}

// closely says whether a wave in which a twin's answers differ is attacked closely.
func (w *paths) closely(c, twin microdata.Cohort) bool {
	limits := w.printer.policy.limits()
	for i, wave := range c.Waves {
		if !sameSlice(wave.Answers, twin.Waves[i].Answers) && limits.Closely(c, i) {
			return true
		}
	}
	return false
}

// lead says whether a dataset of one question comes to give up the same.
func (w *paths) lead(c microdata.Cohort, given repair) bool {
	own := w.own(c, given)
	for at := make(repair); !maps.Equal(at, own); {
		at = w.next(c, at)
		for series := range at {
			if !own[series] {
				return false
			}
		}
		if at == nil {
			return false
		}
	}
	return true
}

// course is what a release of data came to give up, and how other datasets would
// have come out.
type course struct {
	*paths
	data  microdata.Cohort
	given repair
}

// comes says whether a dataset of one question comes to give up the same.
func (c course) comes(data microdata.Cohort) bool {
	return c.lead(data, c.given) && c.next(data, c.own(data, c.given)) == nil
}

// own is what is given up of a dataset's question.
func (w *paths) own(c microdata.Cohort, given repair) repair {
	own := make(repair)
	for _, wave := range c.Waves {
		if series := c.Questions[0].Code + "." + wave.Name; given[series] {
			own[series] = true
		}
	}
	return own
}

// next is what a dataset gives up after an attack; nil where none succeeds.
func (w *paths) next(c microdata.Cohort, at repair) repair {
	key := alikeKey(c) + fmt.Sprint(at)
	w.mu.Lock()
	next, known := w.known[key]
	w.mu.Unlock()
	if known {
		return next
	}
	policy := w.printer.policy
	tables := w.printer.with(at)(c)
	findings := attack.Bounds(c, tables, policy.limits())
	findings = append(findings, attack.Twins(c, tables, policy.limits(), w.print(at, false), nil)...)
	next = at.after(findings)
	w.mu.Lock()
	w.known[key] = next
	w.mu.Unlock()
	return next
}

// alikeKey is the same of datasets of a question that differ in who of those
// whom nothing tells apart answered what.
func alikeKey(c microdata.Cohort) string {
	people := eachAnswered(c)
	slices.Sort(people)
	return c.Questions[0].Code + "\n" + strings.Join(people, "\n")
}

// eachAnswered says of each person what tells people apart, and what he answered
// to the one question.
func eachAnswered(c microdata.Cohort) []string {
	people := make([]string, len(c.People))
	for i, p := range c.People {
		people[i] = fmt.Sprintf("%q", []string{string(p.Role), p.Department, p.Grade, p.Site})
	}
	for w, wave := range c.Waves {
		for _, a := range wave.Answers {
			people[a.Person] += fmt.Sprint(" ", w, ":", a.Value)
		}
	}
	return people
}
