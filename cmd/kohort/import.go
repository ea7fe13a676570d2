package main

import (
	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
)

var (
	wordImport   = diag.Text{EN: "Enter a cohort's releases into a ledger that was lost", JA: "失われた台帳に、コーホートのリリースを取り込み直す"}
	wordImported = diag.Text{EN: "%s: %d {release|releases} with %d {figure|figures} entered into the ledger", JA: "%s: リリース%d件、数字%d個を台帳に取り込みました"}
	wordKnown    = diag.Text{EN: "%s: the ledger knows all releases", JA: "%s: すべてのリリースが台帳にあります"}
)

func (a *app) importCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import COHORT",
		Short: a.words.say(wordImport),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.cohortOptions(args[0])
			if err != nil {
				return err
			}
			begin, end := a.progress()
			o.Progress = begin
			done, problems, err := generator.Import(cmd.Context(), o, args[0])
			end()
			if err != nil {
				return err
			}
			if stopped, err := a.stopped(o, problems); err != nil || stopped {
				return err
			}
			if done.Releases == 0 {
				a.say(wordKnown, args[0])
				return nil
			}
			a.say(wordImported, args[0], done.Releases, done.Figures)
			return nil
		},
	}
}
