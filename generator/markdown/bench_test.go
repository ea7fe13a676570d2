package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// samplePage is a page of about 6 kB, half of it Japanese, as handbooks have
// them.
func samplePage() string {
	var b strings.Builder
	b.WriteString("# リバースメンタリングの手引き\n\n")
	for i := 1; i <= 5; i++ {
		fmt.Fprintf(&b, "## 第%d章 面談の進め方\n\n", i)
		b.WriteString("若手社員がメンターとなり、**役員**と月に二回ほど対話します。話す内容は二人で決め、\n記録は残しません。詳しくは[面談の頻度](../guidelines/cadence.md#frequency)を読んでください。\n「**何を話すか。**」は自由です。困ったときは事務局へ。\n\n")
		b.WriteString("The mentor sets the *agenda* and the mentee listens first. See the [topics](topics.md) and the\n[official guide](https://example.com/guide) for `examples` of questions that work well in practice.\n\n")
		b.WriteString("- 最初の面談では目的を確かめる\n- 二回目から話題を一つ選ぶ\n  - デジタル活用\n  - 働き方\n- After each session, write down one thing you will try\n\n")
		b.WriteString("| 月 | 話題 | Minutes |\n| --- | --- | ---: |\n| 四月 | 自己紹介 | 45 |\n| 五月 | 生成AI | 60 |\n\n")
		b.WriteString("> 話した内容は二人だけのものです。\n\n")
	}
	b.WriteString("```yaml\ntitle: 手引き\nlanguages: [ja, en]\naudiences:\n  - name: leaders\n```\n")
	return b.String()
}

// BenchmarkConvert measures this package beside goldmark alone, in one run.
func BenchmarkConvert(b *testing.B) {
	sample := samplePage()
	withoutCode := sample[:strings.Index(sample, "```")]
	const noCache = "code-uncached"
	rich := sample + strings.Repeat(":::note[大切なこと]\n:term[メンター]は:value{id=participation.enrolled}人です。\n:::\n\n", 5)
	for _, c := range []struct{ name, body string }{{"sample", sample}, {noCache, sample}, {"code-free", withoutCode}, {"directives", rich}} {
		b.Run("goldmark/"+c.name, func(b *testing.B) {
			m := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.CJK))
			source := []byte(c.body)
			b.SetBytes(int64(len(source)))
			b.ReportAllocs()
			for b.Loop() {
				var out bytes.Buffer
				if err := m.Convert(source, &out); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("kohort/"+c.name, func(b *testing.B) {
			converter := New(Options{Words: words})
			p := page(c.body)
			b.SetBytes(int64(len(c.body)))
			b.ReportAllocs()
			for b.Loop() {
				if c.name == noCache {
					converter.code.done = nil
				}
				converter.Convert(p, "ja")
			}
		})
	}
}
