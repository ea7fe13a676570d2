package output

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/audit"
	"kohort/generator/diag"
)

// site is the files of a site by their path.
type site map[string]string

func (s site) files() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		var names []string
		for name := range s {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			if !yield(name, s[name]) {
				return
			}
		}
	}
}

func noExchange(a, b string) error { return errors.ErrUnsupported }

// ways are the two ways to put a site in place.
var ways = map[string]func(a, b string) error{"exchange": exchange, "journal": noExchange}

func write(t *testing.T, w writer, dir string, s site, opts Options) (Summary, []diag.Problem) {
	t.Helper()
	sum, problems, err := w.write(context.Background(), dir, s.files(), opts)
	if err != nil {
		t.Fatal(err)
	}
	return sum, problems
}

// tree reads a folder whole, empty folders with it, the manifest left out.
func tree(t *testing.T, dir string) site {
	t.Helper()
	found := site{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || name == dir || d.Name() == manifestName {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if d.IsDir() {
			if children, _ := os.ReadDir(name); len(children) == 0 {
				found[filepath.ToSlash(rel)+"/"] = ""
			}
			return err
		}
		data, err := os.ReadFile(name)
		found[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// beside lists what lies in the folder above dir.
func beside(t *testing.T, dir string) []string {
	t.Helper()
	children, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range children {
		names = append(names, c.Name())
	}
	return names
}

var (
	oldSite = site{
		"index.html": "旧ホーム", "guide": "a file", "faq/index.html": "旧FAQ", "faq/a/b/c.html": "旧",
		"assets/style.css": "old", "same.txt": "同じ", "up/x.html": "旧",
	}
	newSite = site{
		"index.html": "新ホーム", "guide/index.html": "新ガイド", "faq/index.html": "新FAQ",
		"assets/style.css": "new", "assets/app.js": "new", "same.txt": "同じ", "up": "now a file", "en/index.html": "Home",
	}
)

func TestWriteReplacesTheSite(t *testing.T) {
	for name, swap := range ways {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "deep", "public")
			w := writer{exchange: swap}
			sum, _ := write(t, w, dir, oldSite, Options{})
			if want := (Summary{Files: 7, Bytes: 39, Changed: 7}); sum != want {
				t.Errorf("first: got %+v, want %+v", sum, want)
			}
			if diff := cmp.Diff(oldSite, tree(t, dir)); diff != "" {
				t.Errorf("first: want(-) got(+):\n%s", diff)
			}
			sum, _ = write(t, w, dir, newSite, Options{})
			if want := (Summary{Files: 8, Bytes: 56, Changed: 7, Removed: 3}); sum != want {
				t.Errorf("second: got %+v, want %+v", sum, want)
			}
			if diff := cmp.Diff(newSite, tree(t, dir)); diff != "" {
				t.Errorf("second: want(-) got(+):\n%s", diff)
			}
			if sum, _ = write(t, w, dir, newSite, Options{}); sum.Changed != 0 || sum.Removed != 0 {
				t.Errorf("the same again: got %+v, want nothing changed", sum)
			}
			if got := beside(t, dir); !slices.Equal(got, []string{"public"}) {
				t.Errorf("left beside the output: %v", got)
			}
		})
	}
}

func TestWriteFillsAnEmptyFolderAndKeepsItsMode(t *testing.T) {
	for name, swap := range ways {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			if err := os.Mkdir(dir, 0o750); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, ".DS_Store"), nil, 0o666); err != nil {
				t.Fatal(err)
			}
			_, problems := write(t, writer{exchange: swap}, dir, oldSite, Options{})
			info, err := os.Stat(dir)
			if err != nil || len(problems) > 0 {
				t.Fatal(err, problems)
			}
			if got := info.Mode().Perm(); got != 0o750 {
				t.Errorf("mode: got %o, want 750", got)
			}
		})
	}
}

func TestWriteRefusesWhatItDidNotWrite(t *testing.T) {
	other := filepath.Join(t.TempDir(), "photos")
	put(t, filepath.Join(other, "旅行.jpg"))
	ours := filepath.Join(t.TempDir(), "public")
	write(t, writer{exchange: exchange}, ours, oldSite, Options{})
	for i := range 12 {
		put(t, filepath.Join(ours, "faq", fmt.Sprintf("own-%02d.txt", i)))
	}
	put(t, filepath.Join(ours, "Thumbs.db"))
	put(t, filepath.Join(ours, "FAQ", "index.html")) // where letter case counts, not faq/index.html
	file := filepath.Join(t.TempDir(), "public")
	put(t, file)
	for _, c := range []struct {
		dir  string
		id   diag.ID
		says string
	}{
		{other, "output-foreign-folder", "photos"},
		{ours, "output-foreign-file", "13 files that Kohort did not write: FAQ/index.html, faq/own-00.txt, faq/own-01.txt, faq/own-02.txt, faq/own-03.txt, faq/own-04.txt, faq/own-05.txt, faq/own-06.txt, faq/own-07.txt, faq/own-08.txt, …"},
		{file, "output-not-folder", "public"},
	} {
		before := beside(t, c.dir)
		_, problems := write(t, writer{exchange: exchange}, c.dir, newSite, Options{})
		if len(problems) != 1 || problems[0].ID != c.id || !strings.Contains(problems[0].Message(diag.English), c.says) {
			t.Errorf("%s: got %v, want one %s that says %q", c.dir, problems, c.id, c.says)
		}
		if after := beside(t, c.dir); !slices.Equal(before, after) {
			t.Errorf("%s: beside it: got %v, want %v", c.dir, after, before)
		}
	}
	if _, err := os.Stat(filepath.Join(ours, "faq", "own-11.txt")); err != nil {
		t.Errorf("a file of someone else is gone: %v", err)
	}
}

