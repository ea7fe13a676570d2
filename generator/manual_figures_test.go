package generator_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kohort/generator/diag"
	"kohort/generator/figure"
	"kohort/generator/internal/sitetest"
)

// TestManualHasAnEntryForEveryFigure holds that the starter's page of figures
// is the catalogue, in both languages. -update writes it anew.
func TestManualHasAnEntryForEveryFigure(t *testing.T) {
	requireManual(t, "figures", manualOfFigures)
}

// figureWords are the page's own words.
var figureWords = map[diag.Lang]struct {
	title, description, intro, id, stat, by, whole, example, metrics, metricsIntro, metric, means, unit, quotes, comma string
}{
	diag.Japanese: {"使える数字", "ページに置ける数字の一覧です。それぞれの定義、単位、区分と、ページへの書き方をまとめています。",
		"図表にするには `::figure`、文章の中に数字を一つ置くには `:value` に、ここにある id を書きます。`*` の部分には、設問なら survey.yaml の code、テーマなら theme、アンケートの回なら before、mid、after が入ります。区分は `by` と `at` に書けるものです。コーホートやリリースによっては、出ない数字や、区分の少ない数字もあります。同じ定義は各コーホートのレポートの末尾と、ダウンロードできるファイルにも載ります。\n\n" +
			"同じ id に統計量がいくつもあるときは `stat` で選びます。`cohort` を書かなければ、ページの先頭に書いたコーホートの数字になります。",
		"id", "統計量", "区分", "なし（全体だけ）", "書き方",
		"ガイドラインの metric", "ガイドラインの `metric` に書ける名前です。これを書くと、レポートに目標と実績が並びます。", "metric", "意味", "単位",
		"自由記述は数字ではないので、`::figure` では表示できません。レポートに載ります。", "、"},
	diag.English: {"Figures you can show", "Every number that a page can show, with its meaning and unit, how it can be broken down and how to write it.",
		"Use an id from this page in `::figure` for a table or chart, or in `:value` for a single number in running text. Replace `*` with the code of a question in survey.yaml, with a theme, or with the survey: before, mid or after. The names under “By” can be used in `by` and `at`. Some cohorts and releases do not have every figure or every breakdown. The same definitions appear at the end of each cohort's report and in its downloads.\n\n" +
			"If an id has several statistics, choose one with `stat`. Without `cohort`, the figure comes from the cohort named in the page's front matter.",
		"id", "Statistic", "By", "none (the whole cohort only)", "How to write it",
		"Metrics for guidelines", "These are the names that a guideline can use as its `metric`. The report shows the target next to the result.", "metric", "What it measures", "Unit",
		"Comments are not numbers, so `::figure` cannot show them. They appear in the report.", ", "},
}

// manualOfFigures is the page of figures in one language.
func manualOfFigures(lang diag.Lang) string {
	w := figureWords[lang]
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\ndescription: %s\n---\n\n%s\n", w.title, w.description, w.intro)
	section, title := 0, ""
	for _, d := range figure.All() {
		if name := d.Figure.In(string(lang)); name != title {
			section, title = section+1, name
			fmt.Fprintf(&b, "\n## %s {#figures-%d}\n", title, section)
		}
		by := w.whole
		if dimensions := d.By(); len(dimensions) > 0 {
			by = "`" + strings.Join(dimensions, "`"+w.comma+"`") + "`"
		}
		fmt.Fprintf(&b, "\n### %s {#%s}\n\n%s\n\n", plain(capital(d.Measure.In(string(lang)))), d.Anchor(), plain(d.Says.In(string(lang))))
		fmt.Fprintf(&b, "- %s: `%s`\n- %s: `%s` (%s)\n- %s: %s\n- %s:\n", w.id, d.Table, w.stat, d.Statistic, units[d.Unit].In(string(lang)), w.by, by, w.example)
		for _, example := range examples(d) {
			fmt.Fprintf(&b, "  - `%s`\n", example)
		}
	}
	q := figure.Quotes()
	fmt.Fprintf(&b, "\n## %s {#quotes}\n\n%s\n\n%s\n", q.Figure.In(string(lang)), plain(q.Says.In(string(lang))), w.quotes)
	fmt.Fprintf(&b, "\n## %s {#metrics}\n\n%s\n\n| %s | %s | %s |\n|---|---|---|\n", w.metrics, w.metricsIntro, w.metric, w.means, w.unit)
	for _, m := range figure.Metrics() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", m.ID, m.Name.In(string(lang)), m.Unit.In(string(lang)))
	}
	return b.String()
}

