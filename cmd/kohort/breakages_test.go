package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// breakage is one way to break the canary's handbook, and the problem that it
// must be told by. The first is none.
type breakage struct {
	id, file string // file: below the cohort's folder, or / and below the handbook's
	old, new string // no old: the whole file
}

// What a file may be replaced with, besides text.
const (
	gone     = "\x00gone"
	inFolder = "\x00folder"
)

// herRow is the canary's row, up to her role.
const herRow = "Q818641864,鴛鴦淵 澪桜,オシドリブチ ミオウ,mio.oshidoribuchi@canary.invalid,"

var breakages = []breakage{
	{"", "", "", ""},
	{"data-word-unknown", "participants.csv", ",mentor,瑠璃鶲課", ",xqzvstatus,瑠璃鶲課"},
	{"data-word-unknown", "sessions.csv", "PX1,2024-10-15,45,,オンライン,held", "PX1,2024-10-15,45,,オンライン,xqzvstatus"},
	{"data-word-unknown", "goals.csv", "PX1,trust,met", "PX1,虹鱒が笑う朝,xqzvstatus"},
	{"data-id-twice", "participants.csv", herRow, "Q818641864,鴛鴦淵 澪桜,,,mentor,瑠璃鶲課,,,,,,,,\n" + herRow},
	{"data-email-twice", "participants.csv", herRow, "Q550055005,鴛鴦淵澪桜,,mio.oshidoribuchi@canary.invalid,mentee,瑠璃鶲課,,,,,,,,\n" + herRow},
	{"data-email-bad", "participants.csv", "mio.oshidoribuchi@canary.invalid", "虹鱒が笑う朝"},
	{"data-date-bad", "participants.csv", ",Q550055005,,", ",Q550055005,73913-99-99,"},
	{"data-date-order", "participants.csv", "Q550055005,,2024-10-01,,", "Q550055005,,2024-10-01,2023-01-05,"},
	{"data-cell-count", "participants.csv", ",mentor,瑠璃鶲課", ",mentor,瑠璃鶲課,xqzvanswer,,,,,,,,,,,,,,,,"},
	{"data-cell-empty", "goals.csv", "PX1,trust,met", "PX1,虹鱒が笑う朝,"},
	{"data-cell-error", "participants.csv", ",Q550055005,,", ",Q550055005,#REF!,"},
	{"data-date-ambiguous", "participants.csv", ",Q550055005,,", ",Q550055005,7/3/2024,"},
	{"data-date-yes", "participants.csv", ",Q550055005,,", ",Q550055005,done,"},
	{"data-date-needed", "sessions.csv", "PX1,2024-10-15,45,,オンライン,held", "PX1,TBD,45,,虹鱒が笑う朝,held"},
	{"data-people-none", "participants.csv", "", "id,name,role,department,虹鱒が笑う朝\n"},
	{"data-role-marks", "participants.csv", "", "id,name,department,メンター,メンティー\nQ818641864,鴛鴦淵 澪桜,瑠璃鶲課,○,○\nE10490,虹鱒が笑う朝,瑠璃鶲課,,○\n"},
	{"data-row-gaps", "goals.csv", "PX1,trust,met", "虹鱒が笑う朝 73913,,"},
	{"data-pair-several", "goals.csv", "", "mentee,theme,status\nE10490,虹鱒が笑う朝,met\n"},
	{"sheet-quote", "participants.csv", "鴛鴦淵 澪桜", "\"鴛鴦淵 澪桜"},
	{"data-header-missing", "participants.csv", "", herRow + "mentor\n"},
	{"data-header-missing", "survey-after.csv", "", "Q818641864,虹鱒が笑う朝,73913\n"},
	{"data-column-missing", "goals.csv", "pair,theme,status", "pair,theme,鴛鴦淵 澪桜"},
	{"data-column-unknown", "survey-after.csv", "respondent,digital,", "respondent,虹鱒が笑う朝,"},
	{"data-column-twice", "goals.csv", "pair,theme,status", "pair,theme,status,theme"},
	{"data-column-unsure", "survey-after.csv", "respondent,", "respondant,"},
	{"data-table-twice", "ペア.csv", "", "鴛鴦淵 澪桜,73913\n"},
	{"data-sheet-unsure", "followups.xlsx", "", twoSheets()},
	{"data-sheet-unread", "followups.xlsx", "", twoSheets()},
	{"data-table-twice", "goals.xlsx", "", twoSheets()},
	{"data-column-passed", "participants.csv", ",site,", ",所属,"},
	{"data-person-by-name", "pairs.csv", "PX1,Q818641864,", "PX1,鴛鴦淵 澪桜,"},
	{"data-pair-unknown", "sessions.csv", "PX1,2024-10-15,45", "Q818641864,2024-10-15,45"},
	{"data-minutes-bad", "sessions.csv", "15,45,", "15,\"73,913分xqzvanswer\","},
	{"data-minutes-bad", "sessions.csv", "15,45,", "15,73913,"},
	{"data-answer-bad", "survey-after.csv", "Q818641864,5", "Q818641864,73913"},
	{"data-answer-bad", "survey-after.csv", "Q818641864,5", "Q818641864,虹鱒が笑う朝"},
	{"data-answer-not-asked", "survey-after.csv", "Q818641864,5,,", "Q818641864,5,5,"},
	{"data-respondent-twice", "survey-after.csv", "Q818641864,5", "Q818641864,1,,,,,,,,,\nQ818641864,5"},
	{"data-person-unknown", "survey-before.csv", "Q818641864", "Q550055005"},
	{"data-person-unknown", "pairs.csv", ",Q818641864,", ",Q550055005,"},
	{"data-person-unknown", "pairs.csv", "PX1,Q818641864,", "PX1,Q8186418"},
	{"data-person-several", "participants.csv", herRow, "Q550055005,Q818641864,,,mentor,瑠璃鶲課,,,,,,,,\nQ550055006,Q818641864,,,"},
	{"data-role-other", "pairs.csv", "PX1,Q818641864,E10490", "PX1,E10490,Q818641864"},
	{"data-pair-self", "pairs.csv", "PX1,Q818641864,E10490", "PX1,Q818641864,Q818641864"},
	{"data-pair-twice", "pairs.csv", "PX1,Q818641864,", "PX1,Q818641864,E10974,2024-10-04,\nPX1,Q818641864,"},
	{"data-theme-unknown", "goals.csv", "PX1,trust,met", "PX1,虹鱒が笑う朝,met"},
	{"data-file-missing", "participants.csv", "", gone},
	{"data-pairs-missing", "pairs.csv", "", gone},
	{"data-file-unreadable", "goals.csv", "", inFolder},
	{"data-file-unknown", "鴛鴦淵澪桜.csv", "", "鴛鴦淵 澪桜,73913\n"},
	{"data-wave-unknown", "survey-later.csv", "", "respondent,digital\nQ818641864,73913\n"},
	{"data-file-large", "goals.csv", "", strings.Repeat("Q818641864,虹鱒が笑う朝\n", 1<<20+1<<18)},
	{"sheet-rows-many", "goals.csv", "", "pair,theme,status\n" + strings.Repeat("PX1,trust,met\n", 100_001)},
	{"sheet-broken", "goals.csv", "", "PK\x03\x04鴛鴦淵澪桜"},
	{"sheet-characters", "goals.csv", "PX1", "\x81\xff鴛鴦淵澪桜"},
	{"data-file-empty", "goals.csv", "", "\n"},
	{"yaml-type", "cohort.yaml", "start: 2024-10-01", "start: 鴛鴦淵 澪桜"},
	{"yaml-syntax", "cohort.yaml", "start: 2024-10-01", "start: [鴛鴦淵 澪桜"},
	{"yaml-unknown-key", "cohort.yaml", "start: 2024-10-01", "start: 2024-10-01\n鴛鴦淵 澪桜: 5"},
	{"cohort-settings-missing", "cohort.yaml", "", gone},
	{"data-key-missing", "cohort.yaml", "start: 2024-10-01\n", ""},
	{"cohort-dates", "cohort.yaml", "end: 2025-03-31", "end: 2023-03-31"},
	{"cohort-table-unknown", "cohort.yaml", "by: [", "tables: {鴛鴦淵澪桜: {file: goals.csv}}\nby: ["},
	{"cohort-table-file", "cohort.yaml", "by: [", "tables: {goals: {file: ../鴛鴦淵澪桜.csv}}\nby: ["},
	{"cohort-column-unknown", "cohort.yaml", "by: [", "tables: {goals: {columns: {鴛鴦淵澪桜: theme}}}\nby: ["},
	{"cohort-column-header", "cohort.yaml", "by: [", "tables: {goals: {columns: {theme: 鴛鴦淵澪桜}}}\nby: ["},
	{"data-file-named", "cohort.yaml", "by: [", "tables: {goals: {file: 鴛鴦淵澪桜.csv}}\nby: ["},
	{"data-sheet-missing", "cohort.yaml", "by: [", "tables: {followups: {sheet: 鴛鴦淵澪桜}}\nby: ["},
	{"cohort-dimension-unknown", "cohort.yaml", "[department]]", "[鴛鴦淵澪桜]]"},
	{"cohort-level-chain", "cohort.yaml", "    営業部: {en: Sales}", "    瑠璃鶲課: {group: 営業部}\n    営業部: {group: 人事部}"},
	{"cohort-level-group", "cohort.yaml", "levels:\n", "levels:\n  topic:\n    鴛鴦淵澪桜: {group: 瑠璃鶲課}\n"},
	{"cohort-level-words", "cohort.yaml", "    営業部: {en: Sales}", "    瑠璃鶲課: {group: 営業部, en: Kingfishers}\n    営業部: {en: Sales}"},
	{"cohort-level-unused", "cohort.yaml", "    営業部: {en: Sales}", "    鴛鴦淵 澪桜: {en: Sales}"},
	{"survey-missing", "/survey.yaml", "", gone},
	{"survey-code-bad", "/survey.yaml", "code: trends", "code: 鴛鴦淵澪桜"},
	{"survey-code-twice", "/survey.yaml", "code: trends", "code: digital"},
	{"survey-scale-unknown", "/survey.yaml", "scale: agree", "scale: 鴛鴦淵澪桜"},
	{"survey-scale-values", "/survey.yaml", "values: [1, 2, 3, 4, 5]", "values: [5, 1]"},
	{"survey-scale-labels", "/survey.yaml", "ja: [まったくそう思わない, ", "ja: ["},
	{"survey-word-unknown", "/survey.yaml", "who: mentee", "who: 鴛鴦淵澪桜"},
	{"roster-unreadable", "/private/roster/2024-autumn.json", "", "鴛鴦淵 澪桜{"},
	{"allowed-broken", "/private/allowed.yaml", "", "allowed: [鴛鴦淵 澪桜\n"},
	{"allowed-incomplete", "/private/allowed.yaml", "", "allowed: [{name: 鴛鴦淵 澪桜}]\n"},
}

