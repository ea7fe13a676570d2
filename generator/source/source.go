// Package source reads a handbook's folder: its settings, pages and assets.
//
// It takes the folder as an os.Root and gives a Tree: site.yaml decoded, every
// Markdown file of pages/ split into front matter and body, and the assets on
// the allow-list. Its two main types are Tree and Page. It refuses a symlink
// that leaves pages/, a file name that Windows refuses, a front matter that is
// not closed, and an unknown key; each is a problem with its line. It never
// opens cohorts/ or private/.
package source

// Tree is a handbook's folder, read.
type Tree struct {
	Config Config
	Pages  []Page     // the pages, in order of path
	Navs   []Page     // nav.md and its translations nav.en.md …
	Parts  []Page     // Markdown whose name or folder begins with _: never a page, may be included
	Assets []Asset    // in order of path
}

// Page is one Markdown file of pages/.
type Page struct {
	Path  string // slash path below pages/, NFC: "guidelines/cadence.en.md"
	Front Front
	Body  string // Markdown after the front matter; no BOM, line ends are \n
	Line  int    // line of the file on which Body begins, from 1
}

// File is the page's position name in problems: its path from the handbook's
// folder.
func (p Page) File() string { return "pages/" + p.Path }

// Asset is a file that is copied as it is, such as an image or a download.
type Asset struct {
	Path string // slash path below pages/, NFC
	Data string // its bytes
}

// Front is a page's front matter. The zero value is a page without one.
type Front struct {
	Title       string
	Description string
	Order       int    // place in its folder where there is no nav.md; 0 is none
	Layout      Layout // zero: page
	Audience    []string
	Tags        []string
	Draft       bool
	PublishFrom Date
	Expires     Date
	Updated     Date
	Reviewed    Date
	ReviewEvery Period
	Owner       string
	Aliases     []string
	NoTOC       bool // toc: false
	Cohort      string
	Verdict     string
	Risks       []string
	Decision    string
	// Lines holds the line in the file of each key given, for problems.
	Lines map[string]int
}

// Layout names the template of a page.
type Layout string

// The layouts of the default theme. Cohorts is the list of cohort reports.
const (
	LayoutPage    Layout = "page"
	LayoutFAQ     Layout = "faq"
	LayoutReport  Layout = "report"
	LayoutBrief   Layout = "brief"
	LayoutHome    Layout = "home"
	LayoutLanding Layout = "landing"
	LayoutCohorts Layout = "cohorts"
)

// Text is words for readers: one string for all languages, or one a language.
type Text struct {
	any    string
	byLang map[string]string
}

// NewText makes a Text that reads the same in every language.
func NewText(s string) Text { return Text{any: s} }

// In gives the words in lang, else in fallback, else in any language there is.
func (t Text) In(lang, fallback string) string {
	for _, l := range []string{lang, fallback} {
		if s := t.byLang[l]; s != "" {
			return s
		}
	}
	if t.any != "" {
		return t.any
	}
	for _, l := range []string{"ja", "en"} {
		if s := t.byLang[l]; s != "" {
			return s
		}
	}
	return ""
}

// Config is site.yaml.
type Config struct {
	Title      Text
	Languages  []string   // BCP 47, at least one; the first is the default
	BaseURL    string     // only for canonical links, sitemap, feed and cards
	Audiences  []Audience // none: one tree for all
	Theme      Theme
	Disclosure Disclosure
	Data       string   // folder with data files and private/, where not in the handbook's own
	Contacts   []string // e-mail addresses that may stand in pages
	ExtraNames []string // further names that the tripwire searches for
}

// Audience is a group of readers that gets a tree of its own.
type Audience struct {
	Name     string
	Includes []string // what is for these is for Name too
}

// Theme holds the settings of a theme.
type Theme struct {
	Accent string // CSS colour of links and marks, as #rrggbb; empty is the theme's own
	Logo   string // path of an asset below pages/
	Footer Text
}

// Disclosure is the policy keys of site.yaml as they stand there; a nil
// pointer is a key that was not given. Package disclosure checks them against
// its floors.
type Disclosure struct {
	K             *int
	KDistribution *int
	Coalition     *int
	Width         *int
	ModalMax      *float64
	Keep          map[string]float64 // weight of a dimension when cells must be withheld
	Lines         map[string]int     // line of each key in site.yaml
}
