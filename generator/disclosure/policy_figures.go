package disclosure

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/figure"
)

// Dominance are the keys of rule 9: how much of a sum one pair or two may hold,
// and how many pairs, mentors and mentees it needs. A nil pointer is a key that
// was not given.
type Dominance struct {
	Top1, Top2                       *float64
	MinPairs, MinMentors, MinMentees *int
}

type dominance struct {
	top1, top2                       float64
	minPairs, minMentors, minMentees int
}

// setDominance takes thresholds that are as strict as the defaults or stricter;
// others are problems.
func (p *Policy) setDominance(s Settings, at func(string) diag.Pos) []diag.Problem {
	var problems []diag.Problem
	for _, key := range []struct {
		name  string
		given *int
		into  *int
	}{{"min_pairs", s.Dominance.MinPairs, &p.dominance.minPairs}, {"min_mentors", s.Dominance.MinMentors, &p.dominance.minMentors}, {"min_mentees", s.Dominance.MinMentees, &p.dominance.minMentees}} {
		switch {
		case key.given == nil:
		case *key.given < *key.into:
			problems = append(problems, diag.New("disclosure-floor", at("dominance."+key.name), diag.Slot("key", key.name), diag.SlotInt("floor", *key.into)))
		default:
			*key.into = *key.given
		}
	}
	for _, key := range []struct {
		name  string
		given *float64
		into  *float64
	}{{"top1", s.Dominance.Top1, &p.dominance.top1}, {"top2", s.Dominance.Top2, &p.dominance.top2}} {
		switch {
		case key.given == nil:
		case *key.given <= 0 || *key.given > *key.into:
			problems = append(problems, diag.New("disclosure-dominance", at("dominance."+key.name), diag.Slot("key", key.name), diag.Slot("ceiling", decimal(*key.into, 2))))
		default:
			*key.into = *key.given
		}
	}
	return problems
}

// facts are what readers know of each other by default. Whoever knows the
// cohort knows those of the first list always; a figure that rests on another
// one that known leaves out is not made.
var (
	facts         = []string{"cohort", "department", "role", "grade"}
	optionalFacts = []string{"manager", "status", "oriented", "matched", "responded"}
)

// setRoster takes whether readers know who took part. Where they do not, no fact
// of the roster is known, so that a list of known ones is a problem.
func (p *Policy) setRoster(s Settings, at func(string) diag.Pos) []diag.Problem {
	p.secretRoster = s.Roster == "secret"
	if p.secretRoster && len(s.Known) > 0 {
		return []diag.Problem{diag.New("disclosure-roster-known", at("known"))}
	}
	return nil
}

func (p *Policy) setKnown(s Settings, at func(string) diag.Pos) []diag.Problem {
	if len(s.Known) == 0 {
		return nil
	}
	all := slices.Concat(facts, optionalFacts)
	wrong := slices.ContainsFunc(s.Known, func(f string) bool { return !slices.Contains(all, f) })
	missing := slices.ContainsFunc(facts, func(f string) bool { return !slices.Contains(s.Known, f) })
	if wrong || missing {
		return []diag.Problem{diag.New("disclosure-known", at("known"),
			diag.Slot("always", strings.Join(facts, ", ")), diag.Slot("optional", strings.Join(optionalFacts, ", ")))}
	}
	p.secret = slices.DeleteFunc(slices.Clone(optionalFacts), func(f string) bool { return slices.Contains(s.Known, f) })
	return nil
}

// maxDecimals is the most decimals that a number may print. Rounding is display
// alone: every rule takes a printed number as if it were exact.
const maxDecimals = 2

// kindsOfNumbers are the keys of decimals. A standard deviation is never
// printed; its key is taken so that a policy may be copied whole.
var kindsOfNumbers = []string{"mean", "percent", "sd", "hours"}

func (p *Policy) setDecimals(s Settings, at func(string) diag.Pos) []diag.Problem {
	var problems []diag.Problem
	p.places = make(map[string]int)
	for _, kind := range sortedKeys(s.Decimals) {
		if n := s.Decimals[kind]; !slices.Contains(kindsOfNumbers, kind) || n < 0 || n > maxDecimals {
			problems = append(problems, diag.New("disclosure-decimals", at("decimals."+kind), diag.SlotInt("most", maxDecimals), diag.Slot("known", strings.Join(kindsOfNumbers, ", "))))
			continue
		}
		p.places[kind] = s.Decimals[kind]
	}
	return problems
}

// decimals is how many decimals the numbers of a table print with.
func (p Policy) decimals(d figure.Definition) int {
	kind := map[figure.Unit]string{figure.Points: "mean", figure.Percent: "percent", figure.Minutes: "hours"}[d.Unit]
	if n, given := p.places[kind]; given && d.Statistic != figure.Distribution && d.Statistic != figure.Count {
		return n
	}
	return d.Decimals
}
