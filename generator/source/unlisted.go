package source

import (
	"regexp"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// spoken are the languages that Kohort itself speaks: page.en.md is of one, and
// hr.it.md may be anything.
var spoken = []string{string(diag.Japanese), string(diag.English)}

// leaveOut gives the files without the pages in a language that Kohort speaks
// and the site does not have, and takes their search tests out: a handbook gives
// its second language up by its line in site.yaml. Each language is told once.
func (t *Tree) leaveOut(found []entry) ([]entry, []diag.Problem) {
	var problems []diag.Problem
	for _, lang := range spoken {
		if slices.Contains(t.Config.Languages, lang) {
			continue
		}
		isOf := func(file string) bool { return strings.HasSuffix(strings.ToLower(file), "."+lang+".md") }
		files := 0
		found = slices.DeleteFunc(found, func(e entry) bool {
			if !e.markdown || e.part || !isOf(e.path) {
				return false
			}
			files++
			return true
		})
		if files == 0 {
			continue
		}
		t.Config.SearchTests = slices.DeleteFunc(t.Config.SearchTests, func(s SearchTest) bool { return isOf(s.Page) })
		problems = append(problems, diag.New("language-unlisted", t.Config.LanguagesPos, diag.Slot("language", lang),
			diag.Slot("languages", strings.Join(t.Config.Languages, ", ")), diag.SlotInt("files", files)))
	}
	return found, problems
}

// fewTwice is how many pages may be there twice by a slip.
const fewTwice = 3

// checkTwice tells pages that are there twice in the first language, with its
// name and without, as where languages of a whole handbook changed places.
func (t *Tree) checkTwice(found []entry) []diag.Problem {
	files := make(map[string]bool, len(found))
	for _, e := range found {
		files[e.path] = e.markdown && !e.part
	}
	first, twice := t.Config.Languages[0], 0
	for file := range files {
		if m := translationPattern.FindStringSubmatch(file); m != nil && m[2] == first && files[m[1]+".md"] {
			twice++
		}
	}
	if twice <= fewTwice {
		return nil
	}
	return []diag.Problem{diag.New("language-twice", t.Config.LanguagesPos, diag.Slot("language", first), diag.SlotInt("pages", twice))}
}

var translationPattern = regexp.MustCompile(`^(.+)\.([A-Za-z-]+)\.md$`)
