package quotes

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"kohort/generator/diag"
)

// Review walks somebody through the comments that wait for review.
type Review struct {
	Asked   []Asked
	File    File
	Match   Matcher
	Rules   Rules
	By      string // who reviews; asked for where it is empty
	On      string // the day, as 2006-01-02
	Lang    diag.Lang
	In      io.Reader
	Out     io.Writer
	Keep    func(File) error // called after each decision
	answers *bufio.Scanner
}

// errQuit ends the walk.
var errQuit = errors.New("quit")

// many is from how many traits and doubtful places on a comment points to one
// person.
const many = 4

// Run shows each comment that waits and asks what becomes of it, until there is
// none, the reviewer quits, or the input ends. It gives the file as it then
// is. Each decision is kept at once.
func (r *Review) Run() (File, error) {
	r.answers = bufio.NewScanner(r.In)
	r.answers.Buffer(nil, 1<<20)
	total := 0
	for _, a := range r.Asked {
		total += len(Undecided(a, r.File, r.Match))
	}
	if total == 0 {
		r.line(sayNothing)
		return r.File, nil
	}
	if r.By = tidy(r.By); r.By == "" {
		name, ok := r.ask(say(r.Lang, sayWho) + " > ")
		if r.By = tidy(name); !ok || r.By == "" {
			r.line(sayNobody)
			return r.File, nil
		}
	}
	n := 0
	for _, a := range r.Asked {
		comments := Undecided(a, r.File, r.Match)
		if len(comments) > 0 {
			r.question(a)
		}
		for _, c := range comments {
			n++
			fmt.Fprintln(r.Out)
			r.line(sayComment, n, total)
			err := r.comment(a, c)
			if errors.Is(err, errQuit) {
				return r.File, nil
			}
			if err != nil {
				return r.File, err
			}
		}
	}
	return r.File, nil
}

// Undecided gives the comments of a question of which nothing is decided, and
// those whose approved text names somebody after all.
func Undecided(a Asked, f File, m Matcher) []Comment {
	var out []Comment
	for _, c := range a.Comments {
		if d, decided := f.of(c.Hash); !decided || d.Publish && m.Names(d.Text) {
			out = append(out, c)
		}
	}
	return out
}

func (r *Review) question(a Asked) {
	fmt.Fprintln(r.Out)
	r.line(sayQuestion, Title(a.Question.Text, r.Lang))
	if people := a.People(); people < r.Rules.Batch {
		r.line(sayFew, people, r.Rules.Batch)
	}
	if len(a.Short) > 0 {
		r.line(sayShort, strings.Join(a.Short, ", "))
	}
}

// Title gives the words of a question in a language, else in any.
func Title(words map[string]string, lang diag.Lang) string {
	for _, l := range []string{string(lang), "", "ja", "en"} {
		if s := words[l]; s != "" {
			return s
		}
	}
	return ""
}

// comment asks about one comment until it is decided or skipped.
func (r *Review) comment(a Asked, c Comment) error {
	text := c.Text
	for {
		hits := r.Match.Find(text)
		proposal := redact(text, hits)
		r.show(a, text, proposal, hits)
		answer, ok := r.ask(say(r.Lang, sayKeys))
		if !ok {
			return errQuit
		}
		switch strings.ToLower(strings.TrimSpace(answer)) {
		case "p":
			if problem, bad := r.unfit(proposal); bad {
				r.line(problem)
				continue
			}
			return r.keep(Decision{Comment: c.Hash, Question: a.Question.Code, Publish: true, Text: proposal}, sayKept)
		case "e":
			if edited, _ := r.ask(say(r.Lang, sayEdit)); tidy(edited) != "" {
				text = tidy(edited)
			}
		case "w":
			return r.keep(Decision{Comment: c.Hash, Question: a.Question.Code}, sayWithheld)
		case "s":
			return nil
		case "q":
			return errQuit
		default:
			r.line(sayOther)
		}
	}
}

// unfit says why a text cannot be published.
func (r *Review) unfit(text string) (diag.Text, bool) {
	rest := strings.NewReplacer(removed.EN, "", removed.JA, "").Replace(text)
	switch {
	case r.Match.Names(text):
		return sayNames, true
	case strings.Trim(rest, " 。、.,!?！？・「」()（）のはがをにとも") == "":
		return sayEmpty, true
	}
	return diag.Text{}, false
}

func (r *Review) show(a Asked, text, proposal string, hits []Hit) {
	fmt.Fprintln(r.Out, say(r.Lang, sayWritten, mark(text, hits)))
	if len(hits) > 0 {
		r.line(sayLegend)
	}
	fmt.Fprintln(r.Out, say(r.Lang, sayPublish, proposal))
	found := warnings(text, mostlyJapanese(a.Comments))
	if len(found) > 0 {
		var names []string
		for _, t := range found {
			names = append(names, say(r.Lang, t))
		}
		r.line(sayStyle, strings.Join(names, say(r.Lang, diag.Text{EN: ", ", JA: "、"})))
	}
	if len(found)+len(hits) >= many {
		r.line(sayCount)
	}
}

// keep notes a decision and writes the file.
func (r *Review) keep(d Decision, said diag.Text) error {
	d.By, d.On = r.By, r.On
	next := r.File.with(d)
	if err := r.Keep(next); err != nil {
		return err
	}
	r.File = next
	r.line(said)
	return nil
}

// ask prints a question and reads a line; ok is false where the input ends.
func (r *Review) ask(question string) (string, bool) {
	fmt.Fprint(r.Out, question)
	if !r.answers.Scan() {
		fmt.Fprintln(r.Out)
		return "", false
	}
	return r.answers.Text(), true
}

func (r *Review) line(t diag.Text, args ...any) { fmt.Fprintln(r.Out, say(r.Lang, t, args...)) }
