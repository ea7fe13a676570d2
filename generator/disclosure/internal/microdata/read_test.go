package microdata

import (
	"os"
	"testing"

	"kohort/generator/diag"
)

func starter(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot("../../../../content")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func TestTheStarterCohortsReadWithoutAProblem(t *testing.T) {
	root := starter(t)
	survey, problems := ReadSurvey(root)
	wantProblems(t, problems, "")
	for _, want := range []struct {
		id                      string
		people, pairs, waves    int
		start, end, asOf        Date
		department, departmentE string
	}{
		{"2024-autumn", 24, 12, 2, Date{2024, 10, 1}, Date{2025, 3, 31}, Date{2025, 4, 4}, "情報システム・管理部門", "IT and Corporate Functions"},
		{"2025-spring", 40, 20, 2, Date{2025, 4, 1}, Date{2025, 9, 30}, Date{2025, 9, 29}, "営業・マーケティング部門", "Sales and Marketing"},
	} {
		c, problems := Read(root, root, want.id, survey)
		wantProblems(t, problems, "")
		if len(c.People) != want.people || len(c.Pairs) != want.pairs || len(c.Waves) != want.waves || len(c.Questions) != 10 {
			t.Errorf("%s: got %d people, %d pairs, %d waves, %d questions", want.id, len(c.People), len(c.Pairs), len(c.Waves), len(c.Questions))
		}
		if c.Start != want.start || c.End != want.end || c.AsOf != want.asOf {
			t.Errorf("%s: got start %v, end %v, as of %v", want.id, c.Start, c.End, c.AsOf)
		}
		label := ""
		for _, l := range c.Labels {
			if l.Dimension == "department" && l.Level == want.department {
				label = l.Words["en"]
			}
		}
		if label != want.departmentE {
			t.Errorf("%s: %s reads %q in English, want %q", want.id, want.department, label, want.departmentE)
		}
	}
}

func wantProblems(t *testing.T, problems []diag.Problem, want string) {
	t.Helper()
	if got := list(problems); got != want {
		t.Errorf("problems:\n%s\nwant:\n%s", got, want)
	}
}

// list gives one line a problem: where and which.
func list(problems []diag.Problem) string {
	var out string
	for _, p := range problems {
		out += p.Pos.String() + ": " + string(p.ID) + "\n"
	}
	return out
}
