package search

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"kohort/generator/internal/browsertest"
)

// asked are queries of every kind: words, parts of compounds, other ways to
// write them, several words, beginnings, mistakes, questions.
var asked = strings.Split(strings.ReplaceAll(`評価面談|面談記録|メンター|めんたー|ﾒﾝﾀｰ|メンタ|サーバー点検|サーバ点検|ふぁいる|捺|稟議|SharePoint|sharep|share|site.yaml|Wi-Fi|1on1|CSVの申請|Excel 精算|守秘義務 期間|評価記録の手順|概要|メンターン|フードバック|ダッシュボド|チックリスト|Exsel|Outlok|OneDrvie|シェアポイント|困ったことがあればどこへ聞けばよいですか|はじめに日程と目標を決める|期限|ひづけ|qqqq|what is the PDF|how to use Wi-Fi|WiFi|one-drive|OneDrive|share point|siteyaml|settings of the outlook|、。|人事評価の考え方 リーダー`, "\n", ""), "|")

// outcome is an answer as both sides tell it.
type outcome struct {
	Pages   []string
	More    int
	Instead string
}

func outcomeOf(a Answer) outcome {
	o := outcome{More: a.More, Instead: a.Instead}
	for _, r := range a.Results {
		line := r.URL + " " + r.Title
		for _, h := range r.Hits {
			line += fmt.Sprintf(" [%s %s %s]", h.Anchor, h.Heading, h.Kind)
		}
		o.Pages = append(o.Pages, line)
	}
	return o
}

// inBrowser answers queries with the theme's engine, one after the other, and
// tells which parts of the index each of them loads.
const inBrowser = `(async queries => {
  const loaded = [], add = KohortSearch.add;
  KohortSearch.add = (part, value) => { loaded.push(part); add(part, value); };
  KohortSearch.open("search/", "ja");
  const out = [];
  for (const q of queries) {
    const start = performance.now(), a = await KohortSearch.query(q, 10);
    out.push({
      Pages: a.groups.map(g => g.url + " " + g.title + g.hits.map(h => " [" + h.anchor + " " + h.heading + " " + h.kind + "]").join("")),
      More: a.more, Instead: a.instead, Parts: loaded.splice(0), Milliseconds: performance.now() - start,
      Snippets: a.groups.flatMap(g => g.hits.map(h => h.snippet.map(p => p.mark ? "[" + p.text + "]" : p.text).join(""))),
      Answers: a.groups.flatMap(g => g.hits.map(h => h.answer)).filter(Boolean),
    });
  }
  KohortSearch.add = add;
  return out;
})(%s)`

// replied is what the browser answers.
type replied struct {
	outcome
	Parts        []string
	Milliseconds float64
	Snippets     []string
	Answers      []string
}

func ask(t testing.TB, ctx context.Context, queries []string) []replied {
	t.Helper()
	return evaluate[[]replied](t, ctx, fmt.Sprintf(inBrowser, literal(t, queries)))
}

// TestInTheBrowser runs the theme's engine in one Chromium.
func TestInTheBrowser(t *testing.T) {
	ctx := browsertest.Start(t)
	pages := handbookPages()
	x := Build("ja", pages)
	t.Run("normalises as Go does", func(t *testing.T) { testNormalise(t, ctx) })
	t.Run("answers as Go does", func(t *testing.T) { testAnswers(t, ctx, x) })
	t.Run("loads little", func(t *testing.T) { testLoads(t, ctx, pages, x) })
	t.Run("marks what was typed", func(t *testing.T) { testSnippets(t, ctx) })
	t.Run("tells that files are missing", func(t *testing.T) { testMissing(t, ctx) })
}

// testAnswers asks the same of Go and of Chromium, over
// file:// and http.
func testAnswers(t *testing.T, ctx context.Context, x *Index) {
	dir := folder(t, x)
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	for _, base := range []string{"file://" + dir + "/index.html", server.URL + "/"} {
		open(t, ctx, base)
		for i, got := range ask(t, ctx, asked) {
			if diff := cmp.Diff(outcomeOf(x.Query(asked[i], 10)), got.outcome, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s: %q: -here +in the browser\n%s", base, asked[i], diff)
			}
		}
	}
}

