package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kohort/generator/diag"
	"kohort/generator/generatortest"
)

// canaries stand in the canary's rows and nowhere else: her name, reading, id,
// address and manager; minutes, texts and states that break the rules. (Her
// department, known to all, may be named.)
var canaries = []string{
	"鴛鴦淵 澪桜", "鴛鴦淵澪桜", "オシドリブチ ミオウ", "Q818641864", "mio.oshidoribuchi@canary.invalid", "Q550055005",
	"73913", "73,913", "虹鱒が笑う朝", "xqzvanswer", "xqzvstatus",
}

// plant adds the canary to a cohort of the starter.
func plant(t *testing.T, cohort string) {
	t.Helper()
	for file, row := range map[string]string{
		"participants.csv":  "Q818641864,鴛鴦淵 澪桜,オシドリブチ ミオウ,mio.oshidoribuchi@canary.invalid,mentor,瑠璃鶲課,主任,大阪支社,Q550055005,,2024-10-01,,,\n",
		"pairs.csv":         "PX1,Q818641864,E10490,2024-10-04,\n",
		"sessions.csv":      "PX1,2024-10-15,45,,オンライン,held\n",
		"survey-after.csv":  "Q818641864,5,,,,,,,,,\n",
		"survey-before.csv": "Q818641864,1,,,,,,,,,\n",
		"goals.csv":         "PX1,trust,met\n",
	} {
		appendTo(t, filepath.Join(cohort, file), row)
	}
}

func appendTo(t *testing.T, name, text string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(bytes.TrimRight(data, "\n"), []byte("\n"+text)...), 0o644); err != nil {
		t.Fatal(err)
	}
}

