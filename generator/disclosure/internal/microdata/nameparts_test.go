package microdata

import (
	"testing"

	"golang.org/x/tools/txtar"
)

func TestANameInTwoColumnsIsReadAsOne(t *testing.T) {
	for about, c := range map[string]struct{ roster, name, kana, problems string }{
		"Japanese":      {"社員番号,姓,名,セイ,メイ,役割\nE20101,甲野,一,コウノ,ハジメ,メンター\n", "甲野 一", "コウノ ハジメ", ""},
		"with brackets": {"社員番号,氏名（姓）,氏名（名）,フリガナ（姓）,フリガナ（名）,役割\nE20101,甲野,一,コウノ,ハジメ,メンター\n", "甲野 一", "コウノ ハジメ", ""},
		"English":       {"Employee ID,First name,Last Name,Role\nE20101,Hanako,Kono,Mentor\n", "Hanako Kono", "", ""},
		"surname first": {"Employee ID,Surname,Given name,Role\nE20101,Kono,Hanako,Mentor\n", "Hanako Kono", "", ""},
		"whole as well": {"社員番号,姓,名,氏名,役割\nE20101,甲野,,甲野 はじめ,メンター\n", "甲野 はじめ", "", ""},
		"one part":      {"社員番号,姓,役割\nE20101,甲野,メンター\n", "", "", "1: data-column-missing"},
		"an empty part": {"社員番号,姓,名,役割\nE20101,甲野,,メンター\n", "", "", "2 (C given_name): data-cell-empty"},
	} {
		root := folder(t, append(csvGone("pairs", "sessions", "goals", "survey-before", "survey-after"),
			txtar.File{Name: "cohorts/c1/cohort.yaml", Data: []byte("title: 試行\nstart: 2025-04-01\nend: 2025-09-30\nby: [[role]]\n")},
			txtar.File{Name: "cohorts/c1/participants.csv", Data: []byte(c.roster)})...)
		cohort, problems := read(root)
		want := ""
		if c.problems != "" {
			want = at("participants.csv", c.problems)
		}
		if got := list(problems); got != want {
			t.Errorf("%s: problems\n%swant\n%s", about, got, want)
			continue
		}
		if want == "" && (cohort.People[0].Name != c.name || cohort.People[0].Kana != c.kana) {
			t.Errorf("%s: the name is not put together", about)
		}
	}
}
