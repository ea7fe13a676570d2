// Package sitetest builds whole sites in tests.
//
// It takes a handbook as one txtar archive and gives the files of the site and
// the problems. Its main type is Site. A handbook of pages alone needs no
// site.yaml in the archive: one in Japanese and English is put there.
package sitetest

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/source"
)

// Today is the day that every test builds for.
var Today = source.Date{Year: 2026, Month: time.April, Day: 1}

const settings = "title: {ja: 手引き, en: Handbook}\nlanguages: [ja, en]\n"

// Site is what a build gave.
type Site struct {
	Folder   string // of the handbook
	Output   string // of the site; missing where a problem stopped the build
	Files    map[string]string
	Problems []diag.Problem
	Summary  generator.Summary
}

// Build writes the archive to a new folder and builds it.
func Build(t testing.TB, archive string, change ...func(*generator.Options)) Site {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "handbook")
	Write(t, folder, archive)
	return BuildFolder(t, folder, change...)
}

// BuildFolder builds the handbook in a folder that is already there.
func BuildFolder(t testing.TB, folder string, change ...func(*generator.Options)) Site {
	t.Helper()
	o := generator.Options{Source: folder, Output: filepath.Join(t.TempDir(), "public"), Today: Today}
	for _, c := range change {
		c(&o)
	}
	summary, problems, err := generator.Build(context.Background(), o)
	if err != nil {
		t.Fatalf("build: %v", err)
	}
	site := Site{Folder: folder, Output: o.Output, Problems: problems, Summary: summary}
	if summary.Written {
		site.Files = Files(t, o.Output)
	}
	return site
}

// Write puts a txtar archive's files below folder. A line of the form
// "-- name --" begins a file; CRLF may be asked for by \r at a line's end.
func Write(t testing.TB, folder, archive string) {
	t.Helper()
	a := txtar.Parse([]byte(archive))
	if len(a.Files) == 0 {
		t.Fatalf("the archive holds no file: %.60q", archive)
	}
	write(t, filepath.Join(folder, "site.yaml"), settings)
	for _, f := range a.Files {
		write(t, filepath.Join(folder, filepath.FromSlash(f.Name)), strings.ReplaceAll(string(f.Data), `\r`+"\n", "\r\n"))
	}
}

func write(t testing.TB, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Files reads every file below a folder by its slash path.
func Files(t testing.TB, folder string) map[string]string {
	t.Helper()
	return FilesOf(t, os.DirFS(folder))
}

// FilesOf reads every file of a file system.
func FilesOf(t testing.TB, root fs.FS) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// IDs gives the ids of the problems in their order.
func (s Site) IDs() []string {
	ids := make([]string, 0, len(s.Problems))
	for _, p := range s.Problems {
		ids = append(ids, string(p.ID))
	}
	return ids
}

// Text gives the problems as a terminal shows them, in English.
func (s Site) Text() string {
	var b strings.Builder
	printer := diag.Printer{Lang: diag.English, Line: s.Summary.Line}
	if err := printer.Text(&b, s.Problems); err != nil {
		return err.Error()
	}
	return b.String()
}
