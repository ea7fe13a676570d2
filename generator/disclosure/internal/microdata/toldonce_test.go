package microdata

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
)

// people4 is a cohort of four of whom one has the id of another, so that the
// person whom other tables name by an address or by a name seems to be missing.
// The id 104 is missing.
const people4 = `-- cohorts/c1/cohort.yaml --
title: 試行
start: 2025-04-01
end: 2025-09-30
-- survey.yaml --
scales:
  agree: {values: [1, 2, 3, 4, 5]}
questions:
  - {code: digital, text: 使える, scale: agree}
-- cohorts/c1/participants.csv --
社員番号,氏名,メールアドレス,役割
101,甲野 一,hajime.kono@example.com,mentor
102,乙川 二,futaba.otsukawa@example.com,mentor
103,丙田 三,mitsu.heida@example.com,mentee
103,丁野 四,shiho.teino@example.com,mentee
-- cohorts/c1/pairs.csv --
ペア番号,メンター,メンティー
P1,101,103
P2,102,104
-- cohorts/c1/sessions.csv --
ペア番号,実施日
P1,2025-05-01
P2,2025-05-02
-- cohorts/c1/survey-after.csv --
完了時刻,メール,名前,digital
2025-10-01 10:00:00,mitsu.heida@example.com,丙田 三,4
2025-10-01 11:00:00,shiho.teino@example.com,丁野 四,2
2025-10-01 12:00:00,,丁野 四,5
`

func TestWhatFollowsFromAnIDThatStandsTwiceIsNotTold(t *testing.T) {
	_, _, problems := inspect(t, onlyPeople+people4)
	wantProblems(t, problems, "cohorts/c1/pairs.csv:3 (C mentee): data-person-unknown\ncohorts/c1/participants.csv:5 (A id): data-id-twice\n")

	_, _, problems = inspect(t, onlyPeople+strings.Replace(people4, "103,丁野", "105,丁野", 1))
	wantProblems(t, problems, `cohorts/c1/pairs.csv:3 (C mentee): data-person-unknown
cohorts/c1/survey-after.csv:4 (C name): data-person-by-name
cohorts/c1/survey-after.csv:4 (C name): survey-answered-again
`)
	again := problems[len(problems)-1]
	if got, want := again.Pos.In(diag.Japanese)+again.Message(diag.Japanese), "cohorts/c1/survey-after.csv:4（C列、名前）この人はほかの行でも回答しています（行: 3）"; !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want it to begin with %s", got, want)
	}
}

// TestARowThatStandsTwiceIsToldOnce pastes a row of the roster a second time.
func TestARowThatStandsTwiceIsToldOnce(t *testing.T) {
	row := "103,丙田 三,mitsu.heida@example.com,mentee,営業部\n"
	_, problems := read(folder(t, txtar.File{Name: "cohorts/c1/participants.csv", Data: []byte("社員番号,氏名,メールアドレス,役割,部署\n" + row + row)}))
	var told []string
	for _, p := range problems {
		if p.Pos.File == "cohorts/c1/participants.csv" {
			told = append(told, string(p.ID))
		}
	}
	if !slices.Equal(told, []string{"data-id-twice"}) {
		t.Errorf("got %q, want data-id-twice alone", told)
	}
}

// TestASharedAddressTellsNobody answers a survey by an address that two have:
// with a name it is told apart, without one it is not.
func TestASharedAddressTellsNobody(t *testing.T) {
	shared := strings.NewReplacer("103,丁野", "104,丁野", "shiho.teino@", "mitsu.heida@").Replace(people4)
	_, _, problems := inspect(t, onlyPeople+strings.Replace(shared, "mitsu.heida@example.com,丙田 三,4", "mitsu.heida@example.com,,4", 1))
	wantProblems(t, problems, `cohorts/c1/participants.csv:5 (C email): data-email-twice
cohorts/c1/survey-after.csv:2 (B email): data-person-several
cohorts/c1/survey-after.csv:3 (C name): data-person-by-name
cohorts/c1/survey-after.csv:4 (C name): survey-answered-again
`)
}
