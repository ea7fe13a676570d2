package disclosure

import (
	"fmt"
	"maps"

	"kohort/generator/disclosure/internal/attack"
	"kohort/generator/figure"
)

// repair is what the attack made a release give up: the questions and waves
// ("trust.after") and the series of what pairs hold ("sessions") of which
// nothing is printed.
//
// A series goes whole. Had it stages (crossings, then departments, then roles),
// the stage at which it rests would tell by how much the attack succeeded: of
// small cohorts enumerated, some then left one answer only.
type repair map[string]bool

// after gives what the next round withholds; nil where no finding can be
// answered so.
func (r repair) after(findings []attack.Finding) repair {
	next := maps.Clone(r)
	for _, f := range findings {
		if f.Series != "" && (f.Kind == attack.NoTwin || f.Kind == attack.Bounded) {
			next[f.Series] = true
		}
	}
	if maps.Equal(next, r) {
		return nil
	}
	return next
}

// heldWords name the series of what pairs hold, of which all is withheld where
// the attack asks for it.
var heldWords = map[string]figure.Words{
	sessionSeries: {EN: "figures of sessions", JA: "セッションの数字"},
	"days":        {EN: "figures of the days to the first session", JA: "初回セッションまでの日数"},
	"goals":       {EN: "figures of goals", JA: "目標の数字"},
	"followups":   {EN: "figures of check-ins", JA: "フォローアップの数字"},
}

// words tells HR what the attack cost.
func (r repair) words() []figure.Words {
	var out []figure.Words
	for _, series := range sortedKeys(r) {
		if words, whole := heldWords[series]; whole {
			out = append(out, figure.Words{
				EN: words.EN + " are withheld: from them a pair could have worked out another pair's",
				JA: words.JA + "はすべて伏せました。あるペアが別のペアの値を推測できてしまうためです",
			})
			continue
		}
		out = append(out, figure.Words{
			EN: fmt.Sprintf("all figures of survey.%s are withheld: from them somebody who answered could have worked out another person's answer", series),
			JA: fmt.Sprintf("survey.%s の数字はすべて伏せました。回答者の一人が別の人の回答を推測できてしまうためです", series),
		})
	}
	return out
}
