package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// What is invented in the starter's pages stands between these lines.
var (
	sampleBegins = regexp.MustCompile(`^<!-- (見本ここから|sample begins) -->\r?\n?$`)
	sampleEnds   = regexp.MustCompile(`^<!-- (見本ここまで|sample ends) -->\r?\n?$`)
)

// navEntry finds the page that a line of nav.md leads to.
var navEntry = regexp.MustCompile(`^\s*- \[.*\]\(([^)]+\.md)\)`)

// removeSamples takes out of a copy of the starter what is invented: the
// cohorts, the sample parts of the pages, the pages that are nothing else, and
// their lines in nav.md.
func removeSamples(folder string) error {
	if err := os.RemoveAll(filepath.Join(folder, "cohorts")); err != nil {
		return err
	}
	pages := filepath.Join(folder, "pages")
	err := filepath.WalkDir(pages, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		return editLines(name, withoutSamples)
	})
	if err != nil {
		return err
	}
	for _, name := range []string{"nav.md", "nav.en.md"} {
		err := editLines(filepath.Join(pages, name), func(lines []string) ([]string, error) {
			var kept []string
			for _, line := range lines {
				if entry := navEntry.FindStringSubmatch(line); entry != nil {
					if _, err := os.Stat(filepath.Join(pages, filepath.FromSlash(entry[1]))); err != nil {
						continue
					}
				}
				kept = append(kept, line)
			}
			return kept, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// editLines rewrites a file by its lines, or removes it where none are left.
func editLines(name string, edit func(lines []string) ([]string, error)) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	lines, err := edit(strings.SplitAfter(string(data), "\n"))
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", name, err)
	case len(lines) == 0:
		return os.Remove(name)
	}
	return os.WriteFile(name, []byte(strings.Join(lines, "")), 0o644)
}

// withoutSamples gives the lines of a page outside its sample parts, or none
// where these are the whole page.
func withoutSamples(lines []string) ([]string, error) {
	var kept []string
	inSample, cut := false, false
	for _, line := range lines {
		switch {
		case sampleBegins.MatchString(line):
			inSample, cut = true, true
		case sampleEnds.MatchString(line):
			inSample = false
		case inSample:
		case cut && isBlank(line) && len(kept) > 0 && isBlank(kept[len(kept)-1]):
		default:
			kept = append(kept, line)
		}
	}
	switch {
	case inSample:
		return nil, errors.New("a sample part does not end")
	case cut && isBlank(strings.Join(afterFrontMatter(kept), "")):
		return nil, nil
	}
	return kept, nil
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

// afterFrontMatter gives the lines of a page below its settings.
func afterFrontMatter(lines []string) []string {
	if len(lines) == 0 || strings.TrimSpace(lines[0]) != "---" {
		return lines
	}
	for i, line := range lines[1:] {
		if strings.TrimSpace(line) == "---" {
			return lines[i+2:]
		}
	}
	return lines
}
