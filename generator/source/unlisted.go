package source

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"kohort/generator/diag"
)

// leaveOut gives the files without the translations into languages that the
// site does not have, and takes the search tests of these out: a handbook gives
// up a language by its line in site.yaml alone. Each language is told once.
func (t *Tree) leaveOut(found []entry) ([]entry, []diag.Problem) {
	files := make(map[string]bool, len(found))
	for _, e := range found {
		files[e.path] = e.markdown && !e.part
	}
	left := make(map[string]int)
	isLeft := func(file string) bool {
		of, lang := translation(file)
		return files[file] && files[of] && !slices.ContainsFunc(t.Config.Languages, func(l string) bool { return strings.EqualFold(l, lang) })
	}
	t.Config.SearchTests = slices.DeleteFunc(t.Config.SearchTests, func(s SearchTest) bool { return isLeft(s.Page) })
	found = slices.DeleteFunc(found, func(e entry) bool {
		if !isLeft(e.path) {
			return false
		}
		_, lang := translation(e.path)
		left[lang]++
		return true
	})
	var problems []diag.Problem
	for _, lang := range slices.Sorted(maps.Keys(left)) {
		problems = append(problems, diag.New("language-unlisted", t.Config.LanguagesPos, diag.Slot("language", lang), diag.SlotInt("files", left[lang])))
	}
	return found, problems
}

// translation takes a name such as guide.en.md apart into guide.md and en; of a
// name without a language it gives nothing.
func translation(file string) (of, lang string) {
	m := translationPattern.FindStringSubmatch(file)
	if m == nil {
		return "", ""
	}
	if _, err := language.Parse(m[2]); err != nil {
		return "", ""
	}
	return m[1] + ".md", m[2]
}

var translationPattern = regexp.MustCompile(`^(.+)\.([A-Za-z]{2}(?:-[A-Za-z0-9]{2,8})*)\.md$`)
