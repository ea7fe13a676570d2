package search

import (
	"bytes"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"kohort/generator/internal/workers"
)

// BenchmarkBuild indexes 10,000 pages and converts the same text with goldmark,
// on all cores, in the same run.
func BenchmarkBuild(b *testing.B) {
	pages := corpus(10_000, 5200)
	texts := make([]string, len(pages))
	for i, p := range pages {
		for _, s := range p.Sections {
			texts[i] += "## " + s.Heading + "\n\n" + strings.ReplaceAll(s.Text, "。", "。\n") + "\n\n"
		}
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.CJK))
	var index, floor time.Duration
	for b.Loop() {
		runtime.GC()
		start := time.Now()
		x := Build("ja", pages)
		index += time.Since(start)
		size := 0
		for _, f := range x.Files() {
			size += len(f.Data)
		}
		b.ReportMetric(float64(len(x.Files())), "files")
		b.ReportMetric(float64(size)/1e6, "MB")
		b.ReportMetric(float64(len(x.Files()[len(x.Files())-1].Data))/1e3, "manifest-kB")
		start = time.Now()
		workers.Each(len(texts), func(i int) {
			var out bytes.Buffer
			if err := md.Convert([]byte(texts[i]), &out); err != nil {
				b.Error(err)
			}
		})
		floor += time.Since(start)
	}
	b.ReportMetric(float64(index.Milliseconds())/float64(b.N), "index-ms")
	b.ReportMetric(float64(floor.Milliseconds())/float64(b.N), "goldmark-ms")
	b.ReportMetric(float64(index)/float64(floor), "x-goldmark")
}

// BenchmarkQuery asks an index of 10,000 pages.
func BenchmarkQuery(b *testing.B) {
	x := Build("ja", corpus(10_000, 5200))
	for i := 0; b.Loop(); i++ {
		x.Query(asked[i%len(asked)], 10)
	}
}
