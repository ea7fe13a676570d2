package render

import (
	"slices"
	"strings"
	"testing"

	"kohort/generator/figure"
	"kohort/generator/handbook"
)

func TestGuidelinesBesideWhatWasReached(t *testing.T) {
	files := renderSite(t, testInputOf(t, compared, "testdata/compared"))
	for page, want := range map[string][]string{
		"reports/2025-spring.html": {
			"月に2回ほど会う 1ペア1か月あたりのセッション数 1.5回以上 1.2回 n = 20 未達 1.4回",
			"1回は30分から60分 1回の時間 30分以上 、 60分まで 45分 n = 20 達成 –",
			"回答率は7割以上 回答率 70%以上 89% n = 38 達成 –",
			"目標を決める 達成した目標の割合 55%以上 50〜60% n = 20 – –",
			"ペアの8割以上は部署をまたぐ 部署をまたぐペアの割合 80%以上 非表示 – –",
		},
		"en/reports/2024-autumn.html": {"月に2回ほど会う Sessions per pair per month at least 1.5 sessions 1.4 sessions n = 12 not met"},
	} {
		_, section, found := strings.Cut(files[page].Content, `id="report-guidelines"`)
		_, section, _ = strings.Cut(section, "<tbody>")
		section, _, _ = strings.Cut(section, "</tbody>")
		var got []string
		for _, row := range strings.Split(section, "<tr>")[1:] {
			got = append(got, wordsOf(row))
		}
		if !found || !slices.Equal(got, want) {
			t.Errorf("%s: got guidelines\n%s\nwant\n%s", page, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestATargetIsTaggedWhereverItStands: in the table, beside the chart, in its
// description and at its line.
func TestATargetIsTaggedWhereverItStands(t *testing.T) {
	got := renderSite(t, testInputOf(t, compared, "testdata/compared"))["reports/2025-spring.html"].Content
	_, got, _ = strings.Cut(got, `id="report-guidelines"`)
	for _, want := range []string{
		`<th scope="row"><a href="../guidelines/cadence.html#length">1回は30分から60分</a>`,
		`<td><data class="aim" value="30" data-target="guidelines/cadence.html#length/min">30分以上</data>、<data class="aim" value="60" data-target="guidelines/cadence.html#length/max">60分まで</data></td>`,
		`<span class="target"><data class="aim" value="30" data-target="guidelines/cadence.html#length/min">`,
		`data-cells="2025-spring/metric.minutes/mean" data-targets="guidelines/cadence.html#length/min guidelines/cadence.html#length/max "`,
		`data-target="guidelines/cadence.html#length/max" data-value="60"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("guidelines: got no %s", want)
		}
	}
	if strings.Contains(got, "goals.html#again") {
		t.Error("a guideline that says the same limits again: got it twice")
	}
}

func TestAReportWithoutMeasuredGuidelinesHasNoSuchSection(t *testing.T) {
	got := renderSite(t, testInputOf(t, "-- index.md --\n:::guideline[面談する]{#meet metric=followups_per_pair min=2}\n:::\n", "testdata/compared"))["reports/2025-spring.html"].Content
	if strings.Contains(got, "report-guidelines") || !strings.Contains(got, "report-survey") {
		t.Error("guidelines of which no release has a figure: got a section for them, or no report")
	}
}

func TestATargetAsItIsRead(t *testing.T) {
	d, _ := testDrawer(t, "en")
	page := &handbook.Page{URL: "a.html"}
	for _, c := range []struct{ metric, bound, written, want string }{
		{"sessions_per_month", "min", "1.5", "at least 1.5 sessions"},
		{"days_to_first_session", "max", "21", "at most 21 days"},
		{"response_rate", "min", "70", "at least 70%"},
		{"response_rate", "min", "100", "100%"},
		{"response_rate", "max", "100", "at most 100%"},
		{"minutes", "min", "", ""},
		{"minutes", "min", "half", ""},
	} {
		metric, _ := figure.LookupMetric(c.metric)
		got := d.target(handbook.Guideline{Page: page}, metric, c.bound, c.written)
		if got.Text != c.want || got.Set != (c.want != "") {
			t.Errorf("%s %s=%q: got %q, set %v, want %q", c.metric, c.bound, c.written, got.Text, got.Set, c.want)
		}
	}
}
