package audit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/disclosure"
)

// released is what may stand in a figure, by the key of its cell:
// "2025-spring/survey.trust.after/mean/department=営業部". It is made from
// the releases alone, by code that shares nothing with package render.
type released struct {
	cells   map[string]fact
	cohorts []string            // each with the "/" that follows it in a key
	marks   []string            // the words of the neutral mark, one a language
	quotes  map[string][]string // comments, by cohort and question
	targets targets

	departments []string          // as they read in any language, and in cohort.yaml
	spoken      map[string]spoken // what prose may tell, by cohort
}

// fact is what one cell may print, as a machine reads it.
type fact struct {
	withheld bool
	size     string            // its n
	value    string            // "3.8", "4.4..5"; empty for a distribution
	ends     []string          // the numbers that its words may say in place of a band
	interval []string          // of a change, its two ends; empty where the release gives none
	answers  map[string]answer // of a distribution, by the point of the scale
	words    []string          // the numbers in the words that may stand beside it
	asOf     string            // the data date of its value, 2006-01-02
}

// answer is how many people chose one point of a scale.
type answer struct{ value, says string }

// factsOf gives the released cells of all cohorts, and what is aimed at. A mark that holds a digit
// ("<5") is none.
func factsOf(p disclosure.Published, aims targets, marks []string) *released {
	r := &released{departments: p.Departments(), cells: make(map[string]fact), spoken: make(map[string]spoken), quotes: quotedOf(p), targets: aims, marks: slices.DeleteFunc(slices.Clone(marks), hasDigit)}
	for _, c := range p.Cohorts() {
		r.cohorts = append(r.cohorts, c.ID()+"/")
		r.spoken[c.ID()] = spokenOf(c)
		for _, t := range c.Tables() {
			scale := scaleNumbers(c, t.ID())
			for _, cell := range t.Cells() {
				r.addDepartments(c, cell)
				key, words := c.ID()+"/"+t.ID()+"/"+t.Statistic(), scale
				for i, l := range cell.At() {
					key += []string{"/", ";"}[min(i, 1)] + l.Dimension + "=" + l.Level
					words = append(slices.Clip(words), numbers(l.Level)...)
				}
				f := factOf(t, cell, words)
				f.asOf = cmp.Or(cell.AsOf(), c.DataAsOf())
				r.cells[key] = f
			}
		}
	}
	return r
}

// addDepartments notes the departments that a cell is for, in every language.
func (r *released) addDepartments(c disclosure.Cohort, cell disclosure.Cell) {
	for _, l := range cell.At() {
		if l.Dimension != "department" {
			continue
		}
		for _, name := range []string{l.Level, c.LevelLabel(l.Dimension, l.Level, "ja"), c.LevelLabel(l.Dimension, l.Level, "en")} {
			if name != "" && !slices.Contains(r.departments, name) {
				r.departments = append(r.departments, name)
			}
		}
	}
}

func factOf(t disclosure.Table, c disclosure.Cell, words []string) fact {
	f := fact{size: strconv.Itoa(c.N()), words: words}
	switch c.Form() {
	case disclosure.Number:
		f.value = fixed(c.Value(), t.Decimals())
		f.ends = []string{plainNumber(f.value)}
		if from, to, ok := c.Interval(); ok {
			f.interval = []string{fixed(from, t.Decimals()), fixed(to, t.Decimals())}
		}
	case disclosure.Band:
		from, to := c.Band()
		low, high := fixed(from, t.Decimals()), fixed(to, t.Decimals())
		f.value, f.ends = low+".."+high, []string{plainNumber(low), plainNumber(high)}
	case disclosure.Distribution, disclosure.Class:
		f.answers = make(map[string]answer)
		for _, n := range c.Counts() {
			people := strconv.Itoa(n.People)
			value := people
			if c.Form() == disclosure.Class {
				value += ".." + f.size
			}
			f.answers[strconv.Itoa(n.Value)] = answer{value, plainNumber(people)}
		}
	default:
		f = fact{withheld: true, words: words}
	}
	return f
}

// scaleNumbers are the numbers in the words of a question's scale, which may
// stand beside its figures.
func scaleNumbers(c disclosure.Cohort, table string) []string {
	var out []string
	code, ok := strings.CutPrefix(table, "survey.")
	if i := strings.LastIndexByte(code, '.'); ok && i >= 0 {
		q, _ := c.Question(code[:i])
		for _, p := range q.Scale() {
			out = append(out, strconv.Itoa(p.Value))
			for _, label := range p.Label.ByLang() {
				out = append(out, numbers(label)...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keys parts the keys of several cells, which may hold spaces themselves.
func (r *released) keys(list string) []string {
	var out []string
	for _, word := range strings.Fields(list) {
		begins := slices.ContainsFunc(r.cohorts, func(c string) bool { return strings.HasPrefix(word, c) })
		if begins || len(out) == 0 {
			out = append(out, word)
		} else {
			out[len(out)-1] += " " + word
		}
	}
	return out
}

func fixed(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}
