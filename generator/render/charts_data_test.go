package render

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"kohort/generator/disclosure"
)

// shape is what a chart must hold: how many groups (or months), what they are
// called and which of them are withheld.
type shape struct {
	name     string
	groups   int
	label    string // "%d" is the number of the group
	withheld func(i int) bool
}

// shapes that every kind of chart is drawn in.
var chartShapes = []shape{
	{"withheld", 4, "第%d営業部", func(i int) bool { return i == 1 || i == 2 }},
	{"one", 1, "営業部", nil},
	{"none", 0, "", nil},
	{"long", 3, "グローバル事業推進本部サステナビリティ・イノベーション戦略企画室第%dグループ", nil},
	{"many", 30, "第%d部", func(i int) bool { return i%11 == 5 }},
}

// The forms of a release file that the tests write.
type (
	testTable struct {
		ID         string           `json:"id"`
		Statistic  string           `json:"statistic"`
		Base       json.RawMessage  `json:"base"`
		Unit       string           `json:"unit"`
		Decimals   int              `json:"decimals"`
		Dimensions []string         `json:"dimensions"`
		Cells      []map[string]any `json:"cells"`
	}
	testLevels = map[string]string
)

// cell is a cell of n people, or a withheld one. Beside value it may have an
// interval or an effect.
func (s shape) cell(i int, at testLevels, n int, more map[string]any) map[string]any {
	if s.withheld != nil && i >= 0 && s.withheld(i) {
		return map[string]any{"at": at, "withheld": true}
	}
	out := map[string]any{"at": at, "n": n}
	for key, v := range more {
		out[key] = v
	}
	return out
}

func value(v float64) map[string]any { return map[string]any{"value": v} }

// table has a cell for the whole cohort and one for each group of a dimension.
func (s shape) table(id, statistic, base, unit string, decimals int, dimension string, of func(i int) map[string]any) testTable {
	t := testTable{id, statistic, json.RawMessage(base), unit, decimals, []string{dimension}, []map[string]any{}}
	if s.groups > 0 {
		t.Cells = append(t.Cells, s.cell(-1, testLevels{}, 60, of(-1)))
	}
	for i := range s.groups {
		level := fmt.Sprintf("%d-%02d", 2023+i/12, i%12+1)
		if dimension != "month" {
			level = s.level(i)
		}
		t.Cells = append(t.Cells, s.cell(i, testLevels{dimension: level}, 10+i, of(i)))
	}
	return t
}

func (s shape) level(i int) string {
	if s.groups == 1 {
		return s.label
	}
	return fmt.Sprintf(s.label, i+1)
}

// crossing has a cell for each group of a department and each role.
func (s shape) crossing() testTable {
	t := testTable{"survey.trust.change", "difference", json.RawMessage(`{"survey": ["before", "after"]}`), "points", 1, []string{"department", "role"}, []map[string]any{}}
	for i := range s.groups {
		for r, role := range []string{"mentor", "mentee"} {
			v, width := float64((i*7+r*5)%13-6), 2.0
			change := map[string]any{"value": v / 10, "interval": []float64{(v - width) / 10, (v + width) / 10}}
			t.Cells = append(t.Cells, s.cell(i+r, testLevels{"department": s.level(i), "role": role}, 9+i, change))
		}
	}
	return t
}

// cohort is a release with a table for every kind of chart.
func (s shape) cohort(t *testing.T) disclosure.Cohort {
	t.Helper()
	paired := `{"survey": ["before", "after"]}`
	answers := func(i int) map[string]any {
		if i == 0 && s.name == "withheld" {
			return map[string]any{"band": map[string][]int{"5": {8, 10}}}
		}
		n := 60
		if i >= 0 {
			n = 10 + i
		}
		return map[string]any{"value": map[string]int{"1": 1, "2": 2, "3": n - 8, "4": 3, "5": 2}}
	}
	return s.cohortOf(t,
		s.table("participation.enrolled", "count", `"participants"`, "people", 0, "department", func(i int) map[string]any {
			if i < 0 {
				return value(60)
			}
			return value(float64(10 + i))
		}),
		s.table("sessions.held", "sum", `"pairs"`, "sessions", 0, "month", func(i int) map[string]any { return value(float64(20 + (i*5+3)%17)) }),
		s.table("survey.trust.after", "distribution", paired, "people", 0, "department", answers),
		s.table("survey.trust.before", "mean", paired, "points", 1, "department", func(i int) map[string]any { return value(2.9 + float64(i%5)/10) }),
		s.table("survey.trust.after", "mean", paired, "points", 1, "department", func(i int) map[string]any { return value(3.1 + float64(i%7)/10) }),
		s.changes(paired),
	)
}

// cohortOf is a release of one question with the given tables.
func (s shape) cohortOf(t *testing.T, tables ...testTable) disclosure.Cohort {
	t.Helper()
	release := map[string]any{
		"cohort": "2025-spring", "format": 1, "release": 1, "data_as_of": "2025-10-15", "k": 5, "title": "2025年春", "start": "2025-04-01", "end": "2025-09-30",
		"questions": []map[string]any{{"code": "trust", "text": "役職の離れた人とも率直に話せている", "theme": "trust", "good": "high", "scale": []map[string]any{
			{"value": 1, "label": "まったくそう思わない"}, {"value": 2, "label": "あまりそう思わない"}, {"value": 3, "label": "どちらともいえない"}, {"value": 4, "label": "ややそう思う"}, {"value": 5, "label": "とてもそう思う"}}}},
		"tables": tables,
	}
	data, err := json.Marshal(release)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	releases := filepath.Join(dir, "cohorts", "2025-spring", "releases")
	if err := os.MkdirAll(releases, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(releases, "0001.json"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	published, _, problems, err := disclosure.Load(disclosure.LoadInput{Place: disclosure.Place{Handbook: dir}, WithoutRoster: true})
	if err != nil {
		t.Fatal(err)
	}
	noProblems(t, problems)
	c, ok := published.Cohort("2025-spring")
	if !ok {
		t.Fatalf("%s: got no cohort", s.name)
	}
	return c
}

// changes are by department, and by department and role.
func (s shape) changes(base string) testTable {
	t := s.table("survey.trust.change", "difference", base, "points", 1, "department", func(i int) map[string]any {
		v := float64(2 + i%3)
		return map[string]any{"value": v / 10, "interval": []float64{(v - 3) / 10, (v + 3) / 10}}
	})
	crossed := s.crossing()
	t.Dimensions, t.Cells = crossed.Dimensions, append(t.Cells, crossed.Cells...)
	return t
}