// testLoads holds what queries load on 100 pages, 1.3 MB of
// Japanese: 120 kB the first, 30 kB on average a later one.
func testLoads(t *testing.T, ctx context.Context, pages []Page, x *Index) {
	size := make(map[string]int)
	for _, f := range x.Files() {
		part, _, _ := strings.Cut(strings.TrimSuffix(f.Name, ".js"), "-")
		size[strings.TrimPrefix(part, "index")] = len(f.Data)
	}
	var queries []string
	for i := 7; i < len(pages); i += 9 {
		queries = append(queries, pages[i].Sections[3].Heading, nouns[i%len(nouns)]+nouns[(i+5)%len(nouns)], loans[i%len(loans)])
	}
	open(t, ctx, "file://"+folder(t, x)+"/index.html")
	first, later, slowest := 0, 0, 0.0
	for i, got := range ask(t, ctx, queries) {
		sum := 0
		for _, part := range got.Parts {
			sum += size[part]
		}
		if i == 0 {
			first = sum
		} else {
			later += sum
		}
		slowest = max(slowest, got.Milliseconds)
		if len(got.Pages) == 10 && len(got.Snippets) < 10 {
			t.Errorf("%q: %d snippets of %d pages", queries[i], len(got.Snippets), len(got.Pages))
		}
	}
	later /= len(queries) - 1
	t.Logf("first query %d bytes, later ones %d on average, slowest %.0f ms", first, later, slowest)
	if first > 120_000 || later > 30_000 {
		t.Errorf("first query loads %d bytes, want 120000 at most; later ones %d on average, want 30000", first, later)
	}
}

// testSnippets holds that each snippet of a page that has what
// was typed marks it, as the page writes it.
func testSnippets(t *testing.T, ctx context.Context) {
	long := strings.Repeat("ほかのことを長く書きます。", 30)
	pages := []Page{
		{URL: "a.html", Title: "守秘", Sections: []Section{{Text: long + "面談のメモは、サーバに置きません。" + long}}},
		{URL: "b.html", Title: "Guide", Description: "How mentors meet", Sections: []Section{
			{Anchor: "q", Heading: "ｻｰﾊﾞｰはどこですか", Kind: Question, Text: "事務局に聞いてください。" + long},
			{Anchor: "t", Heading: "リバース・メンター", Kind: Term, Aliases: []string{"逆メンター"}, Text: "リーダーに教える若手。"},
		}},
		{URL: "c.html", Title: "Notices", Sections: []Section{{Text: "They come by e-mail, recorded or not."}}},
	}
	open(t, ctx, "file://"+folder(t, Build("ja", pages))+"/index.html")
	for _, c := range []struct{ query, snippet, answer string }{
		{"サーバー", "[サーバ]に置きません", "事務局に聞いてください。"},
		{"めも", "面談の[メモ]は", ""},
		{"逆メンター", "[逆メンター] … リーダーに教える若手。", "リーダーに教える若手。"},
		{"リバースメンター", "", "リーダーに教える若手。"},
		{"mentor", "How [mentors] meet", ""},
		{"面談のメモ", "[面談のメモ]は", ""},
		{"email recording", "by [e-mail], [recorded] or", ""},
		{"面談のナモ", "[面談のメモ]は", ""},
		{"メモ 面談", "[面談]の[メモ]は", ""},
	} {
		got := ask(t, ctx, []string{c.query})[0]
		if !slices.ContainsFunc(got.Snippets, func(s string) bool { return strings.Contains(s, c.snippet) }) {
			t.Errorf("%q: snippets %q, want one with %q", c.query, got.Snippets, c.snippet)
		}
		if c.answer != "" && (len(got.Answers) == 0 || !strings.HasPrefix(got.Answers[0], c.answer)) {
			t.Errorf("%q: answers %q, want %q", c.query, got.Answers, c.answer)
		}
	}
}

// testMissing holds that a query whose file cannot be loaded is
// rejected, and that a manifest that is out of date is read again.
func testMissing(t *testing.T, ctx context.Context) {
	old, now := Build("ja", corpus(3, 3000)), Build("ja", corpus(4, 3000))
	missing := false
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := now
		name := strings.TrimPrefix(r.URL.Path, "/search/")
		if name == ManifestName && r.URL.RawQuery == "" {
			x = old
		}
		for _, f := range x.Files() {
			if f.Name == name && !missing {
				w.Header().Set("Content-Type", "text/javascript")
				w.Write(f.Data)
				return
			}
		}
		http.ServeFile(w, r, "missing")
	}))
	defer server.Close()
	page := httptest.NewServer(http.FileServer(http.Dir(folder(t, old))))
	defer page.Close()
	query := fmt.Sprintf(`(KohortSearch.open(%q), KohortSearch.query("手順", 5).then(a => a.groups.length + a.more, e => -1))`, server.URL+"/search/")
	open(t, ctx, page.URL)
	a := now.Query("手順", 5)
	if got, want := evaluate[int](t, ctx, query), len(a.Results)+a.More; got != want {
		t.Errorf("with an old manifest: %d pages, want %d", got, want)
	}
	missing = true
	open(t, ctx, page.URL)
	if got := evaluate[int](t, ctx, query); got != -1 {
		t.Errorf("without files: %d pages, want a rejection", got)
	}
}
