package disclosure

import (
	"bytes"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// tab is one sheet of the starter's workbook: what stands above the table, and
// for each column the header that HR wrote and the canonical one.
type tab struct {
	name, table string
	above       []string // merged over all columns
	columns     []tabColumn
}

type tabColumn struct {
	header, column string
	width          float64
	kind           cellKind
}

type cellKind uint8

const (
	words  cellKind = iota // the text, or the word that HR writes for it
	days                   // a real date, shown as 2025/4/1
	counts                 // a number
)

// tabs is participants.xlsx as HR keeps it.
var tabs = []tab{
	{"名簿", "participants", []string{"2025年春期 リバースメンタリング 参加者名簿", "人事部 人材開発課　2025年10月6日現在", ""}, []tabColumn{
		{"社員番号", "id", 10, words}, {"氏名", "name", 16, words}, {"フリガナ", "kana", 20, words}, {"メールアドレス", "email", 30, words},
		{"役割", "role", 10, words}, {"部署", "department", 16, words}, {"等級", "grade", 10, words}, {"勤務地", "site", 12, words},
		{"上司の\n社員番号", "manager", 10, words}, {"オリエンテーション\n受講日", "oriented", 18, days}, {"参加日", "joined", 12, days},
		{"離脱日", "left", 12, days}, {"退職日", "left_company", 12, days}, {"同意撤回日", "withdrawn", 12, days},
	}},
	{"ペア", "pairs", []string{"メンターとメンティーの組み合わせ"}, []tabColumn{
		{"ペア番号", "pair", 10, words}, {"メンター", "mentor", 12, words}, {"メンティー", "mentee", 12, words},
		{"マッチング日", "matched", 14, days}, {"終了日", "ended", 12, days},
	}},
	{"セッション", "sessions", nil, []tabColumn{
		{"ペア番号", "pair", 10, words}, {"実施日", "date", 12, days}, {"時間（分）", "minutes", 12, counts},
		{"話題", "topics", 36, words}, {"形式", "format", 12, words}, {"状況", "status", 10, words},
	}},
	{"目標", "goals", nil, []tabColumn{{"ペア番号", "pair", 10, words}, {"テーマ", "theme", 22, words}, {"達成状況", "status", 12, words}}},
	{"フォロー記録", "followups", []string{"事務局によるペアへのフォロー"}, []tabColumn{{"ペア番号", "pair", 10, words}, {"日付", "date", 12, days}, {"方法", "kind", 12, words}}},
}

// said is what HR writes for a canonical word, by column.
var said = map[string]map[string]string{
	"role": {"mentor": "メンター", "mentee": "メンティー"},
	"status": {
		"held": "実施", "planned": "予定", "cancelled": "中止",
		"met": "達成", "partly": "一部達成", "open": "未達", "dropped": "取りやめ",
	},
	"theme": {
		"digital": "デジタルスキル", "trends": "トレンドの理解", "generations": "世代間の理解", "perspectives": "新しい視点",
		"communication": "コミュニケーション", "safety": "心理的安全性", "recognition": "承認とキャリア",
	},
}

// rosterWorkbook makes participants.xlsx of the canonical tables.
func rosterWorkbook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, tab := range tabs {
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", tab.name))
		} else {
			_, err := f.NewSheet(tab.name)
			must(t, err)
		}
		fillTab(t, f, tab)
	}
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}

func fillTab(t *testing.T, f *excelize.File, tab tab) {
	t.Helper()
	title, head, day := styles(t, f)
	last, err := excelize.ColumnNumberToName(len(tab.columns))
	must(t, err)
	for i, line := range tab.above {
		row := strconv.Itoa(i + 1)
		must(t, f.SetCellStr(tab.name, "A"+row, line))
		must(t, f.MergeCell(tab.name, "A"+row, last+row))
		must(t, f.SetCellStyle(tab.name, "A"+row, "A"+row, title))
	}
	first := len(tab.above) + 1
	rows := canonicalRows(t, tab.table)
	for i, c := range tab.columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		must(t, err)
		must(t, f.SetColWidth(tab.name, letter, letter, c.width))
		at := letter + strconv.Itoa(first)
		must(t, f.SetCellStr(tab.name, at, c.header))
		must(t, f.SetCellStyle(tab.name, at, at, head))
		for j, row := range rows {
			fillCell(t, f, tab.name, letter+strconv.Itoa(first+1+j), c, row[c.column], day)
		}
	}
	below := "A" + strconv.Itoa(first+1)
	must(t, f.SetPanes(tab.name, &excelize.Panes{Freeze: true, YSplit: first, TopLeftCell: below, ActivePane: "bottomLeft"}))
}

// styles are those of a title, a header and a date.
func styles(t *testing.T, f *excelize.File) (title, head, day int) {
	t.Helper()
	dayFormat := "yyyy/m/d"
	for _, s := range []struct {
		at    *int
		style excelize.Style
	}{
		{&title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}}},
		{&head, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}}},
		{&day, excelize.Style{CustomNumFmt: &dayFormat}},
	} {
		id, err := f.NewStyle(&s.style)
		must(t, err)
		*s.at = id
	}
	return title, head, day
}

func fillCell(t *testing.T, f *excelize.File, sheet, at string, c tabColumn, canonical string, day int) {
	t.Helper()
	if canonical == "" {
		return
	}
	switch c.kind {
	case days:
		d, err := time.Parse("2006-01-02", canonical)
		must(t, err)
		must(t, f.SetCellValue(sheet, at, d))
		must(t, f.SetCellStyle(sheet, at, at, day))
	case counts:
		n, err := strconv.Atoi(canonical)
		must(t, err)
		must(t, f.SetCellInt(sheet, at, int64(n)))
	case words:
		if word, ok := said[c.column][canonical]; ok {
			canonical = word
		}
		must(t, f.SetCellStr(sheet, at, canonical))
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
