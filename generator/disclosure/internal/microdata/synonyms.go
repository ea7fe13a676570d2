package microdata

// synonyms are the headers by which a column is known, beside its own name.
// The first of headers is how a problem calls the column.
type synonyms struct {
	column  string
	headers string // comma-separated
	// other headers mean the column only where none of headers is there: a
	// roster that has 部署 and 所属 means the former.
	other string
}

// tableSynonyms are the headers of each table but the surveys, ja and en, as
// rosters and logs in companies have them.
var tableSynonyms = map[string][]synonyms{
	"participants": {
		{"id", ids, "番号, 個人コード, コード"},
		{"name", "氏名, 名前, お名前, 姓名, 社員名, 従業員名, 参加者名, 社員氏名, 参加者氏名, 氏名漢字, 漢字氏名, Full name, Employee name, Participant name, Display name, Staff name", "参加者, Participant, Employee"},
		{"kana", "フリガナ, ふりがな, カナ, かな, 氏名カナ, カナ氏名, 氏名かな, 氏名フリガナ, 氏名ふりがな, よみがな, ヨミガナ, 読み仮名, 読みがな, 読み, よみ, Furigana, Name kana, Kana name, Phonetic name", ""},
		{"family_name", "姓, 苗字, 名字, 氏, 氏名 姓, 姓漢字, 漢字 姓, 名前 姓, Family name, Last name, Surname, Legal last name, Preferred last name", ""},
		{"given_name", "名, 氏名 名, 名漢字, 漢字 名, 名前 名, Given name, First name, Forename, Legal first name, Preferred first name", ""},
		{"family_kana", "セイ, せい, 姓カナ, 姓かな, 姓フリガナ, 姓ふりがな, カナ 姓, フリガナ 姓, フリガナ セイ, 氏名カナ 姓, ふりがな 姓, 姓読み, Family name kana, Last name kana", ""},
		{"given_kana", "メイ, めい, 名カナ, 名かな, 名フリガナ, 名ふりがな, カナ 名, フリガナ 名, フリガナ メイ, 氏名カナ 名, ふりがな 名, 名読み, Given name kana, First name kana", ""},
		{"email", "メールアドレス, メアド, Eメール, 電子メール, 会社メールアドレス, 社用メールアドレス, 会社メール, E-mail, Email address, E-mail address, Mail address, Work email, Company email", "メール, アドレス, Mail"},
		{"role", "役割, ロール, 参加区分, 参加者区分, 参加役割, プログラム役割, プログラムでの役割, メンター/メンティー, メンター・メンティー区分, メンター/メンティーの別, Program role, Programme role, Role in program, Role in programme, Role in the program, Role in the programme, Mentoring role, Mentor/Mentee, Mentor or mentee", "区分, 種別, 立場"},
		{"mentor", "メンター, メンター役, メンター参加, メンター該当, メンターとして参加, 役割 メンター, 参加区分 メンター, 区分 メンター, Mentors, Is mentor, Role mentor", ""},
		{"mentee", "メンティー, メンティ, メンティー役, メンティー参加, メンティー該当, メンティーとして参加, 役割 メンティー, 役割 メンティ, 参加区分 メンティー, 区分 メンティー, Mentees, Is mentee, Role mentee", ""},
		{"department", "部署, 部署名, 所属部署, 所属部署名, 所属部門, Department name, Dept", "所属, 所属名, 部門, 部門名, 所属先, 配属先, 組織, 組織名, Division, Business unit, Directorate, Team, Organization, Organisation, Org unit"},
		{"grade", "等級, 職級, グレード, 職能等級, 資格等級, 社員等級, 職務等級, Job grade, Pay grade, Job level, Band", "役職, 役職名, 職位, 資格, ランク, Level, Rank, Position, Title, Job title"},
		{"site", "拠点, 拠点名, 勤務地, 勤務場所, 事業所, 事業所名, 勤務拠点, Location, Office, Work location, Office location, Workplace", "支社, 支店, オフィス, ロケーション, 地域"},
		{"manager", "上司社員番号, 上長社員番号, 管理者社員番号, 上司の社員番号, 上長の社員番号, 管理者の社員番号, 上司従業員番号, 上長従業員番号, 直属上司社員番号, 直属上長社員番号, 上司ID, 上長ID, 管理者ID, 上司番号, 上長番号, 上司コード, Manager ID, Manager employee ID, Manager number, Manager employee number, Manager No, Line manager ID, Line manager No, Line manager number, Line manager employee number, Line manager employee ID, Supervisor ID", "上司, 上長, 管理者, 直属上司, 直属上長, 直属の上司, 直属の上長, Line manager, Supervisor, Reports to"},
		{"oriented", "オリエンテーション受講日, オリエンテーション参加日, オリエンテーション実施日, オリエンテーション日, オリエン受講日, オリエンテーション受講日時, オリエン参加日, オリエンテーションを受けた日, Orientation date, Orientation attended, Date of orientation, Oriented on, Induction date, Date of induction", "オリエンテーション, オリエン, 受講日, 研修受講日, 事前研修日, 事前研修受講日, Orientation"},
		{"joined", "参加日, 参加開始日, プログラム参加日, プログラム開始日, 参加登録日, 参加年月日, 参加を始めた日, Join date, Joined on, Date joined, Enrolled, Enrolled on, Enrolment date, Enrollment date, Program start date", "開始日, 登録日, 加入日, Start date"},
		{"left", "離脱日, 途中離脱日, プログラム離脱日, 参加終了日, 途中終了日, プログラム終了日, 辞退日, 途中辞退日, 離脱年月日, やめた日, 途中でやめた日, Leave date, Left on, Date left, Left program, Left program on, Program end date", "終了日, 脱退日, End date"},
		{"left_company", "退職日, 退社日, 退職年月日, 離職日, 退職日付, 退職した日, Left company on, Resignation date, Resigned on, Termination date, Date left company, Last working day", ""},
		{"withdrawn", "同意撤回日, 同意の撤回日, 同意取消日, 同意取り消し日, データ利用同意撤回日, 同意撤回年月日, 撤回日, オプトアウト日, Withdrawn on, Withdrawal date, Consent withdrawn, Consent withdrawn on, Consent withdrawal date, Date consent withdrawn, Opt-out date, Opted out on, 同意撤回, オプトアウト, Opted out, Opt-out", ""},
	},
	"pairs": {
		{"pair", pairIDs, "番号, No, ID, #"},
		{"mentor", mentorIDs, "メンター"},
		{"mentee", menteeIDs, "メンティー, メンティ"},
		{"matched", "マッチング日, ペア成立日, ペアリング日, 組合せ日, 組み合わせ日, 成立日, 結成日, ペア開始日, ペア結成日, マッチング年月日, 組んだ日, ペアを組んだ日, Match date, Matched on, Date matched, Matching date, Pairing date, Paired on", "開始日, 決定日, Start date"},
		{"ended", "解消日, ペア終了日, ペア解消日, 解消年月日, 解いた日, ペアを解いた日, Ended on, Date ended, Pair ended", "終了日, End date"},
	},
	"sessions": {
		{"pair", pairIDs, "番号, No, ID"},
		{"date", "実施日, 開催日, 面談日, セッション日, 面談実施日, 実施日時, 開催日時, 面談日時, セッション実施日, 実施年月日, 開催年月日, Session date, Held on, Meeting date, Date of session", "日付, 日時, 年月日, 日にち, 予定日, Day, Date and time"},
		{"minutes", "所要時間, 実施時間, 面談時間, セッション時間, 所要時間分, 時間分, 実施時間分, 面談時間分, 分数, Duration, Duration min, Duration minutes, Length, Session length, Minutes spent", "時間, 分, Time, Min, Mins"},
		{"topics", "テーマ, トピック, 話題, 話したテーマ, 話したこと, 話したトピック, 面談テーマ, セッションテーマ, 議題, テーマ・話題, Topic, Topics discussed, Topics covered, What we talked about, What you talked about, Theme, Themes, Agenda", "内容, 面談内容, Subject, Subjects"},
		{"format", "形式, 実施形式, 実施方法, 開催形式, 開催方法, 面談方法, 面談形式, 対面・オンライン, 対面/オンラインの別, Session format, Mode, Meeting format, In person or online, In-person or online, Online or in person", "方法, 形態, Method"},
		{"status", "状況, 実施状況, 開催状況, ステータス, 状態, 実施状態, 実施有無, 実施の有無, Session status, State", "実施, 結果"},
		{"mentor", mentorIDs, mentorNames},
		{"mentee", menteeIDs, menteeNames},
	},
	"goals": {
		{"pair", pairIDs, "番号, No, ID"},
		{"theme", "テーマ, 目標テーマ, 目標のテーマ, 目標分野, 分野, 目標カテゴリ, 目標カテゴリー, Goal theme, Goal area, Area", "カテゴリ, カテゴリー, 区分, Category"},
		{"status", "達成状況, 達成度, 状況, ステータス, 進捗, 進捗状況, 達成結果, Goal status, Progress, Achievement", "結果, 状態, Result, Outcome, State"},
		{"mentor", mentorIDs, mentorNames},
		{"mentee", menteeIDs, menteeNames},
	},
	"followups": {
		{"pair", pairIDs, "番号, No, ID"},
		{"date", "フォロー日, フォローアップ日, 面談日, 確認日, 対応日, 実施日, フォロー実施日, フォロー面談日, Check-in date, Follow-up date, Followed up on, Date of check-in", "日付, 日時, 年月日, Day"},
		{"kind", "種別, 種類, フォロー種別, フォロー方法, 方法, 手段, 実施方法, Type, Method, Channel", "区分, 形式, 内容"},
		{"mentor", mentorIDs, mentorNames},
		{"mentee", menteeIDs, menteeNames},
	},
	surveyTable: {
		{"respondent", "回答者, 回答者ID, 回答者番号, 回答者社員番号, Respondent ID, " + ids, "番号"},
		{"submitted", "回答日時, 回答日, 提出日時, 提出日, 完了時刻, 送信日時, 送信日, タイムスタンプ, Submitted at, Submitted on, Submission date, Completion time, Timestamp, Date submitted", ""},
		{"email", "メールアドレス, メール, 電子メール, Eメール, E-mail, Email Address, Username, ユーザー名", ""},
		{"name", "名前, 氏名, お名前, Full name, 回答者名, 回答者氏名", ""},
	},
}

