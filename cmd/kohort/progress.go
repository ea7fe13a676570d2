package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"kohort/generator"
)

// patience is how long work may take before its progress is shown.
const patience = time.Second

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// progress shows the stage at work on a terminal where it takes long; in a
// pipe it is silent. The second function ends it and clears the line.
func (a *app) progress() (func(generator.Stage), func()) {
	if !isTerminal(a.stderr) {
		return nil, func() {}
	}
	var mu sync.Mutex
	stage, shown := generator.Reading, false
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(patience)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				mu.Lock()
				fmt.Fprintf(a.stderr, "\r\x1b[K%s…", a.words.say(stages[stage]))
				shown = true
				mu.Unlock()
				tick.Reset(patience / 10)
			}
		}
	}()
	begin := func(s generator.Stage) {
		mu.Lock()
		stage = s
		mu.Unlock()
	}
	end := func() {
		close(done)
		mu.Lock()
		defer mu.Unlock()
		if shown {
			fmt.Fprint(a.stderr, "\r\x1b[K")
		}
	}
	return begin, end
}
