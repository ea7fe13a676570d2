package generator_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/internal/sitetest"
)

// bilingualPart finds what the starter says to editors of two languages.
var bilingualPart = regexp.MustCompile(`(?s)(?:- (?:\[ \] )?)?<!-- (?:二言語のとき|both languages) -->.+?<!-- /(?:二言語のとき|both languages) -->`)

// TestANewHandbookInChosenLanguages holds that the starter's pages in these
// languages are all there, as they were but for their names and what is for two
// languages, and nothing is amiss.
func TestANewHandbookInChosenLanguages(t *testing.T) {
	made := func(t *testing.T, languages ...string) (folder string) {
		folder = filepath.Join(t.TempDir(), "handbook")
		_, problems, err := generator.New(t.Context(), folder, generator.NewOptions{WithoutSamples: true, Languages: languages})
		if err != nil || len(problems) > 0 {
			t.Fatalf("new: %v %v", problems, err)
		}
		return folder
	}
	whole := sitetest.Files(t, filepath.Join(made(t), "pages"))
	for _, c := range []struct{ languages, ja, en string }{ // endings of pages' names; none: not there
		{"ja", ".md", ""},
		{"en", "", ".md"},
		{"ja,en", ".md", ".en.md"},
		{"en,ja", ".ja.md", ".md"},
	} {
		t.Run(c.languages, func(t *testing.T) {
			folder := made(t, strings.Split(c.languages, ",")...)
			left := sitetest.Files(t, filepath.Join(folder, "pages"))
			for name, text := range whole {
				base, isEnglish := strings.CutSuffix(name, ".en.md")
				base, isJapanese := strings.CutSuffix(base, ".md")
				switch {
				case isEnglish:
					name = base + c.en
				case isJapanese:
					name = base + c.ja
				}
				if name == base && (isEnglish || isJapanese) {
					continue
				}
				if one := !strings.Contains(c.languages, ","); one && (isEnglish || isJapanese) {
					if text = bilingualPart.ReplaceAllString(text, ""); left[name] == "" && strings.Contains(name, "translating") {
						continue // is about two languages alone
					}
					if c.languages == "en" {
						text = strings.ReplaceAll(text, ".en.md", ".md")
					}
					if strings.HasPrefix(name, "nav") {
						text = regexp.MustCompile(`.*translating.*\n`).ReplaceAllString(text, "")
					}
				}
				if withoutBlank(left[name]) != withoutBlank(text) {
					t.Errorf("%s is missing or changed", name)
				}
				delete(left, name)
			}
			for name := range left {
				t.Errorf("%s is left", name)
			}
			site := sitetest.Files(t, folder)["site.yaml"]
			if tests := strings.Count(site, ".md\n"); tests < 40*len(strings.Split(c.languages, ",")) {
				t.Errorf("site.yaml has %d search tests:\n%s", tests, site)
			}
			_, problems, err := generator.Check(t.Context(), generator.Options{Source: folder, Today: sitetest.Today, Strict: true}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				t.Errorf("%s: %s [%s]", p.Pos, p.Message(diag.English), p.ID)
			}
		})
	}
}

// textAfterComment finds a line that CommonMark takes for HTML as it stands,
// text and all, since a comment begins it.
var textAfterComment = regexp.MustCompile(`(?m)^\s*(?:[-*] |\d+\. )?<!--.*?-->[^\S\n]*\S.*$`)

func TestNoPartOfALineBeginsIt(t *testing.T) {
	for name, page := range sitetest.Files(t, "../content/pages") {
		if line := textAfterComment.FindString(page); line != "" {
			t.Errorf("%s: %q is not read as Markdown", name, line)
		}
	}
}
