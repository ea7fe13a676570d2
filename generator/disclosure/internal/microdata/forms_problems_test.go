package microdata

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
)

// openSettings say nothing of when a survey was closed.
const openSettings = "title: 試行\nstart: 2025-04-01\nend: 2025-09-30\n"

const (
	digitalText = "仕事に必要なデジタルツールを使いこなせている"
	safetyText  = "わからないことを「わからない」と安心して言える"
)

func TestProblemsOfFormsNameNoAnswerAndNoPerson(t *testing.T) {
	const mails = "完了時刻,メール," + digitalText + "\n"
	for _, c := range []struct{ name, settings, data, want string }{
		{"a word that is not on the scale", formsSettings, mails + "2025-09-26,shuhei.torii@example.com,ZQX とても\n", "survey-after.csv:2 (C digital): data-answer-bad"},
		{"a number with the label of another", formsSettings, mails + "2025-09-26,shuhei.torii@example.com,4 - とてもそう思う\n", "survey-after.csv:2 (C digital): data-answer-bad"},
		{"several choices for one answer", formsSettings, mails + "2025-09-26,shuhei.torii@example.com,とてもそう思う;ややそう思う;\n", "survey-after.csv:2 (C digital): data-answer-bad"},
		{"an address that nobody has", formsSettings, mails + "2025-09-26,zqx@example.com,5\n", "survey-after.csv:2 (B email): survey-respondent-unknown"},
		{"a name that nobody has", formsSettings, "完了時刻,名前," + digitalText + "\n2025-09-26,ZQX 花,5\n", "survey-after.csv:2 (B name): survey-respondent-unknown"},
		{"an id and another's address", formsSettings, "社員番号,メール," + digitalText + "\nE20101,shuhei.torii@example.com,5\n", "survey-after.csv:2 (A respondent): survey-respondent-differs"},
		{"a row that names nobody among others", formsSettings, mails + "2025-09-26,shuhei.torii@example.com,5\n2025-09-26,anonymous,5\n", "survey-after.csv:3 (B email): data-cell-empty"},
		{"a person twice, and not known when", formsSettings, mails + "2025-09-26,shuhei.torii@example.com,5\n,shuhei.torii@example.com,4\n", "survey-after.csv:3 (B email): data-respondent-twice"},
		{"two columns for one question", formsSettings, "respondent," + digitalText + ",1. " + digitalText + "と思いますか\nE20101,5,4\n", "survey-after.csv:1 (C): data-column-twice"},
		{"two columns for one question in words", formsSettings, "respondent,digital,learned,印象に残ったこと\nE20101,5,ZQX,ZQX2\n", "survey-after.csv:1 (D): survey-column-twice"},
		{"a question that denies", formsSettings, "respondent,仕事に必要なデジタルツールを使いこなせていない\nE20101,5\n", "survey-after.csv:1 (B): survey-column-unsure"},
		{"a question nobody answered", formsSettings, "respondent,digital,safety\nE20101,5,該当なし\n", "survey-after.csv:1 (C): survey-question-empty"},
		{"a header that no question is like", formsSettings, "respondent,digital,ZQXについて自由に書いてください\nE20101,5,ZQX\n", "survey-after.csv:1 (C): survey-column-unmatched"},
		{"a short header that says nothing", formsSettings, "respondent,digital,ZQX\nE20101,5,ZQX\n", "survey-after.csv:1 (C): data-column-unknown"},
		{"a slip in the name of a column", formsSettings, "respondant,digital\nE20101,5\n", "survey-after.csv: survey-anonymous\ncohorts/c1/survey-after.csv:1 (A): data-column-unsure"},
		{"nobody named in an open wave", openSettings, mails + "2025-09-26,anonymous,5\n2025-09-26,anonymous,4\n", "survey-after.csv: survey-anonymous-open"},
		{"nobody named in a closed wave", formsSettings, digitalText + "\n5\n4\n", "survey-after.csv: survey-anonymous"},
		{"more responses than people", formsSettings, digitalText + strings.Repeat("\n5", 5) + "\n", "survey-after.csv: survey-anonymous-many"},
	} {
		_, problems := readForm(t, "survey-after.csv", []byte(c.data), c.settings)
		if got := list(problems); got != "cohorts/c1/"+c.want+"\n" {
			t.Errorf("%s: problems are\n%swant\n%s", c.name, got, c.want)
		}
		for _, p := range problems {
			for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
				if m := strings.ToLower(p.Pos.In(lang) + p.Message(lang)); strings.Contains(m, "zqx") || strings.Contains(m, "torii") || strings.Contains(m, "{") && !strings.Contains(m, "tables: {survey-after: {") && !strings.Contains(m, "waves: {after: {closed: ") {
					t.Errorf("%s: the message holds a cell or an empty slot: %s", c.name, m)
				}
			}
		}
	}
}

