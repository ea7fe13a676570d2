package render

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/handbook"
)

// addDocuments finds what of the tree can be printed as one.
func (s *site) addDocuments() {
	s.prints = make(map[string]bool)
	for _, edition := range s.tree.Editions {
		for _, d := range documents(s, edition) {
			s.documents = append(s.documents, d)
			s.prints[d.url] = true
		}
	}
}

// finished finds the files of pages that have been rendered.
type finished map[*handbook.Page]File

func newFinished(jobs []job, made []rendered) finished {
	out := make(finished, len(jobs))
	for i, j := range jobs {
		for _, f := range made[i].files {
			if j.page != nil && f.Path == j.page.URL {
				out[j.page] = f
			}
		}
	}
	return out
}

// print makes one document of its pages as they were rendered, whatever their
// layouts: it is the one place where finished markup is read again. Its figures
// keep their tags, and so are held against the releases as on the pages.
func (s *site) print(d document, pages finished) (File, []diag.Problem) {
	layout := s.in.Theme.layout("print")
	if layout == nil {
		return File{Path: d.url}, nil // LoadTheme has told that it is missing
	}
	view := s.printView(d)
	var shell strings.Builder
	if err := layout.ExecuteTemplate(&shell, "print", view); err != nil {
		return File{Path: d.url}, []diag.Problem{templateProblem(err, "print")}
	}
	var from []string
	articles := make([]written, len(d.pages))
	for i, page := range d.pages {
		articles[i].page, articles[i].html = page, article(pages[page].Content)
		from = append(from, pages[page].Sources...)
	}
	slices.Sort(from)
	body := rewrite(d, articles, view.frame)
	return File{Path: d.url, Content: strings.Replace(shell.String(), string(bodyMarker), body, 1), Sources: slices.Compact(from)}, nil
}
