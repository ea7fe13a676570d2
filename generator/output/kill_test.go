package output

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestWriteInChild is not a test but the run that the tests below kill: it
// writes newSite, or a large site, into the folder that it is given.
func TestWriteInChild(t *testing.T) {
	dir := os.Getenv("OUTPUT_TEST_DIR")
	if dir == "" {
		t.Skip("runs as a child only")
	}
	killAt, err := strconv.ParseInt(os.Getenv("OUTPUT_TEST_KILL"), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	var steps atomic.Int64
	w := writer{exchange: ways[os.Getenv("OUTPUT_TEST_WAY")], step: func() {
		if steps.Add(1) == killAt {
			self, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = self.Kill()
			}
			t.Error(err)
			select {}
		}
	}}
	files := newSite.files()
	if os.Getenv("OUTPUT_TEST_LARGE") != "" {
		files = large("新").files()
	}
	if _, problems, err := w.write(context.Background(), dir, files, Options{}); err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
}

func child(t *testing.T, dir, way string, killAt int, more ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriteInChild$")
	cmd.Env = append(os.Environ(), "OUTPUT_TEST_DIR="+dir, "OUTPUT_TEST_WAY="+way, fmt.Sprintf("OUTPUT_TEST_KILL=%d", killAt))
	cmd.Env = append(cmd.Env, more...)
	return cmd
}

func large(word string) site {
	s := site{}
	for i := range 1500 {
		s[fmt.Sprintf("s%02d/p%04d.html", i%30, i)] = fmt.Sprint(word, i)
	}
	return s
}

// TestKillAtEveryStepLeavesOldOrNew kills a run before each change of the
// disk that it makes.
func TestKillAtEveryStepLeavesOldOrNew(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a process a step")
	}
	for way, swap := range ways {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			w := writer{exchange: swap}
			olds, news := 0, 0
			for killAt := 1; ; killAt++ {
				write(t, w, dir, oldSite, Options{})
				if err := child(t, dir, way, killAt).Run(); err == nil {
					break
				} else if killAt > 500 {
					t.Fatalf("step %d: the run never ends: %v", killAt, err)
				}
				if way == "journal" { // may be a mix until the next run
					if err := Recover(dir); err != nil {
						t.Fatalf("step %d: recover: %v", killAt, err)
					}
				}
				got := tree(t, dir)
				switch {
				case cmp.Equal(got, oldSite):
					olds++
				case cmp.Equal(got, newSite):
					news++
				default:
					t.Fatalf("step %d: neither old nor new: %v", killAt, got)
				}
				write(t, w, dir, newSite, Options{})
				if diff := cmp.Diff(newSite, tree(t, dir)); diff != "" {
					t.Fatalf("step %d: the next run: want(-) got(+):\n%s", killAt, diff)
				}
				if left := beside(t, dir); !slices.Equal(left, []string{"public"}) {
					t.Fatalf("step %d: the next run left %v", killAt, left)
				}
			}
			if olds == 0 || news == 0 {
				t.Errorf("kills that left old: %d, new: %d; want some of each", olds, news)
			}
		})
	}
}

// TestKillAtAnyTimeLeavesOldOrNew kills between the steps, too.
func TestKillAtAnyTimeLeavesOldOrNew(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := filepath.Join(t.TempDir(), "public")
	oldLarge, newLarge := large("旧"), large("新")
	w := writer{exchange: exchange}
	write(t, w, dir, oldLarge, Options{})
	for range 12 {
		cmd := child(t, dir, "exchange", 0, "OUTPUT_TEST_LARGE=1")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		after := time.Duration(rand.IntN(250)) * time.Millisecond
		time.Sleep(after)
		cmd.Process.Kill() // it may have ended
		cmd.Wait()
		got := tree(t, dir)
		if cmp.Equal(got, newLarge) {
			write(t, w, dir, oldLarge, Options{})
		} else if diff := cmp.Diff(oldLarge, got); diff != "" {
			t.Fatalf("killed after %v: neither old nor new; against old: want(-) got(+):\n%s", after, diff)
		}
	}
}

// BenchmarkWrite measures a site of 10,000 pages and, in the same run, a loop
// that only writes the files.
func BenchmarkWrite(b *testing.B) {
	s := site{}
	for i := range 10_000 {
		s[fmt.Sprintf("s%02d/p%05d.html", i%100, i)] = string(make([]byte, 15_000))
	}
	b.Run("site", func(b *testing.B) {
		dir := filepath.Join(b.TempDir(), "public")
		for b.Loop() {
			if _, _, err := (writer{exchange: exchange}).write(b.Context(), dir, s.files(), Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("floor", func(b *testing.B) {
		var all []staged
		for name, content := range s.files() {
			all = append(all, staged{name, content})
		}
		for round := 0; b.Loop(); round++ {
			dir := filepath.Join(b.TempDir(), fmt.Sprint(round))
			if err := (writer{}).makeFolders(dir, all); err != nil {
				b.Fatal(err)
			}
			if err := inParallel(b.Context(), len(all), func(i int) error {
				return os.WriteFile(filepath.Join(dir, all[i].path), []byte(all[i].content), 0o666)
			}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
