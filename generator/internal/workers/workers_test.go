package workers

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
)

// caught runs f and gives what it panicked with.
func caught(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}

// TestAPanicReachesWhoWaits panics in workers, one in a worker of a worker, with
// what a data file may hold: whoever waits hears where it was and no value.
func TestAPanicReachesWhoWaits(t *testing.T) {
	inner := func(int) { Each(3, func(int) { panic(errors.New("鴛鴦淵 澪桜")) }) }
	for name, run := range map[string]func(){
		"a group": func() {
			var g Group
			g.Go(func() { panic("73913 分") })
			g.Go(func() {})
			g.Wait()
		},
		"each": func() { Each(40, func(i int) { panic(fmt.Sprint("73913 ", i)) }) },
		"each of many that pass": func() {
			Each(1000, func(i int) {
				if i == 500 {
					panic("鴛鴦淵 澪桜")
				}
			})
		},
		"a worker of a worker": func() { Each(2, inner) },
	} {
		broken, ok := caught(run).(*Broken)
		if !ok {
			t.Errorf("%s: the panic does not reach who waits", name)
			continue
		}
		for _, text := range []string{broken.Error(), fmt.Sprintf("%+v", broken)} {
			if strings.Contains(text, "73913") || strings.Contains(text, "澪桜") {
				t.Errorf("%s: the panic says %q", name, text)
			}
		}
		if first := strings.Split(broken.Error(), "\n")[1]; !strings.Contains(first, "workers_test.go") {
			t.Errorf("%s: the innermost call is %q, want the test's", name, first)
		}
	}
}

func TestEachIsCalledOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 100} {
		calls := make([]atomic.Int64, n)
		Each(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Errorf("%d of %d was called %d times", i, n, got)
			}
		}
	}
}
