package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"

	"kohort/generator/audit"
	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/handbook"
	"kohort/generator/markdown"
	"kohort/generator/render"
	"kohort/generator/source"
	"kohort/themes"
)

// site is what the stages before output gave.
type site struct {
	cleared  audit.Cleared
	chain    disclosure.Chain
	config   source.Config
	external []markdown.Link
	pages    int
	line     func(file string, line int) (string, bool)
}

// figures gives a handbook's released figures, or those of its current data.
type figures func(disclosure.Place, source.Config) (disclosure.Published, disclosure.Tripwire, []diag.Problem, error)

// purpose is what a site is made for.
type purpose uint8

const (
	building purpose = iota
	checking
	previewing
)

// released takes figures from the releases alone.
func (o Options) released(place disclosure.Place, c source.Config) (disclosure.Published, disclosure.Tripwire, []diag.Problem, error) {
	return disclosure.Load(disclosure.LoadInput{Place: place, ExtraNames: c.ExtraNames, WithoutRoster: o.WithoutRoster})
}

// make runs every stage but output. It goes on after a problem wherever the
// next stage can still find others, so that all are told at once; whoever
// calls it decides by the problems whether the site may be written.
func (o Options) make(ctx context.Context, load figures, of purpose) (site, []diag.Problem, error) {
	preview := of == previewing
	root, err := openHandbook(o.Source)
	if err != nil {
		return site{}, nil, err
	}
	defer root.Close()

	o.begin(Reading)
	tree, problems, err := source.Read(root)
	if err != nil {
		return site{}, nil, err
	}
	if unreadable(problems) {
		return site{}, sorted(problems), nil
	}
	theme, more, err := o.theme(root)
	problems = append(problems, more...)
	if err != nil {
		return site{}, nil, err
	}

	_, more = disclosure.NewPolicy(settings(tree.Config.Disclosure))
	problems = append(problems, more...)

	place, more := o.place(tree.Config)
	if problems = append(problems, more...); len(more) > 0 {
		return site{}, sorted(problems), nil // nobody could be searched for
	}
	o.begin(LoadingReleases)
	published, tripwire, more, err := load(place, tree.Config)
	problems = append(problems, more...)
	if err != nil {
		return site{}, nil, err
	}

	// From here on no problem may show a participant, whatever stage tells it.
	made := site{line: masked(Line(o.Source), tripwire), chain: published.Chain()}
	unreleased, err := unreleased(place, published)
	if err != nil {
		return site{}, nil, err
	}

	o.begin(Converting)
	converted, navs, more, err := convert(ctx, &tree, theme)
	problems = append(problems, more...)
	if err != nil {
		return site{}, nil, err
	}
	made.config, made.pages, made.external = tree.Config, len(converted), outward(converted)

	shared, err := common(root, tree.Navs)
	if err != nil {
		return site{}, nil, err
	}

	collect(made.pages)
	o.begin(Assembling)
	book, more := handbook.Assemble(handbook.Input{
		Config: tree.Config, Pages: converted, Navs: navs, Assets: tree.Assets,
		Cohorts: cohorts(published), Unreleased: unreleased, Today: o.Today, Drafts: preview, Words: theme.Words,
	})
	problems = append(problems, more...)

	o.begin(Rendering)
	out, more, err := render.Render(ctx, render.Input{Handbook: book, Published: published, Theme: theme, Config: tree.Config, Cache: o.Cache, Preview: preview, TestSearch: of != building})
	problems = append(problems, more...)
	if err != nil {
		return site{}, nil, err
	}

	o.begin(Auditing)
	known, targets, told := book.Broken(), book.Targets(), prose(book)
	book, converted, tree = nil, nil, source.Tree{} // the output holds all that is still needed
	collect(made.pages)
	made.cleared, more = audit.Check(ctx, audit.Input{
		Output: out, Tripwire: tripwire, Published: published, Targets: targets, Prose: told, Marks: marks(theme, made.config.Languages),
		Read: reader(o.Source), Common: shared, Known: known, Contacts: made.config.Contacts,
	})
	return made, sorted(audit.Mask(tripwire, problems), more), ctx.Err()
}

// large is how many pages make it worth while to collect between stages.
const large = 2000

// collect frees what the last stage left of a large site. Left to itself, the
// collector lets the heap grow to twice what two stages held together, and the
// peak is what an office machine must have.
func collect(pages int) {
	if pages >= large {
		runtime.GC()
	}
}

// masked gives lines with every participant in them blotted out.
func masked(line func(string, int) (string, bool), tripwire disclosure.Tripwire) func(string, int) (string, bool) {
	return func(file string, number int) (string, bool) {
		text, ok := line(file, number)
		return audit.MaskText(tripwire, text), ok
	}
}

