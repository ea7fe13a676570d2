package source

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/diag"
)

func TestFrontMatterSaysTheSameInEveryFormat(t *testing.T) {
	want := Front{
		Title: "進め方", Order: 2, Layout: LayoutFAQ,
		Audience: []string{"leaders"}, Tags: []string{"面談", "準備"},
		Draft: true, PublishFrom: Date{2026, time.April, 1}, ReviewEvery: Period{Months: 6},
		NoTOC: true, Cohort: "2025-spring",
	}
	for _, c := range []struct{ name, file string }{
		{"yaml", "---\ntitle: 進め方\norder: 2\nlayout: faq\naudience: leaders\ntags: [面談, 準備]\ndraft: true\npublish_from: 2026-04-01\nreview_every: 6m\ntoc: false\ncohort: 2025-spring\n---\n本文\n"},
		{"toml", "+++\ntitle = \"進め方\"\norder = 2\nlayout = 'faq'\naudience = \"leaders\"\ntags = [\n  \"面談\",\n  \"準備\",\n]\ndraft = true\npublish_from = 2026-04-01\nreview_every = \"6m\"\ntoc = false\ncohort = \"2025-spring\"\n+++\n本文\n"},
		{"json", "{\n\t\"title\": \"\\u9032\\u3081\\u65b9\",\n\t\"order\": 2,\n\t\"layout\": \"faq\",\n\t\"audience\": \"leaders\",\n\t\"tags\": [\"面談\", \"準備\"],\n\t\"draft\": true,\n\t\"publish_from\": \"2026-04-01\",\n\t\"review_every\": \"6m\",\n\t\"toc\": false,\n\t\"cohort\": \"2025-spring\"\n}\n\n本文\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, problems := readPage("guide.md", []byte(c.file))
			lines := page.Front.Lines
			page.Front.Lines = nil
			if diff := cmp.Diff(want, page.Front); diff != "" || len(problems) > 0 {
				t.Errorf("input:\n%s\nwant(-) got(+):\n%s\nproblems: %v", c.file, diff, problems)
			}
			if page.Body != "本文\n" {
				t.Errorf("input:\n%s\nbody: got %q, want %q", c.file, page.Body, "本文\n")
			}
			if got, want := strings.Split(c.file, "\n")[page.Line-1], "本文"; got != want {
				t.Errorf("input:\n%s\nline %d: got %q, want %q", c.file, page.Line, got, want)
			}
			if got := strings.Split(c.file, "\n")[lines["draft"].Line-1]; !strings.Contains(got, "draft") {
				t.Errorf("input:\n%s\nline of draft: got %d, which is %q", c.file, lines["draft"].Line, got)
			}
		})
	}
}

func TestAPageWithoutWhatItSaysOfItselfIsUnread(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       bool
	}{
		{"whole", "---\nverdict: よい\n---\n本文\n", false},
		{"no front matter", "本文\n", false},
		{"one key is wrong", "---\nverdict: よい\ncohorts: 2025-spring\n---\n本文\n", false},
		{"a colon in YAML", "---\nverdict: 結論: よい\ncohort: 2025-spring\n---\n本文\n", true},
		{"broken TOML", "+++\nverdict = よい\n+++\n本文\n", true},
		{"not closed", "---\nverdict: よい\n本文\n", true},
		{"Shift_JIS", "---\nverdict: \x82\xe6\x82\xa2\n---\n", true},
	} {
		if page, problems := readPage("reports/2025-spring.md", []byte(c.file)); page.Unread != c.want {
			t.Errorf("%s: unread %v with problems %v, want %v", c.name, page.Unread, problems, c.want)
		}
	}
}

func TestBodyWithoutFrontMatter(t *testing.T) {
	for _, c := range []struct {
		name, file, body string
		line             int
	}{
		{"nothing", "", "", 1},
		{"prose", "# 目的\n", "# 目的\n", 1},
		{"a BOM and Windows line ends", "\ufeff---\r\ntitle: 目的\r\n---\r\n本文\r\n次\r\n", "本文\n次\n", 4},
		{"line ends of an old Mac", "一\r二\r", "一\n二\n", 1},
		{"empty front matter", "---\n---\n本文", "本文", 3},
		{"front matter alone", "---\ntitle: 目的\n---", "", 3},
		{"blank lines first", "\n\n---\ndraft: false\n---\n本文", "本文", 6},
		{"a thematic break further down", "本文\n\n---\n\n続き\n", "本文\n\n---\n\n続き\n", 1},
		{"stars in place of a break", "***\n本文\n", "***\n本文\n", 1},
		{"JSON on one line", "{\"draft\": true}\n\n本文\n", "本文\n", 3},
		{"JSON after its brace", "{ \"title\": \"目的\",\n  \"risks\": [\n  ] }\n本文\n", "本文\n", 4},
		{"YAML by name", "---yaml\ndraft: true\n---\n本文\n", "本文\n", 4},
		{"TOML by name", "---toml\ndraft = true\n---\n本文\n", "本文\n", 4},
		{"JSON by name", "---json\n{\"draft\": true}\n---\n本文\n", "本文\n", 4},
		{"JSON between semicolons", ";;;\n{\"draft\": true}\n;;;\n本文\n", "本文\n", 4},
		{"braces of a template", "{{ name }}\n本文\n", "{{ name }}\n本文\n", 1},
		{"four dashes", "----\n本文\n", "----\n本文\n", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, problems := readPage("page.md", []byte(c.file))
			if page.Body != c.body || page.Line != c.line || len(problems) > 0 {
				t.Errorf("input %q:\ngot  body %q on line %d, problems %v\nwant body %q on line %d", c.file, page.Body, page.Line, problems, c.body, c.line)
			}
		})
	}
}

