package main

import (
	"bytes"
	"errors"
	"runtime"
	"strings"
	"testing"

	"kohort/generator/diag"
)

// TestPanicSaysNoValue panics with what a data file may hold, in the ways that
// the language knows.
func TestPanicSaysNoValue(t *testing.T) {
	rows := []string{"鴛鴦淵 澪桜"}
	minutes := 73913
	for _, wrong := range []func(){
		func() { panic("鴛鴦淵 澪桜") },
		func() { panic(errors.New("answer 虹鱒が笑う朝")) },
		func() { rows[minutes] = "" },
		func() { _ = rows[0][minutes:] },
		func() { make([]int, 1)[len(rows)] = minutes },
	} {
		var stderr bytes.Buffer
		a := &app{words: words{diag.English}, stderr: &stderr}
		err := a.guarded(func() error { wrong(); return nil })
		text := stderr.String()
		if !errors.Is(err, errBroken) || !strings.Contains(text, "guard_test.go") {
			t.Errorf("a panic gives %v and says %q, want where it was", err, text)
		}
		if held := spoken(text); len(held) > 0 || strings.Contains(text, "goroutine") {
			t.Errorf("a panic says %q: %s", held, text)
		}
	}
	var stderr bytes.Buffer
	a := &app{words: words{diag.English}, stderr: &stderr}
	if err := a.guarded(func() error { panic(inWorker()) }); !errors.Is(err, errBroken) || !strings.Contains(stderr.String(), "inWorker") {
		t.Errorf("a panic of a worker gives %v and says %q, want where the worker was", err, stderr.String())
	}
	if err := (&app{}).guarded(func() error { return nil }); err != nil {
		t.Errorf("a command that did not panic gives %v", err)
	}
}

// ofWorker is what waiting for workers panics with.
type ofWorker struct {
	calls []uintptr
	row   string
}

func (o ofWorker) Calls() []uintptr { return o.calls }

// inWorker is a panic whose place is this function.
func inWorker() ofWorker {
	calls := make([]uintptr, 8)
	return ofWorker{calls[:runtime.Callers(1, calls)], "鴛鴦淵 澪桜"}
}
