package generator_test

import (
	"strings"
	"testing"

	"kohort/generator"
	"kohort/generator/diag"
	"kohort/generator/internal/sitetest"
)

// toldCohort is a released cohort and pages that tell its figures by hand.
const toldCohort = `-- cohorts/2025-spring/releases/0001.json --
{"cohort": "2025-spring", "format": 1, "release": 1, "data_as_of": "2025-10-15", "k": 5, "title": {"ja": "2025年春期", "en": "Spring 2025"},
"start": "2025-04-01", "end": "2025-09-30", "questions": [],
"tables": [
{"id": "participation.enrolled", "statistic": "count", "base": "participants", "unit": "people", "decimals": 0, "dimensions": ["department"],
 "cells": [{"at": {}, "n": 40, "value": 40}, {"at": {"department": "営業部"}, "n": 9, "value": 9}]},
{"id": "response.after", "statistic": "rate", "base": {"survey": "after"}, "unit": "percent", "decimals": 0, "dimensions": [], "cells": [{"at": {}, "n": 38, "value": 89}]},
{"id": "goals.met", "statistic": "rate", "base": "goals", "unit": "percent", "decimals": 0, "dimensions": [], "cells": [{"at": {}, "withheld": true}]}]}
-- pages/index.md --
# 手引き

回答率は75%でした。

[報告](report.md)
-- pages/nav.md --
- [手引き](index.md)
- [報告](report.md)
-- pages/_shared/note.md --
登録者は31人でした。
-- pages/report.md --
---
title: 報告
description: 結果をまとめました。
layout: report
cohort: 2025-spring
verdict: 登録者は40人、回答率は75%でした。
risks:
  - 目標の達成率は50%でした。
decision: 登録者は41人でした。来期も続けるかを決めてください。
---

## 回答率は75%でした

回答率は**89%**でした。営業部の登録者は9人でした。
目標の達成率は60%でした。

::include{file=_shared/note.md}

:::guideline[回答率は75%]{#all}
:::
`

