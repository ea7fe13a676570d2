package roster

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kohort/generator/disclosure/internal/microdata"
)

// people are invented.
var people = microdata.Cohort{People: []microdata.Person{
	{ID: "E10234", Name: "髙梨 典子", Kana: "タカナシ ノリコ", Email: "noriko.takanashi@example.com"},
	{ID: "K-0815-7", Name: "小野寺 慎二", Kana: "おのでら しんじ", Email: "onodera_s@example.com"},
	{ID: "1024", Name: "Daniel Becker", Kana: "ダニエル ベッカー", Email: "dbecker@example.com"},
	{ID: "77", Name: "原 学", Kana: "ハラ ガク"},
	{ID: "00098321", Name: "大野 純一郎", Kana: "オオノ ジュンイチロウ"},
	{ID: "E10871", Name: "Nguyen Thi Lan"},
	{ID: "E10872", Name: "八代 久美（旧姓 神山）/ Kumi Yashiro"},
	{ID: "E10873", Name: "김 하늘"},
}}

func openWith(t testing.TB, extra ...string) Scan {
	t.Helper()
	scan, problems := Open(nil, extra, Forms(people))
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	return scan
}

func TestScanFindsEveryFormOfAParticipant(t *testing.T) {
	scan := openWith(t, "滝沢", "Project Heron")
	for _, text := range []string{
		"髙梨 典子", "高梨典子", "高梨　典子さん", "推進役の髙梨\n典子が", "典子 髙梨", "高梨_典子.png", "高梨\u200b典子",
		"たかなし のりこ", "タカナシノリコ", "ﾀｶﾅｼ ﾉﾘｺ", "ノリコ・タカナシ",
		"Noriko Takanashi", "TAKANASHI Noriko", "Takanashi, Noriko", "photos/takanashi-noriko-2025.jpg", "norikotakanashi", "ＮＯＲＩＫＯ　ＴＡＫＡＮＡＳＩ",
		"mailto:noriko.takanashi@example.com", "Noriko.Takanashi@Example.com", "noriko.takanashi", "社員番号E10234の", "Ｅ１０２３４", "id=e10234;",
		"K-0815-7", "k08157", "onodera_s", "Shinji Onodera", "Sinzi Onodera", "おのでらしんじ",
		"Daniel Becker", "Becker, Daniel", "danielbecker", "Daniel\nBecker", "ダニエル・ベッカー", "Däniel Bécker", "dbecker",
		"原 学さん", "担当は原学です",
		"0098321 00098321", "98321",
		"Jun'ichiro Ohno Junichiro Ohno", "Oono Junichirou", "大野純一郎",
		"Nguyen Thi Lan", "Lan Nguyen", "Thi Lan Nguyen", "滝沢部長", "瀧澤さん",
		"八代久美", "Yashiro Kumi", "김하늘", "김 하늘 님", "（ＤＡＮＩＥＬ．ＢＥＣＫＥＲ）", "①Daniel Becker→",
		"project heron",
	} {
		if got := scan(text, true); len(got) == 0 {
			t.Errorf("scan(%q) found nobody", text)
		}
	}
}

func TestScanLeavesOrdinaryTextAlone(t *testing.T) {
	scan := openWith(t, "滝沢")
	for _, text := range []string{
		"", "髙梨", "典子", "髙梨\n\n典子", "高梨、典子", "タカナシ", "takanashi", "Norikos Takanashi-ryu", "xnoriko takanashi",
		"E102345", "AE10234", "#e10234f", "1024px", "1024", "77", "982", "198321", "Becker", "Danielbeckers", "dbeckers",
		"平原学園", "八代", "神山", "旧姓", "原学校", "nguyen", "メンターとメンティーが話します。", "aria-label=\"abe\"",
	} {
		if got := scan(text, true); len(got) > 0 {
			t.Errorf("scan(%q) found %v", text, got)
		}
	}
}

