package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"kohort/generator/diag"
	"kohort/generator/source"
)

const wholePage = `# 面談の**手引き**

最初の[段落](a.md)。:only[秘密]{for=leaders}

## 頻度 {#cadence}

[外](https://example.com/x)

:::only{for=leaders}
### 役員

:::

:::guideline[月2回]{#rule metric=sessions_per_month min=2}
:::

:::term[リバースメンタリング]{#rm reading=りばーす aliases="逆メンター, 逆メンタリング、RM"}
若手が教える。:only[秘密]{for=leaders}

二段落目。
:::

:::question[だれが**参加**できますか]{#who}
全員です。

:::

<span id="raw"></span>
`

func TestDocumentFields(t *testing.T) {
	p := source.Page{Path: "guide.md", Body: wholePage, Line: 4}
	doc, problems := New(Options{Words: words}).Convert(p, "ja")
	if len(problems) > 0 {
		t.Fatalf("problems: %s", showProblems(problems))
	}
	at := func(line, column, length int) diag.Pos {
		return diag.Pos{File: "pages/guide.md", Line: line, Column: column, Length: length}
	}
	want := Document{
		Title: "面談の手引き", Summary: "最初の段落。",
		Headings: []Heading{
			{2, "cadence", "頻度", "", at(8, 1, 0)},
			{3, "役員", "役員", "leaders", at(13, 1, 0)},
			{4, "who", "だれが参加できますか", "", at(26, 1, 11)},
		},
		Questions:  []Question{{"who", "だれが参加できますか", "全員です。", "", at(26, 1, 11)}},
		Terms:      []Term{{"rm", "リバースメンタリング", "りばーす", []string{"逆メンター", "逆メンタリング", "RM"}, "若手が教える。", "", at(20, 1, 7)}},
		Guidelines: []Guideline{{"rule", "月2回", "sessions_per_month", "2", "", "", at(17, 1, 12)}},
		External:   []Link{{"https://example.com/x", at(10, 5, 21)}},
		IDs: []ID{
			{"cadence", "", at(8, 7, 10)}, {"役員", "leaders", at(13, 1, 0)}, {"rule", "", at(17, 19, 5)},
			{"rm", "", at(20, 21, 3)}, {"who", "", at(26, 29, 4)}, {"raw", "", at(31, 1, 15)},
		},
	}
	doc.Parts = nil
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Errorf("input:\n%s\n(-want +got)\n%s", wholePage, diff)
	}
}

func TestSlotsKnowTheirPlace(t *testing.T) {
	body := "次は[申込み](申込み.md#日程 \"題\")と![図](img/図.png)と:value{id=sessions.held stat=sum}。\n\n> - [参照][r]\n\n[r]: <other page.md>\n"
	doc, _ := New(Options{}).Convert(source.Page{Path: "a/b.md", Body: body, Line: 7}, "ja")
	var got []string
	for _, p := range doc.Parts {
		if p.Slot != nil {
			got = append(got, fmt.Sprintf("%s+%d %s", p.Slot.Pos, p.Slot.Pos.Length, p.Slot.Target))
		}
	}
	want := []string{
		"pages/a/b.md:7:9+9 申込み.md#日程",
		"pages/a/b.md:7:29+9 img/図.png",
		"pages/a/b.md:7:40+6 sessions.held",
		"pages/a/b.md:11:7+13 other page.md",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("input:\n%s\n(-want +got)\n%s", body, diff)
	}
}

func TestIncludedSlotsAreOfTheirFile(t *testing.T) {
	shared := source.Page{Path: "_shared/contact.md", Body: "\n[事務局](office.md)[^1]\n\n[^1]: 注\n", Line: 3}
	c := New(Options{Include: func(path string) (source.Page, bool) { return shared, path == shared.Path }})
	doc, problems := c.Convert(source.Page{Path: "guide/a.md", Body: "本文[^x]\n\n::include{file=../_shared/contact.md}\n\n[^x]: 先の注", Line: 1}, "ja")
	if len(problems) > 0 {
		t.Fatal(showProblems(problems))
	}
	for _, p := range doc.Parts {
		if p.Slot != nil && p.Slot.Pos != (diag.Pos{File: "pages/_shared/contact.md", Line: 4, Column: 7, Length: 9}) {
			t.Errorf("the included link is at %+v", p.Slot.Pos)
		}
	}
	if got := show(doc.Parts); !strings.Contains(got, `<li id="fn-2" value="2">`) || strings.Count(got, "<section") != 1 {
		t.Errorf("the notes of both files should be one list:\n%s", got)
	}
}

