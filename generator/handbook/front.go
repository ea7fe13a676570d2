package handbook

import (
	"maps"
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/figure"
	"kohort/generator/markdown"
	"kohort/generator/source"
)

// checkFronts checks what pages say about themselves: their audience, cohort
// and the targets of their guidelines.
func (s *site) checkFronts() []diag.Problem {
	var problems []diag.Problem
	s.reports, s.briefs = make(map[string]bool), make(map[string]bool)
	for _, g := range s.groups {
		for _, v := range g.versions {
			if v == nil {
				continue
			}
			for _, name := range v.Page.Front.Audience {
				problems = append(problems, s.checkAudience(name, frontPos(v.Page, "audience"))...)
			}
			problems = append(problems, checkOnly(v.Page)...)
			problems = append(problems, s.checkReport(v)...)
			problems = append(problems, s.checkBrief(v)...)
			for _, rule := range v.Document.Guidelines {
				problems = append(problems, checkGuideline(rule)...)
			}
		}
	}
	for _, c := range s.in.Cohorts {
		if g := s.urls[fold(reportURL(c.ID))]; g != nil && !s.reports[c.ID] && !g.isUnread() {
			problems = append(problems, diag.New("report-place-taken", diag.Pos{File: g.base().Page.File()}, diag.Slot("cohort", c.ID)))
		}
		if g := s.urls[fold(briefURL(c.ID))]; g != nil && !s.briefs[c.ID] && !g.isUnread() {
			problems = append(problems, diag.New("brief-place-taken", diag.Pos{File: g.base().Page.File()}, diag.Slot("cohort", c.ID)))
		}
	}
	return problems
}

// checkOnly tells words of front matter that were meant for one audience: they
// hold no directives.
func checkOnly(p source.Page) []diag.Problem {
	front := p.Front
	words := map[string][]string{
		"title": {front.Title}, "description": {front.Description}, "owner": {front.Owner}, "tags": front.Tags,
		"verdict": {front.Verdict}, "risks": front.Risks, "decision": {front.Decision},
	}
	var problems []diag.Problem
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if slices.ContainsFunc(words[key], markdown.LooksOnly) {
			problems = append(problems, diag.New("only-unread", frontPos(p, key)))
		}
	}
	return problems
}

// checkReport checks the cohort of a page and notes which reports are written.
func (s *site) checkReport(v *version) []diag.Problem {
	front, base := v.Page.Front, v.group.base().Page.Front
	if front.Layout == source.LayoutCohorts {
		s.listed = true
	}
	id := front.Cohort
	if id == "" {
		id = base.Cohort
	}
	isReport := front.Layout == source.LayoutReport || front.Layout == source.LayoutBrief
	if id == "" && v.group.isUnread() {
		return nil
	}
	if id == "" && isReport {
		return []diag.Problem{diag.New("report-no-cohort", frontPos(v.Page, "layout"), diag.Slot("cohorts", s.cohortIDs("")))}
	}
	switch front.Layout {
	case source.LayoutReport:
		s.reports[id] = true
	case source.LayoutBrief:
		s.briefs[id] = true
	}
	if front.Cohort == "" {
		return nil
	}
	_, problems := s.released(id, frontPos(v.Page, "cohort"))
	return problems
}

func checkGuideline(rule markdown.Guideline) []diag.Problem {
	var problems []diag.Problem
	if _, known := figure.LookupMetric(rule.Metric); rule.Metric != "" && !known {
		var ids []string
		for _, m := range figure.Metrics() {
			ids = append(ids, m.ID)
		}
		problems = append(problems, diag.New("guideline-metric", rule.Pos,
			diag.Slot("metric", rule.Metric), diag.Slot("known", nearestFirst(rule.Metric, ids))))
	}
	for _, bound := range []struct{ name, value string }{{"min", rule.Min}, {"max", rule.Max}} {
		if bound.value != "" && !isNumber(bound.value) {
			problems = append(problems, diag.New("guideline-number", rule.Pos, diag.Slot("name", bound.name), diag.Slot("value", bound.value)))
		}
	}
	return problems
}

// isNumber takes plain decimals such as 2 and 1.5: what a reader would write,
// not what a programmer might (1e3, 0x10, NaN).
func isNumber(s string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return isDigits(whole) && (!point || isDigits(part))
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
