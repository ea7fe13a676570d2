package quotes

import (
	"os"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// hardNames are people whose names are ordinary words, have variants or two
// scripts.
func hardNames() microdata.Cohort {
	return microdata.Cohort{
		People: []microdata.Person{
			{ID: "E20481", Name: "林 真由美", Kana: "ハヤシ マユミ", Email: "mayumi.hayashi@example.com", Department: "営業部", Manager: "E10030"},
			{ID: "E20482", Name: "森 健", Kana: "モリ ケン", Email: "k-mori@example.com", Department: "技術・管理部門", Ungrouped: "研究開発部"},
			{ID: "E20483", Name: "髙橋 徹", Kana: "タカハシ トオル", Department: "営業部", Site: "東京本社"},
			{ID: "E20484", Name: "渡邉 さくら", Kana: "ワタナベ サクラ", Department: "営業部"},
			{ID: "E20485", Name: "Daniel Becker", Kana: "ダニエル ベッカー", Email: "daniel.becker@example.com", Department: "技術・管理部門", Ungrouped: "ＩＴ", Site: "R&D"},
			{ID: "E20486", Name: "東 大輔", Kana: "アズマ ダイスケ", Department: "営業部", Site: "Ops"},
		},
		Labels: []microdata.Label{{Dimension: "department", Level: "営業部", Words: map[string]string{"en": "Sales"}}},
	}
}

func matcher(t *testing.T, extra ...string) Matcher {
	t.Helper()
	m, problems := NewMatcher(hardNames(), nil, extra)
	if len(problems) > 0 {
		t.Fatalf("problems %v", problems)
	}
	return m
}

func TestMarkedAndRedacted(t *testing.T) {
	m := matcher(t, "鈴木会長")
	for _, c := range []struct{ text, marked, redacted string }{
		{"林さんの話が参考になった", "【林さん】の話が参考になった", "[伏せ字]の話が参考になった"},
		{"林業の将来を話した", "林業の将来を話した", ""},
		{"林に聞いて分かった", "〔林〕に聞いて分かった", ""},
		{"森の中を歩く会がよかった", "〔森〕の中を歩く会がよかった", ""},
		{"森林の話", "森林の話", ""},
		{"東京で会えた", "東京で会えた", ""},
		{"東さんと話した", "【東さん】と話した", "[伏せ字]と話した"},
		{"高橋徹さんに感謝", "【高橋徹さん】に感謝", "[伏せ字]に感謝"},
		{"タカハシ　トオルさん", "【タカハシ　トオルさん】", "[伏せ字]"},
		{"高橋が教えてくれた", "〔高橋〕が教えてくれた", ""},
		{"高橋T が教えてくれた", "〔高橋T〕 が教えてくれた", ""},
		{"渡辺さくらと渡邊さん", "【渡辺さくら】と【渡邊さん】", "[伏せ字]と[伏せ字]"},
		{"ﾜﾀﾅﾍﾞさん、ありがとう", "【ワタナベさん】、ありがとう", "[伏せ字]、ありがとう"},
		{"Mayumi Hayashi taught me", "【Mayumi Hayashi】 taught me", "[removed] taught me"},
		{"HAYASI Mayumi taught me", "【HAYASI Mayumi】 taught me", "[removed] taught me"},
		{"Becker helped a lot", "〔Becker〕 helped a lot", ""},
		{"Becker-san helped", "〔Becker-san〕 helped", ""},
		{"M.H. said it well", "〔M.H.〕 said it well", ""},
		{"Ｅ２０４８３に連絡", "【E20483】に連絡", "[伏せ字]に連絡"},
		{"上司は E10030 です", "上司は 【E10030】 です", "上司は [伏せ字] です"},
		{"k-mori@example.com へ", "【k-mori@example.com】 へ", "[伏せ字] へ"},
		{"研究開発部の若手", "【研究開発部】の若手", "[伏せ字]の若手"},
		{"People in IT know it best", "People in 【IT】 know it best", "People in [removed] know it best"},
		{"Ops と R&D の人", "【Ops】 と 【R&D】 の人", "[伏せ字] と [伏せ字] の人"},
		{"oops, the ops", "oops, the ops", ""},
		{"ＩＴの人", "【IT】の人", "[伏せ字]の人"},
		{"ITの担当とITEMS", "【IT】の担当とITEMS", "[伏せ字]の担当とITEMS"},
		{"someone.else@example.org", "【someone.else@example.org】", "[removed]"},
		{"営業部の東京本社にいる", "【営業部】の【東京本社】にいる", "[伏せ字]にいる"},
		{"those in Sales know", "those in 【Sales】 know", "those in [removed] know"},
		{"開発推進チームで試した", "〔開発推進チーム〕で試した", ""},
		{"新商品プロジェクトで使った", "〔新商品プロジェクト〕で使った", ""},
		{"2025年6月3日の会", "【2025年6月3日】の会", "[伏せ字]の会"},
		{"令和七年の春", "【令和七年】の春", "[伏せ字]の春"},
		{"6/12に会った", "【6/12】に会った", "[伏せ字]に会った"},
		{"on 3 June 2025 we met", "on 【3 June 2025】 we met", "on [removed] we met"},
		{"入社三年目の24歳です", "入社【三年目】の【24歳】です", "入社[伏せ字]です"},
		{"３名で話した", "【3名】で話した", "[伏せ字]で話した"},
		{"内線2231へ、または03-1234-5678", "【内線2231】へ、または【03-1234-5678】", "[伏せ字]へ、または[伏せ字]"},
		{"鈴木会長の言葉", "【鈴木会長】の言葉", "[伏せ字]の言葉"},
		{"佐藤さんに会った", "〔佐藤さん〕に会った", ""},
		{"皆さんに感謝します。多様な意見がありました", "皆さんに感謝します。多様な意見がありました", ""},
		{"全部よかった。一部は難しい", "全部よかった。一部は難しい", ""},
	} {
		text := tidy(c.text)
		hits := m.Find(text)
		want := strings.ReplaceAll(c.marked, "　", " ")
		if got := mark(text, hits); got != want {
			t.Errorf("%s: marked %s, want %s", c.text, got, want)
		}
		if c.redacted == "" {
			c.redacted = text
		}
		if got := redact(text, hits); got != c.redacted {
			t.Errorf("%s: redacted %s, want %s", c.text, got, c.redacted)
		}
	}
}

func TestStyleWarnings(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"話を聞く時間が増えた", ""},
		{"俺はこう思う", "first-person pronoun"},
		{"めっちゃよかったわ", "dialect"},
		{"楽しかった(笑)", "emoji or signs out of habit"},
		{"異動の直前に相談できた", "rare event"},
		{"一番ためになった", "superlative"},
		{"「まず動いてみよう」と言われた", "quoted speech"},
		{"女性ならではの視点", "gender"},
		{"部下の話を聞くようになった", "rank or reporting line"},
		{"It was good to talk", "in another language than the other comments"},
		{"とても good だった", ""}, {"とても good and really helpful だった", "in another language than the other comments"},
		{"Это было полезно", "in another language than the other comments"},
	} {
		var got []string
		for _, w := range warnings(c.text, true) {
			got = append(got, w.EN)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: warnings %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		" とても\r\n良かった　です ":      "とても 良かった です",
		"ＡＩと\u200bﾃﾞｰﾀ":         "AIとデータ",
		"\x1b[31m赤\x07い\u202e文": "[31m赤い文",
		"が\u3099":               "が\u3099",
		"か\u3099っこう":            "がっこう",
		"！？（全角）は残す":             "！？（全角）は残す",
	} {
		if got := tidy(in); got != want {
			t.Errorf("tidy %q: %q, want %q", in, got, want)
		}
	}
}

func root(t *testing.T) *os.Root {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(dir+"/cohorts/2025-spring", 0o755); err != nil {
		t.Fatal(err)
	}
	r, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}
