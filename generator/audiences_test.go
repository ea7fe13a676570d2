package generator_test

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kohort/generator"
	"kohort/generator/internal/sitetest"
)

// audiencesPages is a handbook for three audiences. What is for one alone stands
// in «NAME|…»; the name of a file may begin so, too. Each of its parts comes
// before something for everyone that would show it: an id, a number, an order.
const audiencesPages = `
-- site.yaml --
title: {ja: 手引き, en: Handbook}
languages: [ja, en]
base_url: https://example.com/
audiences:
  - {name: everyone}
  - {name: participants, includes: [everyone]}
  - {name: leaders, includes: [everyone]}
-- pages/nav.md --
- [手引き](index.md)
- 進め方
  «participants|- [参加者へ](participants/index.md)
  »- [よくある質問](faq.md)
«leaders|- 経営層向け
  - [判断の材料](leaders/index.md)
  - [予算](leaders/budget.md)
»- [用語集](glossary.md)
- [報告](report.md)
-- pages/index.md --
«leaders|::::only{for=leaders}
## 日程

予算の日程です[^money]。![経営会議](images/board.jpg)

[決める][]ために読みます[^own]。

[決める]: leaders/index.md
[^own]: 役員の注

- [ ] 承認する

:::checklist
- [ ] 予算を見る
:::
::::

»# ようこそ

«participants|:::only{for=participants}
参加者だけの最初の段落です。[案内](participants/index.md)

## 日程

参加者の日程[^people]
:::

»最初の段落です[^all][^own]。[決める][]«leaders|:only[内々の話[^money]]{for=leaders}» :term[ペア]です。

![みんな](images/all.jpg)

## 日程

:::checklist
- [ ] 日程を決める
:::

::::tabs
:::tab[本社]
本社です。
«leaders|:only[役員室も]{for=leaders}»
:::
:::tab[支社]
支社です。
:::
::::

- 全員の項目
«leaders|- :only[役員の項目]{for=leaders}
»- **«leaders|:only[役員]{for=leaders}»全員**の項目

«leaders|::::note
:::only{for=leaders}
役員への注意
:::
::::

»| 誰 | 何 |
|---|---|
| 全員 | «leaders|:only[予算]{for=leaders}» |

:::guideline[月に2回会う]{#often metric=sessions_per_month min=2}
:::
«leaders|::::only{for=leaders}
:::guideline[役員は3回会う]{#oftener}
:::
::::
»
## 日程
«participants|
[^people]: 参加者への注
»«leaders|
[^money]: 予算の注
»
[^all]: 全員への注
[^own]: 全員の注

[決める]: faq.md
-- pages/index.en.md --
# Welcome

«leaders|:only[Leaders only.]{for=leaders} »The first paragraph.

## Dates
-- pages/faq.md --
---
layout: faq
---
# よくある質問

«leaders|:::only{for=leaders}
## いくらですか

百万円です。
:::

»## いつですか

春です。
-- pages/glossary.md --
# 用語集

«leaders|::::only{for=leaders}
:::term[リンク枠]{#quota reading=りんくわく}
役員の枠
:::
::::

»:::term[ペア]{#pair reading=ぺあ aliases=組}
メンターとメンティー
:::
-- pages/report.md --
# 報告

«leaders|:::only{for=leaders}
::figure{id=participation.enrolled cohort=2025-spring}
:::

»::figure{id=participation.enrolled cohort=2025-spring kind=table}

回答率は:value{id=response.after cohort=2025-spring}です。
-- «participants|pages/participants/index.md --
---
audience: participants
aliases: [/old/people]
updated: 2026-03-01
---
# 参加者へ

参加者だけの頁です。![みんな](../images/all.jpg) ![組](../images/pairs.jpg)
-- «leaders|pages/leaders/index.md --
---
audience: leaders
aliases: [/old/board]
updated: 2026-03-02
tags: 役員
---
# 判断の材料

経営層だけの頁です。[予算](budget.md) ![経営会議](../images/board.jpg) [表](../files/costs.csv)

::figure{id=participation.enrolled cohort=2025-spring by=department}
-- «leaders|pages/leaders/budget.md --
---
audience: leaders
---
# 予算

## 内訳
-- «leaders|pages/leaders/budget.en.md --
---
audience: leaders
---
# Budget

## Details
-- «leaders|pages/files/costs.csv --
項目,円
旅費,100000
`

