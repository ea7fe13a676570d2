package audit

import "strings"

// joint says how the text before an element's tag goes on after it.
type joint uint8

const (
	block  joint = iota
	inline       // as one word
	spaced       // on another line
	cell         // in the next column: a family name and a given name in two columns are one name
)

func joins(element string, xml bool) joint {
	if xml {
		if _, local, prefixed := strings.Cut(element, ":"); prefixed {
			element = local
		}
		switch element {
		case "p", "si", "row", "tr", "text", "title", "desc", "entry", "item", "url", "loc", "link", "creator", "lastmodifiedby":
			return block
		case "br", "tab":
			return spaced
		}
		return inline
	}
	switch element {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
		"q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr":
		return inline
	case "br", "img", "input":
		return spaced
	case "td", "th":
		return cell
	}
	return block
}
