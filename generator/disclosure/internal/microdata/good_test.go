package microdata

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
)

func TestACohortIsReadWhole(t *testing.T) {
	c, problems := read(folder(t))
	wantProblems(t, problems, "")
	row := func(n int) diag.Pos { return diag.Pos{File: "cohorts/c1/participants.csv", Line: n} }
	five := []Point{
		{1, map[string]string{"ja": "まったくそう思わない", "en": "Strongly disagree"}},
		{2, map[string]string{"ja": "あまりそう思わない", "en": "Disagree"}},
		{3, map[string]string{"ja": "どちらともいえない", "en": "Neither"}},
		{4, map[string]string{"ja": "ややそう思う", "en": "Agree"}},
		{5, map[string]string{"ja": "とてもそう思う", "en": "Strongly agree"}},
	}
	const settings = "cohorts/c1/cohort.yaml"
	want := Cohort{
		ID: "c1", Title: map[string]string{"ja": "試行", "en": "Trial"}, Start: Date{2025, 4, 1}, End: Date{2025, 9, 30},
		By: [][]string{{"role"}, {"department"}},
		Labels: []Label{
			{"department", "営業部", map[string]string{"en": "Sales"}},
			{"department", "法務部", map[string]string{"en": "Legal"}},
		},
		Listed: map[string][]string{"department": {"営業部", "法務部"}},
		Columns: map[string]diag.Pos{
			"role": {Letter: "E", Field: "role", Header: "role"}, "department": {Letter: "F", Field: "department", Header: "department"},
			"grade": {Field: "grade"}, "site": {Field: "site"},
		},
		LevelsAt: map[string]diag.Pos{
			"role": {File: settings, Line: 7, Column: 1, Length: 6}, "department": {File: settings, Line: 8, Column: 3, Length: 10},
			"grade": {File: settings, Line: 7, Column: 1, Length: 6}, "site": {File: settings, Line: 7, Column: 1, Length: 6},
		},
		Questions: []Question{
			{"trust", map[string]string{"ja": "相手を信頼できる", "en": "I trust the other"}, "", "trust", "high", five, nil},
			{"trends", map[string]string{"ja": "流行を説明できる", "en": "I can explain trends"}, Mentee, "trends", "high", five, nil},
		},
		People: []Person{
			{ID: "E20101", Name: "柏木 涼子", Kana: "カシワギ リョウコ", Email: "ryoko.kashiwagi@example.com", Role: Mentor, Department: "営業部", Ungrouped: "営業一課", Oriented: Date{2025, 3, 28}, Joined: Date{2025, 4, 1}, Pos: row(2)},
			{ID: "E20102", Name: "鳥居 修平", Kana: "トリイ シュウヘイ", Email: "shuhei.torii@example.com", Role: Mentor, Department: "営業部", Ungrouped: "営業二課", Joined: Date{2025, 4, 1}, Left: Date{2025, 7, 15}, Pos: row(3)},
			{ID: "E20103", Name: "八代 久美", Kana: "ヤシロ クミ", Role: Mentee, Department: "法務部", Oriented: Date{2025, 4, 3}, Joined: Date{2025, 4, 1}, Pos: row(4)},
			{ID: "E20104", Name: "庄司\n律子", Kana: "ショウジ リツコ", Email: "ritsuko.shoji@example.com", Role: Mentee, Department: "営業部", Ungrouped: "営業一課", Pos: row(5)},
		},
		Pairs: []Pair{{Mentor: 0, Mentee: 2, Matched: Date{2025, 4, 2}}, {Mentor: 1, Mentee: 3, Matched: Date{2025, 4, 2}, Ended: Date{2025, 7, 15}}},
		Sessions: []Session{
			{Pair: 0, Date: Date{2025, 4, 20}, Minutes: 45, Topics: []string{"生成AI", "キャリア"}, Format: "対面", Status: Held},
			{Pair: 1, Date: Date{2025, 5, 9}, Status: Held},
			{Pair: 0, Date: Date{2025, 12, 1}, Format: "オンライン", Status: Planned},
		},
		Goals:         []Goal{{0, "trust", "met"}, {1, "trends", "dropped"}},
		TextQuestions: []TextQuestion{{Code: "wish", Text: map[string]string{"": "ご要望"}}},
		Themes: []Theme{
			{"trust", map[string]string{"ja": "信頼", "en": "Trust"}},
			{"trends", map[string]string{"": "流行"}},
		},
		Waves: []Wave{
			{Name: "before", Answers: []Answer{{0, 0, 3}, {2, 0, 4}, {2, 1, 2}}, Responded: []bool{true, false, true, false}},
			{Name: "after", Closed: Date{2025, 10, 3}, Answers: []Answer{{0, 0, 5}, {2, 0, 5}, {2, 1, 4}},
				Comments: []Comment{{3, 0, "短くしてほしい"}}, Responded: []bool{true, false, true, true}},
		},
		AsOf: Date{2025, 10, 3},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("cohort (-want +got):\n%s", diff)
	}
}

func TestTheDataMayLieInAFolderOfItsOwn(t *testing.T) {
	whole := folder(t)
	handbook := folder(t,
		txtar.File{Name: "cohorts/c1/participants.csv (removed)"}, txtar.File{Name: "cohorts/c1/pairs.csv (removed)"},
		txtar.File{Name: "cohorts/c1/sessions.csv (removed)"}, txtar.File{Name: "cohorts/c1/goals.csv (removed)"},
		txtar.File{Name: "cohorts/c1/survey-before.csv (removed)"}, txtar.File{Name: "cohorts/c1/survey-after.csv (removed)"})
	data := folder(t, txtar.File{Name: "cohorts/c1/cohort.yaml (removed)"}, txtar.File{Name: "survey.yaml (removed)"})
	survey, _ := ReadSurvey(handbook)
	apart, problems := Read(handbook, data, "c1", survey)
	wantProblems(t, problems, "")
	together, _ := read(whole)
	if diff := cmp.Diff(together, apart); diff != "" {
		t.Errorf("one folder and two read differently:\n%s", diff)
	}
}

