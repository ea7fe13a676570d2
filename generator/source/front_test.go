package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWordsForLeaders(t *testing.T) {
	type words struct {
		Verdict  string
		Risks    []string
		Decision string
	}
	for _, c := range []struct {
		name, file string
		want       words
		problems   []string
	}{
		{"a line, a list and a paragraph", "---\nverdict: 続ける価値があります。\nrisks:\n  - 会う回数が、目標に届いていない\n  - \"準備の時間: 確保できていない\"\ndecision: >-\n  次の期も\n  実施する。\n---\n",
			words{"続ける価値があります。", []string{"会う回数が、目標に届いていない", "準備の時間: 確保できていない"}, "次の期も 実施する。"}, nil},
		{"one risk needs no list", "---\nrisks: Few sessions, late in the year\n---\n", words{Risks: []string{"Few sessions, late in the year"}}, nil},
		{"TOML", "+++\nverdict = \"It works.\"\nrisks = [\"Time\", \"Managers\"]\n+++\n", words{Verdict: "It works.", Risks: []string{"Time", "Managers"}}, nil},
		{"a misspelt key", "---\nverdikt: It works.\n---\n", words{}, []string{"2:1 yaml-unknown-key verdikt verdict"}},
		{"two languages in one page", "---\nverdict: {ja: 続ける, en: Go on}\n---\n", words{}, []string{"2:10 yaml-type verdict abc"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, problems := readPage("reports/spring.md", []byte(c.file))
			if diff := cmp.Diff(c.want, words{page.Front.Verdict, page.Front.Risks, page.Front.Decision}); diff != "" {
				t.Errorf("input:\n%s\nwant(-) got(+):\n%s", c.file, diff)
			}
			if diff := cmp.Diff(c.problems, short(problems)); diff != "" {
				t.Errorf("input:\n%s\nproblems: want(-) got(+):\n%s", c.file, diff)
			}
		})
	}
}
