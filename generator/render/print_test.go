package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kohort/generator/handbook"
)

// printedArticles puts two pages whose articles are given into one document.
func printedArticles(t *testing.T, broken []string, articles ...string) string {
	t.Helper()
	edition := &handbook.Edition{Lang: "ja", Title: "手引き"}
	pages := []*handbook.Page{
		{Edition: edition, URL: "guide/index.html", Title: "ガイド", Broken: broken},
		{Edition: edition, URL: "guide/more/頻度.html", Title: "頻度"},
	}
	d := document{url: "guide/print.html", edition: edition, pages: pages}
	var in []written
	for i, a := range articles {
		in = append(in, written{pages[i], a})
	}
	return rewrite(d, in, &frame{Lang: "ja"})
}

func TestPrintedPagesAreOneDocument(t *testing.T) {
	for _, c := range []struct{ name, first, second, want string }{
		{"a heading goes a level down", `<h1>題</h1><h2 id="a">節</h2>`, "", `<h2>題</h2><h3 id="p1-a">節</h3>`},
		{"no level is left out", `<h1>題</h1><h3>節</h3><h3>次</h3><h6>細</h6>`, "", `<h2>題</h2><h3>節</h3><h3>次</h3><h4>細</h4>`},
		{"a link to a page of it", `<a href="more/%E9%A0%BB%E5%BA%A6.html">頻度</a>`, "", `<a href="#p2">頻度</a>`},
		{"a link to a place of it", `<a href="more/頻度.html#回数">頻度</a>`, `<p id="回数">2</p>`, `<a href="#p2-回数">頻度</a>`},
		{"an encoded place", `<a href="more/頻度.html#%E5%9B%9E%E6%95%B0">頻度</a>`, `<p id="回数">2</p>`, `<a href="#p2-回数">頻度</a>`},
		{"a place that is not there", `<a href="more/頻度.html#none">頻度</a>`, "", `<a href="#p2">頻度</a>`},
		{"a link back", "", `<a href="../index.html#top">戻る</a>`, `<a href="#p1">戻る</a>`},
		{"a link within a page", `<a href="#n">注</a><p id="n">1</p>`, "", `<a href="#p1-n">注</a><p id="p1-n">1</p>`},
		{"a link elsewhere", "", `<a href="../../faq.html?q=1#a">質問</a>`, `<a href="../faq.html?q=1#a">質問</a>`},
		{"a link out", `<a href="https://example.com/#a">例</a>`, "", `<a href="https://example.com/#a">例</a>`},
		{"a link that has been told", `<a href="none.html">無</a>`, "", `<a>無</a>`},
		{"an image from another folder", "", `<img src="../img/a%20b.png" alt="図" loading="lazy">`, `<img src="img/a%20b.png" alt="図">`},
		{"pictures of many widths", "", `<img srcset="a.480.png 480w, a.png 960w" src="a.png" alt="">`, `<img srcset="more/a.480.png 480w, more/a.png 960w" src="more/a.png" alt="">`},
		{"what names an id", `<div id="a" aria-labelledby="a none"></div><label for="b"></label><input id="b">`, "", `<div id="p1-a" aria-labelledby="p1-a"></div><label for="p1-b"></label><input id="p1-b">`},
		{"a drawing", `<svg viewBox="0 0 1 1"><clipPath id="c"/><g clip-path="url(#c)"/><use xlink:href="#c"/></svg>`, "", `<svg viewBox="0 0 1 1"><clipPath id="p1-c"/><g clip-path="url(#p1-c)"/><use xlink:href="#p1-c"/></svg>`},
		{"what is folded opens", `<details name="x"><summary>題</summary></details><details class="tip" open></details>`, "", `<details open><summary>題</summary></details><details class="tip" open></details>`},
		{"a figure's numbers stay folded", `<details class="numbers"><summary>表</summary></details>`, "", `<details class="numbers"><summary>表</summary></details>`},
		{"choices keep to their page", `<input type="radio" name="tab" checked>`, "", `<input type="radio" name="p1-tab" checked>`},
		{"scripts go", `<p>前</p><script type="application/ld+json">{"a":"<p>"}</script><p>後</p>`, "", `<p>前</p><p>後</p>`},
		{"an id given twice", `<p id="a">1</p><p id="a">2</p>`, "", `<p id="p1-a">1</p><p>2</p>`},
		{"escapes and quotes", `<p title='"a" &amp; b' id=c>&lt;x&gt; <!-- y --></p>`, "", `<p title='"a" &amp; b' id="p1-c">&lt;x&gt; </p>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := printedArticles(t, []string{"none.html"}, c.first, c.second)
			want := fmt.Sprintf("<article class=\"print-page layout-page\" id=\"p1\">\n%s</article>\n<article class=\"print-page layout-page\" id=\"p2\">\n%s</article>\n", c.first, c.second)
			if c.second == "" || strings.Contains(c.want, "#p2") {
				want = strings.Replace(want, c.first, c.want, 1)
				want = strings.Replace(want, `id="回数"`, `id="p2-回数"`, 1)
			} else {
				want = strings.Replace(want, c.second, c.want, 1)
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestAnArticleIsCutOutOfItsPage(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{`<body><main id="main"><nav>x</nav><article class="a">A <article>B</article></article><footer>f</footer></main></body>`, `A <article>B</article>`},
		{`<body><main><p>no article</p></main></body>`, `<p>no article</p>`},
		{``, ``},
	} {
		if got := article(c.content); got != c.want {
			t.Errorf("%s: got %q, want %q", c.content, got, c.want)
		}
	}
}

// documentsOf lists the documents to print of an edition with so many pages in
// each folder.
func documentsOf(t *testing.T, pages map[string]int) []string {
	t.Helper()
	edition := &handbook.Edition{Lang: "en", Dir: "en/", Title: "Handbook"}
	for _, dir := range slices.Sorted(func(yield func(string) bool) {
		for dir := range pages {
			if !yield(dir) {
				return
			}
		}
	}) {
		for i := range pages[dir] {
			name := fmt.Sprintf("%03d.html", i)
			if i == 0 {
				name = "index.html"
			}
			edition.Pages = append(edition.Pages, &handbook.Page{Edition: edition, URL: "en/" + dir + name, Title: dir})
		}
	}
	edition.Home = edition.Pages[0]
	s := &site{tree: &handbook.Tree{Editions: []*handbook.Edition{edition}}}
	s.addDocuments()
	var got []string
	for _, d := range s.documents {
		got = append(got, fmt.Sprintf("%s %q %d", d.url, d.title, len(d.pages)))
	}
	return got
}

func TestWhatIsPrintedAsOne(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages map[string]int
		want  []string
	}{
		{"the handbook and its sections", map[string]int{"": 2, "a/": 3, "a/b/": 2, "c/": 1}, []string{`en/print.html "Handbook" 8`, `en/a/print.html "a/" 5`}},
		{"one page", map[string]int{"": 1}, nil},
		{"more than 500", map[string]int{"": 1, "a/": 400, "b/": 100}, []string{`en/a/print.html "a/" 400`, `en/b/print.html "b/" 100`}},
		{"a section of more than 500", map[string]int{"": 1, "a/": 10, "a/x/": 300, "a/y/": 200}, []string{`en/a/x/print.html "a/x/" 300`, `en/a/y/print.html "a/y/" 200`}},
	} {
		if got := documentsOf(t, c.pages); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestPrintingTakesAnyMarkup(t *testing.T) {
	const hostile = `<h2 id=a><a href='x.html#b' ="y" href="//c" / x><img srcset=", ,a 1x" src=><details open name><!-- <p --><svg><use xlink:href="#z"/></h9><script>"</scr`
	for cut := range hostile {
		for _, page := range []string{hostile[:cut], hostile[cut:]} {
			if got := printedArticles(t, nil, page, ""); !strings.HasSuffix(got, "</article>\n") {
				t.Errorf("%q: got %q", page, got)
			}
		}
	}
}
