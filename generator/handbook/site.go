package handbook

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// site is what all trees and editions share: the pages grouped by language
// and the tables to look links up in. It does not change once made.
type site struct {
	in        Input
	languages []string
	groups    []*group            // in order of path
	files     map[string]*version // by path below pages/
	folded    map[string]string   // path by its folded form, of pages and assets
	bases     map[string][]string // paths of pages by file name
	folders   map[string]*folder  // by path; "" is pages/ itself
	assets    map[string]bool
	urls      map[string]*group          // by folded URL
	reach     map[string]map[string]bool // by audience: whose content it gets
	reports   map[string]bool            // cohorts that a report is written for, shown or not
	briefs    map[string]bool            // cohorts that a brief is written for, shown or not
	listed    bool                       // a list of reports is written, shown or not
	moved     map[string]*group          // by an old address, folded
	undue     map[string]bool            // assets that pages which are not due use
}

// folder is what a folder of pages/ holds.
type folder struct {
	index *group   // its index page; nil where it has none
	pages []string // file names of its pages
}

// group is one page in all its languages.
type group struct {
	place    int        // in site.groups
	url      string     // without a language's or an audience's folder
	versions []*version // one a language of the site; nil where not translated
}

// version is a page in one language.
type version struct {
	*Converted
	group *group
	lang  int // place in site.languages
}

// isUnread says whether a version could not be read: what the page lacks, it may
// well have there.
func (g *group) isUnread() bool {
	return slices.ContainsFunc(g.versions, func(v *version) bool { return v != nil && v.Page.Unread })
}

// base is the version whose settings hold for all: that of the first
// language that the page exists in.
func (g *group) base() *version {
	for _, v := range g.versions {
		if v != nil {
			return v
		}
	}
	return nil
}

// in is the version to show in a language: its own, else the first there is.
func (g *group) in(lang int, shown func(*version) bool) *version {
	if v := g.versions[lang]; v != nil && shown(v) {
		return v
	}
	for _, v := range g.versions {
		if v != nil && shown(v) {
			return v
		}
	}
	return nil
}

// dir is the folder below pages/ that the page stands in.
func (g *group) dir() string { return folderOf(g.url) }

func (g *group) isIndex() bool { return path.Base(g.url) == "index.html" }

func newSite(in Input) (*site, []diag.Problem) {
	s := &site{
		in: in, languages: in.Config.Languages,
		files: make(map[string]*version, len(in.Pages)), folded: make(map[string]string, len(in.Pages)+len(in.Assets)),
		bases: make(map[string][]string, len(in.Pages)), folders: make(map[string]*folder), assets: make(map[string]bool, len(in.Assets)),
	}
	if len(s.languages) == 0 {
		s.languages = []string{"ja"}
	}
	problems := s.addPages()
	problems = append(problems, s.addAssets()...)
	problems = append(problems, s.checkAliases()...)
	problems = append(problems, s.addAudiences()...)
	problems = append(problems, s.checkFronts()...)
	problems = append(problems, s.checkMeasured()...)
	problems = append(problems, s.checkLifecycle()...)
	s.undue = s.assetsOfUndue()
	return s, problems
}

func (s *site) addPages() []diag.Problem {
	var problems []diag.Problem
	s.urls = make(map[string]*group, len(s.in.Pages))
	for i := range s.in.Pages {
		p := &s.in.Pages[i]
		url, lang := s.address(p.Page.Path)
		if first, _, nested := strings.Cut(url, "/"); nested && slices.ContainsFunc(s.languages[1:], func(l string) bool { return strings.EqualFold(l, first) }) {
			problems = append(problems, diag.New("page-language-folder", diag.Pos{File: p.Page.File()},
				diag.Slot("folder", first), diag.Slot("better", strings.TrimSuffix(p.Page.Path[len(first)+1:], ".md")+"."+first+".md")))
			continue
		}
		g := s.urls[fold(url)]
		if g == nil {
			g = &group{url: url, versions: make([]*version, len(s.languages))}
			s.urls[fold(url)] = g
			s.groups = append(s.groups, g)
		}
		if other := g.versions[lang]; other != nil {
			problems = append(problems, urlTwice(p.Page.File(), url, other.Page.File()))
			continue
		}
		v := &version{Converted: p, group: g, lang: lang}
		g.versions[lang] = v
		s.files[p.Page.Path] = v
		s.folded[fold(p.Page.Path)] = p.Page.Path
		s.bases[path.Base(p.Page.Path)] = append(s.bases[path.Base(p.Page.Path)], p.Page.Path)
		s.addFolder(folderOf(p.Page.Path), path.Base(p.Page.Path), g)
	}
	slices.SortStableFunc(s.groups, func(a, b *group) int { return strings.Compare(a.url, b.url) })
	for i, g := range s.groups {
		g.place = i
	}
	return problems
}

// addFolder enters a page into its folder, and makes the folders above.
func (s *site) addFolder(dir, name string, g *group) {
	f := s.folders[dir]
	if f == nil {
		f = &folder{}
		s.folders[dir] = f
		for up := dir; up != ""; {
			up = folderOf(up)
			if s.folders[up] == nil {
				s.folders[up] = &folder{}
			}
		}
	}
	f.pages = append(f.pages, name)
	if g.isIndex() {
		f.index = g
	}
}

func (s *site) addAssets() []diag.Problem {
	var problems []diag.Problem
	seen := make(map[string]string, len(s.in.Assets))
	for _, a := range s.in.Assets {
		file := "pages/" + a.Path
		if g := s.urls[fold(a.Path)]; g != nil {
			problems = append(problems, urlTwice(file, a.Path, g.base().Page.File()))
			continue
		}
		if other, taken := seen[fold(a.Path)]; taken {
			problems = append(problems, urlTwice(file, a.Path, other))
			continue
		}
		seen[fold(a.Path)] = file
		s.assets[a.Path] = true
		s.folded[fold(a.Path)] = a.Path
	}
	return problems
}

// address gives the URL of a file of pages/ and the language that its suffix
// names; without one, the site's first.
func (s *site) address(file string) (url string, lang int) {
	stem := strings.TrimSuffix(file, ".md")
	if dot := strings.LastIndexByte(stem, '.'); dot > strings.LastIndexByte(stem, '/')+1 {
		for i, l := range s.languages {
			if strings.EqualFold(stem[dot+1:], l) {
				stem, lang = stem[:dot], i
				break
			}
		}
	}
	if name := path.Base(stem); strings.EqualFold(name, "readme") || strings.EqualFold(name, "index") {
		stem = stem[:len(stem)-len(name)] + "index"
	}
	return stem + ".html", lang
}

func urlTwice(file, url, other string) diag.Problem {
	return diag.New("page-url-twice", diag.Pos{File: file}, diag.Slot("url", url), diag.Slot("other", other))
}

// frontPos is the place of a front-matter key, else the file.
func frontPos(p source.Page, key string) diag.Pos {
	if pos, ok := p.Front.Lines[key]; ok {
		return pos
	}
	return diag.Pos{File: p.File()}
}

// fold makes addresses equal that one file system or another takes for equal.
func fold(s string) string { return strings.ToLower(norm.NFC.String(s)) }

// folderOf is the folder of a slash path; empty at the top.
func folderOf(file string) string {
	i := strings.LastIndexByte(file, '/')
	if i < 0 {
		return ""
	}
	return file[:i]
}
