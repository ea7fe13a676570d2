package audit

import (
	"path"
	"regexp"
	"strings"

	"kohort/generator/disclosure"
)

// scanFunc is disclosure.Tripwire's Scan.
type scanFunc func(text string, kind disclosure.TextKind) []disclosure.Match

// passage is a piece of plain text of a file, and how it is searched.
type passage struct {
	text   string
	kind   disclosure.TextKind
	blocks bool // its gaps part blocks that stand below each other
}

var percentEscape = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)

// reader turns files into passages. It keeps its memory from file to file, so
// each goroutine has its own.
type reader struct {
	markup   markup
	meetings []byte // of blocks
}

// words gives all that a file says. A page of HTML tells the rules' findings
// to p, which is nil for all other files.
func (r *reader) words(name, content string, p *page) []passage {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".html", ".htm":
		return r.marked(content, p, false)
	case ".svg", ".xml", ".rels", ".xhtml", ".vml":
		return r.marked(decodeText(content), nil, true)
	case ".css":
		return []passage{{text: unescapeData(content), kind: disclosure.Code}}
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".pdf", ".woff2", ".woff", ".mp3", ".mp4", ".webm":
		return media(ext, content)
	case ".docx", ".xlsx", ".pptx", ".zip", ".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp", ".epub":
		return r.archive(content)
	default:
		return data(ext, content)
	}
}

func (r *reader) marked(content string, p *page, xml bool) []passage {
	m := &r.markup
	*m = markup{page: p, xml: xml, text: m.text[:0], aside: m.aside[:0], ruby: m.ruby[:0], code: m.code[:0], hand: m.hand[:0]}
	if p != nil {
		p.hasFigures = holdsFigures(content)
		p.words = func(from, to int) string { return string(m.text[from:to]) }
	}
	m.read(content)
	if p != nil {
		p.finish()
		p.words = nil
		p.findings = append(p.findings, p.byHand(string(m.hand))...)
	}
	out := []passage{
		{string(m.text), disclosure.Prose, true},
		{string(m.aside), disclosure.Prose, false},
		{string(m.ruby), disclosure.Prose, false},
		{string(m.code), disclosure.Code, false},
	}
	if percentEscape.Match(m.text) { // addresses that are shown, as in a sitemap
		out = append(out, passage{text: unescapePercent(out[0].text), kind: disclosure.Prose})
	}
	return out
}

// data gives the words of a text file: as it stands, and with its escapes
// decoded. In a table a name may stand in two columns.
func data(ext, content string) []passage {
	content = decodeText(content)
	if ext == ".ics" {
		content = strings.NewReplacer("\r\n ", "", "\n ", "").Replace(content) // long lines are folded
	}
	out := []passage{{text: content, kind: disclosure.Prose}}
	for _, plain := range []string{unescapeData(content), unescapePercent(content)} {
		if plain != content {
			out = append(out, passage{text: plain, kind: disclosure.Prose})
		}
	}
	if ext == ".csv" || ext == ".tsv" {
		out = append(out, passage{text: strings.NewReplacer(`","`, "\t", ",", "\t", `"`, "").Replace(content), kind: disclosure.Prose})
	}
	return out
}
