package render

import (
	"fmt"
	"html"
	"slices"
	"strconv"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/handbook"
)

// body collects the pieces of a page's body, in order, without copying what
// markdown made.
type body struct {
	site     *site
	page     *handbook.Page
	frame    *frame
	out      []string
	toc      []handbook.Heading
	later    []handbook.Heading // of what the page's layout draws after its body
	figures  int                // how many have been drawn, for their ids
	images   int                // how many have been written
	releases []string           // files of the releases that numbers came from
	problems []diag.Problem
	text     *pageText // for the search index

	downloads downloads // of the figures that have been drawn
}

// parts adds the page's own words.
func (b *body) parts(parts []handbook.Part) {
	for i := range parts {
		switch p := &parts[i]; {
		case p.Figure != nil:
			b.figure(p.Figure)
		case p.Value != nil:
			b.value(p.Value)
			b.text.write("…")
		case p.Term != nil:
			b.term(p.Term)
			b.text.write(p.Term.Label)
		case p.URL != "":
			b.url(p)
		default:
			b.out = append(b.out, p.HTML.String())
			b.text.markup(p.HTML.String())
		}
	}
}

// term links a glossary term to its definition and explains it where it
// stands.
func (b *body) term(t *handbook.TermUse) {
	b.out = append(b.out, `<a class="term" href="`, html.EscapeString(t.URL), `" title="`, html.EscapeString(t.Term.Summary), `">`,
		html.EscapeString(t.Label), `</a>`)
}

func (b *body) figure(want *handbook.Figure) {
	d, ok := b.drawer(want.Cohort)
	if !ok {
		return // Assemble has checked the cohort against the same releases
	}
	v, problems := d.asked(b.figureID(), want)
	if b.page.ContentLang != b.frame.Lang {
		v.CaptionLang = b.page.ContentLang
	}
	b.problems = append(b.problems, problems...)
	if v.Kind != "" {
		b.text.words(v.Title, v.Caption)
		draw(b, "parts/figure", b.download(v))
	}
}

func (b *body) value(want *handbook.Value) {
	d, ok := b.drawer(want.Cohort)
	if !ok {
		return
	}
	if b.page.ContentLang != d.Lang { // the words around it are in another language
		inText := *d.frame
		inText.Lang = b.page.ContentLang
		d.frame = &inText
	}
	t, ok := d.cohort.Table(want.Table, want.Stat)
	if !ok {
		return
	}
	at := make([]disclosure.Level, len(want.At))
	for i, l := range want.At {
		at[i] = disclosure.Level(l)
	}
	c, ok := t.Cell(at...)
	if !ok {
		return
	}
	v := d.cell(t, c)
	if want.ShowN {
		v = d.n(t, c)
	}
	if d.Preview {
		v.Watermark = d.T("unpublished")
	}
	link, words := b.explained(d, t)
	if want.InLink || link == "" || !v.Shown {
		draw(b, "parts/cell", v)
		return
	}
	b.out = append(b.out, `<a class="explained" href="`, html.EscapeString(link), `" title="`, html.EscapeString(words), `">`)
	draw(b, "parts/cell", v)
	b.out = append(b.out, `</a>`)
}

// draw adds one of the theme's parts.
func draw[V partView](b *body, name string, view V) {
	text, err := part(b.site.in.Theme, name, view)
	if err != nil {
		b.problems = append(b.problems, templateProblem(err, name))
		return
	}
	b.out = append(b.out, text)
}

// figureID gives the next figure of the page an id that no heading has.
func (b *body) figureID() string {
	b.figures++
	return "kohort-figure-" + strconv.Itoa(b.figures)
}

// drawer finds a cohort and notes its release among the page's sources.
func (b *body) drawer(cohort string) (*drawer, bool) {
	c, ok := b.site.in.Published.Cohort(cohort)
	if !ok {
		return nil, false
	}
	if file := releaseFile(c); !slices.Contains(b.releases, file) {
		b.releases = append(b.releases, file)
	}
	return &drawer{frame: b.frame, cohort: c, fallback: b.site.in.Config.Languages[0]}, true
}

// releaseFile is the file that a cohort's figures come from.
func releaseFile(c disclosure.Cohort) string {
	return fmt.Sprintf("cohorts/%s/releases/%04d.json", c.ID(), c.Release())
}