// twoSheets is a workbook with her goals in two sheets, neither of which has a
// name that tells.
func twoSheets() string {
	f := excelize.NewFile()
	defer f.Close()
	_, _ = f.NewSheet("Sheet2")
	for _, sheet := range f.GetSheetList() {
		_ = f.SetSheetRow(sheet, "A1", &[]string{"ペア", "テーマ", "達成状況"})
		_ = f.SetSheetRow(sheet, "A2", &[]string{"PX1", "虹鱒が笑う朝", "xqzvstatus"})
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		panic(err)
	}
	return out.String()
}

// make breaks the handbook and gives what mends it.
func (b breakage) make(t *testing.T, folder string) (mend func()) {
	t.Helper()
	if b.file == "" {
		return func() {}
	}
	name := filepath.Join(folder, "cohorts/2024-autumn", b.file)
	if root, ok := strings.CutPrefix(b.file, "/"); ok {
		name = filepath.Join(folder, root)
	}
	sound, err := os.ReadFile(name)
	wasThere := err == nil
	if b.old != "" && !strings.Contains(string(sound), b.old) {
		t.Fatalf("%s does not hold %q", b.file, b.old)
	}
	if err := os.RemoveAll(name); err != nil {
		t.Fatal(err)
	}
	switch {
	case b.old != "":
		put(t, name, strings.Replace(string(sound), b.old, b.new, 1))
	case b.new == inFolder:
		put(t, filepath.Join(name, "x.csv"), "鴛鴦淵 澪桜\n")
	case b.new != gone:
		put(t, name, b.new)
	}
	return func() {
		if err := os.RemoveAll(name); err != nil {
			t.Fatal(err)
		}
		if wasThere {
			put(t, name, string(sound))
		}
	}
}
