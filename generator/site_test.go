package generator_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kohort/generator/internal/sitetest"
)

// update rewrites what the tests expect by what they get: go test ./generator -update
var update = flag.Bool("update", false, "rewrite golden files")

// TestProblems builds each handbook of testdata/problems. The comment of an
// archive is what the terminal shows of it, whole.
func TestProblems(t *testing.T) {
	names, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no archive: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			site := sitetest.Build(t, string(data))
			want := string(txtar.Parse(data).Comment)
			got := site.Text()
			if *update {
				rest := data[len(want):]
				if err := os.WriteFile(name, append([]byte(got), rest...), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

// TestPlainFolderBuilds is the handbook that a company keeps on a git host:
// README.md as index pages, relative links, no front matter, and a site.yaml
// of two lines. Its broken links warn and stop nothing.
func TestPlainFolderBuilds(t *testing.T) {
	site := sitetest.Build(t, plainFolder(185))
	if !site.Summary.Written {
		t.Fatalf("not built:\n%s", site.Text())
	}
	if site.Summary.Pages != 185 {
		t.Errorf("got %d pages, want 185", site.Summary.Pages)
	}
	broken := 0
	for _, id := range site.IDs() {
		switch id {
		case "link-no-page", "link-no-fragment":
			broken++
		default:
			t.Errorf("unexpected problem %s", id)
		}
	}
	if broken != 2 {
		t.Errorf("got %d broken links, want 2:\n%s", broken, site.Text())
	}
	for _, name := range []string{"index.html", "team-01/index.html", "team-03/topic-04.html"} {
		if _, ok := site.Files[name]; !ok {
			t.Errorf("%s is missing", name)
		}
	}
}

// plainFolder is a txtar of n Markdown pages in ten folders.
func plainFolder(n int) string {
	var b strings.Builder
	b.WriteString("-- site.yaml --\ntitle: Company handbook\nlanguages: [en]\n-- pages/README.md --\n# Company handbook\n\nStart with [team 1](team-01/README.md) or [its folder](team-01/).\n")
	for i := range n - 1 {
		team, topic := i%10, i/10
		name := fmt.Sprintf("topic-%02d.md", topic)
		if topic == 0 {
			name = "README.md"
		}
		fmt.Fprintf(&b, "-- pages/team-%02d/%s --\n# Team %d, topic %d\n\nBack to [the team](README.md) and [the top](../README.md#company-handbook).\n\n## How we work\n\n* first\n* second\n\n", team, name, team, topic)
		switch i {
		case 50:
			b.WriteString("See [what was moved](moved.md).\n")
		case 60:
			b.WriteString("See [the list](README.md#lists).\n")
		}
	}
	return b.String()
}

// TestSymlinkOutOfPagesIsRefused cannot be an archive: txtar has no links.
func TestSymlinkOutOfPagesIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("making a symlink needs a privilege there")
	}
	folder := filepath.Join(t.TempDir(), "handbook")
	sitetest.Write(t, folder, "-- pages/index.md --\n# 手引き\n\n本文\n-- secret.md --\n# 秘密\n\n合言葉\n")
	if err := os.Symlink("../secret.md", filepath.Join(folder, "pages", "open.md")); err != nil {
		t.Fatal(err)
	}
	site := sitetest.BuildFolder(t, folder)
	if site.Summary.Written || !strings.Contains(site.Text(), "pages/open.md") || strings.Contains(site.Text(), "合言葉") {
		t.Errorf("got:\n%s", site.Text())
	}
}
