package disclosure

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// QuoteList is the comments that a release shows of one text question, in an
// order that tells nothing of who wrote what.
type QuoteList struct {
	question, theme string
	texts           []string
	withdrawn       withdrawal
}

// Question is the code of the text question.
func (q QuoteList) Question() string { return q.question }

// Theme is the theme of the question, such as "trust"; it may have none.
func (q QuoteList) Theme() string { return q.theme }

// Texts gives the comments; none where the list was withdrawn.
func (q QuoteList) Texts() []string { return append([]string(nil), q.texts...) }

// Withdrawn gives the day and the reason for which the list was withdrawn. ok
// is false where it was not.
func (q QuoteList) Withdrawn() (on, reason string, ok bool) {
	return q.withdrawn.on, q.withdrawn.reason, q.withdrawn.on != ""
}

// id is how the list is called where figures are: quotes.THEME.
func (q QuoteList) id() string {
	if q.theme == "" {
		return "quotes"
	}
	return "quotes." + q.theme
}

// Quotes gives the comments of the release, a text question each, in the
// survey's order. asked is false where the cohort was asked for none, or
// comments are off.
func (c Cohort) Quotes() (lists []QuoteList, asked bool) {
	return append([]QuoteList(nil), c.quotes...), c.asked
}

// fileQuotes is the comments on one question in a release file.
type fileQuotes struct {
	Theme     string   `json:"theme"`
	Question  string   `json:"question"`
	Texts     []string `json:"texts"`
	Withdrawn *struct {
		On     string `json:"on"`
		Reason string `json:"reason"`
	} `json:"withdrawn"`
}

// encodeQuotes writes the key "quotes": an entry a question, one line a text.
// A release that was asked for no comments has no such key.
func encodeQuotes(b *bytes.Buffer, c Cohort) {
	if !c.asked {
		return
	}
	list(b, "quotes", c.quotes, func(q QuoteList) string {
		var out strings.Builder
		fmt.Fprintf(&out, `{"theme": %s, "question": %s, "texts": [`, quote(q.theme), quote(q.question))
		for i, text := range q.texts {
			if i > 0 {
				out.WriteByte(',')
			}
			out.WriteString("\n   " + quote(text))
		}
		out.WriteByte(']')
		if q.withdrawn.on != "" {
			fmt.Fprintf(&out, `, "withdrawn": {"on": %s, "reason": %s}`, quote(q.withdrawn.on), quote(q.withdrawn.reason))
		}
		out.WriteByte('}')
		return out.String()
	})
	b.WriteString(",\n")
}

// decodeQuotes reads the key "quotes" strictly: each list is of a text question
// of the release, and of no fewer texts than it takes people.
func decodeQuotes(in []fileQuotes, c *Cohort) error {
	c.asked = in != nil
	for _, f := range in {
		q, known := c.Question(f.Question)
		out := QuoteList{question: f.Question, theme: f.Theme, texts: f.Texts}
		if f.Withdrawn != nil {
			out.withdrawn = withdrawal{f.Withdrawn.On, f.Withdrawn.Reason}
		}
		withdrawn := out.withdrawn.on != ""
		sorted := slices.Sorted(slices.Values(f.Texts))
		switch {
		case !known, len(q.scale) > 0, q.theme != f.Theme,
			slices.ContainsFunc(c.quotes, func(o QuoteList) bool { return o.question == f.Question }),
			f.Withdrawn != nil && !withdrawn, withdrawn && len(f.Texts) > 0, !withdrawn && len(f.Texts) < leastQuoted,
			slices.Contains(f.Texts, ""), len(slices.Compact(sorted)) != len(f.Texts):
			return errForm
		}
		c.quotes = append(c.quotes, out)
	}
	return nil
}

// withdrawQuotes takes lists away whose id is figure or begins with it, and
// gives the ids of all that stand.
func withdrawQuotes(lists []QuoteList, figure string, w withdrawal) (out []QuoteList, known []string, found bool) {
	out = slices.Clone(lists)
	for i, q := range out {
		known = append(known, q.id())
		if q.id() != figure && !strings.HasPrefix(q.id(), figure+".") {
			continue
		}
		found = true
		if q.withdrawn.on == "" {
			out[i].texts, out[i].withdrawn = nil, w
		}
	}
	return out, known, found
}
