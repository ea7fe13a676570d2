package render

import (
	"strings"
	"unicode"

	"kohort/generator/figure"
)

// quotesView is the comments of a cohort, by theme.
type quotesView struct {
	Themes []quoteTheme
	Says   string // what the comments are, and how they were chosen
	None   string // where no comment is shown
}

// quoteTheme is the comments on the questions of one theme.
type quoteTheme struct {
	Title string // empty for questions without a theme
	Lists []quoteList
}

// quoteList is the comments on one question.
type quoteList struct {
	Question  string
	Texts     []quoteView
	Withdrawn string // when and why there are none any more
}

// quoteView is one comment. Key is that of its list, by which audit finds it
// in the release.
type quoteView struct{ Key, Text, Lang string }

// quotes gives the comments of the cohort; nil where it was asked for none.
func (d *drawer) quotes() *quotesView {
	lists, asked := d.cohort.Quotes()
	if !asked {
		return nil
	}
	v := &quotesView{Says: figure.Quotes().Says.In(d.Lang)}
	for _, q := range lists {
		question, _ := d.cohort.Question(q.Question())
		out := quoteList{Question: question.Text().In(d.Lang, d.fallback)}
		for _, text := range q.Texts() {
			out.Texts = append(out.Texts, quoteView{d.cohort.ID() + "/" + q.Question(), text, d.langOf(text)})
		}
		if on, reason, ok := q.Withdrawn(); ok {
			out.Withdrawn = d.words.fill(d.Lang, "withdrawn_note", slots{Of: d.T("report_quotes"), Date: d.day(on).Text}) + " " + reason
		}
		title := ""
		if q.Theme() != "" {
			title = d.theme(q.Theme())
		}
		v.add(title, out)
	}
	if len(lists) == 0 {
		v.None = d.T("quotes_none")
	}
	return v
}

// add puts a list below its theme; themes stand in the order of their first.
func (v *quotesView) add(title string, list quoteList) {
	for i := range v.Themes {
		if v.Themes[i].Title == title {
			v.Themes[i].Lists = append(v.Themes[i].Lists, list)
			return
		}
	}
	v.Themes = append(v.Themes, quoteTheme{title, []quoteList{list}})
}

// langOf gives the language of a comment where the page is in another: it
// stands as it was written.
func (d *drawer) langOf(text string) string {
	lang := "en"
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) }) {
		lang = "ja"
	}
	if base, _, _ := strings.Cut(d.Lang, "-"); base == lang {
		return ""
	}
	return lang
}
