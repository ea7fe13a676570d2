// Package diag holds problems: what Kohort tells the author of a handbook.
//
// It takes a problem's id, position and named slots, and gives its text in
// English or Japanese for a terminal, as JSON or as SARIF. Its two main types
// are Problem and Catalogue's entry, Def: every problem that the generator can
// report is declared once in the catalogue of this package, with its severity
// and its text in both languages. It refuses an id that is not in the
// catalogue (New panics: that is a bug of ours, never the author's).
//
// A problem says where, what, why and how to mend it. Go errors are for
// input/output and bugs only.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Lang is a language of messages: "en" or "ja".
type Lang string

// The languages that every message exists in.
const (
	English  Lang = "en"
	Japanese Lang = "ja"
)

// Severity says whether a problem stops a build. The zero value is Error.
type Severity uint8

// An Error stops the build; a Warning does so only under --strict.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// ID names a kind of problem for good, such as "link-no-page". It is what
// JSON and SARIF carry and what the manual is sorted by.
type ID string

// Arg fills one named slot of a problem's text.
type Arg struct {
	Name, Value string
	JA          string // the value in Japanese, where it is another one; else empty
}

// Slot makes an Arg.
func Slot(name, value string) Arg { return Arg{Name: name, Value: value} }

// SlotText makes an Arg of words that differ by language.
func SlotText(name string, words Text) Arg { return Arg{name, words.EN, words.JA} }

// SlotInt makes an Arg of a whole number.
func SlotInt(name string, value int) Arg { return Slot(name, fmt.Sprint(value)) }

// Problem is one thing to mend. It is made by New.
type Problem struct {
	ID   ID
	Pos  Pos
	Args []Arg
	// More are further problems of one cause, which Gather put together with this
	// one: the text then counts all of them.
	More []Problem
}

// New makes a problem. It panics where id is not in the catalogue or a slot
// of its text is not filled, which is a bug of the caller.
func New(id ID, pos Pos, args ...Arg) Problem {
	def, ok := Lookup(id)
	if !ok {
		panic("diag: no problem " + string(id) + " in the catalogue")
	}
	for _, name := range def.slots() {
		if !slices.ContainsFunc(args, func(a Arg) bool { return a.Name == name }) {
			panic(fmt.Sprintf("diag: problem %s needs the slot {%s}", id, name))
		}
	}
	return Problem{ID: id, Pos: pos, Args: args}
}

// Severity is that of the problem's kind.
func (p Problem) Severity() Severity {
	def, _ := Lookup(p.ID)
	return def.Severity
}

// Message is the whole text: what, why and fix.
func (p Problem) Message(lang Lang) string {
	if len(p.More) > 0 {
		return p.gathered(lang)
	}
	def, _ := Lookup(p.ID)
	return def.message(lang, p.Args)
}

// Sort orders problems by file, line, column and id, and drops those that are
// equal in all of them and in their text, so that one cause is told once.
func Sort(problems []Problem) []Problem {
	out := slices.Clone(problems)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.Pos.File, b.Pos.File),
			strings.Compare(a.Pos.Sheet, b.Pos.Sheet),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(len(a.Pos.Letter), len(b.Pos.Letter)), // Z stands before AA
			strings.Compare(a.Pos.Letter, b.Pos.Letter),
			strings.Compare(a.Pos.Field, b.Pos.Field),
			strings.Compare(string(a.ID), string(b.ID)),
			slices.CompareFunc(a.Args, b.Args, func(x, y Arg) int { return strings.Compare(x.Value, y.Value) }),
		)
	})
	return slices.CompactFunc(out, func(a, b Problem) bool {
		return a.ID == b.ID && a.Pos == b.Pos && slices.Equal(a.Args, b.Args)
	})
}

// Stops says whether the problems stop a build: an error always, a warning
// only under strict.
func Stops(problems []Problem, strict bool) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool {
		return strict || p.Severity() == Error
	})
}
