package audit

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/render"
)

var (
	everywhere = regexp.MustCompile(`佐藤[ \n\t　]?花子|さとう\s?はなこ|サトウ\s?ハナコ|(?i)hanako\.sato@example\.com`)
	inProse    = regexp.MustCompile(`\bE10234\b`)
)

// testScan stands in for the tripwire of a cohort with one participant.
func testScan(text string, kind disclosure.TextKind) []disclosure.Match {
	patterns := []*regexp.Regexp{everywhere}
	if kind == disclosure.Prose {
		patterns = append(patterns, inProse)
	}
	var out []disclosure.Match
	for _, p := range patterns {
		for _, m := range p.FindAllStringIndex(text, -1) {
			out = append(out, disclosure.Match{Start: m[0], End: m[1]})
		}
	}
	return out
}

// checkFiles audits files with the given sources and gives the problems as
// "file:line id".
func checkFiles(t *testing.T, files []render.File, sources map[string]string, known map[string][]string) ([]string, bool) {
	t.Helper()
	a := &auditor{files: files, scan: testScan, common: []string{"site.yaml", "theme/layouts/page.html"}, known: known, released: testReleased(), read: func(file string) (string, bool) {
		text, ok := sources[file]
		return text, ok
	}}
	problems, clean := a.check(context.Background())
	var out []string
	for _, p := range problems {
		out = append(out, p.Pos.String()+" "+string(p.ID))
		for _, lang := range []diag.Lang{diag.English, diag.Japanese} {
			if text := p.Pos.String() + p.Message(lang); len(testScan(text, disclosure.Prose)) > 0 {
				t.Errorf("the message names the participant: %s", text)
			}
		}
	}
	return out, clean
}

func document(body string) string {
	return "<!doctype html><html lang=ja><head><title>案内</title></head><body><h1>案内</h1>\n" + body + "</body></html>"
}

func TestRulesOfAPage(t *testing.T) {
	source := "# 案内\n\n![](images/flow.png)\n\n#### 申込み\n\n# 二つ目\n\n## 日程 {#dates}\n## 期間\n## 会場 {#room}\n## 別 {#room}\n"
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"plain", `<p id="a">本文 <a href="#a">上</a> <a href="faq.html#q1">FAQ</a> <a href="https://example.com/">外</a></p><img src="images/flow.png" alt="">`, nil},
		{"missing alt", `<img src="images/flow.png">`, []string{"pages/a.md:3 image-no-alt"}},
		{"hidden image", `<img src="images/flow.png" aria-hidden="true">`, nil},
		{"heading jump", `<h4 id=x>申込み</h4>`, []string{"pages/a.md:5 heading-jump"}},
		{"level up again", `<h2>a</h2><h3>b</h3><h2>c</h2>`, nil},
		{"two first headings", `<h1>二つ目</h1>`, []string{"pages/a.md:7 heading-first-twice"}},
		{"id twice", `<h2 id="dates">日程</h2><h2 id="dates">期間</h2>`, []string{"pages/a.md:9 id-twice"}},
		{"id twice, told by markdown", `<h2 id="room">会場</h2><h2 id="room">別</h2>`, nil},
		{"missing file", `<a href="gone.html">x</a>`, []string{"a.html output-link"}},
		{"missing style sheet", `<link rel=stylesheet href="style.css">`, []string{"a.html output-link"}},
		{"folder", `<a href="./">x</a>`, []string{"a.html output-link"}},
		{"missing fragment", `<a href="faq.html#q9">x</a>`, []string{"a.html output-fragment"}},
		{"fragment in percent", `<a href="faq.html#%E7%9B%AE%E7%9A%84">x</a>`, nil},
		{"absolute", `<a href="/faq.html">x</a>`, []string{"a.html output-link-absolute"}},
		{"known to the handbook", `<a href="old%20page.md">x</a><a href="old page.md">x</a>`, nil},
		{"script", `<script>alert(1)</script>`, []string{"a.html inline-script"}},
		{"data block", `<script type="application/ld+json">{"a": "</p>"}</script><script src="images/flow.png"></script>`, nil},
		{"style element", `<style>p { color: red }</style>`, []string{"a.html inline-style"}},
		{"style attribute", `<p style="color: red">x</p>`, []string{"a.html inline-style"}},
		{"handler", `<p onclick=alert(1)>x</p>`, []string{"a.html inline-handler"}},
		{"unsafe scheme", "<a href=\"java\tscript:alert(1)\">x</a>", []string{"a.html link-unsafe"}},
		{"unsafe scheme in entities", `<a href="&#106;avascript:alert(1)">x</a>`, []string{"a.html link-unsafe"}},
		{"picture in several sizes", `<img alt="" srcset="images/flow.png 1x, images/big.png 2x">`, []string{"a.html output-link"}},
		{"presentation", `<img role="presentation" src="images/flow.png">`, nil},
		{"picture in data", `<img alt="" src="data:image/png;base64,AAAA">`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := []render.File{
				{Path: "a.html", Content: document(test.body), Sources: []string{"pages/a.md"}},
				{Path: "faq.html", Content: document(`<h2 id=q1>問</h2><h2 id=目的>問</h2>`)},
				{Path: "images/flow.png", Content: "\x89PNG"},
			}
			got, clean := checkFiles(t, files, map[string]string{"pages/a.md": source}, map[string][]string{"a.html": {"old%20page.md"}})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("page %s\n(-want +got)\n%s", test.body, diff)
			}
			if !clean {
				t.Error("a site that names nobody is safe to show")
			}
		})
	}
}

