package handbook

import (
	"fmt"
	"slices"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

func navLine(line int, label, target string, children ...markdown.NavLine) markdown.NavLine {
	return markdown.NavLine{Label: label, Target: target, Pos: diag.At("pages/nav.md", line, 3), Children: children}
}

// outline draws a nav, one entry a line.
func outline(nodes []*Node, depth string) []string {
	var out []string
	for _, n := range nodes {
		url := "-"
		if n.Page != nil {
			url = n.Page.URL
		}
		out = append(out, depth+n.Label+" "+url)
		out = append(out, outline(n.Children, depth+"  ")...)
	}
	return out
}

func TestNavFile(t *testing.T) {
	in := input(
		page("index.md").titled("手引き"), page("index.en.md").titled("Handbook"),
		page("guide/index.md").titled("進め方"), page("guide/index.en.md").titled("Guide"),
		page("guide/a.md").titled("頻度"), page("guide/a.en.md").titled("Cadence"),
		page("faq.md").titled("よくある質問"), page("faq.en.md").titled("Questions"),
	)
	in.Navs = []Nav{{Lang: "", File: "pages/nav.md", Lines: []markdown.NavLine{
		navLine(1, "はじめに", "index.md"),
		navLine(2, "運用", "", navLine(3, "進め方", "guide/", navLine(4, "回数", "guide/a.md"))),
		navLine(5, "質問", "faq.md"),
	}}}
	h, problems := assemble(t, in)
	check(t, "problems", problems, []string(nil))
	ja, en := h.Trees[0].Editions[0], h.Trees[0].Editions[1]
	check(t, "nav", outline(ja.Nav, ""), []string{
		"はじめに index.html", "運用 -", "  進め方 guide/index.html", "    回数 guide/a.html", "質問 faq.html"})
	check(t, "nav of another language has its titles", outline(en.Nav, ""), []string{
		"Handbook en/index.html", "運用 -", "  Guide en/guide/index.html", "    Cadence en/guide/a.html", "Questions en/faq.html"})
	a := find(t, h, "guide/a.html")
	var crumbs []string
	for _, n := range a.Breadcrumbs {
		crumbs = append(crumbs, n.Label)
	}
	check(t, "breadcrumbs", crumbs, []string{"運用", "進め方"})
	check(t, "label is the nav's alone", a.Title, "頻度")
	check(t, "before and after", []string{a.Prev.URL, a.Next.URL}, []string{"guide/index.html", "faq.html"})
	check(t, "ends", []bool{ja.Home.Prev == nil, find(t, h, "faq.html").Next == nil}, []bool{true, true})

	in.Navs = append(in.Navs, Nav{Lang: "en", File: "pages/nav.en.md", Lines: []markdown.NavLine{
		navLine(1, "FAQ", "faq.md"), navLine(2, "Guide", "guide/index.en.md", navLine(3, "How often", "guide/a.en.md"))}})
	h, _ = assemble(t, in)
	check(t, "nav of its own", outline(h.Trees[0].Editions[1].Nav, ""), []string{
		"FAQ en/faq.html", "Guide en/guide/index.html", "  How often en/guide/a.html"})
}

func TestNavFileProblems(t *testing.T) {
	in := inJapanese(page("index.md"), page("a.md"), page("b.md"), page("lost.md"),
		page("draft.md").with(func(f *source.Front) { f.Draft = true }))
	in.Navs = []Nav{{File: "pages/nav.md", Lines: []markdown.NavLine{
		navLine(1, "a", "a.md"), navLine(2, "再び", "./a.html"), navLine(3, "なし", "missing.md"), navLine(4, "誤り", "B.md"),
		navLine(5, "下書き", "draft.md", navLine(6, "b", "b.md")), navLine(7, "外", "https://example.com/"),
	}}}
	h, problems := assemble(t, in)
	check(t, "problems", problems, []string{
		"pages/lost.md:0 page-no-nav", "pages/nav.md:2 nav-twice", "pages/nav.md:3 nav-no-page", "pages/nav.md:4 nav-misspelt", "pages/nav.md:7 nav-no-page"})
	check(t, "a draft's children take its place", outline(h.Trees[0].Editions[0].Nav, ""), []string{"a a.html", "b b.html"})
	check(t, "off the nav last", urls(h.Trees[0].Editions[0]), []string{"index.html", "a.html", "b.html", "lost.html"})
}

func TestFoldersInOrder(t *testing.T) {
	order := func(w written, n int) written { return w.with(func(f *source.Front) { f.Order = n }) }
	h, _ := assemble(t, inJapanese(
		page("index.md"), page("z.md").titled("い"), page("y.md").titled("あ"),
		order(page("b/index.md").titled("B"), 1), order(page("b/x.md").titled("X"), 2), order(page("b/w.md").titled("W"), 1),
		page("a/deep/page.md").titled("P"),
	))
	check(t, "nav", outline(h.Trees[0].Editions[0].Nav, ""), []string{
		"B b/index.html", "  W b/w.html", "  X b/x.html", "A -", "  Deep -", "    P a/deep/page.html", "あ y.html", "い z.html"})
}

func TestGeneratedHome(t *testing.T) {
	h, problems := assemble(t, input(page("guide/a.md").titled("頻度"), page("guide/a.en.md").titled("Cadence")))
	check(t, "problems", problems, []string(nil))
	for i, url := range []string{"index.html", "en/index.html"} {
		home := h.Trees[0].Editions[i].Home
		check(t, "home", []any{home.URL, home.Layout, home.Generated, home.Title}, []any{url, source.LayoutHome, true, "手引き"})
	}
	check(t, "others of a generated page", h.Trees[0].Editions[0].Home.Others[0].URL, "en/index.html")
}

func TestReports(t *testing.T) {
	h, problems := assemble(t, withCohort(inJapanese(page("index.md", link("reports/"), link("reports/2025-spring.md#report-survey")))))
	check(t, "problems", problems, []string(nil))
	e := h.Trees[0].Editions[0]
	check(t, "generated", outline(e.Nav, ""), []string{"ja:hb_reports reports/index.html", "  2025年春 reports/2025-spring.html", "    ja:hb_brief reports/2025-spring-brief.html"})
	check(t, "links to generated pages", addresses(e.Home), []string{"reports/index.html", "reports/2025-spring.html#report-survey"})
	check(t, "cohort", []any{e.Cohorts[0].ID, e.Cohorts[0].Title, e.Cohorts[0].Report.Cohort}, []any{"2025-spring", "2025年春", "2025-spring"})

	report := func(f *source.Front) { f.Layout, f.Cohort = source.LayoutReport, "2025-spring" }
	h, problems = assemble(t, withCohort(inJapanese(page("index.md"),
		page("results/spring.md").titled("春の結果").with(report),
		page("results/index.md").titled("結果").with(func(f *source.Front) { f.Layout = source.LayoutCohorts }))))
	check(t, "problems", problems, []string(nil))
	e = h.Trees[0].Editions[0]
	check(t, "written", outline(e.Nav, ""), []string{"結果 results/index.html", "  春の結果 results/spring.html", "    ja:hb_brief reports/2025-spring-brief.html"})
	check(t, "report", e.Cohorts[0].Report.URL, "results/spring.html")

	in := withCohort(inJapanese(page("index.md"), page("list.md").titled("結果").with(func(f *source.Front) { f.Layout = source.LayoutCohorts })))
	in.Navs = []Nav{{File: "pages/nav.md", Lines: []markdown.NavLine{navLine(1, "結果", "list.md"), navLine(2, "", "reports/2025-spring.md")}}}
	h, problems = assemble(t, in)
	check(t, "problems", problems, []string(nil))
	check(t, "a generated report in nav.md", outline(h.Trees[0].Editions[0].Nav, ""), []string{"結果 list.html", "2025年春 reports/2025-spring.html", "  ja:hb_brief reports/2025-spring-brief.html"})

	h, _ = assemble(t, withCohort(inJapanese(page("index.md"), page("r.md").with(report).with(func(f *source.Front) { f.Draft = true }))))
	check(t, "a draft report leaves none", len(h.Trees[0].Editions[0].Cohorts), 0)
}

func TestReportProblems(t *testing.T) {
	front := func(w written, layout source.Layout, cohort string) written {
		return w.with(func(f *source.Front) {
			f.Layout, f.Cohort, f.Lines = layout, cohort, keys(w.path, "layout", "cohort")
		})
	}
	_, problems := assemble(t, withCohort(inJapanese(page("index.md"),
		front(page("a.md"), source.LayoutReport, ""), front(page("b.md"), source.LayoutReport, "2025-sprung"), page("reports/2025-spring.md"))))
	check(t, "problems", problems, []string{
		"pages/a.md:2 report-no-cohort", "pages/b.md:3 figure-cohort", "pages/reports/2025-spring.md:0 report-place-taken"})
}

// TestAnUnreadReportIsToldOnce has a report that could not be read: what it
// lacks, and so seems to be wrong with it and with links to it, is not told.
func TestAnUnreadReportIsToldOnce(t *testing.T) {
	in := withCohort(inJapanese(page("index.md", link("reports/2025-spring.md#survey")),
		page("reports/2025-spring.md", directive(markdown.SlotFigure, "id", "sessions.held"))))
	_, problems := assemble(t, in)
	check(t, "read", problems, []string{"pages/index.md:1 link-no-fragment", "pages/reports/2025-spring.md:0 report-place-taken", "pages/reports/2025-spring.md:1 figure-no-cohort"})
	in.Pages[1].Page.Unread = true
	_, problems = assemble(t, in)
	check(t, "unread", problems, []string(nil))
}

func TestAudiences(t *testing.T) {
	only := &markdown.Slot{Kind: markdown.SlotOnly, Target: "leaders", Body: []markdown.Part{{Slot: link("brief.md")}}}
	in := input(
		page("index.md", link("brief.md"), only),
		page("brief.md").with(func(f *source.Front) { f.Audience = []string{"leaders"} }).ids("x"),
		page("brief.en.md"),
	)
	in.Config.Audiences = []source.Audience{{Name: "everyone"}, {Name: "leaders", Includes: []string{"participants"}}, {Name: "participants", Includes: []string{"everyone"}}}
	only.Body[0].Slot.Pos = diag.At("pages/index.md", 9, 1)
	h, problems := assemble(t, in)
	check(t, "problems", problems, []string{"pages/index.md:1 link-audience", "site.yaml:0 translation-missing"})
	var all []string
	for _, tree := range h.Trees {
		for _, e := range tree.Editions {
			all = append(all, urls(e)...)
		}
	}
	check(t, "trees", all, []string{
		"everyone/index.html", "everyone/en/index.html",
		"leaders/index.html", "leaders/brief.html", "leaders/en/index.html", "leaders/en/brief.html",
		"participants/index.html", "participants/en/index.html"})
	check(t, "what is not for everyone", addresses(find(t, h, "everyone/index.html")), []string{"#"})
	check(t, "what is for leaders", addresses(find(t, h, "leaders/index.html")), []string{"brief.html", "brief.html"})
	a := audience{name: "leaders", gets: map[string]bool{"leaders": true, "participants": true, "everyone": true}}
	check(t, "includes of includes", a.reads("everyone"), true)
}

func TestAudienceProblems(t *testing.T) {
	only := func() *markdown.Slot { return &markdown.Slot{Kind: markdown.SlotOnly, Target: "leader"} }
	in := inJapanese(page("index.md", only()))
	_, problems := assemble(t, in)
	check(t, "none declared", problems, []string{"pages/index.md:1 audience-none"})
	in = inJapanese(page("index.md", only()), page("a.md").with(func(f *source.Front) { f.Audience, f.Lines = []string{"mentor"}, keys("a.md", "audience") }))
	in.Config.Audiences = []source.Audience{{Name: "leaders", Includes: []string{"everybody"}}}
	_, problems = assemble(t, in)
	check(t, "not declared", problems, []string{"pages/a.md:2 audience-unknown", "pages/index.md:1 audience-unknown", "site.yaml:0 audience-unknown"})

	nobody := &markdown.Slot{Kind: markdown.SlotOnly, Target: " , ", Body: []markdown.Part{{}}}
	in = inJapanese(page("index.md", nobody))
	in.Config.Audiences = []source.Audience{{Name: "everyone"}}
	h, problems := assemble(t, in)
	check(t, "no name", problems, []string{"pages/index.md:1 audience-unknown"})
	check(t, "what is for nobody", len(find(t, h, "everyone/index.html").Parts), 0)

	in = inJapanese(page("index.md").with(func(f *source.Front) { f.Title, f.Lines = "題:only[役員]{for=leaders}", keys("index.md", "title") }))
	_, problems = assemble(t, in)
	check(t, "words of front matter", problems, []string{"pages/index.md:2 only-unread"})
}

func TestContentsAreForTheReader(t *testing.T) {
	w := page("index.md")
	for i, level := range []int{1, 2, 3, 4} {
		w.doc.Headings = append(w.doc.Headings, markdown.Heading{Level: level, ID: fmt.Sprint("h", i), Text: "見出し"})
	}
	w.doc.Headings = append(w.doc.Headings, markdown.Heading{Level: 2, ID: "secret", Audience: "leaders"})
	w.doc.Questions = []markdown.Question{{ID: "q1"}, {ID: "q2", Audience: "leaders"}}
	in := inJapanese(w)
	in.Config.Audiences = []source.Audience{{Name: "everyone"}, {Name: "leaders"}}
	h, _ := assemble(t, in)
	p := find(t, h, "everyone/index.html")
	check(t, "contents", p.TOC, []Heading{{2, "h1", "見出し"}, {3, "h2", "見出し"}})
	check(t, "questions", len(h.Trees[0].Editions[0].Questions), 1)
	check(t, "contents of leaders", slices.ContainsFunc(find(t, h, "leaders/index.html").TOC, func(h Heading) bool { return h.ID == "secret" }), true)
}

func TestAssetsAreForTheReadersOfTheirPages(t *testing.T) {
	in := inJapanese(
		page("index.md", link("form.pdf")),
		page("brief.md", link("plan.pdf"), link("form.pdf")).with(func(f *source.Front) { f.Audience = []string{"leaders"} }))
	in.Assets = []source.Asset{{Path: "form.pdf"}, {Path: "logo.svg"}, {Path: "old.pdf"}, {Path: "plan.pdf"}}
	in.Config.Theme.Logo = "logo.svg"
	in.Config.Audiences = []source.Audience{{Name: "everyone"}, {Name: "leaders"}}
	h, problems := assemble(t, in)
	check(t, "problems", problems, []string{"pages/old.pdf:0 asset-unused"})
	var got [][]string
	for _, tree := range h.Trees {
		var paths []string
		for _, a := range tree.Assets {
			paths = append(paths, a.Path)
		}
		got = append(got, paths)
	}
	check(t, "assets", got, [][]string{{"form.pdf", "logo.svg"}, {"form.pdf", "logo.svg", "plan.pdf"}})
}

func TestATitleForOtherReadersIsNone(t *testing.T) {
	w := page("plan.md").titled("役員の計画")
	w.doc.Headings = []markdown.Heading{{Level: 1, Text: "役員の計画", Audience: "leaders"}, {Level: 2, Text: "全員の計画"}}
	in := inJapanese(page("index.md"), w)
	in.Config.Audiences = []source.Audience{{Name: "everyone"}, {Name: "leaders"}}
	h, _ := assemble(t, in)
	check(t, "title for everyone", find(t, h, "everyone/plan.html").Title, "全員の計画")
	check(t, "title for leaders", find(t, h, "leaders/plan.html").Title, "役員の計画")
}
