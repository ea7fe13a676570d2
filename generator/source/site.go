package source

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/internal/strictyaml"
)

const siteFile = "site.yaml"

// siteKeys is site.yaml as it stands in the file.
type siteKeys struct {
	Title       strictyaml.Text   `yaml:"title"`
	Languages   []languageTag     `yaml:"languages"`
	BaseURL     webAddress        `yaml:"base_url"`
	Audiences   []audienceKeys    `yaml:"audiences"`
	Theme       themeKeys         `yaml:"theme"`
	Disclosure  disclosureKeys    `yaml:"disclosure"`
	Data        string            `yaml:"data"`
	Contacts    []mailAddress     `yaml:"contacts"`
	ExtraNames  []string          `yaml:"extra_names"`
	SearchTests map[string]string `yaml:"search_tests"`
}

type audienceKeys struct {
	Name     audienceName       `yaml:"name"`
	Includes strictyaml.Strings `yaml:"includes"`
}

type themeKeys struct {
	Accent colour          `yaml:"accent"`
	Logo   string          `yaml:"logo"`
	Footer strictyaml.Text `yaml:"footer"`
}

type disclosureKeys struct {
	K             *int               `yaml:"k"`
	KDistribution *int               `yaml:"k_distribution"`
	Coalition     *int               `yaml:"coalition"`
	Width         *int               `yaml:"width"`
	ModalMax      *float64           `yaml:"modal_max"`
	Roster        rosterWord         `yaml:"roster"`
	Keep          map[string]float64 `yaml:"keep"`
	Dominance     dominanceKeys      `yaml:"dominance"`
	Known         []string           `yaml:"known"`
	Decimals      map[string]int     `yaml:"decimals"`
	Comments      *bool              `yaml:"comments"`
	KComments     *int               `yaml:"k_comments"`
}

type dominanceKeys struct {
	Top1       *float64 `yaml:"top1"`
	Top2       *float64 `yaml:"top2"`
	MinPairs   *int     `yaml:"min_pairs"`
	MinMentors *int     `yaml:"min_mentors"`
	MinMentees *int     `yaml:"min_mentees"`
}

// ReadConfig reads site.yaml alone. Where it cannot be read the Config still has a
// language, so that the pages can be checked all the same.
func ReadConfig(root *os.Root) (Config, []diag.Problem, error) {
	data, err := root.ReadFile(siteFile)
	if errors.Is(err, fs.ErrNotExist) {
		return Config{Languages: []string{"ja"}}, []diag.Problem{diag.New("site-missing", diag.Pos{File: siteFile})}, nil
	}
	if err != nil {
		if p, ok := linkProblem(siteFile, err); ok {
			return Config{Languages: []string{"ja"}}, []diag.Problem{p}, nil
		}
		return Config{}, nil, fmt.Errorf("read %s: %w", siteFile, err)
	}
	config, problems := decodeConfig(data)
	return config, problems, nil
}

func decodeConfig(data []byte) (Config, []diag.Problem) {
	keys, lines, problems := strictyaml.Decode[siteKeys](siteFile, data)
	config := keys.config(lines)
	if len(config.Languages) == 0 {
		config.Languages = []string{"ja"}
	}
	return config, append(problems, checkConfig(config, lines, problems)...)
}

func (k siteKeys) config(lines strictyaml.Lines) Config {
	c := Config{
		Title:        textOf(k.Title),
		Languages:    stringsOf(k.Languages),
		LanguagesPos: posOf(lines, "languages"),
		BaseURL:      string(k.BaseURL),
		Theme:        Theme{Accent: string(k.Theme.Accent), Logo: k.Theme.Logo, LogoPos: lines["theme.logo"], Footer: textOf(k.Theme.Footer)},
		Disclosure: Disclosure{
			K:             k.Disclosure.K,
			KDistribution: k.Disclosure.KDistribution,
			Coalition:     k.Disclosure.Coalition,
			Width:         k.Disclosure.Width,
			ModalMax:      k.Disclosure.ModalMax,
			Roster:        string(k.Disclosure.Roster),
			Keep:          k.Disclosure.Keep,
			Dominance:     Dominance(k.Disclosure.Dominance),
			Known:         k.Disclosure.Known,
			Decimals:      k.Disclosure.Decimals,
			Comments:      k.Disclosure.Comments,
			KComments:     k.Disclosure.KComments,
			Lines:         map[string]int{},
		},
		Data:        k.Data,
		Contacts:    stringsOf(k.Contacts),
		ExtraNames:  k.ExtraNames,
		SearchTests: searchTests(k.SearchTests, lines),
	}
	for _, a := range k.Audiences {
		c.Audiences = append(c.Audiences, Audience{Name: string(a.Name), Includes: a.Includes})
	}
	for key, pos := range lines {
		if policy, ok := strings.CutPrefix(key, "disclosure."); ok {
			c.Disclosure.Lines[policy] = pos.Line
		}
	}
	return c
}

// searchTests are the entries of search_tests in the order of the file.
func searchTests(keys map[string]string, lines strictyaml.Lines) []SearchTest {
	var tests []SearchTest
	for query, page := range keys {
		tests = append(tests, SearchTest{query, page, lines["search_tests."+query]})
	}
	slices.SortFunc(tests, func(a, b SearchTest) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	return tests
}

func stringsOf[T ~string](words []T) []string {
	var out []string
	for _, w := range words {
		out = append(out, string(w))
	}
	return out
}
