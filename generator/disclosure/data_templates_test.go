package disclosure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

const templateSurvey = `scales:
  agree:
    values: [1, 2, 3]
    labels:
      ja: ["いいえ、まったく", どちらともいえない, はい]
      en: ["No, never", Neither, "Yes"]
questions:
  - {code: trust, text: {ja: 相手を信頼できる, en: I trust the other}, scale: agree, theme: trust}
  - {code: trends, text: {ja: "流行を、若い世代のように説明できる", en: "I can explain trends"}, scale: agree, who: mentee}
  - {code: wish, text: {ja: ご要望をお書きください, en: Anything else you would like to say}, scale: text}
  - {code: mood, text: {ja: 前向きな気持ちで臨めた, en: I looked forward to it}, scale: agree, waves: [pulse]}
themes:
  trust: {ja: 信頼, en: Trust}
`

const templateCohort = `title: {ja: 2026年秋期, en: Autumn 2026}
start: 2026-10-01
end: 2027-03-31
waves:
  before: {closed: 2026-10-31}
  pulse-2026-12-01: {closed: 2026-12-31}
levels:
  department:
    営業一課: {group: 営業部}
    営業二課: {group: 営業部}
    "広報, IR": {en: Public Relations}
`

// templateHandbook makes a handbook with a survey and a cohort without data.
func templateHandbook(t *testing.T) (handbook, cohort string) {
	t.Helper()
	handbook = t.TempDir()
	cohort = filepath.Join(handbook, "cohorts", "2026-autumn")
	if err := os.MkdirAll(cohort, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"survey.yaml": templateSurvey, "cohorts/2026-autumn/cohort.yaml": templateCohort} {
		if err := os.WriteFile(filepath.Join(handbook, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return handbook, cohort
}

// TestFilledTemplatesReadBack fills every column of every template, each
// choice once, and reads the cohort.
func TestFilledTemplatesReadBack(t *testing.T) {
	for _, lang := range []diag.Lang{diag.Japanese, diag.English} {
		t.Run(string(lang), func(t *testing.T) {
			handbook, cohort := templateHandbook(t)
			place := disclosure.Place{Handbook: handbook}
			files, problems, err := disclosure.WriteTemplates(disclosure.TemplatesInput{Place: place, Cohort: "2026-autumn", Folder: cohort, Lang: lang})
			if err != nil || len(problems) > 0 {
				t.Fatalf("%v %v", problems, err)
			}
			want := []string{"participants.xlsx", "pairs.xlsx", "sessions.xlsx", "goals.xlsx", "followups.xlsx", "survey-before.xlsx", "survey-pulse-2026-12-01.xlsx"}
			for i, name := range files {
				if filepath.Base(name) != want[i] {
					t.Errorf("file %d: got %s, want %s", i, filepath.Base(name), want[i])
				}
				fillIn(t, name)
			}
			report, problems, err := disclosure.InspectData(disclosure.DataInput{Place: place, Cohort: "2026-autumn"})
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				if p.ID != "data-pair-department" { // of people who were filled in by turns
					t.Errorf("%s: %s", p.Pos, p.Message(lang))
				}
			}
			if len(report.Tables) != len(files) || len(report.Unread) > 0 {
				t.Errorf("got %d tables and %v not read, want %d", len(report.Tables), report.Unread, len(files))
			}
			questions := map[string]string{"survey-before": "trust trends wish", "survey-pulse-2026-12-01": "mood"}
			for _, table := range report.Tables {
				if want, isSurvey := questions[table.Table]; isSurvey && questionsOf(table) != want {
					t.Errorf("%s asks %q, want %q", table.Table, questionsOf(table), want)
				}
				for _, c := range table.Columns {
					if c.Name == "" || c.Filled == 0 {
						t.Errorf("%s: column %s (%s) is %q with %d cells", table.Table, c.Letter, c.Header, c.Name, c.Filled)
					}
				}
			}
		})
	}
}

// questionsOf are the columns of a survey's table but those of who answered when.
func questionsOf(t disclosure.DataTable) string {
	var out []string
	for _, c := range t.Columns {
		if c.Name != "respondent" && c.Name != "submitted" {
			out = append(out, c.Name)
		}
	}
	return strings.Join(out, " ")
}

// filledRows is how many rows are filled in: as many as the most choices of a
// column, and of each role.
const filledRows = 6

// fillIn fills a template as a person would: choices from the list, dates as
// dates, ids that begin with a zero.
func fillIn(t *testing.T, name string) {
	t.Helper()
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	title, lists := sheets[0], sheets[2]
	headers, err := f.GetRows(title)
	if err != nil {
		t.Fatal(err)
	}
	words, err := f.GetCols(lists)
	if err != nil {
		t.Fatal(err)
	}
	table := strings.TrimSuffix(filepath.Base(name), ".xlsx")
	for i, header := range headers[0] {
		var choices []string
		if i < len(words) {
			choices = slices.DeleteFunc(slices.Clone(words[i]), func(s string) bool { return s == "" })
		}
		for row := range filledRows {
			cell, err := excelize.CoordinatesToCellName(i+1, row+2)
			if err != nil {
				t.Fatal(err)
			}
			if s, is := filled(table, header, row, choices).(string); is {
				err = f.SetCellStr(title, cell, s)
			} else {
				err = f.SetCellValue(title, cell, filled(table, header, row, choices))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// filled is what a person would write into a cell.
func filled(table, header string, row int, choices []string) any {
	day := func(month time.Month) time.Time { return time.Date(2026, month, 2+row, 0, 0, 0, 0, time.UTC) }
	person := func(n int) string { return fmt.Sprintf("%05d", 120+n) }
	is := func(words ...string) bool { return slices.Contains(words, header) }
	switch {
	case is("社員番号", "Employee ID"):
		return person(row)
	case is("上司の社員番号", "Manager ID"):
		return "00099"
	case is("メンターの社員番号", "Mentor ID"):
		return person(row / 2 * 2)
	case is("メンティーの社員番号", "Mentee ID"):
		return person(row/2*2 + 1)
	case is("ペア番号", "Pair ID"):
		return fmt.Sprintf("P%02d", row)
	case is("氏名", "Name"):
		return "佐々木 " + string([]rune("一二三四五六")[row])
	case is("フリガナ", "Furigana"):
		return "ササキ"
	case is("メールアドレス", "E-mail"):
		return fmt.Sprintf("sasaki%d@example.com", row)
	case is("所要時間（分）", "Minutes"):
		return 30 + row
	case is("退職日", "Resignation date", "離脱日", "Leave date", "ペア終了日", "Ended on", "同意撤回日", "Consent withdrawn"):
		return day(time.December)
	case strings.HasSuffix(header, "日") || strings.HasSuffix(header, "date") || is("Submitted on"):
		return day(time.October)
	case strings.Contains(header, "流行") || strings.Contains(header, "trends"):
		if row%2 == 0 {
			return "" // mentees alone answer
		}
	}
	if len(choices) > 0 {
		return choices[row%len(choices)]
	}
	return "自由に書いた文"
}

func TestTemplatesReplaceNothing(t *testing.T) {
	handbook, cohort := templateHandbook(t)
	if err := os.WriteFile(filepath.Join(cohort, "pairs.csv"), []byte("pair,mentor,mentee\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	in := disclosure.TemplatesInput{Place: disclosure.Place{Handbook: handbook}, Folder: cohort, Lang: diag.English}
	files, problems, err := disclosure.WriteTemplates(in)
	if err != nil || len(files) > 0 || len(problems) != 1 || problems[0].ID != "data-template-exists" {
		t.Errorf("got %v, %v, %v: want data-template-exists and no file", files, problems, err)
	}
	entries, err := os.ReadDir(cohort)
	if err != nil || len(entries) != 2 {
		t.Errorf("got %d files (%v), want the two that were there", len(entries), err)
	}
	in.Folder = filepath.Join(handbook, "pages", "forms")
	if err := os.Mkdir(filepath.Join(handbook, "pages"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, problems, err = disclosure.WriteTemplates(in)
	if err != nil || len(problems) != 1 || problems[0].ID != "data-template-place" {
		t.Errorf("got %v, %v: want data-template-place", problems, err)
	}
	if _, err := os.Stat(in.Folder); err == nil {
		t.Error("the folder was made all the same")
	}
}
