package render

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestTheHomePageListsWhatChangedLast(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("-- index.md --\n---\ntitle: ホーム\nlayout: home\nupdated: 2025-10-09\n---\nはじめに\n")
	for i, day := range []int{3, 1, 5, 3, 2, 4} {
		fmt.Fprintf(&archive, "-- p%d.md --\n---\ntitle: P%d\nupdated: 2025-10-%02d\n---\n", i, i, day)
	}
	archive.WriteString("-- undated.md --\n---\ntitle: 日付なし\n---\n")
	got := renderSite(t, testInput(t, archive.String()))["index.html"].Content
	_, got, _ = strings.Cut(got, `<div class="recent">`)
	got, _, _ = strings.Cut(got, "</div>")
	var listed []string
	for _, m := range regexp.MustCompile(`datetime="([^"]*)".*href="([^"]*)"`).FindAllStringSubmatch(got, -1) {
		listed = append(listed, m[1]+" "+m[2])
	}
	want := []string{"2025-10-05 p2.html", "2025-10-04 p5.html", "2025-10-03 p0.html", "2025-10-03 p3.html", "2025-10-02 p4.html"}
	if !slices.Equal(listed, want) {
		t.Errorf("changed last: got %q, want %q", listed, want)
	}
}

func TestTheHomePageDescribesAPartWithoutAPage(t *testing.T) {
	got := renderSite(t, testInput(t, "-- index.md --\n---\ntitle: ホーム\nlayout: home\n---\n"+
		"-- nav.md --\n- [ホーム](index.md)\n- 制度\n  - [連絡先](a.md)\n  - [これから](b.md)\n"+
		"-- a.md --\n---\ntitle: 連絡先\n---\n-- b.md --\n---\ntitle: これから\n---\n"))["index.html"].Content
	if want := `<li><a href="a.html">制度</a><p>連絡先、これから</p></li>`; !strings.Contains(got, want) {
		t.Errorf("home page: got no %s in\n%s", want, got)
	}
}

func TestASmallNavIsShownWholeAndFolded(t *testing.T) {
	pages := "-- index.md --\n---\ntitle: ホーム\n---\n-- nav.md --\n- [ホーム](index.md)\n" +
		"- [約束](a/index.md)\n  - [頻度](a/b.md)\n- 制度\n  - [連絡先](c.md)\n" +
		"-- a/index.md --\n---\ntitle: 約束\n---\n-- a/b.md --\n---\ntitle: 頻度\n---\n-- c.md --\n---\ntitle: 連絡先\n---\n"
	files := renderSite(t, testInput(t, pages))
	for _, c := range []struct{ path, want string }{
		{"index.html", `<li><a href="a/index.html">約束</a><details><summary><span class="unseen">「約束」のページ</span></summary>`},
		{"index.html", `<li><details><summary class="heading">制度</summary>`},
		{"a/b.html", `<li class="open"><a href="index.html">約束</a><details open><summary>`},
		{"a/b.html", `<li><a href="../c.html">連絡先</a></li>`},
		{"c.html", `<li class="open"><details open><summary class="heading">制度</summary>`},
	} {
		if got := files[c.path].Content; !strings.Contains(got, c.want) {
			t.Errorf("%s: got no %s in\n%s", c.path, c.want, got)
		}
	}
	for i := range wholeNav {
		pages += fmt.Sprintf("-- d/p%03d.md --\n---\ntitle: P%03d\n---\n", i, i)
	}
	large := testInput(t, strings.Replace(pages, "-- nav.md --", "-- other.md --", 1)) // the nav is the folders
	if got := renderSite(t, large)["index.html"].Content; strings.Contains(got, "<summary><span") {
		t.Errorf("a nav of more than %d entries: got sections that are not the page's own in\n%s", wholeNav, got)
	}
}

func TestTheChoiceOfColoursStandsBeforeThePageIsPainted(t *testing.T) {
	got := renderSite(t, testInput(t, "-- index.md --\nはじめに\n"))["index.html"].Content
	if !regexp.MustCompile(`<script src="theme/theme\.[0-9a-f]+\.js"></script>[^<]*<script src="theme/site\.[0-9a-f]+\.js" defer>`).MatchString(got) {
		t.Errorf("index.html: got no theme.js that the browser waits for in\n%s", got)
	}
}
