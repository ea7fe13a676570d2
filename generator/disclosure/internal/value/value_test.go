package value

import (
	"slices"
	"testing"
)

func TestEmptyWords(t *testing.T) {
	for _, cell := range []string{"", " \u3000\n", "-", "－", "―", "ー", "N/A", "Ｎ／Ａ", "n/a ", "該当なし", "未回答", "Not applicable", "#N/A"} {
		if !Empty(cell) {
			t.Errorf("%q is not empty", cell)
		}
	}
	for _, cell := range []string{"0", "なし", "no", "営業-1", "NA"} {
		if Empty(cell) {
			t.Errorf("%q is empty", cell)
		}
	}
}

func TestWholeNumbers(t *testing.T) {
	for cell, want := range map[string]int{
		"5": 5, "５": 5, " 45 ": 45, "1,234": 1234, "１，２３４": 1234, "12,345,678": 12345678, "-5": -5, "−5": -5, "＋3": 3, "5.0": 5, "0": 0, "007": 7, "999999999": 999999999,
	} {
		if n, ok := Whole(cell); !ok || n != want {
			t.Errorf("%q: got %d (%v), want %d", cell, n, ok, want)
		}
	}
	for _, cell := range []string{"", "-", "--5", "5.5", "5.", "1,23", "1,2345", ",123", "12a", "1e3", "五", "1234567890", "1 2"} {
		if n, ok := Whole(cell); ok {
			t.Errorf("%q: got %d, want none", cell, n)
		}
	}
}

func TestYesAndNo(t *testing.T) {
	for cell, want := range map[string]bool{
		"はい": true, "済": true, "済み": true, "○": true, "〇": true, "◯": true, "✓": true, "✔️": true, "Yes": true, "ＴＲＵＥ": true, "1": true, "１": true, "y": true, "有": true,
		"いいえ": false, "未": false, "×": false, "✕": false, "No": false, "FALSE": false, "0": false, "n": false, "無": false,
	} {
		if yes, ok := YesNo(cell); !ok || yes != want {
			t.Errorf("%q: got %v (%v), want %v", cell, yes, ok, want)
		}
	}
	for _, cell := range []string{"", "x", "△", "2", "maybe", "はいはい"} {
		if _, ok := YesNo(cell); ok {
			t.Errorf("%q is a yes or a no", cell)
		}
	}
}

func TestChoices(t *testing.T) {
	for _, c := range []struct {
		cell string
		want []string
	}{
		{"データ分析;生成AI;", []string{"データ分析", "生成AI"}},
		{"Excel, Word;Teams;", []string{"Excel, Word", "Teams"}},
		{"データ分析；生成AI", []string{"データ分析", "生成AI"}},
		{"データ分析、生成AI", []string{"データ分析", "生成AI"}},
		{"データ分析, 生成AI，データ分析", []string{"データ分析", "生成AI"}},
		{"資料、議事録\nデータ分析\r\n", []string{"資料、議事録", "データ分析"}},
		{"データ分析\n", []string{"データ分析"}},
		{"", nil},
		{";", nil},
	} {
		if got := Choices(c.cell); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestLengthsOfTime(t *testing.T) {
	for cell, want := range map[string]int{
		"90": 90, "９０": 90, "90分": 90, "90 min": 90, "90 minutes": 90, "90分間": 90, "1:30": 90, "１：３０": 90, "1:30:00": 90, "0:45": 45,
		"1時間30分": 90, "1時間半": 90, "1 時間": 60, "1.5h": 90, "1.5時間": 90, "1.25 hours": 75, "1h30m": 90, "1h30": 90, "1 hour 30 minutes": 90, "2 hours": 120, "45.0": 45, "0": 0,
	} {
		if n, ok := Minutes(cell); !ok || n != want {
			t.Errorf("%q: got %d (%v), want %d", cell, n, ok, want)
		}
	}
	for _, cell := range []string{"", "1:75", "1.5", "1.5h30m", "半日", "1日", "-30", "90秒", "30分〜1時間", "12345"} {
		if n, ok := Minutes(cell); ok {
			t.Errorf("%q: got %d, want none", cell, n)
		}
	}
}

// FuzzCells holds that no text makes a parser stumble, and that what is read
// lies where it is said to lie.
func FuzzCells(f *testing.F) {
	for _, cell := range []string{"令和7年4月1日", "1:30", "1/4/2025 午後 1:05", "1,234", "a;b;", "45748.5"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		for _, order := range []Order{Unknown, DayFirst, MonthFirst} {
			if d, ok := Day(cell, order); ok && (d.Year() < 1900 || d.Year() > 9999 || d.Hour() != 0) {
				t.Errorf("%q: got %v", cell, d)
			}
		}
		if n, ok := Minutes(cell); ok && (n < 0 || n > 999*60+999) {
			t.Errorf("%q: got %d minutes", cell, n)
		}
		if n, ok := Whole(cell); ok && (n < -999_999_999 || n > 999_999_999) {
			t.Errorf("%q: got %d", cell, n)
		}
		for _, choice := range Choices(cell) {
			if choice == "" {
				t.Errorf("%q: an empty choice", cell)
			}
		}
		YesNo(cell)
		OrderOf([]string{cell, cell})
	})
}
