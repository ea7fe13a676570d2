package main

import (
	"errors"
	"fmt"
	"path"
	"runtime"
	"strings"

	"kohort/generator/diag"
)

var (
	wordBroken   = diag.Text{EN: "kohort: something in the program itself went wrong, and it stopped. Please report it with these lines; nothing of your data stands in them", JA: "kohort: プログラム自体に誤りがあり、途中で止まりました。次の行を添えてお知らせください。データの内容は含まれていません"}
	wordBrokenAt = diag.Text{EN: "  at %s, %s:%d", JA: "  %s, %s:%d"}
)

// errBroken is that a command panicked. It was told already.
var errBroken = errors.New("the program is broken")

// elsewhere is a panic that came from a worker: it knows where that was.
type elsewhere interface{ Calls() []uintptr }

// guarded runs a command. Where it panics, or a worker of it, the value is not
// printed, as it may hold what a data file says: only where in the program it was.
func (a *app) guarded(command func() error) (err error) {
	defer func() {
		value := recover()
		if value == nil {
			return
		}
		calls := make([]uintptr, 64)
		calls = calls[:runtime.Callers(2, calls)]
		if e, ok := value.(elsewhere); ok {
			calls = append(e.Calls(), calls...)
		}
		err = errBroken
		fmt.Fprintln(a.stderr, a.words.say(wordBroken))
		for _, line := range a.words.places(calls) {
			fmt.Fprintln(a.stderr, line)
		}
	}()
	return command()
}

// places lists the functions of this program among calls, without what they were
// given.
func (w words) places(calls []uintptr) []string {
	frames := runtime.CallersFrames(calls)
	var out []string
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		if strings.HasPrefix(f.Function, "kohort/") || strings.HasPrefix(f.Function, "main.") {
			out = append(out, w.say(wordBrokenAt, path.Base(f.Function), path.Base(f.File), f.Line))
		}
	}
	return out
}
