package microdata

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// staff makes people of departments: "営業部 3+2" is 3 mentors and 2 mentees.
func staff(t *testing.T, departments ...string) []Person {
	t.Helper()
	var out []Person
	for _, d := range departments {
		var name string
		var mentors, mentees int
		if _, err := fmt.Sscanf(strings.Replace(d, "+", " ", 1), "%s %d %d", &name, &mentors, &mentees); err != nil {
			t.Fatal(err)
		}
		for i := range mentors + mentees {
			role := Mentor
			if i >= mentors {
				role = Mentee
			}
			out = append(out, Person{Role: role, Department: name})
		}
	}
	return out
}

func TestSmallLevelsAreJoinedFromSizesAlone(t *testing.T) {
	people := staff(t, "営業部 10+6", "人事部 2+1", "法務部 1+1", "経理部 2+2", "広報部 5+5")
	g, ok := grouping(people, "department", 5, false)
	want := Grouping{
		Dimension: "department",
		Joined:    []Joined{{"経理部・法務部・人事部", []string{"経理部", "法務部", "人事部"}, 9}},
		Before:    Coverage{5, 2, 26}, After: Coverage{3, 3, 35}, People: 35,
	}
	if !ok {
		t.Fatal("nothing is proposed")
	}
	if diff := cmp.Diff(want, g); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for i, p := range people {
		p.Withdrawn = Date{2026, 5, 1}
		if p.Department == "広報部" && i%2 == 0 {
			people[i] = p
		}
	}
	if again, _ := grouping(people, "department", 5, false); again.People != 30 {
		t.Errorf("got %d people, want 30 without those who withdrew", again.People)
	}
}

func TestEachRoleNeedsEnoughWhereItIsAskedFor(t *testing.T) {
	people := staff(t, "営業部 8+5", "人事部 6+2", "法務部 2+5", "経理部 6+6")
	if _, ok := grouping(people, "department", 5, false); ok {
		t.Error("each department has 5 people, and yet some are joined")
	}
	g, ok := grouping(people, "department", 5, true)
	want := Grouping{
		Dimension: "department", ByRole: true, Joined: []Joined{{"法務部・人事部", []string{"法務部", "人事部"}, 15}},
		Before: Coverage{4, 2, 25}, After: Coverage{3, 3, 40}, People: 40,
	}
	if diff := cmp.Diff(want, g); diff != "" || !ok {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestNothingIsProposedThatHelpsNobody(t *testing.T) {
	for name, departments := range map[string][]string{
		"all would be one":    {"営業部 2+1", "人事部 1+1"},
		"all large enough":    {"営業部 3+3", "人事部 5+0"},
		"one department":      {"営業部 1+0"},
		"mentors in one only": {"営業部 9+0", "人事部 0+9"},
	} {
		if g, ok := grouping(staff(t, departments...), "department", 5, true); ok {
			t.Errorf("%s: got %+v", name, g)
		}
	}
}

func TestProposedLinesReadBack(t *testing.T) {
	const roster = `-- cohorts/c1/participants.csv --
id,name,role,department
E1,甲野 一,mentor,営業一課
E2,乙川 二,mentor,営業二課
E3,丙田 三,mentee,法務部
E4,丁野 四,mentee,"R&D: 研究"
E5,戊山 五,mentee,人事部
E6,己谷 六,mentee,人事部
`
	settings := "title: 試行\nstart: 2025-04-01\nend: 2025-09-30\nby: [[department]]\n"
	levels := "levels:\n  department:\n    営業一課: {group: 営業部, en: Sales}\n    営業二課: {group: 営業部}\n    法務部: {en: Legal}\n    人事部: {en: Human Resources}\n"
	root := onlyPeople + roster
	_, groupings, problems := inspect(t, root+"-- cohorts/c1/cohort.yaml --\n"+settings+levels)
	wantProblems(t, problems, "")
	if len(groupings) != 1 {
		t.Fatalf("got %d proposals, want one", len(groupings))
	}
	want := `levels:
  department:
    "R&D: 研究": {group: "R&D: 研究・法務部"}
    法務部: {group: "R&D: 研究・法務部"}
    人事部: {en: "Human Resources"}
    営業一課: {group: 営業部, en: Sales}
    営業二課: {group: 営業部}`
	if got := strings.Join(groupings[0].Lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	_, groupings, problems = inspect(t, root+"-- cohorts/c1/cohort.yaml --\n"+settings+strings.Join(groupings[0].Lines, "\n")+"\n")
	wantProblems(t, problems, "")
	if len(groupings) > 0 {
		t.Errorf("once pasted, more is proposed: %+v", groupings)
	}
}