// surveyTable stands for the tables survey-WAVE.
const surveyTable = "survey"

const (
	ids         = "社員番号, 従業員番号, 職員番号, 社員ID, 従業員ID, 社員コード, 従業員コード, 社員No, 従業員No, 社番, 職番, 人事番号, 参加者ID, 参加者番号, 社員番号ID, Employee ID, Employee No, Employee number, Employee code, Staff ID, Staff No, Staff number, Staff code, Personnel number, Personnel ID, Person ID, Participant ID, Worker ID, Emp ID, Emp No"
	mentorIDs   = "メンター社員番号, メンターの社員番号, メンター従業員番号, メンター社員ID, メンター従業員ID, メンターID, メンター番号, メンター職員番号, メンター社員コード, Mentor ID, Mentor employee ID, Mentor employee number, Mentor staff ID, Mentor number, Mentor no"
	menteeIDs   = "メンティー社員番号, メンティーの社員番号, メンティー従業員番号, メンティー社員ID, メンティー従業員ID, メンティーID, メンティー番号, メンティー職員番号, メンティー社員コード, メンティ社員番号, メンティID, Mentee ID, Mentee employee ID, Mentee employee number, Mentee staff ID, Mentee number, Mentee no"
	mentorNames = "メンター, メンター氏名, メンター名, Mentor name"
	menteeNames = "メンティー, メンティ, メンティー氏名, メンティ氏名, メンティー名, メンティ名, Mentee name"
	pairIDs     = "ペア番号, ペア, ペアID, ペアNo, ペア名, ペアコード, 組番号, 組ID, 組, ペア組番号, Pair ID, Pair No, Pair number, Pair code, Pair name"
)

