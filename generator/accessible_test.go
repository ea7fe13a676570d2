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

	"kohort/generator/internal/sitetest"
)

// sight is one way in which a page is seen.
type sight struct {
	width  int64
	colour string // prefers-color-scheme
}

// sights are all four ways in CI, else both widths and both colours in two.
func sights() []sight {
	few := []sight{{1280, "light"}, {375, "dark"}}
	if os.Getenv("KOHORT_SWEEP") == "all" {
		return append(few, sight{1280, "dark"}, sight{375, "light"})
	}
	return few
}

// violation is what axe holds against a page.
type violation struct {
	ID     string   `json:"id"`
	Help   string   `json:"help"`
	Places []string `json:"places"`
}

// judge opens what is folded, since a reader may, and lets axe look at it.
const judge = `(async () => {
  document.querySelectorAll('details').forEach(d => { d.open = true; });
  const found = await axe.run(document, { preload: false, resultTypes: ['violations'] });
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
	ctx := browser(t)
	site := sitetest.BuildFolder(t, "../content")
	if !site.Summary.Written {
		t.Fatalf("the starter does not build:\n%s", site.Text())
	}
	requireAccessible(t, ctx, site.Files, swept(site.Files))
}

// requireAccessible shows each page in every way and reports what axe holds
// against it.
func requireAccessible(t *testing.T, ctx context.Context, files map[string]string, pages []string) {
	t.Helper()
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(serveFiles(files))
	defer server.Close()
	for _, page := range pages {
		if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/"+page), chromedp.Evaluate[chromedp.Void](string(axe))); err != nil {
			t.Fatalf("%s: %v", page, err)
		}
		for _, as := range sights() {
			violations, err := violationsOf(ctx, as)
			if err != nil {
				t.Fatalf("%s: %v", page, err)
			}
			for _, v := range violations {
				t.Errorf("%s, %d px, %s: %s: %s\n  %s", page, as.width, as.colour, v.ID, v.Help, strings.Join(v.Places, "\n  "))
			}
		}
	}
}

func violationsOf(ctx context.Context, as sight) ([]violation, error) {
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(as.width, 900)); err != nil {
		return nil, fmt.Errorf("set the width: %w", err)
	}
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: as.colour}},
	})
	if err != nil {
		return nil, fmt.Errorf("set the colours: %w", err)
	}
	return chromedp.Run(ctx, chromedp.Evaluate[[]violation](judge, chromedp.EvalAwaitPromise))
}
