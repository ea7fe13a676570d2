package roster

import (
	"slices"
	"testing"
)

func TestRomajiSpellsANameInTheWaysInUse(t *testing.T) {
	for kana, want := range map[string][]string{
		"タカナシ ノリコ":     {"takanashi noriko", "takanasi noriko", "noriko takanashi", "takanashinoriko"},
		"オオノ ジュンイチロウ":  {"ono junichiro", "ohno jun'ichiroh", "oono junichirou", "ono zyunitiro"},
		"ホンマ シュウヘイ":    {"honma shuhei", "homma shuuhei", "honma syuhei"},
		"ニッタ マッチャ":     {"nitta matcha", "nitta mattya"},
		"フジイ ツヅミ":      {"fujii tsuzumi", "huzii tuzumi"},
		"きょうごく りょう":    {"kyogoku ryo", "kyougoku ryou", "kyohgoku ryoh"},
		"イノウエ ヨウコ":     {"inoue yoko", "inoue youko"},
		"ｶﾜﾊﾞﾀ ｼﾞｮｰｼﾞ": {"kawabata joji", "kawabata zyozi"},
	} {
		forms := romajiForms(kana)
		for _, w := range want {
			if !slices.ContainsFunc(forms, func(f Form) bool { return f.Text == w && f.Rule == Alone }) {
				t.Errorf("romajiForms(%q) lacks %q", kana, w)
			}
		}
		if len(forms) > 1500 {
			t.Errorf("romajiForms(%q) gives %d forms", kana, len(forms))
		}
	}
	for _, kana := range []string{"", "タカナシ", "高梨 典子", "Daniel Becker", "タカナシ ノリコ サマ"} {
		if forms := romajiForms(kana); len(forms) > 0 {
			t.Errorf("romajiForms(%q) gives %v", kana, forms)
		}
	}
}
