package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// The words of data.
var (
	wordData         = diag.Text{EN: "Say what a cohort's data files are recognised as, with all their problems", JA: "データファイルがどう読み取られるかと、直すところをすべて示す"}
	wordDataCopy     = diag.Text{EN: "write a copy of the files as one workbook (.xlsx) with the cells of problems coloured and commented", JA: "問題のあるセルに色とコメントを付けたコピーを、一つのブック（.xlsx）に書き出す"}
	wordDataCopyName = diag.Text{EN: "--annotate takes the name of a workbook that ends in .xlsx, not %q", JA: "--annotate には .xlsx で終わる名前を指定してください（%q ではありません）"}
	wordDataForm     = diag.Text{EN: "kohort data prints text or json, not %s", JA: "kohort data の表示形式は text か json です（%s ではありません）"}
	wordDataTable    = diag.Text{EN: "%s: %s (%s), %d {row|rows} below row %d", JA: "%s: %s（%s）、見出しは%[5]d行目、データは%[4]d行"}
	wordDataHeadless = diag.Text{EN: "%s: %s (%s), no row with headers was recognised", JA: "%s: %s（%s）、見出しの行が見つかりません"}
	wordDataColumn   = diag.Text{EN: "  %s  %s → %s: filled %d, empty %d, distinct %d", JA: "  %s  %s → %s: 記入 %d、空 %d、種類 %d"}
	wordDataHidden   = diag.Text{EN: "  hidden in Excel, but read: %s", JA: "  Excel で非表示ですが、読み込みます: %s"}
	wordDataRows     = diag.Text{EN: "%d {row|rows} (%s)", JA: "%d行（%s行目）"}
	wordDataColumns  = diag.Text{EN: "%d {column|columns} (%s)", JA: "%d列（%s列）"}
	wordDataTo       = diag.Text{EN: "–", JA: "〜"}
	wordDataAnd      = diag.Text{EN: ", ", JA: "、"}
	wordDataNotRead  = diag.Text{EN: "not read", JA: "読まない"}
	wordDataDoubted  = diag.Text{EN: "(header not known)", JA: "（見出しを確認）"}
	wordDataUnread   = diag.Text{EN: "not read: %s", JA: "読まないもの: %s"}
	wordDataNothing  = diag.Text{EN: "%s: no table was recognised", JA: "%s: 表が一つも見つかりません"}
	wordDataFine     = diag.Text{EN: "no problem", JA: "問題はありません"}
	wordDataCopied   = diag.Text{EN: "the copy with marked cells: %s (it holds people's values: delete it when you are done)", JA: "色とコメントを付けたコピー: %s（個人のデータが入っています。使い終わったら削除してください）"}
)

// The words of what is proposed for small groups.
var (
	wordGroupTitle  = diag.Text{EN: "%s: levels could be counted together, so that each holds at least %d people", JA: "%s: 次のようにまとめると、どのグループも%d人以上になります"}
	wordGroupRoles  = diag.Text{EN: "%s: levels could be counted together, so that each holds at least %d people of each role", JA: "%s: 次のようにまとめると、どのグループも役割ごとに%d人以上になります"}
	wordGroupNow    = diag.Text{EN: "  large enough now: %d of %d {level|levels}, with %d of %d {person|people}; then: all %d, with all %d {person|people}", JA: "  今は%[2]dグループのうち%[1]dグループ（%[4]d人のうち%[3]d人）だけが、この人数に達しています。まとめると%[5]dグループになり、%[6]d人すべてが入ります"}
	wordGroupJoined = diag.Text{EN: "  %s (%d {person|people}): %s", JA: "  %s（%d人）: %s"}
	wordGroupPaste  = diag.Text{EN: "to paste at the end of cohort.yaml before the first release, with better names (where it has levels: already, put the lines below that in the place of the same dimension):", JA: "最初のリリースの前に、次の行を cohort.yaml の最後に貼り付け、名前を整えてください（すでに levels: があれば、その下の同じ区分の行と入れ替えます）:"}
)

func (a *app) dataCommand() *cobra.Command {
	var copy string
	cmd := &cobra.Command{
		Use:   "data COHORT",
		Short: a.words.say(wordData),
		Args:  a.asInUse,
		RunE: func(_ *cobra.Command, args []string) error {
			o, err := a.cohortOptions(args[0])
			if err != nil {
				return err
			}
			if a.format == "sarif" {
				return usageError{fmt.Errorf("%s", a.words.say(wordDataForm, a.format))}
			}
			if copy != "" && !strings.HasSuffix(strings.ToLower(copy), ".xlsx") {
				return usageError{fmt.Errorf("%s", a.words.say(wordDataCopyName, copy))}
			}
			return a.data(o, args[0], copy)
		},
	}
	cmd.Flags().BoolVar(&a.strict, "strict", false, a.words.say(wordStrict))
	cmd.Flags().StringVar(&copy, "annotate", "", a.words.say(wordDataCopy))
	cmd.AddCommand(a.templateCommand())
	return cmd
}

