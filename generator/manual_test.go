package generator_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kohort/generator/diag"
)

// TestManualHasAnEntryForEveryProblem holds that the starter's page of
// problems is the catalogue, in both languages. -update writes it anew.
func TestManualHasAnEntryForEveryProblem(t *testing.T) {
	requireManual(t, "problems", manual)
}

// requireManual holds that a page of the manual, NAME.md and NAME.en.md, reads
// as it is made of the catalogue.
func requireManual(t *testing.T, name string, made func(diag.Lang) string) {
	t.Helper()
	for lang, ending := range map[diag.Lang]string{diag.Japanese: ".md", diag.English: ".en.md"} {
		file := filepath.Join("..", "content", "pages", "editing", name+ending)
		want := made(lang)
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is not the catalogue: run go test ./generator -run Manual -update", file)
		}
	}
}

// manualWords are the page's own words.
var manualWords = map[diag.Lang]struct{ title, description, intro, stops, warns, why, fix string }{
	diag.Japanese: {"問題と直し方", "Kohort が知らせる問題の一覧と、それぞれの直し方です。",
		"`kohort check` などのメッセージの末尾にある [ ] の中の名前で、このページを検索してください。「エラー」があるとサイトは作られません。「警告」だけならサイトは作られますが、`--strict` を付けると止まります。",
		"エラー", "警告", "理由", "直し方"},
	diag.English: {"Problems and how to fix them", "Every problem that Kohort reports, and what to do about each one.",
		"Each message of `kohort check` and the other commands ends with a name in square brackets. Search this page for that name. An error stops the site from being written; a warning does so only with `--strict`.",
		"Error", "Warning", "Why", "What to do"},
}

// manual is the page of problems in one language.
func manual(lang diag.Lang) string {
	w := manualWords[lang]
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\ndescription: %s\n---\n\n%s\n", w.title, w.description, w.intro)
	for i, section := range diag.Sections() {
		fmt.Fprintf(&b, "\n## %s {#stage-%d}\n", in(section.Title, lang), i+1)
		for _, d := range section.Defs {
			severity := w.stops
			if d.Severity == diag.Warning {
				severity = w.warns
			}
			fmt.Fprintf(&b, "\n### %s {#%s}\n\n%s: %s\n", d.ID, d.ID, severity, plain(in(d.What, lang)))
			if why := in(d.Why, lang); why != "" {
				fmt.Fprintf(&b, "\n%s: %s\n", w.why, plain(why))
			}
			fmt.Fprintf(&b, "\n%s: %s\n", w.fix, plain(in(d.Fix, lang)))
		}
	}
	return b.String()
}

func in(t diag.Text, lang diag.Lang) string {
	if lang == diag.Japanese {
		return t.JA
	}
	return t.EN
}

var (
	slot    = regexp.MustCompile(`\{[a-z]+\}`)
	counted = regexp.MustCompile(`\{[^{}|]+\|([^{}|]+)\}`) // {row|rows}: the plural
	special = regexp.MustCompile("[\\\\`*_<>\\[\\]#|:~&]")
)

// plain writes a message's text so that Markdown shows it as it stands, with
// … for what differs from case to case.
func plain(s string) string {
	return special.ReplaceAllString(slot.ReplaceAllString(counted.ReplaceAllString(s, "$1"), "…"), `\$0`)
}

// TestEveryProblemIsTriggered holds that some test or its data names each
// problem's id, apart from the catalogue itself.
func TestEveryProblemIsTriggered(t *testing.T) {
	var text strings.Builder
	for _, top := range []string{".", "../cmd", "../themes"} {
		err := filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, "_test.go") && !strings.Contains(filepath.ToSlash(name), "testdata/") {
				return err
			}
			data, err := os.ReadFile(name)
			text.Write(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	named := make(map[string]bool)
	for _, word := range regexp.MustCompile(`[a-z0-9-]+`).FindAllString(text.String(), -1) {
		named[word] = true
	}
	for _, section := range diag.Sections() {
		for _, d := range section.Defs {
			if !named[string(d.ID)] {
				t.Errorf("no test names the problem %s", d.ID)
			}
		}
	}
}
