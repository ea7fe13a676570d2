package handbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/diag"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

// written is a page of a test's handbook.
type written struct {
	path  string
	front source.Front
	doc   markdown.Document
}

func page(path string, slots ...*markdown.Slot) written {
	w := written{path: path}
	for i, s := range slots {
		s.Pos = diag.At("pages/"+path, i+1, 1)
		w.doc.Parts = append(w.doc.Parts, markdown.Part{Slot: s})
	}
	return w
}

// keys is where a page's front matter has its keys: from line 2 on.
func keys(path string, names ...string) map[string]diag.Pos {
	lines := map[string]diag.Pos{}
	for i, name := range names {
		lines[name] = diag.At("pages/"+path, i+2, 1)
	}
	return lines
}

func (w written) with(change func(*source.Front)) written {
	change(&w.front)
	return w
}

func (w written) ids(names ...string) written {
	for _, n := range names {
		w.doc.IDs = append(w.doc.IDs, markdown.ID{Name: n, Pos: diag.At("pages/"+w.path, 1, 1)})
	}
	return w
}

func (w written) titled(title string) written {
	w.doc.Title = title
	return w
}

func link(target string) *markdown.Slot {
	return &markdown.Slot{Kind: markdown.SlotLink, Target: target}
}

func directive(kind markdown.SlotKind, attrs ...string) *markdown.Slot {
	s := &markdown.Slot{Kind: kind}
	for i := 0; i < len(attrs); i += 2 {
		s.Attrs = append(s.Attrs, markdown.Attr{Name: attrs[i], Value: attrs[i+1]})
	}
	return s
}

// input makes a handbook in Japanese and English of the given pages.
func input(pages ...written) Input {
	in := Input{
		Config: source.Config{Title: source.NewText("手引き"), Languages: []string{"ja", "en"}},
		Today:  source.Date{Year: 2026, Month: 4, Day: 1},
		Words:  func(lang, id string) string { return lang + ":" + id },
	}
	for _, w := range pages {
		in.Pages = append(in.Pages, Converted{Page: source.Page{Path: w.path, Front: w.front}, Document: w.doc})
	}
	slices.SortFunc(in.Pages, func(a, b Converted) int { return strings.Compare(a.Page.Path, b.Page.Path) })
	return in
}

// inJapanese is input for one language, where fallbacks do not matter.
func inJapanese(pages ...written) Input {
	in := input(pages...)
	in.Config.Languages = []string{"ja"}
	return in
}

func withCohort(in Input) Input {
	cells := [][]Level{{}, {{"department", "営業部"}}, {{"department", "経理部"}}, {{"role", "mentor"}}}
	in.Cohorts = []Released{{ID: "2025-spring", Title: source.NewText("2025年春"), Tables: []Table{
		{"participation.enrolled", "count", []string{"role", "department"}, cells},
		{"sessions.held", "sum", nil, [][]Level{{}}},
		{"survey.trust.after", "distribution", []string{"department"}, cells},
		{"survey.trust.after", "mean", []string{"department"}, cells},
	}}}
	return in
}

// assemble gives the handbook and its problems as "file:line id".
func assemble(t *testing.T, in Input) (*Handbook, []string) {
	t.Helper()
	h, problems := Assemble(in)
	var out []string
	for _, p := range problems {
		out = append(out, fmt.Sprint(p.Pos.File, ":", p.Pos.Line, " ", p.ID))
	}
	return h, out
}

// find is a page of the output by its URL.
func find(t *testing.T, h *Handbook, url string) *Page {
	t.Helper()
	var urls []string
	for _, tree := range h.Trees {
		for _, e := range tree.Editions {
			for _, p := range e.Pages {
				if p.URL == url {
					return p
				}
				urls = append(urls, p.URL)
			}
		}
	}
	t.Fatalf("no page %s among %v", url, urls)
	return nil
}

func urls(e *Edition) []string {
	var out []string
	for _, p := range e.Pages {
		out = append(out, p.URL)
	}
	return out
}

// addresses gives the resolved addresses of a page's parts.
func addresses(p *Page) []string {
	var out []string
	for _, part := range p.Parts {
		if part.URL != "" {
			out = append(out, part.URL)
		}
	}
	return out
}

func check(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", what, diff)
	}
}

func TestAPlainHandbookNeedsNoSetting(t *testing.T) {
	h, problems := assemble(t, inJapanese(
		page("README.md", link("guides/"), link("guides/first-session.md"), link("guides")).titled("社内ガイド"),
		page("guides/README.md", link("../README.md"), link("02-roles.md")).titled("ガイド"),
		page("guides/02-roles.md", link("./first-session.html")),
		page("guides/first-session.md", link("02-roles.md"), link("missing.md")),
		page("reference/words.md").titled("用語"),
	))
	check(t, "problems", problems, []string{"pages/guides/first-session.md:2 link-no-page"})
	e := h.Trees[0].Editions[0]
	check(t, "reading order", urls(e), []string{
		"index.html", "reference/words.html", "guides/index.html", "guides/first-session.html", "guides/02-roles.html"})
	check(t, "links of the home", addresses(e.Home), []string{"guides/index.html", "guides/first-session.html", "guides/index.html"})
	check(t, "links up", addresses(find(t, h, "guides/index.html")), []string{"../index.html", "02-roles.html"})
	check(t, "title of the file's name", find(t, h, "guides/02-roles.html").Title, "Roles")
	check(t, "layout of the home", e.Home.Layout, source.LayoutHome)
	check(t, "label of a folder without index", e.Nav[0].Label, "Reference")
	check(t, "broken", h.Broken(), map[string][]string{"guides/first-session.html": {"missing.md"}})
}

