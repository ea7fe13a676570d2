package handbook

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"kohort/generator/diag"
)

// Redirect is an old address of a page, from the output's root: "en/old.html".
type Redirect struct {
	URL    string
	Page   *Page
	Source string // the file that lists it, from the handbook's folder
}

// alias is an old address of a page, without the folder of a language.
type alias struct {
	url    string
	lang   int // the one language that it is an address in; everyLang is all of them
	source string
}

const everyLang = -1

// aliasesOf gives the old addresses of a version. Those of a page's first
// language hold in all: its other languages had stood beside it. One that
// begins with the folder of a language is an address in that language.
func (s *site) aliasesOf(v *version) []alias {
	var out []alias
	for _, written := range v.Page.Front.Aliases {
		a := alias{aliasURL(written), everyLang, v.Page.File()}
		if v != v.group.base() {
			a.lang = v.lang
		}
		first, rest, nested := strings.Cut(a.url, "/")
		if i := slices.IndexFunc(s.languages, func(l string) bool { return strings.EqualFold(l, first) }); nested && i > 0 {
			a.url, a.lang = rest, i
		}
		out = append(out, a)
	}
	return out
}

// aliasURL is the address that an alias stands for: "/old/intro",
// "old/intro.md" and "old/intro.html" are the same.
func aliasURL(written string) string {
	clean := strings.TrimPrefix(path.Clean("/"+written), "/")
	if strings.HasSuffix(written, "/") || clean == "" {
		return path.Join(clean, "index.html")
	}
	return strings.TrimSuffix(strings.TrimSuffix(clean, ".md"), ".html") + ".html"
}

// checkAliases finds old addresses that something else already has, and keeps
// the others, to find pages that links lead to by them.
func (s *site) checkAliases() []diag.Problem {
	s.moved = make(map[string]*group)
	var problems []diag.Problem
	for _, g := range s.groups {
		for _, v := range g.versions {
			if v == nil {
				continue
			}
			for i, a := range s.aliasesOf(v) {
				url := fold(a.url)
				if other := s.holder(url); other != "" {
					problems = append(problems, aliasTaken(v, i, other))
				} else if first := s.moved[url]; first != nil && first != g {
					problems = append(problems, aliasTaken(v, i, first.base().Page.File()))
				} else {
					s.moved[url] = g
				}
			}
		}
	}
	return problems
}

func aliasTaken(v *version, place int, other string) diag.Problem {
	return diag.New("alias-taken", frontPos(v.Page, "aliases"),
		diag.Slot("alias", v.Page.Front.Aliases[place]), diag.Slot("other", other))
}

// holder is what stands at a folded address without aliases: a page, an asset,
// or what is made where nobody wrote it; nothing where it is free.
func (s *site) holder(url string) string {
	if g := s.urls[url]; g != nil {
		return g.base().Page.File()
	}
	if asset := s.folded[url]; s.assets[asset] {
		return "pages/" + asset
	}
	made := []string{homeURL, "404.html"}
	if len(s.in.Cohorts) > 0 {
		made = append(made, reportsURL)
	}
	for _, c := range s.in.Cohorts {
		made = append(made, reportURL(c.ID), briefURL(c.ID))
	}
	for _, m := range made {
		if fold(m) == url {
			return m
		}
	}
	return ""
}

// addRedirects gives an edition the old addresses of the pages it shows.
func (e *edition) addRedirects() {
	seen := make(map[string]bool)
	for _, d := range e.order {
		if d.version == nil {
			continue
		}
		g := d.version.group
		aliases := e.site.aliasesOf(g.base())
		if own := g.versions[e.lang]; own != nil && own != g.base() && own == d.version {
			aliases = append(aliases, e.site.aliasesOf(own)...)
		}
		for _, a := range aliases {
			url := fold(a.url)
			if a.lang != everyLang && a.lang != e.lang || seen[url] || e.site.moved[url] != g {
				continue
			}
			seen[url] = true
			e.Redirects = append(e.Redirects, Redirect{e.Dir + a.url, d.Page, a.source})
		}
	}
	slices.SortFunc(e.Redirects, func(a, b Redirect) int { return cmp.Compare(a.URL, b.URL) })
}
