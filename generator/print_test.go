package generator_test

import (
	"regexp"
	"strings"
	"testing"

	"kohort/generator/internal/sitetest"
)

const printable = `-- pages/nav.md --
- [手引き](index.md)
- [ガイド](guide/index.md)
  - [頻度](guide/cadence.md)
-- pages/index.md --
---
title: 手引き
---
[頻度](guide/cadence.md#times)へ。
-- pages/guide/index.md --
---
title: ガイド
---
注の例[^1]と[無いページ](none.md)。

[^1]: 一つめの注。
-- pages/guide/cadence.md --
---
title: 頻度
updated: 2026-03-20
owner: 人事部
---
注の例[^1]。[ガイド](index.md)、[質問](../faq.md)、[用紙](form.csv)。

[^1]: 二つめの注。

## 回数 {#times}

:::details[くわしく]
月に2回。
:::

- [ ] 予定を入れる
-- pages/guide/form.csv --
a,b
-- pages/faq.md --
---
title: 質問
---
## 回数 {#times}

答え。
`

func TestAHandbookPrintsAsOneDocument(t *testing.T) {
	site := sitetest.Build(t, printable)
	if !site.Summary.Written {
		t.Fatalf("not built:\n%s", site.Text())
	}
	for _, c := range []struct{ page, want string }{
		{"print.html", `<meta name="robots" content="noindex">`},
		{"print.html", `<li><a href="#p2">ガイド</a><ul>`},
		{"print.html", `<a href="#p3-times">頻度</a>`},
		{"print.html", `<h3 id="p3-times">回数`},
		{"print.html", `<h3 id="p4-times">回数`},
		{"print.html", `<li id="p2-fn-1" value="1">`},
		{"print.html", `<li id="p3-fn-1" value="1">`},
		{"print.html", `<a href="#p4">質問</a>`},
		{"print.html", `<a href="guide/form.csv">用紙</a>`},
		{"print.html", `<a>無いページ</a>`},
		{"print.html", `<br>担当 人事部</p>`},
		{"guide/print.html", `<a href="#p1">ガイド</a>、<a href="../faq.html">質問</a>、<a href="form.csv">用紙</a>`},
		{"guide/print.html", `<h1>ガイド</h1>`},
		{"guide/cadence.html", `<a href="print.html">このセクション</a> <a href="../print.html">ハンドブック全体</a>`},
		{"faq.html", `<p class="print-links">まとめて印刷： <a href="print.html">ハンドブック全体</a></p>`},
		{"en/guide/cadence.html", `<a href="../print.html">the whole handbook</a>`},
	} {
		if !strings.Contains(site.Files[c.page], c.want) {
			t.Errorf("%s: got no %s in\n%s", c.page, c.want, site.Files[c.page])
		}
	}
	for name, text := range site.Files {
		if path, _, _ := strings.Cut(name, "/"); path == "search" && strings.Contains(text, "print.html") {
			t.Errorf("%s leads to a document to print", name)
		}
	}
	// What is told of a page is not told again of what is printed of it.
	if got := strings.Count(site.Text(), "none.md"); got != 2 { // the message and its line
		t.Errorf("a broken link is told %d times:\n%s", got, site.Text())
	}
}

var ownPrint = regexp.MustCompile(`data-(?:cell|target|quote)="`)

// TestPrintedFiguresAreHeldAgainstReleases holds that what audit reads of a
// report is in the document that prints it, tag by tag.
func TestPrintedFiguresAreHeldAgainstReleases(t *testing.T) {
	site := builtStarter(t)
	on := 0
	for name, text := range site.Files {
		isReport := strings.HasPrefix(name, "reports/") && strings.HasSuffix(name, ".html")
		if isReport && !strings.HasSuffix(name, "-brief.html") && name != "reports/print.html" {
			on += len(ownPrint.FindAllString(text, -1))
		}
	}
	if got := len(ownPrint.FindAllString(site.Files["reports/print.html"], -1)); on < 100 || got != on {
		t.Errorf("reports/print.html: got %d tagged figures, want the %d of its pages", got, on)
	}
	if !strings.Contains(site.Files["reports/print.html"], "-brief.html") {
		t.Error("reports/print.html does not lead to the briefs, which it leaves out")
	}
}

func TestAPageNamedPrintStays(t *testing.T) {
	site := sitetest.Build(t, "-- pages/index.md --\n# 手引き\n\n本文\n-- pages/print.md --\n# 印刷のしかた\n\n本文\n")
	if got := site.Files["print.html"]; !strings.Contains(got, "<h1>印刷のしかた</h1>") || strings.Contains(got, "print-links") {
		t.Errorf("print.html: got\n%s", got)
	}
}
