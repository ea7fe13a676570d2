package source

import "kohort/generator/internal/strictyaml"

// Text is words for readers: one string for all languages, or one a language.
type Text struct {
	any    string
	byLang map[string]string
}

// NewText makes a Text that reads the same in every language.
func NewText(s string) Text { return Text{any: s} }

// TextOf makes a Text of words by language; those under "" read the same in
// every language.
func TextOf(byLang map[string]string) Text { return Text{any: byLang[""], byLang: byLang} }

// In gives the words in lang, else in fallback, else in any language there is.
func (t Text) In(lang, fallback string) string {
	for _, l := range []string{lang, fallback} {
		if s := t.byLang[l]; s != "" {
			return s
		}
	}
	if t.any != "" {
		return t.any
	}
	for _, l := range []string{"ja", "en"} {
		if s := t.byLang[l]; s != "" {
			return s
		}
	}
	return ""
}

func textOf(t strictyaml.Text) Text { return Text{any: t.Any, byLang: t.ByLang} }
