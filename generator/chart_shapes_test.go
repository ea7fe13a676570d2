package generator_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"kohort/generator"
	"kohort/generator/internal/sitetest"
)

// shape is what may make a chart hard to draw: how many groups and months
// there are, how long their names are, how many of them are withheld.
type shape struct {
	name        string
	departments []string
	months      int
	withheld    func(i int) bool
}

func shapes() []shape {
	shown := func(int) bool { return false }
	few := []string{"営業部", "研究開発部", "人事部", "経理部"}
	var many, long []string
	for i := range 30 {
		many = append(many, fmt.Sprintf("第%d事業所", i+1))
	}
	for _, end := range []string{"第一企画推進グループ", "アジア・パシフィック・パートナーシップ担当", "総務"} {
		long = append(long, "グローバルデジタルトランスフォーメーション推進統括本部経営戦略企画室"+end)
	}
	return []shape{
		{"some withheld", few, 6, func(i int) bool { return i%2 == 1 }},
		{"all withheld", few, 6, func(int) bool { return true }},
		{"one group", few[:1], 1, shown},
		{"none", nil, 0, shown},
		{"long labels", long, 12, shown},
		{"thirty levels", many, 30, func(i int) bool { return i%7 == 3 }},
	}
}

// releasedTable is a table of a release with a cell each for the whole cohort
// and for its groups.
type releasedTable struct {
	ID         string          `json:"id"`
	Statistic  string          `json:"statistic"`
	Base       json.RawMessage `json:"base"`
	Unit       string          `json:"unit"`
	Decimals   int             `json:"decimals"`
	Dimensions []string        `json:"dimensions"`
	Cells      []releasedCell  `json:"cells"`
}

type releasedCell struct {
	At       map[string]string `json:"at"`
	N        int               `json:"n,omitempty"`
	Value    json.RawMessage   `json:"value,omitempty"`
	Withheld bool              `json:"withheld,omitempty"`
}

// tableOf is an empty table.
func tableOf(id, statistic, base, unit string, decimals int, dimensions ...string) releasedTable {
	return releasedTable{id, statistic, json.RawMessage(base), unit, decimals, append([]string{}, dimensions...), nil}
}

// add appends a cell with value; i is that of its group, at its dimensions and
// levels in turn.
func (t *releasedTable) add(s shape, i, n int, value string, at ...string) {
	c := releasedCell{At: make(map[string]string)}
	for k := 0; k < len(at); k += 2 {
		c.At[at[k]] = at[k+1]
	}
	if c.Withheld = s.withheld(i); !c.Withheld {
		c.N, c.Value = n, json.RawMessage(value)
	}
	t.Cells = append(t.Cells, c)
}

// tables are one or more tables for each kind of chart.
func (s shape) tables() []releasedTable {
	enrolled := tableOf("participation.enrolled", "count", `"participants"`, "people", 0, "department", "role")
	enrolled.add(s, 0, 300, "300")
	for i, d := range s.departments {
		enrolled.add(s, i, 10+i, fmt.Sprint(10+i), "department", d)
	}
	for i, d := range s.departments {
		for r, role := range []string{"mentee", "mentor"} {
			enrolled.add(s, i+r, 5+i, fmt.Sprint(5+i), "department", d, "role", role)
		}
	}
	held := tableOf("sessions.held", "sum", `"sessions"`, "sessions", 0, "month")
	held.add(s, 0, 150, "900")
	for i := range s.months {
		held.add(s, i, 150, fmt.Sprint(20+i%9), "month", fmt.Sprintf("%d-%02d", 2031+i/12, 1+i%12))
	}
	length := tableOf("metric.minutes", "mean", `"sessions"`, "minutes", 0)
	length.add(s, 0, 150, "45")
	often := tableOf("metric.sessions_per_month", "mean", `"sessions"`, "sessions", 1)
	often.add(s, 1, 150, "1.4")
	return append(s.answers(), enrolled, held, length, often)
}

