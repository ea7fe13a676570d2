package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator/diag"
)

// The words of operands.
var (
	wordOperandMissing = diag.Text{EN: "name %s, for example %s", JA: "%sを付けてください（例: %s）"}
	wordOperandMore    = diag.Text{EN: "%q is one word too many: write %s, and put quotes around a name with blanks", JA: "%q は余分です。%s の形で書き、空白を含む名前は引用符で囲んでください"}
	wordOperandNone    = diag.Text{EN: "%q is one word too many: write %s alone", JA: "%q は余分です。%s とだけ書いてください"}
)

// operands are the words of a command's use line, with what each stands for
// and an example of it.
var operands = map[string]struct {
	means   diag.Text
	example string
}{
	"COHORT": {diag.Text{EN: "the cohort", JA: "コーホートの名前"}, "2026-spring"},
	"DIR":    {diag.Text{EN: "the folder", JA: "フォルダーの名前"}, "my-folder"},
	"FIGURE": {diag.Text{EN: "the figure", JA: "数字の名前"}, "survey.digital"},
}

// asInUse takes the operands that the command's use line names, those in
// brackets where they are given; anything else is wrong usage.
func (a *app) asInUse(cmd *cobra.Command, args []string) error {
	named := strings.Fields(cmd.Use)[1:]
	needed := slices.DeleteFunc(slices.Clone(named), func(word string) bool { return strings.HasPrefix(word, "[") })
	switch {
	case len(args) < len(needed):
		example := append([]string{cmd.CommandPath()}, args...)
		for _, word := range needed[len(args):] {
			example = append(example, operands[word].example)
		}
		missing := a.words.say(operands[needed[len(args)]].means)
		return usageError{errors.New(a.words.say(wordOperandMissing, missing, strings.Join(example, " ")))}
	case len(args) > len(named):
		use := strings.Join(append([]string{cmd.CommandPath()}, named...), " ")
		words := wordOperandMore
		if len(named) == 0 {
			words = wordOperandNone
		}
		return usageError{errors.New(a.words.say(words, args[len(named)], use))}
	}
	return nil
}
