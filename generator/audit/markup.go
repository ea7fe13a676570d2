package audit

import (
	"html"
	"strings"
)

// markup reads HTML, SVG or XML as a browser would, well enough to hear all
// that it says: it takes any bytes and never fails. What it reads goes to a
// page, tag by tag; what it says goes to two texts for the tripwire.
type markup struct {
	page   *page  // notes what the rules need; nil where only the words matter
	xml    bool   // every element is inline but those that XML formats use for lines
	text   []byte // the visible words, joined across inline elements
	aside  []byte // attributes, comments, scripts: each on its own
	ruby   []byte // readings, which stand between the parts of a name
	code   []byte // coordinates and hashes
	hand   []byte // the words outside figures, where typed numbers are looked for
	over   string // "rt" or "rp" inside a reading or the brackets around it
	closed bool   // the start tag ended in "/>"
}

// gap parts two pieces of text that a reader does not read as one. No name
// reaches across it.
const gap = 1

func (m *markup) read(s string) {
	for len(s) > 0 {
		open := strings.IndexByte(s, '<')
		if open < 0 || open+1 == len(s) {
			m.words(s)
			return
		}
		if open > 0 {
			m.words(s[:open])
		}
		switch c := s[open+1]; {
		case c == '!':
			s = m.declaration(s[open:])
		case c == '?':
			s = m.until(s[open+2:], ">")
		case c == '/':
			s = m.endTag(s[open+2:])
		case isLetter(c):
			s = m.startTag(s[open+1:])
		default:
			m.words("<")
			s = s[open+1:]
		}
	}
}

// words takes text between two tags.
func (m *markup) words(s string) {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if m.page != nil && m.page.hasFigures {
		m.page.figures.words(s)
	}
	if m.page != nil && m.page.prose != nil {
		m.page.prose.words(s, m.page.figures.inside())
	}
	if m.page != nil && m.page.reads && !m.page.figures.inside() {
		m.hand = append(m.hand, s...)
	}
	switch m.over {
	case "rt":
		m.ruby = append(m.ruby, s...)
		return
	case "rp":
		m.say(s)
		return
	}
	// Space at the ends is one space, as in a browser: a template's line ends
	// and indents do not part a name.
	trimmed := strings.TrimLeft(s, space)
	if n := len(m.text); len(trimmed) < len(s) && !endsInGap(m.text) && !isSpace(m.text[n-1]) {
		m.text = append(m.text, ' ')
	}
	s = strings.TrimRight(trimmed, space)
	m.text = append(m.text, s...)
	if len(s) < len(trimmed) {
		m.text = append(m.text, ' ')
	}
}

const space = " \n\t\r\f"

func (m *markup) declaration(s string) string {
	switch {
	case strings.HasPrefix(s, "<!--"):
		return m.until(s[4:], "-->")
	case strings.HasPrefix(s, "<![CDATA["):
		body, rest, _ := strings.Cut(s[len("<![CDATA["):], "]]>")
		m.text = append(m.text, body...)
		return rest
	}
	return m.until(s[2:], ">")
}

// until takes a comment or declaration up to its end.
func (m *markup) until(s, end string) string {
	body, rest, _ := strings.Cut(s, end)
	m.say(body)
	return rest
}

// say adds a text that stands on its own.
func (m *markup) say(s string) {
	m.aside = append(append(m.aside, s...), gap)
}

func (m *markup) endTag(s string) string {
	name, rest, _ := strings.Cut(s, ">")
	name = lower(strings.TrimRight(name, " \n\t\r/"))
	if name == "rt" || name == "rp" || name == "ruby" {
		m.over = ""
	}
	m.part(name)
	if m.page != nil {
		m.page.end(name, len(m.text))
	}
	return rest
}

func (m *markup) startTag(s string) string {
	i := 0
	for i < len(s) && !isSpace(s[i]) && s[i] != '>' && s[i] != '/' {
		i++
	}
	name := lower(s[:i])
	m.part(name)
	if name == "rt" || name == "rp" {
		m.over = name
	}
	if m.page != nil {
		m.page.start(name, len(m.text))
	}
	s = m.attributes(name, s[i:])
	if m.page != nil {
		m.page.startDone(m.closed)
	}
	if !m.xml && (name == "script" || name == "style") {
		return m.raw(name, s)
	}
	return s
}

