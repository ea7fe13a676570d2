package generator

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync/atomic"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/markdown"
)

func TestExternalAsksOnceForEachAddress(t *testing.T) {
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusNotFound)
		case "/members":
			w.WriteHeader(http.StatusForbidden)
		case "/get-only":
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusMethodNotAllowed)
			}
		}
	}))
	defer server.Close()
	var links []markdown.Link
	for i, url := range []string{"/ok", "/ok#part", "/gone", "/gone#part", "/members", "/get-only"} {
		links = append(links, markdown.Link{URL: server.URL + url, Pos: diag.At("pages/a.md", i+1, 1)})
	}
	links = append(links, markdown.Link{URL: "mailto:handbook@example.com", Pos: diag.At("pages/a.md", 9, 1)})
	problems := (&External{}).Check(context.Background(), links)
	var lines []int
	for _, p := range problems {
		if p.ID != "link-external" {
			t.Errorf("got problem %s", p.ID)
		}
		lines = append(lines, p.Pos.Line)
	}
	if !slices.Equal(lines, []int{3, 4}) {
		t.Errorf("problems at lines %v, want 3 and 4", lines)
	}
	// One each for /ok and /members, two for /gone and /get-only.
	if n := asked.Load(); n != 6 {
		t.Errorf("asked %d times, want 6", n)
	}
}

func TestExternalReportsASilentServer(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	url := server.URL
	server.Close()
	problems := (&External{}).Check(context.Background(), []markdown.Link{{URL: url, Pos: diag.At("pages/a.md", 1, 1)}})
	if len(problems) != 1 || problems[0].ID != "link-external" {
		t.Errorf("got %v", problems)
	}
}
