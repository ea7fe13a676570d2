package microdata

import (
	"strings"
	"unicode"
)

// nameParts are columns of the roster that stand in place of one: the family
// name and the given name of each person, and how they are read.
var nameParts = []struct{ whole, family, given string }{
	{"name", "family_name", "given_name"},
	{"kana", "family_kana", "given_kana"},
}

// lacks says whether a table has neither a column nor what stands in its
// place: the two parts of a name, the marks of the roles, the people of a pair. has tells the columns
// that it has.
func lacks(column string, has func(string) bool) bool {
	if column == "pair" && (has("mentor") || has("mentee")) {
		return false
	}
	if column == "role" && has("mentor") && has("mentee") {
		return false
	}
	for _, p := range nameParts {
		if p.whole == column && has(p.family) && has(p.given) {
			return false
		}
	}
	return !has(column)
}

// isNamePart says whether a column is the family name or the given name.
func isNamePart(column string) bool {
	for _, p := range nameParts {
		if p.family == column || p.given == column {
			return true
		}
	}
	return false
}

// needParts requires the parts of people's names where the table does not have
// them whole.
func (t *table) needParts() {
	for i, c := range t.columns {
		if !t.has("name") && (c.name == "family_name" || c.name == "given_name") {
			t.columns[i].required = true
		}
	}
}

// joined is the cell of a name; where the table has it in two columns, both,
// with a blank between them: 田中 花子, and Hanako Tanaka in Latin letters.
func (t *table) joined(w row, column string) string {
	for _, p := range nameParts {
		if p.whole != column || t.has(column) {
			continue
		}
		family, given := text(t.cell(w, p.family)), text(t.cell(w, p.given))
		if strings.ContainsFunc(family+given, func(c rune) bool { return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana) }) {
			return strings.TrimSpace(family + " " + given)
		}
		return strings.TrimSpace(given + " " + family)
	}
	return text(t.cell(w, column))
}
