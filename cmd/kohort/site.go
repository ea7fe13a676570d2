package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"kohort/generator"
)

func (a *app) siteFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.date, "date", "", a.words.say(wordDate))
	cmd.Flags().BoolVar(&a.strict, "strict", false, a.words.say(wordStrict))
	cmd.Flags().BoolVar(&a.withoutRoster, "without-roster", false, a.words.say(wordWithout))
}

func (a *app) buildCommand() *cobra.Command {
	var release bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.words.say(wordBuild),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.build(cmd.Context(), release)
		},
	}
	a.siteFlags(cmd)
	cmd.Flags().StringVar(&a.output, "output", "public", a.words.say(wordOutput))
	cmd.Flags().BoolVar(&release, "release", false, a.words.say(wordReleaseAll))
	return cmd
}

func (a *app) build(ctx context.Context, release bool) error {
	o, err := a.options()
	if err != nil {
		return err
	}
	if release {
		if stopped, err := a.releaseAll(ctx, o); err != nil || stopped {
			return err
		}
	}
	begin, end := a.progress()
	o.Progress = begin
	summary, problems, err := generator.Build(ctx, o)
	end()
	if err != nil {
		return err
	}
	if _, err := a.report(o, problems, summary.Line); err != nil {
		return err
	}
	if !summary.Written {
		a.code = exitProblems
		if a.format == "text" {
			fmt.Fprintln(a.stderr, a.words.say(wordNotBuilt, a.counts(problems)))
		}
		return nil
	}
	a.say(wordBuilt, summary.Pages, summary.Files, size(summary.Bytes), o.Output)
	if summary.Removed > 0 {
		a.say(wordRemoved, summary.Removed)
	}
	if len(problems) > 0 {
		a.say(wordLine, a.counts(problems))
	}
	if summary.WithoutRoster {
		a.say(wordNobody)
	}
	return nil
}

// size prints a number of bytes for people.
func size(bytes int) string {
	switch {
	case bytes < 10_000:
		return fmt.Sprintf("%d B", bytes)
	case bytes < 10_000_000:
		return fmt.Sprintf("%d kB", bytes/1000)
	}
	return fmt.Sprintf("%d MB", bytes/1_000_000)
}

func (a *app) checkCommand() *cobra.Command {
	var external bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: a.words.say(wordCheck),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, err := a.options()
			if err != nil {
				return err
			}
			var ask *generator.External
			if external {
				ask = &generator.External{}
			}
			begin, end := a.progress()
			o.Progress = begin
			summary, problems, err := generator.Check(cmd.Context(), o, ask)
			end()
			if err != nil {
				return err
			}
			if _, err := a.report(o, problems, summary.Line); err != nil {
				return err
			}
			if len(problems) == 0 {
				a.say(wordChecked, summary.Pages)
			} else {
				a.say(wordLine, a.counts(problems))
			}
			if summary.WithoutRoster {
				a.say(wordNobody)
			}
			return nil
		},
	}
	a.siteFlags(cmd)
	cmd.Flags().BoolVar(&external, "external", false, a.words.say(wordExternal))
	return cmd
}
