package render

import (
	"html"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// start writes a start tag with what changes in its attributes; all else stays
// as it was.
func (r *rewriter) start(name, raw string) {
	done := 1 // how much of raw has been written
	r.write("<")
	if in := headingLevel(name); in > 0 {
		r.level = r.below(in)
		r.write("h", strconv.Itoa(r.level))
		done += len(name)
	}
	folded := false
	for at := 1 + len(name); ; {
		a, ok := nextAttribute(raw, at)
		if !ok {
			break
		}
		at = a.end
		key := strings.ToLower(raw[a.start:a.name])
		value := html.UnescapeString(a.value)
		folded = folded || key == "class" && slices.Contains(foldedInPrint, strings.Split(value, " ")[0])
		changed, keep := r.attribute(name, key, value)
		if keep && changed == value {
			continue
		}
		r.write(strings.TrimRight(raw[done:a.start], " \n\t"))
		if keep {
			r.write(" ", key, `="`, html.EscapeString(changed), `"`)
		}
		done = a.end
	}
	end := len(strings.TrimRight(raw, "/>"))
	r.write(raw[done:max(done, end)])
	if name == "details" && !folded {
		r.write(" open")
	}
	r.write(raw[max(done, end):])
}

// attribute is one attribute of a start tag: where it starts, where its name
// ends, where it ends, and its value without quotes.
type attribute struct {
	start, name, end int
	value            string
}

// nextAttribute finds the next attribute of a start tag from a place on.
func nextAttribute(tag string, from int) (attribute, bool) {
	a := attribute{start: from}
	for a.start < len(tag) && strings.IndexByte(" \t\n\r\f/", tag[a.start]) >= 0 {
		a.start++
	}
	if a.start >= len(tag) || tag[a.start] == '>' {
		return a, false
	}
	a.name = a.start + 1
	for a.name < len(tag) && strings.IndexByte(" \t\n\r\f/>=", tag[a.name]) < 0 {
		a.name++
	}
	a.end = a.name
	rest := strings.TrimLeft(tag[a.name:], " \t\n\r\f")
	if !strings.HasPrefix(rest, "=") {
		return a, true
	}
	rest = strings.TrimLeft(rest[1:], " \t\n\r\f")
	at := len(tag) - len(rest)
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		a.value, _, _ = strings.Cut(rest[1:], rest[:1])
		a.end = min(at+len(a.value)+2, len(tag))
		return a, true
	}
	if stop := strings.IndexAny(rest, " \t\n\r\f>"); stop >= 0 {
		rest = rest[:stop]
	}
	a.value, a.end = rest, at+len(rest)
	return a, true
}

// foldedInPrint are the kinds of details that stay folded: the numbers of a
// chart, which is printed itself, and what is said of every figure.
var foldedInPrint = []string{"numbers", "about"}

// attribute gives what an attribute becomes, and whether it stays.
func (r *rewriter) attribute(element, key, value string) (string, bool) {
	if (element == "section" || element == "nav") && (key == "role" || strings.HasPrefix(key, "aria-label")) {
		return "", false // a landmark: the same in page after page
	}
	switch key {
	case "id":
		if r.used[value] || value == "" {
			return "", false
		}
		r.used[value] = true
		return r.id(value), true
	case "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "headers", "list":
		var ids []string
		for _, id := range strings.Fields(value) {
			if r.ids[r.place][id] {
				ids = append(ids, r.id(id))
			}
		}
		return strings.Join(ids, " "), len(ids) > 0
	case "href", "xlink:href":
		return r.link(value)
	case "src", "poster", "cite", "data":
		return r.link(value)
	case "srcset":
		candidates := strings.Split(value, ",")
		for i, c := range candidates {
			address, size, _ := strings.Cut(strings.TrimSpace(c), " ")
			address, _ = r.link(address)
			candidates[i] = strings.TrimSpace(address + " " + size)
		}
		return strings.Join(candidates, ", "), true
	case "name":
		return printID(r.place) + "-" + value, element != "details" // of one name, one alone would be open
	case "open":
		return "", element != "details"
	case "loading":
		return "", false // what is not loaded yet would not be printed
	}
	return strings.ReplaceAll(value, "url(#", "url(#"+printID(r.place)+"-"), true
}

func (r *rewriter) id(id string) string { return printID(r.place) + "-" + id }

// link gives what an address of the page becomes in the document. One that has
// been told to lead nowhere goes: it would be told again.
func (r *rewriter) link(address string) (string, bool) {
	if slices.Contains(r.page.Broken, address) {
		return "", false
	}
	file, fragment, _ := strings.Cut(address, "#")
	file, query, _ := strings.Cut(file, "?")
	plain, err := url.PathUnescape(file)
	if err != nil || strings.HasPrefix(file, "/") || strings.Contains(file, ":") {
		return address, true
	}
	target := r.page.URL
	if file != "" {
		target = path.Join(folder(r.page.URL), plain)
	}
	if place, here := r.places[target]; here {
		return r.inside(place, fragment), true
	}
	out := encoded(relativePath(r.dir, target))
	if query != "" {
		out += "?" + query
	}
	if fragment != "" {
		out += "#" + fragment
	}
	return out, true
}

// inside is the link to a page of the document, or to a place in it.
func (r *rewriter) inside(place int, fragment string) string {
	if plain, err := url.PathUnescape(fragment); err == nil && !r.ids[place][fragment] {
		fragment = plain
	}
	if !r.ids[place][fragment] {
		return "#" + printID(place)
	}
	return "#" + printID(place) + "-" + escapeFragment(fragment)
}
