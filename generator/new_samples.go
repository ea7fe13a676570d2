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

// partMarks are what a part of the starter's pages stands between that a handbook
// may do without: lines of their own, or what inline finds in a line.
type partMarks struct{ begins, ends, inline *regexp.Regexp }

// What is invented stands between these lines.
var samples = partMarks{
	begins: regexp.MustCompile(`^<!-- (見本ここから|sample begins) -->\r?\n?$`),
	ends:   regexp.MustCompile(`^<!-- (見本ここまで|sample ends) -->\r?\n?$`),
	inline: regexp.MustCompile(`<!-- (?:見本|sample) -->.+?<!-- /(?:見本|sample) -->`),
}

// navEntry finds the page that a line of nav.md leads to.
var navEntry = regexp.MustCompile(`^\s*- \[.*\]\(([^)]+\.md)\)`)

// removeSamples takes out of a copy of the starter what is invented: the
// cohorts, and the sample parts of the pages.
func removeSamples(folder string) error {
	if err := os.RemoveAll(filepath.Join(folder, "cohorts")); err != nil {
		return err
	}
	return samples.remove(folder)
}

// remove takes the parts between the marks out of the pages of a copy of the
// starter, the pages that are nothing else, and their lines in nav.md.
func (m partMarks) remove(folder string) error {
	pages := filepath.Join(folder, "pages")
	err := filepath.WalkDir(pages, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		return editLines(name, m.without)
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

// without gives the lines of a page outside the parts between the marks, or none
// where these are the whole page. An item of a list that is nothing else goes.
func (m partMarks) without(lines []string) ([]string, error) {
	var kept []string
	inPart, cut := false, false
	for _, line := range lines {
		if m.inline.MatchString(line) {
			if line = m.inline.ReplaceAllString(line, ""); emptyItem.MatchString(line) {
				continue
			}
		}
		switch {
		case m.begins.MatchString(line):
			inPart, cut = true, true
		case m.ends.MatchString(line):
			inPart = false
		case inPart:
		case cut && isBlank(line) && len(kept) > 0 && isBlank(kept[len(kept)-1]):
		default:
			kept = append(kept, line)
		}
	}
	switch {
	case inPart:
		return nil, errors.New("a part does not end")
	case cut && isBlank(strings.Join(afterFrontMatter(kept), "")):
		return nil, nil
	}
	return kept, nil
}

// emptyItem is a line of a list without words.
var emptyItem = regexp.MustCompile(`^\s*- (\[ \]\s*)?\s*$`)

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
