package audit

import (
	"slices"
	"strings"

	"kohort/generator/diag"
)

// page is what the rules know of one HTML file.
type page struct {
	path     string
	ids      []string
	links    []string
	findings []finding

	element  string // whose start tag is being read
	hasAlt   bool
	hidden   bool // aria-hidden or role=presentation
	src      string
	kind     string // type of a script
	level    int    // of the last heading
	heads    int    // headings of level 1
	heading  int    // where the text of an open heading begins; -1 outside
	words    func(from, to int) string
	lastJump int // level that was skipped; 0 where none waits for its heading's text

	figures    figures
	hasFigures bool
	reads      bool   // looks for typed numbers
	prose      *prose // of a page about a cohort, else nil
	wrong      bool   // a figure does not say what was released
}

// finding is a breach of a rule before it has a place in a source.
type finding struct {
	id     diag.ID
	needle string // what the author wrote there, to find the line by
	args   []diag.Arg
	words  []string // of a number in prose: the name and the number, where markup stands between them
}

func newPage(path string, released *released) *page {
	p := &page{path: path, heading: -1, reads: len(released.departments) > 0}
	p.figures = figures{released: released, tell: p.findFigure, quotes: remarks{texts: released.quotes}}
	return p
}

// findFigure notes a breach of a figure, each once a page.
func (p *page) findFigure(id diag.ID, args ...diag.Arg) {
	p.wrong = true
	f := finding{id: id, args: args}
	if !slices.ContainsFunc(p.findings, func(g finding) bool { return g.id == id && slices.Equal(g.args, args) }) {
		p.findings = append(p.findings, f)
	}
}

func (p *page) find(id diag.ID, needle string, args ...diag.Arg) {
	p.findings = append(p.findings, finding{id: id, needle: needle, args: args})
}

func (p *page) start(element string, at int) {
	p.element, p.hasAlt, p.hidden, p.src, p.kind = element, false, false, "", ""
	if p.hasFigures {
		p.figures.start(element)
	}
	if p.prose != nil {
		p.prose.start(element)
	}
	if len(element) == 2 && element[0] == 'h' && '1' <= element[1] && element[1] <= '6' {
		p.headingStart(int(element[1]-'0'), at)
	}
}

func (p *page) headingStart(level, at int) {
	p.heading = at
	if level == 1 {
		p.heads++
	}
	if p.level > 0 && level > p.level+1 {
		p.lastJump = p.level
	}
	p.level = level
}

func (p *page) end(element string, at int) {
	if p.hasFigures {
		p.figures.end(element)
	}
	if p.prose != nil {
		p.prose.end(element)
	}
	if p.heading < 0 || len(element) != 2 || element[0] != 'h' || element[1] < '1' || element[1] > '6' {
		return
	}
	text := strings.Trim(p.words(p.heading, at), "\x01 \n\t#")
	if p.lastJump > 0 {
		p.find("heading-jump", text, diag.SlotInt("from", p.lastJump), diag.SlotInt("to", p.level), diag.Slot("heading", text))
	}
	if p.level == 1 && p.heads == 2 {
		p.find("heading-first-twice", text, diag.Slot("heading", text))
	}
	p.heading, p.lastJump = -1, 0
}

func (p *page) attribute(element, name, value string) {
	if p.hasFigures {
		p.figures.attribute(name, value)
	}
	if p.prose != nil {
		p.prose.attribute(name, value)
	}
	switch name {
	case "id":
		p.ids = append(p.ids, value)
	case "href", "src", "poster", "action", "formaction", "data", "xlink:href", "cite":
		if name == "src" {
			p.src = value
		}
		p.links = append(p.links, value)
	case "srcset":
		for _, candidate := range strings.Split(value, ",") {
			if url, _, _ := strings.Cut(strings.TrimSpace(candidate), " "); url != "" {
				p.links = append(p.links, url)
			}
		}
	case "alt":
		p.hasAlt = true
	case "aria-hidden":
		p.hidden = p.hidden || value == "true"
	case "role":
		p.hidden = p.hidden || value == "presentation" || value == "none"
	case "type":
		p.kind = value
	case "style":
		p.find("inline-style", "", diag.Slot("element", element))
	default:
		if strings.HasPrefix(name, "on") {
			p.find("inline-handler", "", diag.Slot("attribute", name), diag.Slot("element", element))
		}
	}
}

// startDone checks a start tag once all of its attributes are read.
func (p *page) startDone(closed bool) {
	if p.hasFigures {
		p.figures.startDone(closed)
	}
	if p.prose != nil {
		p.prose.startDone(closed)
	}
	switch p.element {
	case "img", "area":
		if !p.hasAlt && !p.hidden {
			p.find("image-no-alt", baseOf(p.src), diag.Slot("image", p.src))
		}
	case "style":
		p.find("inline-style", "", diag.Slot("element", p.element))
	}
}

// rawText takes the content of a script. A block of data runs nothing.
func (p *page) rawText(body string) {
	isData := strings.HasSuffix(p.kind, "json") || p.kind == "text/plain"
	if p.element == "script" && !isData && p.src == "" && strings.TrimSpace(body) != "" {
		p.find("inline-script", "")
	}
}

// finish checks what only the whole page shows.
func (p *page) finish() {
	p.figures.finish()
	if p.heads == 0 {
		p.find("heading-first-missing", "")
	}
	sorted := slices.Clone(p.ids)
	slices.Sort(sorted)
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] && (i == 1 || sorted[i] != sorted[i-2]) {
			p.find("id-twice", sorted[i], diag.Slot("name", sorted[i]))
		}
	}
}

func baseOf(url string) string {
	url = unescapePercent(url)
	return url[strings.LastIndexByte(url, '/')+1:]
}
