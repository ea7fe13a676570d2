package handbook

import (
	"testing"

	"kohort/generator/diag"
	"kohort/generator/markdown"
)

// TestDirectiveMessages holds what an author reads of each wrong attribute of
// figure and value, and where it points.
func TestDirectiveMessages(t *testing.T) {
	const figure, value = markdown.SlotFigure, markdown.SlotValue
	for _, test := range []struct {
		name   string
		kind   markdown.SlotKind
		attrs  []string
		id     diag.ID
		column int // of the wrong attribute, ten to each
		en, ja string
	}{
		{"cohort", figure, []string{"id", "sessions.held", "cohort", "2025-sprung"}, "figure-cohort", 20,
			`there is no released cohort "2025-sprung"; write one of: 2025-spring; ` + "if it has data, `kohort release 2025-sprung` releases it",
			"リリース済みのコーホートに「2025-sprung」がありません。次のどれかを書いてください: 2025-spring。データがあれば `kohort release 2025-sprung` でリリースできます"},
		{"id", value, []string{"id", "survey.trust", "cohort", "2025-spring"}, "figure-table", 10,
			`the release of 2025-spring has no table "survey.trust"; write one of: survey.trust.after, participation.enrolled, sessions.held`,
			"2025-spring のリリースに表「survey.trust」がありません。次のどれかを書いてください: survey.trust.after, participation.enrolled, sessions.held"},
		{"stat", figure, []string{"id", "survey.trust.after", "cohort", "2025-spring", "stat", "maen"}, "figure-stat", 30,
			`the table survey.trust.after has no statistic "maen"; write one of: mean, distribution`,
			"表 survey.trust.after に「maen」という統計量はありません。次のどれかを書いてください: mean, distribution"},
		{"by", figure, []string{"id", "participation.enrolled", "cohort", "2025-spring", "by", "departmnt"}, "figure-dimension", 30,
			`the table participation.enrolled is not broken down by "departmnt"; write one of: department, role`,
			"表 participation.enrolled に「departmnt」別の数字はありません。次のどれかを書いてください: department, role"},
		{"by two", figure, []string{"id", "participation.enrolled", "cohort", "2025-spring", "by", "role,department"}, "figure-crossing", 30,
			`the table participation.enrolled has no figures broken down by "role,department" together; write one of: department, role`,
			"表 participation.enrolled に「role,department」を掛け合わせた数字はありません。次のどれかを書いてください: department, role"},
		{"by where there is none", figure, []string{"id", "sessions.held", "cohort", "2025-spring", "by", "role"}, "figure-no-dimensions", 30,
			"the table sessions.held has figures for the whole cohort only; leave out the attributes \"by\" and \"at\"",
			"表 sessions.held にはコーホート全体の数字しかありません。by と at を外してください"},
		{"level", value, []string{"id", "participation.enrolled", "cohort", "2025-spring", "at", "department=経理"}, "value-level", 30,
			`department has no "経理" in the release; write one of: 経理部, 営業部`,
			"リリースの department に「経理」がありません。次のどれかを書いてください: 経理部, 営業部"},
		{"level alone", value, []string{"id", "participation.enrolled", "cohort", "2025-spring", "at", "営業部"}, "value-level-bare", 30,
			`the attribute "at" names "営業部" without saying which dimension it belongs to; write at="department=営業部"`,
			"at の「営業部」に、何の区分かが書かれていません。at=\"department=営業部\" と書いてください"},
		{"cell", value, []string{"id", "participation.enrolled", "cohort", "2025-spring", "at", "department=営業部;role=mentor"}, "value-cell", 30,
			`the table participation.enrolled has no figure for "department=営業部;role=mentor"; set fewer conditions, or leave out the attribute "at" to show the figure for the whole cohort`,
			"表 participation.enrolled に「department=営業部;role=mentor」の数字はありません。条件を減らすか、全体の数字なら at を外してください"},
		{"show", value, []string{"id", "participation.enrolled", "cohort", "2025-spring", "show", "people"}, "value-show", 30,
			`the attribute "show" cannot be "people"; write show=n for the number of people or pairs, or leave out show for the figure itself`,
			"show に「people」は書けません。人数や組数なら show=n と書き、数字そのものなら show を外してください"},
		{"distribution", value, []string{"id", "survey.trust.after", "cohort", "2025-spring", "stat", "distribution"}, "value-distribution", 30,
			"this directive asks for the distribution of survey.trust.after, which is not a single number; write stat=mean if the table has it, show=n for the number of people, or use a figure",
			"この指定で示されるのは survey.trust.after の分布です。分布は一つの数字ではないため、文中には置けません。平均があれば stat=mean、人数なら show=n と書いてください。分布を見せるなら figure を使ってください"},
	} {
		t.Run(test.name, func(t *testing.T) {
			slot := directive(test.kind, test.attrs...)
			for i := range slot.Attrs {
				slot.Attrs[i].Pos = diag.At("pages/index.md", 1, 10*(i+1))
			}
			_, problems := Assemble(withCohort(inJapanese(page("index.md", slot))))
			if len(problems) != 1 {
				t.Fatalf("%d problems, want 1: %v", len(problems), problems)
			}
			check(t, "problem", problems[0].ID, test.id)
			check(t, "English", problems[0].Message(diag.English), test.en)
			check(t, "Japanese", problems[0].Message(diag.Japanese), test.ja)
			check(t, "position", problems[0].Pos, diag.At("pages/index.md", 1, test.column))
		})
	}
}

func TestFullWidthEqualsSign(t *testing.T) {
	h, problems := assemble(t, withCohort(inJapanese(page("index.md",
		directive(markdown.SlotValue, "id", "participation.enrolled", "cohort", "2025-spring", "at", "department＝営業部")))))
	check(t, "problems", problems, []string(nil))
	check(t, "cell", find(t, h, "index.html").Parts[0].Value.At, []Level{{"department", "営業部"}})
}

// TestWordsOfAReportAndItsGuidelines: what leaders read comes from the front
// matter of the page in its language, and the rules of an edition stand in its
// reading order.
func TestWordsOfAReportAndItsGuidelines(t *testing.T) {
	brief := page("brief.md")
	brief.front.Verdict, brief.front.Risks, brief.front.Decision = "続ける価値があります。", []string{"日程", "評価"}, "予算を承認する。"
	first, second := page("a.md"), page("b.md")
	first.doc.Guidelines = []markdown.Guideline{{ID: "twice", Label: "月2回", Metric: "sessions_per_month", Min: "2"}}
	second.doc.Guidelines = []markdown.Guideline{{ID: "kind", Label: "親切に"}}
	h, _ := assemble(t, inJapanese(page("index.md"), second, first, brief))
	p := find(t, h, "brief.html")
	check(t, "words", append([]string{p.Verdict, p.Decision}, p.Risks...), []string{"続ける価値があります。", "予算を承認する。", "日程", "評価"})
	var rules []string
	for _, g := range h.Trees[0].Editions[0].Guidelines {
		rules = append(rules, g.Page.URL+"#"+g.ID+" "+g.Label+" "+g.Metric+" "+g.Min)
	}
	check(t, "rules", rules, []string{"a.html#twice 月2回 sessions_per_month 2", "b.html#kind 親切に  "})
}
