package disclosure

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
)

// TestOtherLevelsAreToldOnce changes what cohort.yaml counts together after a
// release: that is one cause, and no row of the roster is at fault.
func TestOtherLevelsAreToldOnce(t *testing.T) {
	p := starter(t)
	release(t, p, autumn)
	settings := filepath.Join(p.Handbook, "cohorts/2024-autumn/cohort.yaml")
	roster := filepath.Join(p.Handbook, "cohorts/2024-autumn/participants.csv")
	original, people := string(read(t, settings)), read(t, roster)
	for _, c := range []struct {
		name string
		old  []string // and what stands in its place, by turns
		want []string
	}{
		{"a group has another name", []string{"情報システム・管理部門", "管理部門"}, []string{"levels-moved"}},
		{"a department is counted alone", []string{"情報システム部: {group: 情報システム・管理部門,", "情報システム部: {"}, []string{"levels-moved"}},
		{"a department joins a group", []string{"営業部: {en: Sales}", "営業部: {group: 情報システム・管理部門}"}, []string{"levels-moved"}},
		{"a group is shown in other words", []string{"IT and Corporate Functions", "Corporate Functions"}, nil},
	} {
		write(t, settings, []byte(strings.NewReplacer(c.old...).Replace(original)))
		_, problems, err := Release(ReleaseInput{Place: p, Cohort: autumn, DryRun: true})
		if err != nil || !slices.Equal(ids(problems), c.want) {
			t.Errorf("%s: problems %v (%v), want %v", c.name, ids(problems), err, c.want)
			continue
		}
		for _, problem := range problems {
			if at := problem.Pos; at.File != "cohorts/2024-autumn/cohort.yaml" || at.Line == 0 {
				t.Errorf("%s: told at %v, want the line of cohort.yaml", c.name, at)
			}
		}
	}

	write(t, settings, []byte(original))
	write(t, roster, []byte(strings.Replace(string(people), "mentor,営業部", "mentor,広報部", 2)))
	if _, problems, err := Release(ReleaseInput{Place: p, Cohort: autumn, DryRun: true}); err != nil || len(problems) != 2 || !slices.Equal(ids(problems), []string{"person-moved"}) {
		t.Errorf("two people moved to a department of their own: problems %v (%v), want person-moved for each", problems, err)
	}
	write(t, roster, []byte(strings.Replace(string(people), "mentor,情報システム部", "mentor,営業部", 1)))
	_, problems, err := Release(ReleaseInput{Place: p, Cohort: autumn, DryRun: true})
	if err != nil || !slices.Equal(ids(problems), []string{"person-moved"}) {
		t.Fatalf("somebody moved: problems %v (%v)", ids(problems), err)
	}
	if got := problems[0].Pos.In(diag.Japanese) + problems[0].Message(diag.Japanese); !strings.Contains(got, "列、department）この人の部署が") {
		t.Errorf("got %s, want the column and its Japanese word", got)
	}
}
