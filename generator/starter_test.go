package generator_test

import (
	"encoding/csv"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"kohort/content"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/generatortest"
	"kohort/generator/internal/sitetest"
)

// copyOfStarter is a new handbook made from the starter, released under its
// own key.
func copyOfStarter(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "handbook")
	if err := generatortest.New(folder); err != nil {
		t.Fatal(err)
	}
	return folder
}

// builtStarter is the site of the starter, built once for all tests that read
// it and change nothing. It stands in memory alone; placed writes it.
func builtStarter(t *testing.T) sitetest.Site {
	t.Helper()
	starterSite.Do(func() {
		starterSite.Site = sitetest.BuildFolder(t, "../content")
		starterSite.Output = "" // gone with this test
	})
	if !starterSite.Summary.Written {
		t.Fatalf("the starter does not build:\n%s", starterSite.Text())
	}
	return starterSite.Site
}

var starterSite struct {
	sync.Once
	sitetest.Site
}

// placed writes a site's files to a folder of the test.
func placed(t *testing.T, site sitetest.Site) sitetest.Site {
	t.Helper()
	site.Output = filepath.Join(t.TempDir(), "public")
	for name, text := range site.Files {
		writeFile(t, filepath.Join(site.Output, filepath.FromSlash(name)), text)
	}
	return site
}

// figuresOfStarter is a copy of the starter of which only the figures and the
// pictures are left: its reports are generated, and one page stands beside them.
func figuresOfStarter(t *testing.T) string {
	t.Helper()
	folder := copyOfStarter(t)
	pictures := sitetest.Files(t, filepath.Join(folder, "pages", "images"))
	if err := os.RemoveAll(filepath.Join(folder, "pages")); err != nil {
		t.Fatal(err)
	}
	for name, text := range pictures {
		writeFile(t, filepath.Join(folder, "pages", "images", name), text)
	}
	writeFile(t, filepath.Join(folder, "pages", "index.md"), "# 手引き\n\n::figure{id=participation.enrolled by=department kind=bar cohort=2025-spring}\n")
	writeFile(t, filepath.Join(folder, "site.yaml"), "title: {ja: 手引き, en: Handbook}\nlanguages: [ja, en]\n")
	return folder
}

// people reads the starter's rosters: what must stand nowhere. The second
// cohort's workbook is made of a canonical table.
func people(t *testing.T) []map[string]string {
	t.Helper()
	var out []map[string]string
	for _, name := range []string{"../content/cohorts/2024-autumn/participants.csv", "disclosure/testdata/canonical/participants.csv"} {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		header := rows[0]
		header[0] = strings.TrimPrefix(header[0], "\ufeff")
		for _, row := range rows[1:] {
			person := make(map[string]string)
			for i, column := range header {
				person[column] = row[i]
			}
			out = append(out, person)
		}
	}
	return out
}

func TestStarterBuildsInBothLanguages(t *testing.T) {
	site := builtStarter(t)
	if len(site.Problems) > 0 {
		t.Fatalf("the starter has problems:\n%s", site.Text())
	}
	counts := map[bool]int{}
	for name, text := range site.Files {
		if !strings.HasSuffix(name, ".html") || name == "404.html" {
			continue
		}
		english := strings.HasPrefix(name, "en/")
		counts[english]++
		want := map[bool]string{true: `lang="en"`, false: `lang="ja"`}[english]
		if head, _, _ := strings.Cut(text, "<head"); !strings.Contains(head, want) {
			t.Errorf("%s: the root element has no %s", name, want)
		}
	}
	if counts[false] < 14 || counts[true] != counts[false] {
		t.Errorf("got %d Japanese and %d English pages, want at least 14 and as many", counts[false], counts[true])
	}
}

func TestNoParticipantStandsInTheOutput(t *testing.T) {
	site := builtStarter(t)
	searched := 0
	for _, person := range people(t) {
		forms := []string{person["id"], person["email"], person["name"], strings.ReplaceAll(person["name"], " ", ""), person["kana"], strings.ReplaceAll(person["kana"], " ", "")}
		for _, form := range forms {
			if form == "" {
				continue
			}
			searched++
			for name, text := range site.Files {
				if strings.Contains(text, form) || strings.Contains(name, form) {
					t.Errorf("%s holds a participant's name, kana, e-mail or id", name)
				}
			}
		}
	}
	if searched < 64*4 {
		t.Errorf("searched for %d forms only", searched)
	}
}

