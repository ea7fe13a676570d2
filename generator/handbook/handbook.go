// Package handbook is the model of the site.
//
// It takes the converted pages, the settings and the released cohorts as plain
// values, and gives a Handbook: for each audience a Tree, for each language an
// Edition with its pages, nav, links, terms and reports. Its two main types
// are Handbook and Page. A Handbook does not change once assembled. It refuses
// a link that goes nowhere, two pages with one URL, a figure that no release
// holds and a page listed twice in nav.md; each is a problem with its line.
//
// What is for another audience, and what is not due today (lifecycle.go), is in no
// Tree in any form: no address, entry, term, redirect or asset tells of it.
package handbook

import (
	"kohort/generator/diag"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

// Handbook is the whole site.
type Handbook struct {
	Trees        []*Tree // one an audience, or a single one whose Audience is empty
	Untranslated []Untranslated
}

// Untranslated is a page that an edition shows in another language's words.
type Untranslated struct {
	Source string // file below pages/ that is shown
	Lang   string // of the edition that has no version of its own
}

// Broken gives, for each page of the output by its URL, the link targets that
// lead nowhere and that Assemble has already reported at their source. They
// stand in the page as they were written.
func (h *Handbook) Broken() map[string][]string {
	broken := make(map[string][]string)
	for _, tree := range h.Trees {
		for _, edition := range tree.Editions {
			for _, page := range edition.Pages {
				if len(page.Broken) > 0 {
					broken[page.URL] = page.Broken
				}
			}
		}
	}
	return broken
}

// Tree is all that one audience gets: a self-contained folder of the output.
type Tree struct {
	Audience string // empty where site.yaml declares none
	Dir      string // folder of the output: "" or "leaders/"
	Editions []*Edition
	Assets   []source.Asset
}

// Edition is a tree in one language.
type Edition struct {
	Lang      string
	Dir       string // folder of the output: "" , "en/", "leaders/en/"
	Title     string // of the site
	Footer    string
	Home      *Page
	Pages     []*Page // reading order first, then pages on no nav by path
	Nav       []*Node // top level
	Terms     []Term  // sorted by reading, then name
	Questions []Question
	Cohorts   []Cohort // newest first
	// Guidelines are the rules of its pages in reading order, measured or not.
	Guidelines []Guideline
	Redirects  []Redirect // by URL
}

// Node is one entry of the nav: a page, a heading, or a page with children.
type Node struct {
	Label    string
	Page     *Page // nil: a heading
	Children []*Node
	Parent   *Node // nil at the top
}

// Page is one page of one edition.
type Page struct {
	Edition     *Edition
	Source      string // file below pages/ its words come from; empty for a generated page
	URL         string // path in the output, from its root: "en/guidelines/cadence.html"
	Title       string
	Description string
	Layout      source.Layout
	ContentLang string // language of the words; differs from Edition.Lang on a fallback
	Parts       []Part
	TOC         []Heading // levels 2 and 3; empty where toc is false
	Node        *Node     // its place in the nav; nil where it is on none
	Breadcrumbs []*Node   // from the top down to its parent, without itself
	Prev, Next  *Page
	Others      []*Page // the same page in the other languages, in the site's order
	Front       source.Front
	Questions   []Question // of a FAQ page
	Guidelines  []markdown.Guideline
	Cohort      string      // of a report or brief
	Verdict     string      // of a report or brief, as the author wrote it in the language of the page; may be empty
	Risks       []string    // of a brief, each a sentence; may be empty
	Decision    string      // that a brief asks for; may be empty
	Draft       bool        // shown in the preview only
	ReviewDue   source.Date // since when its review is overdue; zero where it is not
	Sources     []string    // every file that went into it: its own, and what it includes
	Broken      []string    // link targets in Parts that lead nowhere, as written
	Generated   bool        // made by Assemble: a home, a cohort's report or the list of reports
}

// Heading is an entry of a table of contents.
type Heading struct {
	Level int
	ID    string
	Text  string
}

// Part is a piece of a page's body, resolved for this page. Exactly one of
// the fields is set, but for an image, which has a URL too.
type Part struct {
	HTML   markdown.HTML
	URL    string // an attribute's value, not yet escaped
	Image  *Image // whose src URL is
	Figure *Figure
	Value  *Value
	Term   *TermUse
}

// Image is a picture of the handbook where a page shows it.
type Image struct {
	Asset string // its path below pages/
	Sized bool   // the author gave its width or height
}

// Figure asks for a table or chart of a released cohort.
type Figure struct {
	Cohort  string
	Table   string // FIGURE.MEASURE
	Stat    string // statistic; set even where the author left it out
	By      string // dimension that the author asked for; empty is the whole cohort or the table's own
	Kind    string // table, bar, dumbbell, stacked …; empty is the table's own
	Caption string
	Pos     diag.Pos // of the kind, where the author gave one
}

// Value asks for one number of a released cohort.
type Value struct {
	Cohort string
	Table  string
	Stat   string
	At     []Level // none: the whole cohort
	ShowN  bool    // its n in place of its value
	InLink bool    // stands in a link, and can be none itself
	Pos    diag.Pos
}

// Level is a dimension and one of its levels.
type Level struct{ Dimension, Level string }

// TermUse is a glossary term in running text.
type TermUse struct {
	Label string
	Term  Term
	URL   string // of its definition, relative to the page
}

// Term is a glossary entry of an edition.
type Term struct {
	markdown.Term
	Page *Page
}

// Question is a FAQ entry of an edition.
type Question struct {
	markdown.Question
	Page *Page
}

// Guideline is a rule of an edition: its Label is the rule in words, its ID
// the anchor on its page.
type Guideline struct {
	markdown.Guideline
	Page *Page
}

// Cohort is a released cohort as the handbook knows it.
type Cohort struct {
	ID     string
	Title  string
	Report *Page
	Brief  *Page // one page for leaders; nil where it is for other readers, or its address is taken
}

// Input is what a Handbook is assembled from.
type Input struct {
	Config  source.Config
	Pages   []Converted
	Navs    []Nav
	Assets  []source.Asset
	Cohorts []Released
	// Unreleased are cohorts that have data and no release. A page about one
	// is no problem of its own: its release is what lacks.
	Unreleased []string
	Today      source.Date
	Drafts     bool // keep drafts and pages not yet due, for the preview
	// Words gives the theme's words for the ids of WordIDs.
	Words func(lang, id string) string
}

// Converted is a page with its document.
type Converted struct {
	Page     source.Page
	Document markdown.Document
	// For holds, of a page that is split, the document for each audience in the
	// order of the settings; see Readers. Without it the parts of Document that
	// are for others are left out, but numbers and ids may tell that they exist.
	For []markdown.Document
}

// Nav is nav.md or one of its translations, parsed. Lang is empty for nav.md.
type Nav struct {
	Lang  string
	File  string
	Lines []markdown.NavLine
}

// Released is what the handbook may know of a released cohort: names of
// tables and of levels, never a number.
type Released struct {
	ID     string
	Title  source.Text
	Tables []Table
}

// Table is the name of a released table and the places of its cells.
type Table struct {
	ID         string
	Statistic  string
	Dimensions []string
	Cells      [][]Level
}
