package disclosure

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"kohort/generator/diag"
)

// starter copies the starter handbook's cohorts, without releases, into a
// folder of its own.
func starter(t *testing.T) Place {
	t.Helper()
	dir := t.TempDir()
	for _, pattern := range []string{"survey.yaml", "cohorts/2024-autumn/*.*", "cohorts/2025-spring/*.*"} {
		files, err := filepath.Glob(filepath.Join("../../content", pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files for %s: %v", pattern, err)
		}
		for _, file := range files {
			to := filepath.Join(dir, strings.TrimPrefix(file, "../../content"))
			write(t, to, read(t, file))
		}
	}
	return Place{Handbook: dir}
}

// autumnReleased is the same with a first release of 2024-autumn, which is made
// once for all tests.
func autumnReleased(t *testing.T) Place {
	t.Helper()
	firstOfAutumn.Do(func() {
		p := starter(t)
		release(t, p, autumn)
		firstOfAutumn.files = make(fstest.MapFS)
		err := fs.WalkDir(os.DirFS(p.Handbook), ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				firstOfAutumn.files[name] = &fstest.MapFile{Data: read(t, filepath.Join(p.Handbook, name)), Mode: 0o600}
			}
			return err
		})
		must(t, err)
	})
	p := Place{Handbook: t.TempDir()}
	must(t, os.CopyFS(p.Handbook, firstOfAutumn.files))
	return p
}

var firstOfAutumn struct {
	sync.Once
	files fstest.MapFS
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func release(t *testing.T, p Place, id string) Summary {
	t.Helper()
	sum, problems, err := Release(ReleaseInput{Place: p, Cohort: id})
	if err != nil || diag.Stops(problems, false) {
		t.Fatalf("release %s: %v, problems %v", id, err, problems)
	}
	return sum
}

// leave lets the last person of participants.csv leave the program: a fact that
// everybody knows.
func leave(t *testing.T, file string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(string(read(t, file))), "\n")
	head, cells := strings.Split(lines[0], ","), strings.Split(lines[len(lines)-1], ",")
	cells[slices.Index(head, "left")] = "2025-02-03"
	lines[len(lines)-1] = strings.Join(cells, ",")
	write(t, file, []byte(strings.Join(lines, "\n")+"\n"))
}

func ids(problems []diag.Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, string(p.ID))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func load(t *testing.T, in LoadInput) (Published, []string) {
	t.Helper()
	published, _, problems, err := Load(in)
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return published, ids(problems)
}

func TestReleaseThenLoad(t *testing.T) {
	p := starter(t)
	if _, got := load(t, LoadInput{Place: p}); !slices.Equal(got, []string{"cohort-not-released"}) {
		t.Errorf("before any release: problems %v, want cohort-not-released", got)
	}
	for _, id := range []string{"2024-autumn", "2025-spring"} {
		sum := release(t, p, id)
		if sum.Number != 1 || sum.Unchanged || sum.Withheld == 0 || sum.Withheld != len(sum.Withhelds) {
			t.Errorf("%s: summary %+v, want release 1 with some cells withheld", id, sum)
		}
	}
	published, got := load(t, LoadInput{Place: p})
	if len(got) != 0 || len(published.Cohorts()) != 2 || published.Cohorts()[0].ID() != "2025-spring" {
		t.Fatalf("after release: problems %v, %d cohorts, want none and 2, the latest first", got, len(published.Cohorts()))
	}
	c, _ := published.Cohort("2024-autumn")
	table, ok := c.Table("participation.enrolled", "count")
	if cell, found := table.Cell(); !ok || !found || cell.Form() != Number || cell.Value() != 24 || cell.N() != 24 {
		t.Errorf("enrolled: %+v, want 24", cell)
	}
	if chain := published.Chain(); len(chain.Head) != 2 || len(chain.Hashes) != 2 {
		t.Errorf("chain %v, want a head of two hashes", chain)
	}
}

// TestNamesInSettingsStopARelease puts a participant into each hand-written text
// that a release holds.
func TestNamesInSettingsStopARelease(t *testing.T) {
	p := starter(t)
	roster := strings.Split(string(read(t, filepath.Join(p.Handbook, "cohorts/2024-autumn/participants.csv"))), "\n")
	name := strings.Split(roster[1], ",")[1]
	for file, old := range map[string]string{
		"cohorts/2024-autumn/cohort.yaml": "2024年秋期",
		"survey.yaml":                     "仕事に必要なデジタルツールを使いこなせている",
	} {
		path := filepath.Join(p.Handbook, file)
		before := read(t, path)
		write(t, path, []byte(strings.Replace(string(before), old, name+"の"+old, 2)))
		_, problems, err := Release(ReleaseInput{Place: p, Cohort: "2024-autumn"})
		if err != nil || !slices.Equal(ids(problems), []string{"release-names"}) || problems[0].Pos.File != file {
			t.Errorf("a name in %s: problems %v at %v, %v; want release-names", file, ids(problems), problems[0].Pos, err)
		}
		if _, err := os.Stat(filepath.Join(p.Handbook, "cohorts/2024-autumn/releases")); err == nil {
			t.Errorf("a name in %s: a release was written", file)
		}
		write(t, path, before)
	}
}

