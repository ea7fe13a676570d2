package disclosure

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// springData reads the starter's second cohort, of which no wave is closed.
func springData(t *testing.T) microdata.Cohort {
	t.Helper()
	root, err := os.OpenRoot("../../content")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	survey, problems := microdata.ReadSurvey(root)
	data, _ := microdata.Read(root, root, "2025-spring", survey)
	if len(problems) > 0 || len(data.Questions) == 0 {
		t.Fatalf("the starter's second cohort: %v", problems)
	}
	return data
}

// corrected gives the data with other answers of some people to every question
// of the last wave. Those who answered before too come first.
func corrected(data microdata.Cohort, changed int) microdata.Cohort {
	data.Waves = slices.Clone(data.Waves)
	last := len(data.Waves) - 1
	answers := slices.Clone(data.Waves[last].Answers)
	var who []int
	for _, a := range answers {
		if !slices.Contains(who, a.Person) && data.Waves[0].Responded[a.Person] {
			who = append(who, a.Person)
		}
	}
	for i, a := range answers {
		if slices.Contains(who[:changed], a.Person) {
			answers[i].Value = 1 + (a.Value+a.Person%4)%5
		}
	}
	data.Waves[last].Answers = answers
	data.AsOf.Day++
	return data
}

// TestUpdatesOfTheStarter corrects the answers of 4 to 10 people in the
// starter's open wave. From k = 5 on the mean of the whole cohort follows in the
// questions that all were asked, but for perspectives in some. Of ten people
// fewer follow: where two people share department and role, and one of them is
// the insider, the search finds no twin of the other that leaves each such group
// as many corrections as it had. What an update takes is told.
func TestUpdatesOfTheStarter(t *testing.T) {
	data := springData(t)
	first := newSequence()
	first.step(t, data, true)
	follow := map[int]int{4: 0, 5: 6}
	if many(1, 0) == 1 {
		follow = map[int]int{4: 0, 5: 6, 7: 6, 8: 6, 10: 3}
	}
	for changed, least := range follow {
		s := &sequence{policy: first.policy, versions: first.versions, last: first.last, releases: slices.Clone(first.releases)}
		m, told := s.step(t, corrected(data, changed), true)
		followed := 0
		for _, q := range data.Questions {
			table, _ := m.cohort.Table("survey."+q.Code+".after", "mean")
			if cell, found := table.Cell(); found && q.Who == "" && cell.form != Withheld && cell.asOf == "" {
				followed++
			}
		}
		if followed < least || changed < defaultPolicy.k && followed > 0 || len(told) > 0 {
			t.Errorf("%d people changed: %d of 7 means follow, want at least %d; told %v", changed, followed, least, told)
		}
		var said strings.Builder
		for _, n := range stayWords(m.stays, "") {
			said.WriteString(n.Words.EN + "\n" + n.Words.JA + "\n")
		}
		for _, want := range []string{
			"an update takes at least 5 people of the group whose answers are new or have changed (8 for a distribution; 5 pairs for what pairs did)\n",
			"更新には、そのグループで5人以上（分布は8人以上、ペアの活動は5組以上）の新しい回答か変更が必要です\n",
		} {
			if !strings.Contains(said.String(), want) {
				t.Errorf("%d people changed: told\n%s\nwant %s", changed, said.String(), want)
			}
		}
		if want := "survey after: at most 4 people's answers are new or changed"; changed == 4 && !strings.Contains(said.String(), want) {
			t.Errorf("told\n%s\nwant %s", said.String(), want)
		}
	}
}
