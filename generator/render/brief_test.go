package render

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// changedRelease is the handbook of the tests with words of its release
// replaced, each by the one after it.
func changedRelease(t *testing.T, words ...string) string {
	t.Helper()
	return editedRelease(t, "testdata/handbook", func(text []byte) []byte {
		for i := 0; i < len(words); i += 2 {
			if !strings.Contains(string(text), words[i]) {
				t.Fatalf("the release has no %q", words[i])
			}
		}
		return []byte(strings.NewReplacer(words...).Replace(string(text)))
	})
}

// editedRelease is a copy of a handbook with its release of 2025-spring edited.
func editedRelease(t *testing.T, handbook string, edit func([]byte) []byte) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(handbook)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "cohorts/2025-spring/releases/0001.json")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, edit(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return folder
}

// briefOf makes the brief of a cohort's generated page.
func briefOf(t *testing.T, in Input, lang string) *briefView {
	t.Helper()
	s := newSite(in, nil, in.Handbook.Trees[0])
	for _, e := range s.tree.Editions {
		if e.Lang == lang {
			page := e.Cohorts[0].Brief
			return (&body{site: s, page: page, frame: s.frame(e, folder(page.URL))}).brief()
		}
	}
	t.Fatalf("edition %q: got none", lang)
	return nil
}

func TestTopTopicsAreThoseThatAreShown(t *testing.T) {
	const topic = "\"topic\": \"生成AI\"\n     },\n     \"n\": 20,\n     \"value\": 31\n    }"
	in := testInputOf(t, "-- index.md --\nはじめに\n", changedRelease(t, topic, topic+`,
		{"at": {"topic": "あ"}, "n": 20, "value": 9}, {"at": {"topic": "う"}, "withheld": true}, {"at": {"topic": "い"}, "n": 20, "value": 40},
		{"at": {"topic": "え"}, "n": 20, "value": 9}, {"at": {"topic": "お"}, "n": 20, "value": 3}, {"at": {"topic": "か"}, "n": 20, "value": 2}`))
	var got []string
	for _, topic := range briefOf(t, in, "ja").Topics {
		got = append(got, topic.Label+" "+topic.Share.Text+topic.Unit)
	}
	if want := []string{"い 40%", "生成AI 31%", "あ 9%", "え 9%", "お 3%"}; !slices.Equal(got, want) {
		t.Errorf("topics: got %q, want %q", got, want)
	}
}

func TestGreatestChanges(t *testing.T) {
	for _, c := range []struct {
		name  string
		gains []float64
		want  []int
	}{
		{"room for all", []float64{0.1, -0.2, 0}, []int{0, 1, 2}},
		{"by size, in order", []float64{0.1, 0.9, -0.5, 0.2, 0.8}, []int{1, 2, 4}},
		{"of equal size the loss", []float64{0.9, 0.5, 0.8, -0.5}, []int{0, 2, 3}},
		{"of equal gains the first", []float64{0.5, 0.9, 0.5, 0.8}, []int{0, 1, 3}},
		{"a small loss takes the last place", []float64{0.9, 0.8, 0.7, -0.1, -0.3}, []int{0, 1, 4}},
		{"none", nil, []int{}},
	} {
		if got := greatest(c.gains, 3); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v: got places %v, want %v", c.name, c.gains, got, c.want)
		}
	}
}

func TestABriefDrawsOnlyChangesThatAreShown(t *testing.T) {
	changes := func(in Input) (got []string) {
		for _, row := range briefOf(t, in, "en").Learning.Chart.Groups[0].Rows {
			got = append(got, row.Change.Text)
		}
		return got
	}
	in := testInput(t, "-- index.md --\nはじめに\n")
	if got, want := changes(in), []string{"−0.3", "+0.6", "+0.4", "+0.4", "+0.2"}; !slices.Equal(got, want) {
		t.Errorf("changes in the survey's order: got %q, want %q", got, want)
	}
	if got := briefOf(t, in, "en").Learning.Caption; got != "" {
		t.Errorf("caption of all changes: got %q, want none", got)
	}
	const burden = "\"at\": {},\n     \"n\": 30,\n     \"value\": 0.2\n"
	in = testInputOf(t, "-- index.md --\nはじめに\n", changedRelease(t, burden, `"at": {}, "withheld": true`))
	if got, want := changes(in), []string{"−0.3", "+0.6", "+0.4", "+0.4"}; !slices.Equal(got, want) {
		t.Errorf("changes, one withheld: got %q, want %q", got, want)
	}
	if got := briefOf(t, in, "en").Learning.Caption; got == "" {
		t.Error("caption of some changes: got none, want it to say that there are others")
	}
}

const reportPages = `-- index.md --
はじめに
-- reports/2025-spring.md --
---
title: 2025年春期の結果
layout: report
cohort: 2025-spring
---
半年の結果です。
`

