package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// ofReport finds the report of a cohort in the first edition.
func ofReport(t *testing.T, in Input, cohort string) *handbook.Page {
	t.Helper()
	for _, page := range in.Handbook.Trees[0].Editions[0].Pages {
		if page.Layout == source.LayoutReport && page.Cohort == cohort {
			return page
		}
	}
	t.Fatalf("report of %s: got none", cohort)
	return nil
}

// TestTheFirstScreenOfAReport: what the program office says, what the numbers
// are compared with and how old they are stand above them.
func TestTheFirstScreenOfAReport(t *testing.T) {
	in := testInputOf(t, compared, "testdata/compared")
	page := ofReport(t, in, "2025-spring")
	page.Front.Verdict = "話しやすくなった。会う回数は<足りない>。"
	got := renderSite(t, in)[page.URL].Content
	places := []int{}
	for _, want := range []string{
		"<h1>2025年春</h1>",
		`<p class="to-brief"><a href="2025-spring-brief.html">経営層向けサマリー（A4で1枚）</a> <a href="2025-spring.xlsx" download>すべての数字（Excel）</a></p>`,
		`<dt>期間</dt><dd><time datetime="2025-04-01">2025年4月1日</time> – <time datetime="2025-09-30">2025年9月30日</time></dd>`,
		`<dt>前回のコーホート</dt><dd><a href="2024-autumn.html">2024年秋</a></dd>`,
		`<dt>データ基準日</dt><dd><time datetime="2025-09-29">2025年9月29日</time></dd>`,
		`<p class="verdict">話しやすくなった。会う回数は&lt;足りない&gt;。</p>`,
		`<section class="tiles"`, `<h2 id="report-participation"`, `<h2 id="report-sessions"`,
	} {
		at := strings.Index(got, want)
		if at < 0 && !strings.HasPrefix(want, "<h2") {
			t.Errorf("report: got no %s", want)
		}
		if at >= 0 {
			places = append(places, at)
		}
	}
	if !slices.IsSorted(places) {
		t.Errorf("report: got its head in another order, at %v", places)
	}
	if other := renderSite(t, testInputOf(t, compared, "testdata/compared"))[page.URL].Content; strings.Contains(other, `class="verdict"`) {
		t.Error("report without a verdict: got a line for one")
	}
}

// TestSectionsOfAReport: in the order that a leader reads, and none without a
// figure.
func TestSectionsOfAReport(t *testing.T) {
	heading := regexp.MustCompile(`<h2 id="report-([a-z]+)"`)
	for _, c := range []struct {
		folder, page string
		want         string
	}{
		{"testdata/compared", "reports/2025-spring.html", "participation matching sessions survey groups guidelines goals protection definitions"},
		{"testdata/compared", "reports/2024-autumn.html", "participation matching sessions survey groups guidelines protection definitions"},
		{"testdata/handbook", "reports/2025-spring.html", "participation matching sessions topics survey groups goals recommend pulse protection definitions"},
	} {
		content := renderSite(t, testInputOf(t, compared, c.folder))[c.page].Content
		var got []string
		for _, m := range heading.FindAllStringSubmatch(content, -1) {
			got = append(got, m[1])
		}
		if joined := strings.Join(got, " "); joined != c.want {
			t.Errorf("%s %s: got sections %q, want %q", c.folder, c.page, joined, c.want)
		}
		if regexp.MustCompile(`(?s)<h2 id="report-[a-z]+">[^<]*</h2>\s*</section>`).MatchString(content) {
			t.Errorf("%s %s: got a section with a heading alone", c.folder, c.page)
		}
	}
}