func TestLanguages(t *testing.T) {
	h, problems := assemble(t, input(
		page("index.md", link("guide.md"), link("faq.md#q1"), link("guide.en.md")).with(func(f *source.Front) { f.Title = "手引き"; f.Layout = source.LayoutLanding }),
		page("index.en.md", link("guide.md"), link("guide.en.md#goal")).with(func(f *source.Front) { f.Title = "Handbook" }),
		page("guide.md", link("index.md"), link("faq.md#q1")).titled("進め方").ids("目的"),
		page("guide.en.md").titled("Guide").ids("goal"),
		page("faq.md", link("guide.md#目的"), link("guide.md#目当て")).titled("質問").ids("q1"),
		page("tips.en.md").titled("Tips"),
	))
	check(t, "problems", problems, []string{
		"pages/faq.md:2 link-no-fragment", "site.yaml:0 translation-missing", "site.yaml:0 translation-missing"})
	check(t, "untranslated", h.Untranslated, []Untranslated{{"faq.md", "en"}, {"tips.en.md", "ja"}})
	home := find(t, h, "en/index.html")
	check(t, "a translation has the layout of the page", home.Layout, source.LayoutLanding)
	check(t, "links of a translation", addresses(home), []string{"guide.html", "guide.html#goal"})
	check(t, "link to a version by name", addresses(find(t, h, "index.html")), []string{"guide.html", "faq.html#q1", "en/guide.html"})
	faq := find(t, h, "en/faq.html")
	check(t, "language of a fallback", faq.ContentLang, "ja")
	check(t, "a fallback's link to an id that the translation lacks", addresses(faq)[0], "guide.html")
	check(t, "a page's own link", addresses(find(t, h, "faq.html"))[0], "guide.html#%E7%9B%AE%E7%9A%84")
	check(t, "others", home.Others[0].URL, "index.html")
}

func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		name  string
		pages []written
		want  []string
	}{
		{"README and index in one folder", []written{page("README.md"), page("index.md")}, []string{"pages/index.md:0 page-url-twice"}},
		{"letter case", []written{page("index.md"), page("Intro.md"), page("intro.md")}, []string{"pages/intro.md:0 page-url-twice"}},
		{"language of the site as suffix", []written{page("index.md"), page("a.ja.md"), page("a.md")}, []string{"pages/a.md:0 page-url-twice"}},
		{"folder of a language", []written{page("index.md"), page("en/a.md")}, []string{"pages/en/a.md:0 page-language-folder"}},
		{"other suffix", []written{page("index.md"), page("v1.2.md"), page("a.fr.md")}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := input(test.pages...)
			_, problems := assemble(t, in)
			problems = slices.DeleteFunc(problems, func(p string) bool { return strings.HasSuffix(p, "translation-missing") })
			if !slices.Equal(problems, test.want) {
				t.Errorf("got %v, want %v", problems, test.want)
			}
		})
	}
}

func TestAddressesOfAssets(t *testing.T) {
	in := inJapanese(page("index.md"), page("form.md"))
	in.Assets = []source.Asset{{Path: "form.html"}, {Path: "img/A.png"}, {Path: "img/a.png"}}
	_, problems := assemble(t, in)
	check(t, "problems", problems, []string{"pages/form.html:0 page-url-twice", "pages/img/a.png:0 page-url-twice"})
}

func TestAliases(t *testing.T) {
	alias := func(path string, aliases ...string) written {
		return page(path).with(func(f *source.Front) { f.Aliases, f.Lines = aliases, keys(path, "title", "tags", "aliases") })
	}
	_, problems := assemble(t, inJapanese(page("index.md"), alias("a.md", "/b", "old/a.md"), alias("b.md", "old/a.html"), alias("c.md", "old/c/")))
	check(t, "problems", problems, []string{"pages/a.md:4 alias-taken", "pages/b.md:4 alias-taken"})
}

func TestUnpublishedPagesAreNowhere(t *testing.T) {
	day := func(d int) source.Date { return source.Date{Year: 2026, Month: 4, Day: d} }
	in := inJapanese(
		page("index.md", link("draft.md"), link("due.md"), link("over.md"), link("today.md")),
		page("draft.md").with(func(f *source.Front) { f.Draft = true }),
		page("due.md").with(func(f *source.Front) { f.PublishFrom = day(2) }),
		page("over.md").with(func(f *source.Front) { f.Expires = day(1) }),
		page("today.md").with(func(f *source.Front) { f.PublishFrom, f.Expires = day(1), day(2) }),
	)
	h, problems := assemble(t, in)
	check(t, "pages", urls(h.Trees[0].Editions[0]), []string{"index.html", "today.html"})
	check(t, "addresses do not tell of them", addresses(h.Trees[0].Editions[0].Home), []string{"#", "#", "#", "today.html"})
	check(t, "problems", problems, []string{"pages/index.md:1 link-unpublished", "pages/index.md:2 link-early", "pages/index.md:3 link-expired"})

	in.Drafts = true
	h, problems = assemble(t, in)
	check(t, "problems in the preview", problems, []string(nil))
	check(t, "a draft in the preview", find(t, h, "draft.html").Draft, true)
}

func TestATranslationOfADraftIsOneToo(t *testing.T) {
	h, _ := assemble(t, input(page("index.md"), page("a.md").with(func(f *source.Front) { f.Draft = true }), page("a.en.md")))
	check(t, "pages", urls(h.Trees[0].Editions[1]), []string{"en/index.html"})
}
