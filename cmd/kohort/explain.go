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
	wordExplain     = diag.Text{EN: "Say why cells are withheld and what would free them", JA: "伏せるセルの理由と、表示できる条件を示す"}
	wordExplainOf   = diag.Text{EN: "%s: %d {cell is|cells are} withheld. For HR alone: people in them are counted here", JA: "%s: 伏せるセルは%d個です。該当する人数が出るので、事務局の中だけで扱ってください"}
	wordReasonOf    = diag.Text{EN: "%s (%s)", JA: "%s（%s）"}
	wordPeople      = diag.Text{EN: "people: %d", JA: "%d人"}
	wordPairs       = diag.Text{EN: "pairs: %d", JA: "ペア: %d組"}
	wordExposes     = diag.Text{EN: "if it were shown, anybody could work out: %s", JA: "表示すると、次の計算で分かってしまいます: %s"}
	wordProofPeople = diag.Text{EN: " people", JA: "人"}
	wordProofPairs  = diag.Text{EN: " pairs", JA: "組"}
	wordProofAll    = diag.Text{EN: "[all]", JA: "[全体]"}
	wordNeeds       = diag.Text{EN: "needs at least %d {more person|more people} in this group to be shown", JA: "表示するには、このグループにあと%d人以上必要です"}
	wordNeedsPairs  = diag.Text{EN: "needs at least %d {more pair|more pairs} to be shown", JA: "表示するには、あと%d組以上必要です"}
	wordNeedsThere  = diag.Text{EN: "to be shown, the small group above needs at least %d {more person|more people}", JA: "表示するには、上の計算で分かってしまう小さいグループに、あと%d人以上必要です"}
	wordThesePairs  = diag.Text{EN: "to be shown, the few pairs above must be at least %d more", JA: "表示するには、上の計算で分かってしまうペアが、あと%d組以上必要です"}
	wordUnequal     = diag.Text{EN: "more people would not help: who answered differs between the theme's questions. It needs everybody who answers one of them to answer all, before and after; a theme that mixes questions for all with questions for mentors or mentees only never has a mean for the whole cohort", JA: "設問ごとに答えた人が異なるため、人数が増えても表示できません。表示するには、テーマの設問に答える人が全員、前後ともすべての設問に答えている必要があります。全員に尋ねる設問と、メンターまたはメンティーだけに尋ねる設問が混ざったテーマでは、全体の平均は表示されません"}
	wordInstead     = diag.Text{EN: "could be withheld in its place: %s", JA: "代わりに伏せられるもの: %s"}
	wordNoInstead   = diag.Text{EN: "no other cell is known that could be withheld in its place", JA: "代わりに伏せられるセルは見つかりません"}
	wordLevels      = diag.Text{EN: "Small groups can be merged before the first release: levels in cohort.yaml", JA: "小さいグループは、最初のリリースの前なら cohort.yaml の levels でまとめられます"}
	wordKeep        = diag.Text{EN: "Which of two is withheld follows disclosure.keep in site.yaml: a dimension with a greater weight is shown first", JA: "どちらを伏せるかは site.yaml の disclosure.keep で決まります。重みの大きい区分を優先して表示します"}
	wordUnweighed   = diag.Text{EN: "Of %d {cell|cells} the search was cut short: name a table to see what they would tell (kohort explain %s TABLE)", JA: "%d個のセルは、途中で計算を打ち切りました。表の名前を付けると調べられます（kohort explain %s 表の名前）"}
	wordNoTable     = diag.Text{EN: "there is no table %q; there are, the nearest first: %s. The page “Figures you can show” (figures.md) lists all; kohort explain %s, without a table, explains every withheld cell", JA: "表 %q はありません。あるもの（近い順）: %s。すべての名前は「使える数字」のページ（figures.md）にあります。kohort explain %s とだけ入力すると、すべての表について示します"}
	wordExplainForm = diag.Text{EN: "kohort explain prints text or json, not %s", JA: "kohort explain の表示形式は text か json です（%s ではありません）"}
)

func (a *app) explainCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "explain COHORT [TABLE]",
		Short: a.words.say(wordExplain),
		Args:  a.asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.cohortOptions(args[0])
			if err != nil {
				return err
			}
			if a.format == "sarif" {
				return usageError{fmt.Errorf("%s", a.words.say(wordExplainForm, a.format))}
			}
			begin, end := a.progress()
			o.Progress = begin
			explanation, problems, err := generator.Explain(cmd.Context(), o, args[0], slices.Concat(args[1:], []string{""})[0])
			end()
			if err != nil {
				return err
			}
			if diag.Stops(problems, o.Strict) {
				_, err := a.stopped(o, problems)
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
			known := diag.NearestFirst(table[0], e.Tables)
			return usageError{fmt.Errorf("%s", a.words.say(wordNoTable, table[0], a.words.few(known), e.Cohort))}
		}
	}
	if a.format == "json" {
		return a.explainJSON(e)
	}
	a.say(wordExplainOf, e.Cohort, len(e.Cells))
	for _, line := range a.words.explanation(e.Cells, len(table) == 1) {
		a.say(wordLine, line)
	}
	if slices.ContainsFunc(e.Cells, func(c disclosure.Explained) bool { return c.Needs > 0 && len(c.Exposed) == 0 && !c.Pairs }) {
		a.say(wordLevels)
	}
	if slices.ContainsFunc(e.Cells, func(c disclosure.Explained) bool { return len(c.Instead) > 0 }) {
		a.say(wordKeep)
	}
	for _, note := range e.Stays {
		a.say(wordNote, note.Words.In(string(a.words.lang)))
	}
	if e.Unweighed > 0 {
		a.say(wordUnweighed, e.Unweighed, e.Cohort)
	}
	return nil
}