// units are the units in words.
var units = map[figure.Unit]figure.Words{
	figure.People: {EN: "people", JA: "人"}, figure.Pairs: {EN: "pairs", JA: "組"}, figure.Sessions: {EN: "sessions", JA: "回"},
	figure.Points: {EN: "points of the scale", JA: "点"}, figure.Percent: {EN: "%", JA: "%"}, figure.Minutes: {EN: "minutes", JA: "分"},
	figure.Days: {EN: "days", JA: "日"}, figure.Times: {EN: "times", JA: "回"},
}

// capital begins an English name with a capital letter.
func capital(s string) string {
	if 'a' <= s[0] && s[0] <= 'z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// TestManualExamplesOfFigures holds that what the page tells to write can be
// built, for each figure that the starter's cohort has.
func TestManualExamplesOfFigures(t *testing.T) {
	folder := figuresOfStarter(t)
	page := "---\ntitle: 例\ncohort: 2025-spring\n---\n"
	lines := 0
	for _, d := range figure.All() {
		for _, example := range examples(d) {
			page += "\n" + example + "\n"
			lines++
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "pages", "examples.md"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	known := 0
	for _, p := range sitetest.BuildFolder(t, folder).Problems {
		switch {
		case p.ID == "figure-table":
			known++ // not in this cohort
		case p.Pos.File == "pages/examples.md" && p.Severity() == diag.Error:
			t.Errorf("%s: %s", p.Pos, p.Message(diag.English))
		}
	}
	if known == 0 || known > lines/2 {
		t.Errorf("got %d of %d examples of figures that the cohort does not have, want some", known, lines)
	}
}

// examples are directives that show a figure of the starter: a question is
// called digital, as its theme is, one of the pulse load, and the survey after the
// program is meant.
func examples(d figure.Definition) []string {
	table := strings.Replace(d.Table, "*", "digital", 1)
	switch d.Table {
	case "response.*":
		table = "response.after"
	case "pulse.*":
		table = "pulse.load"
	}
	stat := ""
	if strings.HasSuffix(d.Anchor(), "-"+string(d.Statistic)) {
		stat = " stat=" + string(d.Statistic)
	}
	by := d.By()
	out := []string{fmt.Sprintf("::figure{id=%s%s}", table, stat)}
	if slices.Contains(by, "department") {
		out = append(out, fmt.Sprintf("::figure{id=%s%s by=department}", table, stat))
	} else if slices.Contains(by, "role") {
		out = append(out, fmt.Sprintf("::figure{id=%s%s by=role}", table, stat))
	}
	at := ""
	switch {
	case d.Statistic == figure.Distribution:
		return out // no single number
	case slices.Contains(by, "format"):
		at = `format=オンライン`
	case slices.Contains(by, "topic"):
		at = `topic=生成AI`
	case slices.Contains(by, "week"):
		at = `week=2025-06-02`
	case slices.Contains(by, "role"):
		at = `role=mentor`
	}
	if at == "" || slices.Contains(by, "role") && !slices.Contains(by, "week") {
		out = append(out, fmt.Sprintf(":value{id=%s%s}", table, stat))
	}
	if at != "" {
		out = append(out, fmt.Sprintf(`:value{id=%s%s at="%s"}`, table, stat, at))
	}
	return out
}