// spoken gives the canaries that a text holds, as they stand, hashed or in
// base64.
func spoken(text string) []string {
	var out []string
	for _, c := range canaries {
		digest := sha256.Sum256([]byte(c))
		for _, form := range []string{c, strings.ToLower(c), hex.EncodeToString(digest[:]), base64.StdEncoding.EncodeToString([]byte(c))} {
			if strings.Contains(text, form) {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// leaking are pages that name the canary, in the ways that a leak may take.
var leaking = []string{
	"# 案内\n\n鴛鴦淵さんが担当です。\n",
	"# 案内\n\n&#40219;鴦淵 澪桜 [x](index.md)\n",
	"# 案内\n\n[x](https://example.com/?q=%E9%B4%9B%E9%B4%A6%E6%B7%B5%E6%BE%AA%E6%A1%9C)\n",
	"# 案内\n\n`" + base64.StdEncoding.EncodeToString([]byte("鴛鴦淵 澪桜")) + "`\n",
	"# 案内\n\nsha256 " + digestOf("mio.oshidoribuchi@canary.invalid") + "\n",
	"# 案内\n\nｑ８１８６４１８６４\n",
	"# 案内\n\n:value[xqzv]{鴛鴦淵澪桜}\n",
}

func digestOf(text string) string {
	digest := sha256.Sum256([]byte(text))
	return hex.EncodeToString(digest[:])
}

// canaryHandbook is the starter with one page and one cohort, in which the
// canary takes part.
func canaryHandbook(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "hb")
	if err := generatortest.New(folder); err != nil {
		t.Fatal(err)
	}
	others, err := filepath.Glob(filepath.Join(folder, "cohorts/202[5-9]-*"))
	if err != nil || len(others) == 0 {
		t.Fatalf("the starter's other cohorts: %v, %v", others, err)
	}
	for _, gone := range append(others, filepath.Join(folder, "pages"), filepath.Join(folder, "private"), filepath.Join(folder, "cohorts/2024-autumn/releases")) {
		if err := os.RemoveAll(gone); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(folder, "pages/index.md"), "# 案内\n\nようこそ。\n")
	put(t, filepath.Join(folder, "pages/report.md"), "---\ntitle: 報告\nlayout: report\ncohort: 2024-autumn\n---\n")
	plant(t, filepath.Join(folder, "cohorts/2024-autumn"))
	return folder
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// say runs a command and fails where what it prints holds a canary.
func say(t *testing.T, args ...string) (code int, text string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(context.Background(), args, &stdout, &stderr)
	text = stdout.String() + stderr.String()
	if held := spoken(text); len(held) > 0 {
		t.Errorf("kohort %s says %q:\n%s", strings.Join(args, " "), held, text)
	}
	return code, text
}

// searchFiles fails where a file below folder holds a canary, in its name or
// its bytes; the rows, the settings that a breakage puts her into and the search
// forms of private/ are where they belong.
func searchFiles(t *testing.T, folder string) (files int) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "roster" {
			return fs.SkipDir
		}
		if err != nil || strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, "cohort.yaml") || d.Name() == "allowed.yaml" || d.Name() == "survey.yaml" {
			return err
		}
		if held := spoken(name); len(held) > 0 {
			t.Errorf("a file is named %q", held)
		}
		if d.IsDir() {
			return nil
		}
		files++
		data, err := os.ReadFile(name)
		if held := spoken(string(data)); len(held) > 0 {
			t.Errorf("%s holds %q", filepath.Base(name), held)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestCanary runs the commands over a cohort in which the canary takes part,
// sound and broken in every way that the catalogue of data problems knows, and
// looks for her in all that they print and write, temporary files too.
func TestCanary(t *testing.T) {
	folder := canaryHandbook(t)
	temp, site := t.TempDir(), t.TempDir()
	out := filepath.Join(site, "out")
	t.Setenv("TMPDIR", temp)
	stop := watch(t, temp, site)
	told := make(map[string]bool)
	for i, b := range breakages {
		t.Run(b.id+" in "+b.file, func(t *testing.T) {
			defer b.make(t, folder)()
			code, text := say(t, "release", "2024-autumn", "--dry-run", "--source", folder, "--lang", "ja")
			if i == 0 && code != exitDone {
				t.Errorf("the sound cohort: exit code %d:\n%s", code, text)
			}
			for j, args := range [][]string{
				{"build", "--release", "--output", out, "--format", "json"},
				{"check", "--lang", "en"},
				{"release", "2024-autumn", "--dry-run", "--format", "sarif"},
				{"explain", "2024-autumn", "--lang", "en", "--format", "json"},
				{"data", "2024-autumn", "--lang", "ja"},
				{"withdraw", "2024-autumn", "participation.nobody", "--reason", "x", "--lang", "ja"},
				{"import", "2024-autumn"},
			} {
				if j%7 != i%7 && b.id != "" && strings.Contains(text, b.id) && os.Getenv("KOHORT_PROPERTY") != "all" {
					continue // once the problem is told they take turns, to be quick
				}
				_, more := say(t, append(args, "--source", folder)...)
				text += more
			}
			if b.id != "" && !strings.Contains(text, b.id) {
				t.Errorf("%s is not told:\n%s", b.id, text)
			}
			told[b.id] = true
			searchFiles(t, folder)
			searchFiles(t, temp)
		})
	}
	for _, section := range diag.Sections() {
		for _, def := range section.Defs {
			if section.Title.EN == "Cohort data" && !told[string(def.ID)] {
				t.Errorf("no breakage triggers %s", def.ID)
			}
		}
	}
	if code, text := say(t, "build", "--release", "--source", folder, "--output", out, "--lang", "ja"); code != exitDone {
		t.Fatalf("the sound handbook is not built:\n%s", text)
	}
	say(t, "explain", "2024-autumn", "--source", folder, "--lang", "ja")
	say(t, "version")
	if files := searchFiles(t, out); files < 5 {
		t.Errorf("%d files in the site, want more", files)
	}
	for i, page := range leaking {
		put(t, filepath.Join(folder, "pages/named.md"), page)
		for j, args := range [][]string{{"check", "--lang", "en"}, {"check", "--format", "sarif"}, {"build", "--output", out}} {
			if j%3 != i%3 && os.Getenv("KOHORT_PROPERTY") != "all" {
				continue // these take turns too
			}
			if code, text := say(t, append(args, "--source", folder)...); code != exitProblems {
				t.Errorf("a page that names her passes kohort %v: exit code %d\n%s\n%s", args, code, page, text)
			}
		}
		searchFiles(t, out)
	}
	serveCanary(t, folder)
	if err := os.Remove(filepath.Join(folder, "pages/named.md")); err != nil {
		t.Fatal(err)
	}
	serveCanary(t, folder)
	say(t, "theme", "i18n/ja.yaml", "--source", folder, "--lang", "ja")
	say(t, "withdraw", "2024-autumn", "participation.enrolled", "--reason", "数え直します", "--source", folder, "--lang", "ja")
	say(t, "close", "2024-autumn", "--delete-data", "--source", folder, "--lang", "ja")
	say(t, "quotes", "2024-autumn", "--source", folder, "--lang", "ja")
	searchFiles(t, folder)
	if looks := stop(); looks == 0 {
		t.Error("nobody watched the temporary folders")
	}
}

// TestCanaryHearsEveryCommand fails where a command is added that TestCanary
// does not run.
func TestCanaryHearsEveryCommand(t *testing.T) {
	heard := []string{"new", "serve", "release", "explain", "import", "close", "withdraw", "build", "check", "version", "quotes", "data", "theme"}
	a := &app{words: words{diag.English}}
	for _, cmd := range a.root().Commands() {
		if !slices.Contains(heard, cmd.Name()) {
			t.Errorf("kohort %s is not heard by TestCanary", cmd.Name())
		}
	}
}

// watch looks into folders while commands run, for files that are gone when
// they end. The function that it gives ends that, and says how often it looked.
func watch(t *testing.T, folders ...string) (stop func() int) {
	done, looks := make(chan bool), make(chan int)
	go func() {
		n, seen := 0, make(map[string]string) // by file, when it was last read
		for {
			select {
			case <-done:
				looks <- n
				return
			case <-time.After(5 * time.Millisecond):
			}
			n++
			for _, folder := range folders {
				_ = filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
					if err != nil || d.IsDir() {
						return nil // it is gone by now
					}
					file, err := d.Info()
					if err != nil || seen[name] == fmt.Sprint(file.Size(), file.ModTime()) {
						return nil // it is as it was
					}
					if data, err := os.ReadFile(name); err == nil && len(spoken(string(data))) > 0 {
						t.Errorf("for a while %s held a canary", filepath.Base(name))
					}
					seen[name] = fmt.Sprint(file.Size(), file.ModTime())
					return nil
				})
			}
		}
	}()
	return func() int {
		done <- true
		return <-looks
	}
}

// serveCanary previews the handbook, and fails where the terminal, a page or
// the list of problems holds a canary.
func serveCanary(t *testing.T, folder string) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	reader, stdout := io.Pipe()
	var stderr bytes.Buffer
	ended := make(chan int)
	go func() {
		code := run(ctx, []string{"serve", "--port", "0", "--lang", "en", "--source", folder}, stdout, &stderr)
		stdout.Close()
		ended <- code
	}()
	lines := bufio.NewReader(reader)
	first, err := lines.ReadString('\n')
	at := strings.Index(first, "http://")
	if err != nil || at < 0 {
		t.Fatalf("serve says %q, %v", first, err)
	}
	rest := make(chan string)
	go func() {
		text, _ := io.ReadAll(lines) // until serve closes it
		rest <- string(text)
	}()
	heard := first
	address := strings.Fields(first[at:])[0]
	for _, page := range []string{"index.html", "report.html", "named.html", "_kohort/problems"} {
		response, err := http.Get(address + page)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		heard += string(body)
	}
	cancel()
	heard += <-rest
	<-ended
	if held := spoken(heard + stderr.String()); len(held) > 0 {
		t.Errorf("serve says %q:\n%s\n%s", held, heard, stderr.String())
	}
}
