package microdata

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
)

// inspect reads the cohort c1 of good.txtar with other files in place of some.
func inspect(t *testing.T, files string) (Overview, []Grouping, []diag.Problem) {
	t.Helper()
	root := folder(t, txtar.Parse([]byte(files)).Files...)
	survey, problems := ReadSurvey(root)
	if len(problems) > 0 {
		t.Fatal(list(problems))
	}
	return Inspect(root, root, "c1", survey, 2)
}

// wantChecks holds what is told when good.txtar has other files, apart from
// what is told of good.txtar itself.
func wantChecks(t *testing.T, files, want string) []diag.Problem {
	t.Helper()
	_, _, found := inspect(t, files)
	found = slices.DeleteFunc(found, func(p diag.Problem) bool {
		return p.ID == "data-pair-department" && !strings.Contains(want, "data-pair-department")
	})
	wantProblems(t, found, want)
	for _, p := range found {
		for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
			if message := p.Pos.In(lang) + p.Message(lang); strings.Contains(message, marker) {
				t.Errorf("the message holds a cell: %s", message)
			}
		}
	}
	return found
}

const people = `-- cohorts/c1/participants.csv --
id,name,role,department,manager,joined,left_company,withdrawn
`

func TestManagersWhoCannotBe(t *testing.T) {
	for name, c := range map[string]struct{ rows, want string }{
		"own manager":                {"E20101,甲野 一,mentor,営業一課,E20101,,,\n", "2 (E manager): data-manager-self"},
		"a circle of three":          {"E20101,甲野 一,mentor,営業一課,E20102,,,\nE20102,乙川 二,mentor,法務部,E20103,,,\nE20103,丙田 三,mentee,法務部,E20101,,,\n", "2 (E manager): data-manager-circle\n3 (E manager): data-manager-circle\n4 (E manager): data-manager-circle"},
		"an outsider's id":           {"E20101,甲野 一,mentor,営業一課,E99999,,,\n", ""},
		"a zero is lost":             {"E20101,甲野 一,mentor,営業一課,E2010,,,\nE20102,乙川 二,mentor,法務部,E20103,,,\n", "2 (E manager): data-manager-unlike"},
		"an outsider's name":         {"E20101,甲野 一,mentor,営業一課,ZQX 部長,,,\nE20102,乙川 二,mentor,法務部,E20103,,,\n", "2 (E manager): data-manager-unlike"},
		"names all over":             {"E20101,甲野 一,mentor,営業一課,ZQX 部長,,,\nE20102,乙川 二,mentor,法務部,ZQX 課長,,,\n", "2 (E manager): data-manager-none"},
		"ids of more than one form":  {"E20101,甲野 一,mentor,営業一課,C77,,,\nC5,乙川 二,mentor,法務部,E1,,,\n", ""},
		"a participant by his name":  {"E20101,甲野 一,mentor,営業一課,乙川　二,,,\nE20102,乙川 二,mentor,法務部,E20103,,,\n", "2 (E manager): data-person-by-name"},
		"nobody's manager is given":  {"E20101,甲野 一,mentor,営業一課,,,,\n", ""},
		"below a circle, not in one": {"E20101,甲野 一,mentor,営業一課,E20102,,,\nE20102,乙川 二,mentor,法務部,E20102,,,\n", "3 (E manager): data-manager-self"},
	} {
		t.Run(name, func(t *testing.T) {
			rest := "E20190,丁野 四,mentor,法務部,,,,\nE20191,戊山 五,mentee,営業二課,,,,\n"
			if name == "ids of more than one form" {
				rest = ""
			}
			wantChecks(t, people+c.rows+rest+onlyPeople, at("participants.csv", c.want))
		})
	}
}

// at gives a line for each of what is told of a file.
func at(file, told string) (out string) {
	for line := range strings.Lines(told) {
		out += "cohorts/c1/" + file + ":" + strings.TrimSpace(line) + "\n"
	}
	return out
}

// onlyPeople takes away the tables that name other people, and the levels that
// nobody has.
const onlyPeople = `-- cohorts/c1/pairs.csv (removed) --
-- cohorts/c1/sessions.csv (removed) --
-- cohorts/c1/goals.csv (removed) --
-- cohorts/c1/survey-before.csv (removed) --
-- cohorts/c1/survey-after.csv (removed) --
`

func TestDatesFarFromTheCohort(t *testing.T) {
	rows := `E20101,甲野 一,mentor,営業一課,,2052-04-01,,
E20102,乙川 二,mentee,法務部,,2024-03-30,2031-04-01,2030-01-01
E20103,丙田 三,mentee,営業二課,,2024-03-31,2004-04-01,
`
	wantChecks(t, people+rows+onlyPeople, at("participants.csv", "2 (F joined): data-date-far\n3 (F joined): data-date-far\n4 (G left_company): data-date-far\n4 (G left_company): data-date-order"))
}

func TestSessionsOutsideTheirTime(t *testing.T) {
	wantChecks(t, `-- cohorts/c1/sessions.csv --
pair,date,status
P02,2025-04-01,held
P02,2025-07-16,held
P02,2025-07-15,held
P01,2025-03-31,held
P01,2025-10-01,
P01,2027-10-01,held
P02,2025-09-01,planned
P02,2025-09-01,cancelled
`, at("sessions.csv", `2 (B date): data-session-outside-pair
3 (B date): data-session-outside-pair
5 (B date): data-session-outside-cohort
6 (B date): data-session-outside-cohort
7 (B date): data-date-far`))
}

func TestPairsInOneLineOrDepartment(t *testing.T) {
	files := people + `E20101,甲野 一,mentor,営業一課,E20103,,,
E20102,乙川 二,mentor,営業二課,E20104,,,
E20103,丙田 三,mentee,法務部,E20104,,,
E20104,丁野 四,mentee,営業一課,E99999,,,
E20105,戊原 五,mentor,営業一課,,,,
-- cohorts/c1/pairs.csv --
pair,mentor,mentee
P01,E20101,E20103
P02,E20101,E20104
P03,E20102,E20104
P04,E20102,E20103
P05,E20105,E20104
`
	found := wantChecks(t, files, at("pairs.csv", `2 (C mentee): data-pair-line
3 (C mentee): data-pair-department
3 (C mentee): data-pair-line
4 (C mentee): data-pair-line`))
	for _, p := range found {
		if p.ID != "data-pair-department" {
			continue
		}
		if got := p.Message(diag.English); !strings.Contains(got, "2 pairs (rows: 3, 6)") {
			t.Errorf("got %q, want both rows", got)
		}
	}
	_, problems := read(folder(t, txtar.Parse([]byte(files)).Files...))
	for _, p := range problems {
		if p.ID == "data-pair-line" || p.ID == "data-pair-department" {
			t.Errorf("a release tells %s, which nobody can mend", p.ID)
		}
	}
}
