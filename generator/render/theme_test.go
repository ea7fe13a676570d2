package render

import (
	"context"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kohort/generator/diag"
	"kohort/generator/handbook"
	"kohort/generator/markdown"
	"kohort/themes"
)

// wordCall finds a word that a layout asks for.
var wordCall = regexp.MustCompile(`\.T "(\w+)"`)

func layer(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func TestEveryLanguageOfTheDefaultThemeHasEveryWord(t *testing.T) {
	theme, problems := LoadTheme(themes.Default())
	noProblems(t, problems)
	for _, lang := range []string{"ja", "en"} {
		for _, id := range slices.Concat(markdown.WordIDs(), handbook.WordIDs(), usedWords(t)) {
			if got, ok := theme.words.fixed[lang][id]; !ok || got == "" {
				t.Errorf("word %q in %s: got %q, want some words", id, lang, got)
			}
		}
	}
}

// usedWords lists the words that the layouts of the default theme ask for.
func usedWords(t *testing.T) []string {
	t.Helper()
	files, problems := layered([]fs.FS{themes.Default()})
	noProblems(t, problems)
	var ids []string
	for _, text := range files {
		for _, m := range wordCall.FindAllStringSubmatch(text, -1) {
			ids = append(ids, m[1])
		}
	}
	if len(ids) < 20 {
		t.Fatalf("words used by the layouts: got %d, want the whole list", len(ids))
	}
	return ids
}

func TestWordsFallBack(t *testing.T) {
	theme, problems := LoadTheme(layer("i18n/fr.yaml", "next: Suivant\n", "i18n/en.yaml", "next: Onward\n"), themes.Default())
	if got := problemIDs(problems); !slices.Equal(got, []string{"theme-words-missing theme/i18n/fr.yaml"}) {
		t.Errorf("problems: got %v, want one about fr.yaml", got)
	}
	for _, c := range []struct{ lang, id, want string }{
		{"ja", "next", "次へ"},
		{"ja-JP", "next", "次へ"},
		{"en", "next", "Onward"},
		{"en", "prev", "Previous"},
		{"fr", "next", "Suivant"},
		{"fr", "prev", "Previous"},
		{"de", "next", "Onward"},
		{"ja", "no_such_word", "no_such_word"},
	} {
		if got := theme.Words(c.lang, c.id); got != c.want {
			t.Errorf("Words(%q, %q): got %q, want %q", c.lang, c.id, got, c.want)
		}
	}
}

func TestThemeProblems(t *testing.T) {
	for _, c := range []struct {
		name  string
		layer fstest.MapFS
		want  string
	}{
		{"a file outside the folders", layer("style.css", "p{}"), "theme-file-unknown theme/style.css"},
		{"a layout of another kind", layer("layouts/page.tmpl", ""), "theme-file-unknown theme/layouts/page.tmpl"},
		{"a template that does not parse", layer("layouts/page.html", "{{define \"main\"}}\n{{if}}{{end}}{{end}}"), "template-fails theme/layouts/page.html:2"},
		{"words that are no YAML", layer("i18n/ja.yaml", "next: 次へ\nprev: \"前へ\n"), "theme-words-syntax theme/i18n/ja.yaml:2:7"},
		{"a broken script", layer("assets/site.js", "function ("), "theme-asset-broken theme/assets/site.js"},
		{"a hidden file", layer("_draft.html", "", "layouts/.page.html.swp", ""), ""},
	} {
		_, problems := LoadTheme(c.layer, themes.Default())
		if got := strings.Join(problemIDs(problems), "; "); got != c.want {
			t.Errorf("%s: got problems %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAThemeWithoutItsLayoutsIsRefused(t *testing.T) {
	_, problems := LoadTheme(layer("layouts/page.html", `{{define "main"}}{{end}}`))
	got := problemIDs(problems)
	if !slices.Contains(got, "theme-file-missing theme/layouts/base.html") || slices.Contains(got, "theme-file-missing theme/layouts/page.html") {
		t.Errorf("problems: got %v, want base.html missing and page.html not", got)
	}
}

func TestALayerReplacesOneTemplate(t *testing.T) {
	in := testInput(t, "-- index.md --\n---\ntitle: ホーム\n---\n-- a.md --\n---\ntitle: 頻度\n---\n本文です。\n")
	theme, problems := LoadTheme(layer("layouts/page.html", `{{define "main"}}<article class="ours"><h1>{{.Title}}</h1>{{.Body}}</article>{{end}}`), themes.Default())
	noProblems(t, problems)
	in.Theme = theme
	files := renderSite(t, in)
	want := `<article class="ours"><h1>頻度</h1><p>本文です。</p>`
	if got := files["a.html"].Content; !strings.Contains(got, want) {
		t.Errorf("a.html with our own page.html: got\n%s\nwant it to hold %q", got, want)
	}
	if _, ok := files["404.html"]; !ok {
		t.Errorf("404.html of the default theme: got none")
	}
}

func TestATemplateThatFailsIsToldOnce(t *testing.T) {
	in := testInput(t, "-- index.md --\n---\ntitle: ホーム\n---\n本文\n-- a.md --\n本文\n-- b.md --\n本文\n")
	for _, c := range []struct{ name, file, text, want string }{
		{"an unknown field", "layouts/page.html", "{{define \"main\"}}\n  {{.Titel}}{{end}}", "template-fails theme/layouts/page.html:2:5"},
		{"an unsafe context", "layouts/page.html", "{{define \"main\"}}\n<a {{if .Draft}}href=\"{{end}}>{{end}}", "template-fails theme/layouts/page.html:2:9"},
		{"a broken part", "layouts/parts/nav.html", "{{.Nothing}}", "template-fails theme/layouts/parts/nav.html:1:3"},
	} {
		theme, problems := LoadTheme(layer(c.file, c.text), themes.Default())
		noProblems(t, problems)
		in.Theme = theme
		_, problems, err := Render(context.Background(), in)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := strings.Join(problemIDs(problems), "; "); got != c.want {
			t.Errorf("%s: got problems %q, want %q", c.name, got, c.want)
			for _, p := range problems {
				t.Log(p.Message(diag.English))
			}
		}
	}
}

func TestAccentCanBeRead(t *testing.T) {
	for _, c := range []struct{ accent, want string }{
		{"", ""},
		{"teal", ""},
		{"#12345", ""},
		{"#zzzzzz", ""},
		{"#245b78", ":root{--accent-light:#245b78;"},
	} {
		if got := accentCSS(c.accent); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("accentCSS(%q): got %q, want %q …", c.accent, got, c.want)
		}
	}
	for _, accent := range []string{"#ffff00", "#000000", "#ffffff", "#ff0000", "#00a0e9", "#e91e63", "#245b78"} {
		c, _ := parseColour(accent)
		for _, scheme := range []struct {
			ground, soft string
			target       colour
		}{{lightGround, lightSoft, colour{}}, {darkGround, darkSoft, colour{1, 1, 1}}} {
			ground, _ := parseColour(scheme.ground)
			soft, _ := parseColour(scheme.soft)
			shown := c.until(scheme.ground, scheme.soft, scheme.target)
			for _, on := range []colour{ground, soft, ground.mix(shown, tint)} {
				if got := contrast(shown, on); got < textContrast {
					t.Errorf("%s on %s: got contrast %.2f, want at least %.1f", accent, on, got, textContrast)
				}
			}
		}
	}
}

// unreadable is a theme one file of which cannot be read.
type unreadable struct{ fstest.MapFS }

func (unreadable) ReadFile(string) ([]byte, error) { return nil, fs.ErrPermission }

func TestAFileThatCannotBeReadIsTold(t *testing.T) {
	_, problems := LoadTheme(unreadable{layer("assets/extra.css", "p{}")}, themes.Default())
	want := []string{"theme-file-unreadable theme/assets/extra.css"}
	if got := problemIDs(problems); !slices.Equal(got, want) {
		t.Errorf("problems: got %v, want %v", got, want)
	}
}

func TestEachProblemHasATest(t *testing.T) {
	catalogue, err := os.ReadFile("../diag/catalogue_render.go")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	for _, name := range []string{"theme_test.go", "figure_test.go", "downloads_test.go", "images_test.go", "search_test.go"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(text)
	}
	for _, m := range regexp.MustCompile(`ID: +"([a-z-]+)"`).FindAllStringSubmatch(string(catalogue), -1) {
		if !strings.Contains(tests.String(), `"`+m[1]) {
			t.Errorf("problem %s: got no test that triggers it", m[1])
		}
	}
}

func TestFilesOfAFolderAreOneAsset(t *testing.T) {
	theme, problems := LoadTheme(
		layer("assets/style/20-text.css", "p{color:green}", "assets/style.css", "q{color:blue}"),
		layer("assets/style/10-ground.css", "b{color:red}", "assets/style/20-text.css", "p{color:black}", "assets/style-guide.css", "i{color:red}"),
		themes.Default())
	noProblems(t, problems)
	for _, a := range theme.assets {
		if a.name != "style.css" {
			continue
		}
		var at []int
		for _, want := range []string{"b{color:red}", "p{color:green}", "q{color:blue}"} {
			at = append(at, strings.Index(a.content, want))
		}
		if at[0] < 0 || !slices.IsSorted(at) || strings.Contains(a.content, "p{color:black}") || strings.Contains(a.content, "i{color:red}") {
			t.Errorf("style.css: got places %v, want the folder's files in order, the handbook's in place of the default's, and its own file last", at)
		}
		return
	}
	t.Error("no asset style.css")
}
