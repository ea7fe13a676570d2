package microdata

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"

	"kohort/generator/diag"
)

var update = flag.Bool("update", false, "write the exports in testdata/forms anew")

// formsSurvey is the survey.yaml of the exports in testdata/forms.
const formsSurvey = `scales:
  agree:
    values: [1, 2, 3, 4, 5]
    labels:
      ja: [まったくそう思わない, あまりそう思わない, どちらともいえない, ややそう思う, とてもそう思う]
      en: [Strongly disagree, Disagree, Neither agree nor disagree, Agree, Strongly agree]
  nps: {values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}
questions:
  - {code: digital, text: {ja: 仕事に必要なデジタルツールを使いこなせている, en: I am at ease with the digital tools that my work needs}, scale: agree}
  - {code: safety, text: {ja: わからないことを「わからない」と安心して言える, en: I feel safe saying that I do not know something}, scale: agree}
  - {code: recommend, text: {ja: このプログラムを同僚にどの程度勧めたいですか, en: How likely are you to recommend this program to a colleague?}, scale: nps}
  - {code: learned, text: {ja: 印象に残ったこと, en: What stays with you}, scale: text}
`

const (
	formsSettings = "title: 試行\nstart: 2025-04-01\nend: 2025-09-30\nwaves: {after: {closed: 2025-10-03}}\n"
	formsPeople   = "id,name,email,role\nE20101,柏木 涼子,ryoko.kashiwagi@example.com,mentor\nE20102,鳥居 修平,shuhei.torii@example.com,mentor\n" +
		"E20103,八代 久美,kumi.yashiro@example.com,mentee\nE20104,庄司 律子,ritsuko.shoji@example.com,mentee\n"
)

