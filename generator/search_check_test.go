package generator_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/internal/sitetest"
)

const searched = `-- site.yaml --
title: {ja: 手引き, en: Handbook}
languages: [ja, en]
search_tests:
  会う頻度: guide/cadence.md
  ミーティング: guide/cadence.md
  how often: guide/cadence.en.md
  録音: faq.md
  費用: guide/costs.md
  ホーム: index.md
-- pages/index.md --
# ホーム
-- pages/guide/cadence.md --
# 頻度と時間

## 会う頻度

月に2回ほどです。
-- pages/guide/cadence.en.md --
# Cadence

## How often

About twice a month.
-- pages/faq.md --
---
title: よくある質問
draft: true
---
録音してよいですか。
`

func TestCheckTriesTheSearchTests(t *testing.T) {
	site := sitetest.Build(t, searched)
	if slices.ContainsFunc(site.IDs(), func(id string) bool { return strings.HasPrefix(id, "search-") }) {
		t.Errorf("build: got %s, want no search test tried", site.Text())
	}
	_, problems, err := generator.Check(context.Background(), generator.Options{Source: site.Folder, Today: sitetest.Today}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range problems {
		if strings.HasPrefix(string(p.ID), "search-") {
			got = append(got, p.Pos.String()+" "+p.Message(diag.English)+" ["+string(p.ID)+"]")
		}
	}
	want := []string{"site.yaml:5:3 [search-test-fails]", "site.yaml:7:3 [search-test-page-unknown]", "site.yaml:8:3 [search-test-page-unknown]"}
	for i, w := range want {
		pos, id, _ := strings.Cut(w, " ")
		if i >= len(got) || !strings.HasPrefix(got[i], pos) || !strings.HasSuffix(got[i], id) {
			t.Errorf("check: got\n%s\nwant %q", strings.Join(got, "\n"), want)
			return
		}
	}
	if len(got) != len(want) {
		t.Errorf("check: got\n%s\nwant %q", strings.Join(got, "\n"), want)
	}
}

func TestTheStarterPassesItsSearchTests(t *testing.T) {
	_, problems, err := generator.Check(context.Background(), generator.Options{Source: "../content", Today: sitetest.Today}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if strings.HasPrefix(string(p.ID), "search-") {
			t.Errorf("%s: %s", p.Pos, p.Message(diag.English))
		}
	}
}

// TestOtherNamesOfTermsAreScanned gives a term a participant's name as another
// name of it, which no page shows and a search would find.
func TestOtherNamesOfTermsAreScanned(t *testing.T) {
	folder := figuresOfStarter(t)
	name := strings.ReplaceAll(people(t)[0]["name"], " ", "")
	writeFile(t, filepath.Join(folder, "pages", "other-names.md"), "# 別名\n\n:::term[相談役]{aliases=\""+name+"\"}\n話を聞く人です。\n:::\n")
	_, problems, err := generator.Check(context.Background(), generator.Options{Source: folder, Today: sitetest.Today}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.ID == "tripwire-name" && p.Pos.File == "pages/other-names.md" }) {
		t.Errorf("a participant's name is published as another name of a term; got %v", problems)
	}
}

// TestAnIndexHoldsWhatItsReadersMayRead looks for words of others in every
// file of a tree: what is for another audience, and what is not yet due.
func TestAnIndexHoldsWhatItsReadersMayRead(t *testing.T) {
	site := sitetest.Build(t, `-- site.yaml --
title: 手引き
languages: [ja]
audiences: [{name: everyone}, {name: leaders, includes: [everyone]}]
-- pages/index.md --
# ホーム

みんなの言葉。

::::only{for=leaders}
## 役員の見出し

役員の秘密。

:::question[役員の質問]
役員の答え。
:::
::::
-- pages/leaders.md --
---
title: 役員の題名
audience: leaders
---
役員の本文。
-- pages/draft.md --
---
title: 下書きの題名
draft: true
---
下書きの本文。
`)
	if !site.Summary.Written {
		t.Fatal(site.Text())
	}
	index := func(tree string) string {
		var all strings.Builder
		for name, content := range site.Files {
			if strings.HasPrefix(name, tree+"/search/") {
				all.WriteString(content)
			}
		}
		return all.String()
	}
	for _, words := range []string{"役員", "下書き"} {
		if strings.Contains(index("everyone"), words) {
			t.Errorf("everyone's index holds %s", words)
		}
	}
	for _, words := range []string{"みんなの言葉", "役員の見出し", "役員の秘密", "役員の質問", "役員の答え", "役員の題名", "役員の本文"} {
		if !strings.Contains(index("leaders"), words) {
			t.Errorf("the leaders' index lacks %s", words)
		}
	}
	if strings.Contains(index("leaders"), "下書き") {
		t.Error("the leaders' index holds a draft")
	}
}