func TestSecondRelease(t *testing.T) {
	p := autumnReleased(t)
	first := read(t, filepath.Join(p.Handbook, "cohorts/2024-autumn/releases/0001.json"))
	if again := release(t, p, "2024-autumn"); !again.Unchanged || again.Number != 1 {
		t.Errorf("same data: summary %+v, want unchanged", again)
	}
	survey := filepath.Join(p.Handbook, "cohorts/2024-autumn/survey-after.csv")
	lines := strings.Split(string(read(t, survey)), "\n")
	for i := 1; i <= 6; i++ {
		cells := strings.Split(lines[i], ",")
		cells[1] = "1"
		lines[i] = strings.Join(cells, ",")
	}
	write(t, survey, []byte(strings.Join(lines, "\n")))
	if _, got := load(t, LoadInput{Place: p}); !slices.Equal(got, []string{"cohort-not-released", "data-changed"}) {
		t.Errorf("after the data changed: problems %v, want data-changed, and the other cohort not released", got)
	}
	if again := release(t, p, "2024-autumn"); !again.Unchanged {
		t.Error("corrected answers of a closed wave made a release")
	}
	people := filepath.Join(p.Handbook, "cohorts/2024-autumn/participants.csv")
	leave(t, people)
	release(t, p, "2024-autumn")
	second := read(t, filepath.Join(p.Handbook, "cohorts/2024-autumn/releases/0002.json"))
	if !bytes.Contains(second, []byte(`"previous": "`+hashOf(first)+`"`)) {
		t.Errorf("the second release does not name the hash of the first, %s", hashOf(first))
	}
	if !bytes.Equal(first, read(t, filepath.Join(p.Handbook, "cohorts/2024-autumn/releases/0001.json"))) {
		t.Error("the first release changed")
	}
}

func TestADryRunWritesNoRelease(t *testing.T) {
	p := smallHandbook(t)
	answer(t, p, "mid", answers(24), nil)
	release(t, p, small)
	enrol(t, p, 24, map[int][2]string{0: {"営業部", "2025-05-08"}})
	if dry, _, err := Release(ReleaseInput{Place: p, Cohort: small, DryRun: true}); err != nil || dry.Number != 2 || dry.Unchanged {
		t.Errorf("dry run: number %d, unchanged %v, %v; want number 2", dry.Number, dry.Unchanged, err)
	}
	if _, err := os.Stat(filepath.Join(p.Handbook, releaseFile(small, 2))); err == nil {
		t.Error("a dry run wrote a release")
	}
}

// TestChain breaks a chain of releases in each way that Load finds.
func TestChain(t *testing.T) {
	p := autumnReleased(t)
	release(t, p, "2025-spring")
	dir := filepath.Join(p.Handbook, "cohorts/2024-autumn/releases")
	good := string(read(t, filepath.Join(dir, "0001.json")))
	for _, c := range []struct {
		name, file, content, want string
	}{
		{"unknown key", "0001.json", strings.Replace(good, `"k": 5`, `"k": 5, "salary": 1`, 1), "release-form"},
		{"cut off", "0001.json", good[:len(good)/2], "release-form"},
		{"not on the allow-list", "0001.json", strings.Replace(good, `"statistic": "count"`, `"statistic": "median"`, 1), "release-form"},
		{"number in a withheld cell", "0001.json", strings.Replace(good, `"withheld": true`, `"withheld": true, "n": 3`, 1), "release-form"},
		{"too few people", "0001.json", strings.Replace(good, `"n": 24,`, `"n": 4,`, 1), "release-form"},
		{"later format", "0001.json", strings.Replace(good, `"format": 1`, `"format": 2`, 1), "release-newer"},
		{"another cohort", "0001.json", strings.Replace(good, "2024-autumn", "2023-autumn", 1), "release-elsewhere"},
		{"gap", "0003.json", good, "release-number"},
		{"not linked", "0002.json", strings.Replace(good, `"release": 1`, `"release": 2`, 1), "release-chain"},
	} {
		write(t, filepath.Join(dir, c.file), []byte(c.content))
		if _, got := load(t, LoadInput{Place: p}); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: problems %v, want %s", c.name, got, c.want)
		}
		if c.file != "0001.json" {
			os.Remove(filepath.Join(dir, c.file))
		}
		write(t, filepath.Join(dir, "0001.json"), []byte(good))
	}
	write(t, filepath.Join(dir, "0001.json"), []byte(strings.ReplaceAll(good, "\n", "\r\n")))
	if published, got := load(t, LoadInput{Place: p}); len(got) != 0 || len(published.Cohorts()) != 2 {
		t.Errorf("a release that git checked out with CRLF: problems %v, want none", got)
	}
}

