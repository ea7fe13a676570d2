package microdata

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/sheet"
)

// tab is a sheet of a workbook that a test writes: its rows of cells as
// strings, numbers or dates.
type tab struct {
	name   string
	rows   [][]any
	merged []string // "A1:F1"
	dates  []string // ranges of cells with a date format
}

// workbook makes a file of a cohort's folder.
func workbook(t testing.TB, name string, tabs ...tab) txtar.File {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for i, tab := range tabs {
		if i == 0 {
			err = f.SetSheetName("Sheet1", tab.name)
		} else {
			_, err = f.NewSheet(tab.name)
		}
		for j := range tab.rows {
			if err == nil {
				err = f.SetSheetRow(tab.name, sheet.Name(j+1, 1), &tab.rows[j])
			}
		}
		for _, m := range tab.merged {
			first, last, _ := strings.Cut(m, ":")
			if err == nil {
				err = f.MergeCell(tab.name, first, last)
			}
		}
		for _, d := range tab.dates {
			first, last, _ := strings.Cut(d, ":")
			if err == nil {
				err = f.SetCellStyle(tab.name, first, last, day)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return txtar.File{Name: "cohorts/c1/" + name, Data: out.Bytes()}
}

// stopping gives the problems that are no warnings.
func stopping(problems []diag.Problem) []diag.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p diag.Problem) bool { return !diag.Stops([]diag.Problem{p}, false) })
}

// csvGone takes the files of good.txtar away.
func csvGone(names ...string) (out []txtar.File) {
	for _, name := range names {
		out = append(out, txtar.File{Name: "cohorts/c1/" + name + ".csv (removed)"})
	}
	return out
}

// wholeCohort is the cohort of good.txtar as HR would keep it: one workbook.
func wholeCohort(t testing.TB) txtar.File {
	return workbook(t, "2025年度リバースメンタリング.xlsx",
		tab{name: "参加者名簿", merged: []string{"A1:I1"}, dates: []string{"G5:I8"}, rows: [][]any{
			{"2025年度 参加者名簿 (社外秘)"},
			{},
			{"社員番号\n(必須)", "氏　名（漢字）", "フリガナ", "メール\nアドレス", "役　割 *", "部署 名", "オリエンテーション\n受講日", "参加日", "離脱日", "備考"},
			{"半角", "全角", "全角カナ", nil, "選択", nil, "YYYY/MM/DD", "YYYY/MM/DD", "YYYY/MM/DD"},
			{"E20101", "柏木 涼子", "カシワギ リョウコ", "ryoko.kashiwagi@example.com", "メンター", "営業一課", 45744, 45748, nil, "本人希望"},
			{"Ｅ２０１０２", "鳥居 修平", "トリイ シュウヘイ", "shuhei.torii@example.com", "メンター（若手）", "営業二課", "未", "R7.4.1", "令和7年7月15日"},
			{"E20103", "八代 久美", "ヤシロ クミ", "該当なし", "メンティ", "法務部", "2025年4月3日", "Apr 1, 2025", "-"},
			{"E20104", "庄司\n律子", "ショウジ リツコ", "ritsuko.shoji@example.com", "mentee", "営業一課"},
		}},
		tab{name: "ペア", merged: []string{"B1:C1", "D1:E1", "A1:A2"}, rows: [][]any{
			{"ペア番号", "メンター", nil, "メンティー", nil, "成立日", "終了日"},
			{nil, "氏名", "社員番号", "氏名", "社員番号"},
			{"P01", "柏木 涼子", "E20101", "八代 久美", "E20103", "2025/4/2"},
			{"P02", "鳥居 修平", "E20102", "庄司 律子", "E20104", "2025/4/2", "2025/7/15"},
		}},
		tab{name: "面談記録", merged: []string{"A2:A3"}, rows: [][]any{
			{"ペア", "実施日", "所要時間（分）", "テーマ", "実施方法", "状況"},
			{"P01", "2025/4/20", "45分", "生成AI、キャリア", "対面", "実施済み"},
			{nil, "2025/12/1", nil, nil, "オンライン", "予定"},
			{"P02", "2025-05-09 10:00", "N/A"},
		}},
		tab{name: "目標", rows: [][]any{{"ペア", "テーマ", "目標", "達成状況"}, {"P01", "信頼", "毎月話す", "達成"}, {"P02", "流行", nil, "取りやめ"}}},
		tab{name: "事前アンケート", rows: [][]any{{"社員番号", "trust", "trends", "comment"}, {"E20101", 3, nil, "毎月が楽しみです"}, {"E20103", "ややそう思う", "２"}, {"E20104"}}},
		tab{name: "アンケート（事後）", rows: [][]any{{"回答者ID", "trust", "trends", "wish"}, {"E20101", "Strongly Agree"}, {"E20103", 5, 4}, {"E20104", nil, nil, "短くしてほしい"}}},
		tab{name: "メモ", rows: [][]any{{"5月に席替え"}}},
	)
}

