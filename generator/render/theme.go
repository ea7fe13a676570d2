package render

import (
	"cmp"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// Theme is a set of layouts, assets and words, ready to render with. It is
// made by LoadTheme and safe for concurrent use.
type Theme struct {
	layouts map[string]*template.Template // by name of the layout: "page"; each holds "base" and the parts
	parts   *template.Template            // parts/… and charts/…, for what is drawn inside a page
	assets  []asset
	words   *words
}

// required are the templates that a site cannot do without.
var required = []string{"base", "page", "home", "faq", "report", "brief", "cohorts", "landing", "404", "print", "redirect",
	"parts/nav", "parts/cell", "parts/figure", "parts/report"}

// LoadTheme reads a theme from layers, the first of which wins file by file:
// the handbook's own theme/ before the default theme. Words are merged id by
// id, so that a handbook may change a single one. Files are layouts/*.html,
// layouts/parts/*.html, layouts/charts/*.html, assets/* and i18n/LANG.yaml; any
// other file is a problem, as is a template that does not parse.
func LoadTheme(layers ...fs.FS) (*Theme, []diag.Problem) {
	files, problems := layered(layers)
	t := &Theme{}
	layouts, more := parseLayouts(files)
	problems = append(problems, more...)
	t.layouts, t.parts = layouts.complete, layouts.common
	t.assets, more = loadAssets(files)
	problems = append(problems, more...)
	t.words, more = loadWords(layers)
	return t, diag.Sort(append(problems, more...))
}

// Words gives the words of id in lang, else in English, else in Japanese; the
// id itself where the theme has none.
func (t *Theme) Words(lang, id string) string { return t.words.plain(lang, id) }

// themePos is the position of a file of a theme: a handbook keeps its own in
// theme/.
func themePos(name string, line, column int) diag.Pos { return diag.At("theme/"+name, line, column) }

// layered collects the files of all layers by path, the first layer winning.
func layered(layers []fs.FS) (map[string]string, []diag.Problem) {
	files := make(map[string]string)
	var problems []diag.Problem
	for _, layer := range layers {
		names, more := themeFiles(layer)
		problems = append(problems, more...)
		for _, name := range names {
			if _, taken := files[name]; taken {
				continue
			}
			data, err := fs.ReadFile(layer, name)
			if err != nil {
				problems = append(problems, diag.New("theme-file-unreadable", themePos(name, 0, 0)))
				continue
			}
			files[name] = string(data)
		}
	}
	return files, problems
}

// themeFiles lists the files of one layer that a theme may have; a name that
// begins with . or _ is skipped, any other file is a problem.
func themeFiles(layer fs.FS) ([]string, []diag.Problem) {
	var names []string
	var problems []diag.Problem
	err := fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.ContainsAny(path.Base(name)[:1], "._")
		switch {
		case err != nil:
			return err
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() || hidden:
			return nil
		case !knownThemeFile(name):
			problems = append(problems, diag.New("theme-file-unknown", themePos(name, 0, 0)))
			return nil
		}
		names = append(names, name)
		return nil
	})
	if err != nil {
		problems = append(problems, diag.New("theme-file-unreadable", themePos("", 0, 0)))
	}
	return names, problems
}

func knownThemeFile(name string) bool {
	folder, rest, _ := strings.Cut(name, "/")
	switch folder {
	case "layouts":
		sub, file, nested := strings.Cut(rest, "/")
		if nested && sub != "parts" && sub != "charts" || strings.Contains(file, "/") {
			return false
		}
		return path.Ext(name) == ".html"
	case "assets":
		return rest != ""
	case "i18n":
		return path.Ext(name) == ".yaml" && !strings.Contains(rest, "/")
	}
	return false
}

// layouts are the parsed templates of a theme.
type layouts struct {
	common   *template.Template
	complete map[string]*template.Template
}

// parseLayouts parses base and the parts once and adds each layout to a clone
// of them. A template's name is its path in layouts/ without .html.
func parseLayouts(files map[string]string) (layouts, []diag.Problem) {
	var problems []diag.Problem
	parse := func(set *template.Template, name string) {
		text := files["layouts/"+name+".html"]
		if _, err := set.New(name).Parse(text); err != nil {
			problems = append(problems, templateProblem(err, name))
		}
	}
	l := layouts{common: template.New(""), complete: make(map[string]*template.Template)}
	var names []string
	for _, file := range slices.Sorted(maps.Keys(files)) {
		name, isLayout := strings.CutPrefix(strings.TrimSuffix(file, ".html"), "layouts/")
		switch {
		case !isLayout:
		case strings.Contains(name, "/") || name == "base":
			parse(l.common, name)
		default:
			names = append(names, name)
		}
	}
	for _, name := range names {
		set, err := l.common.Clone()
		if err != nil {
			problems = append(problems, templateProblem(err, name))
			continue
		}
		parse(set, name)
		l.complete[name] = set
	}
	for _, name := range required {
		if _, have := files["layouts/"+name+".html"]; !have {
			problems = append(problems, diag.New("theme-file-missing", themePos("layouts/"+name+".html", 0, 0)))
		}
	}
	return l, problems
}

// layout finds the template of a layout; a layout without one is shown as a
// page.
func (t *Theme) layout(name string) *template.Template {
	return cmp.Or(t.layouts[name], t.layouts["page"])
}
