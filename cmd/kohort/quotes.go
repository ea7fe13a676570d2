package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

var (
	wordQuotes        = diag.Text{EN: "Review a cohort's comments one by one before they may be shown", JA: "自由記述を1件ずつ確認し、公開するかどうかを決める"}
	wordQuotesList    = diag.Text{EN: "only say how far the review is, without any comment", JA: "確認の進み具合だけを示す（自由記述の文は表示しない）"}
	wordQuotesBy      = diag.Text{EN: "who reviews; asked for where it is left out", JA: "確認する人（省略時は最初に尋ねます）"}
	wordQuotesText    = diag.Text{EN: "comments are reviewed in the terminal: leave --format out, or use --list", JA: "自由記述の確認はコマンドの画面で行います。--format を外すか、--list を付けてください"}
	wordQuotesNone    = diag.Text{EN: "%s: the survey has no question that is answered in words (scale: text)", JA: "%s: 文章で答える設問（scale: text）がアンケートにありません"}
	wordQuotesOff     = diag.Text{EN: "comments are not shown: site.yaml has no `comments: true` below disclosure", JA: "自由記述は公開されません。公開するには site.yaml の disclosure に comments: true と書いてください"}
	wordQuotesCount   = diag.Text{EN: "%s: comments %d, to publish %d, withheld %d, to review %d", JA: "%s: 自由記述%d件、公開%d件、非公開%d件、未確認%d件"}
	wordQuotesPeople  = diag.Text{EN: "  people who wrote: %d", JA: "  書いた人: %d人"}
	wordQuotesFew     = diag.Text{EN: "  shown once %d people or more stand behind approved texts, of surveys that %d people or more answered; until then the theme's count is the better choice", JA: "  回答者が%[2]d人以上のアンケートで、公開とした文が%[1]d人分以上になると掲載されます。それまではテーマの件数で伝えるほうが適しています"}
	wordQuotesShort   = diag.Text{EN: "  not used, since too few people answered: %s", JA: "  回答者が少ないため使わないアンケート: %s"}
	wordQuotesRelease = diag.Text{EN: "next: kohort release %s", JA: "次は: kohort release %s"}
)

func (a *app) quotesCommand() *cobra.Command {
	var list bool
	var by string
	cmd := &cobra.Command{
		Use:   "quotes COHORT",
		Short: a.words.say(wordQuotes),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.cohortOptions(args[0])
			if err != nil {
				return err
			}
			if a.format != "text" && !list {
				return usageError{fmt.Errorf("%s", a.words.say(wordQuotesText))}
			}
			return a.quotes(o, args[0], list, generator.Reviewer{By: by, Lang: a.words.lang, In: cmd.InOrStdin(), Out: a.stdout})
		},
	}
	cmd.Flags().BoolVar(&list, "list", false, a.words.say(wordQuotesList))
	cmd.Flags().StringVar(&by, "by", "", a.words.say(wordQuotesBy))
	cmd.Flags().StringVar(&a.date, "date", "", a.words.say(wordDate))
	return cmd
}

func (a *app) quotes(o generator.Options, cohort string, list bool, who generator.Reviewer) error {
	var counts []disclosure.QuotesCount
	var problems []diag.Problem
	var on bool
	var err error
	if list {
		counts, on, problems, err = generator.Quotes(o, cohort)
	} else {
		counts, on, problems, err = generator.ReviewQuotes(o, cohort, who)
	}
	if err != nil {
		return err
	}
	if stopped, err := a.stopped(o, problems); err != nil || stopped {
		return err
	}
	switch {
	case len(counts) == 0:
		a.say(wordQuotesNone, cohort)
		return nil
	case !on:
		a.say(wordQuotesOff)
	}
	for _, c := range counts {
		a.quotesCount(c)
	}
	if on && !list {
		a.say(wordQuotesRelease, cohort)
	}
	return nil
}

func (a *app) quotesCount(c disclosure.QuotesCount) {
	name := c.Question
	if c.Theme != "" {
		name += " (" + c.Theme + ")"
	}
	a.say(wordQuotesCount, name, c.Comments, c.Published, c.Withheld, c.Undecided)
	if c.People > 0 {
		a.say(wordQuotesPeople, c.People)
	}
	if c.Published < c.Batch {
		a.say(wordQuotesFew, c.Batch, c.Respondents)
	}
	if len(c.Short) > 0 {
		a.say(wordQuotesShort, strings.Join(c.Short, ", "))
	}
}
