package query

import (
	"regexp"
	"strings"

	"kohort/generator/diag"
)

// opaque is what may hold any character without ending a statement: comments,
// texts, quoted names, and two kinds of PostgreSQL's texts: E'it\'s' and $$it's$$.
var opaque = regexp.MustCompile(`(?s)--[^\n]*|/\*.*?(?:\*/|$)|\b[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"[^"]*"|` + "`[^`]*`" + `|\$\$.*?\$\$`)

// firstWord is the word that a statement begins with, after brackets.
var firstWord = regexp.MustCompile(`^[\s(]*([A-Za-z]+)`)

// refusal is the problem of a statement that is not one SELECT, so that it is
// said plainly; that nothing is written is the databases' own work. It is empty
// where there is none.
func refusal(sql string) diag.ID {
	bare := strings.TrimRight(opaque.ReplaceAllStringFunc(sql, blank), "; \t\r\n")
	m := firstWord.FindStringSubmatch(bare)
	switch {
	case m == nil, !strings.EqualFold(m[1], "select") && !strings.EqualFold(m[1], "with"):
		return "query-select"
	case strings.Contains(bare, ";"):
		return "query-many"
	}
	return ""
}

// blank is what stands in place of an opaque part: a comment is a blank, a
// text or a name is a word.
func blank(part string) string {
	if strings.HasPrefix(part, "--") || strings.HasPrefix(part, "/*") {
		return " "
	}
	return "_"
}

// lineAt gives the line and the character in it of an offset in characters,
// all from 1.
func lineAt(sql string, offset int) (line, character int) {
	before := []rune(sql)
	before = before[:min(max(offset-1, 0), len(before))]
	text := string(before)
	last := text[strings.LastIndexByte(text, '\n')+1:]
	return 1 + strings.Count(text, "\n"), 1 + len([]rune(last))
}
