package handbook

import (
	"testing"

	"kohort/generator/diag"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

func TestLinks(t *testing.T) {
	for _, test := range []struct {
		target, address string
		problem         diag.ID
	}{
		{"a.md", "a.html", ""},
		{"a.md#dates", "a.html#dates", ""},
		{"a.md#日程", "a.html#%E6%97%A5%E7%A8%8B", ""},
		{"a.md#date", "a.html#date", "link-fragment-misspelt"},
		{"a.md#somewhere", "a.html#somewhere", "link-no-fragment"},
		{"a.md#top", "a.html#top", ""},
		{"a.md#はじめに-1", "a.html", ""},
		{"#the-page", "page.html", ""},
		{"a.html", "a.html", ""},
		{"a.md?plain=1", "a.html", ""},
		{"#here", "#here", ""},
		{"#there", "#there", "link-fragment-misspelt"},
		{"#", "page.html", ""},
		{"", "page.html", "link-empty"},
		{"page.md#here", "#here", ""},
		{"../index.md", "../index.html", ""},
		{"/index.md", "../index.html", ""},
		{"..", "../index.html", ""},
		{"../README.md", "../index.html", ""},
		{"A.md", "a.html", "link-case"},
		{"a", "a", "link-misspelt"},
		{"../a.md", "../a.md", "link-misspelt"},
		{"aa.md", "aa.md", "link-misspelt"},
		{"nothing-like-it.md", "nothing-like-it.md", "link-no-page"},
		{"empty/", "empty/", "link-no-index"},
		{"../../etc/passwd", "../../etc/passwd", "link-outside"},
		{"form.xlsx", "form.xlsx", ""},
		{"form.xlsx#page=2", "form.xlsx#page=2", ""},
		{"申込 書.pdf", "%E7%94%B3%E8%BE%BC%20%E6%9B%B8.pdf", ""},
		{"gone.pdf", "gone.pdf", "link-no-file"},
		{"data:x.md", "data%3Ax.md", "link-no-page"},
		{"50%#1.md", "50%#1.md", "link-no-page"},
	} {
		t.Run(test.target, func(t *testing.T) {
			in := inJapanese(page("index.md"), page("g/page.md", link(test.target)).ids("here").titled("The Page"), page("g/a.md").ids("dates", "日程").titled("はじめに(1)"), page("g/empty/x.md"))
			in.Assets = []source.Asset{{Path: "g/form.xlsx"}, {Path: "g/申込 書.pdf"}}
			h, problems := Assemble(in)
			got := find(t, h, "g/page.html")
			check(t, "address of "+test.target, addresses(got), []string{test.address})
			var id diag.ID
			if len(problems) > 0 {
				id = problems[0].ID
				check(t, "severity", problems[0].Severity(), diag.Warning)
			}
			check(t, "problem with "+test.target, id, test.problem)
		})
	}
}

func TestProblemsOfLinksReadWell(t *testing.T) {
	in := inJapanese(page("index.md", link("apply.md#dates")), page("apply.md").ids("key-dates"))
	_, problems := Assemble(in)
	want := `link to "apply.md#dates" goes nowhere: apply.md has no heading "dates"; did you mean "#key-dates"?`
	check(t, "message", problems[0].Message(diag.English), want)
}

func TestIncludedLinksCountFromTheirFile(t *testing.T) {
	w := page("g/page.md", link("a.md"))
	w.doc.Parts[0].Slot.Pos.File = "pages/_shared/note.md"
	w.doc.Parts[0].Slot.Target = "../g/a.md"
	h, problems := assemble(t, inJapanese(page("index.md"), w, page("g/a.md")))
	check(t, "problems", problems, []string(nil))
	check(t, "address", addresses(find(t, h, "g/page.html")), []string{"a.html"})
	check(t, "sources", find(t, h, "g/page.html").Sources, []string{"pages/g/page.md", "pages/_shared/note.md"})
}

func TestImages(t *testing.T) {
	image := func(target string) *markdown.Slot {
		return &markdown.Slot{Kind: markdown.SlotImage, Target: target}
	}
	in := input(page("g/a.md", image("../img/flow.svg"), image("../img/Flow.svg"), image("none.png")))
	in.Config.Audiences = []source.Audience{{Name: "all"}}
	in.Assets = []source.Asset{{Path: "img/flow.svg"}}
	h, problems := assemble(t, in)
	check(t, "problems", problems, []string{"pages/g/a.md:2 link-misspelt", "pages/g/a.md:3 image-missing", "site.yaml:0 translation-missing"})
	check(t, "address", addresses(find(t, h, "all/g/a.html"))[0], "../img/flow.svg")
	check(t, "address in another language", addresses(find(t, h, "all/en/g/a.html"))[0], "../../img/flow.svg")
}

func TestTerms(t *testing.T) {
	define := func(w written, terms ...markdown.Term) written {
		w.doc.Terms = terms
		return w
	}
	use := func(target, label string) *markdown.Slot {
		return &markdown.Slot{Kind: markdown.SlotTerm, Target: target, Label: label}
	}
	h, problems := assemble(t, input(
		page("index.md", use("逆メンター", ""), use("ﾒﾝﾀｰ", ""), use("reverse", "この制度"), use("メンテ", "")),
		define(page("glossary.md"),
			markdown.Term{ID: "mentor", Name: "メンター", Reading: "めんたー"},
			markdown.Term{ID: "reverse", Name: "リバースメンタリング", Reading: "りばーす", Aliases: []string{"逆メンター"}},
			markdown.Term{ID: "again", Name: "メンター", Pos: diag.At("pages/glossary.md", 9, 1)}),
		define(page("glossary.en.md"), markdown.Term{ID: "reverse", Name: "reverse mentoring"}),
	))
	check(t, "problems", problems, []string{"pages/glossary.md:9 term-twice", "pages/index.md:4 term-unknown", "site.yaml:0 translation-missing"})
	parts := find(t, h, "index.html").Parts
	check(t, "by alias", []string{parts[0].Term.Label, parts[0].Term.URL}, []string{"逆メンター", "glossary.html#reverse"})
	check(t, "by half-width name", parts[1].Term.URL, "glossary.html#mentor")
	check(t, "by id", []string{parts[2].Term.Label, parts[2].Term.Term.Name}, []string{"この制度", "リバースメンタリング"})
	english := find(t, h, "en/index.html").Parts
	check(t, "a fallback's term in its edition's words", english[0].Term.Term.Name, "reverse mentoring")
	check(t, "a term without translation", english[1].Term.URL, "../glossary.html#mentor")
	var names []string
	for _, term := range h.Trees[0].Editions[0].Terms {
		names = append(names, term.ID)
	}
	check(t, "by reading", names, []string{"mentor", "reverse", "again"})
}

func TestFiguresAndValues(t *testing.T) {
	for _, test := range []struct {
		name    string
		slot    *markdown.Slot
		problem diag.ID
		stat    string
	}{
		{"figure", directive(markdown.SlotFigure, "id", "survey.trust.after", "by", "department", "cohort", "2025-spring"), "", "mean"},
		{"statistic", directive(markdown.SlotFigure, "id", "survey.trust.after", "stat", "distribution", "cohort", "2025-spring"), "", "distribution"},
		{"only statistic", directive(markdown.SlotValue, "id", "sessions.held", "cohort", "2025-spring"), "", "sum"},
		{"cell", directive(markdown.SlotValue, "id", "participation.enrolled", "at", "department=営業部", "cohort", "2025-spring"), "", "count"},
		{"people of a distribution", directive(markdown.SlotValue, "id", "survey.trust.after", "stat", "distribution", "show", "n", "cohort", "2025-spring"), "", "distribution"},
		{"no cohort", directive(markdown.SlotFigure, "id", "sessions.held"), "figure-no-cohort", ""},
		{"unknown cohort", directive(markdown.SlotFigure, "id", "sessions.held", "cohort", "2025-autumn"), "figure-cohort", ""},
		{"unknown table", directive(markdown.SlotFigure, "id", "sessions.helt", "cohort", "2025-spring"), "figure-table", ""},
		{"unknown statistic", directive(markdown.SlotFigure, "id", "sessions.held", "stat", "mean", "cohort", "2025-spring"), "figure-stat", ""},
		{"unknown dimension", directive(markdown.SlotFigure, "id", "survey.trust.after", "by", "role", "cohort", "2025-spring"), "figure-dimension", ""},
		{"unknown dimension of a cell", directive(markdown.SlotValue, "id", "sessions.held", "at", "role=mentor", "cohort", "2025-spring"), "figure-no-dimensions", ""},
		{"unreleased cohort, told elsewhere", directive(markdown.SlotFigure, "id", "sessions.held", "cohort", "2026-spring"), "", ""},
		{"unknown level", directive(markdown.SlotValue, "id", "survey.trust.after", "at", "department=営業", "cohort", "2025-spring"), "value-level", ""},
		{"unknown cell", directive(markdown.SlotValue, "id", "participation.enrolled", "at", "department=営業部;role=mentor", "cohort", "2025-spring"), "value-cell", ""},
		{"distribution as a number", directive(markdown.SlotValue, "id", "survey.trust.after", "stat", "distribution", "cohort", "2025-spring"), "value-distribution", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := withCohort(inJapanese(page("index.md", test.slot)))
			in.Unreleased = []string{"2026-spring"}
			h, problems := Assemble(in)
			var id diag.ID
			if len(problems) > 0 {
				id = problems[0].ID
			}
			check(t, "problem", id, test.problem)
			stat := ""
			for _, p := range h.Trees[0].Editions[0].Home.Parts {
				if p.Figure != nil {
					stat = p.Figure.Stat
				}
				if p.Value != nil {
					stat = p.Value.Stat
				}
			}
			check(t, "statistic", stat, test.stat)
		})
	}
}

