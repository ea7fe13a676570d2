package generator_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

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
	ctx := browser(t)
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
	for _, address := range requests.addresses {
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
