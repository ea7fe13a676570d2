package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// The words of explain.
var (
	wordExplain     = diag.Text{EN: "Say why cells are withheld and what would free them", JA: "非表示のセルの理由と、表示できる条件を示す"}
	wordExplainOf   = diag.Text{EN: "%s: %d cells are withheld. For HR alone: people in them are counted here", JA: "%s: 非表示のセルは %d 件です。該当する人数を含むため、事務局だけで扱ってください"}
	wordPeople      = diag.Text{EN: "people: %d", JA: "人数: %d"}
	wordPairs       = diag.Text{EN: "pairs: %d", JA: "ペア数: %d"}
	wordExposes     = diag.Text{EN: "beside what is printed it would tell: %s", JA: "表示中の数字と合わせると分かること: %s"}
	wordNeeds       = diag.Text{EN: "would be free with at least %d more people", JA: "あと少なくとも %d 人いれば表示できます"}
	wordNeedsPairs  = diag.Text{EN: "would be free with at least %d more pairs", JA: "あと少なくとも %d ペアあれば表示できます"}
	wordInstead     = diag.Text{EN: "could be withheld in its place: %s (disclosure.keep in site.yaml weighs dimensions)", JA: "代わりに非表示にできるもの: %s(site.yaml の disclosure.keep で次元に重みを付けられます)"}
	wordExplainArgs = diag.Text{EN: "%s takes a cohort and, if you like, a table", JA: "%s の引数はコーホートです。続けて表も指定できます"}
	wordNoTable     = diag.Text{EN: "there is no table %q; there are: %s", JA: "表 %q はありません。あるもの: %s"}
	wordExplainForm = diag.Text{EN: "kohort explain prints text or json, not %s", JA: "kohort explain の表示形式は text か json です(%s ではありません)"}
)

func (a *app) explainCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "explain COHORT [TABLE]",
		Short: a.words.say(wordExplain),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usageError{fmt.Errorf("%s", a.words.say(wordExplainArgs, cmd.CommandPath()))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.options()
			if err != nil {
				return err
			}
			if a.format == "sarif" {
				return usageError{fmt.Errorf("%s", a.words.say(wordExplainForm, a.format))}
			}
			known, err := generator.Cohorts(o)
			if err != nil {
				return err
			}
			if !slices.Contains(known, args[0]) {
				return usageError{fmt.Errorf("%s", a.words.say(wordNoCohort, args[0], strings.Join(known, ", ")))}
			}
			begin, end := a.progress()
			o.Progress = begin
			explanation, problems, err := generator.Explain(cmd.Context(), o, args[0])
			end()
			if err != nil {
				return err
			}
			if diag.Stops(problems, o.Strict) {
				_, err := a.report(o, problems, generator.Line(o.Source))
				return err
			}
			return a.explain(explanation, args[1:])
		},
	}
	return cmd
}

// explain prints what is withheld, of one table where one is named.
func (a *app) explain(e disclosure.Explanation, table []string) error {
	if len(table) == 1 {
		if !slices.Contains(e.Tables, table[0]) {
			return usageError{fmt.Errorf("%s", a.words.say(wordNoTable, table[0], strings.Join(e.Tables, ", ")))}
		}
		e.Cells = slices.DeleteFunc(e.Cells, func(c disclosure.Explained) bool { return c.Table != table[0] })
	}
	if a.format == "json" {
		return a.explainJSON(e)
	}
	a.say(wordExplainOf, e.Cohort, len(e.Cells))
	for _, c := range e.Cells {
		for _, line := range a.words.explained(c) {
			a.say(wordLine, line)
		}
	}
	return nil
}

// explained is one withheld cell in lines.
func (w words) explained(c disclosure.Explained) []string {
	people, needs := wordPeople, wordNeeds
	if c.Pairs {
		people, needs = wordPairs, wordNeedsPairs
	}
	lines := []string{
		c.Table + " " + c.Statistic + ", " + w.place(c.At),
		"  " + c.Why.In(string(w.lang)) + " (" + w.say(people, c.People) + ")",
	}
	for _, proof := range c.Exposed {
		lines = append(lines, "  "+w.say(wordExposes, proof))
	}
	if c.Needs > 0 {
		lines = append(lines, "  "+w.say(needs, c.Needs))
	}
	if len(c.Instead) > 0 {
		places := make([]string, len(c.Instead))
		for i, at := range c.Instead {
			places[i] = w.place(at)
		}
		lines = append(lines, "  "+w.say(wordInstead, strings.Join(places, " / ")))
	}
	return lines
}

// The form of --format json.
type (
	explanationJSON struct {
		Cohort string          `json:"cohort"`
		Cells  []explainedJSON `json:"withheld"`
	}
	explainedJSON struct {
		Table     string              `json:"table"`
		Statistic string              `json:"statistic"`
		At        map[string]string   `json:"at"`
		Rule      string              `json:"rule"`
		People    int                 `json:"people"`
		Unit      string              `json:"unit"` // people or pairs
		Exposes   []string            `json:"exposes"`
		Needs     *int                `json:"needs,omitempty"`
		Instead   []map[string]string `json:"instead"`
	}
)

func (a *app) explainJSON(e disclosure.Explanation) error {
	out := explanationJSON{Cohort: e.Cohort, Cells: []explainedJSON{}}
	for _, c := range e.Cells {
		cell := explainedJSON{Table: c.Table, Statistic: c.Statistic, At: byDimension(c.At), Rule: c.Why.In(string(a.words.lang)),
			People: c.People, Unit: "people", Exposes: slices.Concat([]string{}, c.Exposed), Instead: []map[string]string{}}
		if c.Pairs {
			cell.Unit = "pairs"
		}
		if c.Needs > 0 {
			cell.Needs = &c.Needs
		}
		for _, at := range c.Instead {
			cell.Instead = append(cell.Instead, byDimension(at))
		}
		out.Cells = append(out.Cells, cell)
	}
	encoder := json.NewEncoder(a.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(out); err != nil {
		return fmt.Errorf("print the explanation: %w", err)
	}
	return nil
}

func byDimension(at []disclosure.Level) map[string]string {
	out := make(map[string]string, len(at))
	for _, l := range at {
		out[l.Dimension] = l.Level
	}
	return out
}
