package disclosure

import (
	"kohort/generator/diag"
	"kohort/generator/disclosure/internal/workbook"
)

// templateTable is a table as its template shows it.
type templateTable struct {
	name    string // of the table, which is that of its file
	title   diag.Text
	about   diag.Text
	columns []templateColumn
}

// templateColumn is a column as a template shows it.
type templateColumn struct {
	name     string
	header   diag.Text
	note     diag.Text
	required bool
	kind     workbook.Kind
	choices  []diag.Text
	open     bool
}

func (c templateColumn) in(lang diag.Lang) workbook.Column {
	out := workbook.Column{Header: word(lang, c.header), Note: word(lang, c.note), Required: c.required, Kind: c.kind, Open: c.open}
	for _, choice := range c.choices {
		out.Choices = append(out.Choices, word(lang, choice))
	}
	return out
}

var (
	wordAnswers       = diag.Text{EN: "One row for each person who answered. Leave a question empty that was not answered.", JA: "回答した人ごとに1行。答えなかった設問は空にします。"}
	wordAllAnswer     = diag.Text{EN: "Everybody answers.", JA: "全員が答えます。"}
	wordMentorsAnswer = diag.Text{EN: "Mentors alone answer; leave it empty for mentees.", JA: "メンターだけが答えます。メンティーの行は空にします。"}
	wordMenteesAnswer = diag.Text{EN: "Mentees alone answer; leave it empty for mentors.", JA: "メンティーだけが答えます。メンターの行は空にします。"}
	wordPairID        = diag.Text{EN: "Pair ID", JA: "ペア番号"}
	wordPairAsThere   = diag.Text{EN: "As in the table of pairs.", JA: "ペアの表と同じ番号を書きます。"}
	wordAsThere       = diag.Text{EN: "As in the table of participants.", JA: "参加者の表と同じ社員番号を書きます。"}
	wordADay          = diag.Text{EN: "A date, such as 2026-04-01.", JA: "2026/4/1 のような日付。"}
)

// waveTitles are the names of the sheets of surveys; a pulse has that of its table.
var waveTitles = map[string]diag.Text{
	"before": {EN: "Survey (before)", JA: "アンケート（事前）"},
	"mid":    {EN: "Survey (mid)", JA: "アンケート（中間）"},
	"after":  {EN: "Survey (after)", JA: "アンケート（事後）"},
}

var (
	respondentColumn = templateColumn{name: "respondent", header: diag.Text{EN: "Employee ID", JA: "社員番号"}, note: wordAsThere, required: true}
	submittedColumn  = templateColumn{name: "submitted", header: diag.Text{EN: "Submitted on", JA: "回答日"}, kind: workbook.Day,
		note: diag.Text{EN: "The day of the answer. Answers after the closing date in cohort.yaml are not used.", JA: "回答した日。cohort.yaml の締切日より後の回答は使いません。"}}
	pairColumn = templateColumn{name: "pair", header: wordPairID, note: wordPairAsThere, required: true}
)