func TestScanOfCodeFindsNamesAndAddressesOnly(t *testing.T) {
	scan := openWith(t)
	for text, want := range map[string]bool{
		"/* 髙梨典子 */": true, "/* Daniel Becker */": true, "url(noriko.takanashi@example.com)": true,
		".e10234{}": false, ".dbecker{}": false, "#E10234": false, "K-0815-7": false,
	} {
		if got := len(scan(text, false)) > 0; got != want {
			t.Errorf("scan(%q) as code: found %v, want %v", text, got, want)
		}
	}
}

func TestScanSaysWhere(t *testing.T) {
	scan := openWith(t)
	for _, c := range []struct{ text, want string }{
		{"推進役は 髙梨　典子 さん", "[髙梨　典子]"},
		{"ﾀｶﾅｼ ﾉﾘｺ／E10234", "[ﾀｶﾅｼ ﾉﾘｺ][E10234]"},
		{"É «Daniel\n  Becker», E10234.", "[Daniel\n  Becker][E10234]"},
		{"write to noriko.takanashi@example.com now", "[noriko.takanashi@example.com]"},
	} {
		var got string
		for _, s := range scan(c.text, true) {
			got += "[" + c.text[s.Start:s.End] + "]"
		}
		if got != c.want {
			t.Errorf("scan(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

func TestTooShortTellsTheRowAndNothingElse(t *testing.T) {
	c := people
	c.People = slices.Clone(c.People)
	for i := range c.People {
		c.People[i].Pos.File, c.People[i].Pos.Line = "cohorts/x/participants.csv", i+2
	}
	var got []string
	for _, p := range TooShort(c) {
		got = append(got, p.String())
	}
	want := []string{"cohorts/x/participants.csv:4 (id)", "cohorts/x/participants.csv:5 (id)"}
	if !slices.Equal(got, want) {
		t.Errorf("too short: got %q, want %q", got, want)
	}
}

func FuzzScan(f *testing.F) {
	scan := openWith(f)
	f.Add("髙梨 典子 Daniel Becker", true)
	f.Add("ｶﾞ\xff\n\n_", false)
	f.Fuzz(func(t *testing.T, text string, prose bool) {
		last := 0
		for _, s := range scan(text, prose) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("scan(%q) gives %v after %d", text, s, last)
			}
			last = s.End
		}
	})
}

// starterForms are the forms of the 64 people of the starter's cohorts.
func starterForms(tb testing.TB) List {
	tb.Helper()
	root, err := os.OpenRoot("../../../../content")
	if err != nil {
		tb.Fatal(err)
	}
	defer root.Close()
	survey, _ := microdata.ReadSurvey(root)
	var forms List
	for _, id := range []string{"2024-autumn", "2025-spring"} {
		c, problems := microdata.Read(root, root, id, survey)
		if len(problems) > 0 {
			tb.Fatalf("problems in %s: %v", id, problems)
		}
		forms = append(forms, Forms(c)...)
	}
	return forms
}

func BenchmarkScan(b *testing.B) {
	scan, _ := Open(nil, nil, starterForms(b))
	ja := "リバースメンタリングは、若手社員がメンターとなり、経営層や管理職に新しい視点を伝える取り組みです。月に一度、三十分から六十分ほどの面談を行い、「デジタルツール」の使い方や若い世代の価値観について話し合います。高い目標よりも、続けることを大切にしてください。\n"
	en := "Reverse mentoring pairs a junior employee, the mentor, with a senior leader, the mentee. They meet once a month for thirty to sixty minutes and talk about digital tools, trends and what younger people value at work. Keep notes to yourself.\n"
	for _, c := range []struct{ name, text string }{{"japanese", ja}, {"english", en}, {"both", ja + en}} {
		text := strings.Repeat(c.text, 1+(1<<18)/len(c.text))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if found := scan(text, true); len(found) > 0 {
					b.Fatalf("found %v", found[0])
				}
			}
		})
	}
}
