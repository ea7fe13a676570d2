package handbook

import (
	"testing"

	"kohort/generator/diag"
	"kohort/generator/markdown"
)

func TestRulesAndWhatIsMeasured(t *testing.T) {
	ruled := func(path string, metrics ...string) written {
		w := page(path)
		for i, m := range metrics {
			w.doc.Guidelines = append(w.doc.Guidelines, markdown.Guideline{ID: "g", Metric: m, Pos: diag.At("pages/"+path, i+1, 1)})
		}
		return w
	}
	measuring := func(in Input, metrics ...string) Input {
		in = withCohort(in)
		for _, m := range metrics {
			in.Cohorts[0].Tables = append(in.Cohorts[0].Tables, Table{"metric." + m, "mean", nil, [][]Level{{}}})
		}
		return in
	}
	for _, test := range []struct {
		name string
		in   Input
		want []string
	}{
		{"kept in step", measuring(inJapanese(ruled("index.md", "minutes", "response_rate", "")), "minutes", "response_rate"), nil},
		{"a rule without data", measuring(inJapanese(ruled("index.md", "minutes", "followups_per_pair")), "minutes"), []string{"pages/index.md:2 guideline-no-data"}},
		{"data without a rule", measuring(inJapanese(ruled("index.md", "minutes")), "response_rate", "minutes", "goals_met_share"), []string{"site.yaml:0 metric-no-guideline"}},
		{"both, in two languages", measuring(input(ruled("index.md", "followups_per_pair"), ruled("index.en.md", "followups_per_pair")), "minutes"),
			[]string{"pages/index.md:1 guideline-no-data", "site.yaml:0 metric-no-guideline"}},
		{"no measured rule at all", measuring(inJapanese(ruled("index.md", "")), "minutes"), nil},
		{"an unknown metric is told once", measuring(inJapanese(ruled("index.md", "minuts")), "minutes"), []string{"pages/index.md:1 guideline-metric"}},
		{"nothing released", inJapanese(ruled("index.md", "minutes")), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, problems := assemble(t, test.in)
			check(t, "problems", problems, test.want)
		})
	}
}

func TestMetricsWithoutARuleAreListed(t *testing.T) {
	w := page("index.md")
	w.doc.Guidelines = []markdown.Guideline{{ID: "g", Metric: "minutes", Min: "30"}}
	in := withCohort(inJapanese(w))
	for _, m := range []string{"minutes", "response_rate", "sessions_per_month"} {
		in.Cohorts[0].Tables = append(in.Cohorts[0].Tables, Table{"metric." + m, "mean", nil, [][]Level{{}}})
	}
	_, problems := Assemble(in)
	check(t, "English", problems[0].Message(diag.English),
		"these released metrics are not used in any guideline: sessions_per_month, response_rate: reports have nothing to compare these figures with; add a guideline with this metric; if there is no target, leave out min and max")
	check(t, "Japanese", problems[0].Message(diag.Japanese),
		"実績があるのに、対応するガイドラインがない指標: sessions_per_month, response_rate。レポートで、実績を目標と比べられません。この metric を付けたガイドラインを加えてください。目標値がなければ、min と max は書かなくてかまいません")
}
