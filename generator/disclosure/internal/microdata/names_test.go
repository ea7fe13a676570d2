package microdata

import (
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/sheet"
)

func TestTheNameOfAFileOrSheetTellsItsTable(t *testing.T) {
	for name, want := range map[string]string{
		"participants": "participants", "Participants": "participants", "Roster": "participants", "参加者": "participants", "名簿": "participants",
		"参加者名簿": "participants", "2025年度 参加者名簿": "participants", "参加者名簿_20250401": "participants", "参加者一覧（4月）": "participants", "R7年度名簿": "participants",
		"participants_final": "participants", "名簿 (2)": "participants", "2025年春期 対象者リスト": "participants", "リバースメンタリング参加者": "participants",
		"ペア": "pairs", "ペアリング表": "pairs", "マッチング結果": "pairs", "組み合わせ": "pairs", "Pairs": "pairs",
		"セッション": "sessions", "面談記録": "sessions", "面談 記録": "sessions", "Session log": "sessions", "ｾｯｼｮﾝ記録": "sessions",
		"目標": "goals", "目標達成状況": "goals", "フォロー": "followups", "Check-ins": "followups", "follow-ups": "followups",
		"survey-before": "survey-before", "survey-pulse-2025-06-02": "survey-pulse-2025-06-02", "アンケート（事前）": "survey-before", "事前アンケート": "survey-before",
		"事後アンケート(1-38)": "survey-after", "アンケート_終了時": "survey-after", "Post survey": "survey-after", "Survey (mid)": "survey-mid", "中間アンケート": "survey-mid",
		"リバースメンタリング 事後アンケート（回答） - フォームの回答 1": "survey-after", "Pre-program survey responses": "survey-before", "before_survey": "survey-before",
		"パルスサーベイ 2025-06-02": "survey-pulse-2025-06-02", "パルスサーベイ_20250602": "survey-pulse-2025-06-02", "Pulse survey 2025年6月2日": "survey-pulse-2025-06-02",
		// What is told of no table, or of two.
		"": "", "メモ": "", "Sheet1": "", "集計": "", "旧名簿": "", "参加者 - コピー": "", "survey-later": "", "アンケート": "", "事前事後アンケート": "", "パルスサーベイ": "",
		"フォームの回答 1": "", "事前": "", "Before": "", "data": "", "一覧": "", "2025": "",
	} {
		if got, _ := tableOf(name); got != want {
			t.Errorf("%q is taken for the table %q, want %q", name, got, want)
		}
	}
	for _, name := range []string{"アンケート", "survey", "フォームの回答 1", "事前事後アンケート"} {
		if _, isSurvey := tableOf(name); !isSurvey {
			t.Errorf("%q is not taken for a survey", name)
		}
	}
}

func TestHeadersAreKnownHoweverTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ table, headers, want string }{
		{"participants", "社員番号|社員 番号|社員\n番号|社員ＩＤ|社員番号*|社員番号（必須）|【必須】社員番号|※社員番号|1. 社員番号|従業員番号|Employee ID|EMPLOYEE_ID|employee-id|Staff No.|ID", "id"},
		{"participants", "氏名|氏　名|氏　名（漢字）|氏名（姓名の間は空白）|お名前|Name|Full Name|full_name", "name"},
		{"participants", "フリガナ|ﾌﾘｶﾞﾅ|ふりがな|氏名（カナ）|氏名(フリガナ)|カナ|よみがな", "kana"},
		{"participants", "メールアドレス|E-mail|e-mail address|Eメール|Email（会社）", "email"},
		{"participants", "役割|ロール|Role|メンター／メンティー|役割（メンター・メンティー）", "role"},
		{"participants", "部署|部署名|「部署 名」|所属|部門|Department|Dept.|部署（2025年4月時点）", "department"},
		{"participants", "等級|職級|グレード|Grade|役職", "grade"},
		{"participants", "拠点|勤務地|Office|Site", "site"},
		{"participants", "上司|上長|上司の社員番号|上司（社員番号）|管理者 社員番号|Manager ID|Line manager", "manager"},
		{"participants", "オリエンテーション受講日|オリエンテーション\n受講日|オリエンテーションを受けた日|Orientation date", "oriented"},
		{"participants", "参加日|参加開始日|参加を始めた日|Joined", "joined"},
		{"participants", "離脱日|終了日|途中でやめた日|End date|Left|Date left", "left"},
		{"participants", "退職日|退職年月日|退職した日|left_company|Left company", "left_company"},
		{"participants", "同意撤回日|同意撤回日（あれば）|Consent withdrawn|Withdrawn", "withdrawn"},
		{"participants", "No.|備考|入社日|性別|上司氏名|Remarks", "not read"},
		{"participants", "趣味|入社のきっかけ|E20101|柏木 涼子", ""},
		{"pairs", "ペア番号|ペアID|ペア|Pair|No.", "pair"},
		{"pairs", "メンター|メンター社員番号|メンター（社員番号）|Mentor ID|Mentor", "mentor"},
		{"pairs", "メンティー|メンティ|メンティー 社員番号|Mentee employee ID", "mentee"},
		{"pairs", "メンター氏名|メンティー部署|Mentee name|備考", "not read"},
		{"pairs", "成立日|マッチング日|組んだ日|ペアを組んだ日|Matched on|Date matched", "matched"},
		{"pairs", "解消日|ペア終了日|解いた日|Pair ended", "ended"},
		{"sessions", "実施日|日付|面談日|Date|実施日時", "date"},
		{"sessions", "所要時間|時間（分）|面談時間|Minutes|Duration (min)", "minutes"},
		{"sessions", "テーマ|話したテーマ|Topics|テーマ（複数可）", "topics"},
		{"sessions", "形式|実施方法|対面／オンライン|Format", "format"},
		{"sessions", "状況|実施状況|ステータス|Status", "status"},
		{"goals", "達成状況|達成度|Status|進捗", "status"},
		{"followups", "種別|方法|Kind|Type", "kind"},
		{"survey-after", "回答者|社員番号|respondent|Employee ID", "respondent"},
		{"survey-after", "完了時刻|タイムスタンプ|Timestamp|Completion time|回答日時", "submitted"},
	} {
		known := columnsOf(c.table)
		h := (&reader{}).headings(c.table, known)
		for header := range strings.SplitSeq(c.headers, "|") {
			got := ""
			if is, ok := h.of(header); ok {
				got = "not read"
				if is.column >= 0 {
					got = known[is.column].name
				}
			}
			if got != c.want {
				t.Errorf("%s: the header %q is taken for %q, want %q", c.table, header, got, c.want)
			}
		}
	}
}

func TestNoWordMeansTwoColumns(t *testing.T) {
	for table, list := range tableSynonyms {
		seen := map[string]string{}
		for _, s := range list {
			for _, header := range synonymList(s.headers + ", " + s.other) {
				key := foldHeader(header)
				if was := seen[key]; was != "" && was != s.column {
					t.Errorf("%s: %s means %s and %s", table, header, was, s.column)
				}
				seen[key] = s.column
			}
		}
	}
}

func TestWordsAreKnownInBothLanguages(t *testing.T) {
	for _, c := range []struct {
		v           vocabulary
		cells, want string
	}{
		{roleWords, "mentor|Mentor|MENTOR|メンター|ﾒﾝﾀｰ|メンタ―|メンター（若手）|mentors", "mentor"},
		{roleWords, "mentee|メンティー|メンティ|メンティー役|ｍｅｎｔｅｅ", "mentee"},
		{sessionWords, "held|実施|実施済|実施済み|済|完了|○|〇|Done", "held"},
		{sessionWords, "planned|予定|実施予定|Scheduled", "planned"},
		{sessionWords, "cancelled|canceled|中止|キャンセル|取りやめ|取り消し|×", "cancelled"},
		{goalWords, "met|達成|達成済み|Achieved|○", "met"},
		{goalWords, "partly|一部達成|Partly met|△", "partly"},
		{goalWords, "open|未達|未達成|進行中|In progress", "open"},
		{goalWords, "dropped|取りやめ|取下げ|中止|Cancelled", "dropped"},
		{sessionWords, "延期|たぶん|未|heldd", ""},
		{roleWords, "リーダー|両方|mentor mentee", ""},
	} {
		for cell := range strings.SplitSeq(c.cells, "|") {
			tab := table{columns: []column{{name: "x"}}, called: []string{"x"}}
			r := &reader{}
			got := r.word(tab, row{2, []sheet.Cell{{Kind: sheet.Text, Text: cell}}}, "x", c.v)
			if got != c.want || (len(r.problems) == 0) != (c.want != "") {
				t.Errorf("%q is read as %q with %v, want %q", cell, got, r.problems, c.want)
			}
		}
	}
}
