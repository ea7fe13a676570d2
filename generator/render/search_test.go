package render

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/diag"
	"kohort/generator/handbook"
	"kohort/generator/search"
	"kohort/generator/source"
)

// pageTextOf gives what a page of an archive says, by its address.
func pageTextOf(t *testing.T, in Input, url string) search.Page {
	t.Helper()
	for _, tree := range in.Handbook.Trees {
		s := newSite(in, nil, tree)
		for _, j := range s.jobs() {
			if j.page == nil || j.page.URL != url {
				continue
			}
			var w worker
			made, err := w.run(j)
			if err != nil {
				t.Fatal(err)
			}
			return made.says
		}
	}
	t.Fatalf("there is no page %s", url)
	return search.Page{}
}

func TestAPageIsSearchedBySection(t *testing.T) {
	in := testInput(t, `-- index.md --
はじめに
-- guide/pairs.md --
---
title: ペアの進め方
description: 半年間の流れ。
---
月に2回&nbsp;会います[^1]。**:ruby[逆]{rt=ぎゃく}引き**も`+"`kohort build`"+`も使えます。

[^1]: 社内での呼び方です。

## 会う回数 {#times}

最初は&lt;60分&gt;です。
次の行に続きます。

| 時期 | 長さ |
|---|---|
| 1か月目 | 60分 |

:::details[詳しく]
開くと見えます。
:::

### 録音 & 録画

しません。![ペアが話す様子](pair.png)
`)
	got := pageTextOf(t, in, "guide/pairs.html")
	want := search.Page{URL: "guide/pairs.html", Title: "ペアの進め方", Description: "半年間の流れ。", Sections: []search.Section{
		{Text: "月に2回\u00a0会います。逆引きもkohort buildも使えます。"},
		{Anchor: "times", Heading: "会う回数", Kind: search.Body, Text: "最初は<60分>です。次の行に続きます。 時期 長さ 1か月目 60分 詳しく 開くと見えます。"},
		{Anchor: "録音--録画", Heading: "録音 & 録画", Kind: search.Body, Text: "しません。 ペアが話す様子 社内での呼び方です。"},
	}}
	for i := range got.Sections {
		got.Sections[i].Text = strings.Join(strings.FieldsFunc(got.Sections[i].Text, func(r rune) bool { return r == ' ' || r == '\n' }), " ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want(-) got(+):\n%s", diff)
	}
}

func TestQuestionsAndTermsAreSectionsOfTheirOwn(t *testing.T) {
	in := testInput(t, `-- index.md --
はじめに
-- words.md --
まえがき。

:::term[リバースメンタリング]{#reverse reading=りばーすめんたりんぐ aliases="逆メンター、RM"}
若手が助言します。
:::

つなぎの文。

::::question[録音してよいですか。]{#record}
いいえ。

:::details[理由]
守秘のためです。
:::
::::

あとがき。
`)
	got := pageTextOf(t, in, "words.html").Sections
	want := []search.Section{
		{Text: "まえがき。 つなぎの文。 あとがき。"},
		{Anchor: "reverse", Heading: "リバースメンタリング", Kind: search.Term, Text: "若手が助言します。", Aliases: []string{"逆メンター", "RM", "りばーすめんたりんぐ"}},
		{Anchor: "record", Heading: "録音してよいですか。", Kind: search.Question, Text: "いいえ。 理由 守秘のためです。"},
	}
	for i := range got {
		got[i].Text = strings.Join(strings.Fields(got[i].Text), " ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want(-) got(+):\n%s", diff)
	}
}