func TestAnIncludedFileKeepsItsReaders(t *testing.T) {
	plan := source.Page{Path: "_plan.md", Body: "極秘の計画"}
	c := New(Options{Include: func(string) (source.Page, bool) { return plan, true }})
	outer := source.Page{Path: "a.md", Body: "::include{file=_plan.md}\n"}
	for name, fronts := range map[string][2]source.Front{
		"audience": {{Audience: []string{"leaders"}}, {}},
		"draft":    {{Draft: true}, {Audience: []string{"leaders"}}},
		"date":     {{PublishFrom: source.Date{Year: 2030, Month: 1, Day: 1}}, {}},
		"expired":  {{Expires: source.Date{Year: 2020, Month: 1, Day: 1}}, {}},
	} {
		plan.Front, outer.Front = fronts[0], fronts[1]
		doc, problems := c.Convert(outer, "ja")
		if len(problems) != 1 || problems[0].ID != "include-restricted" || show(doc.Parts) != "" {
			t.Errorf("%s: got %q and problems %s", name, show(doc.Parts), showProblems(problems))
		}
	}
	plan.Front = source.Front{Audience: []string{"leaders"}}
	outer.Front = source.Front{}
	translated := New(Options{Include: func(path string) (source.Page, bool) {
		if path == "_plan.en.md" {
			return source.Page{Path: path, Body: "Secret plan"}, true
		}
		return plan, path == plan.Path
	}})
	if doc, problems := translated.Convert(outer, "en"); len(problems) != 1 || problems[0].ID != "include-restricted" || show(doc.Parts) != "" {
		t.Errorf("a translation without front matter: got %q and problems %s", show(doc.Parts), showProblems(problems))
	}
	outer.Front = plan.Front
	if doc, problems := c.Convert(outer, "ja"); len(problems) > 0 || !strings.Contains(show(doc.Parts), "極秘") {
		t.Errorf("the same readers: got %q and problems %s", show(doc.Parts), showProblems(problems))
	}
}

func TestTitleOfAPageWithoutAFirstLevelHeading(t *testing.T) {
	for body, want := range map[string]string{
		"## 概要\n":               "概要",
		"文\n\n# 題\n":            "題",
		"## 概要\n\n# 題\n":        "題",
		"文だけ\n":                 "",
		"# `code` と *強調* &amp;": "code と 強調 &",
	} {
		if doc, _ := convert(t, body); doc.Title != want {
			t.Errorf("%q: title %q, want %q", body, doc.Title, want)
		}
	}
}

func TestWhatIsForOneAudienceIsInNoText(t *testing.T) {
	body := "# 題:only[秘密]{for=leaders}\n\n段落:only[秘密]{for=leaders}\n\n## 見出し:only[秘密]{for=leaders}\n\n:::question[問:only[秘密]{for=leaders}]\n答:only[秘密]{for=leaders}\n\n> :::only{for=leaders}\n> 秘密\n> :::\n:::\n\n![図:only[秘密]{for=leaders}](a.png)\n"
	doc, _ := convert(t, body)
	var everyone strings.Builder
	for _, p := range doc.Parts {
		everyone.WriteString(p.HTML.String())
	}
	doc.Parts = nil
	if got := fmt.Sprintf("%s %+v", everyone.String(), doc); strings.Contains(got, "秘密") {
		t.Errorf("input:\n%s\ngot:\n%s", body, got)
	}
}

