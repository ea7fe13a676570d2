package main

import (
	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
)

var (
	wordTemplate       = diag.Text{EN: "Write empty workbooks to fill in: headers, lists to choose from, notes", JA: "記入用のブック（見出し・選択肢・説明付き）を作る"}
	wordTemplateCohort = diag.Text{EN: "take departments and surveys from this cohort's cohort.yaml", JA: "部署とアンケートの時期を、このコーホートの cohort.yaml から取る"}
	wordTemplateMade   = diag.Text{EN: "written: %s", JA: "作りました: %s"}
	wordTemplateNext   = diag.Text{EN: "next: fill them in, put them into the cohort's folder, and run kohort data COHORT", JA: "次は: 記入してコーホートのフォルダーに置き、kohort data コーホート名 を実行してください"}
)

func (a *app) templateCommand() *cobra.Command {
	var cohort string
	cmd := &cobra.Command{
		Use:   "template DIR",
		Short: a.words.say(wordTemplate),
		Args:  a.asInUse,
		RunE: func(_ *cobra.Command, args []string) error {
			o, err := a.options()
			if err == nil && cohort != "" {
				o, err = a.cohortOptions(cohort)
			}
			if err != nil {
				return err
			}
			files, problems, err := generator.DataTemplates(o, args[0], cohort, a.words.lang)
			if err != nil {
				return err
			}
			if stopped, err := a.stopped(o, problems); err != nil || stopped {
				return err
			}
			for _, name := range files {
				a.say(wordTemplateMade, name)
			}
			a.say(wordTemplateNext)
			return nil
		},
	}
	cmd.Flags().StringVar(&cohort, "cohort", "", a.words.say(wordTemplateCohort))
	return cmd
}
