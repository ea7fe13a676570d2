package microdata

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

const twoPairs = `pair,mentor,mentee
P01,E20101,E20103
P02,E20102,E20104
`

// TestALogMayNameThePeopleOfAPair holds how sessions find their pair without
// its number.
func TestALogMayNameThePeopleOfAPair(t *testing.T) {
	for about, c := range map[string]struct{ pairs, sessions, want string }{
		"by number":                     {twoPairs, "ペア番号,メンター氏名,実施日\nP02,柏木 涼子,2025-05-02\n", "1"},
		"both ids":                      {twoPairs, "メンター社員番号,メンティー社員番号,実施日\nE20102,E20104,2025-05-02\nE20101,E20103,2025-05-03\n", "1 0"},
		"one id":                        {twoPairs, "Mentee ID,Date\nE20104,2025-05-02\n", "1"},
		"a number of rows beside":       {twoPairs, "No,メンター社員番号,メンティー社員番号,実施日\n1,E20102,E20104,2025-05-02\n", "1"},
		"ids before names":              {twoPairs, "メンター,メンター社員番号,メンティー社員番号,実施日\n鈴木,E20102,E20104,2025-05-02\n", "1"},
		"one of two is empty":           {twoPairs, "メンター社員番号,メンティー社員番号,実施日\n,E20104,2025-05-02\n", "1"},
		"pairs without numbers":         {"メンター社員番号,メンティー社員番号\nE20101,E20103\nE20102,E20104\n", "mentor,mentee,date\nE20102,E20104,2025-05-02\n", "1"},
		"nobody":                        {twoPairs, "mentor,mentee,date\n,,2025-05-02\n", "sessions.csv:2 (A mentor): data-cell-empty"},
		"people of two pairs":           {twoPairs, "mentor,mentee,date\nE20102,E20103,2025-05-02\n", "sessions.csv:2 (A mentor): data-pair-unknown"},
		"a mentor of two":               {twoPairs + "P03,E20101,E20104\n", "mentor,date\nE20101,2025-05-02\n", "sessions.csv:2 (A mentor): data-pair-several"},
		"a stranger":                    {twoPairs, "mentor,date\nE19999,2025-05-02\n", "sessions.csv:2 (A mentor): data-person-unknown"},
		"a pair twice, without numbers": {"mentor,mentee\nE20101,E20103\nE20101,E20103\n", "mentor,date\nE20101,2025-05-02\n", "pairs.csv:3 (B mentee): data-pair-twice"},
	} {
		cohort, problems := read(folder(t, append(csvGone("goals", "survey-before", "survey-after"),
			txtar.File{Name: "cohorts/c1/pairs.csv", Data: []byte(c.pairs)},
			txtar.File{Name: "cohorts/c1/sessions.csv", Data: []byte(c.sessions)})...))
		var got []string
		for _, s := range cohort.Sessions {
			got = append(got, fmt.Sprint(s.Pair))
		}
		for line := range strings.Lines(strings.ReplaceAll(list(problems), "cohorts/c1/", "")) {
			got = append(got, strings.TrimSpace(line))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", about, got, c.want)
		}
	}
}

func TestAPairByNameIsTold(t *testing.T) {
	_, problems := read(folder(t, append(csvGone("goals", "survey-before", "survey-after"),
		txtar.File{Name: "cohorts/c1/sessions.csv", Data: []byte("メンティー氏名,実施日\n八代 久美,2025-05-02\n八代　久美,2025-05-09\n")})...))
	wantProblems(t, problems, at("sessions.csv", "2 (A mentee): data-person-by-name"))
}
