package generator_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kohort/generator/internal/browsertest"
	"kohort/generator/internal/sitetest"
)

// searching drives the search dialog of a page.
type searching struct {
	t   *testing.T
	ctx context.Context
}

func (s searching) do(actions ...chromedp.Action[chromedp.Void]) {
	s.t.Helper()
	if err := chromedp.Do(s.ctx, actions...); err != nil {
		s.t.Fatal(err)
	}
}

// value gives what an expression is in the page.
func value[T any](s searching, expression string) T {
	s.t.Helper()
	got, err := chromedp.Run(s.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		s.t.Fatalf("%s: %v", expression, err)
	}
	return got
}

// until waits for an expression to hold.
func (s searching) until(expression string) {
	s.t.Helper()
	if _, err := chromedp.Run(s.ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(20*time.Second))); err != nil {
		s.t.Fatalf("waiting for %s: %v\n%s", expression, err, value[string](s, `document.querySelector('dialog')?.innerText || document.title`))
	}
}

// arrive waits for the page to be another one.
func (s searching) arrive(address string) {
	s.t.Helper()
	got := ""
	for range 100 {
		if got, _ = chromedp.Run(s.ctx, chromedp.Evaluate[string](`location.href`)); got == address { // an error while it navigates
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	s.t.Errorf("arrived at %s, want %s", got, address)
}

const (
	isOpen     = `document.querySelector('.search-dialog')?.open === true`
	isAnswered = `document.querySelector('#search-list').ariaBusy === 'false' && document.getAnimations().length === 0`
)

// search opens the dialog by its key and types, in place of what is there.
func (s searching) search(words string) {
	s.t.Helper()
	if !value[bool](s, isOpen) {
		s.do(chromedp.KeyEvent("/"))
		s.until(isOpen)
	}
	s.do(chromedp.Evaluate[chromedp.Void](`document.activeElement.select()`))
	s.do(chromedp.KeyEvent(kb.Backspace))
	if _, err := chromedp.Call(s.ctx, input.InsertText, input.InsertTextParams{Text: words}); err != nil {
		s.t.Fatal(err)
	}
	s.until(isAnswered)
}

// found are the results as a reader sees them, without the address of the site.
func (s searching) found() []string {
	s.t.Helper()
	return value[[]string](s, `(home => [...document.querySelectorAll('.search-found [role=option]')]
  .map(o => o.href.replace(home, '') + ' ' + o.innerText))(document.querySelector('.site-title').href.replace('index.html', ''))`)
}

// TestSearchInTheBrowser drives the search of the starter.
func TestSearchInTheBrowser(t *testing.T) {
	ctx, site := browsertest.Start(t), placed(t, builtStarter(t))
	for _, c := range []struct {
		name string
		run  func(searching, sitetest.Site)
	}{
		{"the same over file and http", searchOverFileAndHTTP},
		{"by keyboard", searchByKeyboard},
		{"further pages", searchFurtherPages},
		{"when it cannot load", searchThatCannotLoad},
		{"accessible", searchIsAccessible},
		{"without scripts", searchWithoutScripts},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(searching{t, ctx}, site) })
	}
}

// searchOverFileAndHTTP opens search on a page of a folder below
// the home: nothing is asked for before, little for the first query, and over
// file:// the results are the same.
func searchOverFileAndHTTP(s searching, site sitetest.Site) {
	t := s.t
	server := httptest.NewServer(serveFiles(site.Files))
	defer server.Close()
	var requests requested
	requests.listen(t, s.ctx)
	queries := map[string][]string{"": {"守秘", "面談 記録", "ぺあ", "リバースメンタリングとは"}, "en/": {"confidential", "how often meet"}}
	for _, lang := range []string{"", "en/"} {
		var results [2][][]string
		for i, base := range []string{server.URL, "file://" + filepath.ToSlash(site.Output)} {
			s.do(chromedp.Navigate(base + "/" + lang + "guidelines/cadence.html"))
			time.Sleep(300 * time.Millisecond)
			if asked := requests.take(); slices.ContainsFunc(asked, func(a string) bool { return strings.Contains(a, "search") && !strings.Contains(a, "data:") }) {
				t.Errorf("%s%s: before search is opened, the page asks for %q", base, lang, asked)
			}
			for _, q := range queries[lang] {
				s.search(q)
				found := s.found()
				if len(found) == 0 {
					t.Errorf("%s%s: %q finds nothing", base, lang, q)
				}
				results[i] = append(results[i], found)
				if q == queries[lang][0] && i == 0 {
					weighSearch(t, site.Files, server.URL, requests.take())
				}
			}
			requests.take()
		}
		if fmt.Sprint(results[0]) != fmt.Sprint(results[1]) {
			t.Errorf("%q: got over http\n%q\nand over file://\n%q", lang, results[0], results[1])
		}
	}
}

