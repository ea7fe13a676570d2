package quotes

import (
	"fmt"

	"kohort/generator/diag"
)

// What the walk says.
var (
	sayWho      = diag.Text{EN: "who reviews (name or initials, kept in quotes.yaml)", JA: "確認する人（氏名または略称。quotes.yaml に残ります）"}
	sayNobody   = diag.Text{EN: "no name was given; nothing was decided", JA: "確認者の入力がないため、何も決めずに終わりました"}
	sayNothing  = diag.Text{EN: "no comment waits for review", JA: "確認待ちの自由記述はありません"}
	sayQuestion = diag.Text{EN: "Question: %s", JA: "設問: %s"}
	sayFew      = diag.Text{EN: "Only %d {person|people} wrote here; fewer than %d are never shown. A count by theme is the better choice.", JA: "記入は%d人分で、%d人に満たない間は公開されません。文を載せるより、テーマごとの件数で伝えるほうが適しています。"}
	sayShort    = diag.Text{EN: "Not used, since too few people answered: %s", JA: "回答者が少ないため使わないアンケート: %s"}
	sayComment  = diag.Text{EN: "Comment %d of %d", JA: "%d件目（全%d件）"}
	sayWritten  = diag.Text{EN: "  as written: %s", JA: "  原文: %s"}
	sayLegend   = diag.Text{EN: "    【…】 names or narrows down somebody: blotted out   〔…〕 may do so: please judge", JA: "    【…】 人が特定される箇所（伏せ字にします）   〔…〕 特定につながるおそれのある箇所（ご判断ください）"}
	sayPublish  = diag.Text{EN: "  would show: %s", JA: "  公開案: %s"}
	sayStyle    = diag.Text{EN: "  style: %s; blotting out cannot hide it, better put it in other words (e)", JA: "  書きぶりの手がかり: %s。伏せ字では隠せないため、言い換え（e）をお勧めします"}
	sayCount    = diag.Text{EN: "  much here points to one person: to withhold it (w) and tell the theme's count instead is safer", JA: "  個人を思わせる点が多い記述です。文は非公開（w）とし、テーマの件数で伝えるほうが安全です"}
	sayKeys     = diag.Text{EN: "p publish  e edit  w withhold  s skip  q quit > ", JA: "p 公開  e 書き換え  w 非公開  s あとで  q 終了 > "}
	sayOther    = diag.Text{EN: "please answer p, e, w, s or q", JA: "p、e、w、s、q のいずれかを入力してください"}
	sayEdit     = diag.Text{EN: "new text (one line; empty keeps it) > ", JA: "新しい文（1行。空のままなら変えません） > "}
	sayNames    = diag.Text{EN: "  the text would still name somebody; please edit it", JA: "  人の名前が残るため公開できません。書き換えてください"}
	sayEmpty    = diag.Text{EN: "  nothing but blots is left; please edit or withhold it", JA: "  伏せ字のほかに何も残りません。書き換えるか、非公開にしてください"}
	sayKept     = diag.Text{EN: "  kept: publish", JA: "  記録しました: 公開"}
	sayWithheld = diag.Text{EN: "  kept: withhold", JA: "  記録しました: 非公開"}
)

func say(lang diag.Lang, t diag.Text, args ...any) string {
	if lang == diag.Japanese {
		return fmt.Sprintf(t.JA, args...)
	}
	return diag.Plural(fmt.Sprintf(t.EN, args...))
}
