package generator_test

import (
	"context"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/goccy/go-yaml"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/internal/sitetest"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

// TestStarterHasNoProblem holds that not even a warning stands against the
// handbook that every company starts from: check --strict says nothing.
func TestStarterHasNoProblem(t *testing.T) {
	_, problems, err := generator.Check(context.Background(), generator.Options{Source: "../content", Today: sitetest.Today, Strict: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s [%s]", p.Pos, p.Message(diag.English), p.ID)
	}
}

// unkept are pages that nobody reviews: the home page, the change log, what
// tells of one cohort, and what is made of a catalogue.
var unkept = regexp.MustCompile(`^(index|program/changes|reports/(index|\d{4}-[a-z]+)|editing/(problems|figures))\.md$`)

func TestStarterPagesSayWhoKeepsThem(t *testing.T) {
	ja, en := editions(t, "../content")
	for _, name := range slices.Sorted(maps.Keys(ja)) {
		for _, e := range []edition{ja[name], en[name]} {
			front := e.page.Front
			if front.Title == "" || front.Description == "" {
				t.Errorf("%s: title %q, description %q: want both", e.page.Path, front.Title, front.Description)
			}
			if !isMade(name) && (front.Owner == "" || front.Updated.IsZero()) {
				t.Errorf("%s: owner %q, updated %q: want both", e.page.Path, front.Owner, front.Updated)
			}
			if !unkept.MatchString(name) && (front.Reviewed.IsZero() || front.ReviewEvery == source.Period{}) {
				t.Errorf("%s: reviewed %q: want a date, and review_every", e.page.Path, front.Reviewed)
			}
		}
	}
}

// TestStarterShowsEveryDirective holds that the page for editors shows each
// directive, and that some other page has a use for it. The starter has one
// audience, and furigana is Japanese.
func TestStarterShowsEveryDirective(t *testing.T) {
	ja, en := editions(t, "../content")
	names := directives(t)
	if len(names) < 20 {
		t.Fatalf("got the directives %q, want at least 20", names)
	}
	for _, pages := range []map[string]edition{ja, en} {
		for _, name := range names {
			marker := regexp.MustCompile(`(^|[^:A-Za-z0-9]):{1,5}` + name + `($|[^a-z-])`)
			uses := func(e edition) bool {
				return slices.ContainsFunc(strings.Split(e.page.Body, "\n"), marker.MatchString)
			}
			manual := pages["editing/directives.md"]
			if !uses(manual) {
				t.Errorf("%s does not show %s", manual.page.Path, name)
			}
			used := slices.ContainsFunc(slices.Collect(maps.Values(pages)), func(e edition) bool {
				return !strings.HasPrefix(e.page.Path, "editing/") && uses(e)
			})
			if !used && name != "only" && !(name == "ruby" && manual.lang == "en") {
				t.Errorf("no page in %s but the manual uses %s", manual.lang, name)
			}
		}
	}
}

// directives are the names that the converter knows, as it tells them to whoever
// wrote one that is like none of them.
func directives(t *testing.T) []string {
	t.Helper()
	_, problems := markdown.New(markdown.Options{}).Convert(source.Page{Path: "x.md", Body: ":::qqqqqqqqqqqq\n:::\n"}, "en")
	for _, p := range problems {
		if _, names, ok := strings.Cut(p.Message(diag.English), "a name that exists: "); ok {
			return strings.Split(names, ", ")
		}
	}
	t.Fatalf("no problem tells the directives: %v", problems)
	return nil
}

func TestStarterAnswersWhatReadersAsk(t *testing.T) {
	ja, en := editions(t, "../content")
	for _, pages := range []map[string]edition{ja, en} {
		faq, glossary := pages["faq.md"].doc, pages["glossary.md"].doc
		if len(faq.Questions) < 30 {
			t.Errorf("%s: %d questions, want at least 30", pages["faq.md"].page.Path, len(faq.Questions))
		}
		if len(glossary.Terms) < 30 {
			t.Errorf("%s: %d terms, want at least 30", pages["glossary.md"].page.Path, len(glossary.Terms))
		}
		for _, q := range faq.Questions {
			if q.Answer == "" {
				t.Errorf("the question %s has no answer", q.ID)
			}
		}
		for _, term := range glossary.Terms {
			if term.Summary == "" {
				t.Errorf("the term %s has no meaning", term.Name)
			}
		}
	}
	for _, term := range ja["glossary.md"].doc.Terms {
		if term.Reading == "" || strings.ContainsFunc(term.Reading, func(r rune) bool { return !unicode.Is(unicode.Hiragana, r) && r != 'ー' }) {
			t.Errorf("the reading of %s is %q, want hiragana", term.Name, term.Reading)
		}
	}
}

// TestStarterHasSearchTests counts them; TestTheStarterPassesItsSearchTests
// tries them.
func TestStarterHasSearchTests(t *testing.T) {
	root, err := os.OpenRoot("../content")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	config, _, err := source.ReadConfig(root)
	if err != nil {
		t.Fatal(err)
	}
	english := 0
	for _, test := range config.SearchTests {
		if strings.HasSuffix(test.Page, ".en.md") {
			english++
		}
	}
	if japanese := len(config.SearchTests) - english; japanese < 30 || english < 30 {
		t.Errorf("%d Japanese and %d English search tests, want at least 30 of each", japanese, english)
	}
}

// words are a text of survey.yaml in both languages.
type words struct{ JA, EN string }

// TestStarterSurvey holds what is asked before, halfway and after: twenty
// questions, with some of each theme, and four more in the pulse, whose page
// has them word for word.
func TestStarterSurvey(t *testing.T) {
	data, err := os.ReadFile("../content/survey.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var survey struct {
		Questions []struct {
			Code, Scale, Theme string
			Text               words
		}
		Themes map[string]words
	}
	if err := yaml.Unmarshal(data, &survey); err != nil {
		t.Fatal(err)
	}
	ja, en := editions(t, "../content")
	asked := map[string]int{}
	waves, pulse := 0, 0
	for _, q := range survey.Questions {
		if q.Text.JA == "" || q.Text.EN == "" || q.Text.JA == q.Text.EN {
			t.Errorf("%s: want a text in each language", q.Code)
		}
		asked[q.Theme]++
		switch {
		case q.Scale == "text":
		case q.Theme == "":
			pulse++
			if !strings.Contains(ja["survey/pulse.md"].page.Body, q.Text.JA) || !strings.Contains(en["survey/pulse.md"].page.Body, q.Text.EN) {
				t.Errorf("%s: survey/pulse.md does not quote it as it is asked", q.Code)
			}
		default:
			waves++
		}
	}
	if waves != 20 || pulse != 4 {
		t.Errorf("%d questions and %d of the pulse, want 20 and 4", waves, pulse)
	}
	for _, theme := range slices.Sorted(maps.Keys(survey.Themes)) {
		if name := survey.Themes[theme]; name.JA == "" || name.EN == "" || asked[theme] == 0 {
			t.Errorf("the theme %s (%s, %s) has %d questions, want names in both languages and a question", theme, name.JA, name.EN, asked[theme])
		}
	}
	if len(survey.Themes) != 15 {
		t.Errorf("%d themes, want the 15 of the design", len(survey.Themes))
	}
}
