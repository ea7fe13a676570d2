package audit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kohort/generator/diag"
)

// place finds where in the handbook each finding comes from. What comes from
// the theme is told for the first page alone: it is one cause.
func (a *auditor) place(found [][]finding) []diag.Problem {
	var problems []diag.Problem
	told := make(map[string]bool)
	for i, f := range a.files {
		for _, finding := range found[i] {
			if finding.id == "id-twice" && a.writtenTwice(f.Sources, finding.needle) {
				continue // package markdown tells it, at both places
			}
			if len(finding.words) > 0 {
				problems = append(problems, a.placeProse(f.Sources, finding)...)
				continue
			}
			if pos, ok := a.written(f.Sources, finding.needle); ok {
				problems = append(problems, diag.New(finding.id, pos, finding.args...))
				continue
			}
			key := string(finding.id)
			for _, arg := range finding.args {
				key += "\x00" + arg.Value
			}
			if !told[key] {
				told[key] = true
				problems = append(problems, diag.New(finding.id, diag.Pos{File: f.Path}, finding.args...))
			}
		}
	}
	return problems
}

// written is the line of the sources that the author wrote needle on: the
// heading that reads so, else the first line that holds it.
func (a *auditor) written(sources []string, needle string) (diag.Pos, bool) {
	if needle == "" {
		return diag.Pos{}, false
	}
	var pos diag.Pos
	for _, source := range a.withIncluded(sources...) {
		text, ok := a.source(source)
		if !ok || !isText(source) {
			continue
		}
		line := 0
		for text := range strings.Lines(text) {
			line++
			if isHeading(text, needle) {
				return diag.Pos{File: source, Line: line}, true
			}
			if pos.File == "" && strings.Contains(text, needle) {
				pos = diag.Pos{File: source, Line: line}
			}
		}
	}
	return pos, pos.File != ""
}

// writtenTwice says whether the author gave an id twice. Else the theme has it,
// too.
func (a *auditor) writtenTwice(sources []string, id string) bool {
	count := 0
	for _, source := range a.withIncluded(sources...) {
		if text, ok := a.source(source); ok {
			count += strings.Count(text, "#"+id) + strings.Count(text, `id="`+id+`"`) + strings.Count(text, "id="+id)
		}
	}
	return count > 1
}

// source is the text of a file of the handbook.
func (a *auditor) source(file string) (string, bool) {
	if a.read == nil {
		return "", false
	}
	return a.read(file)
}

// isHeading says whether a line is a heading that reads as given or has that id.
func isHeading(line, words string) bool {
	if !strings.HasPrefix(line, "#") {
		return false
	}
	text, id, _ := strings.Cut(strings.Trim(line, "# \n"), "{#")
	return strings.TrimSuffix(id, "}") == words || marks.Replace(strings.TrimSpace(text)) == words
}

// placeProse finds where the author typed a number. One that stands on no line
// is of the theme. Front matter holds no directive: there a number may repeat
// a figure, and what was released is written out.
func (a *auditor) placeProse(sources []string, f finding) []diag.Problem {
	for _, needles := range [][]string{{f.needle}, f.words, f.words[1:]} {
		for _, source := range a.withIncluded(sources...) {
			text, ok := a.source(source)
			if !ok || !isText(source) {
				continue
			}
			matter := matterLines(text)
			pos, ok := linePos(text, needles, matter)
			isMatter := !ok
			if isMatter {
				pos, ok = linePos(text, needles, 0)
			}
			switch {
			case !ok:
				continue
			case isMatter && f.id == "number-repeats":
				return nil
			case isMatter:
				f.args = writtenOut(f.args)
			}
			pos.File = source
			return []diag.Problem{diag.New(f.id, pos, f.args...)}
		}
	}
	return nil
}

// writtenOut puts the released value in place of the directive that shows it.
func writtenOut(args []diag.Arg) []diag.Arg {
	out := slices.Clone(args)
	i := slices.IndexFunc(out, func(a diag.Arg) bool { return a.Name == "directive" })
	j := slices.IndexFunc(out, func(a diag.Arg) bool { return a.Name == "released" })
	if i >= 0 && j >= 0 {
		out[i].Value = out[j].Value
	}
	return out
}

// matterLines is how many lines the front matter of a page takes.
func matterLines(text string) int {
	line := 0
	for text := range strings.Lines(text) {
		line++
		isFence := slices.Contains([]string{"---", "+++", ";;;"}, strings.TrimSpace(text))
		switch {
		case line == 1 && !isFence:
			return 0
		case line > 1 && isFence:
			return line
		}
	}
	return 0
}

// linePos is the place of the last needle on the first line behind another
// that holds them all. Headings and rules of the program are not looked at, as
// they are no prose.
func linePos(text string, needles []string, behind int) (diag.Pos, bool) {
	line := 0
	for text := range strings.Lines(text) {
		line++
		if line <= behind || strings.HasPrefix(text, "#") || strings.HasPrefix(text, ":::guideline") || slices.ContainsFunc(needles, func(n string) bool { return !strings.Contains(text, n) }) {
			continue
		}
		last := needles[len(needles)-1]
		column := utf8.RuneCountInString(text[:strings.Index(text, last)]) + 1
		return diag.Pos{Line: line, Column: column, Length: utf8.RuneCountInString(last)}, true
	}
	return diag.Pos{}, false
}