func TestFrontMatterProblemsComeAllAtOnce(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"not closed", "---\ndraft: true\n\n# 未公開\n", []string{"1:1 front-not-closed ---"}},
		{"not closed TOML", "\n+++\ndraft = true\n", []string{"2:1 front-not-closed +++"}},
		{"not closed JSON", "{\n\"draft\": true\n", []string{"1:1 front-not-closed }"}},
		{"not closed JSON on its first line", "{\"draft\": true,\n\n# 未公開\n", []string{"1:1 front-not-closed }"}},
		{"not closed by name", "---toml\ndraft = true\n\n# 未公開\n", []string{"1:1 front-not-closed ---"}},
		{"a break on the first line", "---\nようこそ。\n\n---\n次の章\n", []string{"2:1 front-prose"}},
		{"YAML", "---\ntitel: 目的\nlayout: fqa\nupdated: 2026-02-31\nreviewed: 2026-02-01 10:00\nreview_every: monthly\ndraft: はい\n---\n", []string{
			"2:1 yaml-unknown-key titel title",
			"3:9 yaml-choice layout fqa faq",
			"4:10 yaml-type updated 2026-04-01",
			"5:11 yaml-type reviewed 2026-04-01",
			"6:15 yaml-type review_every 90d / 6m / 1y",
			"7:8 yaml-type draft true / false",
		}},
		{"a colon in the title", "---\ndraft: true\ntitle: 手引き: 第2版\n---\n", []string{"3:8 yaml-syntax"}},
		{"TOML", "+++\ntitel = \"目的\"\nupdated = 2026-02-01T10:00:00Z\norder = \"二\"\n[nested]\nx = 1\n+++\n", []string{
			"2:1 yaml-unknown-key titel title",
			"3:11 yaml-type updated 2026-04-01",
			"4:9 yaml-type order 5",
			"5:1 yaml-unknown-key nested title, description, order, layout, audience, tags, draft, publish_from, expires, updated, reviewed, review_every, owner, aliases, toc, cohort, verdict, risks, decision",
		}},
		{"broken TOML", "+++\ndraft = true\ntitle = 目的\n+++\n", []string{"3:9 toml-syntax"}},
		{"a TOML key given twice", "+++\ndraft = true\ndraft = false\n+++\n", []string{"3:1 toml-syntax"}},
		{"JSON", "{\n  \"titel\": \"目的\"\n}\n\n", []string{"2:3 yaml-unknown-key titel title"}},
		{"broken JSON", "{\n  \"title\": \"目的\n}\n\n", []string{"2:12 yaml-syntax"}},
		{"CP932", "\x96\xda\x93\x49\n", []string{"0:0 file-not-utf8"}},
		{"UTF-16", "\xff\xfe#\x00 \x00", []string{"0:0 file-not-utf8"}},
		{"NUL", "# 目的\n本\x00文", []string{"2:2 file-nul"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, problems := readPage("page.md", []byte(c.file))
			if diff := cmp.Diff(c.want, short(problems)); diff != "" {
				t.Errorf("input:\n%s\nwant(-) got(+):\n%s", c.file, diff)
			}
			if strings.HasPrefix(c.name, "not closed") && page.Body != "" {
				t.Errorf("input:\n%s\nbody: got %q, want none", c.file, page.Body)
			}
		})
	}
}

func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{"---\ntitle: 目的\n---\n本文\n", "+++\ntags = [\"面談\"]\n+++\n", "{\n\"draft\": true\n}\n\n", "---\n---", "\ufeff---\r\na: &b *c\r\n---\r\n", "---yaml\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		page, problems := readPage("page.md", data)
		unclosed := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.ID == "front-not-closed" })
		if unclosed && page.Body != "" {
			t.Errorf("input %q: front matter is not closed, and yet a body %q", data, page.Body)
		}
		text, _, ok := plainText("", data)
		if !ok {
			return
		}
		if !strings.HasSuffix(string(text), page.Body) {
			t.Errorf("input %q: body %q is not its end", data, page.Body)
		}
		if lines := 1 + strings.Count(string(text), "\n"); page.Line < 1 || page.Line > lines {
			t.Errorf("input %q: line %d of %d", data, page.Line, lines)
		}
		for _, p := range problems {
			p.Message(diag.English)
		}
	})
}

func short(problems []diag.Problem) []string {
	var out []string
	for _, p := range problems {
		s := fmt.Sprintf("%d:%d %s", p.Pos.Line, p.Pos.Column, p.ID)
		for _, a := range p.Args {
			s += " " + a.Value
		}
		out = append(out, s)
	}
	return out
}