func TestAnUnsureColumnIsSettledInCohortYAML(t *testing.T) {
	data := []byte("respondent,仕事に必要なデジタルツールを使いこなせていない\nE20101,5\n")
	_, problems := readForm(t, "survey-after.csv", data, formsSettings)
	if len(problems) != 1 || !strings.Contains(problems[0].Message(diag.English), `tables: {survey-after: {columns: {digital: "…"}}}`) {
		t.Fatalf("the problem does not say which line to write: %v", problems)
	}
	for settings, want := range map[string][]Answer{
		"tables: {survey-after: {columns: {digital: 仕事に必要なデジタルツールを使いこなせていない}}}\n": {{0, 0, 5}},
		"tables: {survey-after: {ignore: [仕事に必要なデジタルツールを使いこなせていない]}}\n":           nil,
	} {
		c, problems := readForm(t, "survey-after.csv", data, formsSettings+settings)
		wantProblems(t, problems, "")
		if diff := cmp.Diff(want, c.Waves[0].Answers); diff != "" {
			t.Errorf("%s: %s", settings, diff)
		}
	}
}

func TestResponsesThatNameNobodyAreOfNoParticipant(t *testing.T) {
	header := "ID,開始時刻,完了時刻,メール,名前," + digitalText + "," + safetyText + ",印象に残ったこと\n"
	rows := []string{"1,,2025-09-26 18:00,anonymous,,とてもそう思う,3,何か\n", "2,,2025-09-27 18:00,anonymous,,1,,\n", "3,,2025-09-28 18:00,anonymous,,,,\n", "4,,2025-10-09 18:00,anonymous,,1,1,\n"}
	c, problems := readForm(t, "survey-after.csv", []byte(header+strings.Join(rows, "")), formsSettings)
	wantProblems(t, problems, "cohorts/c1/survey-after.csv: survey-anonymous\n")
	slices.Reverse(rows)
	turned, _ := readForm(t, "survey-after.csv", []byte(header+strings.Join(rows, "")), formsSettings)
	if diff := cmp.Diff(c, turned); diff != "" {
		t.Errorf("another order of rows makes another cohort:\n%s", diff)
	}
	if len(c.People) != 6 || c.People[4].ID == c.People[5].ID {
		t.Fatalf("%d people, want four and two responses with ids of their own", len(c.People))
	}
	for _, p := range c.People[4:] {
		if p != (Person{ID: p.ID, Anonymous: true}) {
			t.Error("something is known of a response that names nobody")
		}
	}
	want := Wave{Name: "after", Closed: Date{2025, 10, 3}, Late: 1, Anonymous: true, Responded: []bool{false, false, false, false, true, true},
		Answers: []Answer{{4, 0, 1}, {5, 0, 5}, {5, 1, 3}}}
	if diff := cmp.Diff(want, c.Waves[0]); diff != "" {
		t.Errorf("wave (-want +got):\n%s", diff)
	}
}

func TestACodeMayNotBeAColumnOfEverySurvey(t *testing.T) {
	for _, code := range []string{"respondent", "submitted", "email", "name"} {
		_, problems := read(folder(t, txtar.File{Name: "survey.yaml", Data: []byte("scales: {yesno: {values: [0, 1]}}\nquestions:\n  - {code: " + code + ", text: 設問, scale: yesno}\n")}))
		if !slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.ID == "survey-code-bad" }) {
			t.Errorf("the code %s is taken", code)
		}
	}
}
