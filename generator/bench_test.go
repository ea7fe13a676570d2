//go:build unix

package generator_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"kohort/generator"
	"kohort/generator/internal/sitetest"
	"kohort/generator/search"
)

// childTask asks the test binary to do one piece of work in a process of its
// own, so that its time and its peak memory are its own too.
const childTask = "KOHORT_BENCH_TASK"

func TestMain(m *testing.M) {
	if task := os.Getenv(childTask); task != "" {
		os.Exit(child(task, os.Getenv("KOHORT_BENCH_SOURCE"), os.Getenv("KOHORT_BENCH_OUTPUT")))
	}
	os.Exit(m.Run())
}

// child builds the site, the floor, or the search index of a site that is
// built, and prints how long it took in nanoseconds.
func child(task, source, output string) int {
	start := time.Now()
	var err error
	switch task {
	case "floor":
		err = floor(source, output)
	case "index":
		start, err = index(output)
	default:
		err = build(source, output)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println(time.Since(start).Nanoseconds())
	return 0
}

func build(source, output string) error {
	summary, problems, err := generator.Build(context.Background(), generator.Options{Source: source, Output: output, Today: sitetest.Today})
	if err == nil && !summary.Written {
		err = fmt.Errorf("a problem stopped the build: %v", problems)
	}
	return err
}

// index makes the search index of a site once more, out of the texts in the one
// it has, and says when it began to, the texts read.
func index(site string) (time.Time, error) {
	shards, err := filepath.Glob(filepath.Join(site, "search", "t*.js"))
	if err != nil {
		return time.Time{}, err
	}
	at := make(map[string]int)
	var pages []search.Page
	for _, name := range shards {
		data, err := os.ReadFile(name)
		if err != nil {
			return time.Time{}, err
		}
		_, value, _ := strings.Cut(string(data), ",")
		var parts [][]json.RawMessage
		if err := json.Unmarshal([]byte(strings.TrimSuffix(value, ");\n")), &parts); err != nil {
			return time.Time{}, fmt.Errorf("%s: %w", name, err)
		}
		for _, part := range parts {
			url := string(part[0])
			if _, ok := at[url]; !ok {
				at[url] = len(pages)
				pages = append(pages, search.Page{URL: url, Title: string(part[1]), Description: string(part[2])})
			}
			page := &pages[at[url]]
			for _, passage := range part[3:] {
				var s []string
				if err := json.Unmarshal(passage, &s); err != nil {
					return time.Time{}, fmt.Errorf("%s: %w", name, err)
				}
				page.Sections = append(page.Sections, search.Section{Anchor: s[0], Heading: s[1], Kind: search.Kind(s[2]), Text: s[3]})
			}
		}
	}
	runtime.GC()
	start := time.Now()
	if files := search.Build("ja", pages).Files(); len(files) < len(shards) {
		return start, fmt.Errorf("%d pages have %d files of index", len(pages), len(files))
	}
	return start, nil
}

// floor is what no generator can be faster than: every Markdown file through
// goldmark with GFM and CJK on all cores, written as it is.
func floor(source, output string) error {
	var files []string
	pages := filepath.Join(source, "pages")
	err := filepath.WalkDir(pages, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		return err
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.CJK))
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(files) && errs[w] == nil; i += workers {
				errs[w] = convertOne(md, pages, files[i], output)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func convertOne(md goldmark.Markdown, pages, file, output string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var html bytes.Buffer
	if err := md.Convert(data, &html); err != nil {
		return err
	}
	name, err := filepath.Rel(pages, file)
	if err != nil {
		return err
	}
	to := filepath.Join(output, strings.TrimSuffix(name, ".md")+".html")
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, html.Bytes(), 0o644)
}

// BenchmarkBuild builds a generated handbook with a roster of 60 to search
// for, and the floor beside it in the same run. It reports the build's time as
// a multiple of the floor's (medians), its peak memory, and which part of its
// time the search index takes.
func BenchmarkBuild(b *testing.B) {
	for _, pages := range []int{1000, 10_000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			source := filepath.Join(b.TempDir(), "handbook")
			sitetest.Generate(b, source, pages, 60, 1)
			o := generator.Options{Source: source, Today: sitetest.Today}
			if _, problems, err := generator.Release(context.Background(), o, "2026-spring", false); err != nil || len(problems) > 0 {
				b.Fatalf("release: %v %v", problems, err)
			}
			var builds, floors, indexes []float64
			site := filepath.Join(b.TempDir(), "site")
			peak := 0.0
			for b.Loop() {
				for range 3 {
					took, memory := runChild(b, "build", source, site)
					builds, peak = append(builds, took), max(peak, memory)
					took, _ = runChild(b, "index", source, site)
					indexes = append(indexes, took)
					took, _ = runChild(b, "floor", source, filepath.Join(b.TempDir(), "floor"))
					floors = append(floors, took)
				}
			}
			b.ReportMetric(median(builds), "build-ms")
			b.ReportMetric(median(floors), "floor-ms")
			b.ReportMetric(median(builds)/median(floors), "x-floor")
			b.ReportMetric(peak, "peak-MB")
			b.ReportMetric(median(indexes)/median(builds), "index/build")
		})
	}
}

// runChild gives the milliseconds of a task and the peak memory of its process
// in megabytes.
func runChild(b *testing.B, task, source, output string) (float64, float64) {
	b.Helper()
	if task == "build" {
		if err := os.RemoveAll(output); err != nil {
			b.Fatal(err)
		}
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childTask+"="+task, "KOHORT_BENCH_SOURCE="+source, "KOHORT_BENCH_OUTPUT="+output)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	took, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		b.Fatal(err)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.Fatal("the system does not tell a process's memory")
	}
	kilobytes := float64(usage.Maxrss)
	if runtime.GOOS == "darwin" {
		kilobytes /= 1024
	}
	return took / 1e6, kilobytes / 1000
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	return v[len(v)/2]
}
