package generator_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"kohort/generator/internal/browsertest"
	"kohort/generator/internal/sitetest"
)

// requested collects what a page asks a server for.
type requested struct {
	mu        sync.Mutex
	addresses []string
}

func (r *requested) listen(t *testing.T, ctx context.Context) {
	t.Helper()
	err := chromedp.Listen(ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.addresses = append(r.addresses, e.Request.URL)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

// take gives the addresses asked for so far, and forgets them.
func (r *requested) take() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	asked := r.addresses
	r.addresses = nil
	return asked
}

// besidePictures takes them without pictures: a browser asks for a page's icon
// when it likes.
func (r *requested) besidePictures() []string {
	return slices.DeleteFunc(r.take(), func(address string) bool { return slices.Contains([]string{".ico", ".svg"}, path.Ext(address)) })
}

// weight is how many bytes a text is, compressed.
func weight(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

const weighedReport = "reports/2025-spring.html"

// reportOfTwenty builds the starter with as many further figures in a report as
// make it 20.
func reportOfTwenty(t *testing.T) sitetest.Site {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "handbook")
	if err := os.CopyFS(folder, os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	written := filepath.Join(folder, "pages", "reports", "2025-spring.md")
	report, err := os.ReadFile(written)
	if err != nil {
		t.Fatal(err)
	}
	var further strings.Builder
	for _, figure := range []string{"survey.digital.after stat=distribution by=role", "survey.safety.after stat=mean by=role", "sessions.held kind=calendar", "response.after by=role", "participation.active by=department"} {
		further.WriteString("\n\n::figure{id=" + figure + "}\n")
	}
	writeFile(t, written, string(report)+further.String())
	site := sitetest.BuildFolder(t, folder)
	if figures := strings.Count(site.Files[weighedReport], `<figure class="stat`); figures < 20 {
		t.Fatalf("%s has %d figures, want 20:\n%s", weighedReport, figures, site.Text())
	}
	return site
}

// TestAReportIsLightAndNeedsNoScript opens a report of 20 figures: nothing comes
// from elsewhere, page, style, script and pictures are below 60 kB compressed,
// and without JavaScript there are as many drawings and numbers.
func TestAReportIsLightAndNeedsNoScript(t *testing.T) {
	ctx := browsertest.Start(t)
	site := reportOfTwenty(t)
	server := httptest.NewServer(serveFiles(site.Files))
	defer server.Close()
	var requests requested
	requests.listen(t, ctx)
	const count = `[document.querySelectorAll('figure.stat svg[role=img]').length, document.querySelectorAll('[data-cell]').length]`
	var drawn [2][]int
	for i, off := range []bool{false, true} {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
		if err != nil {
			t.Fatal(err)
		}
		if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/"+weighedReport)); err != nil {
			t.Fatal(err)
		}
		if drawn[i], err = chromedp.Run(ctx, chromedp.Evaluate[[]int](count)); err != nil {
			t.Fatal(err)
		}
	}
	if drawn[0][0] < 20 || !slices.Equal(drawn[0], drawn[1]) {
		t.Errorf("drawings and numbers: got %v with JavaScript and %v without, want the same and at least 20 drawings", drawn[0], drawn[1])
	}
	total, weighed := 0, make(map[string]bool)
	for _, address := range requests.take() {
		name, own := strings.CutPrefix(address, server.URL+"/")
		if !own && !strings.HasPrefix(address, "data:") {
			t.Errorf("%s asks for %s", weighedReport, address)
		}
		if own && !weighed[name] {
			weighed[name], total = true, total+weight(t, site.Files[name])
		}
	}
	if len(weighed) < 3 || total >= 60_000 {
		t.Errorf("%s: got %d files of %d bytes compressed, want fewer than 60000", weighedReport, len(weighed), total)
	}
}

// openedGuide has most of what a page can have.
const openedGuide = "orientation/agendas.html"

// guide matches the pages that participants read; assetsOf what they load.
var (
	guide    = regexp.MustCompile(`^(en/)?(index|(guidelines|orientation)/.*)\.html$`)
	assetsOf = regexp.MustCompile(`<(?:link rel="stylesheet" href|script src)="([^"]*)"`)
)

// TestGuidesAreLight weighs what guides load, and looks at what one asks for.
func TestGuidesAreLight(t *testing.T) {
	ctx, site := browsertest.Start(t), builtStarter(t)
	t.Run("weight", func(t *testing.T) { weighGuides(t, site.Files) })
	t.Run("requests", func(t *testing.T) { countRequests(t, ctx, site.Files) })
}

// weighGuides holds every guide to 25 kB compressed, with its scripts to 8 kB
// and its style sheets to 12 kB.
func weighGuides(t *testing.T, files map[string]string) {
	t.Helper()
	guides := 0
	for _, page := range pagesOf(files) {
		if !guide.MatchString(page) || path.Base(page) == "print.html" {
			continue
		}
		guides++
		html := weight(t, files[page])
		by := make(map[string]int)
		for _, m := range assetsOf.FindAllStringSubmatch(files[page], -1) {
			by[path.Ext(m[1])] += weight(t, files[path.Join(path.Dir(page), m[1])])
		}
		if by[".js"] == 0 || by[".js"] > 8_000 || by[".css"] == 0 || by[".css"] > 12_000 || html+by[".js"]+by[".css"] > 25_000 {
			t.Errorf("%s: got %d bytes, scripts of %d and style sheets of %d, want at most 25000, 8000 and 12000", page, html, by[".js"], by[".css"])
		}
	}
	if guides < 20 {
		t.Errorf("got %d guides, want at least 20", guides)
	}
}

// countRequests opens a guide: page, style sheets and scripts are all it asks
// for, until search is opened.
func countRequests(t *testing.T, ctx context.Context, files map[string]string) {
	t.Helper()
	server := httptest.NewServer(serveFiles(files))
	defer server.Close()
	var requests requested
	requests.listen(t, ctx)
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/"+openedGuide)); err != nil {
		t.Fatal(err)
	}
	want := []string{server.URL + "/" + openedGuide}
	for _, m := range assetsOf.FindAllStringSubmatch(files[openedGuide], -1) {
		want = append(want, server.URL+"/"+path.Join(path.Dir(openedGuide), m[1]))
	}
	got := requests.besidePictures()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s asks for\n%q, want\n%q", openedGuide, got, want)
	}
	evaluate(t, ctx, `window.scrollTo(0, 9999); document.querySelector('.side').open = true; document.querySelectorAll('[role=tab]')[1].click()`)
	time.Sleep(time.Second)
	if got := requests.besidePictures(); len(got) > 0 {
		t.Errorf("%s, once it is there, asks for %q", openedGuide, got)
	}
	press(t, ctx, "/")
	time.Sleep(time.Second)
	if got := requests.take(); !slices.ContainsFunc(got, func(a string) bool { return strings.Contains(a, "search") }) {
		t.Errorf("search is opened, and %q is all that it asks for", got)
	}
}
