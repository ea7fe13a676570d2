package source

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/internal/strictyaml"
)

// checkConfig finds what no single value of site.yaml shows. A title is not
// missed where what is told already may be why.
func checkConfig(c Config, lines strictyaml.Lines, told []diag.Problem) []diag.Problem {
	var problems []diag.Problem
	if c.Title.In(c.Languages[0], "") == "" && !slices.ContainsFunc(told, hidesTitle) {
		problems = append(problems, diag.New("site-no-title", posOf(lines, "title")))
	}
	for i, lang := range c.Languages {
		if slices.Contains(c.Languages[:i], lang) {
			problems = append(problems, diag.New("site-twice", posOf(lines, fmt.Sprintf("languages[%d]", i)), diag.Slot("name", lang)))
		}
	}
	if logo := c.Theme.Logo; logo != "" && !fs.ValidPath(logo) {
		problems = append(problems, diag.New("site-logo-path", posOf(lines, "theme.logo"), diag.Slot("path", logo)))
	}
	return append(problems, checkAudiences(c, lines)...)
}

func hidesTitle(p diag.Problem) bool {
	switch p.ID {
	case "yaml-syntax", "yaml-wide-colon", "yaml-alias", "file-not-utf8":
		return true
	case "yaml-unknown-key", "yaml-type":
		return slices.ContainsFunc(p.Args, func(a diag.Arg) bool { return a.Value == "title" })
	}
	return false
}

func checkAudiences(c Config, lines strictyaml.Lines) []diag.Problem {
	var problems []diag.Problem
	var names []string
	for i, a := range c.Audiences {
		switch key := fmt.Sprintf("audiences[%d]", i); {
		case a.Name == "" && lines[key+".name"].Line == 0: // a wrong one is told already
			problems = append(problems, diag.New("site-audience-no-name", posOf(lines, key)))
		case a.Name != "" && slices.Contains(names, a.Name):
			problems = append(problems, diag.New("site-twice", posOf(lines, key+".name"), diag.Slot("name", a.Name)))
		}
		if a.Name != "" {
			names = append(names, a.Name)
		}
	}
	for i, a := range c.Audiences {
		for j, included := range a.Includes {
			if slices.Contains(names, included) {
				continue
			}
			key := fmt.Sprintf("audiences[%d].includes", i)
			if entry := fmt.Sprintf("%s[%d]", key, j); lines[entry].Line > 0 {
				key = entry
			}
			problems = append(problems, diag.New("site-audience-unknown", posOf(lines, key),
				diag.Slot("name", included), diag.Slot("nearest", nearestOrAll(included, names))))
		}
	}
	return problems
}

func posOf(lines strictyaml.Lines, key string) diag.Pos {
	if pos, ok := lines[key]; ok {
		return pos
	}
	return diag.Pos{File: siteFile}
}

func nearestOrAll(word string, known []string) string {
	if nearest := diag.Nearest(word, known); nearest != "" {
		return nearest
	}
	return strings.Join(known, ", ")
}