func TestANameStopsTheBuild(t *testing.T) {
	person := people(t)[0]
	name := strings.ReplaceAll(person["name"], " ", "")
	cases := []struct{ what, file, content string }{
		{"text", "pages/guidelines/purpose.md", "---\ntitle: 目的\n---\n\nひとつめ\n\n" + name + "さんの例では\n"},
		{"text parted by markup", "pages/guidelines/purpose.md", "---\ntitle: 目的\n---\n\n" + name[:len("佐")] + "**" + name[len("佐"):] + "**\n"},
		{"kana in another width", "pages/guidelines/purpose.md", "---\ntitle: 目的\n---\n\n" + person["kana"] + "\n"},
		{"title", "pages/guidelines/purpose.md", "---\ntitle: " + name + "\n---\n\n本文\n"},
		{"e-mail in a link", "pages/guidelines/purpose.md", "---\ntitle: 目的\n---\n\n[窓口](mailto:" + person["email"] + ")\n"},
		{"alt text", "pages/guidelines/purpose.md", "---\ntitle: 目的\n---\n\n![" + name + "](../images/" + firstImage(t) + ")\n"},
		{"caption of a figure", "pages/guidelines/purpose.md", "---\ntitle: 目的\n---\n\n::figure{id=participation.enrolled cohort=2025-spring caption=\"" + name + "\"}\n"},
		{"id between boundaries", "pages/guidelines/purpose.md", "---\ntitle: 目的\n---\n\n社員番号 " + person["id"] + " の人\n"},
		{"download", "pages/list.csv", "氏名\n" + person["name"] + "\n"},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			folder := figuresOfStarter(t)
			writeFile(t, filepath.Join(folder, filepath.FromSlash(c.file)), c.content)
			requireTripwire(t, sitetest.BuildFolder(t, folder), person, c.file)
		})
	}
	t.Run("file name", func(t *testing.T) {
		folder := figuresOfStarter(t)
		image, err := os.ReadFile(filepath.Join(folder, "pages", "images", firstImage(t)))
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(folder, "pages", "images", name+".svg"), string(image))
		requireTripwire(t, sitetest.BuildFolder(t, folder), person, "pages/images/")
	})
}

func requireTripwire(t *testing.T, site sitetest.Site, person map[string]string, file string) {
	t.Helper()
	if site.Summary.Written || site.Files != nil {
		t.Error("the site was written")
	}
	if _, err := os.Stat(site.Output); err == nil {
		t.Error("the output folder was made")
	}
	if !slices.ContainsFunc(site.IDs(), func(id string) bool { return id == "tripwire-name" || id == "tripwire-path" }) {
		t.Fatalf("no problem of the tripwire:\n%s", site.Text())
	}
	found := false
	for _, p := range site.Problems {
		found = found || strings.HasPrefix(p.Pos.File, file)
	}
	if !found {
		t.Errorf("no problem says %s:\n%s", file, site.Text())
	}
	said := site.Text()
	for _, p := range site.Problems {
		said += p.Message(diag.Japanese)
	}
	for _, form := range []string{strings.ReplaceAll(person["name"], " ", ""), person["name"], person["kana"], person["email"], person["id"]} {
		if strings.Contains(said, form) {
			t.Errorf("a message names the participant:\n%s", strings.ReplaceAll(said, form, "●●●"))
		}
	}
}

func firstImage(t *testing.T) string {
	t.Helper()
	names, err := filepath.Glob("../content/pages/images/*.svg")
	if err != nil || len(names) == 0 {
		t.Fatalf("the starter has no image: %v", err)
	}
	return filepath.Base(names[0])
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestSameBytesOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := sitetest.BuildFolder(t, "../content").Files
	runtime.GOMAXPROCS(4)
	four := sitetest.BuildFolder(t, "../content").Files
	if !maps.Equal(one, four) {
		for name := range one {
			if one[name] != four[name] {
				t.Errorf("%s differs between one core and four", name)
			}
		}
		t.Errorf("%d files on one core, %d on four", len(one), len(four))
	}
}

// TestStarterIsEmbeddedWithoutItsSecrets holds that what `kohort new` copies
// is all of the starter but private/, the releases made under its key and the
// approvals of comments.
func TestStarterIsEmbeddedWithoutItsSecrets(t *testing.T) {
	embedded := sitetest.FilesOf(t, content.Starter())
	onDisk := sitetest.Files(t, "../content")
	isSecret := func(name string) bool {
		return strings.HasPrefix(name, "private/") || strings.Contains(name, "/releases/") || strings.HasSuffix(name, "/quotes.yaml")
	}
	for name := range embedded {
		if isSecret(name) {
			t.Errorf("%s is embedded", name)
		}
	}
	for name := range onDisk {
		if _, ok := embedded[name]; !ok && !isSecret(name) && name != "content.go" {
			t.Errorf("%s is not embedded", name)
		}
	}
}

// TestNothingOfTheRowsPrints formats what survives of the rows in every way that
// reaches private fields: a log line or a {{.}} could hold no more.
func TestNothingOfTheRowsPrints(t *testing.T) {
	published, tripwire, problems, err := disclosure.Load(disclosure.LoadInput{Place: disclosure.Place{Handbook: "../content"}})
	if err != nil || len(problems) > 0 {
		t.Fatalf("load: %v %v", problems, err)
	}
	var printed strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		fmt.Fprintf(&printed, verb+verb, published, tripwire)
	}
	slog.New(slog.NewTextHandler(&printed, nil)).Info("loaded", "published", published, "tripwire", tripwire)
	for _, person := range people(t) {
		for _, column := range []string{"name", "kana", "email", "id"} {
			if strings.Contains(printed.String(), person[column]) {
				t.Fatalf("the %s of a participant prints", column)
			}
		}
	}
	withheld := 0
	for _, cohort := range published.Cohorts() {
		for _, table := range cohort.Tables() {
			for _, cell := range table.Cells() {
				if cell.Form() != disclosure.Withheld {
					continue
				}
				withheld++
				from, to := cell.Band()
				if cell.N() != 0 || cell.Value() != 0 || from != 0 || to != 0 || len(cell.Counts()) > 0 {
					t.Errorf("%s %s: a withheld cell holds a number", cohort.ID(), table.ID())
				}
			}
		}
	}
	if withheld == 0 {
		t.Error("no cell of the starter is withheld: the test sees nothing")
	}
}
