package generator_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"kohort/generator/internal/browsertest"
)

// servedByIIS are the kinds of files that a web server of Windows gives out
// without any setting. It answers 404 for all others.
var servedByIIS = []string{".css", ".csv", ".gif", ".html", ".jpeg", ".jpg", ".js", ".pdf", ".png", ".svg", ".txt", ".xlsx", ".xml", ".zip"}

// TestEveryServerGivesOutTheStarter holds that no file of the site needs a
// setting of a server: none without an ending, or with one that IIS does not
// know, and none that a server answers otherwise than as it stands.
func TestEveryServerGivesOutTheStarter(t *testing.T) {
	site := builtStarter(t)
	for name, text := range site.Files {
		base := path.Base(name)
		if ext := path.Ext(base); !slices.Contains(servedByIIS, ext) && base != ".kohort" && !strings.HasPrefix(base, ".") {
			t.Errorf("%s: IIS gives out no file that ends in %q without a setting", name, ext)
		}
		if len(name) > 180 || strings.ContainsAny(name, `\:*?"<>|`) {
			t.Errorf("%s cannot be copied to a Windows share", name)
		}
		if strings.HasSuffix(name, ".html") && base != "404.html" {
			if m := fromRoot.FindString(text); m != "" {
				t.Errorf("%s: got %s, which a site in a sub-folder has not", name, m)
			}
		}
		if strings.HasSuffix(name, ".css") {
			if m := cssFromRoot.FindString(text); m != "" {
				t.Errorf("%s: got %s, which a site in a sub-folder has not", name, m)
			}
		}
	}
}

var (
	fromRoot    = regexp.MustCompile(`\s(?:href|src|srcset|action|content)="(?:\d+; *url=)?/[^"]*"`)
	cssFromRoot = regexp.MustCompile(`url\(["']?/[^)]*\)|@import[^;]*`)
)

// TestTheSiteWorksFromASubFolder copies the starter into a folder whose name
// has spaces, kana and marks that an address encodes, and walks it over file://
// and below a path of a server: every page is styled, nothing fails to load,
// and a link from page to page arrives.
func TestTheSiteWorksFromASubFolder(t *testing.T) {
	ctx := browsertest.Start(t)
	site := placed(t, builtStarter(t))
	const below = "人事部 共有/手引き #1 (100%)"
	folder := filepath.Join(t.TempDir(), filepath.FromSlash(below))
	if err := os.CopyFS(folder, os.DirFS(site.Output)); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.StripPrefix("/"+below, serveFiles(site.Files)))
	defer server.Close()
	var said complaints
	if err := said.listen(ctx); err != nil {
		t.Fatal(err)
	}
	encoded := (&url.URL{Path: "/" + below}).EscapedPath()
	for _, base := range []string{(&url.URL{Scheme: "file", Path: filepath.ToSlash(folder)}).String(), server.URL + encoded} {
		for _, step := range []struct{ from, link, to string }{
			{"index.html", `.site-nav a[href="guidelines/index.html"]`, "guidelines/index.html"},
			{"guidelines/cadence.html", `.languages a[hreflang=en]`, "en/guidelines/cadence.html"},
			{"en/guidelines/cadence.html", `.print-links a`, "en/guidelines/print.html"},
			{"guidelines/print.html", `.print-bar a`, "guidelines/index.html"},
			{"guidelines/print.html", `.print-contents li li a`, "guidelines/print.html#p2"},
		} {
			var at string
			err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(base+"/"+step.from))
			if err != nil {
				t.Fatalf("%s/%s: %v", base, step.from, err)
			}
			at, err = chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector('`+step.link+`').href`))
			if err != nil || at != base+"/"+step.to {
				t.Errorf("%s/%s: the link %s leads to %s, %v; want %s", base, step.from, step.link, at, err, step.to)
				continue
			}
			if err := chromedp.Do(ctx, chromedp.Navigate(at)); err != nil {
				t.Fatalf("%s: %v", at, err)
			}
			styled, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`getComputedStyle(document.body).marginTop === '0px' && !!document.querySelector('h1, :target')`))
			if err != nil || !styled {
				t.Errorf("%s: styled and with its heading: %v, %v", at, styled, err)
			}
		}
		for _, complaint := range said.take() {
			if !strings.Contains(complaint, "favicon.ico") {
				t.Errorf("%s: %s", base, complaint)
			}
		}
	}
}
