package source

import "kohort/generator/diag"

// Config is site.yaml.
type Config struct {
	Title        Text
	Languages    []string   // BCP 47, at least one; the first is the default
	LanguagesPos diag.Pos   // of the key
	BaseURL      string     // only for canonical links, sitemap, feed and cards
	Audiences    []Audience // none: one tree for all
	Theme        Theme
	Disclosure   Disclosure
	Data         string       // folder with data files and private/, where not in the handbook's own
	Contacts     []string     // e-mail addresses that may stand in pages
	ExtraNames   []string     // further names that the tripwire searches for
	SearchTests  []SearchTest // in the order of the file
}

// SearchTest says which page must be among the first three that a search
// finds.
type SearchTest struct {
	Query string   // what a reader types
	Page  string   // path below pages/; its language says in which edition
	Pos   diag.Pos // of the query
}

// Audience is a group of readers that gets a tree of its own.
type Audience struct {
	Name     string
	Includes []string // what is for these is for Name too
}

// Theme holds the settings of a theme.
type Theme struct {
	Accent  string // CSS colour of links and marks, as #rrggbb; empty is the theme's own
	Logo    string // path of an asset below pages/
	LogoPos diag.Pos
	Footer  Text
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
	Roster        string             // "known" or "secret"; empty is known
	Keep          map[string]float64 // weight of a dimension when cells must be withheld
	Dominance     Dominance
	Known         []string       // facts of the roster that readers know
	Decimals      map[string]int // by kind of number
	Comments      *bool          // whether free-text comments may be released
	KComments     *int
	Lines         map[string]int // line of each key in site.yaml
}

// Dominance is the key of that name below disclosure.
type Dominance struct {
	Top1, Top2                       *float64
	MinPairs, MinMentors, MinMentees *int
}