// raw takes the content of a script or style element, in which no tag counts
// but its own end.
func (m *markup) raw(name, s string) string {
	end := 0
	for {
		i := strings.Index(s[end:], "</")
		if i < 0 {
			end = len(s)
			break
		}
		end += i
		if len(s) >= end+2+len(name) && strings.EqualFold(s[end+2:end+2+len(name)], name) {
			break
		}
		end += 2
	}
	if m.page != nil {
		m.page.rawText(s[:end])
	}
	m.say(unescapeData(s[:end]))
	return s[end:]
}

// attributes reads those of a start tag and gives what follows its ">".
func (m *markup) attributes(element, s string) string {
	for {
		i := 0
		for i < len(s) && (isSpace(s[i]) || s[i] == '/') {
			i++
		}
		if i == len(s) {
			return ""
		}
		if s[i] == '>' {
			m.closed = i > 0 && s[i-1] == '/'
			return s[i+1:]
		}
		s = s[i:]
		i = 1
		for i < len(s) && !isSpace(s[i]) && s[i] != '=' && s[i] != '>' && s[i] != '/' {
			i++
		}
		name := lower(s[:i])
		s = s[i:]
		value := ""
		if rest := strings.TrimLeft(s, space); strings.HasPrefix(rest, "=") {
			value, s = attributeValue(strings.TrimLeft(rest[1:], space))
		}
		m.attribute(element, name, value)
	}
}

func attributeValue(s string) (value, rest string) {
	if s == "" {
		return "", ""
	}
	if s[0] == '"' || s[0] == '\'' {
		end := strings.IndexByte(s[1:], s[0])
		if end < 0 {
			return s[1:], ""
		}
		return s[1 : 1+end], s[2+end:]
	}
	i := 0
	for i < len(s) && !isSpace(s[i]) && s[i] != '>' {
		i++
	}
	return s[:i], s[i:]
}

// attribute takes one attribute, its value as it stands in the file.
func (m *markup) attribute(element, name, value string) {
	if strings.IndexByte(value, '&') >= 0 {
		value = html.UnescapeString(value)
	}
	if m.page != nil {
		m.page.attribute(element, name, value)
	}
	switch name {
	case "d", "points", "transform", "viewbox", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height", "integrity", "nonce", "style":
		m.code = append(append(m.code, value...), gap)
		return
	case "class", "id", "href", "src", "alt", "title", "rel", "lang", "type", "name", "content", "role", "scope", "for":
	default:
		// The name of an attribute that is not a common one may say something.
		m.say(name)
	}
	if value == "" {
		return
	}
	m.say(value)
	if strings.IndexByte(value, '%') >= 0 {
		m.say(unescapePercent(value))
	}
	if strings.IndexByte(value, '\\') >= 0 {
		m.say(unescapeData(value))
	}
}

// part parts the text at the tag of a block; in inline elements it goes on.
func (m *markup) part(element string) {
	switch kind := joins(element, m.xml); {
	case kind == inline:
	case kind == spaced:
		m.text = append(m.text, '\n')
	case kind == cell && !m.xml:
		if n := len(m.text); n > 0 && m.text[n-1] != '\t' && !endsInGap(m.text) {
			m.text = append(m.text, '\t')
		}
	default:
		if !endsInGap(m.text) {
			m.text = append(m.text, gap)
		}
		if len(m.hand) > 0 && !endsInGap(m.hand) {
			m.hand = append(m.hand, gap)
		}
		if m.page != nil && m.page.prose != nil {
			m.page.prose.part()
		}
		if len(m.ruby) > 0 && !endsInGap(m.ruby) {
			m.ruby = append(m.ruby, gap)
		}
		m.over = ""
	}
}

// endsInGap says whether nothing was read since the last gap.
func endsInGap(b []byte) bool { return len(b) == 0 || b[len(b)-1] == gap }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// lower is strings.ToLower without work for what is in lower case, as nearly
// every name is.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; 'A' <= c && c <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}
