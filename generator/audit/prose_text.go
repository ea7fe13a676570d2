package audit

import "slices"

// held stands in prose for what a figure shows, which is no typed number.
const held = '\uFFFC'

// prose collects a page's own words: running text, without headings, links,
// code, quotations, rules of the program and figures.
type prose struct {
	of   Prose
	text []byte

	tag    string // whose start tag is being read
	class  string
	within string // the element whose words are left out; empty outside
	depth  int    // how many of its name are open
}

// leftOut are the elements whose words are no prose.
var leftOut = []string{"a", "blockquote", "code", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "nav", "pre", "script", "style", "summary"}

func (p *prose) start(element string) {
	p.tag, p.class = element, ""
	if element == p.within {
		p.depth++
	}
}

func (p *prose) attribute(name, value string) {
	if name == "class" {
		p.class = value
	}
}

func (p *prose) startDone(closed bool) {
	if p.within == "" && !closed && !isVoid(p.tag) && (slices.Contains(leftOut, p.tag) || hasClass(p.class, "guideline")) {
		p.within, p.depth = p.tag, 1
	}
}

func (p *prose) end(element string) {
	if element == p.within {
		if p.depth--; p.depth == 0 {
			p.within = ""
		}
	}
}

// words takes text between two tags; inFigure is what a figure shows.
func (p *prose) words(text string, inFigure bool) {
	switch {
	case inFigure:
		p.text = append(p.text, string(held)...)
	case p.within == "":
		p.text = append(p.text, text...)
	default:
		p.text = append(p.text, ' ') // a link parts the words around it
	}
}

// part parts two blocks.
func (p *prose) part() {
	if !endsInGap(p.text) {
		p.text = append(p.text, gap)
	}
}
