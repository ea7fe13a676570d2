package generator_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"kohort/generator/internal/browsertest"
)

// complaints collects what the browser says against the page it shows.
type complaints struct {
	mu   sync.Mutex
	said []string
}

func (c *complaints) listen(ctx context.Context) error {
	return chromedp.Listen(ctx, func(event any) {
		c.mu.Lock()
		defer c.mu.Unlock()
		switch e := event.(type) {
		case *cdpruntime.EventExceptionThrown:
			c.said = append(c.said, "exception: "+e.ExceptionDetails.Text)
		case *cdpruntime.EventConsoleAPICalled:
			if e.Type == cdpruntime.ConsoleAPICalledTypeError || e.Type == cdpruntime.ConsoleAPICalledTypeWarning {
				c.said = append(c.said, fmt.Sprintf("console %s: %+v", e.Type, e.Args))
			}
		case *log.EventEntryAdded:
			c.said = append(c.said, fmt.Sprintf("log %s: %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL))
		case *network.EventLoadingFailed:
			c.said = append(c.said, "not loaded: "+e.ErrorText)
		}
	})
}

func (c *complaints) take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	said := c.said
	c.said = nil
	return said
}

// seen is what a page measures of itself.
type seen struct {
	Title    string   `json:"title"`
	Lang     string   `json:"lang"`
	Overflow []string `json:"overflow"`
	Links    []string `json:"links"`
	Styled   bool     `json:"styled"`
}

const measure = `(() => {
  const width = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth > width
    ? [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1).slice(0, 5)
        .map(e => e.tagName + '.' + e.className)
    : [];
  return {
    title: document.title, lang: document.documentElement.lang, overflow: over,
    links: [...document.querySelectorAll('a[href]')].map(a => a.href),
    styled: getComputedStyle(document.body).marginTop === '0px',
  };
})()`

// swept are the pages that a browser test opens: all of them in CI, else one
// of each layout and language.
func swept(files map[string]string) []string {
	if os.Getenv("KOHORT_SWEEP") == "all" {
		return pagesOf(files)
	}
	return oneOfEachLayout(files)
}

func pagesOf(files map[string]string) []string {
	return slices.DeleteFunc(sortedNames(files), func(name string) bool { return !strings.HasSuffix(name, ".html") })
}

// oneOfEachLayout are pages of each layout and language, the whole handbook as
// one document left out: that of a section has the same.
func oneOfEachLayout(files map[string]string) []string {
	layout := regexp.MustCompile(`<body[^>]*class="([^"]*)"`)
	var pages []string
	seenLayouts := make(map[string]bool)
	for _, name := range pagesOf(files) {
		if name == "print.html" || name == "en/print.html" {
			continue
		}
		key := ""
		if m := layout.FindStringSubmatch(files[name]); m != nil {
			key = fmt.Sprint(strings.HasPrefix(name, "en/"), m[1])
		}
		if !seenLayouts[key] {
			pages = append(pages, name)
		}
		seenLayouts[key] = true
	}
	return pages
}

func sortedNames(files map[string]string) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// TestStarterInTheBrowser opens the built starter over file:// and http, on a
// phone's 320 pixels, and lets the browser complain.
func TestStarterInTheBrowser(t *testing.T) {
	ctx := browsertest.Start(t)
	site := placed(t, builtStarter(t))
	server := httptest.NewServer(serveFiles(site.Files))
	defer server.Close()
	var said complaints
	if err := said.listen(ctx); err != nil {
		t.Fatal(err)
	}
	for _, page := range swept(site.Files) {
		if page != "404.html" { // its links start at the root of a server
			look(t, ctx, &said, "file://"+filepath.ToSlash(site.Output), page, site.Files)
		}
	}
	for _, page := range oneOfEachLayout(site.Files) {
		look(t, ctx, &said, server.URL, page, site.Files)
	}
}

// serveFiles answers with each file under its own address; http.FileServer
// would send index.html elsewhere.
func serveFiles(files map[string]string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		content, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, name, time.Time{}, strings.NewReader(content))
	})
}

func look(t *testing.T, ctx context.Context, said *complaints, base, page string, files map[string]string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(320, 640), chromedp.Navigate(base+"/"+page)); err != nil {
		t.Fatalf("%s/%s: %v", base, page, err)
	}
	evaluate(t, ctx, unfold)
	got, err := chromedp.Run(ctx, chromedp.Evaluate[seen](measure))
	if err != nil {
		t.Fatalf("%s/%s: %v", base, page, err)
	}
	for _, complaint := range said.take() {
		if !strings.Contains(complaint, "favicon.ico") {
			t.Errorf("%s/%s: %s", base, page, complaint)
		}
	}
	if got.Title == "" || got.Lang == "" || !got.Styled {
		t.Errorf("%s/%s: title %q, lang %q, style sheet applied: %v", base, page, got.Title, got.Lang, got.Styled)
	}
	if len(got.Overflow) > 0 {
		t.Errorf("%s/%s is wider than 320 px: %v", base, page, got.Overflow)
	}
	for _, link := range got.Links {
		inside, ok := strings.CutPrefix(link, base+"/")
		if !ok {
			continue
		}
		inside, _, _ = strings.Cut(inside, "#")
		if _, there := files[inside]; !there {
			t.Errorf("%s/%s links to %s, which is not there", base, page, inside)
		}
	}
}
