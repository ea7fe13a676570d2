package roster

import "testing"

func TestFoldMakesWhatReadsTheSameTheSame(t *testing.T) {
	for _, group := range [][]string{
		{"髙梨 典子", "高梨典子", "高梨　典子", "髙梨\n典子", "髙梨\r\n  典子", "高梨\u200b典子", "髙\U000e0101梨・典子", "高梨_典子", "高梨\u00a0典子"},
		{"さとう はなこ", "サトウ ハナコ", "ｻﾄｳ ﾊﾅｺ", "サトウ・ハナコ", "サトウハナコ"},
		{"ガギグゲゴパピプペポヴダヂヅデド", "ｶﾞｷﾞｸﾞｹﾞｺﾞﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟｳﾞﾀﾞﾁﾞﾂﾞﾃﾞﾄﾞ", "がぎぐげごぱぴぷぺぽゔだぢづでど", "か\u3099ぎぐげごは\u309aぴぷぺぽゔだぢづでど"},
		{"Daniel Becker", "ＤＡＮＩＥＬ　ＢＥＣＫＥＲ", "daniel_becker", "Daniel\nBecker", "daniel-becker", "Daniel , Becker", "Däniel Bécker", "Da\u0308niel Becker"},
		{"山﨑 斉藤 渡邊", "山崎斎藤渡辺"},
		{"吉田", "𠮷田"},
		{"O'Brien", "O’Brien", "o'brien"},
		{"神谷", "神谷"},
		{"(株)ガス①", "㈱ｶﾞｽ1", "㈱ガス１"},
		{"!?:~", "！？：～"},
	} {
		want := folded(group[0])
		for _, s := range group[1:] {
			if got := folded(s); got != want {
				t.Errorf("folded(%q) = %q, want %q as for %q", s, got, want, group[0])
			}
		}
	}
}

func TestFoldKeepsApartWhatReadsApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"佐藤\n\n花子", "佐藤花子"},
		{"佐藤。花子", "佐藤花子"},
		{"佐藤、花子", "佐藤花子"},
		{"han ako", "hanako"},
		{"ハハ", "パパ"},
		{"12 34", "1234"},
	} {
		if a, b := folded(pair[0]), folded(pair[1]); a == b {
			t.Errorf("%q and %q both fold to %q", pair[0], pair[1], a)
		}
	}
}

func TestFoldTellsWhereEachByteComesFrom(t *testing.T) {
	const text = "氏名: ｻﾞ 藤　花子 (É) ㈱ \xff x"
	got, from := fold(nil, []int{}, text)
	if len(got) != len(from) {
		t.Fatalf("%d bytes and %d places of %q", len(got), len(from), text)
	}
	for i := range from {
		if from[i] < 0 || from[i] >= len(text) || i > 0 && from[i] < from[i-1] {
			t.Errorf("byte %d of %q comes from %d", i, got, from[i])
		}
	}
	if plain := folded(text); plain != string(got) {
		t.Errorf("with places %q, without %q", got, plain)
	}
}

func TestFoldAllocatesNothing(t *testing.T) {
	const text = "「ガイド」（２０２５年４月）：①〜③→①★😀 — “Ä”, José’s ㈱ ﾊﾝｶｸ 𠮷 ーー 髙"
	dst := make([]byte, 0, 1000)
	if n := testing.AllocsPerRun(10, func() { fold(dst, nil, text) }); n > 0 {
		t.Errorf("folding %q allocates %v times", text, n)
	}
}

func FuzzFold(f *testing.F) {
	f.Add("佐藤 花子 Sato ｻﾄｳ")
	f.Add("か\u3099\xff\n\n_")
	f.Fuzz(func(t *testing.T, s string) {
		got, from := fold(nil, []int{}, s)
		if len(got) != len(from) {
			t.Errorf("%d bytes and %d places of %q", len(got), len(from), s)
		}
		if again := folded(string(got)); len(s) < 1000 && folded(again) != again {
			t.Errorf("folding %q again gives %q, then %q", s, again, folded(again))
		}
	})
}
