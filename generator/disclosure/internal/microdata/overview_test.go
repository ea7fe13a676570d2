package microdata

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func TestTheOverviewSaysWhatWasRecognisedAsWhat(t *testing.T) {
	root := folder(t, append(csvGone("participants", "pairs", "sessions", "goals", "survey-before", "survey-after"), wholeCohort(t),
		txtar.File{Name: "cohorts/c1/費用.csv", Data: []byte("品名,金額\n")},
		txtar.File{Name: "cohorts/c1/followups.csv", Data: []byte("\xef\xbb\xbfフォロー記録\n\nペア,面談日,方法,所感\nP01,2025/6/2,電話,#N/A\nP02,2025/6/3,電話,\n")})...)
	survey, _ := ReadSurvey(root)
	o, _, _ := Inspect(root, root, "c1", survey, 5)
	var b strings.Builder
	for _, table := range o.Tables {
		fmt.Fprintf(&b, "%s: %s ▸ %s %s %s, header %d, rows %d\n", table.Table, strings.TrimPrefix(table.File, "cohorts/c1/"), table.Sheet, table.Format, table.Encoding, table.HeaderRow, table.Rows)
		for _, c := range table.Columns {
			if table.Table == "participants" || table.Table == "pairs" || table.Table == "followups" {
				fmt.Fprintf(&b, "  %s %s = %s %d/%d/%d\n", c.Letter, c.Header, c.Name, c.Filled, c.Empty, c.Distinct)
			}
		}
	}
	for _, u := range o.Unread {
		fmt.Fprintf(&b, "unread: %s ▸ %s\n", strings.TrimPrefix(u.File, "cohorts/c1/"), u.Sheet)
	}
	const file = "2025年度リバースメンタリング.xlsx ▸ "
	want := "participants: " + file + `参加者名簿 xlsx utf-8, header 3, rows 4
  A 社員番号 (必須) = id 4/0/4
  B 氏 名（漢字） = name 4/0/4
  C フリガナ = kana 4/0/4
  D メール アドレス = email 3/1/3
  E 役 割 * = role 4/0/4
  F 部署 名 = department 4/0/3
  G オリエンテーション 受講日 = oriented 3/1/3
  H 参加日 = joined 3/1/3
  I 離脱日 = left 1/3/1
  J 備考 =  1/3/1
pairs: ` + file + `ペア xlsx utf-8, header 1, rows 2
  A ペア番号 = pair 2/0/2
  B メンター 氏名 =  2/0/2
  C メンター 社員番号 = mentor 2/0/2
  D メンティー 氏名 =  2/0/2
  E メンティー 社員番号 = mentee 2/0/2
  F 成立日 = matched 2/0/1
  G 終了日 = ended 1/1/1
sessions: ` + file + `面談記録 xlsx utf-8, header 1, rows 3
goals: ` + file + `目標 xlsx utf-8, header 1, rows 2
followups: followups.csv ▸  csv utf-8-bom, header 3, rows 2
  A ペア = pair 2/0/2
  B 面談日 = date 2/0/2
  C 方法 = kind 2/0/1
  D 所感 =  0/1/0
survey-after: ` + file + `アンケート（事後） xlsx utf-8, header 1, rows 3
survey-before: ` + file + `事前アンケート xlsx utf-8, header 1, rows 3
unread: ` + file + `メモ
unread: 費用.csv ▸ 
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
