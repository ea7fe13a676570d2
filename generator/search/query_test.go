package search

import (
	"strings"
	"testing"
)

// smallSite has what the tests of single queries ask for.
func smallSite() []Page {
	return []Page{
		{URL: "index.html", Title: "ハンドブック", Description: "若手が教えるプログラムの手引き", Sections: []Section{
			{Text: "メンターとメンティーが半年のあいだ会います。"},
			{Anchor: "share", Heading: "資料の置き場所", Text: "資料はSharePointの共有フォルダーに置きます。メールでは決めません。"},
		}},
		{URL: "rules/secrecy.html", Title: "守秘義務", Sections: []Section{
			{Text: "二人で話したことは外に出しません。"},
			{Anchor: "server", Heading: "サーバーに置かないもの", Text: "面談のメモはサーバーに置かず、評価面談記録にも書きません。"},
			{Anchor: "notes", Heading: "記録", Text: "記録は最小限にします。"},
		}},
		{URL: "faq.html", Title: "よくある質問", Sections: []Section{
			{Anchor: "late", Heading: "遅れたときはどうしますか", Kind: Question, Text: "事務局にメールで知らせてください。"},
			{Anchor: "reverse", Heading: "リバースメンタリング", Kind: Term, Aliases: []string{"逆メンター", "reverse mentoring"}, Text: "若手がリーダーに教えること。"},
		}},
		{URL: "tools.html", Title: "道具", Sections: []Section{
			{Text: "設定は front matter と site.yaml に書き、kohort release で公開します。ユーザガイドも参照してください。"},
			{Anchor: "mail", Heading: "Cohort", Kind: Term, Text: "The pairs of one half year. They are recorded, and write by e-mail, not email, each month."},
			{Anchor: "policies", Heading: "Policies for mentors", Text: "Every mentor keeps the policy. Meetings last 45 minutes."},
		}},
	}
}

// TestQueryFinds asks for what readers type, and where it should lead first.
func TestQueryFinds(t *testing.T) {
	x := Build("ja", smallSite())
	for _, c := range []struct{ query, want, instead string }{
		{"サーバー", "rules/secrecy.html#server", ""},
		{"サーバ", "rules/secrecy.html#server", ""},
		{"ｻｰﾊﾞｰ", "rules/secrecy.html#server", ""},
		{"さーばー", "rules/secrecy.html#server", ""},
		{"面談記録", "rules/secrecy.html#server", ""},
		{"記録", "rules/secrecy.html#notes", ""},
		{"守秘義務", "rules/secrecy.html#", ""},
		{"メールで知らせ", "faq.html#late", ""},
		{"ユーザーガイド", "tools.html#", ""},
		{"逆メンター", "faq.html#reverse", ""},
		{"ＲＥＶＥＲＳＥ　ｍｅｎｔｏｒｉｎｇ", "faq.html#reverse", ""},
		{"リバース・メンタリング", "faq.html#reverse", ""},
		{"遅れたとき", "faq.html#late", ""},
		{"遅", "faq.html#late", ""},
		{"share フォルダー", "index.html#share", ""},
		{"sharep", "index.html#share", ""},
		{"policy", "tools.html#policies", ""},
		{"mentor", "tools.html#policies", ""},
		{"front matter", "tools.html#", ""},
		{"site.yaml", "tools.html#", ""},
		{"手引き", "index.html#", ""},
		{"メモ 置く", "rules/secrecy.html#server", ""},
		{"リバスメンタリング", "faq.html#reverse", ""},
		{"リバースメンダリング", "faq.html#reverse", "リバースメンタリング"},
		{"リバースメタンリング", "faq.html#reverse", "リバースメンタリング"},
		{"共有フォルーダ", "index.html#share", "共有フォルダー"},
		{"sharepiont", "index.html#share", "sharepoint"},
		{"harepoint", "index.html#share", "sharepoint"},
		{"meetigs", "tools.html#policies", "meeting"},
		{"メンテ", "index.html#", ""},
		{"ソンデ", "", ""},
		{"what is a cohort", "tools.html#mail", ""},
		{"what is the policy for a mentor?", "tools.html#policies", ""},
		{"what is it", "", ""},
		{"e-mail", "tools.html#mail", ""},
		{"recording", "tools.html#mail", ""},
		{"monthly", "tools.html#mail", ""},
		{"frontmatter", "tools.html#", "front matter"},
		{"評価面段", "rules/secrecy.html#server", "評価面談"},
	} {
		a := x.Query(c.query, 5)
		got := ""
		if len(a.Results) > 0 {
			got = a.Results[0].URL + "#" + a.Results[0].Hits[0].Anchor
		}
		if got != c.want || a.Instead != c.instead {
			t.Errorf("%q: got %s instead %q, want %s instead %q", c.query, got, a.Instead, c.want, c.instead)
		}
	}
}

func TestQueryWithoutAnAnswer(t *testing.T) {
	for _, x := range []*Index{Build("ja", nil), Build("en", []Page{{URL: "a.html"}}), Build("ja", smallSite())} {
		for _, q := range []string{"", " ", "。、", "zzzz", "鬱", "ー", strings.Repeat("長い問い合わせ", 200)} {
			if a := x.Query(q, 5); len(a.Results) > 0 && len(q) < 20 {
				t.Errorf("%q: %+v", q, a.Results)
			}
		}
	}
}

// TestAnswersCountPages holds that More is how many pages a limit leaves out.
func TestAnswersCountPages(t *testing.T) {
	x := Build("ja", corpus(30, 3000))
	all := x.Query("メンター", 100)
	if a := x.Query("メンター", 3); len(a.Results) != 3 || a.More != len(all.Results)-3 || all.More != 0 {
		t.Errorf("%d and %d more of %d", len(a.Results), a.More, len(all.Results))
	}
}

// TestCutIsWhole holds that passages together say what the section says.
func TestCutIsWhole(t *testing.T) {
	for _, text := range []string{"", "短い。", strings.Repeat("長い文です。", 700), strings.Repeat("word ", 900), strings.Repeat("切", 3000)} {
		joined, longest := "", 0
		for part := range cut(oneSpace(text)) {
			joined += part
			longest = max(longest, len(part))
		}
		if strings.ReplaceAll(joined, " ", "") != strings.ReplaceAll(text, " ", "") || longest > passageBytes+passageBytes/4 {
			t.Errorf("%.30q: longest part %d bytes", text, longest)
		}
	}
}