// weighSearch holds the first query to 120 kB of index.
func weighSearch(t *testing.T, files map[string]string, base string, asked []string) {
	t.Helper()
	index, all := 0, 0
	for _, address := range asked {
		name, _ := strings.CutPrefix(address, base+"/")
		content, ok := files[name]
		if !ok {
			t.Errorf("search asks for %s, which is not there", address)
		}
		all += weight(t, content)
		if strings.Contains(name, "search/") {
			index += len(content)
		}
	}
	t.Logf("first query: %d requests, %d bytes of index, %d bytes of all compressed", len(asked), index, all)
	if index == 0 || index >= 120_000 {
		t.Errorf("first query: got %d bytes of index, want fewer than 120000", index)
	}
}

// searchByKeyboard walks through the dialog without a mouse.
func searchByKeyboard(s searching, site sitetest.Site) {
	t := s.t
	s.do(chromedp.Navigate("file://" + filepath.ToSlash(site.Output) + "/index.html"))
	s.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('button.search').focus()`))
	s.search("ペア")
	active := func() string {
		return value[string](s, `document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.id || ''`)
	}
	last := fmt.Sprintf("search-option-%d", len(s.found())-1)
	for _, c := range []struct{ key, want string }{
		{"", ""}, {kb.ArrowDown, "search-option-0"}, {kb.ArrowDown, "search-option-1"}, {kb.ArrowUp, "search-option-0"},
		{kb.ArrowUp, last}, {kb.ArrowDown, "search-option-0"}, {kb.End, last}, {kb.Home, "search-option-0"},
	} {
		s.do(chromedp.KeyEvent(c.key))
		if got := active(); got != c.want {
			t.Errorf("after %q: got the active option %q, want %q", c.key, got, c.want)
		}
	}
	if got := value[string](s, `document.querySelector('.search-dialog [role=status]').textContent`); !strings.Contains(got, "件見つかりました") {
		t.Errorf("status: got %q, want how many were found", got)
	}
	s.do(chromedp.KeyEvent(kb.Escape))
	if value[bool](s, isOpen) || !value[bool](s, `document.activeElement.matches('button.search')`) {
		t.Error("Escape: the dialog is open, or its button has not got the focus back")
	}
	s.do(chromedp.KeyEvent("k", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	s.until(isOpen)
	if got := value[string](s, `document.activeElement.value`); got != "ペア" {
		t.Errorf("opened again: got %q, want the last query", got)
	}

	// An input method's keys are its own: neither Enter nor what is not yet
	// chosen does anything.
	s.search("守秘")
	before := s.found()
	if _, err := chromedp.Call(s.ctx, input.ImeSetComposition, input.ImeSetCompositionParams{Text: "めんだん", SelectionStart: 4, SelectionEnd: 4}); err != nil {
		t.Fatal(err)
	}
	s.do(chromedp.Evaluate[chromedp.Void](`document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))`))
	time.Sleep(400 * time.Millisecond)
	if !slices.Equal(s.found(), before) || !value[bool](s, isOpen) {
		t.Error("a composition that is not finished changed what is shown")
	}
	if _, err := chromedp.Call(s.ctx, input.InsertText, input.InsertTextParams{Text: "面談"}); err != nil {
		t.Fatal(err)
	}
	s.until(isAnswered)
	if slices.Equal(s.found(), before) {
		t.Error("what was chosen is not searched for")
	}

	// Enter goes to the first result, whatever is still shown.
	s.search("守秘")
	want := value[string](s, `document.querySelector('[role=option]').href`)
	s.do(chromedp.Evaluate[chromedp.Void](`document.activeElement.select()`), chromedp.KeyEvent("守秘"+kb.Enter))
	s.arrive(want)
}

// searchFurtherPages asks for more pages than are shown at once, by keyboard,
// until there are no more.
func searchFurtherPages(s searching, site sitetest.Site) {
	t := s.t
	s.do(chromedp.Navigate("file://" + filepath.ToSlash(site.Output) + "/index.html"))
	s.search("ペア")
	const pages = `document.querySelectorAll('.search-page').length`
	first, shown := s.found(), value[int](s, pages)
	s.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab))
	if got := value[string](s, `document.activeElement.innerText`); got != "さらに表示" {
		t.Fatalf("after two tabs the focus is on %q, want the button for more", got)
	}
	s.do(chromedp.KeyEvent(kb.Enter))
	s.until(isAnswered)
	all := s.found()
	if len(all) <= len(first) || !slices.Equal(all[:len(first)], first) || value[int](s, pages) <= shown {
		t.Errorf("got %d results on %d pages, want the %d that were there and more", len(all), value[int](s, pages), len(first))
	}
	if got, want := value[string](s, `document.activeElement.getAttribute('aria-activedescendant')`), fmt.Sprintf("search-option-%d", len(first)); got != want {
		t.Errorf("active: got %q, want %q, the first of those that came", got, want)
	}
	for range 20 {
		if !value[bool](s, `!!document.querySelector('.search-found > .search-note button')`) {
			break
		}
		s.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.search-found > .search-note button').click()`))
		s.until(isAnswered)
	}
	if got := value[string](s, `document.querySelector('.search-found').lastElementChild.innerText`); got != "" {
		t.Errorf("with all pages shown: got %q below them", got)
	}
	s.search("守秘")
	if got := value[int](s, pages); got > 10 {
		t.Errorf("another query shows %d pages, want 10 at most", got)
	}
}

