package disclosure_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite" // the driver of the recount's database
)

// hrWords are the headers and words of the second cohort's files, and what
// DESIGN calls them.
var hrWords = map[string]string{
	"社員番号": "id", "氏名": "name", "フリガナ": "kana", "メールアドレス": "email", "役割": "role", "部署": "department", "等級": "grade", "勤務地": "site",
	"上司の社員番号": "manager", "オリエンテーション受講日": "oriented", "参加日": "joined", "離脱日": "left", "退職日": "left_company", "同意撤回日": "withdrawn",
	"ペア番号": "pair", "メンター": "mentor", "メンティー": "mentee", "マッチング日": "matched", "終了日": "ended",
	"実施日": "date", "時間（分）": "minutes", "話題": "topics", "形式": "format", "状況": "status", "テーマ": "theme", "達成状況": "status", "日付": "date", "方法": "kind",
	"実施": "held", "予定": "planned", "中止": "cancelled", "達成": "met", "一部達成": "partly", "未達": "open", "取りやめ": "dropped",
}

// columnsOf are the columns that are loaded of each table, and in which HR's
// words stand for DESIGN's.
var columnsOf = []struct {
	table, sheet string
	columns      []string
}{
	{"participants", "名簿", []string{"id", "role", "department", "grade", "manager", "oriented", "left", "left_company", "withdrawn"}},
	{"pairs", "ペア", []string{"pair", "mentor", "mentee", "matched", "ended"}},
	{"sessions", "セッション", []string{"pair", "date", "minutes", "topics", "format", "status"}},
	{"goals", "目標", []string{"pair", "theme", "status"}},
	{"followups", "フォロー記録", []string{"pair", "date", "kind"}},
}

// surveyFile is survey.yaml as far as it is counted by.
type surveyFile struct {
	Scales    map[string]scaleOf `yaml:"scales"`
	Questions []struct {
		Code  string            `yaml:"code"`
		Text  map[string]string `yaml:"text"`
		Scale string            `yaml:"scale"`
		Who   string            `yaml:"who"`
		Theme string            `yaml:"theme"`
		Good  string            `yaml:"good"`
	} `yaml:"questions"`
}

type scaleOf struct {
	Values []int               `yaml:"values"`
	Labels map[string][]string `yaml:"labels"`
}

// cohortFile is cohort.yaml as far as it is counted by.
type cohortFile struct {
	Start string `yaml:"start"`
	End   string `yaml:"end"`
	Waves map[string]struct {
		Closed string `yaml:"closed"`
	} `yaml:"waves"`
	Levels struct {
		Department map[string]struct {
			Group string `yaml:"group"`
		} `yaml:"department"`
	} `yaml:"levels"`
}

// loadCohort puts a cohort's files into a database in memory.
func loadCohort(t *testing.T, folder string, release printed) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	t.Cleanup(func() { db.Close() })
	execute(t, db, "schema")
	var survey surveyFile
	var cohort cohortFile
	readYAML(t, filepath.Join(folder, "..", "..", "survey.yaml"), &survey)
	readYAML(t, filepath.Join(folder, "cohort.yaml"), &cohort)
	insert(t, db, "cohort", []string{cohort.Start, cohort.End, release.AsOf})
	for department, level := range cohort.Levels.Department {
		if level.Group != "" {
			insert(t, db, "levels", []string{department, level.Group})
		}
	}
	for _, table := range release.Tables {
		for _, cell := range table.Cells {
			if topic := cell.At["topic"]; table.ID == "topics.share" && topic != "other" {
				insert(t, db, "named_topics", []string{topic})
			}
		}
	}
	for _, of := range columnsOf {
		for _, row := range tableOf(t, folder, of.table, of.sheet) {
			var values []string
			for _, column := range of.columns {
				value := row[column]
				if word := hrWords[value]; word != "" && (column == "role" || column == "status") {
					value = word
				}
				values = append(values, value)
			}
			insert(t, db, of.table, values)
		}
	}
	loadAnswers(t, db, folder, survey, cohort)
	return db
}

// loadAnswers loads the surveys, by code and number or, as Microsoft Forms
// gives them, by the question's text and the scale's words.
func loadAnswers(t *testing.T, db *sql.DB, folder string, survey surveyFile, cohort cohortFile) {
	t.Helper()
	byMail := make(map[string]string)
	for _, person := range tableOf(t, folder, "participants", "名簿") {
		byMail[person["email"]] = person["id"]
	}
	for _, q := range survey.Questions {
		if q.Scale == "text" {
			continue
		}
		insert(t, db, "questions", []string{q.Code, q.Theme, q.Who, q.Good})
		for _, value := range survey.Scales[q.Scale].Values {
			insert(t, db, "scales", []string{q.Code, strconv.Itoa(value)})
		}
	}
	for _, wave := range []string{"before", "mid", "after"} {
		name := filepath.Join(folder, "survey-"+wave+".csv")
		if _, err := os.Stat(name); err != nil {
			continue
		}
		insert(t, db, "waves", []string{wave, cohort.Waves[wave].Closed})
		for _, row := range byColumn(readCSV(t, name)) {
			respondent, submitted := row["respondent"], ""
			if respondent == "" {
				respondent = byMail[row["メール"]]
				at, err := time.Parse("1/2/06 15:04:05", row["完了時刻"])
				if err != nil {
					t.Fatalf("%s: a time of submission: %v", name, err)
				}
				submitted = at.Format(time.DateOnly)
			}
			insert(t, db, "handed_in", []string{wave, respondent, submitted})
			for _, q := range survey.Questions {
				answer, scale := row[q.Code], survey.Scales[q.Scale]
				if at := slices.Index(scale.Labels["ja"], row[q.Text["ja"]]); at >= 0 {
					answer = strconv.Itoa(scale.Values[at])
				}
				if answer != "" && q.Scale != "text" {
					insert(t, db, "answers", []string{wave, respondent, q.Code, answer})
				}
			}
		}
	}
}

// insert puts a row in; an empty field is none.
func insert(t *testing.T, db *sql.DB, table string, values []string) {
	t.Helper()
	marks, arguments := strings.Repeat(", ?", len(values))[2:], make([]any, len(values))
	for i, value := range values {
		if value != "" {
			arguments[i] = value
		}
	}
	if _, err := db.Exec("INSERT INTO "+table+" VALUES ("+marks+")", arguments...); err != nil {
		t.Fatalf("a row of %s: %v", table, err)
	}
}

// execute runs a file of statements.
func execute(t *testing.T, db *sql.DB, name string) {
	t.Helper()
	statements, err := os.ReadFile(filepath.Join("testdata", "recompute", name+".sql"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(string(statements)); err != nil {
		t.Fatalf("%s.sql: %v", name, err)
	}
}

func eachRow(t *testing.T, db *sql.DB, query string, take func(scan func(...any) error) error) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := take(rows.Scan); err != nil {
			t.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}
