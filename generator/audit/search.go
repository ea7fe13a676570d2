package audit

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// grams is a file of a search index that lists pairs of characters: the
// shards of pairs, and index.js with the first pair of each.
var grams = regexp.MustCompile(`^(g[0-9]+-[a-z]+|index)\.js$`)

// inGrams leaves out names of two characters, and ー, that stand in a list of pairs. A
// pair is cut out of a word, 東洋 out of 東洋経済, and no word goes on around it
// there. Whether the word is a name, the texts of the index say, which are
// scanned for names of every length: all that has a pair stands there whole,
// other names of terms too, though no page shows them.
func inGrams(file string, names []string) []string {
	dir, name := path.Split(file)
	if path.Base(dir) != "search" || !grams.MatchString(name) {
		return names
	}
	return slices.DeleteFunc(names, func(n string) bool { return utf8.RuneCountInString(strings.ReplaceAll(n, "ー", "")) == 2 })
}