func TestAWorkbookReadsAsTheFilesOfOneTableEach(t *testing.T) {
	want, problems := read(folder(t))
	wantProblems(t, stopping(problems), "")
	files := append(csvGone("participants", "pairs", "sessions", "goals", "survey-before", "survey-after"), wholeCohort(t))
	got, problems := read(folder(t, files...))
	wantProblems(t, stopping(problems), "")
	want.Sessions = []Session{want.Sessions[0], want.Sessions[2], want.Sessions[1]} // the merged pair stands together
	const file = "cohorts/c1/2025年度リバースメンタリング.xlsx"
	for i := range want.People {
		want.People[i].Pos = diag.Pos{File: file, Sheet: "参加者名簿", Line: i + 5}
	}
	want.Columns["role"] = diag.Pos{Letter: "E", Field: "role", Header: "役割"}
	want.Columns["department"] = diag.Pos{Letter: "F", Field: "department", Header: "部署名"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the workbook reads differently (-files +workbook):\n%s", diff)
	}
}

// roster is a sheet with the participants of good.txtar.
var roster = [][]any{
	{"社員番号", "氏名", "役割", "部署"},
	{"E20101", "柏木 涼子", "メンター", "営業一課"}, {"E20102", "鳥居 修平", "メンター", "営業二課"},
	{"E20103", "八代 久美", "メンティー", "法務部"}, {"E20104", "庄司 律子", "メンティー", "営業一課"},
}