func (a *app) data(o generator.Options, cohort, copy string) error {
	report, problems, err := generator.InspectData(o, cohort, copy, a.words.lang)
	if err != nil {
		return err
	}
	if a.format == "json" {
		return a.dataJSON(o, report.DataReport, problems)
	}
	for _, line := range a.words.report(report.DataReport) {
		a.say(wordLine, line)
	}
	if report.Copy != "" {
		a.say(wordDataCopied, report.Copy)
	}
	if _, err := a.report(o, problems, report.Line); err != nil {
		return err
	}
	if len(problems) == 0 {
		a.say(wordDataFine)
	} else {
		a.say(wordLine, a.counts(problems))
	}
	for _, line := range a.words.groupings(report.DataReport) {
		a.say(wordLine, line)
	}
	return nil
}

// report tells in lines what was recognised.
func (w words) report(r disclosure.DataReport) (lines []string) {
	if len(r.Tables) == 0 && r.Cohort != "" {
		lines = append(lines, w.say(wordDataNothing, r.Cohort))
	}
	for _, t := range r.Tables {
		form := t.Format
		if t.Format != "xlsx" {
			form += ", " + t.Encoding
		}
		if t.HeaderRow == 0 {
			lines = append(lines, w.say(wordDataHeadless, t.Table, sheetOf(t.DataSheet), form))
			continue
		}
		lines = append(lines, w.say(wordDataTable, t.Table, sheetOf(t.DataSheet), form, t.Rows, t.HeaderRow))
		for _, c := range t.Columns {
			header, name := c.Header, c.Name
			if header == "" {
				header = w.say(wordDataDoubted)
			}
			if name == "" {
				name = w.say(wordDataNotRead)
			}
			lines = append(lines, w.say(wordDataColumn, c.Letter, header, name, c.Filled, c.Empty, c.Distinct))
		}
		if hidden := w.hidden(t); hidden != "" {
			lines = append(lines, w.say(wordDataHidden, hidden))
		}
	}
	for _, s := range r.Unread {
		lines = append(lines, w.say(wordDataUnread, sheetOf(s)))
	}
	return lines
}

// hidden tells the rows and columns that are read unseen; empty where there
// are none.
func (w words) hidden(t disclosure.DataTable) string {
	var parts []string
	if n := len(t.HiddenRows); n > 0 {
		parts = append(parts, w.say(wordDataRows, n, runs(t.HiddenRows, w.say(wordDataTo))))
	}
	if n := len(t.HiddenColumns); n > 0 {
		parts = append(parts, w.say(wordDataColumns, n, strings.Join(t.HiddenColumns, ", ")))
	}
	return strings.Join(parts, w.say(wordDataAnd))
}

// runs writes ascending numbers with those that follow each other as one:
// 12–14, 20 where to is –.
func runs(numbers []int, to string) string {
	var out []string
	for i := 0; i < len(numbers); {
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		run := fmt.Sprint(numbers[i])
		if last > i {
			run += to + fmt.Sprint(numbers[last])
		}
		out = append(out, run)
		i = last + 1
	}
	return strings.Join(out, ", ")
}

func sheetOf(s disclosure.DataSheet) string {
	if s.Sheet == "" {
		return s.File
	}
	return s.File + " ▸ " + s.Sheet
}

// groupings tells what could be counted together and what it gains, and ends
// with the lines of all dimensions as they stand in cohort.yaml.
func (w words) groupings(r disclosure.DataReport) (lines []string) {
	var levels []string
	for _, g := range r.Groupings {
		title := wordGroupTitle
		if g.ByRole {
			title = wordGroupRoles
		}
		lines = append(lines, w.say(title, g.Dimension, r.K),
			w.say(wordGroupNow, g.Before.Enough, g.Before.Levels, g.Before.People, g.People, g.After.Levels, g.After.People))
		for _, j := range g.Joined {
			lines = append(lines, w.say(wordGroupJoined, j.Name, j.People, strings.Join(j.Levels, ", ")))
		}
		levels = append(levels, slices.DeleteFunc(slices.Clone(g.Lines), func(line string) bool { return len(levels) > 0 && line == levels[0] })...)
	}
	if len(levels) > 0 {
		lines = slices.Concat([]string{""}, lines, []string{w.say(wordGroupPaste)}, levels)
	}
	return lines
}
