package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unapproved is a comment of the starter that was withheld, and an approved one
// as it was written before it was put in other words.
var unapproved = []string{"契約書の確認を頼まれるだけ", "異動が決まった直後で", "めっちゃ緊張した", "望月さんに教わった", "I used to wait for permission"}

// TestUnapprovedCommentsAreNeverSaid runs the commands over the starter's
// comments, with approvals and with broken ones, and searches all that they
// print and write. The walk alone shows comments, which is what it is for.
func TestUnapprovedCommentsAreNeverSaid(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "hb")
	const id = "2025-spring"
	approvals := filepath.Join(folder, "cohorts", id, "quotes.yaml")
	search := func(where, text string) {
		t.Helper()
		for _, secret := range unapproved {
			if strings.Contains(text, secret) {
				t.Errorf("%s holds %q", where, secret)
			}
		}
	}
	kohort := func(want int, args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		code := run(context.Background(), args, &stdout, &stderr)
		text := stdout.String() + stderr.String()
		search("kohort "+strings.Join(args, " "), text)
		if code != want {
			t.Errorf("kohort %s: exit code %d, want %d:\n%s", strings.Join(args, " "), code, want, text)
		}
		return text
	}
	kohort(exitDone, "new", folder)
	if _, err := os.Stat(approvals); err == nil {
		t.Fatal("a new handbook comes with the approvals of the starter")
	}
	reviewed, err := os.ReadFile("../../content/cohorts/2025-spring/quotes.yaml")
	if err != nil {
		t.Fatal(err)
	}
	put(t, approvals, string(reviewed))
	kohort(exitDone, "release", id, "--source", folder, "--dry-run", "--lang", "ja")
	kohort(exitDone, "release", id, "--source", folder)
	kohort(exitDone, "quotes", id, "--source", folder, "--list")
	out := filepath.Join(t.TempDir(), "out")
	kohort(exitDone, "build", "--source", folder, "--output", out)
	report, err := os.ReadFile(filepath.Join(out, "en", "reports", id+".html"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(report), `<li data-quote="2025-spring/learned" lang="ja">`); n != 18 {
		t.Errorf("the English report shows %d comments, marked as Japanese; want 18", n)
	}
	for i, broken := range []string{
		strings.Replace(string(reviewed), "decision: withhold", "decision: 契約書の確認を頼まれるだけ", 1),
		strings.Replace(string(reviewed), "  by:", "  契約書の確認を頼まれるだけ: x\n  by:", 1),
		string(reviewed) + "めっちゃ緊張した [",
	} {
		put(t, approvals, broken)
		for j, format := range []string{"text", "json", "sarif"} {
			if j != i && os.Getenv("KOHORT_PROPERTY") != "all" {
				continue // they take turns, to be quick
			}
			if text := kohort(exitProblems, "release", id, "--source", folder, "--format", format, "--lang", "ja"); !strings.Contains(text, "quotes-file") && format != "text" {
				t.Errorf("a broken quotes.yaml is not told as quotes-file: %s", text)
			}
		}
	}
	for _, root := range []string{folder, out} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(name, ".csv") || name == approvals {
				return err
			}
			data, err := os.ReadFile(name)
			search(filepath.Base(name), string(data))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
