package audit

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/width"

	"kohort/generator/disclosure"
	"kohort/generator/render"
)

// corpusRows are participants whose names are easy and hard to find: with
// variant kanji, of one kanji, long vowels, a foreign name, an id in digits.
const corpusRows = `id,name,kana,email,role,department
E40211,髙橋 優太郎,タカハシ ユウタロウ,y.takahashi7@example.co.jp,mentor,営業部
E40212,斎藤 順子,サイトウ ジュンコ,junko.saito@example.co.jp,mentee,営業部
0030417,森 一成,モリ カズナリ,kmori@example.co.jp,mentor,人事部
E40214,林 真由美,ハヤシ マユミ,hayashi-m@example.co.jp,mentee,人事部
E40215,安部 恵,アベ メグミ,abe.megumi@example.co.jp,mentor,法務部
E40216,Anna Lindqvist,アンナ リンドクヴィスト,anna.lindqvist@example.co.jp,mentee,法務部
`

// corpusTripwire is the tripwire of a cohort of corpusRows.
func corpusTripwire(t *testing.T) disclosure.Tripwire {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"cohorts/c1/cohort.yaml":      "title: 春期\nstart: 2025-04-01\nend: 2025-09-30\n",
		"cohorts/c1/participants.csv": corpusRows,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, wire, problems, err := disclosure.Current(disclosure.ReleaseInput{Place: disclosure.Place{Handbook: dir}, Cohort: "c1"})
	if err != nil || len(wire.Scan("髙橋優太郎", disclosure.Prose)) == 0 {
		t.Fatalf("no tripwire: %v, %v", problems, err)
	}
	return wire
}

// mentions are the ways in which the people of corpusRows are written.
func mentions() []string {
	out := []string{
		"髙橋優太郎", "高橋 優太郎", "高橋　優太郎", "髙橋・優太郎", "優太郎 高橋", "高橋さん", "優太郎くん", "タカハシユウタロウ", "たかはし ゆうたろう", "ﾀｶﾊｼ ﾕｳﾀﾛｳ",
		"Yutaro Takahashi", "TAKAHASHI Yuutarou", "takahashi yutaroh", "Ｔａｋａｈａｓｈｉ　Ｙｕｔａｒｏ", "Takahashi, Yutaro", "takahashi_yutaro",
		"齋藤順子", "斉藤 順子", "齊藤様", "Junko Saito", "Zyunko Saitou", "SAITOH JUNKO", "斎藤\u200b順子", "斎藤\n順子",
		"森一成", "森 一成", "一成 森", "森さん", "もりかずなり", "Kazunari Mori", "モリ カズナリ",
		"林真由美", "林 眞由美", "林先生", "Hayashi Mayumi", "ハヤシマユミ",
		"安部恵", "安部 惠", "Megumi Abe", "アベ メグミ",
		"Anna Lindqvist", "LINDQVIST, ANNA", "anna lindqvist", "Ａｎｎａ Ｌｉｎｄｑｖｉｓｔ",
		"E40211", "e40211", "Ｅ４０２１１", "E-40211", "0030417", "30417", "y.takahashi7@example.co.jp", "Y.Takahashi7@EXAMPLE.co.jp", "y.takahashi7", "junko.saito", "hayashi-m",
	}
	for _, text := range []string{"E40211", "y.takahashi7@example.co.jp", "JUNKO.SAITO@EXAMPLE.CO.JP"} {
		b := []byte(text)
		long, short, old := sha256.Sum256(b), sha1.Sum(b), md5.Sum(b)
		for _, digest := range [][]byte{long[:], short[:], old[:]} {
			out = append(out, hex.EncodeToString(digest), strings.ToUpper(hex.EncodeToString(digest)))
		}
	}
	return out
}

// mentionedIn gives the files that one mention is placed in.
func mentionedIn(t *testing.T, s string) []render.File {
	flat := strings.NewReplacer("\n", " ", "\u200b", "").Replace(s)
	escaped := html.EscapeString(s)
	entities, units := "", ""
	for _, r := range s {
		entities += fmt.Sprintf("&#%d;", r)
		units += fmt.Sprintf(`\u%04x`, r)
	}
	files := []render.File{
		{Path: "a.html", Content: document("<p>担当：" + escaped + "、ほか")},
		{Path: "a.html", Content: document("<p>" + entities)},
		{Path: "a.html", Content: document(`<img alt="` + escaped + `" src="x.png">`)},
		{Path: "a.html", Content: document(`<p data-owner='` + escaped + `'>`)},
		{Path: "a.html", Content: document("<!-- " + s + " -->")},
		{Path: "a.html", Content: document(`<a href="mailto:x?subject=` + url.PathEscape(s) + `">`)},
		{Path: "a.html", Content: document(`<script type="application/json">{"n": "` + units + `"}</script>`)},
		{Path: "a.html", Content: document("<table><tr><td>" + escaped + "<td>3</table>")},
		{Path: "chart.svg", Content: "<svg><title>" + escaped + "</title></svg>"},
		{Path: "chart.svg", Content: `<svg><g aria-label="` + escaped + `"/></svg>`},
		{Path: "feed.xml", Content: "<entry><title>" + escaped + "</title></entry>"},
		{Path: "sitemap.xml", Content: "<loc>https://example.jp/" + url.PathEscape(s) + ".html</loc>"},
		{Path: "search.json", Content: `["` + strings.ReplaceAll(s, "\n", `\n`) + `"]`},
		{Path: "search.js", Content: `index("` + units + `")`},
		{Path: "app.js.map", Content: `{"sourcesContent": ["// ` + flat + `"]}`},
		{Path: "figures.csv", Content: "部署,n\n営業部,\"" + flat + "\"\n"},
		{Path: "note.txt", Content: "メモ " + s},
		{Path: "note.txt", Content: "\xff\xfe" + utf16LE("メモ "+s)},
		{Path: "note.txt", Content: "key " + base64.StdEncoding.EncodeToString([]byte("owner "+s+" ends"))},
		{Path: "event.ics", Content: "SUMMARY:" + flat + "\r\n"},
		{Path: "img/" + strings.ReplaceAll(flat, "/", "") + ".png"},
		{Path: flat + "/index.txt", Content: "x"},
		{Path: "photo.png", Content: png("tEXt", "Author\x00"+s)},
		{Path: "photo.png", Content: png("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00<dc:creator>"+escaped+"</dc:creator>")},
		{Path: "photo.png", Content: png("zTXt", "Author\x00\x00"+deflate(s))},
		{Path: "photo.webp", Content: "RIFF\x00\x00\x00\x00WEBPXMP " + le32(len(s)+2) + " " + s + " "},
		{Path: "paper.docx", Content: archive(t, "docProps/core.xml", "<dc:creator>"+escaped+"</dc:creator>")},
		{Path: "paper.docx", Content: archive(t, "word/document.xml", "<w:p><w:t>"+escaped+"</w:t></w:p>")},
		{Path: "book.xlsx", Content: archive(t, "xl/sharedStrings.xml", "<si><t>"+escaped+"</t></si>")},
		{Path: "all.zip", Content: archive(t, flat+".txt", "x")},
		{Path: "paper.pdf", Content: "<</Author <FEFF" + strings.ToUpper(hex.EncodeToString(utf16BE(s))) + ">>>"},
	}
	return files
}

