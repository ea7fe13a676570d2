package markdown

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"kohort/generator/source"
)

var update = flag.Bool("update", false, "write what comes out into testdata")

// TestGolden runs the archives in testdata. NAME.md is a case, NAME.html what
// it becomes, with slots between ⟦ and ⟧, NAME.problems what is reported. A
// file in a folder may be included. A case whose name begins with faq has that
// layout; one that ends in .ja is in Japanese.
func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives in testdata", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := &txtar.Archive{Comment: archive.Comment, Files: runCases(archive)}
			if *update {
				if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			compareArchives(t, archive, got)
		})
	}
}

// runCases converts the cases of an archive and gives the archive's files as
// they should be.
func runCases(archive *txtar.Archive) []txtar.File {
	pages := map[string]source.Page{}
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, ".md") {
			pages[f.Name] = source.Page{Path: f.Name, Body: string(f.Data), Line: 1}
		}
	}
	c := New(Options{Words: words, Include: func(path string) (source.Page, bool) { p, ok := pages[path]; return p, ok }})
	var out []txtar.File
	for _, f := range archive.Files {
		stem, isPage := strings.CutSuffix(f.Name, ".md")
		if !isPage {
			continue
		}
		out = append(out, f)
		if strings.Contains(stem, "/") {
			continue
		}
		p := pages[f.Name]
		if strings.HasPrefix(stem, "faq") {
			p.Front.Layout = source.LayoutFAQ
		}
		lang := "en"
		if strings.HasSuffix(stem, ".ja") {
			lang = "ja"
		}
		doc, problems := c.Convert(p, lang)
		out = append(out, txtar.File{Name: stem + ".html", Data: line(show(doc.Parts))})
		if len(problems) > 0 {
			out = append(out, txtar.File{Name: stem + ".problems", Data: []byte(showProblems(problems))})
		}
	}
	return out
}

func line(s string) []byte {
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return []byte(s)
}

func compareArchives(t *testing.T, want, got *txtar.Archive) {
	t.Helper()
	wanted := map[string]string{}
	for _, f := range want.Files {
		wanted[f.Name] = string(f.Data)
	}
	input := ""
	for _, f := range got.Files {
		if strings.HasSuffix(f.Name, ".md") {
			input = string(f.Data)
		}
		if diff := cmp.Diff(wanted[f.Name], string(f.Data)); diff != "" {
			t.Errorf("%s\ninput:\n%s\n(-want +got)\n%s", f.Name, input, diff)
		}
		delete(wanted, f.Name)
	}
	for name, data := range wanted {
		t.Errorf("%s: wanted, but nothing came out:\n%s", name, data)
	}
}
