package generator_test

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/internal/sitetest"
)

const addressed = `-- site.yaml --
title: {ja: 手引き, en: Handbook & guide}
languages: [ja, en]
base_url: https://hr.example.com/rm/
-- pages/index.md --
---
title: 手引き
updated: 2026-03-01
---
若手がリーダーに教えます。
-- pages/index.en.md --
---
title: Handbook
---
Juniors teach leaders.
-- pages/ガイド/頻度.md --
---
title: 頻度 & 時間
updated: 2026-03-20
owner: 人事部 <HR>
aliases: [old/cadence.md, /former/]
---
月に2回会います。無理はしません。

![表](photo.png)
-- pages/ガイド/頻度.en.md --
---
title: Cadence
description: How often pairs meet.
aliases: [first]
---
Twice a month.
-- pages/alone.md --
---
title: 日本語だけ
updated: 2026-02-10
---
翻訳のないページ。
-- pages/draft.md --
---
title: 下書きの題
draft: true
updated: 2026-03-30
---
まだです。
`

func addressedSite(t *testing.T) sitetest.Site {
	t.Helper()
	site := sitetest.Build(t, addressed)
	if !site.Summary.Written {
		t.Fatalf("not built:\n%s", site.Text())
	}
	return site
}

func TestHeadsSayWhatAPageIs(t *testing.T) {
	site := addressedSite(t)
	const page = "ガイド/頻度.html"
	const address = "https://hr.example.com/rm/%E3%82%AC%E3%82%A4%E3%83%89/%E9%A0%BB%E5%BA%A6.html"
	for _, c := range []struct{ page, want string }{
		{page, `<meta name="description" content="月に2回会います。無理はしません。">`},
		{page, `<link rel="canonical" href="` + address + `">`},
		{page, `<link rel="alternate" hreflang="ja" href="` + address + `">`},
		{page, `<link rel="alternate" hreflang="en" href="` + strings.Replace(address, "/rm/", "/rm/en/", 1) + `">`},
		{page, `<link rel="alternate" hreflang="x-default" href="` + address + `">`},
		{page, `<link rel="alternate" type="application/atom+xml" href="../feed.xml" title="手引き — 更新されたページ">`},
		{page, `<meta property="og:type" content="article">`},
		{page, `<meta property="og:site_name" content="手引き">`},
		{page, `<meta property="og:title" content="頻度 &amp; 時間">`},
		{page, `<meta property="og:url" content="` + address + `">`},
		{page, `<meta property="og:locale" content="ja_JP">`},
		{page, `<meta property="og:locale:alternate" content="en_US">`},
		{"index.html", `<meta property="og:type" content="website">`},
		{"index.html", `<meta name="twitter:card" content="summary">`},
		{"en/ガイド/頻度.html", `<meta property="og:locale" content="en_US">`},
		{"en/alone.html", `<link rel="canonical" href="https://hr.example.com/rm/alone.html">`},
		{"en/alone.html", `<meta property="og:locale" content="ja_JP">`},
		{"404.html", `href="/rm/index.html"`},
	} {
		if !strings.Contains(site.Files[c.page], c.want) {
			head, _, _ := strings.Cut(site.Files[c.page], "</head>")
			t.Errorf("%s: got no %s in\n%s", c.page, c.want, head)
		}
	}
	for _, unwanted := range []string{"hreflang=\"x-default\"", "hreflang=\"en\" href=\"http"} {
		if strings.Contains(site.Files["en/alone.html"], unwanted) {
			t.Errorf("en/alone.html, which is not translated, has %s", unwanted)
		}
	}
}

