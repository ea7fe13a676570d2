//go:build unix

package generator_test

import (
	"bytes"
	"context"
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

// child builds the site or the floor and prints how long it took in
// nanoseconds.
func child(task, source, output string) int {
	start := time.Now()
	var err error
	if task == "floor" {
		err = floor(source, output)
	} else {
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
// a multiple of the floor's (medians) and its peak memory.
func BenchmarkBuild(b *testing.B) {
	for _, pages := range []int{1000, 10_000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			source := filepath.Join(b.TempDir(), "handbook")
			sitetest.Generate(b, source, pages, 60, 1)
			o := generator.Options{Source: source, Today: sitetest.Today}
			if _, problems, err := generator.Release(context.Background(), o, "2026-spring", false); err != nil || len(problems) > 0 {
				b.Fatalf("release: %v %v", problems, err)
			}
			var builds, floors []float64
			peak := 0.0
			for b.Loop() {
				for range 3 {
					took, memory := runChild(b, "build", source)
					builds, peak = append(builds, took), max(peak, memory)
					took, _ = runChild(b, "floor", source)
					floors = append(floors, took)
				}
			}
			b.ReportMetric(median(builds), "build-ms")
			b.ReportMetric(median(floors), "floor-ms")
			b.ReportMetric(median(builds)/median(floors), "x-floor")
			b.ReportMetric(peak, "peak-MB")
		})
	}
}

// runChild gives the milliseconds of a task and the peak memory of its process
// in megabytes.
func runChild(b *testing.B, task, source string) (float64, float64) {
	b.Helper()
	output := filepath.Join(b.TempDir(), task)
	if err := os.RemoveAll(output); err != nil {
		b.Fatal(err)
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
