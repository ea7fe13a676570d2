package value

import "testing"

func TestWordsForADayThatHasNotCome(t *testing.T) {
	for _, cell := range []string{"未受講", "未実施", "予定", " 受講予定 ", "なし", "未", "×", "欠席", "Not yet", "TBD", "none", "ＰＥＮＤＩＮＧ"} {
		if !NotYet(cell, false) {
			t.Errorf("%q is a day", cell)
		}
	}
	for _, cell := range []string{"済", "○", "はい", "done", "2025-04-01", "4月", "在籍中", "active", "受講済"} {
		if NotYet(cell, false) {
			t.Errorf("%q says that the day has not come", cell)
		}
	}
	if !NotYet("在籍中", true) || !NotYet("Active", true) || NotYet("退職", true) {
		t.Error("who has not left is not told from who has")
	}
}