func TestAnUnknownTableNamesTheNearestFirst(t *testing.T) {
	_, problems := Assemble(withCohort(inJapanese(page("index.md", directive(markdown.SlotFigure, "id", "sessions.helt", "cohort", "2025-spring")))))
	want := `the release of 2025-spring has no table "sessions.helt"; write one of: sessions.held, participation.enrolled, survey.trust.after`
	check(t, "message", problems[0].Message(diag.English), want)
}

func TestNoReleaseAtAll(t *testing.T) {
	_, problems := assemble(t, inJapanese(page("index.md", directive(markdown.SlotFigure, "id", "sessions.held", "cohort", "2025-spring"))))
	check(t, "problems", problems, []string{"pages/index.md:1 figure-no-release"})
}

func TestGuidelines(t *testing.T) {
	rule := func(line int, metric, from, to string) markdown.Guideline {
		return markdown.Guideline{ID: "g", Metric: metric, Min: from, Max: to, Pos: diag.At("pages/index.md", line, 1)}
	}
	w := page("index.md")
	w.doc.Guidelines = []markdown.Guideline{rule(1, "sessions_per_month", "2", "3.5"), rule(2, "", "", ""), rule(3, "session_per_month", "", ""), rule(4, "minutes", "two", "1e3")}
	h, problems := assemble(t, inJapanese(w))
	check(t, "problems", problems, []string{
		"pages/index.md:3 guideline-metric", "pages/index.md:4 guideline-number", "pages/index.md:4 guideline-number"})
	check(t, "guidelines", len(h.Trees[0].Editions[0].Home.Guidelines), 4)
}

// TestTargetsOfGuidelines: what is aimed at is known by page and bound, in
// every edition.
func TestTargetsOfGuidelines(t *testing.T) {
	w := page("rules/a b.md")
	w.doc.Guidelines = []markdown.Guideline{{ID: "twice", Metric: "sessions_per_month", Min: "1.5"}, {ID: "length", Metric: "minutes", Min: "30", Max: "60"}, {ID: "silent"}}
	h, _ := assemble(t, input(w))
	check(t, "targets", h.Targets(), map[string]string{
		"rules/a%20b.html#twice/min": "1.5", "rules/a%20b.html#length/min": "30", "rules/a%20b.html#length/max": "60",
		"en/rules/a%20b.html#twice/min": "1.5", "en/rules/a%20b.html#length/min": "30", "en/rules/a%20b.html#length/max": "60"})
}
