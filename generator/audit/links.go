package audit

import (
	"path"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// tree is the output as links see it.
type tree struct {
	pages map[string]*page // HTML files by path
	files map[string]bool  // all files by path
}

// notFound is the page that a server shows for any address: its links cannot
// be relative.
const notFound = "404.html"

// checkLinks checks that the links of a page lead to files and ids that
// exist. Those in known have been told where they were written.
func (t tree) checkLinks(p *page, known []string, seen map[string]string) []finding {
	var found []finding
	tell := func(id diag.ID, link string) {
		plain := unescapePercent(link)
		if !slices.ContainsFunc(known, func(k string) bool { return unescapePercent(k) == plain }) {
			found = append(found, finding{id: id, needle: link, args: []diag.Arg{diag.Slot("link", link)}})
		}
	}
	for _, link := range p.links {
		if link == "" || link == "#" || link == "#top" {
			continue
		}
		if scheme := schemeOf(link); scheme != "" {
			if !slices.Contains(schemes, scheme) && !isDataImage(link) {
				tell("link-unsafe", link)
			}
			continue
		}
		if link[0] == '/' {
			if path.Base(p.path) != notFound || strings.HasPrefix(link, "//") {
				tell("output-link-absolute", link)
			}
			continue
		}
		address, fragment, _ := strings.Cut(link, "#")
		target := p.path
		if address != "" {
			var ok bool
			if target, ok = t.target(p.path, address, seen); !ok {
				tell("output-link", link)
				continue
			}
		}
		if fragment != "" && fragment != "top" && !t.has(target, fragment) {
			tell("output-fragment", link)
		}
	}
	return found
}

// target is the file that a relative address leads to. Seen keeps what was
// found for the pages of one folder, which share most of their links.
func (t tree) target(from, address string, seen map[string]string) (string, bool) {
	if file, known := seen[address]; known {
		return file, file != ""
	}
	plain, _, _ := strings.Cut(address, "?")
	plain = unescapePercent(plain)
	file := path.Join(path.Dir(from), plain)
	if !t.files[file] || strings.HasSuffix(plain, "/") {
		file = ""
	}
	seen[address] = file
	return file, file != ""
}

// has says whether a file has an id; what is no page has none to check.
func (t tree) has(file, fragment string) bool {
	p := t.pages[file]
	if p == nil || slices.Contains(p.ids, fragment) {
		return true
	}
	return slices.Contains(p.ids, unescapePercent(fragment))
}

// schemes are those that a page may link to.
var schemes = []string{"http", "https", "mailto", "tel"}

func isDataImage(link string) bool { return strings.HasPrefix(lower(link), "data:image/") }

// schemeOf is the scheme of an address as a browser finds it, which skips
// control characters and space; empty for a relative one.
func schemeOf(link string) string {
	end := strings.IndexAny(link, ":/?#")
	if end < 0 || link[end] != ':' {
		return ""
	}
	return lower(strings.Map(func(c rune) rune {
		if c <= ' ' {
			return -1
		}
		return c
	}, link[:end]))
}
