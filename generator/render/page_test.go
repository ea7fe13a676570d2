package render

import (
	"fmt"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"kohort/generator/source"
	"kohort/themes"
)

func TestAPageHasAllItsParts(t *testing.T) {
	files := renderSite(t, testInput(t, readSite(t)))
	for _, c := range []struct{ path, want string }{
		{"guidelines/cadence.html", `<html lang="ja">`},
		{"guidelines/cadence.html", `<title>頻度と時間 · リバースメンタリング ハンドブック</title>`},
		{"guidelines/cadence.html", `<meta name="description" content="会う回数と1回の長さ。">`},
		{"guidelines/cadence.html", `<a class="skip" href="#main">本文へ移動</a>`},
		{"guidelines/cadence.html", `<a class="site-title" href="../index.html">`},
		{"guidelines/cadence.html", `<a href="../en/guidelines/cadence.html" lang="en" hreflang="en">English</a>`},
		{"guidelines/cadence.html", `<a href="cadence.html" aria-current="page">頻度と時間</a>`},
		{"guidelines/cadence.html", `<li><a href="index.html">ガイドライン</a></li>`},
		{"guidelines/cadence.html", `<li class="level-2"><a href="#times">会う回数</a></li>`},
		{"guidelines/cadence.html", `<li class="level-3"><a href="#会えないとき">会えないとき</a></li>`},
		{"guidelines/cadence.html", `<a class="term" href="../glossary.html#reverse-mentoring" title="若手社員がリーダー層に助言する仕組み。">逆メンター</a>`},
		{"guidelines/cadence.html", `<a class="next" rel="next" href="confidentiality.html"><span>次へ</span> 守秘</a>`},
		{"guidelines/cadence.html", `最終更新 <time datetime="2025-10-01">2025年10月1日</time>`},
		{"guidelines/cadence.html", `担当 人事部 リバースメンタリング事務局`},
		{"guidelines/cadence.html", `は<span class="withheld" data-cell="2025-spring/participation.enrolled/count/department=法務部">非表示</span>です`},
		{"index.html", `<title>リバースメンタリング ハンドブック</title>`},
		{"index.html", `<li><a href="guidelines/index.html">ガイドライン</a><p>ペアが守る約束ごと。</p></li>`},
		{"guidelines/index.html", `<li><a href="cadence.html">頻度と時間</a><p>会う回数と1回の長さ。</p></li>`},
		{"en/guidelines/cadence.html", `<html lang="en">`},
		{"en/guidelines/confidentiality.html", `<p class="notice" role="note">This page has not been translated yet.`},
		{"en/guidelines/confidentiality.html", `<div class="prose" lang="ja">`},
		{"en/guidelines/confidentiality.html", `<h1 lang="ja">守秘</h1>`},
		{"en/reports/spring.html", `<div class="prose" lang="ja">`},
		{"en/reports/spring.html", `<section class="report-section" lang="en" aria-labelledby="report-participation">`},
		{"reports/index.html", `<time datetime="2025-04-01">2025年4月1日</time>`},
		{"reports/index.html", `data-show="n">n = `},
		{"reports/index.html", `<p class="to-brief"><a href="2025-spring-brief.html">経営層向けサマリー</a></p>`},
		{"404.html", `<a class="go" href="en/index.html">Back to the home page</a>`},
	} {
		if got := files[c.path].Content; !strings.Contains(got, c.want) {
			t.Errorf("%s: got no %s in\n%s", c.path, c.want, got)
		}
	}
	if got := files["guidelines/cadence.html"].Content; strings.Contains(got, `rel="canonical"`) || strings.Contains(got, slotOpen) {
		t.Errorf("cadence.html without base_url: got a canonical link or an open slot in\n%s", got)
	}
}

func TestAGeneratedReportHasItsFigures(t *testing.T) {
	in := testInput(t, "-- index.md --\nはじめに\n")
	file := renderSite(t, in)["reports/2025-spring.html"]
	for _, want := range []string{
		`<section class="tiles"`, `<h2 id="report-participation">参加状況</h2>`, `class="stat stat-dumbbell"`,
		`class="stat stat-stacked"`, `class="stat stat-columns"`, `<li class="level-2"><a href="#report-protection">`,
		`データ基準日 2025年10月15日・リリース 1`,
	} {
		if !strings.Contains(file.Content, want) {
			t.Errorf("generated report: got no %s in\n%s", want, file.Content)
		}
	}
	if want := []string{"cohorts/2025-spring/releases/0001.json"}; !slices.Equal(file.Sources, want) {
		t.Errorf("generated report: got sources %q, want %q", file.Sources, want)
	}
}

var inline = regexp.MustCompile(`<style|<script>|<script [^>]*[^r]>[^<]|\sstyle="|\son[a-z]+="|\x00`)

func TestPagesHoldNoInlineScriptOrStyle(t *testing.T) {
	for path, file := range renderSite(t, testInput(t, readSite(t))) {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		if m := inline.FindString(file.Content); m != "" {
			t.Errorf("%s: got %q, want none", path, m)
		}
		if want := `content="default-src 'none';`; !strings.Contains(file.Content, want) {
			t.Errorf("%s: got no policy %q", path, want)
		}
	}
}

func TestSourcesNameEveryFileOfAPage(t *testing.T) {
	files := renderSite(t, testInput(t, readSite(t)))
	for _, c := range []struct {
		path string
		want []string
	}{
		{"faq.html", []string{"pages/faq.md"}},
		{"guidelines/cadence.html", []string{"pages/guidelines/cadence.md", "cohorts/2025-spring/releases/0001.json"}},
		{"en/guidelines/confidentiality.html", []string{"pages/guidelines/confidentiality.md"}},
		{"reports/index.html", []string{"cohorts/2025-spring/releases/0001.json"}},
	} {
		if got := files[c.path].Sources; !slices.Equal(got, c.want) {
			t.Errorf("%s: got sources %q, want %q", c.path, got, c.want)
		}
	}
}

