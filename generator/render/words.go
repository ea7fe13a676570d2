package render

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"kohort/generator/diag"
)

// words are the words of a theme in every language it has.
type words struct {
	fixed      map[string]map[string]string // by language and id: what has no slot
	localizers map[string]*i18n.Localizer
}

// slots fill the {{.N}} and so on of a word.
type slots struct{ N, K, Of, Date, Release, From, To, Change, First, Last string }

// fallbacks are the languages whose words stand in for a missing one.
var fallbacks = []string{"en", "ja"}

// loadWords reads i18n/LANG.yaml of every layer, the last first, so that an
// earlier layer replaces words one by one.
func loadWords(layers []fs.FS) (*words, []diag.Problem) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("yaml", func(data []byte, v any) error { return yaml.Unmarshal(data, v) })
	w := &words{fixed: make(map[string]map[string]string), localizers: make(map[string]*i18n.Localizer)}
	var problems []diag.Problem
	for _, layer := range slices.Backward(layers) {
		names, err := fs.Glob(layer, "i18n/*.yaml")
		if err != nil {
			continue // the pattern is well formed
		}
		for _, name := range names {
			data, err := fs.ReadFile(layer, name)
			if err != nil {
				continue // layered has told
			}
			file, err := bundle.ParseMessageFileBytes(data, name)
			if err != nil {
				problems = append(problems, wordsProblem(err, name))
				continue
			}
			w.add(strings.TrimSuffix(path.Base(name), ".yaml"), file.Messages)
		}
	}
	for lang := range w.fixed {
		w.localizers[lang] = i18n.NewLocalizer(bundle, append([]string{lang}, fallbacks...)...)
	}
	return w, append(problems, w.missing()...)
}

func (w *words) add(lang string, messages []*i18n.Message) {
	if w.fixed[lang] == nil {
		w.fixed[lang] = make(map[string]string, len(messages))
	}
	for _, m := range messages {
		w.fixed[lang][m.ID] = m.Other
	}
}

// plain gives a word as it stands.
func (w *words) plain(lang, id string) string {
	if s, ok := w.fixed[lang][id]; ok {
		return s
	}
	base, _, _ := strings.Cut(lang, "-")
	for _, l := range append([]string{base}, fallbacks...) {
		if s, ok := w.fixed[l][id]; ok {
			return s
		}
	}
	return id
}

// fill gives a word with its slots filled.
func (w *words) fill(lang, id string, s slots) string {
	localizer := w.localizers[lang]
	for _, l := range fallbacks {
		if localizer == nil {
			localizer = w.localizers[l]
		}
	}
	if localizer == nil {
		return id
	}
	text, err := localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: s})
	if err != nil {
		return w.plain(lang, id)
	}
	return text
}

// around gives what stands before and after the {{.N}} of a word, so that the
// number itself can be marked up.
func (w *words) around(lang, id string) (before, after string) {
	before, after, _ = strings.Cut(w.fill(lang, id, slots{N: "\x00"}), "\x00")
	return before, after
}

// missing tells of a language that lacks words which the default language of
// the theme has.
func (w *words) missing() []diag.Problem {
	var problems []diag.Problem
	for lang, have := range w.fixed {
		var lacking []string
		for id := range w.fixed[fallbacks[0]] {
			if _, ok := have[id]; !ok {
				lacking = append(lacking, id)
			}
		}
		if len(lacking) > 0 {
			slices.Sort(lacking)
			problems = append(problems, diag.New("theme-words-missing", themePos("i18n/"+lang+".yaml", 0, 0),
				diag.Slot("lang", lang), diag.Slot("ids", strings.Join(lacking, ", "))))
		}
	}
	return problems
}

var yamlPlace = regexp.MustCompile(`^\[(\d+):(\d+)\] ([^\n]*)`)

func wordsProblem(err error, name string) diag.Problem {
	reason, line, column := err.Error(), 0, 0
	if m := yamlPlace.FindStringSubmatch(reason); m != nil {
		line, _ = strconv.Atoi(m[1])
		column, _ = strconv.Atoi(m[2])
		reason = m[3]
	}
	reason, _, _ = strings.Cut(reason, "\n")
	return diag.New("theme-words-syntax", themePos(name, line, column), diag.Slot("reason", reason))
}