func TestTablesMayHaveOtherNames(t *testing.T) {
	root := folder(t, txtar.File{Name: "cohorts/c1/goals.csv (removed)"},
		txtar.File{Name: "cohorts/c1/目標.csv", Data: []byte("ペア;テーマ;status\nP02;trust;met\n")},
		txtar.File{Name: "cohorts/c1/cohort.yaml", Data: []byte(`title: 試行
start: 2025/4/1
end: 2025-09-30
tables:
  goals: {file: 目標.csv, columns: {pair: ペア, theme: テーマ}}
`)})
	c, problems := read(root)
	wantProblems(t, problems, "")
	if diff := cmp.Diff([]Goal{{1, "trust", "met"}}, c.Goals); diff != "" {
		t.Errorf("goals:\n%s", diff)
	}
	if diff := cmp.Diff([][]string{{"role"}, {"department"}}, c.By); diff != "" {
		t.Errorf("breakdowns where none are given:\n%s", diff)
	}
}

func TestPulsesStandBetweenBeforeAndAfter(t *testing.T) {
	answers := []byte("respondent,trust\nE20101,4\n")
	c, problems := read(folder(t,
		txtar.File{Name: "cohorts/c1/survey-pulse-2025-06-02.csv", Data: answers},
		txtar.File{Name: "cohorts/c1/survey-pulse-2025-05-12.csv", Data: answers},
		txtar.File{Name: "cohorts/c1/survey-mid.csv", Data: answers}))
	wantProblems(t, problems, "")
	var got []string
	for _, w := range c.Waves {
		got = append(got, w.Name)
	}
	if diff := cmp.Diff([]string{"before", "mid", "pulse-2025-05-12", "pulse-2025-06-02", "after"}, got); diff != "" {
		t.Errorf("waves:\n%s", diff)
	}
}

func TestTheFingerprintFollowsTheData(t *testing.T) {
	key := []byte("0123456789abcdef0123456789abcdef")
	print := func(more ...txtar.File) string {
		root := folder(t, more...)
		got, err := Fingerprint(root, root, "c1", key)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	base := print()
	if again := print(); again != base {
		t.Errorf("the same data has the fingerprints %s and %s", base, again)
	}
	if other := print(txtar.File{Name: "cohorts/c1/releases/0001.json", Data: []byte("{}")}); other != base {
		t.Error("a release changes the fingerprint")
	}
	for _, f := range []txtar.File{
		{Name: "cohorts/c1/goals.csv", Data: []byte("pair,theme,status\n")},
		{Name: "cohorts/c1/survey-mid.csv", Data: []byte("respondent,trust\n")},
		{Name: "cohorts/c1/pairs.csv (removed)"},
		{Name: "cohorts/c1/cohort.yaml", Data: []byte("title: x\n")},
		{Name: "survey.yaml (removed)"},
	} {
		if print(f) == base {
			t.Errorf("a change of %s leaves the fingerprint as it was", f.Name)
		}
	}
	root := folder(t)
	if other, _ := Fingerprint(root, root, "c1", []byte("another")); other == base {
		t.Error("another key gives the same fingerprint")
	}
	if _, err := Fingerprint(root, root, "c1", nil); err == nil {
		t.Error("no key, and yet a fingerprint")
	}
}

func TestACohortOutsideItsFolderIsNotRead(t *testing.T) {
	root := folder(t)
	for _, id := range []string{"", ".", "..", "../c1", "c1/releases", "none"} {
		if c, problems := Read(root, root, id, Survey{}); len(problems) == 0 || len(c.People) > 0 {
			t.Errorf("Read(%q) gives %d people and %v", id, len(c.People), problems)
		}
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("id,name,role\nE20101,ZQX 涼子,mentor\n")
	f.Add("\ufeffid;ZQX;role\n\"a\nb\";;x")
	f.Add("id,id,name,role,ZQX\n\"ZQX")
	dir := f.TempDir()
	cohort := filepath.Join(dir, "cohorts", "c1")
	if err := os.MkdirAll(cohort, 0o755); err != nil {
		f.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(cohort, "cohort.yaml"), []byte("title: x\nstart: 2025-04-01\nend: 2025-09-30\n"), 0o644); err != nil {
		f.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		f.Fatal(err)
	}
	survey := Survey{Questions: []Question{{Code: "trust", Scale: []Point{{1, nil}, {2, nil}}}}}
	f.Fuzz(func(t *testing.T, data string) {
		for _, name := range []string{"participants.csv", "pairs.csv", "sessions.csv", "goals.csv", "survey-after.csv"} {
			if err := os.WriteFile(filepath.Join(cohort, name), []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		c, problems := Read(root, root, "c1", survey)
		if diag.Stops(problems, false) && len(c.People) > 0 {
			t.Error("a cohort with a problem is not empty")
		}
		for _, p := range problems {
			if message := p.Pos.String() + p.Message(diag.English) + p.Message(diag.Japanese); strings.Contains(message, marker) {
				t.Errorf("the message holds a cell: %s", message)
			}
		}
	})
}