type sitemapRead struct {
	Pages []struct {
		Address    string `xml:"loc"`
		Changed    string `xml:"lastmod"`
		Alternates []struct {
			Lang string `xml:"hreflang,attr"`
			URL  string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
}

func TestTheSitemapListsPublishedPages(t *testing.T) {
	site := addressedSite(t)
	var read sitemapRead
	readXML(t, site.Files["sitemap.xml"], &read)
	var got []string
	for _, p := range read.Pages {
		line := strings.TrimPrefix(p.Address, "https://hr.example.com/rm/") + " " + p.Changed
		for _, a := range p.Alternates {
			line += " " + a.Lang
		}
		got = append(got, line)
	}
	want := []string{
		"index.html 2026-03-01 ja en x-default", "%E3%82%AC%E3%82%A4%E3%83%89/%E9%A0%BB%E5%BA%A6.html 2026-03-20 ja en x-default",
		"alone.html 2026-02-10", "en/index.html  ja en x-default", "en/%E3%82%AC%E3%82%A4%E3%83%89/%E9%A0%BB%E5%BA%A6.html  ja en x-default",
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sitemap.xml (-want +got)\n%s", diff)
	}
	if want := "User-agent: *\nAllow: /\nSitemap: https://hr.example.com/rm/sitemap.xml\n"; site.Files["robots.txt"] != want {
		t.Errorf("robots.txt: got %q, want %q", site.Files["robots.txt"], want)
	}
}

type atomRead struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Links   []struct {
		Rel string `xml:"rel,attr"`
		URL string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Author  string `xml:"author>name"`
		Summary string `xml:"summary"`
	} `xml:"entry"`
}

func TestTheFeedListsWhatChanged(t *testing.T) {
	site := addressedSite(t)
	var feed atomRead
	readXML(t, site.Files["feed.xml"], &feed)
	if feed.ID != "https://hr.example.com/rm/feed.xml" || feed.Updated != "2026-03-20T00:00:00Z" || feed.Author != "手引き" ||
		len(feed.Links) != 2 || feed.Links[0].Rel != "self" || feed.Links[0].URL != feed.ID {
		t.Errorf("feed.xml: got %+v", feed)
	}
	var got []string
	for _, e := range feed.Entries {
		got = append(got, e.Title+"|"+e.Updated[:10]+"|"+e.Author+"|"+e.Summary)
	}
	want := []string{"頻度 & 時間|2026-03-20|人事部 <HR>|月に2回会います。無理はしません。", "手引き|2026-03-01||若手がリーダーに教えます。", "日本語だけ|2026-02-10||翻訳のないページ。"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("feed.xml (-want +got)\n%s", diff)
	}
	if _, there := site.Files["en/feed.xml"]; there {
		t.Error("en/feed.xml is there, though no English page says when it changed")
	}
}

// readXML decodes a document strictly and to its end.
func readXML(t *testing.T, text string, into any) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	if err := d.Decode(into); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if _, err := d.Token(); err != io.EOF {
		if _, err = d.Token(); err != io.EOF {
			t.Errorf("more than one document in\n%s", text)
		}
	}
}

func TestWithoutAnAddressNothingIsAbsolute(t *testing.T) {
	site := sitetest.Build(t, strings.Replace(addressed, "base_url: https://hr.example.com/rm/\n", "", 1))
	if !site.Summary.Written {
		t.Fatalf("not built:\n%s", site.Text())
	}
	for name, text := range site.Files {
		if slices.Contains([]string{"sitemap.xml", "feed.xml", "robots.txt"}, name) {
			t.Errorf("%s is there", name)
		}
		for _, unwanted := range []string{"og:", `rel="canonical"`, `rel="alternate"`, "hr.example.com"} {
			if strings.HasSuffix(name, ".html") && strings.Contains(text, unwanted) {
				t.Errorf("%s: got %s", name, unwanted)
			}
		}
	}
}

func TestOldAddressesSendTheReaderOn(t *testing.T) {
	site := addressedSite(t)
	var got []string
	for _, name := range slices.Sorted(maps.Keys(site.Files)) {
		if _, rest, moved := strings.Cut(site.Files[name], `<meta http-equiv="refresh" content="0; url=`); moved {
			to, _, _ := strings.Cut(rest, `"`)
			got = append(got, name+" > "+to)
			for _, want := range []string{`<meta name="robots" content="noindex">`, `<link rel="canonical" href="https://hr.example.com/rm/`, `<h1>`} {
				if !strings.Contains(rest, want) && !strings.Contains(site.Files[name], want) {
					t.Errorf("%s: got no %s", name, want)
				}
			}
		}
	}
	const page = "%E3%82%AC%E3%82%A4%E3%83%89/%E9%A0%BB%E5%BA%A6.html"
	want := []string{
		"en/first.html > " + page, "en/former/index.html > ../" + page, "en/old/cadence.html > ../" + page,
		"former/index.html > ../" + page, "old/cadence.html > ../" + page,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("pages at old addresses (-want +got)\n%s", diff)
	}
}