// toldRelease is the release alone of a cohort that pages tell of.
var toldRelease = toldCohort[:strings.Index(toldCohort, "-- pages/")]

// photosOf are the photographs, by whom they are for; empty is everyone.
var photosOf = map[string]string{"all.jpg": "", "pairs.jpg": "participants", "board.jpg": "leaders"}

var forOne = regexp.MustCompile(`(?s)«([a-z]+)\|(.*?)»`)

// buildFor builds the handbook as it stands where nobody ever wrote for others
// than the given audiences.
func buildFor(t *testing.T, audiences ...string) sitetest.Site {
	t.Helper()
	gets := func(name string) bool { return name == "" || slices.Contains(audiences, name) }
	kept := &txtar.Archive{}
	for _, f := range txtar.Parse([]byte(toldRelease + audiencesPages)).Files {
		if name, file, marked := strings.Cut(strings.TrimPrefix(f.Name, "«"), "|"); marked {
			if !gets(name) {
				continue
			}
			f.Name = file
		}
		f.Data = forOne.ReplaceAllFunc(f.Data, func(piece []byte) []byte {
			if m := forOne.FindSubmatch(piece); gets(string(m[1])) {
				return m[2]
			}
			return nil
		})
		kept.Files = append(kept.Files, f)
	}
	folder := filepath.Join(t.TempDir(), "handbook")
	sitetest.Write(t, folder, string(txtar.Format(kept)))
	seed := 0
	for _, name := range slices.Sorted(maps.Keys(photosOf)) {
		if seed++; gets(photosOf[name]) {
			writeFile(t, filepath.Join(folder, "pages", "images", name), photograph(t, 700, 500, seed))
		}
	}
	site := sitetest.BuildFolder(t, folder, func(o *generator.Options) { o.WithoutRoster = true })
	if !site.Summary.Written {
		t.Fatalf("not built:\n%s", site.Text())
	}
	return site
}

// TestATreeHoldsNothingForOthers holds each tree against that of a handbook
// from which all that is for others was taken out by hand: they must be the
// same, byte for byte.
func TestATreeHoldsNothingForOthers(t *testing.T) {
	all := buildFor(t, "participants", "leaders")
	for tree, audiences := range map[string][]string{"everyone": nil, "participants": {"participants"}, "leaders": {"leaders"}} {
		got, want := below(all.Files, tree), below(buildFor(t, audiences...).Files, tree)
		if len(want) < 20 {
			t.Errorf("%s: only %d files: the test holds nothing", tree, len(want))
		}
		for _, name := range slices.Sorted(maps.Keys(got)) {
			if _, ok := want[name]; !ok {
				t.Errorf("%s/%s is there only because of other readers", tree, name)
			} else if got[name] != want[name] {
				t.Errorf("%s/%s differs: %s", tree, name, firstDifference(got[name], want[name]))
			}
		}
		for name := range want {
			if _, ok := got[name]; !ok {
				t.Errorf("%s/%s is missing because of other readers", tree, name)
			}
		}
	}
	for _, name := range []string{"everyone/index.html", "participants/participants/index.html", "leaders/leaders/budget.html", "leaders/en/leaders/budget.html"} {
		if all.Files[name] == "" {
			t.Errorf("%s is missing", name)
		}
	}
	for name := range all.Files {
		if top, _, nested := strings.Cut(name, "/"); !nested && !strings.HasPrefix(top, ".kohort") {
			t.Errorf("%s lies beside the trees", name)
		}
	}
}

// below are the files of a folder, by their path in it.
func below(files map[string]string, folder string) map[string]string {
	found := make(map[string]string)
	for name, content := range files {
		if inside, ok := strings.CutPrefix(name, folder+"/"); ok {
			found[inside] = content
		}
	}
	return found
}

// firstDifference shows where two texts part.
func firstDifference(got, want string) string {
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	around := func(s string) string { return s[max(0, at-80):min(len(s), at+120)] }
	return "got …" + around(got) + "…\nwant …" + around(want) + "…"
}
