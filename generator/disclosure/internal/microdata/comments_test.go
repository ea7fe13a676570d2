package microdata

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

func TestCommentsAreOfThoseWhoWereAskedInTime(t *testing.T) {
	survey := txtar.File{Name: "survey.yaml", Data: []byte(`scales:
  yesno: {values: [0, 1]}
questions:
  - {code: trust, text: 相手を信頼できる, scale: yesno}
  - {code: unused, text: 使わない設問, scale: text}
  - {code: comment_learned, text: 学んだこと, scale: text, who: mentor, theme: trust}
  - {code: wish, text: ご要望, scale: text}
themes: {trust: 信頼}
`)}
	settings := txtar.File{Name: "cohorts/c1/cohort.yaml", Data: []byte("title: 試行\nstart: 2025-04-01\nend: 2025-09-30\nwaves: {after: {closed: 2025-10-03}}\n")}
	wave := func(rows string) txtar.File {
		return txtar.File{Name: "cohorts/c1/survey-after.csv", Data: []byte("respondent,submitted,trust,comment_learned,wish,comment\n" + rows)}
	}
	c, problems := read(folder(t, survey, settings, wave("E20101,2025-10-03,1,聞く力,,読み飛ばす\nE20102,2025-10-04,1,遅れて出した,間に合わず,\nE20103,,, ,\" 短く\nしてほしい \",\n"),
		txtar.File{Name: "cohorts/c1/survey-before.csv (removed)"}, txtar.File{Name: "cohorts/c1/goals.csv (removed)"}))
	wantProblems(t, problems, "")
	want := []Comment{{0, 0, "聞く力"}, {2, 1, "短く\nしてほしい"}}
	if diff := cmp.Diff(want, c.Waves[0].Comments); diff != "" {
		t.Errorf("comments (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]TextQuestion{{"comment_learned", map[string]string{"": "学んだこと"}, Mentor, "trust", nil}, {"wish", map[string]string{"": "ご要望"}, "", "", nil}}, c.TextQuestions); diff != "" {
		t.Errorf("text questions (-want +got):\n%s", diff)
	}
	_, problems = read(folder(t, survey, settings, wave("E20103,,1,尋ねていない,,\n"),
		txtar.File{Name: "cohorts/c1/survey-before.csv (removed)"}, txtar.File{Name: "cohorts/c1/goals.csv (removed)"}))
	wantProblems(t, problems, "cohorts/c1/survey-after.csv:1 (E): survey-question-empty\ncohorts/c1/survey-after.csv:2 (D comment_learned): data-answer-not-asked\n")
}

func TestFingerprintSeesApprovals(t *testing.T) {
	key := []byte("0123456789abcdef0123456789abcdef")
	plain := folder(t)
	approved := folder(t, txtar.File{Name: "cohorts/c1/quotes.yaml", Data: []byte("quotes: []\n")})
	one, err := Fingerprint(plain, plain, "c1", key)
	other, err2 := Fingerprint(approved, approved, "c1", key)
	if err != nil || err2 != nil || one == other {
		t.Errorf("with and without approvals the hash is equal: %v; %v %v", one == other, err, err2)
	}
}
