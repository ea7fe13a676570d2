package markdown

import "testing"

// TestEmphasisBesideCJK has what CommonMark alone gets wrong, and what must
// stay as CommonMark has it.
func TestEmphasisBesideCJK(t *testing.T) {
	for markdown, want := range map[string]string{
		"**強調。**次":            "<strong>強調。</strong>次",
		"**「強調」**が":           "<strong>「強調」</strong>が",
		"この**「強調」**が":         "この<strong>「強調」</strong>が",
		"太字**(かっこ)**です":       "太字<strong>(かっこ)</strong>です",
		"これは*斜体！*です":          "これは<em>斜体！</em>です",
		"取消~~（済）~~です":         "取消<del>（済）</del>です",
		"**a.**b":             "**a.**b",
		"a**.b**":             "a**.b**",
		"これは__強調__です":         "これは__強調__です",
		"、__強調__、":            "、<strong>強調</strong>、",
		"한국어**(강조)**를":        "한국어<strong>(강조)</strong>를",
		"**完了✅**次":            "<strong>完了✅</strong>次",
		"a✅**(b)**✅c":         "a✅<strong>(b)</strong>✅c",
		"葛\U000e0100**(か)**市": "葛\U000e0100<strong>(か)</strong>市",
		"〜\ufe00**(か)**":      "〜\ufe00<strong>(か)</strong>",
		"** 空白**":             "** 空白**",
		"~片方~~":               "~片方~~",
	} {
		doc, _ := convert(t, markdown)
		if got := show(doc.Parts); got != "<p>"+want+"</p>\n" {
			t.Errorf("%q\ngot  %s\nwant <p>%s</p>", markdown, got, want)
		}
	}
}

func TestIsCJK(t *testing.T) {
	for r, want := range map[rune]bool{
		'あ': true, '漢': true, '。': true, '（': true, 'ｱ': true, '한': true, 'ᅠ': true, '〰': true, '㊗': true, '𠮷': true, '🈂': true,
		'a': false, '.': false, '“': false, '✅': false, '😀': false, '🀄': false, '🈚': false, 'é': false,
	} {
		if got := isCJK(r); got != want {
			t.Errorf("isCJK(%q) = %v, want %v", r, got, want)
		}
	}
}