func TestNav(t *testing.T) {
	body := "# 目次\n\n- [ホーム](index.md)\n- 参加する\n  - [申込み](apply.md) (4月)\n  - [**面談**](%E9%9D%A2%E8%AB%87.md)\n- [](empty.md)\n- [一](a.md)と[二](b.md)\n- [三:only[役員]{for=leaders}](c.md)\n\n段落\n\n## 見出し\n"
	lines, problems := New(Options{}).Nav(source.Page{Path: "nav.md", Body: body, Line: 1})
	at := func(line, column, length int) diag.Pos {
		return diag.Pos{File: "pages/nav.md", Line: line, Column: column, Length: length}
	}
	want := []NavLine{
		{Label: "ホーム", Target: "index.md", Pos: at(3, 9, 8)},
		{Label: "参加する", Pos: at(4, 3, 4), Children: []NavLine{
			{Label: "申込み", Target: "apply.md", Pos: at(5, 11, 8)},
			{Label: "面談", Target: "面談.md", Pos: at(6, 14, 21)},
		}},
		{Label: "一", Target: "a.md", Pos: at(8, 7, 4)},
		{Label: "三", Target: "c.md", Pos: at(9, 29, 4)},
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("input:\n%s\n(-want +got)\n%s", body, diff)
	}
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%d %s", p.Pos.Line, p.ID))
	}
	if diff := cmp.Diff([]string{"7 nav-empty", "8 nav-two-links", "9 only-unread", "11 nav-not-list", "13 nav-not-list"}, got); diff != "" {
		t.Errorf("input:\n%s\n(-want +got)\n%s", body, diff)
	}
}

func TestEveryProblemIsTriggered(t *testing.T) {
	declared, err := os.ReadFile("../diag/catalogue_markdown.go")
	if err != nil {
		t.Fatal(err)
	}
	triggered := map[string]bool{"nav-empty": true, "nav-two-links": true, "nav-not-list": true, // TestNav
		"include-restricted": true} // TestAnIncludedFileKeepsItsReaders
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			for _, m := range regexp.MustCompile(`(?m)^pages/\S+ ([a-z-]+): `).FindAllStringSubmatch(string(f.Data), -1) {
				triggered[m[1]] = true
			}
		}
	}
	for _, m := range regexp.MustCompile(`ID: +"([a-z-]+)"`).FindAllStringSubmatch(string(declared), -1) {
		if !triggered[m[1]] {
			t.Errorf("no test triggers %s", m[1])
		}
	}
}

func TestConvertersWorkAtOnce(t *testing.T) {
	c := New(Options{Words: words})
	p := page(samplePage() + wholePage)
	first, _ := c.Convert(p, "ja")
	want := show(first.Parts)
	var group sync.WaitGroup
	got := make([]string, 8)
	for i := range got {
		group.Go(func() {
			c.Convert(page("- [ ] other <b>\n\n:::note"), "en")
			doc, _ := c.Convert(p, "ja")
			got[i] = show(doc.Parts)
		})
	}
	group.Wait()
	if i := slices.IndexFunc(got, func(s string) bool { return s != want }); i >= 0 {
		t.Errorf("conversion %d differs:\n%s", i, cmp.Diff(want, got[i]))
	}
}

func TestNeighbouringMarkupIsOnePart(t *testing.T) {
	doc, _ := convert(t, "a\n\nb [c](d.md) e\n\n::figure{id=x}\n\nf\n")
	for i := 1; i < len(doc.Parts); i++ {
		if doc.Parts[i].Slot == nil && doc.Parts[i-1].Slot == nil {
			t.Errorf("parts %d and %d are both markup: %q, %q", i-1, i, doc.Parts[i-1].HTML, doc.Parts[i].HTML)
		}
	}
}

func TestSlug(t *testing.T) {
	for words, want := range map[string]string{
		"日程と場所":            "日程と場所",
		"Q&A: What's New?": "qa-whats-new",
		"か\u3099くせい":       "がくせい",
		"メンター・メンティー（役員）":   "メンターメンティー役員",
		"snake_case-word":  "snake_case-word",
		"全角　空白 ①":          "全角-空白-①",
		"!!":               "section",
	} {
		if got := slug(words); got != want {
			t.Errorf("slug(%q) = %q, want %q", words, got, want)
		}
	}
}
