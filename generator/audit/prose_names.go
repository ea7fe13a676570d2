package audit

import "strings"

// naming is how prose speaks of a table. A star in its id stands for any wave.
type naming struct {
	table, statistic string
	ja, en           string // names, parted by |; the longest that fits counts
}

// namings are the everyday words for the tables that a release may hold. What
// is told for one level alone (a topic, a format) has no name.
var namings = []naming{
	{"participation.enrolled", "count", "登録者数|登録人数|登録者|登録|参加者数|参加者", "enrolment|enrollment|enrolled|number of participants|participants"},
	{"participation.active", "count", "参加中の人数|参加中の人|参加中", "active participants|still active"},
	{"participation.completed", "count", "修了者数|修了者|修了", "completed the program|completed the programme|completed|finished the program"},
	{"participation.left", "count", "途中離脱者数|途中離脱者|途中離脱|離脱者", "left the program|left the programme|left early|dropouts"},
	{"matching.pairs", "count", "ペア数|ペア", "number of pairs|pairs"},
	{"matching.cross_department", "rate", "部署をまたぐペアの割合|部署をまたぐ割合|部署をまたいだペア|部署をまたぐペア", "pairs from different departments|from different departments|pairs across departments|across departments|cross departments|crossed departments"},
	{"matching.outside_line", "rate", "上司部下でない割合|上司と部下でないペアの割合|上司と部下でないペア", "outside the reporting line"},
	{"matching.days", "mean", "初回までの平均日数|初回までの日数|初回セッションまで|初回まで", "days to the first session|time to the first session"},
	{"orientation.share", "rate", "オリエンテーションの受講率|オリエンテーション受講率|受講率|オリエンテーションを受けた人の割合|オリエンテーションを受けた人", "orientation rate|share oriented|were oriented"},
	{"response.*", "rate", "回答率|回答", "response rate|answered the survey|answered"},
	{"retention.program", "rate", "プログラム継続率|プログラムの継続率|継続率", "retention|still in the program"},
	{"retention.company", "rate", "在職率", "still in the company|still with the company"},
	{"sessions.held", "sum", "実施されたセッション|セッションの実施回数|セッション数|セッション", "number of sessions|sessions held|sessions were held|sessions took place|sessions"},
	{"sessions.planned", "sum", "予定されたセッション|予定したセッション", "sessions planned|sessions were planned|planned sessions"},
	{"sessions.cancelled", "sum", "中止になったセッション|中止されたセッション|中止", "sessions cancelled|sessions were cancelled|cancelled sessions|cancelled"},
	{"sessions.per_pair", "mean", "1ペア1か月あたりのセッション数|1ペア1か月あたりの回数|1ペア1か月あたり|1ペアあたり月", "sessions per pair per month|per pair per month|sessions per pair and month|per pair and month"},
	{"sessions.minutes", "mean", "1回の平均時間|セッションの平均時間|セッションの長さ|セッションの時間|1回の長さ|1回の時間", "length of a session|session length|a session lasted|sessions lasted"},
	{"recommend.promoters", "rate", "推奨者の割合|推奨者", "promoters"},
	{"recommend.passives", "rate", "中立者の割合|中立者", "passives"},
	{"recommend.detractors", "rate", "批判者の割合|批判者", "detractors"},
	{"recommend.score", "difference", "推奨度スコア|推奨スコア|推奨度|nps", "net promoter score|recommendation score|nps"},
	{"goals.met", "rate", "達成した目標の割合|目標の達成率|目標達成率|達成した目標", "goals were met|goals met|goal attainment"},
	{"goals.partly", "rate", "一部達成した目標の割合|一部達成した目標|一部達成", "goals partly met|goals were partly met|partly met"},
	{"goals.open", "rate", "継続中の目標", "goals still open|open goals"},
	{"goals.dropped", "rate", "取りやめた目標の割合|取りやめた目標", "goals dropped|dropped goals"},
	{"metric.followups_per_pair", "mean", "1ペアあたりのフォロー回数|フォロー回数", "follow-ups per pair|check-ins per pair"},
}

// themeNames are the everyday words for the themes of a survey.
var themeNames = []struct{ theme, ja, en string }{
	{"digital", "デジタルスキル|デジタルの力", "digital skills|digital skill"},
	{"trends", "トレンドへの理解|トレンドの理解", "understanding of trends"},
	{"generations", "世代間の理解|世代への理解", "understanding across generations|understanding of generations"},
	{"perspectives", "新しい視点", "new perspectives"},
	{"communication", "コミュニケーション|話しやすさ", "communication"},
	{"safety", "心理的安全性", "psychological safety"},
	{"confidence", "自信", "confidence"},
	{"leadership", "リーダーシップ", "leadership"},
	{"trust", "信頼感|信頼", "trust"},
	{"recognition", "評価とキャリア|職場での評価", "recognition and career|recognition"},
	{"innovation", "革新と学び|学びと革新", "innovation and learning"},
	{"inclusion", "インクルージョン|包摂", "inclusion"},
	{"engagement", "エンゲージメント", "engagement"},
	{"burden", "負担感|負担", "burden"},
	{"recommend", "推奨意向", "willingness to recommend"},
}

// called gives the names of a table in one language, none where prose has no
// word for it. Those of a question are its text.
func called(table, statistic, lang string, text func(code string) string) []string {
	in := func(ja, en string) []string {
		if lang == "ja" {
			return strings.Split(ja, "|")
		}
		return strings.Split(en, "|")
	}
	if statistic == "distribution" {
		return nil // not one number
	}
	for _, n := range namings {
		if before, star := strings.CutSuffix(n.table, "*"); n.statistic == statistic && (n.table == table || star && strings.HasPrefix(table, before)) {
			return in(n.ja, n.en)
		}
	}
	parts := strings.Split(table, ".")
	if len(parts) != 3 {
		return nil
	}
	switch parts[0] {
	case "survey":
		if words := text(parts[1]); words != "" {
			return []string{words}
		}
	case "theme":
		for _, t := range themeNames {
			if t.theme == parts[1] {
				return in(t.ja, t.en)
			}
		}
	}
	return nil
}
