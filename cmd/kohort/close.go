package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
)

var (
	wordClose      = diag.Text{EN: "Freeze a cohort's figures for good", JA: "コーホートの数字を確定し、以後変えない"}
	wordDeleteData = diag.Text{EN: "delete the cohort's data files too; search forms and releases stay", JA: "コーホートのデータファイルも削除する（検索用データとリリースは残る）"}
	wordClosed     = diag.Text{EN: "%s: closed at release %d; its figures will not change any more", JA: "%s: リリース %d で締め切りました。数字は今後変わりません"}
	wordDeleted    = diag.Text{EN: "deleted: %s", JA: "削除しました: %s"}
)

func (a *app) closeCommand() *cobra.Command {
	var deleteData bool
	cmd := &cobra.Command{
		Use:   "close COHORT",
		Short: a.words.say(wordClose),
		Args:  a.asInUse,
		RunE: func(_ *cobra.Command, args []string) error {
			o, err := a.cohortOptions(args[0])
			if err != nil {
				return err
			}
			done, problems, err := generator.Close(o, args[0], deleteData)
			if err != nil {
				return err
			}
			if stopped, err := a.stopped(o, problems); err != nil || stopped {
				return err
			}
			a.say(wordClosed, args[0], done.Number)
			for _, name := range done.Deleted {
				a.say(wordDeleted, name)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&deleteData, "delete-data", false, a.words.say(wordDeleteData))
	return cmd
}

// cohortOptions are the options of a command about one cohort, which must be
// there.
func (a *app) cohortOptions(cohort string) (generator.Options, error) {
	o, err := a.options()
	if err != nil {
		return o, err
	}
	known, err := generator.Cohorts(o)
	if err != nil {
		return o, err
	}
	switch {
	case slices.Contains(known, cohort):
		return o, nil
	case len(known) == 0:
		return o, usageError{errors.New(a.words.say(wordNoneYet, cohort))}
	}
	return o, usageError{errors.New(a.words.say(wordNoCohort, cohort, strings.Join(known, ", ")))}
}

// stopped reports problems and says whether they stopped the command.
func (a *app) stopped(o generator.Options, problems []diag.Problem) (bool, error) {
	stopped, err := a.report(o, problems, nil)
	if err == nil && stopped && a.format == "text" {
		fmt.Fprintln(a.stderr, a.words.say(wordNotBuilt, a.counts(problems)))
	}
	return stopped, err
}