// TestNumbersOfCohortsAreNotSearched looks at every page with figures: their
// titles and captions are there, no number of theirs is.
func TestNumbersOfCohortsAreNotSearched(t *testing.T) {
	in := testInput(t, `-- index.md --
2025年春は:value{id=participation.enrolled cohort=2025-spring}人が登録しました。

::figure{id=participation.active cohort=2025-spring by=department caption="部署ごとに見る"}
`)
	home := pageTextOf(t, in, "index.html").Sections[0].Text
	if !strings.Contains(home, "2025年春は…人が登録しました。") || !strings.Contains(home, "部署ごとに見る") {
		t.Errorf("home: got %q", home)
	}
	report := pageTextOf(t, in, "reports/2025-spring.html")
	headings := []string{}
	for _, s := range report.Sections {
		headings = append(headings, s.Heading)
		if strings.ContainsAny(s.Text, "0123456789") && !strings.Contains(s.Text, "95%") {
			t.Errorf("report, %s: got a number in %q", s.Heading, s.Text)
		}
	}
	for _, want := range []string{"参加状況", "学びの変化", "個人を守るしくみ"} {
		if !slices.Contains(headings, want) {
			t.Errorf("report: got the headings %q, want %s among them", headings, want)
		}
	}
}

func TestEachEditionHasAnIndexOfItsOwn(t *testing.T) {
	files := renderSite(t, testInput(t, "-- index.md --\nはじめに\n-- a.md --\n頻度について\n-- a.en.md --\nAbout cadence\n"))
	for dir, words := range map[string][2]string{"search/": {"頻度", "cadence"}, "en/search/": {"cadence", "頻度"}} {
		var all strings.Builder
		for path, file := range files {
			if strings.HasPrefix(path, dir) {
				all.WriteString(file.Content)
				if !slices.Contains(file.Sources, "pages/index.md") {
					t.Errorf("%s: got sources %q", path, file.Sources)
				}
			}
		}
		if foreign := strings.Contains(all.String(), `"はじめに","ja"]`); foreign != (dir == "en/search/") {
			t.Errorf("%s: the words of index.md are said to be in another language: %v", dir, foreign)
		}
		if !strings.Contains(all.String(), words[0]) || strings.Contains(all.String(), words[1]) {
			t.Errorf("%s: got no %s, or %s, in\n%.2000s", dir, words[0], words[1], all.String())
		}
	}
	page := files["en/a.html"].Content
	for _, want := range []string{`data-index="search/"`, `data-script="../theme/search.`, `data-words="../theme/search-en.`, `<button class="search" type="button" hidden`} {
		if !strings.Contains(page, want) {
			t.Errorf("en/a.html: got no %s in\n%.1500s", want, page)
		}
	}
}

func TestAPageSaysItsAddressAndLanguageToItsIndex(t *testing.T) {
	p := handbook.Page{Edition: &handbook.Edition{Lang: "en", Dir: "leaders/en/"}, URL: "leaders/en/guide/a.html", ContentLang: "ja"}
	if got := newPageText(&p, nil).page(&p); got.URL != "guide/a.html" || got.Lang != "ja" {
		t.Errorf("got %q in %q, want the address from the edition's folder, and the language that differs", got.URL, got.Lang)
	}
	p.ContentLang = "en"
	if got := newPageText(&p, nil).page(&p).Lang; got != "" {
		t.Errorf("got the language %q of a page in its edition's", got)
	}
}

func TestSearchTestsAreTriedInTheEditionOfTheirPage(t *testing.T) {
	in := testInput(t, "-- index.md --\nはじめに\n-- a.md --\n# 頻度\n-- a.en.md --\n# Cadence\n-- faq.md --\n# よくある質問\n")
	at := func(line int) diag.Pos { return diag.At("site.yaml", line, 3) }
	in.Config.SearchTests = []source.SearchTest{
		{Query: "頻度", Page: "a.md", Pos: at(1)},
		{Query: "cadence", Page: "pages/a.en.md", Pos: at(2)},
		{Query: "cadence", Page: "a.md", Pos: at(3)},
		{Query: "頻度", Page: "b.md", Pos: at(4)},
		{Query: "春", Page: "reports/2025-spring.md", Pos: at(5)}, // a page that nobody wrote
		{Query: "よくある質問", Page: "faq.md", Pos: at(6)},
	}
	for _, try := range []bool{false, true} {
		in.TestSearch = try
		_, problems, err := Render(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		if try {
			want = []string{"search-test-fails site.yaml:3:3", "search-test-page-unknown site.yaml:4:3"}
		}
		if got := problemIDs(problems); !slices.Equal(got, want) {
			t.Errorf("search tests tried: %v: got %q, want %q", try, got, want)
		}
	}
}
