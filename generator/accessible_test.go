package generator_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"kohort/generator/internal/browsertest"
)

// sight is one way in which a page is seen.
type sight struct {
	width  int64
	colour string // prefers-color-scheme
}

// sights have both widths and both colours in two: no colour hangs on a width.
var sights = []sight{{1280, "light"}, {375, "dark"}}

// unfold opens what a reader may open in the text of a page.
const unfold = `(() => {
  document.querySelectorAll('main details').forEach(d => { d.open = true; });
  document.querySelectorAll('.tab[hidden]').forEach(p => { p.removeAttribute('hidden'); });
  return true;
})()`

// states are what a reader may open around it on a phone: a script that does
// so, and says whether the page has it. Search comes last: it lies over all.
var states = []struct{ name, open string }{
	{"menu", `(side => {
  side?.querySelectorAll('details').forEach(d => { d.open = true; });
  return side ? side.open = true : false;
})(document.querySelector('.side'))`},
	{"table of contents", `(toc => {
  document.querySelector('.side')?.removeAttribute('open');
  return toc ? toc.open = true : false;
})(document.querySelector('.toc'))`},
	{"search", `(async button => {
  if (!button) { return false; }
  const answered = async () => {
    for (let i = 0; i < 200 && document.querySelector('#search-list')?.ariaBusy !== 'false'; i++) { await new Promise(r => setTimeout(r, 50)); }
  };
  button.click();
  await answered();
  const input = document.querySelector('.search-dialog input');
  input.value = document.documentElement.lang === 'ja' ? '守秘' : 'confidential';
  input.dispatchEvent(new InputEvent('input'));
  await answered();
  return document.querySelector('.search-dialog [role=option]') !== null;
})(document.querySelector('button.search'))`},
}

// violation is what axe holds against a page.
type violation struct {
	ID     string   `json:"id"`
	Help   string   `json:"help"`
	Places []string `json:"places"`
}

// judge lets axe look at a part of the page.
const judge = `(async () => {
  const found = await axe.run(%s, { preload: false, resultTypes: ['violations'] });
  return found.violations.map(v => ({
    id: v.id, help: v.help,
    places: v.nodes.slice(0, 5).map(n => n.target.join(' ') + ': ' + n.html.slice(0, 160)
      + [...n.any, ...n.all, ...n.none].slice(0, 1).map(c => ' (' + c.message + ')').join('')),
  }));
})()`

// TestStarterIsAccessible lets axe-core 4.14.1 (github.com/dequelabs/axe-core,
// MPL-2.0) look at the starter's pages, with every rule that it has by default:
// a page of each layout and language, in CI all of them.
func TestStarterIsAccessible(t *testing.T) {
	ctx, site := browsertest.Start(t), builtStarter(t)
	t.Run("text", func(t *testing.T) { requireAccessible(t, ctx, site.Files, swept(site.Files)) })
	t.Run("opened", func(t *testing.T) { requireAccessibleWhenOpened(t, ctx, site.Files) })
}

// requireAccessibleWhenOpened lets axe look at what lies around the text of a
// page while menu, table of contents or search is open: on a Japanese page of
// each layout, in CI on an English one too.
func requireAccessibleWhenOpened(t *testing.T, ctx context.Context, files map[string]string) {
	t.Helper()
	server := httptest.NewServer(serveFiles(files))
	defer server.Close()
	looks := make(map[string]int)
	for i, page := range oneOfEachLayout(files) {
		if os.Getenv("KOHORT_SWEEP") != "all" && strings.HasPrefix(page, "en/") {
			continue
		}
		as := sight{375, sights[i%2].colour}
		openForAxe(t, ctx, server.URL+"/"+page, as)
		for _, state := range states {
			there, err := chromedp.Run(ctx, chromedp.Evaluate[bool](state.open, chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatalf("%s, %s: %v", page, state.name, err)
			}
			if there {
				looks[state.name]++
				reportViolations(t, ctx, fmt.Sprintf("%s, %s, %s open", page, as.colour, state.name), "{ include: 'html', exclude: 'main' }")
			}
		}
	}
	for _, state := range states {
		if looks[state.name] < 5 {
			t.Errorf("axe looked at %d pages with %s open, want at least 5", looks[state.name], state.name)
		}
	}
}

// requireAccessible shows each page unfolded in every way and reports what axe
// holds against it. Outside CI several pages take turns with the ways.
func requireAccessible(t *testing.T, ctx context.Context, files map[string]string, pages []string) {
	t.Helper()
	server := httptest.NewServer(serveFiles(files))
	defer server.Close()
	for i, page := range pages {
		openForAxe(t, ctx, server.URL+"/"+page, sights[0])
		evaluate(t, ctx, unfold)
		for j, as := range sights {
			if len(pages) > 1 && j != i%len(sights) && os.Getenv("KOHORT_SWEEP") != "all" {
				continue
			}
			lookAs(t, ctx, as)
			reportViolations(t, ctx, fmt.Sprintf("%s, %d px, %s", page, as.width, as.colour), "document")
		}
	}
}

// openForAxe shows a page with axe in it.
func openForAxe(t *testing.T, ctx context.Context, address string, as sight) {
	t.Helper()
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	lookAs(t, ctx, as)
	if err := chromedp.Do(ctx, chromedp.Navigate(address), chromedp.Evaluate[chromedp.Void](string(axe))); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
}

// lookAs gives the page its width and colours, and time to answer to them.
func lookAs(t *testing.T, ctx context.Context, as sight) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(as.width, 900)); err != nil {
		t.Fatal(err)
	}
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: as.colour}},
	})
	if err != nil {
		t.Fatal(err)
	}
	const drawn = `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](drawn, chromedp.EvalAwaitPromise)); err != nil {
		t.Fatal(err)
	}
}

// reportViolations lets axe look at a part of what is shown now.
func reportViolations(t *testing.T, ctx context.Context, what, part string) {
	t.Helper()
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]violation](fmt.Sprintf(judge, part), chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	for _, v := range found {
		t.Errorf("%s: %s: %s\n  %s", what, v.ID, v.Help, strings.Join(v.Places, "\n  "))
	}
}
