package handbook

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kohort/generator/markdown"
	"kohort/generator/source"
)

// edition is an Edition while it is put together.
type edition struct {
	*Edition
	site     *site
	audience audience
	lang     int
	pages    []draft          // by place of the group; the zero draft where it is not shown
	order    []draft          // as Edition.Pages
	made     map[string]draft // generated pages by URL without the edition's folder
	terms    terms
}

// draft is a page with the version it is made of; a generated page has none.
type draft struct {
	*Page
	version *version
}

// edition makes the pages of a tree in one language, without nav and links.
func (s *site) edition(t *Tree, a audience, lang int, name string) *edition {
	config := s.in.Config
	e := &edition{site: s, audience: a, lang: lang, pages: make([]draft, len(s.groups)), made: make(map[string]draft)}
	e.Edition = &Edition{Lang: name, Dir: t.Dir, Title: s.text(config.Title, name), Footer: s.text(config.Theme.Footer, name)}
	if lang > 0 {
		e.Dir += name + "/"
	}
	isShown := func(v *version) bool { return s.standing(v, a) == shown }
	for i, g := range s.groups {
		if v := g.in(lang, isShown); v != nil {
			e.pages[i] = draft{e.page(v), v}
		}
	}
	if top := s.folders[""]; top != nil && top.index != nil {
		e.Home = e.pages[top.index.place].Page
	}
	e.addGenerated()
	return e
}

func (e *edition) page(v *version) *Page {
	front, doc := v.Page.Front, v.document(e.audience)
	base := v.group.base().Page.Front
	p := &Page{
		Edition: e.Edition, Source: v.Page.Path, URL: e.Dir + v.group.url,
		Title: e.title(v), Description: front.Description,
		Layout: front.Layout, ContentLang: e.site.languages[v.lang], Front: front, Cohort: front.Cohort,
		Verdict: front.Verdict, Risks: front.Risks, Decision: front.Decision,
		Draft: e.site.unpublished(front) || e.site.unpublished(base), ReviewDue: e.site.overdue(front),
	}
	if p.Layout == "" {
		p.Layout = base.Layout
	}
	if p.Layout == "" {
		p.Layout = source.LayoutPage
		if v.group.url == "index.html" {
			p.Layout = source.LayoutHome
		}
	}
	if p.Cohort == "" {
		p.Cohort = base.Cohort
	}
	if p.Description == "" {
		p.Description = summary(doc.Summary)
	}
	if !front.NoTOC {
		for _, h := range doc.Headings {
			if (h.Level == 2 || h.Level == 3) && e.audience.readsOnly(h.Audience) {
				p.TOC = append(p.TOC, Heading{h.Level, h.ID, h.Text})
			}
		}
	}
	for _, g := range doc.Guidelines {
		if e.audience.readsOnly(g.Audience) {
			p.Guidelines = append(p.Guidelines, g)
		}
	}
	for _, q := range doc.Questions {
		if e.audience.readsOnly(q.Audience) {
			p.Questions = append(p.Questions, Question{q, p})
		}
	}
	p.Sources = sources(v)
	return p
}

// title is the front matter's, else the first heading, else made of the
// file's name.
func (e *edition) title(v *version) string {
	switch {
	case v.Page.Front.Title != "":
		return v.Page.Front.Title
	case e.firstHeading(v.document(e.audience)) != "":
		return e.firstHeading(v.document(e.audience))
	case v.group.url == "index.html":
		return e.Title
	case v.group.isIndex():
		return humanise(path.Base(v.group.dir()))
	}
	return humanise(strings.TrimSuffix(path.Base(v.group.url), ".html"))
}

// firstHeading is the document's title, unless it is a heading for other
// readers; then the first one that is not.
func (e *edition) firstHeading(doc *markdown.Document) string {
	isOthers := func(h markdown.Heading) bool { return !e.audience.readsOnly(h.Audience) }
	if !slices.ContainsFunc(doc.Headings, func(h markdown.Heading) bool { return h.Text == doc.Title && isOthers(h) }) {
		return doc.Title
	}
	for _, h := range doc.Headings {
		if !isOthers(h) {
			return h.Text
		}
	}
	return ""
}

// humanise makes a title of a file's name: "01-first_session" reads
// "First session".
func humanise(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ' ' })
	if len(words) > 1 && strings.Trim(words[0], "0123456789.") == "" {
		words = words[1:]
	}
	title := strings.Join(words, " ")
	first, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return name
	}
	return string(unicode.ToUpper(first)) + title[size:]
}

// sources lists the files of the handbook that a page is made of, its own
// first: what it includes shows in the positions of its document.
func sources(v *version) []string {
	files := []string{v.Page.File()}
	add := func(file string) {
		if file != "" && !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	for _, h := range v.Document.Headings {
		add(h.Pos.File)
	}
	for _, id := range v.Document.IDs {
		add(id.Pos.File)
	}
	slotFiles(v.Document.Parts, add)
	return files
}

func slotFiles(parts []markdown.Part, add func(string)) {
	for _, part := range parts {
		if part.Slot != nil {
			add(part.Slot.Pos.File)
			slotFiles(part.Slot.Body, add)
		}
	}
}

// addLists collects the questions of the FAQ pages and the rules of the
// program in reading order.
func (e *edition) addLists() {
	for _, p := range e.Pages {
		e.Questions = append(e.Questions, p.Questions...)
		for _, g := range p.Guidelines {
			e.Guidelines = append(e.Guidelines, Guideline{g, p})
		}
	}
}
