package preview

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func listen(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// started runs a server over the given files without a rebuild of its own.
func started(t *testing.T, files map[string]string, result Result) (*Server, string) {
	t.Helper()
	l := listen(t)
	s := New(Options{Listener: l, Title: "Handbook"})
	s.show(files, result)
	server := &http.Server{Handler: s}
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return s, "http://" + l.Addr().String()
}

func get(t *testing.T, url, host string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if host != "" {
		r.Host = host
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(body)
}

func TestAnswersToThisMachineAlone(t *testing.T) {
	_, url := started(t, map[string]string{"index.html": "<html><head></head></html>"}, Result{})
	for host, want := range map[string]int{
		"":                      http.StatusOK,
		"localhost":             http.StatusOK,
		"LOCALHOST:8080":        http.StatusOK,
		"127.0.0.1":             http.StatusOK,
		"[::1]:8080":            http.StatusOK,
		"handbook.example.com":  http.StatusForbidden,
		"127.0.0.1.example.com": http.StatusForbidden,
		"192.0.2.7":             http.StatusForbidden,
	} {
		if resp, _ := get(t, url+"/index.html", host); resp.StatusCode != want {
			t.Errorf("Host %q: got %d, want %d", host, resp.StatusCode, want)
		}
	}
}

func TestServesPagesWithItsScript(t *testing.T) {
	_, url := started(t, map[string]string{
		"index.html":    "<html><head><title>手引き</title></head><body></body></html>",
		"en/index.html": "<html><head></head></html>",
		"404.html":      "<html><head></head><body>not here</body></html>",
		"style.css":     "body{}",
	}, Result{})
	if _, body := get(t, url+"/index.html", ""); !strings.Contains(body, ownScript+`" defer></script></head>`) {
		t.Errorf("the page has no script: %s", body)
	}
	if resp, body := get(t, url+"/style.css", ""); resp.Header.Get("Content-Type") != "text/css; charset=utf-8" || body != "body{}" {
		t.Errorf("style sheet: %v %q", resp.Header, body)
	}
	for from, to := range map[string]string{"/": "/index.html", "/en": "/en/index.html", "/en/": "/en/index.html"} {
		if resp, _ := get(t, url+from, ""); resp.Header.Get("Location") != to {
			t.Errorf("%s leads to %q, want %q", from, resp.Header.Get("Location"), to)
		}
	}
	for _, path := range []string{"/nothing.html", "/i", "/en/in", "/../../etc/passwd", "/%2e%2e/secret"} {
		if resp, body := get(t, url+path, ""); resp.StatusCode != http.StatusNotFound || !strings.Contains(body, "not here") {
			t.Errorf("%s: %d %q", path, resp.StatusCode, body)
		}
	}
}

func TestShowsProblemsWhereThereIsNoSite(t *testing.T) {
	_, url := started(t, nil, Result{Problems: "1 error\npages/a.md:1: <b> & more", Failed: true})
	resp, body := get(t, url+"/", "")
	if resp.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "pages/a.md:1: &lt;b&gt; &amp; more") {
		t.Errorf("got %d %s", resp.StatusCode, body)
	}
}

func TestKeepsTheLastGoodSiteBesideProblems(t *testing.T) {
	s, url := started(t, map[string]string{"index.html": "<html><head></head>good</html>"}, Result{})
	s.show(nil, Result{Problems: "1 error\nbroken", Failed: true})
	if _, body := get(t, url+"/index.html", ""); !strings.Contains(body, "good") {
		t.Errorf("the last good page is gone: %s", body)
	}
	if _, body := get(t, url+ownText, ""); !strings.Contains(body, "broken") {
		t.Errorf("got problems %q", body)
	}
}

func TestRefusesToBeWrittenTo(t *testing.T) {
	_, url := started(t, map[string]string{"index.html": ""}, Result{})
	resp, err := http.Post(url+"/index.html", "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: got %d", resp.StatusCode)
	}
}

// TestRebuildsOnAChange covers both ways of noticing: the system's report, and
// the poll (in a folder that appears later, which nothing watches yet).
func TestRebuildsOnAChange(t *testing.T) {
	folder := t.TempDir()
	page := filepath.Join(folder, "a.md")
	if err := os.WriteFile(page, []byte("one"), 0o644); err != nil {
		t.Fatal(err)
	}
	l := listen(t)
	s := New(Options{Listener: l, Folders: []string{folder}, Poll: 50 * time.Millisecond,
		Rebuild: func(context.Context) Result { return Result{Problems: "1 warning\nx"} }})
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- s.Run(ctx) }()

	resp, err := http.Get("http://" + l.Addr().String() + ownEvents)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	events := bufio.NewScanner(resp.Body)
	next := func() string {
		for events.Scan() {
			if data, ok := strings.CutPrefix(events.Text(), "data: "); ok {
				return data
			}
		}
		t.Fatal("the stream of events ended")
		return ""
	}
	first := next()
	if err := os.WriteFile(page, []byte("three"), 0o644); err != nil {
		t.Fatal(err)
	}
	second := next()
	deep := filepath.Join(folder, "new", "deep")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(deep, "b.md"), []byte("two"), 0o644); err != nil {
		t.Fatal(err)
	}
	third := next()
	if first == second || second == third {
		t.Errorf("versions %s, %s, %s should differ", first, second, third)
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("Run: %v", err)
	}
}

func TestSnapshotLeavesOutVersionControl(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{".git/HEAD", "pages/a.md"} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := snapshot([]string{folder}); len(got) != 1 {
		t.Errorf("got %v, want pages/a.md alone", got)
	}
}