// readForm reads a cohort of four people with one survey.
func readForm(t *testing.T, name string, data []byte, settings string) (Cohort, []diag.Problem) {
	t.Helper()
	dir := t.TempDir()
	cohort := filepath.Join(dir, "cohorts", "c1")
	if err := os.MkdirAll(cohort, 0o755); err != nil {
		t.Fatal(err)
	}
	for path, data := range map[string][]byte{
		filepath.Join(dir, "survey.yaml"): []byte(formsSurvey), filepath.Join(cohort, "cohort.yaml"): []byte(settings),
		filepath.Join(cohort, "participants.csv"): []byte(formsPeople), filepath.Join(cohort, name): data,
	} {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	survey, problems := ReadSurvey(root)
	c, found := Read(root, root, "c1", survey)
	return c, append(problems, found...)
}

// Microsoft Forms: an export with everything that it may add, in both
// languages. One person answered twice, one after the closing date.
var microsoftJA = [][]string{
	{"ID", "開始時刻", "完了時刻", "メール", "名前", "最終変更時刻", "合計点", "クイズのフィードバック",
		"1. 仕事に必要なデジタルツールを使いこなせていますか。", "点数 - 仕事に必要なデジタルツールを使いこなせていますか。", "フィードバック - 仕事に必要なデジタルツールを使いこなせていますか。",
		"2.\u00a0わからないことを\n「わからない」と安心して言える *\u3000", "Q3．このプログラムを、同僚にどの程度勧めたいですか？（必須）", "印象に残ったことを教えてください。"},
	{"1", "2025-09-26 18:01:02", "2025-09-26 18:03:11", "Ryoko.Kashiwagi@example.com", "柏木 涼子", "", "", "", "ややそう思う", "", "", "どちらともいえない", "8", "聞く力"},
	{"2", "2025-09-29 09:00:10", "2025-09-29 09:05:00", "shuhei.torii@example.com", "鳥居 修平", "", "", "", "あまりそう思わない;", "", "", "該当なし", "10", ""},
	{"3", "2025-09-30 08:00:00", "2025-09-30 08:02:00", "ryoko.kashiwagi@example.com", "柏木 涼子", "", "", "", "とてもそう思う", "", "", "ややそう思う", "9", "聞く力と待つ力"},
	{"4", "2025-10-04 08:00:00", "2025-10-04 08:02:00", "kumi.yashiro@example.com", "八代 久美", "", "", "", "まったくそう思わない", "", "", "まったくそう思わない", "0", ""},
	{"5", "2025-10-03 23:58:00", "2025-10-03 23:59:00", "", "庄司律子", "", "", "", "とてもそう思います", "", "", "回答しない", "7", ""},
}

var microsoftEN = [][]string{
	{"Id", "Start time", "Completion time", "Email", "Name", "Last modified time", "Total points", "Quiz feedback",
		"I am at ease with the digital tools my work needs", "Points - I am at ease with the digital tools my work needs", "Feedback - I am at ease with the digital tools my work needs",
		"I feel safe saying that I don't know something\u00a0", "How likely are you to recommend this program to a colleague?", "What stays with you"},
	{"1", "2025-09-26 18:01:02", "2025-09-26 18:03:11", "ryoko.kashiwagi@example.com", "Ryoko Kashiwagi", "", "", "", "Agree", "", "", "Neither agree nor disagree", "8", "Listening"},
	{"2", "2025-09-29 09:00:10", "2025-09-29 09:05:00", "shuhei.torii@example.com", "Shuhei Torii", "", "", "", "Disagree", "", "", "N/A", "10", ""},
	{"3", "2025-09-30 08:00:00", "2025-09-30 08:02:00", "ryoko.kashiwagi@example.com", "Ryoko Kashiwagi", "", "", "", "Strongly agree", "", "", "Agree", "9", "聞く力と待つ力"},
	{"4", "2025-10-04 08:00:00", "2025-10-04 08:02:00", "kumi.yashiro@example.com", "Kumi Yashiro", "", "", "", "Strongly disagree", "", "", "Strongly disagree", "0", ""},
	{"5", "2025-10-03 23:58:00", "2025-10-03 23:59:00", "ritsuko.shoji@example.com", "Ritsuko Shoji", "", "", "", "5 - Strongly Agree", "", "", "Prefer not to say", "7", ""},
}

// workbookOf writes rows as Microsoft Forms does: times are dates of Excel.
func workbookOf(t *testing.T, rows [][]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	moment, err := f.NewStyle(&excelize.Style{NumFmt: 22})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, cell := range row {
			at, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if when, err := time.Parse(time.DateTime, cell); err == nil {
				_ = f.SetCellValue("Sheet1", at, when)
				_ = f.SetCellStyle("Sheet1", at, at, moment)
			} else if cell != "" {
				_ = f.SetCellStr("Sheet1", at, cell)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// commaOf writes rows as Excel saves them as CSV, with the line end Windows has.
func commaOf(rows [][]string) []byte {
	var b strings.Builder
	for _, row := range rows {
		for j, cell := range row {
			if j > 0 {
				b.WriteString(",")
			}
			if strings.ContainsAny(cell, ",\"\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString("\r\n")
	}
	return []byte(b.String())
}

// formFile gives an export of testdata/forms, and writes it anew where asked.
func formFile(t *testing.T, name string, data func() []byte) []byte {
	t.Helper()
	path := filepath.Join("testdata", "forms", name)
	if *update && data != nil {
		if err := os.WriteFile(path, data(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestExportsOfFormsAreReadAsTheyCome(t *testing.T) {
	// Of E20101 the second response, of E20103 nothing, of E20104 no answer on safety.
	answers := []Answer{{0, 0, 5}, {0, 1, 4}, {0, 2, 9}, {1, 0, 2}, {1, 2, 10}, {3, 0, 5}, {3, 2, 7}}
	cp932 := func() []byte {
		out, err := japanese.ShiftJIS.NewEncoder().Bytes(bytes.ReplaceAll(commaOf(microsoftJA), []byte("\u00a0"), []byte(" ")))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct {
		file, table string
		data        func() []byte
		problems    string
	}{
		{"microsoft-ja.xlsx", "survey-after.xlsx", func() []byte { return workbookOf(t, microsoftJA) }, "" +
			"cohorts/c1/survey-after.xlsx ▸ Sheet1:1: survey-quiz-columns\ncohorts/c1/survey-after.xlsx ▸ Sheet1!D4 (email): survey-answered-again\ncohorts/c1/survey-after.xlsx ▸ Sheet1!E6 (name): data-person-by-name\n"},
		{"microsoft-ja.csv", "survey-after.csv", cp932, "" +
			"cohorts/c1/survey-after.csv:1: survey-quiz-columns\ncohorts/c1/survey-after.csv:4 (D email): survey-answered-again\ncohorts/c1/survey-after.csv:6 (E name): data-person-by-name\n"},
		{"microsoft-en.xlsx", "survey-after.xlsx", func() []byte { return workbookOf(t, microsoftEN) }, "" +
			"cohorts/c1/survey-after.xlsx ▸ Sheet1:1: survey-quiz-columns\ncohorts/c1/survey-after.xlsx ▸ Sheet1!D4 (email): survey-answered-again\n"},
		{"google-ja.csv", "survey-after.csv", nil, "cohorts/c1/survey-after.csv:4 (B email): survey-answered-again\n"},
		{"google-en.csv", "survey-after.csv", nil, "cohorts/c1/survey-after.csv:4 (B email): survey-answered-again\n"},
	} {
		t.Run(c.file, func(t *testing.T) {
			cohort, problems := readForm(t, c.table, formFile(t, c.file, c.data), formsSettings)
			wantProblems(t, problems, c.problems)
			if len(cohort.Waves) != 1 {
				t.Fatalf("%d waves", len(cohort.Waves))
			}
			w := cohort.Waves[0]
			if diff := cmp.Diff(answers, w.Answers); diff != "" {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]Comment{{0, 0, "聞く力と待つ力"}}, w.Comments); diff != "" {
				t.Errorf("comments (-want +got):\n%s", diff)
			}
			if w.Late != 1 || w.Anonymous || len(cohort.People) != 4 {
				t.Errorf("late %d, anonymous %v, %d people; want 1, false, 4", w.Late, w.Anonymous, len(cohort.People))
			}
		})
	}
}