// notRead are headers of columns that rosters and logs often have and that no
// table takes. They are passed over without a word.
const notRead = "No, 項番, 連番, 通番, 通し番号, #, 備考, 備考欄, 特記事項, メモ, 性別, 年齢, 生年月日, 入社日, 入社年月日, 入社年, 入社年度, 入社年次, 勤続年数, 勤続, 電話番号, 電話, 内線, 内線番号, 携帯, 携帯電話, 職種, 雇用形態, 雇用区分, 会社, 会社名, 氏名ローマ字, ローマ字氏名, ローマ字, 英字氏名, 英語氏名, 上司名, 上司氏名, 上長名, 上長氏名, 管理者名, 管理者氏名, 上司メールアドレス, 上長メールアドレス, 更新日, 更新者, 入力日, 入力者, 記入日, 記入者, 開始時刻, 終了時刻, 開始時間, 終了時間, 場所, 会場, 担当者, 目標, 目標内容, 回数, " +
	"Remarks, Note, Notes, Comment, Comments, Gender, Sex, Age, Date of birth, Birthday, Hire date, Date of hire, Hired on, Years of service, Phone, Phone number, Extension, Mobile, Job type, Employment type, Company, Name in English, English name, Manager name, Manager email, Supervisor name, Updated, Updated on, Updated by, Start time, End time, Place, Venue, Owner, Goal, Row"

// aboutOthers begin headers of pairs and logs that repeat what the roster says
// of a person, after foldHeader.
var aboutOthers = []string{"メンター", "メンターの", "メンティー", "メンティーの", "メンティ", "メンティの", "mentor", "mentors", "mentee", "mentees"}
