package generator_test

import (
	"context"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kohort/generator/internal/browsertest"
)

// hands use a page by its keyboard alone.
type hands struct {
	t   *testing.T
	ctx context.Context
}

func (h hands) do(steps ...chromedp.Action[chromedp.Void]) {
	h.t.Helper()
	if err := chromedp.Do(h.ctx, steps...); err != nil {
		h.t.Fatal(err)
	}
}

func (h hands) press(keys ...string) {
	h.t.Helper()
	for _, key := range keys {
		h.do(chromedp.KeyEvent(key))
	}
}

// says gives what an expression of the page's script is, as text.
func (h hands) says(expression string) string {
	h.t.Helper()
	got, err := chromedp.Run(h.ctx, chromedp.Evaluate[string]("String("+expression+")"))
	if err != nil {
		h.t.Fatal(err)
	}
	return got
}

func (h hands) expect(when, expression, want string) {
	h.t.Helper()
	if got := h.says(expression); got != want {
		h.t.Errorf("%s: %s: got %q, want %q", when, expression, got, want)
	}
}

// tabTo presses Tab until what selector finds has the focus, and gives every
// stop on the way.
func (h hands) tabTo(selector string) []string {
	h.t.Helper()
	var stops []string
	for range 20 {
		h.press(kb.Tab)
		stops = append(stops, h.says("document.activeElement.className || document.activeElement.tagName"))
		if h.says("document.activeElement.matches('"+selector+"')") == "true" {
			return stops
		}
	}
	h.t.Fatalf("20 times Tab do not lead to %s: %q", selector, stops)
	return nil
}

// TestThePageIsUsedByItsKeyboard walks by Tab and what each part of a page
// answers to.
func TestThePageIsUsedByItsKeyboard(t *testing.T) {
	ctx, site := browsertest.Start(t), builtStarter(t)
	server := httptest.NewServer(serveFiles(site.Files))
	defer server.Close()
	t.Run("frame", func(t *testing.T) { walkFrame(hands{t, ctx}, server.URL) })
	t.Run("search, tabs and ticks", func(t *testing.T) { walkToATick(hands{t, ctx}, server.URL) })
}

// walkFrame is a walk on a phone: the skip link, the switches of language and
// colours, the menu.
func walkFrame(h hands, base string) {
	t := h.t
	const page, focused = "/guidelines/cadence.html", "document.activeElement"
	open := func(page string) { h.do(chromedp.Navigate(base + page)) }
	h.do(chromedp.EmulateViewport(375, 800))

	open(page)
	stops := h.tabTo(".skip")
	if len(stops) != 1 {
		t.Errorf("the skip link: got %q before it, want it first", stops)
	}
	h.press(kb.Enter)
	h.expect("skip link", "location.hash", "#main")
	h.press(kb.Tab)
	h.expect("skip link, then Tab", "document.querySelector('main').contains("+focused+")", "true")

	open(page)
	stops = h.tabTo(".side > summary")
	for _, want := range []string{"skip", "site-title", "SELECT"} {
		if !slices.Contains(stops, want) {
			t.Errorf("stops before the menu: got %q, want %q among them", stops, want)
		}
	}
	h.press(kb.Enter)
	h.expect("menu", "document.querySelector('.side').open", "true")
	h.press(kb.Tab)
	h.expect("menu, then Tab", focused+".closest('.site-nav') !== null", "true")
	h.press(kb.Escape)
	h.expect("Esc", "document.querySelector('.side').open", "false")
	h.expect("Esc", focused+".matches('.side > summary')", "true")
	h.press(kb.Enter, kb.Tab)
	h.do(chromedp.Evaluate[chromedp.Void]("document.querySelector('main a').focus()"))
	h.expect("focus goes on", "document.querySelector('.side').open", "false")

	open(page)
	h.tabTo("select")
	h.press(kb.ArrowDown, kb.ArrowDown)
	h.expect("dark", "getComputedStyle(document.documentElement).colorScheme", "dark")
	open("/faq.html")
	h.expect("dark, next page", "document.documentElement.dataset.theme", "dark")
	h.expect("dark, next page", "document.querySelector('.scheme select').value", "dark")
	h.tabTo(".languages a:not([aria-current])")
	h.press(kb.Enter)
	h.do(chromedp.WaitReady("html[lang=en]"))
	h.expect("other language", "location.pathname", "/en/faq.html")
}

// walkToATick goes from search to the tabs of a page, and ticks an item of a
// checklist in the second of them.
func walkToATick(h hands, base string) {
	t := h.t
	h.do(chromedp.EmulateViewport(1280, 800), chromedp.Navigate(base+"/orientation/before.html"))

	h.tabTo("button.search")
	h.press(kb.Enter)
	searching(h).until(isOpen)
	h.expect("search", "document.activeElement.matches('.search-dialog input')", "true")
	h.press(kb.Escape)
	h.expect("search, then Esc", "document.activeElement.matches('button.search')", "true")

	h.do(chromedp.Navigate(base + "/orientation/before.html"))
	h.tabTo(".skip")
	h.press(kb.Enter)
	h.tabTo("[role=tab]")
	h.press(kb.ArrowRight)
	h.expect("the second tab", "document.activeElement.getAttribute('aria-selected') + document.querySelectorAll('.tab:not([hidden])').length", "true1")
	stops := h.tabTo(".checklist input")
	if len(stops) > 3 {
		t.Errorf("from a tab to the first item of its list: got the stops %q, want the panel between at most", stops)
	}
	h.press(" ")
	h.expect("Space", "document.activeElement.checked", "true")
	h.expect("Space", "document.activeElement.closest('.checklist').querySelector('progress').value", "1")
	h.tabTo(".checklist-state button")
	h.press(kb.Enter)
	h.expect("all taken off", "document.querySelectorAll('.checklist input:checked').length", "0")
	h.expect("all taken off", "document.activeElement.closest('.checklist-state') !== null", "true")
}