func TestTheFileAndSheetOfATableAreFound(t *testing.T) {
	text := func(rows [][]any, separator string) []byte {
		var b strings.Builder
		for _, row := range rows {
			for i, cell := range row {
				if i > 0 {
					b.WriteString(separator)
				}
				b.WriteString(cell.(string))
			}
			b.WriteString("\r\n")
		}
		return []byte(b.String())
	}
	settings := func(tables string) txtar.File {
		return txtar.File{Name: "cohorts/c1/cohort.yaml", Data: []byte("title: 試行\nstart: 2025-04-01\nend: 2025-12-31\ntables:\n" + tables)}
	}
	csv := func(name, separator string) txtar.File {
		return txtar.File{Name: "cohorts/c1/" + name, Data: text(roster, separator)}
	}
	for _, c := range []struct {
		about string
		files []txtar.File
		want  string // where the participants are read from, then problems
	}{
		{"a workbook by its name", []txtar.File{workbook(t, "participants.xlsx", tab{name: "Sheet1", rows: roster})}, "participants.xlsx ▸ Sheet1\n"},
		{"a workbook with macros", []txtar.File{workbook(t, "Participants.xlsm", tab{name: "Sheet1", rows: roster})}, "Participants.xlsm ▸ Sheet1\n"},
		{"a workbook with a Japanese name", []txtar.File{workbook(t, "2025年度 参加者名簿.xlsx", tab{name: "Sheet1", rows: roster})}, "2025年度 参加者名簿.xlsx ▸ Sheet1\n"},
		{"tabs", []txtar.File{csv("participants.tsv", "\t")}, "participants.tsv\n"},
		{"Excel's Unicode text", []txtar.File{csv("participants.txt", "\t")}, "participants.txt\n"},
		{"semicolons", []txtar.File{csv("名簿.csv", ";")}, "名簿.csv\n"},
		{"a CSV that is named .xlsx", []txtar.File{csv("participants.xlsx", ",")}, "participants.xlsx\n"},
		{"a workbook that is named .csv", []txtar.File{{Name: "cohorts/c1/participants.csv", Data: workbook(t, "x", tab{name: "名簿", rows: roster}).Data}}, "participants.csv ▸ 名簿\n"},
		{"the sheet's name is another table's, the file's counts", []txtar.File{workbook(t, "participants.xlsx", tab{name: "ペア", rows: roster})}, "participants.xlsx ▸ ペア\n"},
		{"a sheet by its name", []txtar.File{workbook(t, "データ.xlsx", tab{name: "集計", rows: [][]any{{"部署", "人数"}}}, tab{name: "名簿", rows: roster})}, "データ.xlsx ▸ 名簿\n"},
		{"a sheet by its header", []txtar.File{workbook(t, "participants.xlsx", tab{name: "説明", rows: [][]any{{"記入のしかた"}}}, tab{name: "Sheet2", rows: roster})}, "participants.xlsx ▸ Sheet2\n"},
		{"no sheet is the one", []txtar.File{workbook(t, "participants.xlsx", tab{name: "A", rows: roster}, tab{name: "B", rows: roster})},
			"participants.xlsx: data-sheet-unsure\n"},
		{"no sheet is the one, beside another file", []txtar.File{csv("participants.csv", ","), workbook(t, "参加者.xlsx", tab{name: "A", rows: roster}, tab{name: "B", rows: roster})},
			"参加者.xlsx: data-table-twice\n"},
		{"no sheet is the one, before another file", []txtar.File{csv("参加者.csv", ","), workbook(t, "participants.xlsx", tab{name: "A", rows: roster}, tab{name: "B", rows: roster})},
			"参加者.csv: data-table-twice\n"},
		{"a file that cohort.yaml names and that is not there", []txtar.File{settings("  participants: {file: 春.xlsx}\n")}, "cohort.yaml:5:18: data-file-named\n"},
		{"a file of another folder", []txtar.File{settings("  participants: {file: ../春.xlsx}\n")}, "cohort.yaml:5:18: cohort-table-file\n"},
		{"a sheet that no workbook has", []txtar.File{settings("  participants: {sheet: 春}\n")}, "cohort.yaml:5:18: data-sheet-missing\n"},
		{"the sheet that cohort.yaml names", []txtar.File{settings("  participants: {file: participants.xlsx, sheet: b}\n"), workbook(t, "participants.xlsx", tab{name: "A", rows: roster}, tab{name: "B", rows: roster})},
			"participants.xlsx ▸ B\nparticipants.xlsx ▸ A: data-sheet-unread\n"},
		{"a sheet that cohort.yaml names, of any workbook", []txtar.File{settings("  participants: {sheet: 春期}\n"), workbook(t, "全員.xlsx", tab{name: "春期", rows: roster}, tab{name: "メモ", rows: [][]any{{"-"}}})}, "全員.xlsx ▸ 春期\n"},
		{"a sheet that is not there", []txtar.File{settings("  participants: {file: participants.xlsx, sheet: C}\n"), workbook(t, "participants.xlsx", tab{name: "名簿", rows: roster})},
			"cohort.yaml:5:43: data-sheet-missing\nparticipants.xlsx ▸ 名簿: data-sheet-unread\n"},
		{"another file than its name says", []txtar.File{settings("  participants: {file: 春.xlsx}\n"), workbook(t, "participants.xlsx", tab{name: "名簿", rows: roster}), workbook(t, "春.xlsx", tab{name: "x", rows: roster})},
			"春.xlsx ▸ x\nparticipants.xlsx: data-file-unknown\nparticipants.xlsx ▸ 名簿: data-sheet-unread\n"},
		{"two files", []txtar.File{csv("participants.csv", ","), workbook(t, "参加者.xlsx", tab{name: "Sheet1", rows: roster})}, "参加者.xlsx ▸ Sheet1: data-table-twice\n"},
		{"a file and a sheet", []txtar.File{workbook(t, "データ.xlsx", tab{name: "名簿", rows: roster}), csv("参加者.csv", ",")}, "参加者.csv: data-table-twice\n"},
		{"no table", []txtar.File{workbook(t, "費用.xlsx", tab{name: "Sheet1", rows: [][]any{{"品名", "金額"}}})}, "participants.csv: data-file-missing\n費用.xlsx: data-file-unknown\n"},
		{"a workbook that is open", []txtar.File{csv("participants.csv", ","), {Name: "cohorts/c1/~$参加者.xlsx", Data: []byte("\x05user")}}, "participants.csv\n~$参加者.xlsx: sheet-open\n"},
		{"surveys in one workbook", []txtar.File{csv("participants.csv", ","), workbook(t, "アンケート.xlsx", tab{name: "事前", rows: [][]any{{"社員番号", "trust"}}}, tab{name: "事後", rows: [][]any{{"社員番号", "ZQX"}, {"E20101", "x"}}})},
			"participants.csv\nアンケート.xlsx ▸ 事後!B1: data-column-unknown\n"},
		{"a survey of no time", []txtar.File{csv("participants.csv", ","), workbook(t, "アンケート.xlsx", tab{name: "Sheet1", rows: [][]any{{"社員番号", "trust"}}})}, "アンケート.xlsx: data-wave-unknown\n"},
		{"an empty workbook", []txtar.File{workbook(t, "participants.xlsx", tab{name: "Sheet1"})}, "participants.xlsx: data-file-empty\n"},
		{"a name as macOS writes it", []txtar.File{settings("  participants: {file: ゲスト.csv}\n"), csv("ケ\u3099スト.csv", ",")}, "ケ\u3099スト.csv\n"},
		{"an old workbook", []txtar.File{{Name: "cohorts/c1/participants.xls", Data: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")}}, "participants.xls: sheet-old\n"},
	} {
		t.Run(c.about, func(t *testing.T) {
			gone := csvGone("participants", "pairs", "sessions", "goals", "survey-before", "survey-after")
			cohort, problems := read(folder(t, append(append(gone, settings("  goals: {}\n")), c.files...)...))
			got := ""
			if len(cohort.People) > 0 {
				at := cohort.People[0].Pos
				at.Line = 0
				got = at.String() + "\n"
			}
			got = strings.ReplaceAll(got+list(problems), "cohorts/c1/", "")
			if got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}