func TestBaseURLMakesCanonicalLinks(t *testing.T) {
	in := testInput(t, readSite(t))
	in.Config.BaseURL = "https://handbook.example.com/rm/"
	files := renderSite(t, in)
	for _, c := range []struct{ path, want string }{
		{"guidelines/cadence.html", `<link rel="canonical" href="https://handbook.example.com/rm/guidelines/cadence.html">`},
		{"guidelines/cadence.html", `<link rel="alternate" hreflang="en" href="https://handbook.example.com/rm/en/guidelines/cadence.html">`},
		{"404.html", `<a class="go" href="/rm/en/index.html">`},
	} {
		if got := files[c.path].Content; !strings.Contains(got, c.want) {
			t.Errorf("%s: got no %s in\n%s", c.path, c.want, got)
		}
	}
}

func TestOutputIsTheSameOnOneAndTwoCores(t *testing.T) {
	in := testInput(t, readSite(t))
	in.Config.Theme = source.Theme{Accent: "#8a3b7c"}
	two := renderSite(t, in)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := renderSite(t, in)
	if len(one) != len(two) {
		t.Fatalf("files: got %d on one core and %d on two", len(one), len(two))
	}
	for path, file := range two {
		if one[path].Content != file.Content {
			t.Errorf("%s: got different bytes on one core", path)
		}
	}
}

func TestALongLevelOfTheNavIsShownInPart(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("-- index.md --\nはじめに\n")
	for i := range 3*window + 5 {
		fmt.Fprintf(&archive, "-- part/p%03d.md --\n---\ntitle: P%03d\n---\n", i, i)
	}
	files := renderSite(t, testInput(t, archive.String()))
	for _, c := range []struct {
		path       string
		want       []string
		wantNot    string
		wantElided int
	}{
		{"part/p000.html", []string{`<a href="p000.html" aria-current="page">`, `<a href="p039.html">`}, `<a href="p041.html">`, 1},
		{"part/p041.html", []string{`<a href="p041.html" aria-current="page">`, `<a href="p079.html">`}, `<a href="p038.html">`, 2},
		{"part/p124.html", []string{`<a href="p124.html" aria-current="page">`}, `<a href="p118.html">`, 1},
	} {
		nav, _, _ := strings.Cut(files[c.path].Content, "<main")
		for _, want := range c.want {
			if !strings.Contains(nav, want) {
				t.Errorf("%s: got no %s in\n%s", c.path, want, nav)
			}
		}
		if strings.Contains(nav, c.wantNot) || strings.Count(nav, `class="elided"`) != c.wantElided {
			t.Errorf("%s: got %s or not %d further stretches in\n%s", c.path, c.wantNot, c.wantElided, nav)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, c := range []struct{ dir, to, want string }{
		{"", "index.html", "index.html"},
		{"", "en/index.html", "en/index.html"},
		{"guidelines/", "guidelines/cadence.html", "cadence.html"},
		{"guidelines/", "guide/cadence.html", "../guide/cadence.html"},
		{"en/guidelines/", "guidelines/cadence.html", "../../guidelines/cadence.html"},
		{"en/guidelines/", "", "../../"},
		{"", "images/100%#1.png", "images/100%25%231.png"},
	} {
		if got := relative(c.dir, c.to); got != c.want {
			t.Errorf("relative(%q, %q): got %q, want %q", c.dir, c.to, got, c.want)
		}
	}
}

func TestLabelsOfAnUntranslatedPageSayTheirLanguage(t *testing.T) {
	files := renderSite(t, testInput(t, readSite(t)))
	for _, c := range []struct{ path, want string }{
		{"en/guidelines/confidentiality.html", `<li class="level-2" lang="ja"><a href="#例外">`},
		{"en/guidelines/confidentiality.html", `<a href="confidentiality.html" aria-current="page" lang="ja">守秘</a>`},
		{"en/guidelines/cadence.html", `<a class="next" rel="next" href="confidentiality.html"><span>Next</span> <b lang="ja">守秘</b></a>`},
		{"en/guidelines/cadence.html", `<li lang="ja"><a href="index.html">ガイドライン</a></li>`},
		{"en/guidelines/index.html", `<li><a href="cadence.html">Cadence and length</a>`},
		{"en/guidelines/index.html", `<li><a href="confidentiality.html" lang="ja">守秘</a><p lang="ja">話したことの扱い。</p>`},
		{"en/reports/spring.html", `<li class="level-2"><a href="#report-survey">Learning: before and after</a>`},
		{"guidelines/confidentiality.html", `<li class="level-2"><a href="#例外">`},
	} {
		if got := files[c.path].Content; !strings.Contains(got, c.want) {
			t.Errorf("%s: got no %s in\n%s", c.path, c.want, got)
		}
	}
}

func TestContentsOfAReportListWhatTheThemeDraws(t *testing.T) {
	in := testInput(t, "-- index.md --\nはじめに\n")
	theme, problems := LoadTheme(layer("layouts/parts/report.html", `<h2 id="report-survey">アンケート</h2>`), themes.Default())
	noProblems(t, problems)
	in.Theme = theme
	got := renderSite(t, in)["reports/2025-spring.html"].Content
	if want := `href="#report-survey"`; !strings.Contains(got, want) {
		t.Errorf("report: got no %s in\n%s", want, got)
	}
	for _, id := range []string{"report-participation", "report-protection"} {
		if strings.Contains(got, `href="#`+id+`"`) {
			t.Errorf("report: got a link to %s, which the theme does not draw", id)
		}
	}
}
