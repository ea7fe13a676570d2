package render

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kohort/themes"
)

// inventedRelease is a release of a small program: facts of the roster, of
// pairs, and one question before and after.
const inventedRelease = `{"cohort": "ID", "format": 1, "release": 1, "data_as_of": "2099-12-31", "k": 5,
"title": {"ja": "期ID", "en": "Cohort ID"}, "start": "START", "end": "2030-03-31",
"questions": [{"code": "trust", "text": {"ja": "相手を信頼している"}, "who": "", "theme": "trust", "good": "high",
 "scale": [{"value": 1, "label": {"ja": "いいえ"}}, {"value": 2, "label": {"ja": "どちらでもない"}}, {"value": 3, "label": {"ja": "はい"}}]}],
"tables": [
{"id": "participation.enrolled", "statistic": "count", "base": "participants", "unit": "people", "decimals": 0, "dimensions": [], "cells": [{"at": {}, "n": 31, "value": 31}]},
{"id": "matching.days", "statistic": "mean", "base": "pairs", "unit": "days", "decimals": 0, "dimensions": [], "cells": [{"at": {}, "n": 15, "value": 17}]},
{"id": "response.after", "statistic": "rate", "base": "participants", "unit": "percent", "decimals": 0, "dimensions": [], "cells": [{"at": {}, "n": 31, "value": 81}]},
{"id": "survey.trust.before", "statistic": "mean", "base": {"survey": ["before", "after"]}, "unit": "points", "decimals": 1, "dimensions": [], "cells": [{"at": {}, "n": 24, "value": 1.7}]},
{"id": "survey.trust.after", "statistic": "mean", "base": {"survey": ["before", "after"]}, "unit": "points", "decimals": 1, "dimensions": [], "cells": [{"at": {}, "n": 24, "value": 2.3}]},
{"id": "survey.trust.change", "statistic": "difference", "base": {"survey": ["before", "after"]}, "unit": "points", "decimals": 1, "dimensions": [], "cells": [{"at": {}, "n": 24, "value": 0.6, "effect": "medium"}]}]}`

