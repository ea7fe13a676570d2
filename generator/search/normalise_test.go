package search

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
)

var normalised = []struct{ text, want string }{
	{"ＡＢＣ　１２３", "abc 123"},
	{"ﾘﾊﾞｰｽ･ﾒﾝﾀｰ", "リバースメンター"},
	{"リバース・メンタリング", "リバースメンタリング"},
	{"評価・面談", "評価 面談"},
	{"めんたー", "メンター"},
	{"メンタ\u30fc\u30fc", "メンター"},
	{"キャノン", "キヤノン"},
	{"ヴァイオリン ヴ ヴェール ヴー", "バイオリン ブ ベール ブー"},
	{"ウ\u3099ァ", "バ"},
	{"は\u3099", "バ"},
	{"人々と時々", "人人ト時時"},
	{"々", ""},
	{"こゝろ", "ココロ"},
	{"つづき、ぢ", "ツズキ ジ"},
	{"3ヶ月 3か月 3ヵ月", "3カ月 3カ月 3カ月"},
	{"Café Ünal Straße Æon İstanbul", "cafe unal strasse aeon istanbul"},
	{"Cafe\u0301", "cafe"},
	{"mentor's don’t 'quoted'", "mentors dont quoted"},
	{"①㈱㍻", "1 株 平成"},
	{"ー横棒ー", "横棒"},
	{"front matter / site.yaml", "front matter site yaml"},
	{"  空白\t\n二つ  ", "空白 二ツ"},
	{"soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"},
	{"𠮷野家", "𠮷野家"},
	{"葛\U000e0100城", "葛城"},
	{"한국어 ok", "한국어 ok"},
	{"Привет ΟΔΟΣ", "привет οδοσ"},
	{"😀笑", "笑"},
	{"・・・", ""},
	{"カ・", "カ"},
	{"a'", "a"},
}

func TestNormalise(t *testing.T) {
	for _, c := range normalised {
		if got := Normalise(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestNormaliseIsSettled holds that a normal form is its own, so that a query
// may be either.
func TestNormaliseIsSettled(t *testing.T) {
	for _, s := range randomTexts(2000) {
		once := Normalise(s)
		if twice := Normalise(once); twice != once {
			t.Errorf("%q: %q becomes %q", s, once, twice)
		}
	}
}

// TestFoldedPlaces holds that each character of a normal form comes from a
// stretch of the text that becomes it.
func TestFoldedPlaces(t *testing.T) {
	text := "「サーバー」、ﾒﾝﾀｰの e\u0301tude。"
	var f folded
	f.fold(text)
	for i, r := range f.runes {
		if r == ' ' {
			continue
		}
		part := text[f.from[i]:f.end(i)]
		if got := Normalise(part); r != 'ー' && got != string(r) {
			t.Errorf("%q at %d comes from %q, which becomes %q", r, i, part, got)
		}
	}
}

// randomTexts are made of what normalising treats in ways of its own.
func randomTexts(n int) []string {
	r := rand.New(rand.NewPCG(6, 3))
	blocks := [][2]rune{{0x20, 0x7e}, {0xa0, 0x17f}, {0x300, 0x345}, {0x370, 0x3ff}, {0x400, 0x45f}, {0x2010, 0x2030}, {0x2460, 0x24ff},
		{0x3000, 0x303f}, {0x3041, 0x3096}, {0x3099, 0x30ff}, {0x3220, 0x32fe}, {0x3300, 0x33ff}, {0x4e00, 0x4e80}, {0xac00, 0xac20},
		{0xf900, 0xf920}, {0xfe00, 0xfe0f}, {0xff01, 0xff9f}, {0x20b00, 0x20b20}, {0x1f600, 0x1f610}, {0xe0100, 0xe0102}}
	special := []rune("ヴァィゥェォー・々ゝ゛゜'’ßıſς\u00ad\u200b\ufeffヶヵ")
	out := make([]string, n)
	for i := range out {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			if r.IntN(3) == 0 {
				b.WriteRune(special[r.IntN(len(special))])
				continue
			}
			block := blocks[r.IntN(len(blocks))]
			b.WriteRune(block[0] + r.Int32N(block[1]-block[0]+1))
		}
		out[i] = b.String()
	}
	return out
}

// testNormalise holds the two normalisers to each other.
func testNormalise(t *testing.T, ctx context.Context) {
	open(t, ctx, "file://"+folder(t, Build("ja", nil))+"/index.html")
	texts := randomTexts(4000)
	for _, c := range normalised {
		texts = append(texts, c.text)
	}
	got := evaluate[[]string](t, ctx, literal(t, texts)+".map(KohortSearch.normalise)")
	failed := 0
	for i, s := range texts {
		if want := Normalise(s); got[i] != want && failed < 10 {
			failed++
			t.Errorf("%q (%+q): in the browser %q, here %q", s, s, got[i], want)
		}
	}
}
