package audit

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
)

// remarks holds the comments on a page against the releases. An element with a
// data-quote, wherever it stands, must say one text that was released under
// that key, and no more; inside a block of comments every other word is
// refused.
type remarks struct {
	texts map[string][]string // by "2025-spring/learned": cohort and question
	open  []quoteNode         // from the outermost block or tagged element inwards
	tag   quoteNode           // the start tag being read
}

// quoteNode is an open element of a block of comments.
type quoteNode struct {
	element, class, key string
	isTagged            bool
	text                []byte // of a tagged element
}

// quotedOf gives the released comments of all cohorts by their keys.
func quotedOf(p disclosure.Published) map[string][]string {
	out := make(map[string][]string)
	for _, c := range p.Cohorts() {
		lists, _ := c.Quotes()
		for _, q := range lists {
			out[c.ID()+"/"+q.Question()] = q.Texts()
		}
	}
	return out
}

func (q *remarks) start(element string) { q.tag = quoteNode{element: element} }

func (q *remarks) attribute(name, value string) {
	switch name {
	case "class":
		q.tag.class = value
	case "data-quote":
		q.tag.key, q.tag.isTagged = value, true
	}
}

func (q *remarks) startDone(closed bool) {
	if len(q.open) == 0 && !q.tag.isTagged && !hasClass(q.tag.class, "quotes") || closed || isVoid(q.tag.element) {
		return
	}
	q.open = append(q.open, q.tag)
}

// end closes the last open element of that name, and what was left open in it.
func (q *remarks) end(element string, tell func(diag.ID, ...diag.Arg)) {
	for i := len(q.open) - 1; i >= 0; i-- {
		if q.open[i].element != element {
			continue
		}
		for _, n := range q.open[i:] {
			q.check(n, tell)
		}
		q.open = q.open[:i]
		return
	}
}

// finish checks what no end tag closed.
func (q *remarks) finish(tell func(diag.ID, ...diag.Arg)) {
	for _, n := range q.open {
		q.check(n, tell)
	}
	q.open = nil
}

// words takes text between two tags.
func (q *remarks) words(text string, tell func(diag.ID, ...diag.Arg)) {
	for i := len(q.open) - 1; i >= 0; i-- {
		if q.open[i].isTagged {
			q.open[i].text = append(q.open[i].text, text...)
			return
		}
	}
	if len(q.open) > 0 && strings.TrimSpace(text) != "" {
		tell("quote-differs")
	}
}

// check holds a tagged element against the release. Its problem does not show
// what the page says: it may be anything.
func (q *remarks) check(n quoteNode, tell func(diag.ID, ...diag.Arg)) {
	if n.isTagged && !slices.Contains(q.texts[n.key], strings.Join(strings.Fields(string(n.text)), " ")) {
		tell("quote-differs")
	}
}
