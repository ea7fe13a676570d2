package render

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// benchArchive is a handbook of n plain pages of about 6 kB, 50 to a folder.
func benchArchive(n int) (archive string, bodies []string) {
	paragraph := "若手社員がリーダー層に[新しい技術](index.md)や価値観を伝える制度です。ペアは月に2回ほど会い、**話したこと**は二人のあいだにとどめます。\n\n" +
		"Pairs meet twice a month and keep what they say to themselves. See the `calendar` for dates.\n\n- 日程を相談する\n- 事務局に連絡する\n\n| 時期 | 回数 |\n|---|---|\n| 1か月目 | 2 |\n\n"
	var b strings.Builder
	for i := range n {
		var body strings.Builder
		for s := range 12 {
			fmt.Fprintf(&body, "## 節 %d\n\n%s", s, paragraph)
		}
		name := fmt.Sprintf("part%d/page%d.md", i/50, i%50)
		if i%50 == 0 {
			name = fmt.Sprintf("part%d/index.md", i/50)
		}
		fmt.Fprintf(&b, "-- %s --\n---\ntitle: ページ%d\n---\n%s", name, i, body.String())
		bodies = append(bodies, body.String())
	}
	b.WriteString("-- index.md --\n---\ntitle: ホーム\n---\nはじめに\n")
	return b.String(), bodies
}

// BenchmarkRender measures the rendering of a page beside the floor: plain
// goldmark on the same page, on the same cores.
func BenchmarkRender(b *testing.B) {
	const pages = 1000
	archive, bodies := benchArchive(pages)
	in := testInput(b, archive)
	b.Run("render", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, _, err := Render(context.Background(), in); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(2*pages), "µs/page")
	})
	b.Run("floor", func(b *testing.B) {
		md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.CJK))
		for b.Loop() {
			var next atomic.Int64
			var group sync.WaitGroup
			for range runtime.GOMAXPROCS(0) {
				group.Go(func() {
					for i := int(next.Add(1)) - 1; i < len(bodies); i = int(next.Add(1)) - 1 {
						var out bytes.Buffer
						if err := md.Convert([]byte(bodies[i]), &out); err != nil {
							b.Error(err)
						}
					}
				})
			}
			group.Wait()
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/pages, "µs/page")
	})
}