// answers are the tables of a question that was asked before and after.
func (s shape) answers() []releasedTable {
	var out []releasedTable
	add := func(measure, statistic, unit string, decimals int, value func(i int) string) {
		t := tableOf("survey.trust."+measure, statistic, `{"survey": ["before", "after"]}`, unit, decimals, "department")
		t.add(s, 0, 10, value(0))
		for i, d := range s.departments {
			t.add(s, i, 10, value(i), "department", d)
		}
		out = append(out, t)
	}
	for w, wave := range []string{"before", "after"} {
		add(wave, "distribution", "people", 0, func(i int) string {
			return fmt.Sprintf(`{"1": 1, "2": %d, "3": %d, "4": %d, "5": %d}`, 2+i%2, 2-i%2, 3+w, 2-w)
		})
		add(wave, "mean", "points", 1, func(i int) string { return fmt.Sprintf("%d.%d", 2+w, i%10) })
	}
	add("change", "difference", "points", 1, func(int) string { return "1.0" })
	return out
}

// release is the archive of one cohort of the shape.
func (s shape) release(t *testing.T, id, year string) string {
	t.Helper()
	tables, err := json.Marshal(s.tables())
	if err != nil {
		t.Fatal(err)
	}
	const form = `-- cohorts/ID/releases/0001.json --
{"cohort": "ID", "format": 1, "release": 1, "data_as_of": "YEAR-12-31", "k": 5, "title": {"ja": "YEAR年", "en": "YEAR"}, "start": "YEAR-01-01", "end": "YEAR-12-31",
"questions": [{"code": "trust", "text": {"ja": "困ったとき、部署や役職の離れた人にもためらわずに相談できる", "en": "I can turn to anyone for help"}, "who": "", "theme": "trust", "good": "high",
 "scale": [{"value": 1, "label": {"ja": "まったくそう思わない"}}, {"value": 2, "label": {"ja": "あまりそう思わない"}}, {"value": 3, "label": {"ja": "どちらともいえない"}},
  {"value": 4, "label": {"ja": "ややそう思う"}}, {"value": 5, "label": {"ja": "とてもそう思う"}}]}],
"tables": TABLES}
`
	return strings.NewReplacer("ID", id, "YEAR", year, "TABLES", string(tables)).Replace(form)
}

// site builds a page that asks for figures, and two cohorts of the shape.
func (s shape) site(t *testing.T) sitetest.Site {
	t.Helper()
	page := "-- pages/index.md --\n# 図\n\n" + s.asks() + `[結果](reports/index.html)

:::guideline[月に2回、会う]{#often metric=sessions_per_month min=2}
予定は前の回に決めます。
:::

:::guideline[1回は30分から60分]{#length metric=minutes min=30 max=60}
短くてもかまいません。
:::
`
	site := sitetest.Build(t, page+s.release(t, "new", "2032")+s.release(t, "old", "2031"), func(o *generator.Options) { o.WithoutRoster = true })
	if !site.Summary.Written {
		t.Fatalf("%s: not cleared:\n%s", s.name, site.Text())
	}
	return site
}

// asks are a page's figures, one of each kind that a page can ask for.
func (s shape) asks() string {
	by, crossed := " by=department", ` by="department,role" kind=heatmap`
	times := []string{"bar", "line", "calendar"}
	if len(s.departments) == 0 {
		by, crossed, times = "", "", times[:1]
	}
	asks := []string{"id=participation.enrolled kind=bar" + by, "id=participation.enrolled" + crossed,
		"id=survey.trust.after stat=mean kind=dumbbell" + by, "id=survey.trust.after stat=distribution kind=stacked" + by}
	for _, kind := range times {
		asks = append(asks, "id=sessions.held kind="+kind)
	}
	var b strings.Builder
	for _, ask := range asks {
		fmt.Fprintf(&b, "::figure{%s cohort=new}\n\n", ask)
	}
	return b.String()
}

// kinds are those that its pages must hold: what a page asks for, and those of
// a report, a brief and a comparison where there is something to draw.
func (s shape) kinds() []string {
	kinds := []string{"bar", "dumbbell", "stacked"}
	if s.months > 0 {
		kinds = append(kinds, "heatmap", "columns", "line", "calendar")
	}
	if !s.withheld(0) {
		kinds = append(kinds, "bullet")
	}
	return kinds
}
