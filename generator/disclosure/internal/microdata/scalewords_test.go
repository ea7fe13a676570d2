package microdata

import "testing"

func TestAnswersAreReadInWordsAndNumbers(t *testing.T) {
	agree := Question{Scale: scaleYAML{Values: []int{1, 2, 3, 4, 5}, Labels: map[string][]string{
		"ja": {"まったくそう思わない", "あまりそう思わない", "どちらともいえない", "ややそう思う", "とてもそう思う"},
		"en": {"Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"},
	}}.points()}
	nps := Question{Scale: scaleYAML{Values: []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}}.points()}
	change := Question{Scale: scaleYAML{Values: []int{-1, 0, 1}, Labels: map[string][]string{"": {"減った", "同じ", "増えた"}}}.points()}
	const none = -99
	for _, c := range []struct {
		question Question
		cell     string
		want     int
	}{
		{agree, "とてもそう思う", 5}, {agree, " とてもそう思う　", 5}, {agree, "とてもそう思います。", 5}, {agree, "まったくそう思いません", 1}, {agree, "どちらともいえません", 3},
		{agree, "Strongly agree", 5}, {agree, "STRONGLY AGREE", 5}, {agree, "Strongly\u00a0Agree", 5}, {agree, "agree;", 4},
		{agree, "5", 5}, {agree, "５", 5}, {agree, "5.0", 5}, {agree, "5点", 5}, {agree, "4 points", 4},
		{agree, "5 - とてもそう思う", 5}, {agree, "５：とてもそう思う", 5}, {agree, "5. Strongly agree", 5}, {agree, "(4) Agree", 4}, {agree, "4（ややそう思う）", 4}, {agree, "ややそう思う（4）", 4},
		{agree, "とてもそう思う / Strongly agree", 5}, {agree, "とてもそう思う (Strongly agree)", 5}, {agree, "5 - とてもそう思う / Strongly agree", 5},
		{agree, "とてもそう思う / Agree", none}, {agree, "4 - とてもそう思う", none}, {agree, "6", none}, {agree, "0", none}, {agree, "そう思う", none}, {agree, "4.5", none},
		{agree, "とてもそう思う;ややそう思う;", none}, {agree, "5 - すばらしい", none},
		{nps, "0", 0}, {nps, "10", 10}, {nps, "１０", 10}, {nps, "10 - とても勧めたい", 10}, {nps, "0 = Not at all likely", 0}, {nps, "11", none}, {nps, "勧めたい", none},
		{change, "-1", -1}, {change, "－１", -1}, {change, "増えた", 1}, {change, "1", 1}, {change, "2", none},
	} {
		got, ok := newScale(c.question).answer(c.cell)
		if !ok {
			got = none
		}
		if got != c.want {
			t.Errorf("%q is read as %d, want %d", c.cell, got, c.want)
		}
	}
	for _, word := range []string{"N/A", "該当なし", "回答しない", "回答を控えます", "わからない", "Prefer not to say", "Don’t know", "未回答", "-"} {
		if _, answered := newScale(agree).answer(word); answered || !isNoAnswer(word) {
			t.Errorf("%q is not taken for no answer", word)
		}
	}
	if isNoAnswer("どちらともいえない") {
		t.Error("a label is taken for no answer")
	}
}
