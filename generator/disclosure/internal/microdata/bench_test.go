package microdata

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
)

// BenchmarkReadWorkbooks reads a roster of 2,000 people and three surveys of
// 2,000 rows and 25 questions, each an Excel workbook.
func BenchmarkReadWorkbooks(b *testing.B) {
	const people, questions = 2000, 25
	files := append(csvGone("participants", "pairs", "sessions", "goals", "survey-before", "survey-after"),
		txtar.File{Name: "survey.yaml", Data: manyQuestions(questions)},
		workbook(b, "参加者名簿.xlsx", tab{name: "名簿", rows: manyPeople(people)}))
	for _, wave := range []string{"事前", "中間", "事後"} {
		files = append(files, workbook(b, wave+"アンケート.xlsx", tab{name: "Sheet1", rows: manyAnswers(people, questions)}))
	}
	root := folder(b, files...)
	b.ReportAllocs()
	for b.Loop() {
		c, problems := read(root)
		if diag.Stops(problems, false) || len(c.People) != people || len(c.Waves[2].Answers) != people*questions {
			b.Fatalf("%d people, %v", len(c.People), list(problems))
		}
	}
}

func manyQuestions(n int) []byte {
	var s strings.Builder
	s.WriteString("scales:\n  agree: {values: [1, 2, 3, 4, 5], labels: {ja: [まったくそう思わない, あまりそう思わない, どちらともいえない, ややそう思う, とてもそう思う]}}\nquestions:\n")
	for i := range n {
		fmt.Fprintf(&s, "  - {code: q%d, text: %d番目の観点で相手を理解できている, scale: agree}\n", i, i+1)
	}
	return []byte(s.String())
}

func manyPeople(n int) [][]any {
	rows := [][]any{{"社員番号", "氏名", "フリガナ", "メールアドレス", "役割", "部署", "等級", "参加日"}}
	for i := range n {
		rows = append(rows, []any{fmt.Sprintf("E%05d", i), fmt.Sprintf("山田 %d子", i), "ヤマダ", fmt.Sprintf("p%d@example.com", i),
			[]string{"メンター", "メンティー"}[i%2], []string{"営業一課", "営業二課", "法務部"}[i%3], "主任", "2025/4/1"})
	}
	return rows
}

func manyAnswers(people, questions int) [][]any {
	head := []any{"社員番号", "回答日時"}
	for i := range questions {
		head = append(head, fmt.Sprintf("%d番目の観点で相手を理解できている", i+1))
	}
	rows := [][]any{head}
	for i := range people {
		row := []any{fmt.Sprintf("E%05d", i), "2025/4/2 10:15:00"}
		for j := range questions {
			row = append(row, []any{"ややそう思う", "とてもそう思う", "3", 2}[(i+j)%4])
		}
		rows = append(rows, row)
	}
	return rows
}
