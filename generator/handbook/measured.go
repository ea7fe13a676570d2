package handbook

import (
	"slices"
	"strings"

	"kohort/generator/diag"
	"kohort/generator/figure"
)

// checkMeasured holds the rules of the program against what is measured: a
// rule whose metric no release holds, and metrics that are released and no
// rule names. A handbook that measures no rule at all is left in peace.
func (s *site) checkMeasured() []diag.Problem {
	if len(s.in.Cohorts) == 0 {
		return nil
	}
	var problems []diag.Problem
	ruled := make(map[string]bool)
	for _, g := range s.groups {
		for _, rule := range g.base().Document.Guidelines {
			if _, known := figure.LookupMetric(rule.Metric); !known {
				continue // none, or told
			}
			ruled[rule.Metric] = true
			if !s.isMeasured(rule.Metric) {
				problems = append(problems, diag.New("guideline-no-data", rule.Pos, diag.Slot("metric", rule.Metric)))
			}
		}
	}
	var loose []string
	for _, m := range figure.Metrics() {
		if len(ruled) > 0 && !ruled[m.ID] && s.isMeasured(m.ID) {
			loose = append(loose, m.ID)
		}
	}
	if len(loose) > 0 {
		problems = append(problems, diag.New("metric-no-guideline", diag.Pos{File: "site.yaml"}, diag.Slot("metrics", strings.Join(loose, ", "))))
	}
	return problems
}

// isMeasured says whether any release holds the actuals of a metric.
func (s *site) isMeasured(metric string) bool {
	return slices.ContainsFunc(s.in.Cohorts, func(c Released) bool {
		return slices.ContainsFunc(c.Tables, func(t Table) bool { return t.ID == "metric."+metric })
	})
}
