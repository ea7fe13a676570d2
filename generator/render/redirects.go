package render

import (
	"strings"

	"kohort/generator/diag"
	"kohort/generator/handbook"
)

// redirectView is what the template of a page at an old address sees.
type redirectView struct {
	*frame
	Title     string // of the page that it leads to
	TitleLang string // empty where it is the frame's
	URL       string // relative
	Canonical string // absolute; empty without base_url
}

// redirects gives a page for each old address, which sends its reader on
// without a script. What already has a file of that name keeps it.
func (s *site) redirects(edition *handbook.Edition) ([]File, []diag.Problem) {
	layout := s.in.Theme.layout("redirect")
	if layout == nil {
		return nil, nil // LoadTheme has told that it is missing
	}
	var files []File
	for _, old := range edition.Redirects {
		dir := folder(old.URL)
		f := *s.frame(edition, dir)
		f.Plain = true
		view := redirectView{frame: &f, Title: old.Page.Title, TitleLang: f.foreign(old.Page), URL: encoded(relativePath(dir, old.Page.URL))}
		if base := s.in.Config.BaseURL; base != "" {
			view.Canonical = absolute(base, original(old.Page).URL)
		}
		var out strings.Builder
		if err := layout.ExecuteTemplate(&out, "redirect", view); err != nil {
			return nil, []diag.Problem{templateProblem(err, "redirect")}
		}
		files = append(files, File{Path: old.URL, Content: out.String(), Sources: sourcesOf(old)})
	}
	return files, nil
}

// sourcesOf are the files that a page at an old address is made of, first the
// one that lists the address.
func sourcesOf(old handbook.Redirect) []string {
	files := []string{old.Source}
	for _, file := range old.Page.Sources {
		if file != old.Source {
			files = append(files, file)
		}
	}
	return files
}

// besides gives the files of the tree that are no pages: the sitemap, feeds and
// robots.txt of a site that says where it will stand, and the pages at old
// addresses. A preview has none of the first three.
func (s *site) besides() ([]File, []diag.Problem, error) {
	var files []File
	var problems []diag.Problem
	for _, edition := range s.tree.Editions {
		old, more := s.redirects(edition)
		files, problems = append(files, old...), append(problems, more...)
		if !s.hasFeed(edition) {
			continue
		}
		feed, err := s.feed(edition)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, feed)
	}
	if s.in.Config.BaseURL == "" || s.in.Preview {
		return files, problems, nil
	}
	list, err := s.sitemap()
	if err != nil {
		return nil, nil, err
	}
	files = append(files, list)
	if !s.hasAsset(robotsFile) {
		files = append(files, s.robots())
	}
	return files, problems, nil
}

// hasAsset says whether the handbook itself has a file of that name.
func (s *site) hasAsset(name string) bool {
	for _, a := range s.tree.Assets {
		if strings.EqualFold(a.Path, name) {
			return true
		}
	}
	return false
}
