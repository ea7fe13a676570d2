package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kohort/generator/diag"
)

func TestConfigOfTwoLines(t *testing.T) {
	config, problems := decodeConfig([]byte("title: 手引き\nlanguages: [en, ja]\n"))
	if len(problems) > 0 {
		t.Errorf("problems: %v", short(problems))
	}
	if got := config.Title.In("en", "ja"); got != "手引き" {
		t.Errorf("title: got %q, want %q", got, "手引き")
	}
	if diff := cmp.Diff([]string{"en", "ja"}, config.Languages); diff != "" {
		t.Errorf("languages: want(-) got(+):\n%s", diff)
	}
}

func TestNoAddressWhereItHasNotTheRightForm(t *testing.T) {
	for _, address := range []string{"handbook.example.com", "https://handbook.example.com/index.html", "https://hr:secret@handbook.example.com/"} {
		config, problems := decodeConfig([]byte("title: 手引き\nbase_url: " + address + "\n"))
		if config.BaseURL != "" || len(problems) != 1 {
			t.Errorf("%s: got %q and %v, want no address and one problem", address, config.BaseURL, short(problems))
		}
	}
	config, problems := decodeConfig([]byte("title: 手引き\nbase_url: https://handbook.example.com/逆 メンター/\n"))
	if want := "https://handbook.example.com/%E9%80%86%20%E3%83%A1%E3%83%B3%E3%82%BF%E3%83%BC/"; config.BaseURL != want || len(problems) > 0 {
		t.Errorf("got %q and %v, want %q", config.BaseURL, short(problems), want)
	}
}

func TestConfigReadsEveryKey(t *testing.T) {
	const file = `title: {ja: 手引き, en: Handbook}
base_url: https://handbook.example.com/rm/
audiences:
  - name: everyone
  - {name: leaders, includes: everyone}
theme: {accent: "#1A5FB4", logo: images/logo.svg, footer: 人事部}
disclosure:
  k: 6
  k_distribution: 9
  coalition: 2
  width: 1
  modal_max: 0.85
  roster: known
  keep: {department: 3}
  dominance: {top1: 0.4, top2: 0.6, min_pairs: 6, min_mentors: 4, min_mentees: 5}
  known: [cohort, department, role, grade]
  decimals: {mean: 2}
data: ../hr-data
contacts: [handbook@example.com]
extra_names: [田中商店]
search_tests: {面談: guidelines/cadence.md}
`
	config, problems := decodeConfig([]byte(file))
	if len(problems) > 0 {
		t.Errorf("input:\n%s\nproblems: %v", file, short(problems))
	}
	number := func(n int) *int { return &n }
	share := func(f float64) *float64 { return &f }
	want := Config{
		Title:     Text{byLang: map[string]string{"ja": "手引き", "en": "Handbook"}},
		Languages: []string{"ja"}, LanguagesPos: diag.Pos{File: "site.yaml"},
		BaseURL:   "https://handbook.example.com/rm/",
		Audiences: []Audience{{Name: "everyone"}, {Name: "leaders", Includes: []string{"everyone"}}},
		Theme:     Theme{Accent: "#1a5fb4", Logo: "images/logo.svg", LogoPos: diag.Pos{File: "site.yaml", Line: 6, Column: 28, Length: 4}, Footer: NewText("人事部")},
		Disclosure: Disclosure{
			K: number(6), KDistribution: number(9), Coalition: number(2), Width: number(1), ModalMax: share(0.85), Roster: "known",
			Keep:      map[string]float64{"department": 3},
			Dominance: Dominance{Top1: share(0.4), Top2: share(0.6), MinPairs: number(6), MinMentors: number(4), MinMentees: number(5)},
			Known:     []string{"cohort", "department", "role", "grade"},
			Decimals:  map[string]int{"mean": 2},
			Lines: map[string]int{
				"k": 8, "k_distribution": 9, "coalition": 10, "width": 11, "modal_max": 12, "roster": 13, "keep": 14, "keep.department": 14,
				"dominance": 15, "dominance.top1": 15, "dominance.top2": 15, "dominance.min_pairs": 15, "dominance.min_mentors": 15, "dominance.min_mentees": 15,
				"known": 16, "known[0]": 16, "known[1]": 16, "known[2]": 16, "known[3]": 16, "decimals": 17, "decimals.mean": 17,
			},
		},
		Data:        "../hr-data",
		Contacts:    []string{"handbook@example.com"},
		ExtraNames:  []string{"田中商店"},
		SearchTests: []SearchTest{{"面談", "guidelines/cadence.md", diag.Pos{File: "site.yaml", Line: 21, Column: 16, Length: 2}}},
	}
	if diff := cmp.Diff(want, config, cmp.AllowUnexported(Text{})); diff != "" {
		t.Errorf("input:\n%s\nwant(-) got(+):\n%s", file, diff)
	}
}

func TestConfigProblems(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"no title", "languages: [ja]\n", []string{"0:0 site-no-title"}},
		{"an empty title", "title:\n", []string{"1:1 site-no-title"}},
		{"a title misspelt is told once", "titel: 手引き\n", []string{"1:1 yaml-unknown-key titel title"}},
		{"a title of the wrong form is told once", "title: [手引き]\n", []string{"1:8 yaml-type title {ja: 文, en: words}"}},
		{"wrong words", "title: 手引き\nlanguages: [日本語]\nbase_url: handbook.example.com\ntheme: {accent: blue}\ncontacts: [人事部]\ndisclosure: {roster: hidden}\n", []string{
			"2:13 yaml-type languages ja",
			"3:11 yaml-type base_url https://handbook.example.com/",
			`4:17 yaml-type accent "#1a5fb4"`,
			"5:12 yaml-type contacts handbook@example.com",
			"6:22 yaml-choice roster hidden known, secret",
		}},
		{"things twice", "title: 手引き\nlanguages: [ja, ja]\naudiences: [{name: leaders}, {name: leaders}]\n", []string{
			"2:17 site-twice ja",
			"3:31 site-twice leaders",
		}},
		{"audiences", "title: 手引き\naudiences:\n  - {name: 管理職}\n  - {name: leaders, includes: [leders, x]}\n  - {includes: leaders}\n", []string{
			"3:12 yaml-type name leaders",
			"4:32 site-audience-unknown leders leaders",
			"4:40 site-audience-unknown x 管理職, leaders",
			"5:5 site-audience-no-name",
		}},
		{"a logo out of pages", "title: 手引き\ntheme: {logo: ../logo.svg}\n", []string{"2:9 site-logo-path ../logo.svg"}},
		{"broken YAML is told once", "title 手引き\n", []string{"1:1 yaml-syntax"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := decodeConfig([]byte(c.file))
			if diff := cmp.Diff(c.want, short(diag.Sort(problems))); diff != "" {
				t.Errorf("input:\n%s\nwant(-) got(+):\n%s", c.file, diff)
			}
		})
	}
}
