package microdata

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func TestARoleIsReadFromMarksInTwoColumns(t *testing.T) {
	for about, c := range map[string]struct{ roster, want string }{
		"circles":                {"社員番号,氏名,メンター,メンティー\nE1,甲野 一,○,\nE2,乙野 二,,〇\n", "mentor mentee"},
		"circles and strikes":    {"社員番号,氏名,メンター（○）,メンティ（○）\nE1,甲野 一,○,×\nE2,乙野 二,x,○\n", "mentor mentee"},
		"a group above":          {"社員番号,氏名,役割,\n,,メンター,メンティー\nE1,甲野 一,レ,\nE2,乙野 二,,レ\n", "mentor mentee"},
		"boxes":                  {"Employee ID,Name,Mentor,Mentee\nE1,Hajime Kono,TRUE,FALSE\nE2,Jiro Otsuno,FALSE,TRUE\n", "mentor mentee"},
		"crosses":                {"Employee ID,Name,Mentor,Mentee\nE1,Hajime Kono,x,\nE2,Jiro Otsuno,,X\n", "mentor mentee"},
		"words":                  {"社員番号,氏名,メンター,メンティー\nE1,甲野 一,メンター,\nE2,乙野 二,,メンティ\n", "mentor mentee"},
		"beside another class":   {"社員番号,氏名,区分,メンター,メンティー\nE1,甲野 一,正社員,1,0\nE2,乙野 二,正社員,0,1\n", "mentor mentee"},
		"a role and its partner": {"社員番号,氏名,役割,メンター,メンティー\nE1,甲野 一,メンター,,乙野 二\nE2,乙野 二,メンティー,甲野 一,\n", "mentor mentee 1 (D): data-column-unknown 1 (E): data-column-unknown"},
		"partners alone":         {"社員番号,氏名,メンター,メンティー\nE1,甲野 一,,乙野 二\nE2,乙野 二,甲野 一,\n", "1: data-column-missing 1 (C): data-column-unknown 1 (D): data-column-unknown"},
		"a cross beside a mark":  {"Employee ID,Name,Mentor,Mentee\nE1,Hajime Kono,yes,\nE2,Jiro Otsuno,x,\n", "3 (C mentor): data-word-unknown"},
	} {
		cohort, problems := read(folder(t, append(csvGone("pairs", "sessions", "goals", "survey-before", "survey-after"),
			txtar.File{Name: "cohorts/c1/cohort.yaml", Data: []byte("title: 試行\nstart: 2025-04-01\nend: 2025-09-30\nby: [[role]]\n")},
			txtar.File{Name: "cohorts/c1/participants.csv", Data: []byte(c.roster)})...))
		var got []string
		for _, p := range cohort.People {
			got = append(got, string(p.Role))
		}
		for line := range strings.Lines(list(problems)) {
			got = append(got, strings.TrimPrefix(strings.TrimSpace(line), "cohorts/c1/participants.csv:"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", about, got, c.want)
		}
	}
}
