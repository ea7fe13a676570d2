package generator_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"kohort/generator"
	"kohort/generator/internal/browsertest"
	"kohort/generator/internal/sitetest"
)

var (
	pdfPage  = regexp.MustCompile(`/Type\s*/Page\b[^s]`)
	pdfPaper = regexp.MustCompile(`/MediaBox\s*\[\s*0 0 (\d+)[\d.]* (\d+)[\d.]*\s*\]`)
)

// sheets prints a page of a built site as a reader does, and gives the sheets
// of paper in points: "594×841" is A4.
func sheets(t *testing.T, ctx context.Context, site sitetest.Site, page string) []string {
	t.Helper()
	if _, built := site.Files[page]; !built {
		t.Fatalf("%s is not in the site:\n%s", page, site.Text())
	}
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+filepath.ToSlash(filepath.Join(site.Output, page)))); err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	if err != nil {
		t.Fatalf("print %s: %v", page, err)
	}
	var out []string
	for _, m := range pdfPaper.FindAllSubmatch(pdf, -1) {
		out = append(out, fmt.Sprintf("%s×%s", m[1], m[2]))
	}
	if n := len(pdfPage.FindAll(pdf, -1)); n != len(out) {
		t.Fatalf("%s: got %d pages and %d sizes of paper, want one a page", page, n, len(out))
	}
	return out
}

func TestABriefIsOneSheetOfA4(t *testing.T) {
	ctx := browsertest.Start(t)
	site := placed(t, builtStarter(t))
	longest := longestBriefs(t)
	for _, c := range []struct {
		site sitetest.Site
		page string
	}{
		{site, "reports/2025-spring-brief.html"},
		{site, "en/reports/2025-spring-brief.html"},
		{site, "reports/2024-autumn-brief.html"},
		{site, "en/reports/2024-autumn-brief.html"},
		{longest, "board/spring.html"},
		{longest, "en/board/spring.html"},
		{longest, "board/short.html"},
		{longest, "en/board/short.html"},
	} {
		got := sheets(t, ctx, c.site, c.page)
		if len(got) != 1 || got[0] != "594×841" {
			t.Errorf("%s printed: got sheets of %v points, want one of 594×841", c.page, got)
		}
	}
}

// longestBriefs builds the starter with the longest words that a brief is to
// hold: six themes and five topics with long names, and an author who used all
// the room there is; and beside it one with as many words as larger type has
// room for.
func longestBriefs(t *testing.T) sitetest.Site {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "handbook")
	for _, part := range []string{"pages", "cohorts"} {
		if err := os.CopyFS(filepath.Join(folder, part), os.DirFS(filepath.Join("../content", part))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"site.yaml", "survey.yaml"} {
		text, err := os.ReadFile(filepath.Join("../content", name))
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(folder, name), string(text))
	}
	lengthen(t, filepath.Join(folder, "cohorts/2025-spring/releases/0001.json"))
	writeBriefs(t, folder, ".md", "面談の回数が目標に届かない部署が続いており、所属長の理解と業務の調整がないままでは、次の期も同じ結果になるおそれがあります。", 1, 120)
	writeBriefs(t, folder, ".en.md", "Where managers have not made room in the work plan, pairs met less often than agreed, and we expect the same in the next cohort. ", 1.5, 64)
	site := sitetest.BuildFolder(t, folder, func(o *generator.Options) { o.WithoutRoster = true })
	if !site.Summary.Written || strings.Contains(site.Text(), "brief-") {
		t.Fatalf("got the problems\n%swant a site, and no word too long", site.Text())
	}
	for _, page := range []string{"board/short.html", "en/board/short.html"} {
		if !strings.Contains(site.Files[page], `class="prose brief short"`) {
			t.Fatalf("%s: got smaller type, want as many words as larger type has room for", page)
		}
	}
	return site
}

// writeBriefs writes two briefs of one sentence over and over: one that takes
// all the room there is, and one of so many full-width characters as larger type
// has room for. letters is how many characters take the room of a full-width one.
func writeBriefs(t *testing.T, folder, ending, sentence string, letters float64, short int) {
	t.Helper()
	fill := func(full int) string {
		return string([]rune(strings.Repeat(sentence, 10))[:int(letters*float64(full))])
	}
	risk := fill(120)
	writeFile(t, filepath.Join(folder, "pages/board/spring"+ending), fmt.Sprintf(
		"---\ntitle: %s\nlayout: brief\ncohort: 2025-spring\nverdict: %q\nrisks: [%q, %q, %q, %q]\ndecision: %q\n---\n",
		fill(30), fill(120), risk, risk, risk, risk, fill(300)))
	writeFile(t, filepath.Join(folder, "pages/board/short"+ending), fmt.Sprintf(
		"---\ntitle: %s\nlayout: brief\ncohort: 2025-spring\nverdict: %q\nrisks: [%q]\ndecision: %q\n---\n",
		fill(30), fill(short/2), fill(short/4), fill(short/4)))
}

// lengthen gives the themes and topics of a release names of more than twenty
// full-width characters, or forty letters.
func lengthen(t *testing.T, release string) {
	t.Helper()
	data, err := os.ReadFile(release)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, words := range []string{"デジタルスキル", "トレンドの理解", "世代間の理解", "新しい視点", "コミュニケーション", "自信", "承認とキャリア", "エンゲージメント", "推奨度"} {
		text = strings.ReplaceAll(text, `"ja": "`+words+`"`, `"ja": "`+words+`と、職場でのこれからの学びに向けた取り組み"`)
	}
	for _, words := range []string{"Digital skill", "Trends", "Generations", "New perspectives", "Communication", "Confidence", "Recognition and career", "Engagement", "Recommendation"} {
		text = strings.ReplaceAll(text, `"en": "`+words+`"`, `"en": "`+words+` and what we learn from it at the workplace"`)
	}
	for _, topic := range []string{"SNSと発信", "キャリア", "デジタルツール", "採用と育成", "顧客の変化", "心理的安全性"} {
		text = strings.ReplaceAll(text, `{"topic": "`+topic+`"}`, `{"topic": "`+topic+`と、その背景にある市場や技術のこれから"}`)
	}
	writeFile(t, release, text)
}
