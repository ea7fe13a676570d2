package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"kohort/generator/diag"
)

// checkSVG reports what in a drawing runs a script or loads something from
// elsewhere: opened by itself it is a document of the site and would do both.
func checkSVG(file string, data []byte) []diag.Problem {
	var problems []diag.Problem
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict = false // entities of drawing programs are no mistake of the author
	decoder.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("charset %s is not UTF-8", charset)
	}
	style := false
	for {
		token, err := decoder.RawToken()
		line, column := decoder.InputPos()
		if errors.Is(err, io.EOF) {
			return problems
		}
		if err != nil {
			return append(problems, diag.New("svg-broken", diag.At(file, line, 0)))
		}
		var found []string
		switch t := token.(type) {
		case xml.StartElement:
			style = strings.EqualFold(t.Name.Local, "style")
			found = unsafeElement(t)
		case xml.EndElement:
			style = false
		case xml.CharData:
			if style && loadsByCSS(string(t)) {
				found = []string{"url(…)"}
			}
		case xml.Directive:
			if entityWithMarkup(string(t)) {
				found = []string{"<!ENTITY>"}
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				found = []string{"<?" + t.Target + "?>"}
			}
		}
		for _, what := range found {
			problems = append(problems, diag.New("svg-unsafe", diag.At(file, line, column), diag.Slot("what", what)))
		}
	}
}

func unsafeElement(e xml.StartElement) []string {
	var found []string
	switch strings.ToLower(e.Name.Local) {
	case "script", "foreignobject", "iframe", "embed", "object", "handler", "listener":
		found = append(found, "<"+e.Name.Local+">")
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(strings.TrimSpace(a.Value))
		switch {
		case strings.HasPrefix(name, "on"),
			name == "href" && !localTarget(value),
			name == "src" && !localTarget(value),
			loadsByCSS(value),
			strings.Contains(strings.Join(strings.Fields(value), ""), "javascript:"):
			found = append(found, a.Name.Local+"=…")
		}
	}
	return found
}

// entityWithMarkup says whether a DOCTYPE declares an entity that holds more
// than plain characters, such as a <script>. Those of drawing programs hold
// namespaces.
func entityWithMarkup(doctype string) bool {
	return strings.ContainsAny(strings.NewReplacer("<!ENTITY", "", "<!ELEMENT", "", "<!ATTLIST", "").Replace(doctype), "<&")
}

// localTarget says whether an href stays inside the drawing.
func localTarget(value string) bool {
	if value == "" || value[0] == '#' {
		return true
	}
	for _, kind := range []string{"png", "jpeg", "jpg", "gif", "webp"} {
		if strings.HasPrefix(value, "data:image/"+kind+";base64,") { // render takes the metadata out of such
			return true
		}
	}
	return false
}

// loadsByCSS says whether a style or a presentation attribute fetches a file.
func loadsByCSS(css string) bool {
	css = strings.ToLower(css)
	if strings.Contains(css, "@import") {
		return true
	}
	for {
		_, rest, found := strings.Cut(css, "url(")
		if !found {
			return false
		}
		if !localTarget(strings.Trim(strings.TrimSpace(rest), `"'`)) {
			return true
		}
		css = rest
	}
}
