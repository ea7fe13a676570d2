// Package workers runs functions beside each other and lets none of them end
// the program with a panic of its own.
//
// Go prints the value of a panic that nobody recovers, and one in a goroutine
// can be recovered nowhere else. What is at work on a cohort's rows runs in a
// Group or in Each: whoever waits then panics with Broken, which says where in
// the program it was and holds nothing of the value, so that the command's guard
// tells it as it tells any other.
package workers

import (
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// Group waits for functions, as sync.WaitGroup does. The zero value is ready.
type Group struct {
	wait   sync.WaitGroup
	once   sync.Once
	broken *Broken
}

// Broken is that a function panicked. It is what Wait panics with.
type Broken struct{ calls []uintptr }

// Calls are the calls that were running, the innermost first, for
// runtime.CallersFrames.
func (b *Broken) Calls() []uintptr { return b.calls }

// Error names the calls, without what they were given.
func (b *Broken) Error() string {
	var out strings.Builder
	out.WriteString("a worker panicked")
	frames := runtime.CallersFrames(b.calls)
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		fmt.Fprintf(&out, "\n  %s, %s:%d", path.Base(f.Function), path.Base(f.File), f.Line)
	}
	return out.String()
}

// Go runs f beside the caller.
func (g *Group) Go(f func()) {
	g.wait.Go(func() {
		defer func() {
			if value := recover(); value != nil {
				broken := brokenBy(value)
				g.once.Do(func() { g.broken = broken })
			}
		}()
		f()
	})
}

// brokenBy keeps the places of a panic that came from further workers.
func brokenBy(value any) *Broken {
	if inner, ok := value.(*Broken); ok {
		return inner
	}
	calls := make([]uintptr, 64)
	return &Broken{calls[:runtime.Callers(4, calls)]}
}

// Wait waits for all functions. Where one of them panicked it panics with
// *Broken, once all have come to an end.
func (g *Group) Wait() {
	g.wait.Wait()
	if g.broken != nil {
		panic(g.broken)
	}
}

// Each calls do for 0 to n-1, on all cores, and waits as a Group does. After a
// panic the calls that have not begun may be left out.
func Each(n int, do func(i int)) {
	if n == 1 {
		do(0)
		return
	}
	var group Group
	var next atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}
