package handbook

import (
	"fmt"
	"testing"

	"kohort/generator/markdown"
)

// BenchmarkAssemble is 10,000 pages, half of them translations, with twenty
// links each: it must stay far below half a second.
func BenchmarkAssemble(b *testing.B) {
	var pages []written
	for i := range 5000 {
		for _, suffix := range []string{".md", ".en.md"} {
			var slots []*markdown.Slot
			for j := range 20 {
				slots = append(slots, link(fmt.Sprintf("../section-%d/page-%d.md#見出し-%d", (i+j)%100, (i+j)%5000, j%8)))
			}
			w := page(fmt.Sprintf("section-%d/page-%d%s", i%100, i, suffix), slots...).titled(fmt.Sprint("ページ", i))
			for j := range 8 {
				w = w.ids(fmt.Sprint("見出し-", j))
			}
			pages = append(pages, w)
		}
	}
	in := input(pages...)
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Assemble(in); len(problems) > 0 {
			b.Fatalf("the pages have problems: %v", problems[0])
		}
	}
}
