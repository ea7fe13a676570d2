package audit

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"kohort/generator/disclosure"
	"kohort/generator/render"
)

// handbookPages makes n pages of about 15 kB, of which 6 kB are the words of
// the Markdown that is given beside them.
func handbookPages(n int) (files []render.File, markdown []string) {
	var nav strings.Builder
	for i := range 60 {
		fmt.Fprintf(&nav, "<li><a class=\"nav-link\" href=\"page-%d.html\">セッションの進め方 %d</a></li>\n", i, i)
	}
	for i := range n {
		var body, source strings.Builder
		for j := range 12 {
			fmt.Fprintf(&source, "## 見出し %d\n\nメンターは月に2回、**メンティー**と会います。[頻度](page-%d.md)を読み、`session` を入れてください。\n\n", j, (i+j)%60)
			fmt.Fprintf(&source, "The mentor meets the leader twice a month; see *the guideline* for length and topics. Notes stay with the pair &amp; HR.\n\n")
			source.WriteString("- 予定を決める\n- 話題を選ぶ\n- 振り返る\n\n| 部署 | 人数 |\n|---|---|\n| 営業部 | 9 |\n| 経理部 | 8 |\n\n")
			fmt.Fprintf(&body, "<h2 id=\"見出し-%d\">見出し %d<a class=\"anchor\" href=\"#見出し-%d\">#</a></h2>\n<p>メンターは月に2回、<strong>メンティー</strong>と会います。<a href=\"page-%d.html\">頻度</a>を読み、<code>session</code> を入れてください。</p>\n", j, j, j, (i+j)%60)
			body.WriteString("<p>The mentor meets the leader twice a month; see <em>the guideline</em> for length and topics. Notes stay with the pair &amp; HR.</p>\n")
			body.WriteString("<ul>\n<li>予定を決める</li>\n<li>話題を選ぶ</li>\n<li>振り返る</li>\n</ul>\n<div class=\"table\"><table>\n<tr>\n<th>部署</th>\n<th>人数</th>\n</tr>\n<tr>\n<td>営業部</td>\n<td>9</td>\n</tr>\n<tr>\n<td>経理部</td>\n<td>8</td>\n</tr>\n</table></div>\n")
		}
		content := document("<nav><ul>" + nav.String() + "</ul></nav><main>" + body.String() + "</main>")
		files = append(files, render.File{Path: fmt.Sprintf("page-%d.html", i), Content: content})
		markdown = append(markdown, source.String())
	}
	return files, markdown
}

// BenchmarkCheck is the audit without the tripwire's own search, which
// package disclosure measures.
func BenchmarkCheck(b *testing.B) {
	files, _ := handbookPages(1000)
	var size int64
	for _, f := range files {
		size += int64(len(f.Content))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		a := &auditor{files: files, released: &released{}, scan: func(string, disclosure.TextKind) []disclosure.Match { return nil }}
		if problems, _ := a.check(context.Background()); len(problems) > 0 {
			b.Fatalf("the pages have problems: %v", problems[0])
		}
	}
}

// BenchmarkFloor is what the audit is measured against: plain goldmark on the
// Markdown of the same pages, on all cores.
func BenchmarkFloor(b *testing.B) {
	_, pages := handbookPages(1000)
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.CJK))
	for b.Loop() {
		parallel(len(pages), func() func(int) {
			return func(i int) {
				var out strings.Builder
				if err := md.Convert([]byte(pages[i]), &out); err != nil {
					b.Error(err)
				}
			}
		})
	}
}