func TestNoFirstHeading(t *testing.T) {
	got, _ := checkFiles(t, []render.File{{Path: "a.html", Content: "<p>本文</p>"}}, nil, nil)
	if want := []string{"a.html heading-first-missing"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNotFoundPageMayUseAbsoluteLinks(t *testing.T) {
	got, _ := checkFiles(t, []render.File{{Path: "en/404.html", Content: document(`<a href="/index.html">home</a>`)}}, nil, nil)
	if got != nil {
		t.Errorf("got %v, want none", got)
	}
}

func TestOneCauseInTheThemeIsToldOnce(t *testing.T) {
	var files []render.File
	for _, name := range []string{"a.html", "b.html", "c.html"} {
		files = append(files, render.File{Path: name, Content: document(`<a href="style.css">x</a>`)})
	}
	got, _ := checkFiles(t, files, nil, nil)
	if want := []string{"a.html output-link"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNothingIsClearedWhereTheWorkWasCutShort(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if got, _ := Check(ctx, Input{}); got.Len() != 0 {
		t.Errorf("got %d files, want none", got.Len())
	}
	if got, problems := Check(context.Background(), Input{}); got.Len() != 0 || len(problems) > 0 {
		t.Errorf("an empty output: got %d files and problems %v", got.Len(), problems)
	}
}

func TestPercentEscapes(t *testing.T) {
	for in, want := range map[string]string{"a%20b": "a b", "100%": "100%", "%zz%41": "%zzA", "%E4%BD%90": "佐", "plain": "plain"} {
		if got := unescapePercent(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestDataEscapes(t *testing.T) {
	for in, want := range map[string]string{
		`\u4f50\u{85e4}\x41`: "佐藤A", `\ud842\udfb7`: "𠮷", `\4f50 x`: "佐x", `a\nb\/c`: "a\nb/c", `\u12`: "u12", `end\`: `end\`, `\ffffff`: "\ufffd",
	} {
		if got := unescapeData(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestScannerTakesAnyBytes(t *testing.T) {
	for _, s := range []string{"<", "<a", "<a href", "<a href=", `<a href="`, "<!--", "<!", "<![CDATA[", "</", "<script>", "<p/", "a < b", "<a/b=c>", "<\xff>", strings.Repeat("<", 50)} {
		var r reader
		if got := r.words("a.html", s, newPage("a.html", &released{})); len(got) == 0 {
			t.Errorf("%q: no passages", s)
		}
	}
}

func FuzzMarkup(f *testing.F) {
	f.Add(document(`<p title='a' b=c>x<!-- y --><ruby>字<rt>じ</rt></ruby><script>1</script>`))
	f.Add("<svg><path d=\"M0 0\"/><![CDATA[x]]></svg>")
	f.Fuzz(func(t *testing.T, s string) {
		var r reader
		for _, xml := range []bool{false, true} {
			p := newPage("a.html", &released{})
			if got := r.marked(s, p, xml); len(got) != 4 {
				t.Errorf("%q: %d passages, want 4", s, len(got))
			}
		}
		for _, ext := range []string{".png", ".jpg", ".webp", ".zip", ".csv", ".css"} {
			r.words("a"+ext, s, nil)
		}
	})
}
