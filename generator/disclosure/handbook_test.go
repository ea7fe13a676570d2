package disclosure

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

const small = "2025-spring"

// smallHandbook is a cohort of 24 people, twelve in each of two departments, who
// are asked one question midway and in the pulse.
func smallHandbook(t *testing.T) Place {
	t.Helper()
	p := Place{Handbook: t.TempDir()}
	write(t, filepath.Join(p.Handbook, "survey.yaml"), []byte(`scales:
  agree:
    values: [1, 2, 3, 4, 5]
    labels: {ja: [思わない, あまり思わない, どちらでもない, やや思う, そう思う]}
questions:
  - {code: trust, text: {ja: 安心して本音を話せる}, scale: agree}
`))
	write(t, filepath.Join(p.Handbook, "cohorts", small, "cohort.yaml"), []byte("title: 2025年春期\nstart: 2025-04-01\nend: 2025-09-30\nby: [[department]]\n"))
	enrol(t, p, 24, nil)
	return p
}

// enrol writes participants.csv. A person whom change names has the row that it
// gives: department and oriented.
func enrol(t *testing.T, p Place, people int, change map[int][2]string) {
	t.Helper()
	last, first := strings.Fields("高木 水野 内藤 菅野 小畑 島袋 野村 平松"), strings.Fields("由紀 健太 美咲")
	var b strings.Builder
	b.WriteString("id,name,role,department,oriented\n")
	for i := range people {
		row := [2]string{[]string{"営業部", "経理部"}[i/12%2], "2025-04-03"}
		if r, ok := change[i]; ok {
			row = r
		}
		fmt.Fprintf(&b, "E2%04d,%s %s,%s,%s,%s\n", 100+7*i, last[i%8], first[i/8%3], []string{"mentor", "mentee"}[i%2], row[0], row[1])
	}
	write(t, filepath.Join(p.Handbook, "cohorts", small, "participants.csv"), []byte(b.String()))
}

// answer writes a wave: the first people's answers to the question, nought for
// none, and for some of them the day on which they handed it in.
func answer(t *testing.T, p Place, wave string, values []int, submitted map[int]string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("respondent,submitted,trust\n")
	for i, v := range values {
		if v > 0 {
			fmt.Fprintf(&b, "E2%04d,%s,%d\n", 100+7*i, submitted[i], v)
		}
	}
	write(t, filepath.Join(p.Handbook, "cohorts", small, "survey-"+wave+".csv"), []byte(b.String()))
}

// answers are so many that spread over the scale.
func answers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = 1 + (i*3+i/4)%5
	}
	return out
}

func published(t *testing.T, p Place) Cohort {
	t.Helper()
	all, _ := load(t, LoadInput{Place: p})
	c, _ := all.Cohort(small)
	return c
}

// notesOf are the words of a dry run, in both languages.
func notesOf(t *testing.T, p Place) string {
	t.Helper()
	sum, problems, err := Release(ReleaseInput{Place: p, Cohort: small, DryRun: true})
	if err != nil || len(problems) > 0 {
		t.Fatalf("dry run: problems %v, %v", ids(problems), err)
	}
	var b strings.Builder
	for _, n := range sum.Notes {
		b.WriteString(n.Words.EN + "\n" + n.Words.JA + "\n")
	}
	return b.String()
}

// addWave gives a wave of the cohort a setting.
func addWave(t *testing.T, p Place, wave string) {
	t.Helper()
	file := filepath.Join(p.Handbook, "cohorts", small, "cohort.yaml")
	write(t, file, append(read(t, file), []byte("waves:\n  "+wave+"\n")...))
}
