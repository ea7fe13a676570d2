package audit

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/japanese"

	"kohort/generator/diag"
	"kohort/generator/disclosure"
	"kohort/generator/render"
)

func TestTripwireHearsAllThatAFileSays(t *testing.T) {
	for _, test := range []struct {
		name, path, content string
		hit                 bool
	}{
		{"text", "a.html", "<p>佐藤花子さん", true},
		{"nobody", "a.html", "<p>佐藤さんと花子さん", false},
		{"inline elements", "a.html", "<p><b>佐藤</b><i> 花子</i>", true},
		{"code spans", "a.html", `<code><span class="s">佐藤</span><span>花子</span></code>`, true},
		{"a heading and its paragraph", "a.html", "<h2>佐藤</h2>\n<p>花子です。</p>", true},
		{"the end of a paragraph and a block", "a.html", "<p>担当は佐藤</p><p>花子</p>", true},
		{"sentences that meet", "a.html", "<p>担当は佐藤</p><p>花子を呼ぶ</p>", false},
		{"a block between", "a.html", "<p>佐藤</p><p>と</p><p>花子</p>", false},
		{"list items", "a.html", "<li>佐藤</li>\n <li>花子</li>", true},
		{"two columns", "a.html", "<tr><td>佐藤</td><td>花子</td></tr>", true},
		{"line break", "a.html", "佐藤<br>\n花子", true},
		{"lines of the file", "a.html", "<b>佐藤</b>\n <b>花子</b>", true},
		{"readings between", "a.html", "<ruby>佐藤<rp>(</rp><rt>さいとう</rt><rp>)</rp></ruby>花子", true},
		{"readings", "a.html", "<ruby>左<rt>さとう</rt></ruby><ruby>花<rt>はなこ</rt></ruby>", true},
		{"readings in brackets", "a.html", "<ruby>左<rp>(</rp><rt>さとう</rt><rp>)</rp></ruby><ruby>花<rp>(</rp><rt>はなこ</rt><rp>)</rp></ruby>", true},
		{"in the brackets", "a.html", "<ruby>左<rp>佐藤花子</rp><rt>x</rt></ruby>", true},
		{"entities", "a.html", "&#20304;&#x85e4;花子", true},
		{"alt", "a.html", `<img alt="佐藤花子の写真">`, true},
		{"unquoted", "a.html", `<img alt=佐藤花子>`, true},
		{"data attribute", "a.html", `<p data-owner='E10234'>`, true},
		{"name of an attribute", "a.html", `<p data-佐藤花子>`, true},
		{"address", "a.html", `<a href="mailto:hanako.sato%40example.com">`, true},
		{"percent", "a.html", `<a href="%E4%BD%90%E8%97%A4%E8%8A%B1%E5%AD%90.html">`, true},
		{"comment", "a.html", "<!-- 佐藤花子 -->", true},
		{"meta", "a.html", `<meta name="author" content="佐藤花子">`, true},
		{"data block", "a.html", `<script type="application/json">{"n": "\u4f50\u85e4\u82b1\u5b50"}</script>`, true},
		{"coordinates", "a.html", `<svg><path d="M E10234 "/></svg>`, false},
		{"chart text", "chart.svg", "<svg><text>佐藤<tspan>花子</tspan></text></svg>", true},
		{"chart texts", "chart.svg", "<svg><text>佐藤</text><text>花子</text></svg>", true},
		{"feed", "feed.xml", "<title>佐藤花子</title>", true},
		{"json", "search.json", `["佐藤花子"]`, true},
		{"script", "search.js", `var a="\u{4f50}\u85e4花子"`, true},
		{"csv", "figures.csv", "部署,n\n佐藤,花子\n", true},
		{"csv of Excel in Japan", "figures.csv", encode(t, "佐藤花子,3\r\n"), true},
		{"utf-16", "figures.txt", "\xff\xfe" + utf16LE("佐藤花子"), true},
		{"style sheet", "style.css", `a::after{content:"\4f50\85e4 花子"}`, true},
		{"hash in a style sheet", "style.css", `a{background:url(E10234.png)}`, false},
		{"png text", "a.png", png("tEXt", "Author\x00佐藤花子"), true},
		{"png compressed", "a.png", png("zTXt", "Author\x00\x00"+deflate("id E10234 ")), true},
		{"webp", "a.webp", "RIFF\x00\x00\x00\x00WEBPEXIF\x08\x00\x00\x00 E10234 ", true},
		{"jpeg comment", "a.jpg", "\xff\xd8\xff\xfe\x00\x0e" + "佐藤花子" + "\xff\xda", true},
		{"jpeg author of Windows", "a.jpg", "\xff\xd8\xff\xe1\x00\x0d" + "Exif\x00" + utf16LE("佐藤花子")[:6] + "\xff\xda", false},
		{"jpeg author in full", "a.jpg", "\xff\xd8\xff\xe1\x00\x0f" + "Exif\x00" + utf16LE("佐藤花子") + "\xff\xda", true},
		{"calendar", "a.ics", "SUMMARY:佐藤\r\n 花子\r\n", true},
		{"data attribute in JSON", "a.html", `<p data-x='{"n": "\u4f50\u85e4\u82b1\u5b50"}'>`, true},
		{"author of a PDF", "a.pdf", "<</Author (佐藤花子)>>", true},
		{"author of a PDF in hex", "a.pdf", "<</Author <FEFF4F5085E482B15B50>>>", true},
		{"author of a PDF in octal", "a.pdf", `<</Author (\376\377O\120\205\344\202\261[P)>>`, true},
		{"objects of a PDF in a stream", "a.pdf", "stream\r\n" + deflate("(佐藤花子)") + "endstream", true},
		{"film", "a.mp4", "x" + utf16LE("佐藤花子"), true},
		{"pixels", "a.jpg", "\xff\xd8\xff\xda E10234 ", false},
		{"word document", "a.docx", archive(t, "word/document.xml", `<w:p><w:r><w:t>佐藤</w:t></w:r><w:r><w:t>花子</w:t></w:r></w:p>`), true},
		{"workbook", "a.xlsx", archive(t, "xl/sharedStrings.xml", `<si><t>佐藤花子</t></si>`), true},
		{"file in an archive", "a.zip", archive(t, "佐藤花子.txt", ""), true},
		{"file name", "img/佐藤花子.png", "", true},
		{"file name in percent", "img/%E4%BD%90%E8%97%A4%E8%8A%B1%E5%AD%90.png", "", true},
		{"folder name", "佐藤花子/a.txt", "", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			problems, clean := checkFiles(t, []render.File{{Path: test.path, Content: test.content}}, nil, nil)
			if clean == test.hit {
				t.Errorf("%s %q\nproblems %v, want a hit: %v", test.path, test.content, problems, test.hit)
			}
		})
	}
}