// unreleased are cohorts that have no release yet.
func unreleased(place disclosure.Place, published disclosure.Published) ([]string, error) {
	all, err := disclosure.Cohorts(place)
	return slices.DeleteFunc(all, func(id string) bool {
		_, released := published.Cohort(id)
		return released
	}), err
}

// unreadable says whether site.yaml cannot be read at all. Every later problem
// would follow from that one: the languages alone decide what a page is.
func unreadable(problems []diag.Problem) bool {
	return slices.ContainsFunc(problems, func(p diag.Problem) bool {
		return p.Pos.File == "site.yaml" && slices.Contains([]diag.ID{"yaml-syntax", "yaml-wide-colon", "file-not-utf8", "site-missing", "language-twice"}, p.ID)
	})
}

// common are the files of a handbook whose words may stand on any page.
func common(root *os.Root, navs []source.Page) ([]string, error) {
	files := []string{"site.yaml", "survey.yaml"}
	for _, nav := range navs {
		files = append(files, nav.File())
	}
	err := fs.WalkDir(root.FS(), "theme", func(name string, d fs.DirEntry, err error) error {
		switch {
		case name == "theme" && errors.Is(err, fs.ErrNotExist):
			return nil
		case err == nil && !d.IsDir():
			files = append(files, name)
		}
		return err
	})
	return files, err
}

// theme is the default theme under the handbook's own theme/, where there is
// one.
func (o Options) theme(root *os.Root) (*render.Theme, []diag.Problem, error) {
	own, err := root.OpenRoot("theme")
	if errors.Is(err, fs.ErrNotExist) {
		theme, problems := render.LoadTheme(themes.Default())
		return theme, problems, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("open theme: %w", err)
	}
	defer own.Close()
	theme, problems := render.LoadTheme(own.FS(), themes.Default())
	return theme, problems, nil
}

// convert turns every page into a document, in parallel, results by index, and
// parses the reading orders. It lets go of the pages' text, which is not
// needed any more.
func convert(ctx context.Context, tree *source.Tree, theme *render.Theme) ([]handbook.Converted, []handbook.Nav, []diag.Problem, error) {
	converter := markdown.New(markdown.Options{Words: theme.Words, Metric: metric, Include: includes(tree)})
	readers := handbook.Readers(tree.Config)
	documents := make([]handbook.Converted, len(tree.Pages))
	found := make([][]diag.Problem, len(tree.Pages))
	err := parallel(ctx, len(tree.Pages), func(i int) {
		page := tree.Pages[i]
		lang := pageLang(page.Path, tree.Config.Languages)
		documents[i].Document, found[i] = converter.Convert(page, lang)
		if len(readers) > 0 && documents[i].Document.IsSplit() {
			for _, reads := range readers {
				documents[i].For = append(documents[i].For, converter.ConvertFor(page, lang, reads))
			}
		}
		page.Body = ""
		documents[i].Page = page
	})
	tree.Pages, tree.Parts = nil, nil
	problems := sorted(found...)
	var navs []handbook.Nav
	for _, page := range tree.Navs {
		lines, more := converter.Nav(page)
		problems = append(problems, more...)
		lang := ""
		if l := pageLang(page.Path, tree.Config.Languages); l != tree.Config.Languages[0] {
			lang = l
		}
		navs = append(navs, handbook.Nav{Lang: lang, File: page.File(), Lines: lines})
	}
	return documents, navs, problems, err
}

// includes finds the Markdown file that an include directive names.
func includes(tree *source.Tree) func(string) (source.Page, bool) {
	byPath := make(map[string]source.Page, len(tree.Pages)+len(tree.Parts))
	for _, p := range tree.Pages {
		byPath[p.Path] = p
	}
	for _, p := range tree.Parts {
		byPath[p.Path] = p
	}
	return func(name string) (source.Page, bool) {
		p, ok := byPath[name]
		return p, ok
	}
}

// pageLang is the language that a page's name says: cadence.en.md is English
// where site.yaml lists en; a name without one is in the default language.
func pageLang(name string, languages []string) string {
	stem := name[:len(name)-len(path.Ext(name))]
	if ext := path.Ext(stem); ext != "" {
		for _, l := range languages {
			if ext[1:] == l {
				return l
			}
		}
	}
	return languages[0]
}

func outward(pages []handbook.Converted) []markdown.Link {
	var links []markdown.Link
	for _, p := range pages {
		links = append(links, p.Document.External...)
	}
	return links
}
