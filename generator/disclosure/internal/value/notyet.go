package value

import "slices"

// pending are words in a column of dates for what has not happened, beside the
// words for no.
var pending = []string{
	"未受講", "未参加", "未開催", "未定", "未完了", "未了", "予定", "予定あり", "受講予定", "参加予定", "実施予定", "調整中", "日程調整中",
	"不参加", "欠席", "対象外", "不要", "not done", "not attended", "not scheduled", "not started", "pending", "planned", "scheduled",
	"tbd", "tbc", "to be confirmed", "to be decided", "to be determined", "none", "absent", "did not attend", "no show", "exempt", "not required",
}

// staying are words in a column of dates of leaving for who has not left.
var staying = []string{"在籍", "在籍中", "在職", "在職中", "参加中", "継続", "継続中", "現職", "active", "still active", "ongoing", "present", "current", "still in the program"}

// NotYet says whether a cell of a column of dates says that the day has not
// come: by a word for no (未, なし, not yet), or by one such as 未受講, 予定 or
// TBD. leaving says that the days are of leaving, so that 在籍中 and active say
// so too.
func NotYet(cell string, leaving bool) bool {
	yes, known := YesNo(cell)
	word := code(cell)
	return known && !yes || slices.Contains(pending, word) || leaving && slices.Contains(staying, word)
}
