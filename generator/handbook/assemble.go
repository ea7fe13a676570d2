package handbook

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// WordIDs gives the ids of the words that Assemble takes from Input.Words:
// the titles of a generated home, list of reports and brief, and the label of
// a brief below its report.
func WordIDs() []string { return []string{"hb_home", "hb_reports", "hb_brief_of", "hb_brief"} }

// Assemble makes the handbook of the converted pages. It gives one even where
// there are errors, so that all problems of the site are told at once; each is
// told once, however many trees and editions it shows in.
func Assemble(in Input) (*Handbook, []diag.Problem) {
	s, problems := newSite(in)
	h := &Handbook{}
	used := make(map[string]bool)
	for _, a := range s.audiences() {
		tree, found := s.tree(a)
		h.Trees = append(h.Trees, tree)
		problems = append(problems, found...)
		for _, asset := range tree.Assets {
			used[asset.Path] = true
		}
	}
	for _, asset := range in.Assets {
		if s.assets[asset.Path] && !used[asset.Path] && !s.undue[asset.Path] {
			problems = append(problems, diag.New("asset-unused", diag.Pos{File: "pages/" + asset.Path}))
		}
	}
	h.Untranslated = untranslated(h)
	problems = append(problems, s.untranslatedProblems(h.Untranslated)...)
	return h, diag.Sort(problems)
}

// tree assembles one audience's pages in every language.
func (s *site) tree(a audience) (*Tree, []diag.Problem) {
	t := &Tree{Audience: a.name, Dir: a.dir()}
	drafts := make([]*edition, len(s.languages))
	var problems []diag.Problem
	for i, lang := range s.languages {
		drafts[i] = s.edition(t, a, i, lang)
		t.Editions = append(t.Editions, drafts[i].Edition)
	}
	for _, e := range drafts {
		problems = append(problems, s.addNav(e)...)
		problems = append(problems, e.addTerms()...)
	}
	problems = append(problems, s.unlisted(drafts)...)
	linkLanguages(drafts)
	used, found := s.resolve(drafts)
	problems = append(problems, found...)
	t.Assets = s.assetsOf(a, used)
	for _, e := range drafts {
		e.addLists()
		e.addRedirects()
	}
	return t, problems
}

// assetsOf are the assets of a tree. On a site with audiences they are those
// that its pages show or link to: another audience's images are not in it in any
// form. Else they are all but those that only pages which are not due use.
func (s *site) assetsOf(a audience, used map[string]bool) []source.Asset {
	var out []source.Asset
	for _, asset := range s.in.Assets {
		switch {
		case !s.assets[asset.Path]: // its address is another file's, which is told
		case used[asset.Path] || asset.Path == s.in.Config.Theme.Logo, a.name == "" && !s.undue[asset.Path]:
			out = append(out, asset)
		}
	}
	return out
}

// resolve fills the parts of every page, on all cores, and gives the assets
// that they use.
func (s *site) resolve(editions []*edition) (used map[string]bool, problems []diag.Problem) {
	var jobs []*resolver
	for _, e := range editions {
		for _, p := range e.order {
			jobs = append(jobs, &resolver{site: s, edition: e, editions: editions, page: p.Page, version: p.version})
		}
	}
	forEach(len(jobs), func(i int) { jobs[i].run() })
	used = make(map[string]bool)
	for _, j := range jobs {
		problems = append(problems, j.problems...)
		for _, asset := range j.assets {
			used[asset] = true
		}
	}
	return used, problems
}

// linkLanguages tells each page its versions in the other languages.
func linkLanguages(editions []*edition) {
	if len(editions) < 2 {
		return
	}
	byURL := make([]map[string]*Page, len(editions))
	for i, e := range editions {
		byURL[i] = make(map[string]*Page, len(e.Pages))
		for _, p := range e.Pages {
			byURL[i][p.URL[len(e.Dir):]] = p
		}
	}
	for i, e := range editions {
		for _, p := range e.Pages {
			for j := range editions {
				if other := byURL[j][p.URL[len(e.Dir):]]; j != i && other != nil {
					p.Others = append(p.Others, other)
				}
			}
		}
	}
}

func untranslated(h *Handbook) []Untranslated {
	var out []Untranslated
	for _, t := range h.Trees {
		for _, e := range t.Editions {
			for _, p := range e.Pages {
				if !p.Generated && p.ContentLang != e.Lang {
					out = append(out, Untranslated{p.Source, e.Lang})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Untranslated) int {
		if a.Lang != b.Lang {
			return strings.Compare(a.Lang, b.Lang)
		}
		return strings.Compare(a.Source, b.Source)
	})
	return slices.Compact(out)
}

// untranslatedProblems tells once a language which pages fall back, so that a
// translation just begun does not bury the other problems.
func (s *site) untranslatedProblems(missing []Untranslated) []diag.Problem {
	var problems []diag.Problem
	for _, lang := range s.languages {
		var files []string
		for _, u := range missing {
			if u.Lang == lang {
				files = append(files, u.Source)
			}
		}
		if len(files) > 0 {
			problems = append(problems, diag.New("translation-missing", diag.Pos{File: "site.yaml"},
				diag.SlotInt("count", len(files)), diag.Slot("lang", lang), diag.Slot("pages", listing(files))))
		}
	}
	return problems
}

// forEach calls f for 0 to n-1 on all cores and waits.
func forEach(n int, f func(int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wait.Wait()
}

// words asks the theme; a site without one gets the id itself.
func (s *site) words(lang, id string) string {
	if s.in.Words == nil {
		return id
	}
	return s.in.Words(lang, id)
}

// text is words of site.yaml or of a cohort in lang, else in the default language.
func (s *site) text(t source.Text, lang string) string { return t.In(lang, s.languages[0]) }
