package audit

import (
	"context"
	"slices"
	"strings"
	"testing"

	"kohort/generator/render"
)

func TestNamesThatWindowsRefuses(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  []string
	}{
		{[]string{"a.html", "ガイド/頻度.html", "en/console.html", "com10.html"}, nil},
		{[]string{"old/aux.html"}, []string{"old/aux.html output-name"}},
		{[]string{"LPT1/index.html"}, []string{"LPT1/index.html output-name"}},
		{[]string{"old/a:b.html"}, []string{"old/a:b.html output-name"}},
		{[]string{"old./index.html"}, []string{"old./index.html output-name"}},
		{[]string{"Intro.csv", "intro.csv"}, []string{"intro.csv output-name-twice"}},
		{[]string{"\u30ac.csv", "\u30ab\u3099.csv"}, []string{"\u30ab\u3099.csv output-name-twice"}},
		{[]string{"Foo.html", "foo.html/a.html"}, []string{"Foo.html output-name-folder"}},
		{[]string{strings.Repeat("頻", 180) + ".html"}, []string{strings.Repeat("頻", 180) + ".html output-name-long"}},
	} {
		a := &auditor{scan: testScan, released: testReleased()}
		for _, name := range c.names {
			content := document("<p>x</p>")
			if strings.HasSuffix(name, ".csv") {
				content = ""
			}
			a.files = append(a.files, render.File{Path: name, Content: content})
		}
		problems, _ := a.check(context.Background())
		var got []string
		for _, p := range problems {
			got = append(got, p.Pos.String()+" "+string(p.ID))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.names, got, c.want)
		}
	}
}

// TestANameIsToldOnce holds that a page in several languages, and a name that
// is told in pages/ already, give one problem a cause.
func TestANameIsToldOnce(t *testing.T) {
	a := &auditor{scan: testScan, released: testReleased()}
	for _, f := range [][2]string{
		{"aux.html", "pages/aux.md"}, {"en/aux.html", "pages/aux.md"}, {"con/print.html", "pages/con/a.en.md"},
		{"old/nul.html", "pages/moved.md"}, {"en/old/nul.html", "pages/moved.md"},
	} {
		a.files = append(a.files, render.File{Path: f[0], Content: document("<p>x</p>"), Sources: []string{f[1]}})
	}
	problems, _ := a.check(context.Background())
	if len(problems) != 1 || problems[0].Pos.File != "pages/moved.md" || problems[0].ID != "output-name" {
		t.Errorf("got %v, want one problem of pages/moved.md", problems)
	}
}