// searchThatCannotLoad takes the index away, then gives it back.
func searchThatCannotLoad(s searching, site sitetest.Site) {
	t := s.t
	gone := true
	whole := serveFiles(site.Files)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if gone && strings.HasPrefix(r.URL.Path, "/search/") {
			http.NotFound(w, r)
			return
		}
		whole.ServeHTTP(w, r)
	}))
	defer server.Close()
	s.do(chromedp.Navigate(server.URL+"/index.html"), chromedp.KeyEvent("/"))
	s.until(isOpen)
	s.do(chromedp.KeyEvent("pea"))
	s.until(`document.querySelector('.search-note').innerText.includes('読み込めませんでした')`)
	gone = false
	s.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.search-note button').click()`))
	s.until(isAnswered)
	s.search("守秘")
	if len(s.found()) == 0 {
		t.Error("the index is back, and nothing is found")
	}
}

// searchIsAccessible lets axe look at the dialog: empty, with results, and
// without any, and measures it on the narrowest phone.
func searchIsAccessible(s searching, site sitetest.Site) {
	t := s.t
	for _, page := range []string{"index.html", "en/index.html"} {
		openForAxe(t, s.ctx, "file://"+filepath.ToSlash(site.Output)+"/"+page, sights[0])
		for _, words := range []string{"", "メンター mentor", "qqqqqqqqq"} {
			s.search(words)
			for _, as := range sights {
				lookAs(t, s.ctx, as)
				reportViolations(t, s.ctx, fmt.Sprintf("%s, %q, %d px, %s", page, words, as.width, as.colour), "document")
			}
			s.do(chromedp.EmulateViewport(320, 640))
			if over := value[float64](s, `document.querySelector('.search-found').scrollWidth - document.querySelector('.search-found').clientWidth + document.documentElement.scrollWidth - 320`); over > 0 {
				t.Errorf("%s, %q: the dialog is %v px wider than 320", page, words, over)
			}
		}
	}
}

// searchWithoutScripts looks at a page with scripts off.
func searchWithoutScripts(s searching, site sitetest.Site) {
	t := s.t
	if _, err := chromedp.Call(s.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	s.do(chromedp.Navigate("file://" + filepath.ToSlash(site.Output) + "/index.html"))
	if got := value[float64](s, `document.querySelector('button.search').getBoundingClientRect().width`); got != 0 {
		t.Errorf("the button is %v px wide, want none", got)
	}
}
