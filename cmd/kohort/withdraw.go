package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
)

var (
	wordWithdraw      = diag.Text{EN: "Show a dated note in place of a published figure", JA: "公開済みの数字を取り下げ、日付入りの注記に替える"}
	wordReason        = diag.Text{EN: "why it is withdrawn; shown in place of the figure", JA: "取り下げの理由（数字の代わりに表示）"}
	wordReasonMissing = diag.Text{EN: "--reason says in a sentence why the figure is withdrawn", JA: "--reason に取り下げの理由を書いてください"}
	wordWithdrawn     = diag.Text{EN: "%s: release %d shows %s no more: %s", JA: "%s: リリース %d から %s は表示されません: %s"}
	wordCopies        = diag.Text{EN: "build and publish the site again; copies that somebody has stay counted in later releases", JA: "サイトを作り直して公開してください。すでに手元に残された写しは、今後のリリースでも考慮されます"}
)

func (a *app) withdrawCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use:   "withdraw COHORT FIGURE",
		Short: a.words.say(wordWithdraw),
		Args:  a.asInUse,
		RunE: func(_ *cobra.Command, args []string) error {
			o, err := a.cohortOptions(args[0])
			if err != nil {
				return err
			}
			if strings.TrimSpace(reason) == "" {
				return usageError{fmt.Errorf("%s", a.words.say(wordReasonMissing))}
			}
			sum, problems, err := generator.Withdraw(o, args[0], args[1], strings.TrimSpace(reason))
			if err != nil {
				return err
			}
			if stopped, err := a.stopped(o, problems); err != nil || stopped {
				return err
			}
			if sum.Unchanged {
				a.say(wordSame, sum.Cohort, sum.Number)
				return nil
			}
			a.say(wordWithdrawn, sum.Cohort, sum.Number, args[1], sum.File)
			a.say(wordCopies)
			return nil
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", a.words.say(wordReason))
	cmd.Flags().StringVar(&a.date, "date", "", a.words.say(wordDate))
	return cmd
}
