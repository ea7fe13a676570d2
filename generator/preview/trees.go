package preview

import (
	"html"
	"path"
	"slices"
	"strings"
)

// trees are the folders that hold a site each, on a handbook with audiences;
// there are none where the handbook is one site.
func trees(files map[string]string) []string {
	if files["index.html"] != "" {
		return nil
	}
	var found []string
	for name := range files {
		if dir, file := path.Split(name); file == "index.html" && strings.Count(dir, "/") == 1 {
			found = append(found, strings.TrimSuffix(dir, "/"))
		}
	}
	slices.Sort(found)
	return found
}

// lobby leads to each audience's site. It is the preview's alone: what is
// published has nothing beside the sites.
func (s *Server) lobby(trees []string) string {
	var list strings.Builder
	for _, tree := range trees {
		list.WriteString(`<li><a href="/` + html.EscapeString(tree) + `/index.html">` + html.EscapeString(tree) + "</a></li>")
	}
	title := html.EscapeString(s.options.Title)
	return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>` + title +
		`</title></head><body class="kohort-standin"><h1>` + title + `</h1><ul>` + list.String() + `</ul></body></html>`
}

// notFound is the page to show for an address that no file has: that of the
// tree that it lies in.
func notFound(files map[string]string, name string) string {
	tree, _, _ := strings.Cut(name, "/")
	if page := files[path.Join(tree, "404.html")]; page != "" {
		return page
	}
	return files["404.html"]
}
