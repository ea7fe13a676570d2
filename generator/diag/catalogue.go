package diag

import (
	"regexp"
	"slices"
	"strings"
)

// Text is a template of words in both languages; a {name} in it is a slot.
type Text struct{ EN, JA string }

// Def declares one kind of problem.
type Def struct {
	ID       ID
	Severity Severity
	What     Text // what is wrong, lower case in English, no final period
	Why      Text // why it is wrong; may be empty where What says it
	Fix      Text // what to do about it
	// Excerpt says that the source line may be shown below the message. It is
	// never set for a problem of a data file or of the tripwire.
	Excerpt bool
}

// catalogue is the one list of all problems, a file of this package for each
// stage that reports them.
var catalogue = index(sourceProblems, markdownProblems, handbookProblems, dataProblems, releaseProblems, renderProblems, auditProblems, outputProblems, commandProblems)

func index(parts ...[]Def) map[ID]Def {
	m := make(map[ID]Def)
	for _, part := range parts {
		for _, d := range part {
			if _, twice := m[d.ID]; twice {
				panic("diag: problem " + string(d.ID) + " is declared twice")
			}
			m[d.ID] = d
		}
	}
	return m
}

// Lookup finds a problem's declaration.
func Lookup(id ID) (Def, bool) {
	d, ok := catalogue[id]
	return d, ok
}

// All gives every declaration, sorted by id.
func All() []Def {
	out := make([]Def, 0, len(catalogue))
	for _, d := range catalogue {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b Def) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}

var slotPattern = regexp.MustCompile(`\{([a-z]+)\}`)

func (d Def) slots() []string {
	var names []string
	for _, t := range []Text{d.What, d.Why, d.Fix} {
		for _, m := range slotPattern.FindAllStringSubmatch(t.EN, -1) {
			names = append(names, m[1])
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (d Def) message(lang Lang, args []Arg) string {
	if lang == Japanese {
		return join("。", fill(d.What.JA, args), fill(d.Why.JA, args), fill(d.Fix.JA, args))
	}
	what, why, fix := fill(d.What.EN, args), fill(d.Why.EN, args), fill(d.Fix.EN, args)
	return join("; ", join(": ", what, why), fix)
}

func join(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}

// fill replaces {name} by its value in one pass, so that a value holding
// braces is never filled again.
func fill(template string, args []Arg) string {
	return slotPattern.ReplaceAllStringFunc(template, func(slot string) string {
		for _, a := range args {
			if a.Name == slot[1:len(slot)-1] {
				return a.Value
			}
		}
		return slot
	})
}