func TestALeakIsToldAtItsSource(t *testing.T) {
	name := "佐藤花子"
	page := func(path, body string, sources ...string) render.File {
		return render.File{Path: path, Content: document(body), Sources: sources}
	}
	for _, test := range []struct {
		name    string
		files   []render.File
		sources map[string]string
		want    []string
	}{
		{
			"line of the page, in all its editions", []render.File{page("a.html", name, "pages/a.md"), page("en/a.html", name, "pages/a.md")},
			map[string]string{"pages/a.md": "# 案内\n\n担当は佐藤 花子です\n"},
			[]string{"pages/a.md:3 tripwire-name"},
		},
		{
			"behind marks", []render.File{page("a.html", "<b>佐藤</b>花子", "pages/a.md")},
			map[string]string{"pages/a.md": "---\ntitle: x\n---\n**佐藤**花子\n"},
			[]string{"pages/a.md:4 tripwire-name"},
		},
		{
			"behind readings", []render.File{page("a.html", "<ruby>佐藤<rt>さとう</rt></ruby>花子", "pages/a.md")},
			map[string]string{"pages/a.md": ":ruby[佐藤]{rt=さとう}花子\n"},
			[]string{"pages/a.md:1 tripwire-name"},
		},
		{
			"behind readings in HTML", []render.File{page("a.html", "<ruby>佐藤<rt>さとう</rt></ruby>花子", "pages/a.md")},
			map[string]string{"pages/a.md": "<ruby>佐藤<rp>(</rp><rt>さとう</rt><rp>)</rp></ruby>\n花子\n"},
			[]string{"pages/a.md:1 tripwire-name"},
		},
		{
			"readings in two lines", []render.File{page("a.html", "<ruby>左<rt>さとう</rt></ruby><ruby>花<rt>はなこ</rt></ruby>", "pages/a.md")},
			map[string]string{"pages/a.md": "x\n\n:ruby[左]{rt=さとう}\n:ruby[花]{rt=はなこ}\n"},
			[]string{"pages/a.md:3 tripwire-name"},
		},
		{
			"over a hard line break", []render.File{page("a.html", "佐藤<br>\n花子", "pages/a.md")},
			map[string]string{"pages/a.md": "# 案内\n\n佐藤\\\n花子\n"},
			[]string{"pages/a.md:3 tripwire-name"},
		},
		{
			"over lines of a quote", []render.File{page("a.html", "<blockquote>佐藤\n花子</blockquote>", "pages/a.md")},
			map[string]string{"pages/a.md": "# 案内\n\n> > 担当は佐藤\n> > 花子です\n"},
			[]string{"pages/a.md:3 tripwire-name"},
		},
		{
			"over a heading and its paragraph", []render.File{page("a.html", "<h2>佐藤</h2>\n<p>花子</p>", "pages/a.md")},
			map[string]string{"pages/a.md": "# 案内\n\n## 佐藤\n\n花子です\n"},
			[]string{"pages/a.md:3 tripwire-name"},
		},
		{
			"over two items of a list", []render.File{page("a.html", "<ul><li>佐藤</li><li>花子</li></ul>", "pages/a.md")},
			map[string]string{"pages/a.md": "# 案内\n\n- 佐藤\n- 花子\n"},
			[]string{"pages/a.md:3 tripwire-name"},
		},
		{
			"in two columns", []render.File{page("a.html", "<td>佐藤</td><td>花子</td>", "pages/a.md")},
			map[string]string{"pages/a.md": "| 姓 | 名 |\n|---|---|\n|佐藤|花子|\n"},
			[]string{"pages/a.md:3 tripwire-name"},
		},
		{
			"title of one page in the nav of others",
			[]render.File{page("a.html", name, "pages/a.md"), page("b.html", "<nav>"+name+"</nav>", "pages/b.md"), page("c.html", name)},
			map[string]string{"pages/a.md": "# 佐藤花子\n", "pages/b.md": "本文\n"},
			[]string{"pages/a.md:1 tripwire-name"},
		},
		{
			"not what the page leaves out", []render.File{page("a.html", "本文", "pages/a.md")},
			map[string]string{"pages/a.md": "<!-- 佐藤花子 -->\n"}, nil,
		},
		{
			"site.yaml", []render.File{page("a.html", name, "pages/a.md"), page("b.html", name, "pages/b.md")},
			map[string]string{"pages/a.md": "本文\n", "site.yaml": "title: x\ntheme: {footer: 佐藤花子}\n"},
			[]string{"site.yaml:2 tripwire-name"},
		},
		{
			"included file", []render.File{page("en/a.html", name, "pages/g/a.en.md")},
			map[string]string{
				"pages/g/a.en.md": "::include{file=../_shared/b.md}\n", "pages/_shared/b.md": "本文\n",
				"pages/_shared/b.en.md": "x\n::include{file=c.md}\n", "pages/_shared/c.md": "\n\n佐藤花子\n",
			},
			[]string{"pages/_shared/c.md:3 tripwire-name"},
		},
		{
			"theme, once", []render.File{page("a.html", name, "pages/a.md"), page("b.html", name, "pages/b.md")},
			map[string]string{"pages/a.md": "本文\n"}, []string{"a.html tripwire-output"},
		},
		{
			"line of the handbook's own theme", []render.File{page("a.html", name, "pages/a.md"), page("b.html", name, "pages/b.md")},
			map[string]string{"pages/a.md": "本文\n", "theme/layouts/page.html": "<p>\n<b>佐藤</b>花子\n"},
			[]string{"theme/layouts/page.html:2 tripwire-name"},
		},
		{
			"download", []render.File{{Path: "f/a.docx", Content: name, Sources: []string{"pages/f/a.docx"}}},
			nil, []string{"pages/f/a.docx tripwire-name"},
		},
		{
			"file name, masked, and not again in its links",
			[]render.File{page("a.html", `<img alt="" src="img/佐藤花子.png">`), {Path: "img/佐藤花子.png", Sources: []string{"pages/img/佐藤花子.png"}}},
			nil, []string{"pages/img/●●●.png tripwire-path"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, _ := checkFiles(t, test.files, test.sources, nil)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("sources %v\n(-want +got)\n%s", test.sources, diff)
			}
		})
	}
}

func TestMaskCoversOtherProblems(t *testing.T) {
	problem := diag.New("link-unsafe", diag.At("pages/佐藤花子.md", 3, 1), diag.Slot("link", "x:%E4%BD%90%E8%97%A4%E8%8A%B1%E5%AD%90"))
	got := maskProblems(testScan, []diag.Problem{problem})[0]
	if text := got.Pos.String() + got.Message(diag.English); !strings.HasPrefix(text, "pages/●●●.md:3:1") || len(testScan(text, disclosure.Prose)) > 0 || strings.Contains(text, "%E4") {
		t.Errorf("got %s", text)
	}
}

func encode(t *testing.T, s string) string {
	t.Helper()
	out, err := japanese.ShiftJIS.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func utf16LE(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

func deflate(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func png(kind, body string) string {
	return "\x89PNG\r\n\x1a\n" + string(binary.BigEndian.AppendUint32(nil, uint32(len(body)))) + kind + body + "\x00\x00\x00\x00"
}

func archive(t *testing.T, name, body string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(body))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