// explanation tells withheld cells in lines: those of one place of which the
// same is to be said together, with the figures that they are of. Unless all
// is asked for, the first few are named and the rest counted.
func (w words) explanation(cells []disclosure.Explained, all bool) []string {
	figures := make(map[string][]string) // by heading and what is said
	var order []string
	for _, c := range cells {
		said := strings.Join(append([]string{w.place(c.At)}, w.explained(c)...), "\n")
		if figures[said] == nil {
			order = append(order, said)
		}
		figures[said] = append(figures[said], c.Table+" "+c.Statistic)
	}
	var lines []string
	for _, said := range order {
		place, body, _ := strings.Cut(said, "\n")
		names := strings.Join(figures[said], ", ")
		if !all {
			names = w.few(figures[said])
		}
		lines = append(lines, place+": "+names, body)
	}
	return lines
}

// explained is what is said of one withheld cell.
func (w words) explained(c disclosure.Explained) []string {
	if c.Unequal {
		return []string{"  " + c.Why.In(string(w.lang)), "  " + w.say(wordUnequal)}
	}
	people, needs := wordPeople, wordNeeds
	switch {
	case c.Pairs && len(c.Exposed) > 0:
		people, needs = wordPairs, wordThesePairs
	case c.Pairs:
		people, needs = wordPairs, wordNeedsPairs
	case len(c.Exposed) > 0:
		needs = wordNeedsThere
	}
	lines := []string{"  " + w.say(wordReasonOf, c.Why.In(string(w.lang)), w.say(people, c.People))}
	for _, proof := range c.Exposed {
		lines = append(lines, "  "+w.say(wordExposes, w.proof(proof)))
	}
	if c.Needs > 0 {
		lines = append(lines, "  "+w.say(needs, c.Needs))
	}
	switch {
	case len(c.Instead) > 0:
		lines = append(lines, "  "+w.say(wordInstead, w.swaps(c)))
	case c.Neighbours && c.Weighed:
		lines = append(lines, "  "+w.say(wordNoInstead))
	}
	return lines
}

// proof is a proof in the language of messages.
func (w words) proof(proof string) string {
	proof = strings.ReplaceAll(proof, wordProofAll.EN, w.say(wordProofAll))
	for _, unit := range []diag.Text{wordProofPeople, wordProofPairs} {
		if number, ok := strings.CutSuffix(proof, unit.EN); ok {
			return number + w.say(unit)
		}
	}
	return proof
}

func (w words) swaps(c disclosure.Explained) string {
	var places []string
	for _, s := range c.Instead {
		place := w.place(s.At)
		if s.Table != "" && s.Table != c.Table {
			place = s.Table + ", " + place
		}
		places = append(places, place)
	}
	return strings.Join(places, " / ")
}

// The form of --format json.
type (
	explanationJSON struct {
		Cohort string          `json:"cohort"`
		Cells  []explainedJSON `json:"withheld"`
		Stays  []string        `json:"stays"` // why cells show an earlier value
	}
	explainedJSON struct {
		Table     string            `json:"table"`
		Statistic string            `json:"statistic"`
		At        map[string]string `json:"at"`
		Rule      string            `json:"rule"`
		People    int               `json:"people"`
		Unit      string            `json:"unit"` // people or pairs
		Exposes   []string          `json:"exposes"`
		Needs     *int              `json:"needs,omitempty"`
		Instead   []swapJSON        `json:"instead"`
		Weighed   bool              `json:"weighed"` // exposes and instead were looked for
		Unequal   bool              `json:"unequal"` // who answered differs between the questions: people tells nothing
	}
	swapJSON struct {
		Table string            `json:"table,omitempty"` // none: every table of the same people
		At    map[string]string `json:"at"`
	}
)

func (a *app) explainJSON(e disclosure.Explanation) error {
	out := explanationJSON{Cohort: e.Cohort, Cells: []explainedJSON{}, Stays: []string{}}
	for _, note := range e.Stays {
		out.Stays = append(out.Stays, note.Words.In(string(a.words.lang)))
	}
	for _, c := range e.Cells {
		cell := explainedJSON{Table: c.Table, Statistic: c.Statistic, At: byDimension(c.At), Rule: c.Why.In(string(a.words.lang)),
			People: c.People, Unit: "people", Exposes: slices.Concat([]string{}, c.Exposed), Instead: []swapJSON{}, Weighed: c.Weighed, Unequal: c.Unequal}
		if c.Pairs {
			cell.Unit = "pairs"
		}
		if c.Needs > 0 {
			cell.Needs = &c.Needs
		}
		for _, swap := range c.Instead {
			cell.Instead = append(cell.Instead, swapJSON{swap.Table, byDimension(swap.At)})
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
