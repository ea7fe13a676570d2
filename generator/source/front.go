package source

import (
	"errors"
	"slices"

	"kohort/generator/diag"
	"kohort/generator/internal/strictyaml"
)

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
	// Lines holds where in the file each key given stands, for problems.
	Lines map[string]diag.Pos
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

// Choices lists the layouts.
func (l *Layout) Choices() []string {
	return []string{"page", "faq", "report", "brief", "home", "landing", "cohorts"}
}

// UnmarshalText reads the name of a layout that there is.
func (l *Layout) UnmarshalText(words []byte) error {
	*l = Layout(words)
	if !slices.Contains(l.Choices(), string(words)) {
		return errors.New("no such layout")
	}
	return nil
}

// frontKeys is front matter as it stands in the file.
type frontKeys struct {
	Title       string             `yaml:"title"`
	Description string             `yaml:"description"`
	Order       int                `yaml:"order"`
	Layout      Layout             `yaml:"layout"`
	Audience    strictyaml.Strings `yaml:"audience"`
	Tags        strictyaml.Strings `yaml:"tags"`
	Draft       bool               `yaml:"draft"`
	PublishFrom Date               `yaml:"publish_from"`
	Expires     Date               `yaml:"expires"`
	Updated     Date               `yaml:"updated"`
	Reviewed    Date               `yaml:"reviewed"`
	ReviewEvery Period             `yaml:"review_every"`
	Owner       string             `yaml:"owner"`
	Aliases     strictyaml.Strings `yaml:"aliases"`
	TOC         *bool              `yaml:"toc"`
	Cohort      string             `yaml:"cohort"`
	Verdict     string             `yaml:"verdict"`
	Risks       strictyaml.Strings `yaml:"risks"`
	Decision    string             `yaml:"decision"`
}

func (k frontKeys) front(lines strictyaml.Lines) Front {
	return Front{
		Title:       k.Title,
		Description: k.Description,
		Order:       k.Order,
		Layout:      k.Layout,
		Audience:    k.Audience,
		Tags:        k.Tags,
		Draft:       k.Draft,
		PublishFrom: k.PublishFrom,
		Expires:     k.Expires,
		Updated:     k.Updated,
		Reviewed:    k.Reviewed,
		ReviewEvery: k.ReviewEvery,
		Owner:       k.Owner,
		Aliases:     k.Aliases,
		NoTOC:       k.TOC != nil && !*k.TOC,
		Cohort:      k.Cohort,
		Verdict:     k.Verdict,
		Risks:       k.Risks,
		Decision:    k.Decision,
		Lines:       lines,
	}
}