func TestAGeneratedBriefSaysWhatTheReportSays(t *testing.T) {
	in := testInput(t, reportPages)
	for _, e := range in.Handbook.Trees[0].Editions {
		front := &e.Cohorts[0].Report.Front
		front.Verdict, front.Risks, front.Decision = "続ける価値があります。", []string{"面談が減る月がある。"}, "次の期の実施を決めてください。"
	}
	files := renderSite(t, in)
	for page, want := range map[string][]string{
		"reports/2025-spring-brief.html": {`<p class="verdict">続ける価値があります。</p>`, `<li>面談が減る月がある。</li>`, `<p>次の期の実施を決めてください。</p>`,
			`<a href="2025-spring.html">`, `layout-brief`, ` short"`, `data-cell="2025-spring/topics.share/rate/topic=生成AI"`},
		"en/reports/2025-spring-brief.html": {`<p class="verdict" lang="ja">続ける価値があります。</p>`, `<ul lang="ja">`, `The decision we ask for</h2>
<p lang="ja">`},
		"reports/2025-spring.html":    {`<p class="to-brief"><a href="2025-spring-brief.html">`},
		"en/reports/2025-spring.html": {`<p class="to-brief"><a href="2025-spring-brief.html">Brief for leaders`},
	} {
		for _, words := range want {
			if !strings.Contains(files[page].Content, words) {
				t.Errorf("%s: got\n%s\nwant it to hold %q", page, files[page].Content, words)
			}
		}
	}
	if got := files["reports/2025-spring-brief.html"].Sources; !slices.Equal(got, []string{"pages/reports/2025-spring.md", "cohorts/2025-spring/releases/0001.json"}) {
		t.Errorf("sources of the brief: got %v, want the report's page and the release", got)
	}
}

func TestABriefWithoutAWordOfTheAuthor(t *testing.T) {
	got := renderSite(t, testInput(t, "-- index.md --\nはじめに\n"))["en/reports/2025-spring-brief.html"].Content
	for _, none := range []string{`class="verdict"`, `id="brief-risks"`, `id="brief-decision"`, `class="brief-words"`, `class="brief-more"`} {
		if strings.Contains(got, none) {
			t.Errorf("brief: got\n%s\nwant it without %q", got, none)
		}
	}
}

func TestABriefThatIsWrittenSaysItsOwnWords(t *testing.T) {
	in := testInput(t, reportPages+"-- board.md --\n---\ntitle: 役員会資料\nlayout: brief\ncohort: 2025-spring\n---\n補足です。\n")
	var board *handbook.Page
	for _, p := range in.Handbook.Trees[0].Editions[0].Pages {
		if p.Layout == source.LayoutBrief {
			board = p
		}
	}
	board.Front.Decision = strings.Repeat("承認", 180)
	in.Handbook.Trees[0].Editions[0].Cohorts[0].Report.Front.Decision = "レポートの言葉"
	files := renderSite(t, in)
	got := files["board.html"].Content
	for words, want := range map[string]bool{board.Front.Decision: true, "補足です。": true, "レポートの言葉": false, `brief short`: false} {
		if strings.Contains(got, words) != want {
			t.Errorf("board.html: got\n%s\nwant it to hold %q: %v", got, words, want)
		}
	}
	if want := `<p class="to-brief"><a href="../board.html">`; !strings.Contains(files["reports/2025-spring.html"].Content, want) {
		t.Errorf("the report: got no %q", want)
	}
}

func TestABriefOfACohortThatMayShowNothing(t *testing.T) {
	folder := changedRelease(t)
	file := filepath.Join(folder, "cohorts/2025-spring/releases/0001.json")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var release map[string]json.RawMessage
	if err := json.Unmarshal(text, &release); err != nil {
		t.Fatal(err)
	}
	release["tables"] = json.RawMessage(`[{"id": "participation.enrolled", "statistic": "count", "base": "participants", "unit": "people", "decimals": 0,
		"dimensions": [], "cells": [{"at": {}, "withheld": true}]}]`)
	if text, err = json.Marshal(release); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	got := renderSite(t, testInputOf(t, "-- index.md --\nはじめに\n", folder))["reports/2025-spring-brief.html"].Content
	if want := "載せられる数字がありません"; !strings.Contains(got, want) || strings.Contains(got, "brief-figures") {
		t.Errorf("brief without a figure: got\n%s\nwant it to say %q and draw none", got, want)
	}
}

func TestPreviewMarksEveryFigureOfABrief(t *testing.T) {
	in := testInput(t, "-- index.md --\nはじめに\n")
	in.Preview = true
	got := renderSite(t, in)["en/reports/2025-spring-brief.html"].Content
	if marks := strings.Count(got, `<p class="unpublished">Unpublished</p>`); marks != 4 {
		t.Errorf("tiles, two charts and the topics: got %d marks, want 4 in\n%s", marks, got)
	}
}
