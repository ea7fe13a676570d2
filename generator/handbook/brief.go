package handbook

import (
	"fmt"
	"strings"

	"golang.org/x/text/width"

	"kohort/generator/diag"
	"kohort/generator/source"
)

// briefURL is where the page for leaders of a cohort stands that nobody wrote.
func briefURL(cohort string) string { return "reports/" + cohort + "-brief.html" }

// addBriefs finds the page for leaders of each cohort whose report is in the
// edition, and makes it where nobody wrote one. A cohort whose address for it
// is taken, as by the report of a cohort named ID-brief, has none.
func (e *edition) addBriefs() {
	for i := range e.Cohorts {
		c := &e.Cohorts[i]
		for _, d := range e.pages {
			if d.Page != nil && d.Layout == source.LayoutBrief && d.Cohort == c.ID && c.Brief == nil {
				c.Brief = d.Page
			}
		}
		url := briefURL(c.ID)
		if e.site.briefs[c.ID] || e.site.urls[fold(url)] != nil || e.made[url].Page != nil {
			continue
		}
		title := strings.ReplaceAll(e.site.words(e.Lang, "hb_brief_of"), "{cohort}", c.Title)
		c.Brief = e.generate(url, title, source.LayoutBrief)
		// Its verdict, risks and decision are those of the report.
		c.Brief.Cohort, c.Brief.Draft, c.Brief.Sources = c.ID, c.Report.Draft, c.Report.Sources
	}
}

// navBriefs puts the briefs that nobody wrote below their reports, or into
// more where a report is on no nav.
func (e *edition) navBriefs(more []*Node) []*Node {
	for _, c := range e.Cohorts {
		if c.Brief == nil || !c.Brief.Generated || c.Brief.Node != nil {
			continue
		}
		if c.Report.Node == nil {
			c.Brief.Node = &Node{Label: c.Brief.Title, Page: c.Brief}
			more = append(more, c.Brief.Node)
			continue
		}
		c.Brief.Node = &Node{Label: e.site.words(e.Lang, "hb_brief"), Page: c.Brief}
		c.Report.Node.Children = append(c.Report.Node.Children, c.Brief.Node)
	}
	return more
}

// What a printed brief has room for, in full-width characters. The test that
// prints the longest brief holds these numbers.
const (
	verdictRoom  = 120
	riskRoom     = 120
	decisionRoom = 300
	mostRisks    = 4
)

// checkBrief tells what is too long for a brief, which is one sheet of paper.
func (s *site) checkBrief(v *version) []diag.Problem {
	front := v.Page.Front
	var problems []diag.Problem
	tell := func(key, place, text string, room int) {
		long := FullWidth(text)
		if long <= room {
			return
		}
		if lang := s.languages[v.lang]; lang != "ja" && lang != "zh" && lang != "ko" { // counted in letters there
			long, room = long*3/2, room*3/2
		}
		problems = append(problems, diag.New("brief-too-long", frontPos(v.Page, key),
			diag.Slot("key", key+place), diag.SlotInt("length", long), diag.SlotInt("room", room)))
	}
	tell("verdict", "", front.Verdict, verdictRoom)
	for i, risk := range front.Risks {
		tell("risks", fmt.Sprintf(" (%d)", i+1), risk, riskRoom)
	}
	tell("decision", "", front.Decision, decisionRoom)
	if len(front.Risks) > mostRisks {
		problems = append(problems, diag.New("brief-risks", frontPos(v.Page, "risks"),
			diag.SlotInt("count", len(front.Risks)), diag.SlotInt("most", mostRisks)))
	}
	return problems
}

// FullWidth is how many full-width characters take as much room as a text. A
// letter of the Latin alphabet takes two thirds of one in the widest fonts that
// a reader may have.
func FullWidth(text string) int {
	thirds := 0
	for _, r := range text {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			thirds += 3
		default:
			thirds += 2
		}
	}
	return (thirds + 2) / 3
}