// invented writes releases of cohorts named a, b, c …, each half a year after
// the last and the invented one with some of its text replaced, and gives the
// input of a site that has them.
func invented(t *testing.T, changes ...[]string) Input {
	t.Helper()
	folder := t.TempDir()
	for i, change := range changes {
		id := string(rune('a' + i))
		text := strings.NewReplacer(change...).Replace(inventedRelease)
		text = strings.NewReplacer("ID", id, "START", fmt.Sprintf("%d-%02d-01", 2020+i/2, 4+i%2*6)).Replace(text)
		file := filepath.Join(folder, "cohorts", id, "releases", "0001.json")
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return testInputOf(t, "-- index.md --\nはじめに\n", folder)
}

// as is a cohort's release as it was invented.
func as(change ...string) []string { return change }

// withheldTrust withholds the question's means before and after.
var withheldTrust = []string{`"n": 24, "value": 1.7`, `"withheld": true`, `"n": 24, "value": 2.3`, `"withheld": true`, `"n": 24, "value": 0.6, "effect": "medium"`, `"withheld": true`}

// multiple is the small figure with a title on the page of the cohorts.
func multiple(t *testing.T, in Input, title string) string {
	t.Helper()
	page := renderSite(t, in)["reports/index.html"].Content
	for _, part := range strings.Split(page, "<figure ")[1:] {
		if figure, _, _ := strings.Cut(part, "</figure>"); strings.Contains(figure, ">"+title+"</strong>") {
			return figure
		}
	}
	t.Fatalf("figure %q: got none in\n%s", title, page)
	return ""
}

func TestCohortsAreComparedInTheOrderOfTheirStart(t *testing.T) {
	in := invented(t, as(), as(`"n": 31, "value": 31`, `"withheld": true`), as(`"n": 31, "value": 31`, `"n": 44, "value": 44`))
	figure := multiple(t, in, "参加状況 — 登録")
	table := figure[strings.Index(figure, "<table"):]
	want := `<th scope="row">期a</th><td><data class="figure" value="31" data-cell="a/participation.enrolled/count">31</data></td></tr>
<tr><th scope="row">期b</th><td><span class="withheld" data-cell="b/participation.enrolled/count">非表示</span></td></tr>
<tr><th scope="row">期c</th><td><data class="figure" value="44" data-cell="c/participation.enrolled/count">44</data></td></tr>`
	if !strings.Contains(table, want) {
		t.Errorf("table of people enrolled: got\n%s\nwant it to hold\n%s", table, want)
	}
	drawn := drawnMark.FindAllStringSubmatch(figure, -1)
	for _, mark := range drawn {
		of, cell := released(t, in.Published, mark[1])
		if want := says(of, cell, "", false); mark[3] != want || !strings.Contains(table, `value="`+want+`" data-cell="`+mark[1]+`"`) {
			t.Errorf("chart of people enrolled: %s: got %q, want %q as in the table", mark[1], mark[3], want)
		}
	}
	if len(drawn) < 2 {
		t.Errorf("chart of people enrolled: got marks %q, want one for each number shown", drawn)
	}
}

func TestTheNumberOfPeopleStandsBesideEachCohort(t *testing.T) {
	in := invented(t, as(), as(`"n": 24`, `"n": 19`))
	figure := multiple(t, in, "相手を信頼している")
	for _, want := range []string{
		`<td><data class="figure" value="24" data-cell="a/survey.trust.before/mean" data-show="n">24</data></td>`,
		`<td><data class="figure" value="19" data-cell="b/survey.trust.before/mean" data-show="n">19</data></td>`,
		`data-cell="b/survey.trust.change/difference">&#43;0.6（効果量：中）</data>`,
	} {
		if !strings.Contains(figure, want) {
			t.Errorf("question over cohorts: got no %s in\n%s", want, figure)
		}
	}
}

func TestADifferenceBetweenCohortsIsNotJudged(t *testing.T) {
	in := invented(t, as(), as(`"value": 2.3`, `"value": 1.1`, `"value": 0.6, "effect": "medium"`, `"value": -0.6, "effect": "medium"`))
	page := renderSite(t, in)["reports/index.html"].Content
	_, compared, _ := strings.Cut(page, `<div class="prose compare"`)
	if judged := regexp.MustCompile(`class="[^"]*\b(better|worse)\b`).FindString(compared); judged != "" || compared == "" {
		t.Errorf("comparison: got %q, want no colour of judgement", judged)
	}
}

func TestWhatFewerThanTwoCohortsShowIsListed(t *testing.T) {
	in := invented(t, as(), withheldTrust)
	page := renderSite(t, in)["reports/index.html"].Content
	if want := "くらべていません。</p>\n<ul><li>相手を信頼している</li></ul>"; !strings.Contains(page, want) {
		t.Errorf("page of cohorts: got no %s in\n%s", want, page)
	}
	if strings.Contains(page, `survey.trust`) {
		t.Errorf("page of cohorts: got a figure of a question that one cohort shows")
	}
}

func TestOneCohortIsNotCompared(t *testing.T) {
	page := renderSite(t, invented(t, as()))["reports/index.html"].Content
	if strings.Contains(page, "<figure") || strings.Contains(page, "compare") || !strings.Contains(page, `<ul class="cohorts">`) {
		t.Errorf("page of one cohort: got\n%s\nwant its card alone", page)
	}
}

func TestTheLatestTwelveCohortsAreCompared(t *testing.T) {
	long := as(`"ja": "期ID"`, `"ja": "第ID期リバースメンタリング"`)
	in := invented(t, slices.Repeat([][]string{long}, 13)...)
	page := renderSite(t, in)["reports/index.html"].Content
	if got := strings.Count(page, "<h2><a href="); got != 13 {
		t.Errorf("cards: got %d, want all 13 cohorts", got)
	}
	figure := multiple(t, in, "参加状況 — 登録")
	if strings.Contains(figure, `data-cell="a/`) || strings.Count(figure, `<th scope="row">`) != mostCompared {
		t.Errorf("comparison: got\n%s\nwant the %d cohorts from b on", figure, mostCompared)
	}
	for _, want := range []string{"開始が新しい十二のコーホート", "コーホートが始まった年月です"} {
		if !strings.Contains(page, want) {
			t.Errorf("page of 13 cohorts: got no %q", want)
		}
	}
}

func TestWhatToBearInMindFollowsFromTheFigures(t *testing.T) {
	for _, c := range []struct {
		name   string
		change []string
		want   string // empty: nothing but what holds for all
	}{
		{"alike", as(), ""},
		{"a break", as(`"who": ""`, `"who": "mentor"`), "線が切れて破線が入っている所"},
		{"a withheld figure", as(`"n": 24, "value": 1.7`, `"withheld": true`), "斜線の所"},
		{"still running", as("2099-12-31", "2029-12-31", "response.after", "response.before"), "数字はこれから変わることがあります：期b</li>"},
		{"ended, with answers before its last day", as("2099-12-31", "2030-03-30"), ""},
	} {
		page := renderSite(t, invented(t, as(), c.change))["reports/index.html"].Content
		_, care, _ := strings.Cut(page, `<h3 id="compare-care">`)
		care, _, _ = strings.Cut(care, "</section>")
		want := 2
		if c.want != "" {
			want++
		}
		if strings.Count(care, "<li>") != want || !strings.Contains(care, c.want) {
			t.Errorf("%s: got %s, want %d points with %q", c.name, care, want, c.want)
		}
	}
}

func TestContentsOfTheComparisonListWhatTheThemeDraws(t *testing.T) {
	in := invented(t, as(), as())
	page := renderSite(t, in)["reports/index.html"].Content
	for _, id := range []string{"compare-program", "compare-survey", "compare-care"} {
		if !strings.Contains(page, `href="#`+id+`"`) || !strings.Contains(page, `<h3 id="`+id+`"`) {
			t.Errorf("page of cohorts: got no heading %s, or none in the contents", id)
		}
	}
	theme, problems := LoadTheme(layer("layouts/cohorts.html", `{{define "main"}}{{.Title}}{{end}}`), themes.Default())
	noProblems(t, problems)
	in.Theme = theme
	if got := renderSite(t, in)["reports/index.html"].Content; strings.Contains(got, "#compare-") {
		t.Errorf("page of cohorts: got a link to a comparison that the theme does not draw")
	}
}

func TestComparisonNamesTheReleasesItIsMadeOf(t *testing.T) {
	got := renderSite(t, invented(t, as(), as()))["reports/index.html"].Sources
	if want := []string{"cohorts/a/releases/0001.json", "cohorts/b/releases/0001.json"}; !slices.Equal(got, want) {
		t.Errorf("sources of the page of cohorts: got %q, want %q", got, want)
	}
}

func TestNumbersAboutDifferentPeopleEachSayOfHowMany(t *testing.T) {
	in := invented(t, as(), as(`"n": 24, "value": 1.7`, `"n": 22, "value": 1.7`))
	figure := multiple(t, in, "相手を信頼している")
	for _, want := range []string{
		`data-cell="a/survey.trust.before/mean">1.7</data> <span class="n">n = <data class="figure" value="24"`,
		`data-cell="b/survey.trust.before/mean">1.7</data> <span class="n">n = <data class="figure" value="22"`,
	} {
		if !strings.Contains(figure, want) {
			t.Errorf("before and after of different people: got no %s in\n%s", want, figure)
		}
	}
}

func TestAChangeHasItsInterval(t *testing.T) {
	in := invented(t, as(), as(`"effect": "medium"`, `"interval": [0.2, 1.0]`))
	figure := multiple(t, in, "相手を信頼している")
	for _, want := range []string{
		`<th scope="col"><span>95%信頼区間</span></th>`,
		`<td><data class="figure" value="0.2..1.0" data-cell="b/survey.trust.change/difference" data-show="interval">&#43;0.2〜&#43;1.0</data></td>`,
		`>&#43;0.6（効果量：中）</data></td><td>なし</td></tr>`,
	} {
		if !strings.Contains(figure, want) {
			t.Errorf("change with an interval: got no %s in\n%s", want, figure)
		}
	}
}

func TestAComparisonSaysWhereEachCohortsNumbersAreFrom(t *testing.T) {
	withdrawn := as(`"dimensions": [], "cells": [{"at": {}, "n": 31, "value": 31}]`,
		`"dimensions": [], "withdrawn": {"on": "2026-01-05", "reason": "名簿の誤り"}, "cells": [{"at": {}, "withheld": true}]`)
	figure := multiple(t, invented(t, as(), withdrawn, as()), "参加状況 — 登録")
	for _, want := range []string{
		"期a — データ基準日 2099年12月31日・リリース 1、期b — データ基準日",
		"期b — 登録は2026年1月5日に取り下げました。 名簿の誤り",
		"どれも少なくとも5人をもとにしています",
	} {
		if !strings.Contains(figure, want) {
			t.Errorf("people enrolled, withdrawn for one cohort: got no %q in\n%s", want, figure)
		}
	}
}
