package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// canaries stand in the canary's rows and nowhere else: her name, reading, id,
// address and manager; minutes, texts and states that break the rules. (Her
// department, known to all, may be named.)
var canaries = []string{
	"鴛鴦淵 澪桜", "鴛鴦淵澪桜", "オシドリブチ ミオウ", "Q818641864", "mio.oshidoribuchi@canary.invalid", "Q550055005",
	"73913", "73,913", "虹鱒が笑う朝", "xqzvanswer", "xqzvstatus",
}

// breakages are rows that replace or follow those of a cohort's files, each
// with a value of the canary where it is wrong.
var breakages = []struct{ name, file, old, new string }{
	{"sound", "", "", ""},
	{"unknown role", "participants.csv", ",mentor,瑠璃鶲課", ",xqzvstatus,瑠璃鶲課"},
	{"id twice", "participants.csv", "Q818641864,", "Q818641864,鴛鴦淵 澪桜,,,mentor,瑠璃鶲課,,,,,,,,\nQ818641864,"},
	{"date that is none", "participants.csv", ",Q550055005,,", ",Q550055005,73913-99-99,"},
	{"cells too many", "participants.csv", ",mentor,瑠璃鶲課", ",mentor,瑠璃鶲課,xqzvanswer,,,,,,,,,,,,,,,,"},
	{"quote left open", "participants.csv", "鴛鴦淵 澪桜", "\"鴛鴦淵 澪桜"},
	{"unknown pair", "sessions.csv", "PX1,2024-10-15,45", "Q818641864,2024-10-15,45"},
	{"minutes that are none", "sessions.csv", "15,45,", "15,\"73,913分xqzvanswer\","},
	{"minutes too many", "sessions.csv", "15,45,", "15,73913,"},
	{"unknown status", "sessions.csv", "PX1,2024-10-15,45,,オンライン,held", "PX1,2024-10-15,45,,オンライン,xqzvstatus"},
	{"answer off the scale", "survey-after.csv", "Q818641864,5", "Q818641864,73913"},
	{"answer in words", "survey-after.csv", "Q818641864,5", "Q818641864,虹鱒が笑う朝"},
	{"text beside answers", "survey-after.csv", "recommend\n", "recommend,虹鱒が笑う朝\n"},
	{"unknown respondent", "survey-before.csv", "Q818641864", "Q550055005"},
	{"unknown mentor", "pairs.csv", ",Q818641864,", ",Q550055005,"},
	{"unknown goal", "goals.csv", "PX1,trust,met", "PX1,虹鱒が笑う朝,xqzvstatus"},
	{"bytes that are no text", "goals.csv", "PX1", "\x81\xff鴛鴦淵澪桜"},
	{"cohort.yaml names her", "cohort.yaml", "start: 2024-10-01", "start: 鴛鴦淵 澪桜"},
	{"cut off", "pairs.csv", "PX1,Q818641864,", "PX1,Q8186418"},
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
	if code := run(context.Background(), []string{"new", folder}, &bytes.Buffer{}, &bytes.Buffer{}); code != exitDone {
		t.Fatalf("new: exit code %d", code)
	}
	for _, gone := range []string{"pages", "private", "cohorts/2025-spring", "cohorts/2024-autumn/releases"} {
		if err := os.RemoveAll(filepath.Join(folder, gone)); err != nil {
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
// its bytes; the rows and the search forms of private/ are where they belong.
func searchFiles(t *testing.T, folder string) (files int) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "roster" {
			return fs.SkipDir
		}
		if err != nil || strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, "cohort.yaml") {
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
// sound and broken in every way, and looks for her in all that they print
// and write, temporary files too.
func TestCanary(t *testing.T) {
	folder := canaryHandbook(t)
	temp, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	t.Setenv("TMPDIR", temp)
	sound := make(map[string]string)
	names, err := filepath.Glob(filepath.Join(folder, "cohorts/2024-autumn/*.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sound[name] = string(data)
	}
	for _, b := range breakages {
		t.Run(b.name, func(t *testing.T) {
			if name := filepath.Join(folder, "cohorts/2024-autumn", b.file); b.file != "" {
				if !strings.Contains(sound[name], b.old) {
					t.Fatalf("%s does not hold %q", b.file, b.old)
				}
				put(t, name, strings.Replace(sound[name], b.old, b.new, 1))
				defer put(t, name, sound[name])
			}
			code, text := say(t, "release", "2024-autumn", "--dry-run", "--source", folder, "--lang", "ja")
			if isSound := b.file == ""; isSound != (code == exitDone) {
				t.Errorf("exit code %d:\n%s", code, text)
			}
			say(t, "release", "2024-autumn", "--dry-run", "--source", folder, "--format", "sarif")
			say(t, "explain", "2024-autumn", "--source", folder, "--lang", "en", "--format", "json")
			say(t, "build", "--release", "--source", folder, "--output", out, "--format", "json")
			searchFiles(t, folder)
			searchFiles(t, temp)
		})
	}
	if code, text := say(t, "build", "--release", "--source", folder, "--output", out, "--lang", "ja"); code != exitDone {
		t.Fatalf("the sound handbook is not built:\n%s", text)
	}
	say(t, "explain", "2024-autumn", "--source", folder, "--lang", "ja")
	if files := searchFiles(t, out); files < 5 {
		t.Errorf("%d files in the site, want more", files)
	}
	for _, page := range leaking {
		put(t, filepath.Join(folder, "pages/named.md"), page)
		for _, args := range [][]string{{"check", "--lang", "en"}, {"check", "--format", "sarif"}, {"build", "--output", out}} {
			if code, text := say(t, append(args, "--source", folder)...); code != exitProblems {
				t.Errorf("a page that names her passes kohort %v: exit code %d\n%s\n%s", args, code, page, text)
			}
		}
		searchFiles(t, out)
	}
}