func put(t *testing.T, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestWriteKeepsAwayFromTheHandbook(t *testing.T) {
	handbook := filepath.Join(t.TempDir(), "handbook")
	pages := filepath.Join(handbook, "pages")
	put(t, filepath.Join(pages, "index.md"))
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(handbook, link); err != nil {
		t.Skipf("no symlinks here: %v", err)
	}
	opts := Options{Keep: []string{handbook}, Closed: []string{pages, filepath.Join(handbook, "cohorts")}}
	for _, c := range []struct {
		dir  string
		want diag.ID
	}{
		{handbook, "output-over-source"},
		{filepath.Dir(handbook), "output-over-source"},
		{link, "output-over-source"},
		{pages, "output-in-source"},
		{filepath.Join(pages, "new", "public"), "output-in-source"},
		{filepath.Join(link, "pages", "public"), "output-in-source"},
		{filepath.Join(handbook, "public"), ""},
	} {
		_, problems := write(t, writer{exchange: exchange}, c.dir, newSite, opts)
		var got diag.ID
		if len(problems) > 0 {
			got = problems[0].ID
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.dir, got, c.want)
		}
	}
}

func TestSecondRunAtOnceIsToldToWait(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var once bool
	var inner []diag.Problem
	w := writer{exchange: func(a, b string) error {
		if !once {
			once = true
			_, inner = write(t, writer{exchange: exchange}, dir, oldSite, Options{})
		}
		return exchange(a, b)
	}}
	write(t, w, dir, oldSite, Options{})
	write(t, w, dir, newSite, Options{})
	if len(inner) != 1 || inner[0].ID != "output-busy" {
		t.Errorf("the second run: got %v, want output-busy", inner)
	}
	if diff := cmp.Diff(newSite, tree(t, dir)); diff != "" {
		t.Errorf("want(-) got(+):\n%s", diff)
	}
}

func TestFailedAndCancelledRunsLeaveTheOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	w := writer{exchange: exchange}
	write(t, w, dir, oldSite, Options{})
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		name string
		ctx  context.Context
		site site
	}{
		{"cancelled", cancelled, newSite},
		{"a path out of the site", context.Background(), site{"../x": ""}},
		{"the manifest's name", context.Background(), site{manifestName: ""}},
		{"a file that is also a folder", context.Background(), site{"a": "", "a/b": ""}},
		{"nothing", context.Background(), site{}},
	} {
		if _, _, err := w.write(c.ctx, dir, c.site.files(), Options{}); err == nil {
			t.Errorf("%s: no error", c.name)
		}
		if diff := cmp.Diff(oldSite, tree(t, dir)); diff != "" {
			t.Errorf("%s: want(-) got(+):\n%s", c.name, diff)
		}
		if got := beside(t, dir); !slices.Equal(got, []string{"public"}) {
			t.Errorf("%s: left beside the output: %v", c.name, got)
		}
	}
	if _, _, err := Write(context.Background(), dir, audit.Cleared{}, Options{}); err == nil {
		t.Error("an empty Cleared: no error")
	}
}

func TestWriteWhereTheFolderAboveIsClosed(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := filepath.Join(t.TempDir(), "www", "public")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(dir), 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Dir(dir), 0o755)
	w := writer{exchange: exchange}
	write(t, w, dir, oldSite, Options{})
	write(t, w, dir, newSite, Options{})
	if diff := cmp.Diff(newSite, tree(t, dir)); diff != "" {
		t.Errorf("want(-) got(+):\n%s", diff)
	}
}

func TestMoveAcrossVolumesCopies(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "staged"), filepath.Join(dir, "index.html")
	put(t, from)
	put(t, to+copyingSuffix) // of a run that was killed
	if err := (writer{}).copyOver(from, to); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(site{"index.html": "mine"}, tree(t, dir)); diff != "" {
		t.Errorf("want(-) got(+):\n%s", diff)
	}
}

// TestOtherChain replaces a site only where all releases that it shows are here.
func TestOtherChain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	w := writer{exchange: exchange}
	write(t, w, dir, site{"index.html": "1"}, Options{Head: []string{"b"}, Chain: []string{"a", "b"}})
	_, problems := write(t, w, dir, site{"index.html": "2"}, Options{Head: []string{"c"}, Chain: []string{"a", "c"}})
	if len(problems) != 1 || problems[0].ID != "output-other-chain" || tree(t, dir)["index.html"] != "1" {
		t.Errorf("another chain: problems %v, want output-other-chain and the old site", problems)
	}
	_, problems = write(t, w, dir, site{"index.html": "3"}, Options{Head: []string{"c"}, Chain: []string{"a", "b", "c"}})
	if len(problems) != 0 || tree(t, dir)["index.html"] != "3" {
		t.Errorf("a longer chain: problems %v, want the new site", problems)
	}
}
