package generator_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"kohort/generator"
	"kohort/generator/internal/sitetest"
	"kohort/generator/source"
)

// undue is a handbook whose page on the closing is published in April alone. It
// is in the nav, has an image, a download, a term, a question and an old
// address, and is linked to and included nowhere but by what goes with it.
const undue = `-- site.yaml --
title: {ja: 手引き, en: Handbook}
languages: [ja, en]
base_url: https://hr.example.com/
-- pages/nav.md --
- [手引き](index.md)
- 修了の章
  - [修了会ラベル](closing/index.md)
-- pages/index.md --
---
title: 手引き
---
はじめに。[ガイド](guide.md)
-- pages/guide.md --
---
title: ガイド
aliases: [moved.md]
---
本文。
-- pages/closing/index.md --
---
title: 修了会の題
description: 修了会の説明
publish_from: 2026-04-01
expires: 2026-05-01
updated: 2026-03-31
owner: 修了担当
aliases: [graduation.md]
layout: faq
---
修了会の本文です。![修了会の図](hall.svg) [式次第](programme.csv) [ガイド](../guide.md)

:::term[修了用語]{#completion}
修了会の用語の説明。
:::

## 修了会の質問

修了会の答え。
-- pages/closing/hall.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>修了会の会場</title><path d="M0 0h10v10z"/></svg>
-- pages/closing/programme.csv --
修了会の式次第
-- pages/closing/index.en.md --
---
title: Closing title
---
Closing words in English.
`

// without is the handbook with nothing of the page on the closing.
func without(t *testing.T) string {
	t.Helper()
	before, rest, found := strings.Cut(undue, "-- pages/closing/index.md --")
	if !found || rest == "" {
		t.Fatal("the archive has no page on the closing")
	}
	return strings.Replace(before, "- 修了の章\n  - [修了会ラベル](closing/index.md)\n", "", 1)
}

func on(month time.Month, day int) func(*generator.Options) {
	return func(o *generator.Options) { o.Today = source.Date{Year: 2026, Month: month, Day: day} }
}

func TestWhatIsNotDueIsInNoFile(t *testing.T) {
	never := sitetest.Build(t, without(t), on(time.March, 31))
	if !never.Summary.Written {
		t.Fatalf("not built:\n%s", never.Text())
	}
	for _, c := range []struct {
		name      string
		today     func(*generator.Options)
		published bool
	}{
		{"the day before", on(time.March, 31), false},
		{"the first day", on(time.April, 1), true},
		{"the last day", on(time.April, 30), true},
		{"the day that it expires", on(time.May, 1), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := sitetest.Build(t, undue, c.today)
			if !site.Summary.Written {
				t.Fatalf("not built:\n%s", site.Text())
			}
			var traces []string
			for _, name := range slices.Sorted(maps.Keys(site.Files)) {
				text := name + "\n" + site.Files[name]
				if strings.Contains(text, "修了") || strings.Contains(strings.ToLower(text), "closing") || strings.Contains(text, "graduation") {
					traces = append(traces, name)
				}
			}
			if c.published != (len(traces) > 8) {
				t.Errorf("files that know of the page: %v", traces)
			}
			if !c.published && !maps.Equal(site.Files, never.Files) {
				for _, name := range slices.Sorted(maps.Keys(site.Files)) {
					if site.Files[name] != never.Files[name] {
						t.Errorf("%s is not what it is in a handbook without the page", name)
					}
				}
				t.Errorf("%d files, want %d", len(site.Files), len(never.Files))
			}
		})
	}
}

func TestADraftIsInNoFile(t *testing.T) {
	never := sitetest.Build(t, without(t))
	draft := sitetest.Build(t, strings.Replace(undue, "publish_from: 2026-04-01\nexpires: 2026-05-01\n", "draft: true\n", 1))
	if !draft.Summary.Written || !maps.Equal(draft.Files, never.Files) {
		t.Errorf("a draft leaves traces; its problems:\n%s", draft.Text())
	}
}

func TestAPagePastItsReviewSaysSo(t *testing.T) {
	const page = "-- pages/index.md --\n---\ntitle: 手引き\nreviewed: 2025-03-01\nreview_every: 1y\nowner: 人事部\n---\n本文。\n"
	for _, c := range []struct {
		today   func(*generator.Options)
		overdue bool
	}{{on(time.February, 28), false}, {on(time.March, 1), true}} {
		site := sitetest.Build(t, page, c.today)
		if told := slices.Contains(site.IDs(), "review-overdue"); told != c.overdue {
			t.Errorf("told: %v, want %v:\n%s", told, c.overdue, site.Text())
		}
		if shown := strings.Contains(site.Files["index.html"], `<time datetime="2026-03-01">`); shown != c.overdue {
			t.Errorf("shown to readers: %v, want %v", shown, c.overdue)
		}
	}
}
