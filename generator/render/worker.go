package render

import (
	"bytes"
	"errors"
	"html"
	"slices"
	"strconv"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/handbook"
	"kohort/generator/search"
)

var nul = []byte{0}

// worker renders one page after the other and keeps its buffer between them.
type worker struct{ shell bytes.Buffer }

// rendered is a page with the downloads of its figures, and what it says.
type rendered struct {
	files    []File
	says     search.Page // for the search index; empty for 404.html
	problems []diag.Problem
}

// run renders one page.
func (w *worker) run(j job) (rendered, error) {
	if j.page == nil {
		page, problems := w.notFound(j)
		return rendered{files: []File{page}, problems: problems}, nil
	}
	dir := folder(j.page.URL)
	b := &body{site: j.site, page: j.page, frame: j.site.frame(j.edition, dir), toc: j.page.TOC, text: newPageText(j.page, j.site.terms[j.page])}
	view := j.site.pageView(j.edition, j.page)
	b.parts(j.page.Parts)
	j.site.addFigures(&view, b)
	content, err := w.fill(view, b, j.site.sidebar(j.edition, j.page, dir))
	if err != nil {
		b.problems = append(b.problems, templateProblem(err, view.Layout))
	}
	b.addDrawn(&view)
	files, err := b.files()
	files = append(files, File{Path: j.page.URL, Content: content, Sources: sources(j.page, b)})
	return rendered{files, b.text.page(j.page), b.problems}, err
}

// fill runs the layout of a page and puts the large pieces in.
func (w *worker) fill(view pageView, b *body, nav *sidebar) (string, error) {
	layout := b.site.in.Theme.layout(view.Layout)
	if layout == nil {
		return "", nil // LoadTheme has told that it is missing
	}
	if err := errors.Join(b.frame.drawn.err, nav.err); err != nil {
		return "", err
	}
	w.shell.Reset()
	if err := layout.ExecuteTemplate(&w.shell, "base", view); err != nil {
		return "", err
	}
	b.addLater(w.shell.Bytes())
	toc, drawn := b.tableOfContents(), &b.frame.drawn
	size := w.shell.Len() + len(drawn.head) + drawn.header.size() + nav.size() + len(toc) + len(drawn.footer) + 256
	for _, piece := range b.out {
		size += len(piece)
	}
	var out strings.Builder
	out.Grow(size)
	rest := w.shell.Bytes()
	for {
		before, after, found := bytes.Cut(rest, nul)
		out.Write(before)
		if !found {
			return out.String(), nil
		}
		var marker []byte
		marker, rest, _ = bytes.Cut(after, nul)
		switch string(marker) {
		case "head":
			out.WriteString(drawn.head)
		case "header":
			drawn.header.write(&out, b.languageLink)
		case "sidebar":
			nav.write(&out, b.page)
		case "body":
			for _, piece := range b.out {
				out.WriteString(piece)
			}
		case "toc":
			out.WriteString(toc)
		case "foot":
			out.WriteString(drawn.footer)
		}
	}
}

// languageLink is the link of the header to an edition, by its number.
func (b *body) languageLink(edition int) string {
	return html.EscapeString(b.site.inLanguage(b.page, folder(b.page.URL), b.site.tree.Editions[edition]))
}

// tableOfContents is the table of contents of a page, empty where it has none.
func (b *body) tableOfContents() string {
	if len(b.toc) == 0 {
		return ""
	}
	var list, out strings.Builder
	list.WriteString("<ul>\n")
	own, lang := len(b.page.TOC), b.frame.foreign(b.page)
	for i, h := range b.toc {
		list.WriteString(`<li class="level-`)
		list.WriteString(strconv.Itoa(h.Level))
		list.WriteString(`"`)
		if lang != "" && i < own {
			list.WriteString(` lang="` + html.EscapeString(lang) + `"`)
		}
		list.WriteString(`><a href="#`)
		list.WriteString(html.EscapeString(escapeFragment(h.ID)))
		list.WriteString(`">`)
		list.WriteString(html.EscapeString(h.Text))
		list.WriteString("</a></li>\n")
	}
	list.WriteString("</ul>")
	b.frame.drawn.toc.write(&out, func(int) string { return list.String() })
	return out.String()
}

// notFound renders 404.html of a tree. It may be shown at any address, so its
// links begin at the root of the server: with the path of base_url where the
// site has one. Without, they are relative and hold at the top of the site.
func (w *worker) notFound(j job) (File, []diag.Problem) {
	s, path := j.site, j.site.tree.Dir+"404.html"
	view := notFoundView{frame: s.frame(j.edition, s.tree.Dir)}
	if root, known := s.serverPath(); known {
		view.frame = s.absoluteFrame(root, j.edition)
	}
	for _, e := range s.tree.Editions {
		home := view.Root + strings.TrimPrefix(e.Dir, s.tree.Dir) + "index.html"
		view.Editions = append(view.Editions, editionLink{s.frame(e, s.tree.Dir), home})
	}
	layout := s.in.Theme.layout("404")
	if layout == nil {
		return File{Path: path}, nil
	}
	var out strings.Builder
	if err := layout.ExecuteTemplate(&out, "404", view); err != nil {
		return File{Path: path}, []diag.Problem{templateProblem(err, "404")}
	}
	return File{Path: path, Content: out.String()}, nil
}

// notFoundView is what the template of 404.html sees: it speaks every language
// of the site.
type notFoundView struct {
	*frame
	Editions []editionLink
}

type editionLink struct {
	*frame
	URL string // of the edition's home page
}

// sources names the files of the handbook that went into a page.
func sources(page *handbook.Page, b *body) []string {
	names := append(slices.Clone(page.Sources), b.releases...)
	slices.Sort(names[len(page.Sources):])
	return slices.Compact(names)
}