// templateTables are the tables of a cohort, without the surveys, in the words
// that the reading of files knows.
var templateTables = []templateTable{
	{"participants", diag.Text{EN: "Participants", JA: "参加者"}, diag.Text{EN: "One row for each participant.", JA: "参加者1人につき1行。"}, []templateColumn{
		{name: "id", header: diag.Text{EN: "Employee ID", JA: "社員番号"}, required: true,
			note: diag.Text{EN: "A number or code that is this person's alone and stays the same in all tables.", JA: "一人に一つの番号。ほかの表でも同じ番号を使います。"}},
		{name: "name", header: diag.Text{EN: "Name", JA: "氏名"}, required: true,
			note: diag.Text{EN: "Full name. It is never published; pages are searched for it.", JA: "姓と名。公開されません。ページに紛れ込んでいないかを探すために使います。"}},
		{name: "kana", header: diag.Text{EN: "Furigana", JA: "フリガナ"},
			note: diag.Text{EN: "How a Japanese name is read; used for the same search alone.", JA: "氏名の読み。氏名と同じく、ページを調べるためだけに使います。"}},
		{name: "email", header: diag.Text{EN: "E-mail", JA: "メールアドレス"},
			note: diag.Text{EN: "One address; used for the same search, and to know respondents of a form.", JA: "アドレスを一つ。ページを調べるためと、フォームの回答者を知るために使います。"}},
		{name: "role", header: diag.Text{EN: "Role", JA: "役割"}, required: true,
			choices: []diag.Text{{EN: "Mentor", JA: "メンター"}, {EN: "Mentee", JA: "メンティー"}},
			note:    diag.Text{EN: "Mentor is the junior employee, mentee the senior leader.", JA: "若手社員がメンター、経営層・管理職がメンティーです。"}},
		{name: "department", header: diag.Text{EN: "Department", JA: "部署"}, open: true,
			note: diag.Text{EN: "The department at enrolment; it stays for the whole cohort.", JA: "登録したときの部署。異動しても、最後まで変えません。"}},
		{name: "grade", header: diag.Text{EN: "Grade", JA: "等級"}, open: true,
			note: diag.Text{EN: "The grade at enrolment, where results are broken down by it.", JA: "登録したときの等級。結果を等級で分けるときに書きます。"}},
		{name: "site", header: diag.Text{EN: "Location", JA: "拠点"}, open: true,
			note: diag.Text{EN: "The place of work, where results are broken down by it.", JA: "勤務地。結果を拠点で分けるときに書きます。"}},
		{name: "manager", header: diag.Text{EN: "Manager ID", JA: "上司の社員番号"},
			note: diag.Text{EN: "The employee ID of the manager, not the name.", JA: "上司の氏名ではなく、社員番号を書きます。"}},
		{name: "oriented", header: diag.Text{EN: "Orientation date", JA: "オリエンテーション受講日"}, kind: workbook.Day, note: wordADay},
		{name: "joined", header: diag.Text{EN: "Join date", JA: "参加日"}, kind: workbook.Day,
			note: diag.Text{EN: "The day from which the person takes part.", JA: "参加を始めた日。"}},
		{name: "left", header: diag.Text{EN: "Leave date", JA: "離脱日"}, kind: workbook.Day,
			note: diag.Text{EN: "Where the person left the program before its end. Keep the row.", JA: "途中でやめた人だけ。行は消さずに残します。"}},
		{name: "left_company", header: diag.Text{EN: "Resignation date", JA: "退職日"}, kind: workbook.Day,
			note: diag.Text{EN: "Where the person left the company. Keep the row.", JA: "退職した人だけ。行は消さずに残します。"}},
		{name: "withdrawn", header: diag.Text{EN: "Consent withdrawn", JA: "同意撤回日"}, kind: workbook.Day,
			note: diag.Text{EN: "Where the person does not want the data to be used. Keep the row.", JA: "データを使わないでほしいと申し出た日。行は消さずに残します。"}},
	}},
	{"pairs", diag.Text{EN: "Pairs", JA: "ペア"}, diag.Text{EN: "One row for each pair.", JA: "ペア1組につき1行。"}, []templateColumn{
		{name: "pair", header: wordPairID, required: true, note: diag.Text{EN: "A number or code of the pair, such as P01.", JA: "P01 のような、1組に一つの番号。"}},
		{name: "mentor", header: diag.Text{EN: "Mentor ID", JA: "メンターの社員番号"}, note: wordAsThere, required: true},
		{name: "mentee", header: diag.Text{EN: "Mentee ID", JA: "メンティーの社員番号"}, note: wordAsThere, required: true},
		{name: "matched", header: diag.Text{EN: "Match date", JA: "ペア成立日"}, kind: workbook.Day, note: wordADay},
		{name: "ended", header: diag.Text{EN: "Ended on", JA: "ペア終了日"}, kind: workbook.Day,
			note: diag.Text{EN: "Where the pair ended early.", JA: "途中で終わったペアだけ。"}},
	}},
	{"sessions", diag.Text{EN: "Sessions", JA: "セッション"}, diag.Text{EN: "One row for each session of a pair.", JA: "セッション1回につき1行。"}, []templateColumn{
		pairColumn,
		{name: "date", header: diag.Text{EN: "Session date", JA: "実施日"}, kind: workbook.Day, note: wordADay, required: true},
		{name: "minutes", header: diag.Text{EN: "Minutes", JA: "所要時間（分）"}, kind: workbook.Minutes,
			note: diag.Text{EN: "How long it took, in minutes.", JA: "かかった時間を、分で書きます。"}},
		{name: "topics", header: diag.Text{EN: "Topics", JA: "話題"},
			note: diag.Text{EN: "What was talked about; several are separated by ;.", JA: "話した話題。複数あれば ; で区切ります。"}},
		{name: "format", header: diag.Text{EN: "Format", JA: "形式"}, open: true,
			choices: []diag.Text{{EN: "In person", JA: "対面"}, {EN: "Online", JA: "オンライン"}},
			note:    diag.Text{EN: "How they met.", JA: "実施の形式。"}},
		{name: "status", header: diag.Text{EN: "Status", JA: "実施状況"},
			choices: []diag.Text{{EN: "Held", JA: "実施"}, {EN: "Planned", JA: "予定"}, {EN: "Cancelled", JA: "中止"}},
			note:    diag.Text{EN: "Empty counts as held.", JA: "空にすると「実施」として数えます。"}},
	}},
	{"goals", diag.Text{EN: "Goals", JA: "目標"}, diag.Text{EN: "One row for each goal of a pair.", JA: "ペアの目標一つにつき1行。"}, []templateColumn{
		pairColumn,
		{name: "theme", header: diag.Text{EN: "Goal theme", JA: "目標のテーマ"}, required: true,
			note: diag.Text{EN: "One of the themes of survey.yaml.", JA: "survey.yaml の themes にあるテーマ。"}},
		{name: "status", header: diag.Text{EN: "Goal status", JA: "達成状況"}, required: true,
			choices: []diag.Text{{EN: "Met", JA: "達成"}, {EN: "Partly met", JA: "一部達成"}, {EN: "Not met", JA: "未達"}, {EN: "Dropped", JA: "取りやめ"}},
			note:    diag.Text{EN: "Where the goal stands.", JA: "目標の達成状況。"}},
	}},
	{"followups", diag.Text{EN: "Follow-ups", JA: "フォロー"}, diag.Text{EN: "One row for each check-in of HR with a pair.", JA: "事務局がペアをフォローした1回につき1行。"}, []templateColumn{
		pairColumn,
		{name: "date", header: diag.Text{EN: "Check-in date", JA: "フォロー日"}, kind: workbook.Day, note: wordADay, required: true},
		{name: "kind", header: diag.Text{EN: "Type", JA: "種別"}, open: true,
			choices: []diag.Text{{EN: "Meeting", JA: "面談"}, {EN: "E-mail", JA: "メール"}, {EN: "Phone", JA: "電話"}},
			note:    diag.Text{EN: "How HR got in touch.", JA: "フォローの方法。"}},
	}},
}
