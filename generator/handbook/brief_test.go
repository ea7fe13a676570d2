package handbook

import (
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

func leadersPage(f *source.Front) { f.Layout, f.Cohort = source.LayoutBrief, "2025-spring" }

func TestEveryReleasedCohortHasABrief(t *testing.T) {
	h, problems := assemble(t, withCohort(input(page("index.md", link("reports/2025-spring-brief.md")), page("index.en.md"))))
	check(t, "problems", problems, []string(nil))
	for _, e := range h.Trees[0].Editions {
		brief := e.Cohorts[0].Brief
		check(t, "brief in "+e.Lang, []any{brief.URL, brief.Layout, brief.Cohort, brief.Generated, brief.Title},
			[]any{e.Dir + "reports/2025-spring-brief.html", source.LayoutBrief, "2025-spring", true, e.Lang + ":hb_brief_of"})
		check(t, "nav in "+e.Lang, outline(e.Nav, ""), []string{e.Lang + ":hb_reports " + e.Dir + "reports/index.html",
			"  2025年春 " + e.Dir + "reports/2025-spring.html", "    " + e.Lang + ":hb_brief " + e.Dir + "reports/2025-spring-brief.html"})
	}
	check(t, "link to it", addresses(h.Trees[0].Editions[0].Home), []string{"reports/2025-spring-brief.html"})
	check(t, "other languages", h.Trees[0].Editions[0].Cohorts[0].Brief.Others[0].URL, "en/reports/2025-spring-brief.html")
}

func TestABriefThatIsWritten(t *testing.T) {
	h, problems := assemble(t, withCohort(inJapanese(page("index.md"), page("board/spring.md").titled("役員会資料").with(leadersPage))))
	check(t, "problems", problems, []string(nil))
	e := h.Trees[0].Editions[0]
	check(t, "brief", []any{e.Cohorts[0].Brief.URL, e.Cohorts[0].Brief.Generated}, []any{"board/spring.html", false})
	check(t, "no other is made", outline(e.Nav, ""), []string{"Board -", "  役員会資料 board/spring.html", "ja:hb_reports reports/index.html", "  2025年春 reports/2025-spring.html"})

	h, _ = assemble(t, withCohort(inJapanese(page("index.md"), page("b.md").with(leadersPage).with(func(f *source.Front) { f.Draft = true }))))
	if got := h.Trees[0].Editions[0].Cohorts[0].Brief; got != nil {
		t.Errorf("where the written brief is a draft: got %s, want none", got.URL)
	}
}

func TestABriefGoesWithItsReport(t *testing.T) {
	report := func(f *source.Front) {
		f.Layout, f.Cohort, f.Audience = source.LayoutReport, "2025-spring", []string{"leaders"}
	}
	in := withCohort(inJapanese(page("index.md"), page("spring.md").titled("春の結果").with(report)))
	in.Config.Audiences = []source.Audience{{Name: "everyone"}, {Name: "leaders"}}
	in.Navs = []Nav{{File: "pages/nav.md", Lines: []markdown.NavLine{navLine(1, "", "index.md")}}}
	h, problems := assemble(t, in)
	check(t, "problems", problems, []string{"pages/spring.md:0 page-no-nav"})
	check(t, "everyone", urls(h.Trees[0].Editions[0]), []string{"everyone/index.html", "everyone/reports/index.html"})
	leaders := h.Trees[1].Editions[0]
	check(t, "leaders", urls(leaders), []string{"leaders/index.html", "leaders/reports/index.html", "leaders/reports/2025-spring-brief.html", "leaders/spring.html"})
	check(t, "where its words stand", leaders.Cohorts[0].Brief.Sources, []string{"pages/spring.md"})
}

func TestPlaceOfABrief(t *testing.T) {
	_, problems := assemble(t, withCohort(inJapanese(page("index.md"), page("reports/2025-spring-brief.md"))))
	check(t, "problems", problems, []string{"pages/reports/2025-spring-brief.md:0 brief-place-taken"})

	in := withCohort(inJapanese(page("index.md")))
	in.Cohorts = append(in.Cohorts, Released{ID: "2025-spring-brief", Title: source.NewText("2025年春の短期コース")})
	h, problems := assemble(t, in)
	check(t, "problems", problems, []string(nil))
	cohorts := h.Trees[0].Editions[0].Cohorts
	check(t, "a cohort of that name keeps its report", cohorts[1].Report.URL, "reports/2025-spring-brief.html")
	if cohorts[0].Brief != nil {
		t.Errorf("brief at the address of a report: got %s, want none", cohorts[0].Brief.URL)
	}
}

func TestWordsThatABriefHasNoRoomFor(t *testing.T) {
	kanji := func(n int) string { return strings.Repeat("字", n) }
	words := func(path, verdict, decision string, risks ...string) written {
		return page(path).with(leadersPage).with(func(f *source.Front) {
			f.Verdict, f.Decision, f.Risks, f.Lines = verdict, decision, risks, keys(path, "verdict", "decision", "risks")
		})
	}
	for _, c := range []struct {
		name string
		page written
		want []string
	}{
		{"all at the limit", words("b.md", kanji(120), kanji(300), kanji(120), kanji(120), kanji(120), kanji(120)), nil},
		{"each too long", words("b.md", kanji(121), kanji(301), kanji(121)),
			[]string{"pages/b.md:2 brief-too-long", "pages/b.md:3 brief-too-long", "pages/b.md:4 brief-too-long"}},
		{"five risks", words("b.md", "", "", "一", "二", "三", "四", "五"), []string{"pages/b.md:4 brief-risks"}},
		{"letters take two thirds of the room", words("b.md", strings.Repeat("a", 180), strings.Repeat("b", 451)), []string{"pages/b.md:3 brief-too-long"}},
	} {
		_, problems := assemble(t, withCohort(inJapanese(page("index.md"), c.page)))
		check(t, c.name, problems, c.want)
	}
	_, problems := Assemble(withCohort(inJapanese(page("index.md"), words("b.md", "", "", "一", kanji(121)))))
	what, _, _ := strings.Cut(problems[0].Message(diag.Japanese), "。")
	check(t, "message", what, "ここの risks (2) は121字あり、経営層向けサマリーに入る120字を超えています")
}
