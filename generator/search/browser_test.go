package search

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// folder writes an index and a page that has the theme's engine.
func folder(t testing.TB, x *Index) string {
	t.Helper()
	dir := t.TempDir()
	scripts, err := filepath.Glob("../../themes/default/assets/search/1*.js")
	if err != nil {
		t.Fatal(err)
	}
	var engine strings.Builder
	for _, name := range append(scripts, "../../themes/default/assets/search/20-engine.js") {
		if strings.HasSuffix(name, ".js") {
			script, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			engine.Write(script)
		}
	}
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("engine.js", []byte(engine.String()))
	write("index.html", []byte("<!doctype html><meta charset=utf-8><title>search</title><link rel=icon href=data:,><script src=engine.js></script>"))
	if err := os.Mkdir(filepath.Join(dir, "search"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range x.Files() {
		write(filepath.Join("search", f.Name), f.Data)
	}
	return dir
}

// evaluate runs an expression whose value, awaited, is what JSON can hold.
func evaluate[T any](t testing.TB, ctx context.Context, expression string) T {
	t.Helper()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string]("(async () => JSON.stringify(await ("+expression+")))()", chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%.200s: %v", expression, err)
	}
	var out T
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatalf("%.200s: %v", text, err)
	}
	return out
}

func open(t testing.TB, ctx context.Context, address string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
}

func literal(t testing.TB, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
