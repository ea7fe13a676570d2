package render

import (
	"errors"
	"html/template"

	"kohort/generator/handbook"
	"kohort/generator/source"
)

// logoHeight is how many pixels high the header shows the logo.
const logoHeight = 28

// frameKey names the pages that share a frame: those of one folder of an
// edition.
type frameKey struct {
	edition *handbook.Edition
	dir     string
}

// frame is what all pages of a folder have in common. Templates see it as part
// of their view.
type frame struct {
	Lang      string
	SiteTitle string
	Home      string // link to the edition's home page
	Root      string // link to the tree's folder: "", "../" …
	Search    string // link to the folder of the edition's search index
	Footer    string
	Logo      string // link to the logo; may be empty
	LogoWidth int    // of the logo in pixels, as high as the header shows it; 0 where it has no size
	Preview   bool
	Plain     bool // of a document to print or at an old address: no script of the pages runs

	words  *words
	assets map[string]string // link by name
	drawn  drawnFrame
}

// drawnFrame is what the templates make of a frame, once for all its pages.
type drawnFrame struct {
	head   string
	header slotted // a slot for the link to each edition
	toc    slotted // one slot, for the list
	footer string
	err    error
}

func (s *site) frame(edition *handbook.Edition, dir string) *frame {
	return s.frames.get(frameKey{edition, dir}, func() *frame {
		f := s.newFrame(edition, func(to string) string { return relative(dir, to) })
		f.drawn = s.drawFrame(f)
		return f
	})
}

// absoluteFrame is a frame whose links work from any address.
func (s *site) absoluteFrame(base string, edition *handbook.Edition) *frame {
	return s.newFrame(edition, func(to string) string { return absolute(base, to) })
}

func (s *site) newFrame(edition *handbook.Edition, link func(to string) string) *frame {
	f := &frame{
		Lang:      edition.Lang,
		SiteTitle: edition.Title,
		Home:      link(edition.Dir + "index.html"),
		Root:      link(s.tree.Dir),
		Search:    link(edition.Dir + searchFolder),
		Footer:    edition.Footer,
		Preview:   s.in.Preview,
		words:     s.in.Theme.words,
		assets:    make(map[string]string, len(s.theme)),
	}
	if edition.Home != nil {
		f.Home = link(edition.Home.URL)
	}
	if s.in.Config.Theme.Logo != "" {
		f.Logo = link(s.tree.Dir + s.in.Config.Theme.Logo)
		if i := s.images[s.in.Config.Theme.Logo]; i != nil && i.Height > 0 {
			f.LogoWidth = max(1, logoHeight*i.Width/i.Height)
		}
	}
	for _, a := range s.theme {
		f.assets[a.name] = link(s.tree.Dir + a.path)
	}
	return f
}

// headerView is what the template of the header sees. The links to the other
// languages differ from page to page: they are slots.
type headerView struct {
	*frame
	Languages []languageLink // empty where there is only one
}

// tocView is what the template of a table of contents sees. List is a slot.
type tocView struct {
	*frame
	List template.HTML
}

func (s *site) drawFrame(f *frame) drawnFrame {
	header := headerView{frame: f}
	for i, e := range s.tree.Editions {
		if len(s.tree.Editions) > 1 {
			header.Languages = append(header.Languages, languageLink{
				Lang: e.Lang, Name: s.in.Theme.Words(e.Lang, "language"), URL: slot(i), Current: e.Lang == f.Lang,
			})
		}
	}
	head, err1 := part(s.in.Theme, "parts/head", f)
	top, err2 := part(s.in.Theme, "parts/header", header)
	toc, err3 := part(s.in.Theme, "parts/toc", tocView{f, template.HTML(slot(0))})
	footer, err4 := part(s.in.Theme, "parts/footer", f)
	return drawnFrame{head, cutSlots(top, slotOpen), cutSlots(toc, slotOpen), footer, errors.Join(err1, err2, err3, err4)}
}

// T gives the theme's words of id in the page's language.
func (f *frame) T(id string) string { return f.words.plain(f.Lang, id) }

// Asset gives the link to an asset of the theme by its name; empty where the
// theme has none of that name.
func (f *frame) Asset(name string) string { return f.assets[name] }

// SearchWords gives the link to the words of the search dialog.
func (f *frame) SearchWords() string { return f.assets[searchWordsName(f.Lang)] }

// Date gives a day in words of the page's language.
func (f *frame) Date(d source.Date) day { return f.day(d.String()) }
