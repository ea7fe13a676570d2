package generator

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// StarterLanguages are those of the starter's pages, in the order of its
// site.yaml.
var StarterLanguages = []string{"ja", "en"}

// bilingual marks what the starter's pages say to editors of two languages.
var bilingual = partMarks{
	begins: regexp.MustCompile(`^<!-- (二言語のとき|both languages) -->\r?\n?$`),
	ends:   regexp.MustCompile(`^<!-- /(二言語のとき|both languages) -->\r?\n?$`),
	inline: regexp.MustCompile(`<!-- (?:二言語のとき|both languages) -->.+?<!-- /(?:二言語のとき|both languages) -->`),
}

// keepLanguages leaves in a copy of the starter its pages in the languages
// given, in this order: those in the first have no language in their names. In
// one language, they name their files so, and do not tell of the other.
func keepLanguages(folder string, languages []string) error {
	if len(languages) == 1 {
		if err := bilingual.remove(folder); err != nil {
			return err
		}
	}
	var kept, removed []string // files, as the starter names them
	pages := filepath.Join(folder, "pages")
	err := filepath.WalkDir(pages, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() || filepath.Ext(name) != ".md":
			return err
		case slices.Contains(languages, starterLanguage(name)):
			kept = append(kept, name)
		default:
			removed = append(removed, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, name := range removed {
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	// Pages of the first language last: they take the names that others give up.
	for _, first := range []bool{false, true} {
		for _, name := range kept {
			if (starterLanguage(name) == languages[0]) != first {
				continue
			}
			if err := keepPage(name, languages); err != nil {
				return err
			}
		}
	}
	return editLines(filepath.Join(folder, "site.yaml"), func(lines []string) ([]string, error) {
		return siteInLanguages(lines, languages)
	})
}

// keepPage gives a page of the starter its name in a handbook of these languages.
func keepPage(name string, languages []string) error {
	if len(languages) > 1 || languages[0] == StarterLanguages[0] {
		return os.Rename(name, inLanguages(name, languages))
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	text := strings.ReplaceAll(string(data), "."+languages[0]+".md", ".md")
	if err := os.WriteFile(inLanguages(name, languages), []byte(text), 0o644); err != nil {
		return err
	}
	return os.Remove(name)
}

// starterLanguage is the language of a page of the starter.
func starterLanguage(name string) string {
	for _, lang := range StarterLanguages[1:] {
		if strings.HasSuffix(name, "."+lang+".md") {
			return lang
		}
	}
	return StarterLanguages[0]
}

// inLanguages is what a page of the starter is called in a handbook of these
// languages.
func inLanguages(name string, languages []string) string {
	lang := starterLanguage(name)
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".md"), "."+lang)
	if lang != languages[0] {
		name += "." + lang
	}
	return name + ".md"
}

var (
	languagesLine  = regexp.MustCompile(`^languages: \[.*\]`)
	searchTestLine = regexp.MustCompile(`^(  .+: )(\S+\.md)(\s*)$`)
)

// siteInLanguages rewrites the lines of the starter's site.yaml that name
// languages or pages in one: languages and search_tests.
func siteInLanguages(lines, languages []string) ([]string, error) {
	var out []string
	found := false
	for _, line := range lines {
		if languagesLine.MatchString(line) {
			line, found = languagesLine.ReplaceAllString(line, "languages: ["+strings.Join(languages, ", ")+"]"), true
		}
		if test := searchTestLine.FindStringSubmatch(line); test != nil {
			if !slices.Contains(languages, starterLanguage(test[2])) {
				continue
			}
			line = test[1] + inLanguages(test[2], languages) + test[3]
		}
		out = append(out, line)
	}
	if !found {
		return nil, fmt.Errorf("no line %q", "languages")
	}
	return out, nil
}