func le32(n int) string { return string([]byte{byte(n), byte(n >> 8), 0, 0}) }

func utf16BE(s string) []byte {
	b := []byte(utf16LE(s))
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return b
}

// heardIn says whether a file names somebody.
func heardIn(wire disclosure.Tripwire, f render.File) bool {
	a := &auditor{scan: wire.Scan, released: testReleased()}
	h := a.hear(&reader{}, f)
	return len(h.names)+len(h.inOwn) > 0
}

// TestNoMentionIsMissed places every mention in every kind of file.
func TestNoMentionIsMissed(t *testing.T) {
	wire := corpusTripwire(t)
	places, missed := 0, 0
	for _, s := range mentions() {
		for _, f := range mentionedIn(t, s) {
			if places++; !heardIn(wire, f) {
				missed++
				if missed < 40 {
					t.Errorf("%q is missed in %s: %.120q", s, f.Path, f.Content)
				}
			}
		}
	}
	t.Logf("%d places, %d missed", places, missed)
	if places < 1500 {
		t.Errorf("%d places, want more", places)
	}
}

// ordinary is text of handbooks in which nobody is named, with words that look
// like names.
var ordinary = []string{
	"森を見て木を見ず、にならないように。林業の会社の事例を読みます。", "東の拠点、西の拠点、南北の物流を比べます。", "原因と結果、原則と例外を分けて書く。",
	"順子という字は出しません。高橋という名字は日本に多い。", "優れた太郎冠者の狂言を見る。", "優先順位を決め、真の理由を考え、由来と美点を挙げる。",
	"一成績ではなく、一歩の成長を見る。", "森林と一成分", "林立するビル、真面目な由緒、美しい庭", "安部屋という部屋はありません。恵まれた環境です。",
	"メンターさん、メンティー様、皆さん、部長、課長、主任", "森羅万象さまざま。", "Annapolis and Lindenberg are towns; an anagram of both is not a name.",
	"The mentor may abet, but never label. Fabe, Kabel, babel.", "mori is Latin for to die; memento mori, hayashi rice, a junkoff.",
	"E4021 と E402110 は部品番号、1030417 は件数です。", "width: 1024px; #e40211a; 0xE40211F", "https://example.co.jp/contact?ref=40211",
	"問い合わせは hr@example.co.jp へ。", "takahashi のいない会議。Saitobaru 古墳。", "三十四百一十七番の札", "佐藤さん、田中課長、鈴木様はこのプログラムの参加者ではありません。",
}

// TestOrdinaryTextIsNoAlarm reads ordinary text in every kind of place.
func TestOrdinaryTextIsNoAlarm(t *testing.T) {
	wire := corpusTripwire(t)
	alarms := 0
	texts := append([]string{}, ordinary...)
	for _, s := range ordinary {
		texts = append(texts, width.Widen.String(s), strings.ToUpper(s))
	}
	check := func(f render.File) {
		if heardIn(wire, f) {
			alarms++
			t.Errorf("a false alarm in %s: %.200q", f.Path, f.Content)
		}
	}
	for i, s := range texts {
		next := html.EscapeString(texts[(i+7)%len(texts)])
		escaped := html.EscapeString(s)
		check(render.File{Path: "a.html", Content: document("<h2>" + escaped + "</h2>\n<p>" + next + "</p><ul><li>森</li><li>" + escaped + "</li><li>林</li><li>東</li><li>部長</li></ul>")})
		check(render.File{Path: "a.html", Content: document(`<table><tr><td>` + escaped + `<td>` + next + `</table><p aria-label="` + escaped + `">`)})
		check(render.File{Path: "note.txt", Content: s + "\n\n" + next})
		check(render.File{Path: "chart.svg", Content: `<svg><path d="M 30417 E40211"/><text>` + escaped + `</text><text>` + next + `</text></svg>`})
	}
	if alarms > 0 {
		t.Errorf("%d false alarms", alarms)
	}
}
