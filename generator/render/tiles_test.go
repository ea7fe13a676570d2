package render

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kohort/generator/handbook"
)

// compared is a handbook with two cohorts, the second of which is a report of
// its own, and guidelines for some of their figures.
const compared = `
-- guidelines/cadence.md --
---
title: 頻度
---
:::guideline[月に2回ほど会う]{#twice metric=sessions_per_month min=1.5}
:::

:::guideline[1回は30分から60分]{#length metric=minutes min=30 max=60}
:::

:::guideline[回答率は7割以上]{#answers metric=response_rate min=70}
:::
-- goals.md --
---
title: 目標
---
:::guideline[目標を決める]{#goals metric=goals_met_share min=55}
:::

:::guideline[同じことをもう一度]{#again metric=minutes min=30 max=60}
:::

:::guideline[ペアの8割以上は部署をまたぐ]{#across metric=cross_department_share min=80}
:::

:::guideline[記録を残さない]{#silent}
:::

:::guideline[面談する]{#meet metric=followups_per_pair min=2}
:::
`

var tagOfHTML = regexp.MustCompile(`<[^>]*>`)

// wordsOf leaves the words of a piece of a page.
func wordsOf(markup string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tagOfHTML.ReplaceAllString(markup, " "))), " ")
}

// readTiles gives the tiles of a page as a reader reads them.
func readTiles(content string) []string {
	_, list, _ := strings.Cut(content, `<section class="tiles"`)
	list, _, _ = strings.Cut(list, "</section>")
	var tiles []string
	for _, tile := range strings.Split(list, "<dt>")[1:] {
		tiles = append(tiles, wordsOf(tile))
	}
	return tiles
}

func TestTilesStandBesideTheirTargetAndTheCohortBefore(t *testing.T) {
	files := renderSite(t, testInputOf(t, compared, "testdata/compared"))
	for page, want := range map[string][]string{
		"reports/2025-spring.html": {
			"ペア 20 組 参加中 38人 前回 12組",
			"1ペア1か月あたりのセッション 1.2 回 n = 20組 目標 1.5回以上 未達 前回 1.4回 （n = 12）",
			"終了時の回答率 89 % n = 38人 目標 70%以上 達成 前回 非表示",
			"人に勧めたいと答えた人 70 % n = 33人",
			"最も大きい変化 +0.9 点 デジタルスキル 95%信頼区間 +0.4〜+1.4 n = 33人 前回 +0.3点 （n = 18）",
			"ペアの目標の達成率 50〜60 % n = 20組 目標 55%以上 前回 非表示",
		},
		"en/reports/2025-spring.html": {
			"Pairs 20 pairs 38 people active Previous 12 pairs",
			"Sessions per pair per month 1.2 sessions n = 20 pairs Target at least 1.5 sessions not met Previous 1.4 sessions (n = 12)",
			"Response rate, after 89 % n = 38 people Target at least 70% met Previous withheld",
			"Would recommend it 70 % n = 33 people",
			"Largest change +0.9 points Digital skill 95% interval +0.4 to +1.4 n = 33 people Previous +0.3 points (n = 18)",
			"Goals met 50–60 % n = 20 pairs Target at least 55% Previous withheld",
		},
		// The first cohort has none before it, and what may not be shown is no
		// headline.
		"reports/2024-autumn.html": {
			"ペア 12 組",
			"1ペア1か月あたりのセッション 1.4 回 n = 12組 目標 1.5回以上 未達",
			"最も大きい変化 +0.3 点 デジタルスキル 効果量：小 n = 18人",
		},
	} {
		if got := readTiles(files[page].Content); !slices.Equal(got, want) {
			t.Errorf("%s: got tiles\n%s\nwant\n%s", page, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestANumberBesideAnotherIsTagged: the target and the cohort before are held
// against the handbook and their own release.
func TestANumberBesideAnotherIsTagged(t *testing.T) {
	got := renderSite(t, testInputOf(t, compared, "testdata/compared"))["en/reports/2025-spring.html"].Content
	for _, want := range []string{
		`<a href="../guidelines/cadence.html#twice" aria-label="Target — 月に2回ほど会う">Target</a> <data class="aim" value="1.5" data-target="en/guidelines/cadence.html#twice/min">at least 1.5 sessions</data>`,
		`<data class="figure" value="1.4" data-cell="2024-autumn/sessions.per_pair/mean">1.4 sessions</data>`,
		`<data class="figure" value="0.4..1.4" data-cell="2025-spring/survey.digital.change/difference" data-show="interval">`,
		`Previous cohort</dt><dd><a href="2024-autumn.html">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("report: got no %s", want)
		}
	}
}

// TestTilesAreColouredWithinACohortAlone: how a cohort differs from the one
// before is said, never judged.
func TestTilesAreColouredWithinACohortAlone(t *testing.T) {
	files := renderSite(t, testInputOf(t, compared, "testdata/compared"))
	for page, want := range map[string][]string{"reports/2025-spring.html": {"better"}, "reports/2024-autumn.html": {"same"}} {
		_, list, _ := strings.Cut(files[page].Content, `<section class="tiles"`)
		list, _, _ = strings.Cut(list, "</section>")
		var got []string
		for _, m := range regexp.MustCompile(`<div class="([^"]*)"><dt>`).FindAllStringSubmatch(list, -1) {
			got = append(got, m[1])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got judgements %v, want %v", page, got, want)
		}
	}
}

func TestTheCohortBeforeIsOneThatTheReaderMaySee(t *testing.T) {
	in := testInputOf(t, compared, "testdata/compared")
	for _, e := range in.Handbook.Trees[0].Editions {
		e.Cohorts = slices.DeleteFunc(e.Cohorts, func(c handbook.Cohort) bool { return c.ID == "2024-autumn" })
	}
	got := renderSite(t, in)["reports/2025-spring.html"].Content
	if strings.Contains(got, "2024-autumn/") || strings.Contains(got, "前回のコーホート") {
		t.Error("report of a reader who has no report of the cohort before: got its figures")
	}
}

// TestAnotherQuestionIsNotCompared: a figure that was made in another way is
// no number to hold this one against.
func TestAnotherQuestionIsNotCompared(t *testing.T) {
	now := comparedDrawer(t, "ja")
	old, _ := testDrawer(t, "ja") // a release whose question on digital tools reads otherwise
	h := headline{drawer: now, before: old}
	changed, _ := now.cohort.Table("survey.digital.change", "difference")
	if v := h.previous(changed); v != nil {
		t.Errorf("change of a question that was worded otherwise: got %s, want none", v.Text)
	}
	enrolled, _ := now.cohort.Table("participation.enrolled", "count")
	if v := h.previous(enrolled); v == nil || v.Text != "40" {
		t.Errorf("people enrolled: got %v, want 40", v)
	}
}