// TestNumbersTypedOnAPageAboutACohort holds what an author is told of them, and
// where: in a page, in what it includes, in its front matter.
func TestNumbersTypedOnAPageAboutACohort(t *testing.T) {
	site := sitetest.Build(t, toldCohort, func(o *generator.Options) { o.WithoutRoster = true })
	for _, test := range []struct {
		lang diag.Lang
		want string
	}{
		{diag.Japanese, `pages/_shared/note.md:1:1: 「登録者」が 31人 と書かれていますが、リリースでは 40 です。同じはずの数字が、サイトの中で食い違ってしまいます。数字の代わりに :value{id=participation.enrolled} と書いてください。別のことについての数字なら、何の数字かを書き添えてください
pages/report.md:6:18: 「回答率」が 75% と書かれていますが、リリースでは 89% です。同じはずの数字が、サイトの中で食い違ってしまいます。数字の代わりに 89% と書いてください。別のことについての数字なら、何の数字かを書き添えてください
pages/report.md:8:5: リリースで非表示の「目標の達成率」の数字が、直接書かれています。直接書いた数字は保護の対象にならず、個人の回答が分かってしまうことがあります。この数字を消してください
pages/report.md:9:11: 「登録者」が 41人 と書かれていますが、リリースでは 40 です。同じはずの数字が、サイトの中で食い違ってしまいます。数字の代わりに 40 と書いてください。別のことについての数字なら、何の数字かを書き添えてください
pages/report.md:14:7: リリースにある「回答率」の数字が、89% と直接書かれています。直接書いた数字は、次のリリースで値が変わっても、そのまま残ります。数字の代わりに :value{id=response.after} と書いてください
pages/report.md:14:20: リリースにある「登録者」の数字が、9人 と直接書かれています。直接書いた数字は、次のリリースで値が変わっても、そのまま残ります。数字の代わりに :value{id=participation.enrolled at="department=営業部"} と書いてください
pages/report.md:15:1: リリースで非表示の「目標の達成率」の数字が、直接書かれています。直接書いた数字は保護の対象にならず、個人の回答が分かってしまうことがあります。この数字を消してください`},
		{diag.English, `pages/_shared/note.md:1:1: the number typed for "登録者" is 31人, but the release says 40: the site would show two different numbers for the same thing; write :value{id=participation.enrolled} in place of the number; if it is about something else, say what
pages/report.md:6:18: the number typed for "回答率" is 75%, but the release says 89%: the site would show two different numbers for the same thing; write 89% in place of the number; if it is about something else, say what
pages/report.md:8:5: a number is typed for "目標の達成率", a figure that the release withholds: a typed number is not protected and may give people's answers away; remove the number
pages/report.md:9:11: the number typed for "登録者" is 41人, but the release says 40: the site would show two different numbers for the same thing; write 40 in place of the number; if it is about something else, say what
pages/report.md:14:7: the released figure for "回答率" is typed by hand: 89%: a typed number stays as it is when the next release changes the figure; write :value{id=response.after} in place of the number
pages/report.md:14:20: the released figure for "登録者" is typed by hand: 9人: a typed number stays as it is when the next release changes the figure; write :value{id=participation.enrolled at="department=営業部"} in place of the number
pages/report.md:15:1: a number is typed for "目標の達成率", a figure that the release withholds: a typed number is not protected and may give people's answers away; remove the number`},
	} {
		var got []string
		for _, p := range site.Problems {
			if strings.HasPrefix(string(p.ID), "number-") {
				got = append(got, p.Pos.String()+": "+p.Message(test.lang))
			}
		}
		if text := strings.Join(got, "\n"); text != test.want {
			t.Errorf("got:\n%s\nwant:\n%s", text, test.want)
		}
	}
	if !site.Summary.Written {
		t.Errorf("warnings stopped the build: %s", site.Text())
	}
}

// TestKindsAreNamedNearestFirst: a wrong kind is told at its place, beside the
// kinds that the table has.
func TestKindsAreNamedNearestFirst(t *testing.T) {
	archive := strings.Replace(toldCohort, "::include{file=_shared/note.md}", "::figure{id=participation.enrolled kind=tabel}", 1)
	site := sitetest.Build(t, archive, func(o *generator.Options) { o.WithoutRoster = true })
	for _, p := range site.Problems {
		if p.ID != "figure-kind-unknown" {
			continue
		}
		english, japanese := p.Message(diag.English), p.Message(diag.Japanese)
		if p.Pos.String() != "pages/report.md:17:36" || !strings.Contains(english, "can be shown as table, ") || !strings.Contains(japanese, "使える種類は table, ") {
			t.Errorf("got %s: %s; %s", p.Pos, english, japanese)
		}
		return
	}
	t.Errorf("no problem with the kind: %s", site.Text())
}

// TestPeopleOfASmallDepartmentTyped holds that a department that is released
// only with others is known from cohort.yaml: it is the small ones that are put
// together.
func TestPeopleOfASmallDepartmentTyped(t *testing.T) {
	site := sitetest.Build(t, `-- cohorts/2025-spring/cohort.yaml --
title: 2025年春期
start: 2025-04-01
end: 2025-09-30
levels:
  department:
    法務部: {group: 営業部}
    "": {group: 営業部}
-- pages/more.md --
# 続き

営業部の7人が発表しました。法務部の3人も発表しました。
`+toldCohort, func(o *generator.Options) { o.WithoutRoster = true })
	var got []string
	for _, p := range site.Problems {
		if p.ID == "number-typed" && p.Pos.File == "pages/more.md" {
			got = append(got, p.Message(diag.Japanese))
		}
	}
	if len(got) != 2 || !strings.Contains(got[0]+got[1], "法務部") {
		t.Errorf("got %q, want one of each department", got)
	}
}