func TestWithoutRoster(t *testing.T) {
	p := autumnReleased(t)
	release(t, p, "2025-spring")
	private := filepath.Join(p.Handbook, "private")
	key := read(t, filepath.Join(private, "key"))
	write(t, filepath.Join(private, "key"), []byte("none"))
	if _, got := load(t, LoadInput{Place: p}); !slices.Equal(got, []string{"private-key"}) {
		t.Errorf("broken key: problems %v, want private-key", got)
	}
	write(t, filepath.Join(private, "key"), key)
	os.Remove(filepath.Join(private, "roster/2024-autumn.json"))
	if _, got := load(t, LoadInput{Place: p}); !slices.Equal(got, []string{"roster-missing-cohort"}) {
		t.Errorf("without one roster: problems %v, want roster-missing-cohort", got)
	}
	os.RemoveAll(private)
	if _, got := load(t, LoadInput{Place: p}); !slices.Equal(got, []string{"roster-missing"}) {
		t.Errorf("without private: problems %v, want roster-missing", got)
	}
	if _, got := load(t, LoadInput{Place: p, WithoutRoster: true}); len(got) != 0 {
		t.Errorf("without private, and said so: problems %v, want none", got)
	}
}

// TestBrokenDataReleasesNothing also wants an earlier release left as it was.
func TestBrokenDataReleasesNothing(t *testing.T) {
	p := starter(t)
	file := filepath.Join(p.Handbook, "cohorts/2024-autumn/pairs.csv")
	write(t, file, []byte("pair,mentor,mentee\nP73913,E73913,E73914\n"))
	sum, problems, err := Release(ReleaseInput{Place: p, Cohort: "2024-autumn"})
	if err != nil || !diag.Stops(problems, false) || sum.File != "" {
		t.Errorf("unknown people in pairs.csv: summary %+v, problems %v, %v; want problems and no release", sum, problems, err)
	}
	for _, problem := range problems {
		if strings.Contains(problem.Message(diag.English)+problem.Pos.String(), "73913") {
			t.Errorf("a problem holds a value of the data: %s", problem.Message(diag.English))
		}
	}
	for _, name := range []string{"cohorts/2024-autumn/releases", "private"} {
		if _, err := os.Stat(filepath.Join(p.Handbook, name)); err == nil {
			t.Errorf("%s was made", name)
		}
	}
}

func TestCurrentWritesNothing(t *testing.T) {
	p := starter(t)
	published, wire, problems, err := Current(ReleaseInput{Place: p})
	if err != nil || len(problems) != 0 || len(published.Cohorts()) != 2 {
		t.Fatalf("current: %d cohorts, problems %v, %v; want 2 and none", len(published.Cohorts()), problems, err)
	}
	if got := wire.Scan("担当は大槻 拓真です", Prose); len(got) != 1 {
		t.Errorf("a participant of an unreleased cohort: %d matches, want 1", len(got))
	}
	if _, err := os.Stat(filepath.Join(p.Handbook, "private")); err == nil {
		t.Error("a preview made private/")
	}
}

// TestDataElsewhere keeps rows and private/ in a folder of their own.
func TestDataElsewhere(t *testing.T) {
	p := starter(t)
	hr := t.TempDir()
	if err := os.Rename(filepath.Join(p.Handbook, "cohorts/2025-spring"), filepath.Join(hr, "unused")); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(p.Handbook, "cohorts/2024-autumn/*.csv"))
	for _, file := range files {
		write(t, filepath.Join(hr, "cohorts/2024-autumn", filepath.Base(file)), read(t, file))
		os.Remove(file)
	}
	p.Data = hr
	release(t, p, "2024-autumn")
	if _, got := load(t, LoadInput{Place: p}); len(got) != 0 {
		t.Errorf("problems %v, want none", got)
	}
	if _, err := os.Stat(filepath.Join(p.Handbook, "private")); err == nil {
		t.Error("private/ was made among the pages")
	}
}
