package generator_test

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kohort/generator/internal/sitetest"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

// outOfParity says where a page and its counterpart differ in what both must
// tell: their dates, headings with levels and ids, terms, guidelines with their
// bounds, and below each heading the links, the figures and the numbers, these
// paragraph by paragraph where there are as many.
func outOfParity(ja, en edition) []string {
	var found []string
	differs := func(what string, a, b []string) bool {
		if slices.Equal(a, b) {
			return false
		}
		found = append(found, fmt.Sprintf("%s: ja %q, en %q", what, beyond(a, b), beyond(b, a)))
		return true
	}
	headings := differs("headings", each(ja.doc.Headings, headingMark), each(en.doc.Headings, headingMark))
	differs("front matter", []string{frontMark(ja.page.Front)}, []string{frontMark(en.page.Front)})
	differs("terms", sortedWords(each(ja.doc.Terms, termMark)), sortedWords(each(en.doc.Terms, termMark)))
	differs("guidelines", each(ja.doc.Guidelines, guidelineMark), each(en.doc.Guidelines, guidelineMark))
	if headings {
		return found // sections could not be set side by side
	}
	other := en.sections()
	for i, s := range ja.sections() {
		differs("links below "+s.id, s.links, other[i].links)
		told, toldThere := s.numbers, other[i].numbers
		if len(told) != len(toldThere) {
			told, toldThere = []numbers{together(told)}, []numbers{together(toldThere)}
		}
		for j, n := range told {
			more, fewer := n.beyond(toldThere[j]), toldThere[j].beyond(n)
			if len(more)+len(fewer) > 0 {
				found = append(found, fmt.Sprintf("numbers below %s: ja %q, en %q", s.id, more, fewer))
			}
		}
	}
	return found
}

func frontMark(f source.Front) string {
	return fmt.Sprintf("updated %s, reviewed %s every %v, layout %s, cohort %s", f.Updated, f.Reviewed, f.ReviewEvery, f.Layout, f.Cohort)
}

func headingMark(h markdown.Heading) string { return fmt.Sprintf("%d %s", h.Level, h.ID) }
func termMark(t markdown.Term) string       { return t.ID }
func guidelineMark(g markdown.Guideline) string {
	return fmt.Sprintf("%s %s %s-%s", g.ID, g.Metric, g.Min, g.Max)
}

func each[T any](list []T, mark func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = mark(v)
	}
	return out
}

func sortedWords(words []string) []string {
	slices.Sort(words)
	return words
}

// beyond is what a has that b has not, as often as it has it more; where that
// is nothing, the order differs, and it is all of a.
func beyond(a, b []string) []string {
	rest, out := slices.Clone(b), []string{}
	for _, v := range a {
		if i := slices.Index(rest, v); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			out = append(out, v)
		}
	}
	if len(out) == 0 && len(a) == len(b) {
		return a
	}
	return out
}

// isMade says whether a page is made of a catalogue, whose messages have
// examples of their own in each language. Its numbers are not compared.
func isMade(name string) bool {
	return name == "editing/problems.md" || name == "editing/figures.md"
}

// TestEveryPageHasItsCounterpart holds the starter's pages and their English
// versions side by side.
func TestEveryPageHasItsCounterpart(t *testing.T) {
	ja, en := editions(t, "../content")
	if len(ja) < 60 || len(en) < 60 {
		t.Errorf("got %d Japanese and %d English pages, want at least 60 of each", len(ja), len(en))
	}
	for name := range en {
		if _, ok := ja[name]; !ok {
			t.Errorf("%s has no Japanese page", en[name].page.Path)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(ja)) {
		other, ok := en[name]
		if !ok {
			t.Errorf("%s has no English page", name)
			continue
		}
		for _, difference := range outOfParity(ja[name], other) {
			if !isMade(name) || !strings.HasPrefix(difference, "numbers") {
				t.Errorf("%s: %s", name, difference)
			}
		}
	}
}

// TestBothNavsListTheSamePages holds that readers of both languages find the
// same pages, in the same order and depth.
func TestBothNavsListTheSamePages(t *testing.T) {
	entry := regexp.MustCompile(`(?m)^( *)- (?:\[.*\]\((.*)\)|.*)$`)
	listed := func(file string) (entries []string) {
		text, err := os.ReadFile("../content/pages/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range entry.FindAllStringSubmatch(string(text), -1) {
			entries = append(entries, m[1]+m[2])
		}
		return entries
	}
	if ja, en := listed("nav.md"), listed("nav.en.md"); !slices.Equal(ja, en) {
		t.Errorf("nav.md has %q, nav.en.md %q", beyond(ja, en), beyond(en, ja))
	}
}

// TestParityIsStrict changes one thing of a pair of pages at a time.
func TestParityIsStrict(t *testing.T) {
	const japanese = `# 頻度 {#top}

## 回数 {#often}

月に2回、45分から60分。[目的](a.md#x)

- はじめは10分
- おわりは5分

:::guideline[二人で]{#two metric=minutes min=30}
2026年4月6日から
:::
`
	const english = `# Cadence {#top}

## How often {#often}

Twice a month, 45 to 60 minutes. [Aims](a.md#x)

- First 10 minutes
- Last 5 minutes

:::guideline[The two of you]{#two metric=minutes min=30}
From 6 April 2026
:::
`
	tests := []struct{ old, new, want string }{
		{"", "", ""},
		{"45", "40", `numbers below often: ja ["45"], en ["40"]`},
		{"First 10 minutes\n- Last 5", "First 5 minutes\n- Last 10", `numbers below often: ja ["10"], en ["5"]`},
		{"Twice", "Three times", `numbers below often: ja ["2"], en ["3"]`},
		{"Twice a", "Once a", `numbers below often: ja ["2"], en []`},
		{"6 April", "6 May", `numbers below often: ja ["4"], en ["5"]`},
		{"60 minutes.", "60 minutes, for 2 years.", `numbers below often: ja [], en ["2"]`},
		{"a.md#x", "a.md#y", `links below often: ja ["a.md#x"], en ["a.md#y"]`},
		{"[Aims](a.md#x)", "Aims", `links below often: ja ["a.md#x"], en []`},
		{"{#often}", "{#frequency}", `headings: ja ["2 often"], en ["2 frequency"]`},
		{"## How", "### How", `headings: ja ["2 often"], en ["3 often"]`},
		{"min=30", "min=20", `guidelines: ja ["two minutes 30-"], en ["two minutes 20-"]`},
	}
	for _, test := range tests {
		folder := t.TempDir()
		sitetest.Write(t, folder, "-- site.yaml --\ntitle: x\nlanguages: [ja, en]\n-- pages/index.md --\n"+japanese+
			"-- pages/index.en.md --\n"+strings.Replace(english, test.old, test.new, 1))
		ja, en := editions(t, folder)
		got := strings.Join(outOfParity(ja["index.md"], en["index.md"]), "\n")
		if got != test.want && !strings.HasPrefix(got, test.want+"\n") {
			t.Errorf("%q for %q: got %s\nwant %s", test.new, test.old, got, test.want)
		}
	}
}
