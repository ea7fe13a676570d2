package generator_test

import (
	"fmt"
	"strings"
	"testing"

	"kohort/generator"
	"kohort/generator/internal/sitetest"
)

// comparedCohort is the release of one of many small cohorts; every third
// withholds how many enrolled.
func comparedCohort(i int) string {
	id, enrolled := fmt.Sprintf("cohort-%02d", i), fmt.Sprintf(`"n": %d, "value": %d`, 20+i, 20+i)
	if i%3 == 2 {
		enrolled = `"withheld": true`
	}
	return fmt.Sprintf(`-- cohorts/%s/releases/0001.json --
{"cohort": %q, "format": 1, "release": 1, "data_as_of": "%d-12-31", "k": 5, "title": {"ja": "第%d期", "en": "Cohort %d"},
"start": "%d-04-01", "end": "%d-12-31",
"questions": [{"code": "trust", "text": {"ja": "10点満点でどれくらい信頼していますか", "en": "How far do you trust, out of 10?"}, "who": "", "theme": "trust", "good": "high",
 "scale": [{"value": 0, "label": {"ja": "まったく"}}, {"value": 10, "label": {"ja": "とても"}}]}],
"tables": [
{"id": "participation.enrolled", "statistic": "count", "base": "participants", "unit": "people", "decimals": 0, "dimensions": [], "cells": [{"at": {}, %s}]},
{"id": "survey.trust.after", "statistic": "mean", "base": {"survey": "after"}, "unit": "points", "decimals": 1, "dimensions": [], "cells": [{"at": {}, "n": 19, "value": %d.5}]},
{"id": "goals.met", "statistic": "rate", "base": "goals", "unit": "percent", "decimals": 0, "dimensions": [], "cells": [{"at": {}, "n": 9, "band": [0, 20]}]}]}
`, id, id, 2010+i, i, i, 2010+i, 2010+i, enrolled, i%9)
}

// TestAComparisonOfManyCohortsIsCleared builds two and twelve cohorts and holds
// that audit finds every number of their comparison in the release it names.
func TestAComparisonOfManyCohortsIsCleared(t *testing.T) {
	for _, cohorts := range []int{2, 12} {
		var archive strings.Builder
		archive.WriteString("-- pages/index.md --\n# 手引き\n\nはじめに\n")
		for i := range cohorts {
			archive.WriteString(comparedCohort(i + 1))
		}
		site := sitetest.Build(t, archive.String(), func(o *generator.Options) { o.WithoutRoster = true })
		page := site.Files["reports/index.html"]
		for _, id := range site.IDs() {
			if strings.HasPrefix(id, "figure-") {
				t.Errorf("%d cohorts: got problem %s", cohorts, id)
			}
		}
		// With two cohorts only one shows how many enrolled: no chart of it.
		want := map[int]int{2: 2, 12: 3}[cohorts]
		if got := strings.Count(page, `class="stat stat-line"`); got != want {
			t.Errorf("%d cohorts: got %d small charts, want %d; problems %s", cohorts, got, want, site.Text())
		}
	}
}
