package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
)

// folder writes files into a new folder and opens it.
func folder(t testing.TB, files map[string]string) *os.Root {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return open(t, dir)
}

func open(t testing.TB, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func read(t testing.TB, root *os.Root) (Tree, []diag.Problem) {
	t.Helper()
	tree, problems, err := Read(root)
	if err != nil {
		t.Fatal(err)
	}
	return tree, problems
}

func paths(pages []Page) []string {
	var out []string
	for _, p := range pages {
		out = append(out, p.Path)
	}
	return out
}

func withFiles(problems []diag.Problem) []string {
	var out []string
	for i, s := range short(problems) {
		out = append(out, problems[i].Pos.File+":"+s)
	}
	return out
}

func TestReadSortsPagesNavsPartsAndAssets(t *testing.T) {
	decomposed := norm.NFD.String("ガイド")
	root := folder(t, map[string]string{
		"site.yaml":                      "title: 手引き\nlanguages: [ja, en]\n",
		"pages/index.md":                 "# ようこそ\n",
		"pages/README.md":                "# 説明\n",
		"pages/nav.md":                   "- [目的](index.md)\n",
		"pages/nav.en.md":                "- [Purpose](index.md)\n",
		"pages/guide/nav.md":             "# page\n",
		"pages/" + decomposed + ".en.md": "# Guide\n",
		"pages/_shared/contact.md":       "連絡先\n",
		"pages/_shared/photo.png":        "PNG",
		"pages/guide/_note.md":           "注\n",
		"pages/guide/Photo.JPG":          "JPEG",
		"pages/.git/config.md":           "no",
		"pages/.hidden.md":               "no",
		"pages/~$plan.docx":              "no",
		"pages/guide/Thumbs.db":          "no",
		"pages/images/logo.svg":          `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>`,
		"cohorts/2025-spring/x.md":       "no",
	})
	tree, problems := read(t, root)
	if len(problems) > 0 {
		t.Errorf("problems: %v", withFiles(problems))
	}
	var assets []string
	for _, a := range tree.Assets {
		assets = append(assets, a.Path+" "+fmt.Sprint(len(a.Data)))
	}
	for _, c := range []struct {
		what      string
		got, want []string
	}{
		{"pages", paths(tree.Pages), []string{"README.md", "guide/nav.md", "index.md", norm.NFC.String("ガイド") + ".en.md"}},
		{"navs", paths(tree.Navs), []string{"nav.en.md", "nav.md"}},
		{"parts", paths(tree.Parts), []string{"_shared/contact.md", "guide/_note.md"}},
		{"assets", assets, []string{"guide/Photo.JPG 4", "images/logo.svg 62"}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: want(-) got(+):\n%s", c.what, diff)
		}
	}
}

func TestReadLeavesOutPagesInOtherLanguages(t *testing.T) {
	root := folder(t, map[string]string{
		"site.yaml":                "title: 手引き\nlanguages: [ja, zh-Hant]\nsearch_tests:\n  目的: guide.md\n  purpose: guide.en.md\n",
		"pages/guide.md":           "# 手引き\n",
		"pages/guide.EN.md":        "---\nnot: closed\n",
		"pages/guide.it.md":        "# for IT, or in Italian\n",
		"pages/guide.ZH-hant.md":   "# 手冊\n",
		"pages/guide.v2.md":        "# no language\n",
		"pages/alone.en.md":        "# only in English\n",
		"pages/photo.en.png":       "PNG",
		"pages/nav.md":             "- [手引き](guide.md)\n",
		"pages/nav.en.md":          "- [Guide](guide.md)\n",
		"pages/_shared/note.md":    "注\n",
		"pages/_shared/note.en.md": "Note\n",
	})
	tree, problems := read(t, root)
	if diff := cmp.Diff([]string{"site.yaml:2:1 language-unlisted en ja, zh-Hant 3"}, withFiles(problems)); diff != "" {
		t.Errorf("problems: want(-) got(+):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"guide.ZH-hant.md", "guide.it.md", "guide.md", "guide.v2.md"}, paths(tree.Pages)); diff != "" {
		t.Errorf("pages: want(-) got(+):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"nav.md"}, paths(tree.Navs)); diff != "" {
		t.Errorf("navs: want(-) got(+):\n%s", diff)
	}
	if tests := tree.Config.SearchTests; len(tests) != 1 || tests[0].Query != "目的" {
		t.Errorf("search tests %v, want the one of a page that is left", tests)
	}
}

// TestReadTellsLanguagesThatChangedPlaces holds that one line of site.yaml is
// told once, not each page.
func TestReadTellsLanguagesThatChangedPlaces(t *testing.T) {
	files := map[string]string{"site.yaml": "title: Handbook\nlanguages: [en, ja]\n"}
	for _, name := range []string{"a", "b", "c", "d"} {
		files["pages/"+name+".md"], files["pages/"+name+".en.md"] = "# 手引き\n", "# Guide\n"
	}
	_, problems := read(t, folder(t, files))
	if diff := cmp.Diff([]string{"site.yaml:2:1 language-twice en 4"}, withFiles(problems)); diff != "" {
		t.Errorf("problems: want(-) got(+):\n%s", diff)
	}
}

func TestReadReportsFilesThatCannotBePublished(t *testing.T) {
	root := folder(t, map[string]string{
		"site.yaml":            "title: 手引き\ntheme: {logo: images/Logo.svg}\n",
		"pages/aux.md":         "x",
		"pages/con/index.md":   "x",
		"pages/what?.png":      "x",
		"pages/end.":           "x",
		"pages/Guide.MD":       "x",
		"pages/tool.exe":       "x",
		"pages/LICENSE":        "x",
		"pages/page.html":      "x",
		"pages/bad.svg":        "<svg>\n<script>alert(1)</script></svg>",
		"pages/open.md":        "---\ndraft: true\n",
		"pages/lpt1/COM¹.txt":  "x",
		"pages/fine/aux-1.png": "x",
	})
	_, problems := read(t, root)
	want := []string{
		"pages/Guide.MD:0:0 page-extension",
		"pages/LICENSE:0:0 asset-type LICENSE",
		"pages/aux.md:0:0 file-name aux",
		"pages/bad.svg:2:9 svg-unsafe <script>",
		"pages/con:0:0 file-name con",
		"pages/end.:0:0 asset-type .",
		"pages/lpt1:0:0 file-name lpt1",
		"pages/lpt1/COM¹.txt:0:0 file-name COM¹",
		"pages/open.md:1:1 front-not-closed ---",
		"pages/page.html:0:0 asset-type .html",
		"pages/tool.exe:0:0 asset-type .exe",
		"pages/what?.png:0:0 file-name ?",
		"site.yaml:2:9 site-logo-missing images/Logo.svg",
	}
	if diff := cmp.Diff(want, withFiles(problems)); diff != "" {
		t.Errorf("want(-) got(+):\n%s", diff)
	}
}

func TestReadFollowsSymlinksThatStayInside(t *testing.T) {
	root := folder(t, map[string]string{
		"site.yaml":        "title: 手引き\n",
		"secret.md":        "外",
		"pages/a/index.md": "# 甲\n",
	})
	for link, target := range map[string]string{
		"pages/b":          "a",
		"pages/a/again.md": "index.md",
		"pages/out.md":     "../secret.md",
		"pages/outdir":     "../",
		"pages/gone.md":    "nowhere.md",
		"pages/a/loop":     "../a",
		"pages/self.md":    "self.md",
	} {
		if err := os.Symlink(target, filepath.Join(root.Name(), link)); err != nil {
			t.Skipf("no symlinks here: %v", err)
		}
	}
	tree, problems := read(t, root)
	if diff := cmp.Diff([]string{"a/again.md", "a/index.md", "b/again.md", "b/index.md"}, paths(tree.Pages)); diff != "" {
		t.Errorf("pages: want(-) got(+):\n%s", diff)
	}
	want := []string{
		"pages/a/loop:0:0 symlink-loop",
		"pages/b/loop:0:0 symlink-loop",
		"pages/gone.md:0:0 symlink-broken",
		"pages/out.md:0:0 symlink-outside",
		"pages/outdir:0:0 symlink-outside",
		"pages/self.md:0:0 symlink-loop",
	}
	if diff := cmp.Diff(want, withFiles(problems)); diff != "" {
		t.Errorf("want(-) got(+):\n%s", diff)
	}
}

func TestReadWithoutSiteOrPages(t *testing.T) {
	empty := folder(t, nil)
	_, problems := read(t, empty)
	want := []string{"pages:0:0 pages-missing", "site.yaml:0:0 site-missing"}
	if diff := cmp.Diff(want, withFiles(diag.Sort(problems))); diff != "" {
		t.Errorf("empty folder: want(-) got(+):\n%s", diff)
	}
	outside := folder(t, map[string]string{"site.yaml": "title: 手引き\n"})
	if err := os.Symlink(empty.Name(), filepath.Join(outside.Name(), "pages")); err != nil {
		t.Skipf("no symlinks here: %v", err)
	}
	_, problems = read(t, outside)
	if diff := cmp.Diff([]string{"pages:0:0 symlink-outside"}, withFiles(problems)); diff != "" {
		t.Errorf("pages is a link: want(-) got(+):\n%s", diff)
	}
}

func TestRefusedByWindows(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"guide.md", ""}, {"面談の進め方.md", ""}, {"console.md", ""}, {"com10.md", ""}, {"auxiliary", ""}, {"a.b", ""},
		{"NUL", "NUL"}, {"aux.en.md", "aux"}, {"Com3.txt", "Com3"}, {"prn .md", "prn "}, {"conin$", "conin$"},
		{"a:b.md", ":"}, {"a\\b", "\\"}, {"tab\t.md", "U+0009"}, {"dot.", `…"."`}, {"space ", `…" "`}, {"bad\xff", "\ufffd"},
	} {
		if got := refusedBy(c.name); got != c.want {
			t.Errorf("refusedBy(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	files := map[string]string{"site.yaml": "title: 手引き\n"}
	body := "---\ntitle: 面談の進め方\ntags: [面談, 準備]\nupdated: 2026-04-01\n---\n" + strings.Repeat("月に二回、三十分ずつ話します。\n\n", 130)
	for i := range 10_000 {
		files[fmt.Sprintf("pages/s%02d/p%05d.md", i%100, i)] = body
	}
	root := folder(b, files)
	for b.Loop() {
		if tree, _ := read(b, root); len(tree.Pages) != 10_000 {
			b.Fatalf("pages: got %d, want 10000", len(tree.Pages))
		}
	}
}
