package audit

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// sighting is a line of a source that holds a match.
type sighting struct {
	pos  diag.Pos
	name string // folded; never printed
}

// leaks turns the matches into problems: at the line of the source where it
// is found, else at the file of the output.
func (a *auditor) leaks(heards []heard) []diag.Problem {
	var problems []diag.Problem
	var explained []string // names that a path or a line accounts for
	for i, h := range heards {
		if len(h.inOwn) > 0 {
			problems = append(problems, diag.New("tripwire-path", diag.Pos{File: a.sourceOf(i)}))
			explained = append(explained, h.inOwn...)
		}
	}
	if len(problems) == 0 && !slices.ContainsFunc(heards, func(h heard) bool { return len(h.names) > 0 }) {
		return nil
	}
	bySource := a.sightings()
	type rest struct {
		file int
		name string
	}
	var open []rest
	for i, h := range heards {
		for _, name := range h.names {
			lines := a.lines(bySource, a.files[i].Sources, name)
			if len(lines) == 0 {
				open = append(open, rest{i, name})
				continue
			}
			explained = append(explained, name)
			for _, pos := range lines {
				problems = append(problems, diag.New("tripwire-name", pos))
			}
		}
	}
	for _, r := range open {
		if slices.ContainsFunc(explained, func(name string) bool { return alike(name, r.name) }) {
			continue // a title or label of another page, told there
		}
		explained = append(explained, r.name)
		lines := a.lines(bySource, slices.Concat(a.common, a.allSources()), r.name)
		for _, pos := range lines {
			problems = append(problems, diag.New("tripwire-name", pos))
		}
		if len(lines) == 0 {
			problems = append(problems, a.unplaced(r.file))
		}
	}
	return problems
}

// unplaced is a match whose line was not found: in a download as a whole, or
// in what the theme or a figure adds to a page.
func (a *auditor) unplaced(file int) diag.Problem {
	f := a.files[file]
	if len(f.Sources) > 0 && !isText(f.Sources[0]) {
		return diag.New("tripwire-name", diag.Pos{File: f.Sources[0]})
	}
	return diag.New("tripwire-output", diag.Pos{File: f.Path})
}

func (a *auditor) sourceOf(file int) string {
	if f := a.files[file]; len(f.Sources) > 0 {
		return f.Sources[0]
	}
	return a.files[file].Path
}

// isText says whether a file of the handbook is mended line by line.
func isText(file string) bool {
	switch path.Ext(file) {
	case ".md", ".yaml", ".html", ".css", ".js":
		return true
	}
	return false
}

func (a *auditor) allSources() []string {
	seen := make(map[string]bool)
	var out []string
	for _, f := range a.files {
		for _, source := range f.Sources {
			if !seen[source] {
				seen[source] = true
				out = append(out, source)
			}
		}
	}
	return out
}

// sightings searches every source and what it includes, once something is
// known to be in one.
func (a *auditor) sightings() map[string][]sighting {
	sources := slices.Concat(a.common, a.allSources())
	found := make([][]sighting, len(sources))
	parallel(len(sources), func() func(int) {
		return func(i int) {
			for _, file := range a.withIncluded(sources[i]) {
				found[i] = append(found[i], a.search(file)...)
			}
		}
	})
	out := make(map[string][]sighting, len(sources))
	for i, source := range sources {
		out[source] = found[i]
	}
	return out
}

var include = regexp.MustCompile(`::include\{[^}]*file=["']?([^"'}\s]+)`)

// withIncluded gives sources and the files that they include, to their end.
func (a *auditor) withIncluded(sources ...string) []string {
	files := slices.Clone(sources)
	for i := 0; i < len(files); i++ {
		if !isText(files[i]) {
			continue
		}
		text, _ := a.source(files[i])
		for _, m := range include.FindAllStringSubmatch(text, -1) {
			file := path.Join(path.Dir(files[i]), m[1])
			// A translation includes the file's translation, where there is one.
			suffix := path.Ext(strings.TrimSuffix(files[i], ".md"))
			for _, f := range []string{strings.TrimSuffix(file, ".md") + suffix + ".md", file} {
				if _, ok := a.source(f); ok && !slices.Contains(files, f) {
					files = append(files, f)
				}
			}
		}
	}
	return files
}

// search finds the lines of a source that name a participant, however a reader
// may see them.
func (a *auditor) search(source string) []sighting {
	text, ok := a.source(source)
	if !ok {
		return nil
	}
	var out []sighting
	add := func(line int, match string) {
		s := sighting{diag.Pos{File: source, Line: line}, foldName(match)}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if !isText(source) {
		for _, m := range a.scan(text, disclosure.Prose) {
			add(0, text[m.Start:m.End]) // a download is mended as a whole
		}
		return out
	}
	for _, view := range views(text) {
		for _, m := range a.scan(view.text, disclosure.Prose) {
			add(view.line(m.Start), view.text[m.Start:m.End])
		}
	}
	return out
}

// lines gives the places where the sources hold a name.
func (a *auditor) lines(bySource map[string][]sighting, sources []string, name string) []diag.Pos {
	var out []diag.Pos
	for _, source := range sources {
		for _, s := range bySource[source] {
			if alike(s.name, name) && !slices.Contains(out, s.pos) {
				out = append(out, s.pos)
			}
		}
	}
	return out
}

// alike says whether two matches may be of one name: where it stands twice in
// a row, one match covers both.
func alike(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// foldName makes the forms of one name equal: width, letter case, kana and
// space.
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case 'ァ' <= r && r <= 'ヶ':
			return r - 'ァ' + 'ぁ'
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}