func TestACardShowsAPictureOfItsPage(t *testing.T) {
	var drawing bytes.Buffer
	if err := png.Encode(&drawing, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	const pages = "-- site.yaml --\ntitle: 手引き\nlanguages: [ja]\nbase_url: https://hr.example.com/rm\ntheme: {logo: logo.png}\n" +
		"-- pages/index.md --\n# 手引き\n\n[ガイド](guide/a.md)\n-- pages/guide/a.md --\n# ガイド\n\n![図](図 1.png)\n"
	folder := filepath.Join(t.TempDir(), "handbook")
	sitetest.Write(t, folder, strings.Replace(pages, "図 1.png)", "<図 1.png>)", 1))
	for _, name := range []string{"logo.png", "guide/図 1.png"} {
		writeFile(t, filepath.Join(folder, "pages", filepath.FromSlash(name)), drawing.String())
	}
	site := sitetest.BuildFolder(t, folder)
	for page, wants := range map[string][]string{
		"index.html":   {`<meta property="og:image" content="https://hr.example.com/rm/logo.png">`, `content="summary"`},
		"guide/a.html": {`<meta property="og:image" content="https://hr.example.com/rm/guide/%E5%9B%B3%201.png">`, `content="summary_large_image"`},
	} {
		for _, want := range wants {
			if !strings.Contains(site.Files[page], want) {
				head, _, _ := strings.Cut(site.Files[page], "</head>")
				t.Errorf("%s: got no %s in\n%s\n%s", page, want, head, site.Text())
			}
		}
	}
}

// TestTheBrowsersBarHasTheColourOfThePage holds that what head says of the
// colours of the page is what the style sheet says.
func TestTheBrowsersBarHasTheColourOfThePage(t *testing.T) {
	site := addressedSite(t)
	var styles string
	for name, text := range site.Files {
		if strings.HasPrefix(name, "theme/style.") {
			styles = text
		}
	}
	ground := regexp.MustCompile(`--ground: ?light-dark\((#[0-9a-f]+), ?(#[0-9a-f]+)\)`).FindStringSubmatch(styles)
	if ground == nil {
		t.Fatal("the style sheet has no --ground")
	}
	bar := regexp.MustCompile(`name="theme-color" media="\(prefers-color-scheme: (?:light|dark)\)" content="(#[0-9a-f]+)"`).FindAllStringSubmatch(site.Files["index.html"], -1)
	if len(bar) != 2 || !sameColour(bar[0][1], ground[1]) || !sameColour(bar[1][1], ground[2]) {
		t.Errorf("got %v, want %v", bar, ground[1:])
	}
}

// sameColour compares #fff and #ffffff.
func sameColour(a, b string) bool {
	long := func(s string) string {
		if len(s) == 4 {
			return "#" + s[1:2] + s[1:2] + s[2:3] + s[2:3] + s[3:] + s[3:]
		}
		return s
	}
	return long(a) == long(b)
}

func TestEachAudienceHasItsOwnSitemapAndFeed(t *testing.T) {
	site := sitetest.Build(t, `-- site.yaml --
title: 手引き
languages: [ja]
base_url: https://hr.example.com/
audiences: [{name: everyone}, {name: leaders, includes: [everyone]}]
-- pages/index.md --
---
title: 手引き
updated: 2026-03-01
---
本文。
-- pages/council.md --
---
title: 役員向け
audience: leaders
updated: 2026-03-02
aliases: [old-council]
---
役員の本文。
`)
	if !site.Summary.Written {
		t.Fatalf("not built:\n%s", site.Text())
	}
	for _, name := range []string{"sitemap.xml", "feed.xml", "robots.txt"} {
		if site.Files["everyone/"+name] == "" || site.Files["leaders/"+name] == "" || site.Files[name] != "" {
			t.Errorf("%s is not in each tree, and there alone", name)
		}
	}
	for name, text := range site.Files {
		if strings.HasPrefix(name, "everyone/") && (strings.Contains(text, "役員") || strings.Contains(name+text, "council") || strings.Contains(text, "leaders")) {
			t.Errorf("%s tells of what is for leaders", name)
		}
	}
	for name, want := range map[string]string{
		"leaders/sitemap.xml": "<loc>https://hr.example.com/leaders/council.html</loc>", "leaders/feed.xml": "<title>役員向け</title>",
		"leaders/print.html": `<a href="#p2">役員向け</a>`, "leaders/old-council.html": `url=council.html"`,
	} {
		if !strings.Contains(site.Files[name], want) {
			t.Errorf("%s: got no %s in\n%s", name, want, site.Files[name])
		}
	}
}
