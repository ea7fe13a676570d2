package generator_test

import (
	"context"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kohort/generator/internal/browsertest"
	"kohort/generator/internal/sitetest"
)

// directivesSite is a page of what scripts enliven, and a glossary.
const directivesSite = `
-- pages/index.md --
---
title: 手引き
---

:term[セッション]は月2回です[^1]。

::::tabs
:::tab[メンター]
調べる。
:::
:::tab[メンティー]
聞く。[中へ](#inside)
:::
:::tab[事務局]
## 奥の見出し {#inside}

整える。
:::
::::

::::tabs
:::tab[メンティー]
話す。
:::
:::tab[事務局]
待つ。
:::
::::

:::checklist{#before}
- [ ] 読む
- [ ] 送る
- [x] 空ける
:::

:::steps
1. 決める
2. 会う
:::

::::cards
:::card[用語集]{href=words.md}
言葉の意味。
:::
::::

:::timeline
- **4月** 募る
:::

- [ ] 見るだけ

| 月 | 内容 |
|---|---|
| 4 | 募集 |

[用語](words.md)

[^1]: 休みの月を**除きます**。
-- pages/words.md --
---
title: 用語
---

:::term[セッション]{#session}
二人が会って話す時間。
:::
`

// openDirectives shows the page over file://.
func openDirectives(t *testing.T, ctx context.Context, site sitetest.Site) {
	t.Helper()
	address := "file://" + filepath.ToSlash(site.Output) + "/index.html"
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(800, 600), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
}

const (
	chosenTabs  = `[...document.querySelectorAll('[aria-selected=true]')].map(t => t.textContent)`
	shownPanels = `[...document.querySelectorAll('.tab:not([hidden])')].map(t => t.querySelector('p:not(.tab-label)').textContent.trim())`
	ticks       = `[...document.querySelectorAll('.checklist input')].map(b => String(b.checked))`
	explained   = `[...document.querySelectorAll('.explain:popover-open p')].map(p => p.textContent.trim())`
)

// TestTabsByKeyboard walks the tabs as the ARIA practices have it; a choice
// reaches the other tabs of the page and outlasts it, and a link opens a tab.
func TestTabsByKeyboard(t *testing.T) {
	ctx := browsertest.Start(t)
	site := sitetest.Build(t, directivesSite)
	openDirectives(t, ctx, site)
	requireShown(t, ctx, "at first", chosenTabs, "メンター", "メンティー")
	evaluate(t, ctx, `document.querySelector('[role=tab]').focus()`)
	press(t, ctx, kb.ArrowRight)
	requireShown(t, ctx, "after the arrow", chosenTabs, "メンティー", "メンティー")
	press(t, ctx, kb.End)
	requireShown(t, ctx, "at the end", chosenTabs, "事務局", "事務局")
	press(t, ctx, kb.ArrowRight)
	requireShown(t, ctx, "round the end", chosenTabs, "メンター", "事務局")
	press(t, ctx, kb.ArrowLeft, kb.Home, kb.ArrowRight, kb.Tab)
	requireShown(t, ctx, "into the panel", `[document.activeElement.getAttribute('role'), document.activeElement.querySelector('a').textContent]`, "tabpanel", "中へ")
	press(t, ctx, kb.Tab, kb.Enter)
	requireShown(t, ctx, "a link into a tab", chosenTabs, "事務局", "メンティー")
	openDirectives(t, ctx, site)
	evaluate(t, ctx, `location.hash = ''`)
	requireShown(t, ctx, "on the next visit", shownPanels, "聞く。中へ", "話す。")
}

// TestTicksAreKept ticks by keyboard over file://, and comes back.
func TestTicksAreKept(t *testing.T) {
	ctx := browsertest.Start(t)
	site := sitetest.Build(t, directivesSite)
	openDirectives(t, ctx, site)
	requireShown(t, ctx, "at first", ticks, "false", "false", "true")
	evaluate(t, ctx, `document.querySelector('.checklist input').focus()`)
	press(t, ctx, " ", kb.Tab, kb.Tab, " ")
	requireShown(t, ctx, "ticked", ticks, "true", "false", "false")
	openDirectives(t, ctx, site)
	requireShown(t, ctx, "after reload", ticks, "true", "false", "false")
	requireShown(t, ctx, "progress", `[document.querySelector('.checklist [role=status]').textContent, String(document.querySelector('.checklist progress').value)]`, "3件のうち1件が済みました", "1")
	evaluate(t, ctx, `document.querySelector('.checklist-state button').click()`)
	requireShown(t, ctx, "cleared", ticks, "false", "false", "false")
	evaluate(t, ctx, `document.querySelector('.checklist-state button').click()`)
	requireShown(t, ctx, "brought back", ticks, "true", "false", "false")
}

