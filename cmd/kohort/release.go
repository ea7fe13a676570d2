package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/disclosure"
)

func (a *app) releaseCommand() *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "release COHORT",
		Short: a.words.say(wordRelease),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.cohortOptions(args[0])
			if err != nil {
				return err
			}
			_, err = a.release(cmd.Context(), o, args[0], dryRun)
			return err
		},
	}
	cmd.Flags().BoolVar(&a.strict, "strict", false, a.words.say(wordStrict))
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, a.words.say(wordDryRun))
	return cmd
}

// releaseAll releases every cohort; one whose data did not change stays as it
// is. It says whether a problem stopped it.
func (a *app) releaseAll(ctx context.Context, o generator.Options) (bool, error) {
	cohorts, err := generator.Cohorts(o)
	if err != nil {
		return false, err
	}
	for _, id := range cohorts {
		if stopped, err := a.release(ctx, o, id, false); err != nil || stopped {
			return stopped, err
		}
	}
	return false, nil
}

func (a *app) release(ctx context.Context, o generator.Options, cohort string, dryRun bool) (bool, error) {
	begin, end := a.progress()
	o.Progress = begin
	released, problems, err := generator.Release(ctx, o, cohort, dryRun)
	end()
	if err != nil {
		return false, err
	}
	stopped, err := a.report(o, problems, released.Line)
	if err != nil || stopped {
		if a.format == "text" && stopped {
			fmt.Fprintln(a.stderr, a.words.say(wordNotBuilt, a.counts(problems)))
		}
		return stopped, err
	}
	a.summary(released.Summary, dryRun)
	return false, nil
}

// summary tells HR what a release did: counts and rules, never a value.
func (a *app) summary(s disclosure.Summary, dryRun bool) {
	switch {
	case s.Unchanged:
		a.say(wordSame, s.Cohort, s.Number)
		a.notes(s)
		return
	case dryRun:
		a.say(wordWouldRelease, s.Cohort, s.Number, s.Tables, s.Cells, s.Withheld)
	default:
		a.say(wordReleased, s.Cohort, s.Number, s.Tables, s.Cells, s.Withheld, s.File)
	}
	if len(s.Withhelds) > 0 {
		a.say(wordWithheld)
	}
	for _, line := range a.words.reasons(s.Withhelds) {
		a.say(wordLine, line)
	}
	a.notes(s)
}

func (a *app) notes(s disclosure.Summary) {
	for _, note := range s.Notes {
		a.say(wordNote, note.Words.In(string(a.words.lang)))
	}
}

// reasons lists the withheld cells by rule and place, with the tables that
// they are withheld in.
func (w words) reasons(cells []disclosure.WithheldCell) []string {
	var rules []string
	places := make(map[string][]string)            // rule -> places
	tables := make(map[string]map[string][]string) // rule -> place -> tables
	for _, c := range cells {
		rule, place := c.Why.In(string(w.lang)), w.place(c.At)
		if tables[rule] == nil {
			rules = append(rules, rule)
			tables[rule] = make(map[string][]string)
		}
		if tables[rule][place] == nil {
			places[rule] = append(places[rule], place)
		}
		if !slices.Contains(tables[rule][place], c.Table) {
			tables[rule][place] = append(tables[rule][place], c.Table)
		}
	}
	var lines []string
	for _, rule := range rules {
		lines = append(lines, "  "+rule+":")
		for _, place := range places[rule] {
			lines = append(lines, "    "+place+": "+w.few(tables[rule][place]))
		}
	}
	return lines
}

// named is how many tables a line names before it counts the rest.
const named = 4

func (w words) few(tables []string) string {
	if len(tables) <= named+1 {
		return strings.Join(tables, ", ")
	}
	return strings.Join(tables[:named], ", ") + w.say(wordMore, len(tables)-named)
}

func (w words) place(at []disclosure.Level) string {
	if len(at) == 0 {
		return w.say(wordWhole)
	}
	levels := make([]string, 0, len(at))
	for _, l := range at {
		levels = append(levels, l.Dimension+"="+l.Level)
	}
	return strings.Join(levels, ", ")
}
