package render

import (
	"path"
	"strings"
	"sync"

	"kohort/generator/handbook"
	"kohort/generator/render/internal/picture"
)

// site is what the pages of one tree share while they are rendered.
type site struct {
	in        Input
	images    images
	tree      *handbook.Tree
	theme     []asset // the theme's assets, the accent colour of site.yaml and the words of search
	terms     map[*handbook.Page][]handbook.Term
	documents []document      // to print
	prints    map[string]bool // their addresses
	frames    memo[frameKey, *frame]
	sidebars  memo[sidebarKey, *sidebar]
}

func newSite(in Input, pictures images, tree *handbook.Tree) *site {
	s := &site{in: in, images: pictures, tree: tree, theme: in.Theme.assets, terms: make(map[*handbook.Page][]handbook.Term)}
	if css := accentCSS(in.Config.Theme.Accent); css != "" {
		s.theme = append(s.theme[:len(s.theme):len(s.theme)], hashed("accent.css", css))
	}
	for _, edition := range tree.Editions {
		s.theme = append(s.theme[:len(s.theme):len(s.theme)], in.Theme.words.searchWords(edition.Lang))
		for _, term := range edition.Terms {
			s.terms[term.Page] = append(s.terms[term.Page], term)
		}
	}
	s.addDocuments()
	return s
}

// jobs lists the pages of every edition, and 404.html unless the handbook has
// a page there.
func (s *site) jobs() []job {
	var jobs []job
	own404 := false
	for _, edition := range s.tree.Editions {
		for _, page := range edition.Pages {
			jobs = append(jobs, job{s, edition, page})
			own404 = own404 || page.URL == s.tree.Dir+"404.html"
		}
	}
	if len(s.tree.Editions) > 0 && !own404 {
		jobs = append(jobs, job{s, s.tree.Editions[0], nil})
	}
	return jobs
}

// assets are the files that are copied: the theme's, and the handbook's, of
// which pictures lose their metadata.
func (s *site) assets() []File {
	var files []File
	for _, a := range s.theme {
		files = append(files, File{Path: s.tree.Dir + a.path, Content: a.content})
	}
	shown := make(map[string]bool)
	if len(s.images) > 0 {
		addShown(shown, s.tree)
	}
	for _, a := range s.tree.Assets {
		if picture.Named(strings.ToLower(path.Ext(a.Path))) {
			files = append(files, s.imageFiles(a, shown[a.Path])...)
			continue
		}
		files = append(files, File{Path: s.tree.Dir + a.Path, Content: a.Data, Sources: []string{"pages/" + a.Path}})
	}
	return files
}

// memo computes a value once for each key.
type memo[K comparable, V any] struct {
	mu     sync.Mutex
	values map[K]func() V
}

// get gives the value of key, made by compute where nobody has asked for it yet.
func (m *memo[K, V]) get(key K, compute func() V) V {
	m.mu.Lock()
	value, ok := m.values[key]
	if !ok {
		if m.values == nil {
			m.values = make(map[K]func() V)
		}
		value = sync.OnceValue(compute)
		m.values[key] = value
	}
	m.mu.Unlock()
	return value()
}

// folder is the folder of an output path: "" or "guidelines/".
func folder(url string) string {
	dir, _ := path.Split(url)
	return dir
}

// relative gives the link from a page in the folder dir to the output path to;
// to may be a folder, which ends in a slash.
func relative(dir, to string) string { return escapePath(relativePath(dir, to)) }

// relativePath is relative as a path, not escaped.
func relativePath(dir, to string) string {
	common := 0
	for i := 0; i < len(dir) && i < len(to) && dir[i] == to[i]; i++ {
		if dir[i] == '/' {
			common = i + 1
		}
	}
	up := strings.Count(dir[common:], "/")
	return strings.Repeat("../", up) + to[common:]
}

// escapePath escapes what would end a path early in a link; templates escape
// the rest.
func escapePath(p string) string {
	if !strings.ContainsAny(p, "%?#:") {
		return p
	}
	return strings.NewReplacer("%", "%25", "?", "%3F", "#", "%23", ":", "%3A").Replace(p)
}

// escapeFragment escapes an id for the fragment of a link. Kana and kanji stay
// as they are.
func escapeFragment(id string) string {
	if !strings.ContainsAny(id, "% \"<>`") {
		return id
	}
	return strings.NewReplacer("%", "%25", " ", "%20", `"`, "%22", "<", "%3C", ">", "%3E", "`", "%60").Replace(id)
}
