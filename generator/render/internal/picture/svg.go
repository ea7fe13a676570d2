package picture

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
)

// beginsSVG says whether a file reads like a drawing.
func beginsSVG(data string) bool {
	return strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(data, "\ufeff"), " \t\r\n"), "<") &&
		(strings.Contains(data, "<svg") || strings.Contains(data, ":svg"))
}

// editors are the namespaces in which drawing programs keep what they alone
// read: names of files and folders, layers, guides, versions.
var editors = []string{
	"http://sodipodi.sourceforge.net/", "http://www.inkscape.org/", "http://ns.adobe.com/", "http://www.bohemiancoding.com/sketch/",
	"http://www.serif.com/", "http://schemas.microsoft.com/visio/", "http://vectornator.io", "http://www.figma.com/", "http://www.vector.evaxdesign.sk",
	"http://creativecommons.org/ns#", "http://web.resource.org/cc/", "http://purl.org/dc/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}

// readSVG cuts comments, metadata and what drawing programs wrote for
// themselves out of a drawing, and cleans the pictures that it holds.
func readSVG(data string) (Picture, error) {
	d := xml.NewDecoder(strings.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, ErrBroken }
	s := drawing{kept: kept{whole: data}, ours: make(map[string]bool)}
	for {
		start := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Picture{}, ErrBroken
		}
		s.token(token, start, int(d.InputOffset()))
	}
	if !s.begun {
		return Picture{}, ErrUnknown
	}
	clean, err := cleanEmbedded(s.kept.String())
	return Picture{Kind: SVG, Data: clean, Width: s.width, Height: s.height, orientation: 1}, err
}

// drawing is what is kept of a drawing while it is read.
type drawing struct {
	kept          kept
	begun         bool
	width, height int
	depth         int
	skipped       int             // depth of the element that is being cut out; 0 where none is
	ours          map[string]bool // prefixes of the editors' namespaces
}

// token takes what stands between two places of the file.
func (s *drawing) token(token xml.Token, start, end int) {
	switch t := token.(type) {
	case xml.StartElement:
		s.depth++
		if !s.begun {
			s.begun = true
			s.width, s.height = svgSize(t)
		}
		for _, a := range t.Attr {
			if a.Name.Space == "xmlns" && (hasAnyPrefix(a.Value, editors) || adobeEntity(a.Value)) {
				s.ours[a.Name.Local] = true
			}
		}
		if s.skipped == 0 && (t.Name.Local == "metadata" || s.ours[t.Name.Space]) {
			s.skipped = s.depth
		}
		if s.skipped == 0 {
			s.tag(start, end)
		}
	case xml.EndElement:
		s.depth--
		switch {
		case s.skipped == 0:
			s.kept.keep(start, end)
		case s.depth < s.skipped:
			s.skipped = 0
		}
	case xml.Comment:
	default:
		if s.skipped == 0 {
			s.kept.keep(start, end)
		}
	}
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// adobeEntity says whether a namespace is one that Illustrator names by an
// entity of its own.
func adobeEntity(value string) bool {
	return strings.HasPrefix(value, "&ns_") && value != "&ns_svg;" && value != "&ns_xlink;"
}

// prefixed is an attribute whose name has a prefix, in a start tag.
var prefixed = regexp.MustCompile(`\s+([\pL_][\pL\pN_.\-]*):([\pL_][\pL\pN_.\-]*)\s*=\s*("[^"]*"|'[^']*')|"[^"]*"|'[^']*'`)

// tag keeps a start tag but for the attributes of the editors. An editor's
// namespace stays announced: an element that is kept may stand in it.
func (s *drawing) tag(start, end int) {
	at, text := start, s.kept.whole[start:end]
	for _, m := range prefixed.FindAllStringSubmatchIndex(text, -1) {
		if m[2] >= 0 && s.ours[text[m[2]:m[3]]] {
			s.kept.keep(at, start+m[0])
			at = start + m[1]
		}
	}
	s.kept.keep(at, end)
}

var embedded = regexp.MustCompile(`(?i)data:image/[a-z+]+;base64,([A-Za-z0-9+/=\s]+)`)

// cleanEmbedded cleans the pictures that a drawing holds.
func cleanEmbedded(data string) (string, error) {
	k := kept{whole: data}
	for _, m := range embedded.FindAllStringSubmatchIndex(data, -1) {
		text := strings.Join(strings.Fields(data[m[2]:m[3]]), "")
		raw, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			raw, err = base64.RawStdEncoding.DecodeString(text)
		}
		if err != nil {
			return "", ErrBroken
		}
		p, err := Read(string(raw))
		if err != nil {
			return "", err
		}
		if p.Data != string(raw) {
			k.keep(k.to, m[2])
			k.put(base64.StdEncoding.EncodeToString([]byte(p.Data)))
			k.from, k.to = m[3], m[3]
		}
	}
	k.keep(k.to, len(data))
	return k.String(), nil
}