// TestExplanationsComeToTheReader opens a term's and a footnote's by tap, by
// pointing and by focus, and closes them by Esc; a second tap follows the link.
func TestExplanationsComeToTheReader(t *testing.T) {
	ctx := browsertest.Start(t)
	site := sitetest.Build(t, directivesSite)
	openDirectives(t, ctx, site)
	tap(t, ctx, "a.term")
	requireShown(t, ctx, "a term tapped", explained, "二人が会って話す時間。")
	requireShown(t, ctx, "with a link", `[document.querySelector('.explain a').href.split('/').pop(), location.pathname.split('/').pop()]`, "words.html#session", "index.html")
	press(t, ctx, kb.Escape)
	requireShown(t, ctx, "after Esc", explained)
	tap(t, ctx, ".footnote-ref a")
	requireShown(t, ctx, "a footnote tapped", explained, "休みの月を除きます。")
	tap(t, ctx, "h1")
	requireShown(t, ctx, "a tap elsewhere", explained)
	point(t, ctx, "a.term")
	requireShown(t, ctx, "a term pointed at", explained, "二人が会って話す時間。")
	point(t, ctx, ".explain p")
	requireShown(t, ctx, "the explanation pointed at", explained, "二人が会って話す時間。")
	point(t, ctx, "h1")
	requireShown(t, ctx, "pointing elsewhere", explained)
	evaluate(t, ctx, `document.querySelector('a.term').focus()`)
	requireShown(t, ctx, "a term focused", explained, "二人が会って話す時間。")
	requireShown(t, ctx, "is its description", `[document.activeElement.getAttribute('aria-describedby'), String(document.activeElement.title)]`, "kohort-explain", "")
	press(t, ctx, kb.Escape)
	tap(t, ctx, "a.term")
	tap(t, ctx, "a.term")
	time.Sleep(200 * time.Millisecond)
	requireShown(t, ctx, "a second tap", `[decodeURIComponent(location.pathname.split('/').pop()), location.hash]`, "words.html", "#session")
}

// TestCopyingWithoutAClipboard copies the address of a heading and a listing
// where there is no clipboard, as on a server without https.
func TestCopyingWithoutAClipboard(t *testing.T) {
	ctx := browsertest.Start(t)
	site := sitetest.Build(t, directivesSite+"-- pages/code.md --\n---\ntitle: 例\n---\n\n## 節 {#part}\n\n```yaml\na: 1\n```\n")
	server := httptest.NewServer(serveFiles(site.Files))
	defer server.Close()
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/code.html")); err != nil {
		t.Fatal(err)
	}
	evaluate(t, ctx, `Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.addEventListener('copy', () => { window.copied = getSelection().toString() || document.activeElement.value; }); 0`)
	const outcome = `[window.copied, document.querySelector('.said').textContent]`
	if err := chromedp.Do(ctx, chromedp.Click(".code-tools button")); err != nil {
		t.Fatal(err)
	}
	requireShown(t, ctx, "the button of a listing", outcome, "a: 1", "コピーしました")
	if err := chromedp.Do(ctx, chromedp.Click("a.anchor")); err != nil {
		t.Fatal(err)
	}
	requireShown(t, ctx, "the link in a heading", outcome, server.URL+"/code.html#part", "この見出しへのリンクをコピーしました")
}

// TestDirectivesWithoutScripts reads the page where scripts are switched off.
func TestDirectivesWithoutScripts(t *testing.T) {
	ctx := browsertest.Start(t)
	site := sitetest.Build(t, directivesSite)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	openDirectives(t, ctx, site)
	requireShown(t, ctx, "all tabs", shownPanels, "調べる。", "聞く。中へ", "整える。", "話す。", "待つ。")
	requireShown(t, ctx, "under their labels", `[...document.querySelectorAll('.tab')].map(t => t.innerText.split('\n')[0])`, "メンター", "メンティー", "事務局", "メンティー", "事務局")
	requireShown(t, ctx, "boxes that cannot be ticked", `[String(document.querySelectorAll('.checklist input:disabled').length)]`, "3")
	requireShown(t, ctx, "explained in a tooltip", `[document.querySelector('a.term').title]`, "二人が会って話す時間。")
}

// TestDirectivesAreAccessible lets axe look at them as they are, and with an
// explanation open.
func TestDirectivesAreAccessible(t *testing.T) {
	ctx := browsertest.Start(t)
	site := sitetest.Build(t, directivesSite)
	requireAccessible(t, ctx, site.Files, []string{"index.html"})
	for _, selector := range []string{"a.term", ".footnote-ref a"} {
		tap(t, ctx, selector)
		reportViolations(t, ctx, "with "+selector+" open", "document")
	}
}
